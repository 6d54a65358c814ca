/** Officers write lessons: create, save, order, publish, withdraw. */
import { type Actor, isAgencyOfficer, recordAct } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { casesOf } from '../course/cases.ts';
import { findLesson, type Lesson, lessonsOf } from '../course/lessons.ts';
import { type Course, courseById, findCourse } from '../course/queries.ts';
import { trainingEvents } from '../events.ts';
import { LIMITS } from '../model.ts';
import { office } from '../text-office.ts';
import { decideLesson } from '../transitions.ts';

/** The course of a scheme, made with its first lesson or case, and locked: its order changes one act at a time. */
export async function lockCourse(tx: Tx, actor: Actor, schemeId: string): Promise<Course> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await tx.db
    .insertInto('training_courses')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      scheme_id: schemeId,
      created_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'scheme_id']).doNothing())
    .execute();
  const course = await findCourse(tx, schemeId);
  if (!course) throw new NotFound();
  await tx.db
    .selectFrom('training_courses')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', course.id)
    .forUpdate()
    .execute();
  return course;
}

export interface LessonInput {
  readonly title: string;
  readonly body: string;
  /** A new file, `null` for none, `undefined` to leave the one that is there. */
  readonly fileId: string | null | undefined;
}

/** The same form sent twice makes one lesson. */
export async function createLesson(
  tx: Tx,
  actor: Actor,
  given: LessonInput & { readonly id: string; readonly schemeId: string },
): Promise<void> {
  const course = await lockCourse(tx, actor, given.schemeId);
  const others = await lessonsOf(tx, course.id);
  if (others.some(({ id }) => id === given.id)) return;
  if (others.length >= LIMITS.lessons) throw new Refusal(office.tooMany({ count: LIMITS.lessons }), 'title');
  await tx.db
    .insertInto('training_lessons')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      course_id: course.id,
      ordinal: Math.max(0, ...others.map(({ ordinal }) => ordinal)) + 1,
      title: given.title,
      body: given.body,
      file_id: given.fileId ?? null,
      state: 'draft',
      revision: 1,
      created_by: actor.personId,
      created_at: tx.now,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .execute();
  await recordLesson(tx, actor, trainingEvents.lessonSaved, given.schemeId, given);
}

/** The lesson with its course locked; whoever changes it waits for the others. */
async function lockLesson(tx: Tx, actor: Actor, id: string): Promise<{ lesson: Lesson; course: Course }> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const found = await findLesson(tx, id);
  if (!found) throw new NotFound();
  const course = await lockCourse(tx, actor, (await courseById(tx, found.courseId)).schemeId);
  const lesson = await findLesson(tx, id);
  if (!lesson) throw new NotFound();
  return { lesson, course };
}

export async function saveLesson(
  tx: Tx,
  actor: Actor,
  given: LessonInput & { readonly id: string; readonly revision: number },
): Promise<void> {
  const { lesson, course } = await lockLesson(tx, actor, given.id);
  if (lesson.revision !== given.revision) throw new Conflict(office.changedElsewhere());
  await tx.db
    .updateTable('training_lessons')
    .set({
      title: given.title,
      body: given.body,
      ...(given.fileId === undefined ? {} : { file_id: given.fileId }),
      revision: lesson.revision + 1,
      updated_by: actor.personId,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', lesson.id)
    .execute();
  await recordLesson(tx, actor, trainingEvents.lessonSaved, course.schemeId, given);
}

export async function decideOnLesson(
  tx: Tx,
  actor: Actor,
  given: { readonly id: string; readonly act: 'publish' | 'withdraw' },
): Promise<void> {
  const { lesson, course } = await lockLesson(tx, actor, given.id);
  const decision = decideLesson(lesson.state, given.act, actor);
  await recordAct(
    tx,
    { process: 'training-lesson', subjectId: lesson.id, act: given.act, actorId: actor.personId },
    decision,
  );
  await tx.db
    .updateTable('training_lessons')
    .set({ state: decision.ok ? decision.to : lesson.state, updated_by: actor.personId, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', lesson.id)
    .execute();
  const event = given.act === 'publish' ? trainingEvents.lessonPublished : trainingEvents.lessonWithdrawn;
  await recordLesson(tx, actor, event, course.schemeId, lesson);
}

async function recordLesson(
  tx: Tx,
  actor: Actor,
  event:
    | typeof trainingEvents.lessonSaved
    | typeof trainingEvents.lessonPublished
    | typeof trainingEvents.lessonWithdrawn,
  scheme: string,
  { id, title }: { readonly id: string; readonly title: string },
): Promise<void> {
  // Each definition has the same payload; the union only says which of them happened.
  await record(tx, event as typeof trainingEvents.lessonSaved, {
    actorId: actor.personId,
    subject: { kind: 'training-lesson', id },
    payload: { scheme, title },
  });
}

/** Exchanges a lesson or a case with its neighbour that is still in use; at the end of the list nothing happens. */
export async function moveInCourse(
  tx: Tx,
  actor: Actor,
  given: {
    readonly schemeId: string;
    readonly what: 'lessons' | 'cases';
    readonly id: string;
    readonly by: 'up' | 'down';
  },
): Promise<void> {
  const course = await lockCourse(tx, actor, given.schemeId);
  const all: readonly { readonly id: string; readonly ordinal: number; readonly state: string }[] =
    given.what === 'lessons' ? await lessonsOf(tx, course.id) : await casesOf(tx, course.id);
  const used = all.filter(({ state }) => state === 'draft' || state === 'published');
  const index = used.findIndex(({ id }) => id === given.id);
  if (index < 0) throw new NotFound();
  const [one, other] = [used[index], used[index + (given.by === 'up' ? -1 : 1)]];
  if (!one || !other) return;
  const table = given.what === 'lessons' ? ('training_lessons' as const) : ('training_cases' as const);
  for (const [id, ordinal] of [
    [one.id, other.ordinal],
    [other.id, one.ordinal],
  ] as const)
    await tx.db
      .updateTable(table)
      .set({ ordinal })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', id)
      .execute();
}
