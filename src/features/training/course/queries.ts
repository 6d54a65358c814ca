/** Courses as people take them: what the scheme asks, lessons with what was read, cases, attempts, certificates. */
import { type CompiledScheme, type Scheme, trainingPassOf } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { DEFAULT_VALID_MONTHS, type Standing } from '../cycle.ts';
import { isRateable } from '../rateable.ts';
import { type Attempt, attemptsOf, sentOf } from './attempts.ts';
import { type Case, casesOf } from './cases.ts';
import { type Lesson, lessonsOf, readsOf } from './lessons.ts';

export interface Course {
  readonly id: string;
  readonly schemeId: string;
}

export interface Rule {
  readonly cases: number;
  readonly withinPercent: number;
  readonly validMonths: number;
  /** What the scheme says of a certificate; null where it says nothing. */
  readonly asks: 'required' | 'recommended' | null;
}

export function ruleOf(scheme: Scheme): Rule {
  return {
    ...trainingPassOf(scheme),
    validMonths: scheme.training?.validMonths ?? DEFAULT_VALID_MONTHS,
    asks: scheme.training?.certificate ?? null,
  };
}

/** The newest version of each scheme that this agency may use and whose items can be practised. */
export async function schemesWithCourse(
  tx: Tx,
  schemes: SchemeStore,
): Promise<ReadonlyMap<string, CompiledScheme>> {
  const newest = new Map<string, CompiledScheme>();
  for (const compiled of await schemes.usable(tx)) {
    const { scheme } = compiled;
    if (!isRateable(scheme)) continue;
    const known = newest.get(scheme.id);
    if (!known || known.scheme.version < scheme.version) newest.set(scheme.id, compiled);
  }
  return newest;
}

export async function requireScheme(tx: Tx, schemes: SchemeStore, id: string): Promise<CompiledScheme> {
  const found = (await schemesWithCourse(tx, schemes)).get(id);
  if (!found) throw new NotFound();
  return found;
}

export async function findCourse(tx: Tx, schemeId: string): Promise<Course | undefined> {
  const row = await tx.db
    .selectFrom('training_courses')
    .select(['id', 'scheme_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('scheme_id', '=', schemeId)
    .executeTakeFirst();
  return row && { id: row.id, schemeId: row.scheme_id };
}

export async function courseById(tx: Tx, id: string): Promise<Course> {
  const row = await tx.db
    .selectFrom('training_courses')
    .select(['id', 'scheme_id'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirstOrThrow();
  return { id: row.id, schemeId: row.scheme_id };
}

export interface CourseView {
  readonly course: Course;
  readonly rule: Rule;
  /** Published lessons and cases only. */
  readonly lessons: readonly (Lesson & { readonly lastReadAt: Date | null })[];
  readonly cases: readonly Case[];
  readonly attempts: readonly Attempt[];
  readonly standing: Standing;
}

/** Everything about one person in one course; undefined while the agency has none for this scheme. */
export async function courseView(
  tx: Tx,
  scheme: Scheme,
  about: { readonly personId: string; readonly today: string; readonly zone: string },
): Promise<CourseView | undefined> {
  const course = await findCourse(tx, scheme.id);
  if (!course) return undefined;
  const all = await lessonsOf(tx, course.id);
  const published = all.filter(({ state }) => state === 'published');
  const reads = await readsOf(
    tx,
    about.personId,
    published.map(({ id }) => id),
  );
  const lessons = published.map((lesson) => ({ ...lesson, lastReadAt: reads.get(lesson.id) ?? null }));
  const cases = (await casesOf(tx, course.id)).filter(({ state }) => state === 'published');
  const attempts = await attemptsOf(tx, about.personId, course.id);
  const rule = ruleOf(scheme);
  return {
    course,
    rule,
    lessons,
    cases,
    attempts,
    standing: {
      lessons,
      cases: cases.map(({ id }) => id),
      attempts: sentOf(attempts, about.zone),
      ...(await heldBy(tx, about.personId, scheme.id)),
      today: about.today,
      needed: rule.cases,
    },
  };
}

/** Certificates of one person under a scheme: the one that ends last, and when one was revoked last. */
export async function heldBy(
  tx: Tx,
  personId: string,
  schemeId: string,
): Promise<Pick<Standing, 'held' | 'revokedAt'>> {
  const rows = await tx.db
    .selectFrom('training_certificates')
    .select(['valid_until as validUntil', 'revoked_at as revokedAt'])
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', personId)
    .where('scheme_id', '=', schemeId)
    .orderBy('valid_until', 'desc')
    .execute();
  const revoked = rows.flatMap(({ revokedAt }) => revokedAt?.getTime() ?? []);
  return {
    held: rows.find(({ revokedAt }) => revokedAt === null),
    revokedAt: revoked.length > 0 ? new Date(Math.max(...revoked)) : null,
  };
}
