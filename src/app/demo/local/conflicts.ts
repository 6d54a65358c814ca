/** Conflicts of interest of the demonstration: relations that were declared, one household, one decision. */
import { createHash } from 'node:crypto';
import { type Insertable, sql } from 'kysely';
import { schemeStore } from '#app/scheme-store.ts';
import { refreshCases } from '#features/conflicts/index.ts';
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { insertAll } from '../insert.ts';
import { moment } from '../year.ts';
import { type City, insertLooks } from './second-looks.ts';
import type { Semester } from './semesters.ts';

export async function seedConflicts(tx: Tx, city: City, past: Semester, running: Semester): Promise<void> {
  const open = await appraisedIn(tx, running.startsOn);
  const [first] = open;
  if (first) {
    await insertAll(tx, 'conflict_declarations', declarations(city, open));
    await insertHousehold(tx, city, open);
    await refreshCases(tx, schemeStore(), first.period_id, city.today);
    await settleOne(tx, city);
  }
  await insertLooks(tx, city, past);
}

interface Appraised {
  readonly id: string;
  readonly period_id: string;
  readonly person_id: string;
  readonly appraiser_id: string;
  readonly superior_id: string | null;
}

/** One by one from different appraisers, so that the relations are spread over the city. */
async function appraisedIn(tx: Tx, startsOn: string): Promise<readonly Appraised[]> {
  const { rows } = await sql<Appraised>`
    select distinct on (p.appraiser_id) p.id, p.period_id, p.person_id, p.appraiser_id, p.superior_id
    from participants p join periods e on e.agency_id = ${tx.agencyId} and e.id = p.period_id
    where p.agency_id = ${tx.agencyId} and e.starts_on = ${startsOn} and p.appraiser_id is not null
      and p.state = 'active' and p.appraiser_id <> p.person_id
    order by p.appraiser_id, p.id`.execute(tx.db);
  return rows;
}

const DECLARED = [
  {
    kind: 'family',
    relation: 'in-law',
    as: 'rater',
    state: 'confirmed',
    statement: 'Pegawai ini adalah ipar saya.',
  },
  {
    kind: 'dispute',
    relation: null,
    as: 'ratee',
    state: 'declared',
    statement: 'Ada sengketa batas tanah antara keluarga kami yang belum selesai.',
  },
  {
    kind: 'pending-case',
    relation: null,
    as: 'officer',
    state: 'confirmed',
    statement: 'Laporan pegawai atas pejabat penilai sedang diperiksa Inspektorat.',
  },
  {
    kind: 'business',
    relation: null,
    as: 'rater',
    state: 'confirmed',
    statement: 'Kami memiliki usaha katering bersama yang terdaftar.',
  },
] as const;

function declarations(
  city: City,
  open: readonly Appraised[],
): readonly Insertable<DB['conflict_declarations']>[] {
  return DECLARED.flatMap((each, at) => {
    const pair = open[at];
    if (!pair) return [];
    const by =
      each.as === 'officer' ? city.officer.id : each.as === 'rater' ? pair.appraiser_id : pair.person_id;
    const on = addDays(city.today, -20 + at * 3);
    const holds = each.state === 'confirmed';
    return [
      {
        agency_id: city.agencyId,
        id: newId(),
        rater_id: pair.appraiser_id,
        ratee_id: pair.person_id,
        kind: each.kind,
        relation: each.relation,
        since: addDays(city.today, -400),
        statement: each.statement,
        declared_as: each.as,
        declared_by: by,
        declared_at: moment(on),
        state: each.state,
        confirmed_by: holds ? by : null,
        confirmed_at: holds ? moment(on) : null,
      },
    ];
  });
}

/** Two people of one household, as a file would have told. */
async function insertHousehold(tx: Tx, city: City, open: readonly Appraised[]): Promise<void> {
  const pair = open[DECLARED.length];
  if (!pair) return;
  const batch = newId();
  const on = addDays(city.today, -30);
  await insertAll(tx, 'household_batches', [
    {
      agency_id: city.agencyId,
      id: batch,
      file_name: 'data-keluarga-pegawai.xlsx',
      state: 'recorded',
      refused: '[]',
      checked_by: city.officer.id,
      checked_at: moment(on),
      recorded_by: city.officer.id,
      recorded_at: moment(on),
    },
  ]);
  const card = createHash('sha256').update(`${city.agencyId} kartu`).digest('hex');
  await insertAll(
    tx,
    'person_households',
    [pair.appraiser_id, pair.person_id].map((person_id) => ({
      agency_id: city.agencyId,
      batch_id: batch,
      person_id,
      card_hash: card,
      address_hash: null,
      is_current: true,
    })),
  );
}

/** One of those that ask for a decision has it already. */
async function settleOne(tx: Tx, city: City): Promise<void> {
  await tx.db
    .updateTable('conflict_cases')
    .set({
      state: 'settled',
      settlement: 'kept',
      settled_by: city.officer.id,
      settled_at: moment(addDays(city.today, -2)),
      reason: 'Pejabat lain dengan jabatan setara belum ada; hasil dinilai bersama atasan.',
    })
    .where('agency_id', '=', tx.agencyId)
    .where('kind', '=', 'business')
    .where('state', '=', 'open')
    .execute();
}
