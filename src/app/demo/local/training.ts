/** Courses, certificates and workshops of the demonstration: most appraisers have taken theirs, a few have not. */
import type { Insertable } from 'kysely';
import { type CompiledScheme, trainingPassOf } from '#domain/schemes/index.ts';
import { certificateNumber } from '#features/training/certificates.ts';
import { addMonths } from '#features/training/cycle.ts';
import { caseDistance, distancesOf, isWithin } from '#features/training/distance.ts';
import type { CaseContent, Ratings } from '#features/training/model.ts';
import { type RateableItem, rateableItems } from '#features/training/rateable.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import { type Random, seededRandom } from '../random.ts';
import { moment } from '../year.ts';
import type { LocalCity } from './period.ts';
import { DOSSIERS, type DossierName, EXPERTS, type Mark } from './training/dossiers.ts';
import { COURSES } from './training/extras.ts';
import { lessonsFor } from './training/lessons.ts';
import { insertWorkshops } from './training/workshops.ts';

const SEED = 20_261_122;
const LEVELS: Readonly<Record<string, string>> = {
  t: 'teladan',
  k: 'konsisten',
  b: 'belum-konsisten',
  j: 'jarang',
};

interface MadeCase {
  readonly id: string;
  readonly content: CaseContent;
}

interface Course {
  readonly id: string;
  readonly schemeId: string;
  readonly title: string;
  readonly compiled: CompiledScheme;
  readonly lessonIds: readonly string[];
  readonly cases: readonly MadeCase[];
}

interface Rows {
  readonly reads: Insertable<DB['training_lesson_reads']>[];
  readonly attempts: Insertable<DB['training_attempts']>[];
  readonly certificates: Insertable<DB['training_certificates']>[];
}

/** How far somebody has come; `steady` holds a certificate. */
type Stage = 'steady' | 'expired' | 'learning' | 'none';

export async function seedTraining(tx: Tx, city: LocalCity): Promise<void> {
  const random = seededRandom(SEED);
  const courses = await insertCourses(tx, city);
  const appraisers = await appraisersOf(tx, city.agencyId);
  const rows: Rows = { reads: [], attempts: [], certificates: [] };
  for (const course of courses) {
    const own = appraisers.get(course.schemeId) ?? [];
    const isRequired = course.compiled.scheme.training?.certificate === 'required';
    own.forEach((personId, index) => {
      addProgress(rows, random, city, course, { personId, stage: stageOf(random, index, isRequired) });
    });
  }
  await insertAll(tx, 'training_lesson_reads', rows.reads);
  await insertAll(tx, 'training_attempts', rows.attempts);
  await insertAll(tx, 'training_certificates', rows.certificates);
  await insertWorkshops(tx, city, courses[0], [...new Set([...appraisers.values()].flat())]);
}

/** Where a certificate is required two lack theirs, those who appraise the fewest; elsewhere one in three holds one. */
function stageOf(random: Random, index: number, isRequired: boolean): Stage {
  if (isRequired) return index === 0 ? 'none' : index === 1 ? 'expired' : 'steady';
  return random.chance(0.35) ? 'steady' : random.chance(0.4) ? 'learning' : 'none';
}

/** Appraisers of the open period by scheme, those with the fewest people first. */
async function appraisersOf(tx: Tx, agencyId: string): Promise<ReadonlyMap<string, readonly string[]>> {
  const found = await tx.db
    .selectFrom('participants as p')
    .innerJoin('periods as e', (join) =>
      join.onRef('e.id', '=', 'p.period_id').on('e.agency_id', '=', agencyId),
    )
    .innerJoin('people as a', (join) =>
      join.onRef('a.id', '=', 'p.appraiser_id').on('a.agency_id', '=', agencyId),
    )
    .select(['p.scheme_id', 'a.id', 'a.name'])
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('p.agency_id', '=', agencyId)
    .where('e.state', '=', 'open')
    .groupBy(['p.scheme_id', 'a.id', 'a.name'])
    .orderBy('count')
    .orderBy('a.name')
    .execute();
  return new Map(
    [...Map.groupBy(found, (row) => row.scheme_id)].map(([id, rows]) => [id, rows.map((row) => row.id)]),
  );
}

async function insertCourses(tx: Tx, city: LocalCity): Promise<readonly Course[]> {
  const written = moment(addDays(city.today, -300));
  const by = city.officer.id;
  const made = [...city.schemes.values()].flatMap((compiled): Course[] => {
    const schemeId = compiled.scheme.id;
    const spec = COURSES[schemeId];
    if (!spec) return [];
    return [
      {
        id: newId(),
        schemeId,
        title: compiled.scheme.title.id,
        compiled,
        lessonIds: lessonsFor(schemeId).map(() => newId()),
        cases: spec.dossiers.map((name) => ({ id: newId(), content: contentOf(schemeId, name, city.today) })),
      },
    ];
  });
  const common = { agency_id: city.agencyId, revision: 1, created_by: by, created_at: written };
  const touched = { updated_by: by, updated_at: written, state: 'published' };
  await insertAll(
    tx,
    'training_courses',
    made.map(({ id, schemeId }) => ({
      agency_id: city.agencyId,
      id,
      scheme_id: schemeId,
      created_by: by,
      created_at: written,
    })),
  );
  await insertAll(
    tx,
    'training_lessons',
    made.flatMap(({ id, schemeId, lessonIds }) =>
      lessonsFor(schemeId).map((lesson, index) => ({
        ...common,
        ...touched,
        id: lessonIds[index] ?? '',
        course_id: id,
        ordinal: index + 1,
        ...lesson,
      })),
    ),
  );
  await insertAll(
    tx,
    'training_cases',
    made.flatMap(({ id, schemeId, compiled, cases }) =>
      cases.map((each, index) => {
        const name = COURSES[schemeId]?.dossiers[index] ?? 'clinic';
        return {
          ...common,
          ...touched,
          id: each.id,
          course_id: id,
          scheme_version: compiled.scheme.version,
          ordinal: index + 1,
          heading: DOSSIERS[name].heading,
          situation: DOSSIERS[name].situation,
          content: JSON.stringify(each.content),
        };
      }),
    ),
  );
  return made;
}

function contentOf(schemeId: string, name: DossierName, today: string): CaseContent {
  const year = Number(today.slice(0, 4)) - 1;
  const dossier = DOSSIERS[name];
  const ratings = (component: string, marks: readonly Mark[]) =>
    marks.map(([item, level, reason, expert = 0]) => ({
      item: `${component}.${item}`,
      expert,
      level: LEVELS[level] ?? level,
      reason,
    }));
  return {
    evidence: dossier.evidence.map(([monthDay, source, what]) => ({
      on: `${year}-${monthDay}`,
      source,
      what,
    })),
    experts: [...EXPERTS],
    ratings: [
      ...(COURSES[schemeId]?.more[name] ?? []).flatMap(([component, marks]) => ratings(component, marks)),
      // One scheme names its component of behaviour otherwise; the items are the same.
      ...ratings(schemeId === 'kupang-evaluasi' ? 'sikap' : 'perilaku', dossier.behaviour),
    ],
  };
}

function addProgress(
  rows: Rows,
  random: Random,
  city: LocalCity,
  course: Course,
  { personId, stage }: { readonly personId: string; readonly stage: Stage },
): void {
  if (stage === 'none') return;
  const months = course.compiled.scheme.training?.validMonths ?? 24;
  const daysAgo = stage === 'expired' ? 30 * months + random.between(20, 60) : random.between(40, 240);
  const passedOn = addDays(city.today, -daysAgo);
  const lessons = stage === 'learning' ? course.lessonIds.slice(0, random.between(1, 2)) : course.lessonIds;
  for (const lessonId of lessons) {
    const at = moment(addDays(passedOn, -random.between(2, 9)));
    rows.reads.push({
      agency_id: city.agencyId,
      lesson_id: lessonId,
      person_id: personId,
      first_read_at: at,
      last_read_at: at,
    });
  }
  if (stage === 'learning') return;
  const items = rateableItems(course.compiled.scheme);
  const leaning = random.pick([-1, 0, 0, 1] as const);
  course.cases.forEach((each, index) => {
    const sentAt = moment(addDays(passedOn, index - course.cases.length + 1), 3 + index);
    rows.attempts.push(attempt(random, city.agencyId, { course, each, items, personId, leaning, sentAt }));
  });
  rows.certificates.push({
    agency_id: city.agencyId,
    id: newId(),
    scheme_id: course.schemeId,
    person_id: personId,
    origin: 'course',
    number: nextNumber(rows, course.schemeId, passedOn.slice(0, 4)),
    issuer: 'Badan Kepegawaian (contoh)',
    valid_from: passedOn,
    valid_until: addMonths(passedOn, months),
    given_at: moment(passedOn, 3 + course.cases.length - 1),
  });
}

/** Numbers run by scheme and year without a gap, as they do when certificates are given. */
function nextNumber({ certificates }: Rows, schemeId: string, year: string): string {
  const before = certificates.filter(
    (each) => each.scheme_id === schemeId && String(each.valid_from).startsWith(year),
  );
  return certificateNumber(before.length + 1, schemeId, year);
}

/** Close to the experts, with a leaning of one's own now and then; it stays within what the rule asks for. */
function attempt(
  random: Random,
  agencyId: string,
  given: {
    readonly course: Course;
    readonly each: MadeCase;
    readonly items: ReadonlyMap<string, RateableItem>;
    readonly personId: string;
    readonly leaning: -1 | 0 | 1;
    readonly sentAt: Date;
  },
): Insertable<DB['training_attempts']> {
  const { course, each, items } = given;
  const ratings: Ratings = {};
  for (const { item, level, expert } of each.content.ratings) {
    if (expert === 1 && ratings[item]) continue;
    const levels = items.get(item)?.levels ?? [];
    const index = levels.findIndex(({ code }) => code === level);
    const moved = random.chance(0.2) ? index - given.leaning : index;
    ratings[item] = { level: levels[moved]?.code ?? level, reason: '' };
  }
  const { withinPercent } = trainingPassOf(course.compiled.scheme);
  const distance = caseDistance(distancesOf(items, each.content, ratings)) ?? 0;
  return {
    agency_id: agencyId,
    id: newId(),
    course_id: course.id,
    case_id: each.id,
    person_id: given.personId,
    ratings: JSON.stringify(ratings),
    revision: 2,
    state: 'sent',
    distance_basis_points: distance,
    within_percent: withinPercent,
    has_passed: isWithin(distance, withinPercent),
    started_at: new Date(given.sentAt.getTime() - 1_800_000),
    sent_at: given.sentAt,
  };
}
