/** Officers write cases: the dossier, the experts' ratings, publishing, and a new version of one that was published. */
import { type Actor, isAgencyOfficer, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { type Case, casesOf, findCase } from '../course/cases.ts';
import { type Course, courseById } from '../course/queries.ts';
import { trainingEvents } from '../events.ts';
import { type CaseContent, LIMITS } from '../model.ts';
import { office } from '../text-office.ts';
import { decideCase } from '../transitions.ts';
import { lockCourse } from './commands.ts';

export interface CaseInput {
  readonly heading: string;
  readonly situation: string;
  readonly content: CaseContent;
}

export interface NewCase extends CaseInput {
  /** Made when the form was drawn: the same form sent twice makes one case. */
  readonly id: string;
  readonly schemeId: string;
  readonly schemeVersion: number;
  readonly replacesId: string | null;
}

/** Gives the case that is there now: of one that is replaced there is one draft, whoever began it. */
export async function createCase(tx: Tx, actor: Actor, given: NewCase): Promise<string> {
  const course = await lockCourse(tx, actor, given.schemeId);
  const others = await casesOf(tx, course.id);
  const begun = others.find(
    ({ id, state, replacesId }) =>
      id === given.id || (state === 'draft' && given.replacesId !== null && replacesId === given.replacesId),
  );
  if (begun) return begun.id;
  const inUse = others.filter(({ state }) => state === 'draft' || state === 'published');
  if (inUse.length >= LIMITS.cases) throw new Refusal(office.tooMany({ count: LIMITS.cases }), 'heading');
  const replaced = others.find(({ id }) => id === given.replacesId);
  await tx.db
    .insertInto('training_cases')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      course_id: course.id,
      scheme_version: given.schemeVersion,
      ordinal: replaced?.ordinal ?? Math.max(0, ...others.map(({ ordinal }) => ordinal)) + 1,
      heading: given.heading,
      situation: given.situation,
      content: JSON.stringify(given.content),
      state: 'draft',
      replaces_id: replaced?.id ?? null,
      revision: 1,
      created_by: actor.personId,
      created_at: tx.now,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .execute();
  return given.id;
}

/** The case and its course, both locked. */
export async function lockCase(tx: Tx, actor: Actor, id: string): Promise<{ about: Case; course: Course }> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const found = await findCase(tx, id);
  if (!found) throw new NotFound();
  const course = await lockCourse(tx, actor, (await courseById(tx, found.courseId)).schemeId);
  const about = await findCase(tx, id, { lock: true });
  if (!about) throw new NotFound();
  return { about, course };
}

/** Only a draft changes; what was published is mended by a new version. */
export async function saveCase(
  tx: Tx,
  actor: Actor,
  given: CaseInput & { readonly id: string; readonly revision: number },
): Promise<void> {
  const { about } = await lockCase(tx, actor, given.id);
  if (about.state !== 'draft' || about.revision !== given.revision)
    throw new Conflict(office.changedElsewhere());
  await tx.db
    .updateTable('training_cases')
    .set({
      heading: given.heading,
      situation: given.situation,
      content: JSON.stringify(given.content),
      revision: about.revision + 1,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', about.id)
    .execute();
}

/** Publishing a new version takes the one it replaces out of the course in the same moment. */
export async function decideOnCase(
  tx: Tx,
  actor: Actor,
  given: {
    readonly id: string;
    readonly act: 'publish' | 'withdraw';
    /** What is published has to be whole, as it stands when it is locked. */
    readonly isWhole?: (about: Case) => boolean;
  },
): Promise<void> {
  const { about, course } = await lockCase(tx, actor, given.id);
  if (given.act === 'publish' && about.state === 'draft' && given.isWhole?.(about) === false)
    throw new Conflict(office.caseNotReady());
  await changeState(tx, actor, { about, course, act: given.act });
  if (given.act !== 'publish' || !about.replacesId) return;
  const former = await findCase(tx, about.replacesId, { lock: true });
  if (former?.state === 'published') await changeState(tx, actor, { about: former, course, act: 'replace' });
}

const EVENTS = {
  publish: trainingEvents.casePublished,
  replace: trainingEvents.caseReplaced,
  withdraw: trainingEvents.caseWithdrawn,
} as const;

async function changeState(
  tx: Tx,
  actor: Actor,
  given: { readonly about: Case; readonly course: Course; readonly act: keyof typeof EVENTS },
): Promise<void> {
  const { about, course, act } = given;
  const decision = decideCase(about.state, act, actor);
  await recordAct(
    tx,
    { process: 'training-case', subjectId: about.id, act, actorId: actor.personId },
    decision,
  );
  await tx.db
    .updateTable('training_cases')
    .set({ state: decision.ok ? decision.to : about.state, updated_by: actor.personId, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', about.id)
    .execute();
  // Each definition has the same payload; the union only says which of them happened.
  await record(tx, EVENTS[act] as typeof trainingEvents.casePublished, {
    actorId: actor.personId,
    subject: { kind: 'training-case', id: about.id },
    payload: { scheme: course.schemeId, heading: about.heading },
  });
}
