/**
 * A small city for tests: every role of an appraisal, one open period, and a second agency whose people must
 * never see or do anything here. All people are invented.
 */
import type { AgencyDb, Database, Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';

export interface TestPerson {
  readonly id: string;
  readonly accountId: string;
  readonly name: string;
}

export interface City {
  readonly agencyId: string;
  readonly code: string;
  readonly db: AgencyDb;
  readonly units: {
    readonly city: string;
    readonly health: string;
    readonly clinic: string;
    readonly schools: string;
  };
  readonly mayor: TestPerson;
  /** Head of the health office: superior of `appraiser`, atasan pejabat penilai of `employee`. */
  readonly head: TestPerson;
  /** Head of the clinic: appraises employee and colleague. */
  readonly appraiser: TestPerson;
  readonly employee: TestPerson;
  readonly colleague: TestPerson;
  /** Works in the schools unit; no relation to the clinic. */
  readonly stranger: TestPerson;
  readonly officer: TestPerson;
  /** Officer of the health office only. */
  readonly unitOfficer: TestPerson;
  readonly auditor: TestPerson;
  readonly periodId: string;
  readonly checkpointIds: readonly string[];
  /** Participant ids by person. */
  readonly participants: {
    readonly head: string;
    readonly appraiser: string;
    readonly employee: string;
    readonly colleague: string;
    readonly stranger: string;
  };
}

const FROM = '2024-01-01';
let serial = 0;

/** A valid, invented NIP; each call gives another. */
export function inventNip(): string {
  serial += 1;
  return `198501012010${String((serial % 12) + 1).padStart(2, '0')}1${String((serial % 998) + 1).padStart(3, '0')}`;
}

export async function createCity(database: Database, code = 'kota-contoh'): Promise<City> {
  const agencyId = newId();
  await database.shared
    .insertInto('agencies')
    .values({
      id: agencyId,
      code,
      name: `Pemerintah ${code}`,
      zone: 'Asia/Jakarta',
      is_sample: true,
      settings: '{}',
      created_at: new Date(),
    })
    .execute();
  const db = database.forAgency(agencyId);
  return db.write(async (tx) => {
    const units = await createUnits(tx);
    const people = await createPeople(tx, code, units);
    const period = await createPeriod(tx);
    const join = (person: Placed, appraiser: TestPerson | null, superior: TestPerson | null) =>
      createParticipant(tx, { periodId: period.periodId, person, appraiser, superior });
    const participants = {
      head: await join(people.head, people.mayor, people.mayor),
      appraiser: await join(people.appraiser, people.head, people.mayor),
      employee: await join(people.employee, people.appraiser, people.head),
      colleague: await join(people.colleague, people.appraiser, people.head),
      stranger: await join(people.stranger, people.head, people.mayor),
    };
    return { agencyId, code, db, units, ...people, ...period, participants };
  });
}

async function createUnits(tx: Tx): Promise<City['units']> {
  const units = { city: newId(), health: newId(), clinic: newId(), schools: newId() };
  const row = (id: string, parent_id: string | null, name: string) => ({
    agency_id: tx.agencyId,
    id,
    code: name.toUpperCase().replaceAll(' ', '-'),
    parent_id,
    name,
    head_title: `Kepala ${name}`,
    active_from: FROM,
  });
  await tx.db
    .insertInto('units')
    .values([
      row(units.city, null, 'Pemerintah Kota'),
      row(units.health, units.city, 'Dinas Kesehatan'),
      row(units.clinic, units.health, 'Puskesmas Contoh'),
      row(units.schools, units.city, 'Dinas Pendidikan'),
    ])
    .execute();
  return units;
}

interface Placed extends TestPerson {
  readonly placementId: string;
  readonly unitId: string;
}

type People = Record<
  | 'mayor'
  | 'head'
  | 'appraiser'
  | 'employee'
  | 'colleague'
  | 'stranger'
  | 'officer'
  | 'unitOfficer'
  | 'auditor',
  Placed
>;

async function createPeople(tx: Tx, code: string, units: City['units']): Promise<People> {
  const make = (name: string, unitId: string, post: string, kind: string, isHead: boolean) =>
    createPerson(tx, { account: `${code}:${name}`, name, unitId, post, kind, isHead });
  const people: People = {
    mayor: await make('Walikota Contoh', units.city, 'Wali Kota', 'other', true),
    head: await make('Sari Wulandari', units.health, 'Kepala Dinas Kesehatan', 'jpt-pratama', true),
    appraiser: await make('Budi Santoso', units.clinic, 'Kepala Puskesmas', 'administrator', true),
    employee: await make('Rina Novita', units.clinic, 'Perawat Ahli Pertama', 'jf', false),
    colleague: await make('Dewi Lestari', units.clinic, 'Bidan Terampil', 'jf', false),
    stranger: await make('Agus Salim', units.schools, 'Pengelola Data', 'pelaksana', false),
    officer: await make('Maya Putri', units.city, 'Analis SDM Aparatur', 'jf', false),
    unitOfficer: await make('Tono Wijaya', units.health, 'Pengelola Kepegawaian', 'pelaksana', false),
    auditor: await make('Indah Permata', units.city, 'Auditor Ahli Muda', 'jf', false),
  };
  const grant = (person: TestPerson, role: string, unit_id: string | null) => ({
    agency_id: tx.agencyId,
    id: newId(),
    person_id: person.id,
    role,
    unit_id,
    granted_at: tx.now,
  });
  await tx.db
    .insertInto('role_grants')
    .values([
      grant(people.officer, 'officer', null),
      grant(people.unitOfficer, 'officer', units.health),
      grant(people.auditor, 'auditor', null),
      grant(people.mayor, 'leader', null),
    ])
    .execute();
  return people;
}

/** One more person with a definitive post. */
export async function createPerson(
  tx: Tx,
  made: { account: string; name: string; unitId: string; post: string; kind: string; isHead?: boolean },
): Promise<Placed> {
  const [id, placementId] = [newId(), newId()];
  const isMayor = made.kind === 'other';
  await tx.db
    .insertInto('people')
    .values({
      agency_id: tx.agencyId,
      id,
      kind: isMayor ? 'non-asn' : 'pns',
      nip: isMayor ? null : inventNip(),
      name: made.name,
      rank: isMayor ? null : 'III/b',
      account_id: made.account,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .execute();
  await tx.db
    .insertInto('placements')
    .values({
      agency_id: tx.agencyId,
      id: placementId,
      person_id: id,
      unit_id: made.unitId,
      kind: 'definitive',
      position_name: made.post,
      position_kind: made.kind,
      position_level: made.kind === 'jf' ? 'ahli-pertama' : null,
      is_head: made.isHead ?? false,
      valid_from: FROM,
    })
    .execute();
  return { id, accountId: made.account, name: made.name, placementId, unitId: made.unitId };
}

async function createPeriod(tx: Tx): Promise<{ periodId: string; checkpointIds: string[] }> {
  const periodId = newId();
  await tx.db
    .insertInto('periods')
    .values({
      agency_id: tx.agencyId,
      id: periodId,
      name: 'Penilaian 2026',
      starts_on: '2026-01-01',
      ends_on: '2026-12-31',
      check_in_every: 'quarter',
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      state: 'open',
      plan_due_on: '2026-01-31',
      self_assessment_due_on: '2026-12-10',
      rating_due_on: '2026-12-20',
      ratification_due_on: '2026-12-31',
      objection_days: 14,
      explanation_days: 7,
      decision_days: 14,
      distribution_policy: 'advise',
      created_at: tx.now,
      opened_at: tx.now,
    })
    .execute();
  const quarters = [
    ['2026-01-01', '2026-03-31', '2026-04-10'],
    ['2026-04-01', '2026-06-30', '2026-07-10'],
    ['2026-07-01', '2026-09-30', '2026-10-10'],
    ['2026-10-01', '2026-12-31', '2026-12-20'],
  ] as const;
  const checkpoints = quarters.map(([starts_on, ends_on, due_on], index) => ({
    agency_id: tx.agencyId,
    id: newId(),
    period_id: periodId,
    ordinal: index + 1,
    name: `Triwulan ${['I', 'II', 'III', 'IV'][index]}`,
    starts_on,
    ends_on,
    due_on,
  }));
  await tx.db.insertInto('checkpoints').values(checkpoints).execute();
  return { periodId, checkpointIds: checkpoints.map((each) => each.id) };
}

async function createParticipant(
  tx: Tx,
  made: { periodId: string; person: Placed; appraiser: TestPerson | null; superior: TestPerson | null },
): Promise<string> {
  const id = newId();
  await tx.db
    .insertInto('participants')
    .values({
      agency_id: tx.agencyId,
      id,
      period_id: made.periodId,
      person_id: made.person.id,
      placement_id: made.person.placementId,
      unit_id: made.person.unitId,
      appraiser_id: made.appraiser?.id ?? null,
      superior_id: made.superior?.id ?? null,
      starts_on: '2026-01-01',
      ends_on: '2026-12-31',
      state: 'active',
      scheme_id: 'permenpanrb-6-2022',
      scheme_version: 1,
      created_at: tx.now,
    })
    .execute();
  return id;
}
