/** Fills an empty installation with an invented city: one period complete, one in the middle. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { hashPassword } from '#features/accounts/index.ts';
import { addDays, todayIn } from '#platform/clock/clock.ts';
import type { Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { addDemoAccounts, DEMO_PASSWORD, type SignIn } from './accounts.ts';
import { demoEvaluation, type EvaluationRows } from './evaluation.ts';
import { insertAll } from './insert.ts';
import { demoOrganisation } from './organisation.ts';
import { type DemoPeople, type DemoPerson, demoPeople } from './people.ts';
import { addColleagues } from './progress.ts';
import { seededRandom } from './random.ts';
import { type DemoYear, demoYear, moment, type YearSettings } from './year.ts';

export const DEMO_AGENCY = {
  code: 'kota-contoh',
  name: 'Pemerintah Kota Contoh',
  zone: 'Asia/Jakarta',
} as const;
const SEED = 20_260_101;

export interface DemoCity {
  readonly people: DemoPeople;
  /** One person for each role, to sign in as. */
  readonly cast: Readonly<
    Record<'officer' | 'unitOfficer' | 'mayor' | 'head' | 'appraiser' | 'employee' | 'auditor', DemoPerson>
  >;
}

/** All or nothing, in one transaction; about 1,200 people. Returns a sign-in for each role. */
export async function seedDemo(database: Database, scheme: CompiledScheme): Promise<readonly SignIn[]> {
  const now = database.clock();
  const today = todayIn(DEMO_AGENCY.zone, now);
  // In the first weeks of a year the period of the year before is still being evaluated.
  const year = Number(addDays(today, -45).slice(0, 4));
  const agencyId = newId();
  const random = seededRandom(SEED);
  const organisation = demoOrganisation();
  const people = demoPeople(random, organisation, agencyId, now);
  const cast = castOf(people);
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  return database.forAgency(agencyId).write(async (tx) => {
    await tx.db
      .insertInto('agencies')
      .values({ id: agencyId, ...DEMO_AGENCY, is_sample: true, settings: '{}', created_at: now })
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
    await insertYear(
      tx,
      { agencyId, year: year - 1, today, isComplete: true },
      { people, scheme, seed: SEED + 1 },
    );
    await insertYear(tx, { agencyId, year, today, isComplete: false }, { people, scheme, seed: SEED + 2 });
    return addDemoAccounts(tx, { people, cast }, passwordHash);
  });
}

function castOf(people: DemoPeople): DemoCity['cast'] {
  const find = (what: string, test: (person: DemoPerson) => boolean): DemoPerson => {
    const person = people.everyone.find(test);
    if (!person) throw new Error(`the demonstration has no ${what}`);
    return person;
  };
  const appraiser = find(
    'appraiser',
    (person) => person.isHead && person.unit.name === 'Puskesmas Pasar Baru',
  );
  return {
    officer: find(
      'officer',
      (person) => !person.isHead && person.unit.name === 'Bidang Kinerja dan Penghargaan',
    ),
    unitOfficer: find(
      'unit officer',
      (person) => !person.isHead && person.unit.name === 'Sekretariat Dinas Kesehatan',
    ),
    mayor: people.mayor,
    head: find('head', (person) => person.isHead && person.unit.name === 'Dinas Kesehatan'),
    appraiser,
    employee: find('employee', (person) => !person.isHead && person.unit === appraiser.unit),
    auditor: find('auditor', (person) => !person.isHead && person.unit.name === 'Inspektur Pembantu I'),
  };
}

function grantsOf(cast: DemoCity['cast'], agency_id: string, granted_at: Date) {
  const grant = (person: DemoPerson, role: 'officer' | 'auditor' | 'leader', unit_id: string | null) => ({
    agency_id,
    id: newId(),
    person_id: person.id,
    role,
    unit_id,
    granted_at,
  });
  return [
    grant(cast.officer, 'officer', null),
    grant(cast.unitOfficer, 'officer', cast.head.unit.id),
    grant(cast.auditor, 'auditor', null),
    grant(cast.mayor, 'leader', null),
    grant(cast.head, 'leader', cast.head.unit.id),
  ];
}

async function insertYear(
  tx: Tx,
  settings: YearSettings,
  from: { readonly people: DemoPeople; readonly scheme: CompiledScheme; readonly seed: number },
): Promise<void> {
  const random = seededRandom(from.seed);
  const year = demoYear(random, from.people, settings);
  addColleagues(random, year, settings);
  const lastDay = `${settings.year}-12-18`;
  const ratedOn = addDays(settings.today < lastDay ? settings.today : lastDay, -9);
  const evaluation = demoEvaluation({ random, scheme: from.scheme, year, settings, ratedOn });
  await insertPeriod(tx, settings, year, from.scheme);
  await insertRows(tx, year, evaluation);
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
