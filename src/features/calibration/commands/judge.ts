/** A member's judgement: a draft of one's own, then final. */

import { type Predicate, predicateLabel, predicateOf, type Rating } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { findParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { judgementGiven } from '../events.ts';
import { ownJudgement } from '../judging/judgements.ts';
import { pairOf, recusalsOf } from '../judging/recusals.ts';
import { itemsOf, membersOf } from '../meetings/queries.ts';
import { type ItemStanding, requireItem } from '../meetings/standing.ts';
import { text } from '../text-acts.ts';
import { JUDGEMENT } from '../transitions.ts';

export interface JudgementInput {
  readonly meeting: string;
  readonly item: string;
  readonly revision: number;
  readonly resultsRating: Rating | null;
  readonly behaviourRating: Rating | null;
  readonly category: string | null;
  readonly reason: string;
}

/** A member who accepted, of a meeting that judges; anybody else is told so. */
function requireJudge({ own, meeting, item }: ItemStanding): void {
  if (!own) throw new NotAllowed();
  if (own.state !== 'accepted') throw new Refusal(text.notAccepted());
  if (meeting.state !== 'judging' || item.state !== 'blind') throw new Conflict(text.alreadyOpen());
}

export async function saveJudgement(
  tx: Tx,
  actor: Actor,
  input: JudgementInput,
  today: string,
): Promise<number> {
  const standing = await requireItem(tx, actor, input, { lock: true });
  const known = await ownJudgement(tx, input.item, actor.personId);
  // The second click of the same form finds what the first one left.
  if (known && known.revision === input.revision + 1 && isSame(known, input)) return known.revision;
  requireJudge(standing);
  await refuseRecused(tx, actor, standing, today);
  const decision = decide(JUDGEMENT, {
    state: known?.state ?? 'draft',
    act: 'save',
    roles: new Set(['member']),
  });
  if (!decision.ok) throw new Conflict(text.alreadyJudged());
  if ((known?.revision ?? 0) !== input.revision) throw new Conflict(text.stale());
  const revision = input.revision + 1;
  const said = {
    results_rating: input.resultsRating,
    behaviour_rating: input.behaviourRating,
    category: input.category,
    reason: input.reason,
    revision,
    updated_at: tx.now,
  };
  await tx.db
    .insertInto('calibration_judgements')
    .values({
      agency_id: tx.agencyId,
      item_id: input.item,
      person_id: actor.personId,
      state: 'draft',
      ...said,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'item_id', 'person_id']).doUpdateSet(said))
    .execute();
  return revision;
}

const isSame = (one: Said, other: Said) =>
  one.resultsRating === other.resultsRating &&
  one.behaviourRating === other.behaviourRating &&
  one.category === other.category &&
  one.reason === other.reason;

/** Final: counted, and not to be changed by anybody. */
export async function submitJudgement(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: Pick<JudgementInput, 'meeting' | 'item' | 'revision'>,
  today: string,
): Promise<void> {
  const standing = await requireItem(tx, actor, input, { lock: true });
  const { item, meeting } = standing;
  const known = await ownJudgement(tx, item.id, actor.personId);
  if (known?.state === 'submitted') return;
  requireJudge(standing);
  await refuseRecused(tx, actor, standing, today);
  if (!known || known.revision !== input.revision) throw new Conflict(text.stale());
  const decision = decide(JUDGEMENT, {
    state: known.state,
    act: 'submit',
    roles: new Set(['member']),
    reason: known.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const scheme = await schemeOf(tx, schemes, item.participantId);
  const problems = problemsOf(scheme, known);
  const [first] = Object.entries(problems);
  if (first) throw new Refusal(first[1], first[0]);
  await recordAct(
    tx,
    { process: 'calibration-judgement', subjectId: item.id, act: 'submit', actorId: actor.personId },
    decision,
  );
  await tx.db
    .updateTable('calibration_judgements')
    .set({
      state: decision.to,
      predicate: predicateFrom(known),
      submitted_at: tx.now,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('item_id', '=', item.id)
    .where('person_id', '=', actor.personId)
    .execute();
  await record(tx, judgementGiven, {
    actorId: actor.personId,
    subject: { kind: 'calibration-item', id: item.id },
    payload: { ordinal: item.ordinal },
  });
  await tellChairWhenAllJudged(tx, standing);
  // Only a number grows on the pages of others.
  tx.touch(meeting.chairId, actor.personId);
}

export async function schemeOf(tx: Tx, schemes: SchemeStore, participantId: string): Promise<Scheme> {
  const participation = await findParticipation(tx, participantId);
  if (!participation) throw new NotFound();
  return (await schemes.load(tx, participation.scheme.id, participation.scheme.version)).scheme;
}

type Said = Pick<JudgementInput, 'resultsRating' | 'behaviourRating' | 'category' | 'reason'>;

/** By the official matrix, whatever the scheme. */
export function predicateFrom({ resultsRating, behaviourRating }: Said): Predicate | null {
  return resultsRating && behaviourRating ? predicateOf(resultsRating, behaviourRating) : null;
}

/** Categories of the agency's own scheme; none under the national one, where they are the predicates. */
export function categoriesOf(scheme: Scheme): Scheme['categories'] {
  return scheme.authority === 'local' ? scheme.categories : [];
}

/** By field: what is missing before a judgement can be submitted. */
export function problemsOf(scheme: Scheme, said: Said): Readonly<Record<string, string>> {
  const problems: Record<string, string> = {};
  if (!said.resultsRating) problems['results-rating'] = text.rateFirst();
  if (!said.behaviourRating) problems['behaviour-rating'] = text.rateFirst();
  const categories = categoriesOf(scheme);
  const predicate = predicateFrom(said);
  if (categories.length > 0) {
    const category = categories.find(({ code }) => code === said.category);
    if (!category) problems.category = text.categoryFirst();
    else if (predicate && category.predicates && !category.predicates.includes(predicate))
      problems.category = text.categoryWrong({ predicate: inLocale(predicateLabel(predicate)) });
  }
  if (said.reason.trim() === '') problems.reason = text.reasonFirst();
  return problems;
}

/** Whatever has come to light since the invitation counts too. Found here, it is written down when the item opens. */
async function refuseRecused(
  tx: Tx,
  actor: Actor,
  { meeting, item }: ItemStanding,
  today: string,
): Promise<void> {
  const recusals = await recusalsOf(tx, meeting, [item], [actor.personId], today);
  if (recusals.has(pairOf(item.id, actor.personId))) throw new Refusal(text.recused());
}

async function tellChairWhenAllJudged(tx: Tx, { meeting, item }: ItemStanding): Promise<void> {
  const items = (await itemsOf(tx, { meetingId: meeting.id })).filter(({ state }) => state === 'blind');
  const members = await membersOf(tx, { meetingId: meeting.id });
  const accepted = members.filter(({ state }) => state === 'accepted').map((each) => each.personId);
  if (members.some(({ state }) => state === 'invited')) return;
  const recused = await tx.db
    .selectFrom('calibration_recusals')
    .select(['item_id', 'person_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('item_id', 'in', items.map(({ id }) => id).concat(item.id))
    .execute();
  const isComplete = items.every((each) => {
    const out = recused.filter((row) => row.item_id === each.id && accepted.includes(row.person_id)).length;
    return each.judged >= accepted.length - out;
  });
  if (isComplete)
    await notify(tx, {
      personId: meeting.chairId,
      kind: 'calibration-ready',
      parameters: { period: meeting.periodName },
      path: `/calibration/${meeting.id}`,
      dedupeKey: `calibration-ready:${meeting.id}:${items.length}`,
    });
}
