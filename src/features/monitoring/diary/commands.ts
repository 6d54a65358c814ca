/** Acts on the diary. Every act asks the table, and nothing is changed once the period's result is given. */
import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { ParticipationView, Relation } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { requireOpenPeriod, subjectOf } from '../commands/subject.ts';
import { diaryEvents } from './events.ts';
import type { DiaryLine } from './lines.ts';
import type { Observation } from './model.ts';
import { isRated, observationFor } from './queries.ts';
import { diaryText as text } from './text.ts';
import { OBSERVATION, type ObservationAct, stateOf } from './transitions.ts';

export interface ObservationWords {
  readonly onDate: string;
  readonly line: Pick<DiaryLine, 'target' | 'lineId'>;
  readonly seen: string;
  readonly effect: string | null;
  readonly link: string | null;
  readonly fileId: string | null;
}

interface About {
  readonly participantId: string;
  /** What an observation can be about, as the form offered it. */
  readonly lines: readonly DiaryLine[];
  readonly today: string;
}

export interface NewObservation extends About {
  /** Made when the form was drawn: a second click writes nothing twice. */
  readonly id: string;
  readonly words: ObservationWords;
  readonly shares: boolean;
}

/** In which role somebody keeps a diary; null where they do not. */
export function diaryRole(relations: ReadonlySet<Relation>): Observation['author']['role'] | null {
  if (relations.has('employee')) return null;
  if (relations.has('appraiser')) return 'appraiser';
  return relations.has('superior') ? 'superior' : null;
}

export async function writeObservation(tx: Tx, actor: Actor, input: NewObservation): Promise<void> {
  const view = await keeperOf(tx, actor, input.participantId);
  const role = diaryRole(view.relations);
  if (!role) throw new NotAllowed();
  requireWords(view, input, input.words);
  const written = await tx.db
    .insertInto('observations')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      participant_id: input.participantId,
      author_id: actor.personId,
      author_role: role,
      ...rowOf(input.words),
      revision: 1,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!written) return;
  await keepWording(tx, input.id, 1, input.words);
  await record(tx, diaryEvents.observationWritten, {
    actorId: actor.personId,
    subject: { kind: 'observation', id: input.id },
    payload: { participantId: input.participantId, revision: 1 },
  });
  tx.touch(actor.personId);
  if (input.shares)
    await shareObservation(tx, actor, { participantId: input.participantId, observationId: input.id });
}

export interface ChangedObservation extends About {
  readonly observationId: string;
  readonly revision: number;
  readonly words: ObservationWords;
}

/** New words in place of the old ones, which stay readable to their author. */
export async function changeObservation(tx: Tx, actor: Actor, input: ChangedObservation): Promise<void> {
  const { view, observation } = await begin(tx, actor, input, 'change');
  if (observation.revision !== input.revision) throw new Conflict(text.stale());
  requireWords(view, input, input.words);
  const revision = observation.revision + 1;
  const words = { ...input.words, fileId: input.words.fileId ?? observation.file?.id ?? null };
  await update(tx, observation.id, { ...rowOf(words), revision, updated_at: tx.now });
  await keepWording(tx, observation.id, revision, words);
  await record(tx, diaryEvents.observationChanged, {
    actorId: actor.personId,
    subject: { kind: 'observation', id: observation.id },
    payload: { participantId: input.participantId, revision },
  });
  tx.touch(actor.personId);
}

interface At {
  readonly participantId: string;
  readonly observationId: string;
}

/** From now on the person reads it, and it stays as it is. */
export async function shareObservation(tx: Tx, actor: Actor, at: At): Promise<void> {
  const { view, observation, decision } = await begin(tx, actor, at, 'share');
  await update(tx, observation.id, { shared_at: tx.now });
  const { person, period } = view.participation;
  await recordAct(
    tx,
    {
      process: 'observation',
      subjectId: observation.id,
      participantId: at.participantId,
      act: 'share',
      actorId: actor.personId,
    },
    decision,
  );
  await record(tx, diaryEvents.observationShared, {
    actorId: actor.personId,
    subject: { kind: 'observation', id: observation.id },
    personId: person.id,
    payload: { participantId: at.participantId, revision: observation.revision },
  });
  await notify(tx, {
    personId: person.id,
    kind: 'observation-shared',
    parameters: { person: actor.name, period: period.name },
    path: `/appraisals/${at.participantId}/diary`,
  });
  tx.touch(actor.personId, view.participation.appraiser?.id, view.participation.superior?.id);
}

/** Out of the list and no longer to be cited; what was written is kept. */
export async function removeObservation(tx: Tx, actor: Actor, at: At): Promise<void> {
  const { observation } = await begin(tx, actor, at, 'remove');
  await update(tx, observation.id, { removed_at: tx.now });
  await record(tx, diaryEvents.observationRemoved, {
    actorId: actor.personId,
    subject: { kind: 'observation', id: observation.id },
    payload: { participantId: at.participantId, revision: observation.revision },
  });
  tx.touch(actor.personId);
}

async function keeperOf(tx: Tx, actor: Actor, participantId: string): Promise<ParticipationView> {
  const view = await subjectOf(tx, actor, participantId, (relations) => diaryRole(relations) !== null);
  requireOpenPeriod(view);
  // A rating that is being given at this moment comes before or after this note, never beside it.
  await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', participantId)
    .forNoKeyUpdate()
    .execute();
  if (await isRated(tx, participantId)) throw new Refusal(text.rated());
  return view;
}

async function begin(tx: Tx, actor: Actor, at: At, act: ObservationAct) {
  const view = await keeperOf(tx, actor, at.participantId);
  const observation = await observationFor(tx, at, actor.personId);
  if (!observation) throw new NotFound();
  const isAuthor = observation.author.id === actor.personId;
  const decision = decide(OBSERVATION, {
    state: stateOf(observation),
    act,
    roles: new Set(isAuthor ? (['author'] as const) : []),
  });
  if (!decision.ok) throw refusalOf(decision.why);
  return { view, observation, decision };
}

function requireWords({ participation }: ParticipationView, about: About, words: ObservationWords): void {
  const { startsOn, endsOn } = participation;
  if (words.onDate > about.today) throw new Refusal(text.future(), 'onDate');
  if (words.onDate < startsOn || words.onDate > endsOn)
    throw new Refusal(text.before({ from: formatDate(startsOn), until: formatDate(endsOn) }), 'onDate');
  const { target, lineId } = words.line;
  if (target === 'whole') return;
  if (!about.lines.some((line) => line.target === target && line.lineId === lineId))
    throw new Refusal(text.lineGone(), 'line');
}

function rowOf({ onDate, line, seen, effect, link, fileId }: ObservationWords) {
  return {
    on_date: onDate,
    target: line.target,
    line_id: line.lineId,
    seen,
    effect: effect ?? '',
    link,
    file_id: fileId,
  };
}

async function update(
  tx: Tx,
  id: string,
  change: Partial<ReturnType<typeof rowOf>> & {
    revision?: number;
    updated_at?: Date;
    shared_at?: Date;
    removed_at?: Date;
  },
): Promise<void> {
  await tx.db
    .updateTable('observations')
    .set(change)
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
}

async function keepWording(tx: Tx, id: string, revision: number, words: ObservationWords): Promise<void> {
  await tx.db
    .insertInto('observation_versions')
    .values({
      agency_id: tx.agencyId,
      observation_id: id,
      revision,
      ...rowOf(words),
      saved_at: tx.now,
    })
    .execute();
}

/** What a rating that is given rests on is read by the person from that moment. */
export async function citeObservations(tx: Tx, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.db
    .updateTable('observations')
    .set({ cited_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...ids])
    .where('cited_at', 'is', null)
    .execute();
}
