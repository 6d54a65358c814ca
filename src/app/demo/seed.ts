/** Fills an empty installation with invented cities: one under the national rule, three under schemes of their own. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { hashPassword } from '#features/accounts/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { addDemoAccounts, DEMO_PASSWORD, type SignIn } from './accounts.ts';
import { castOf, grantsOf } from './cast.ts';
import { CONTOH } from './cities/contoh.ts';
import { JAMBI } from './cities/jambi.ts';
import { KUPANG } from './cities/kupang.ts';
import { SAWAHLUNTO } from './cities/sawahlunto.ts';
import type { CitySpec } from './cities/spec.ts';
import { demoEvaluation, type EvaluationRows } from './evaluation.ts';
import { insertEarlierYears } from './history.ts';
import { insertAll } from './insert.ts';
import { insertAttributes } from './local/attributes.ts';
import { calibrationOf } from './local/calibration.ts';
import { insertDictionary, insertProfiles } from './local/competencies.ts';
import { emptyDiary, insertDiary } from './local/diary.ts';
import { askForFigures } from './local/fairness.ts';
import { insertRecords } from './local/records.ts';
import { seedLocal } from './local/seed-local.ts';
import { insertNationalLooks } from './national-looks.ts';
import { demoOrganisation } from './organisation.ts';
import { type DemoPeople, type DemoPerson, demoPeople } from './people.ts';
import { addColleagues } from './progress.ts';
import { type Random, seededRandom } from './random.ts';
import { type DemoYear, demoYear, moment, type YearSettings } from './year.ts';

/** The city of the national rule, on which the figures of speed are measured. */
export const DEMO_AGENCY = CONTOH;
const CITIES: readonly CitySpec[] = [CONTOH, SAWAHLUNTO, KUPANG, JAMBI];
const SEED = 20_260_101;

export interface DemoCity {
  readonly spec: CitySpec;
  readonly people: DemoPeople;
  /** One person for each role, to sign in as. */
  readonly cast: Readonly<
    Record<'officer' | 'unitOfficer' | 'mayor' | 'head' | 'appraiser' | 'employee' | 'auditor', DemoPerson>
  >;
}

/**
 * All or nothing, one transaction a city; about 650 people in all. Returns a sign-in for each role of each city. A city
 * that is there already stays as it is: a preparation that was interrupted goes on where it stopped, and a
 * demonstration of an earlier version gets the cities that it did not have.
 */
export async function seedDemo(
  database: Database,
  scheme: CompiledScheme,
  saved: readonly SignIn[],
): Promise<readonly SignIn[]> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  // At once: while the database writes one city, the next is being invented.
  const prepared = await Promise.all(
    CITIES.map(async (spec, index) => {
      if (isPrepared(spec, saved)) return [];
      const preparation = { scheme, passwordHash, seed: SEED + index * 100, firstSerial: 1 + index * 200 };
      return seedCity(database, spec, preparation);
    }),
  );
  return [...saved, ...prepared.flat()];
}

/** Whether every city of this version is there. */
export function isComplete(saved: readonly SignIn[]): boolean {
  return CITIES.every((spec) => isPrepared(spec, saved));
}

function isPrepared({ name }: CitySpec, saved: readonly SignIn[]): boolean {
  return saved.some((each) => each.city === name);
}

interface Preparation {
  readonly scheme: CompiledScheme;
  readonly passwordHash: string;
  readonly seed: number;
  readonly firstSerial: number;
}

async function seedCity(
  database: Database,
  spec: CitySpec,
  { scheme, passwordHash, seed, firstSerial }: Preparation,
): Promise<readonly SignIn[]> {
  const now = database.clock();
  const today = todayIn(spec.zone, now);
  const random = seededRandom(seed);
  const agencyId = newId();
  const organisation = demoOrganisation(spec);
  const people = demoPeople(random, organisation, agencyId, now, firstSerial);
  const cast = castOf(spec, people);
  return database.forAgency(agencyId).write(async (tx) => {
    const { code, name, zone } = spec;
    await tx.db
      .insertInto('agencies')
      .values({ id: agencyId, code, name, zone, is_sample: true, settings: '{}', created_at: now })
      .execute();
    const units = organisation.units.map((unit, ordinal) => ({
      agency_id: agencyId,
      id: unit.id,
      code: unit.code,
      parent_id: unit.parent?.id ?? null,
      name: unit.name,
      head_title: unit.headTitle,
      ordinal,
      active_from: '2017-01-01',
    }));
    await insertAll(tx, 'units', units);
    await insertAll(tx, 'people', people.rows.people);
    await insertAll(tx, 'placements', people.rows.placements);
    await insertAll(tx, 'appraiser_assignments', people.rows.assignments);
    await insertAll(tx, 'role_grants', grantsOf(cast, agencyId, now));
    if (spec.schemes)
      await seedLocal(tx, random, {
        agencyId,
        people,
        officer: cast.officer,
        auditor: cast.auditor,
        spec: spec.schemes,
        today,
      });
    else await insertYears(tx, { agencyId, people, cast, scheme, today, seed });
    if (spec.schemes)
      await insertRecords(tx, seed, {
        agencyId,
        people,
        employee: cast.employee,
        officer: cast.officer,
        today,
      });
    await insertCompetencies(tx, random, spec, { agencyId, people, officer: cast.officer, today });
    await insertEarlierYears(tx, { agencyId, people, officer: cast.officer, employee: cast.employee, today });
    // One city holds more than every agency knows of its people.
    if (!spec.schemes) await insertAttributes(tx, { people: people.everyone, officer: cast.officer, today });
    await askForFigures(tx, { officer: cast.officer, reportYear: spec.schemes ? null : yearBefore(today) });
    return addDemoAccounts(tx, { spec, people, cast }, passwordHash);
  });
}

/** Profiles where a scheme of the city assesses competencies; the dictionary everywhere. */
async function insertCompetencies(
  tx: Tx,
  random: Random,
  { schemes }: CitySpec,
  city: Parameters<typeof insertProfiles>[2],
): Promise<void> {
  await insertDictionary(tx, city);
  if (schemes?.rules.some(({ scheme }) => scheme === 'alak-kompetensi'))
    await insertProfiles(tx, random, city);
}

async function insertYears(
  tx: Tx,
  city: {
    readonly agencyId: string;
    readonly people: DemoPeople;
    readonly cast: DemoCity['cast'];
    readonly scheme: CompiledScheme;
    readonly today: string;
    readonly seed: number;
  },
): Promise<void> {
  const { agencyId, today, seed } = city;
  const year = yearBefore(today) + 1;
  const past = { agencyId, year: year - 1, today, isComplete: true };
  await insertYear(tx, past, { ...city, seed: seed + 1 });
  await insertYear(tx, { agencyId, year, today, isComplete: false }, { ...city, seed: seed + 2 });
}

/** The year that is closed. In the first weeks of a year the one before is still being evaluated. */
function yearBefore(today: string): number {
  return Number(addDays(today, -45).slice(0, 4)) - 1;
}

async function insertYear(
  tx: Tx,
  settings: YearSettings,
  from: Pick<DemoCity, 'people' | 'cast'> & { readonly scheme: CompiledScheme; readonly seed: number },
): Promise<void> {
  const random = seededRandom(from.seed);
  const year = demoYear(random, from.people, settings);
  addColleagues(random, year, settings);
  const lastDay = `${settings.year}-12-18`;
  const ratedOn = addDays(settings.today < lastDay ? settings.today : lastDay, -9);
  const diary = emptyDiary();
  const even = { appraiserId: from.cast.appraiser.id, employeeId: from.cast.employee.id };
  const evaluation = demoEvaluation({ random, scheme: from.scheme, year, settings, ratedOn, diary, even });
  const { officer, auditor, appraiser } = from.cast;
  const { agencyId, today } = settings;
  const { people, scheme } = from;
  const calibration = settings.isComplete
    ? undefined
    : calibrationOf({ agencyId, people, officer, appraiser, scheme, year, ratedOn, today }, evaluation);
  await insertPeriod(tx, settings, year, from.scheme);
  await insertRows(tx, year, evaluation);
  await insertDiary(tx, diary);
  await calibration?.(tx);
  if (!settings.isComplete) return;
  await insertNationalLooks(tx, {
    agencyId,
    officer,
    auditor,
    scheme: from.scheme,
    year,
    evenId: even.appraiserId,
    results: evaluation.results,
  });
}

async function insertPeriod(
  tx: Tx,
  settings: YearSettings,
  year: DemoYear,
  scheme: CompiledScheme,
): Promise<void> {
  const opened = moment(`${settings.year}-01-02`, 1);
  await tx.db
    .insertInto('periods')
    .values({
      agency_id: settings.agencyId,
      id: year.periodId,
      name: `Penilaian Kinerja ${settings.year}`,
      starts_on: `${settings.year}-01-01`,
      ends_on: `${settings.year}-12-31`,
      check_in_every: 'quarter',
      scheme_id: scheme.scheme.id,
      scheme_version: scheme.scheme.version,
      state: settings.isComplete ? 'closed' : 'open',
      plan_due_on: `${settings.year}-01-31`,
      self_assessment_due_on: `${settings.year}-12-10`,
      rating_due_on: `${settings.year}-12-20`,
      ratification_due_on: `${settings.year}-12-31`,
      objection_days: 14,
      explanation_days: 7,
      decision_days: 14,
      distribution_policy: 'advise',
      created_at: opened,
      opened_at: opened,
      closed_at: settings.isComplete ? moment(`${settings.year + 1}-01-31`) : null,
    })
    .execute();
  await insertAll(tx, 'checkpoints', year.checkpoints);
}

async function insertRows(tx: Tx, { rows }: DemoYear, evaluation: EvaluationRows): Promise<void> {
  await insertAll(tx, 'participants', rows.participants);
  await insertAll(tx, 'plans', rows.plans);
  await insertAll(tx, 'plan_versions', rows.versions);
  await insertAll(tx, 'plan_comments', rows.comments);
  await insertAll(tx, 'progress_entries', rows.progress);
  await insertAll(tx, 'evidence', rows.evidence);
  await insertAll(tx, 'feedback', rows.feedback);
  await insertAll(tx, 'check_ins', rows.checkIns);
  await insertAll(tx, 'assessments', evaluation.assessments);
  await insertAll(tx, 'results', evaluation.results);
  await insertAll(tx, 'objections', evaluation.objections);
  await insertAll(tx, 'acts', [...rows.acts, ...evaluation.acts]);
}
