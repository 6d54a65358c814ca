import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import type { AgencyDb } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { countsOf, type ImportOptions, importPeople } from './import-people.ts';
import type { ImportFile } from './read-files.ts';

const { database } = await testDatabase();
const siasn: ImportFile[] = ['siasn-hierarki-unor.xlsx', 'siasn-pegawai.xlsx'].map((name) => ({
  name,
  bytes: readFileSync(`test/data/siasn/${name}`),
}));
const options: ImportOptions = {
  dryRun: false,
  allOrNothing: false,
  completeness: 'auto',
  asOf: '2026-11-23',
  actorId: null,
};
const NONE = { added: 0, changed: 0, ended: 0, unchanged: 0 };

async function agency(code: string): Promise<AgencyDb> {
  const id = newId();
  const row = { id, code, name: code, zone: 'Asia/Jakarta', settings: '{}', created_at: new Date() };
  await database.shared.insertInto('agencies').values(row).execute();
  return database.forAgency(id);
}

const rowsOf = (db: AgencyDb) =>
  db.read(async (tx) => ({
    units: await tx.db.selectFrom('units').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    people: await tx.db.selectFrom('people').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    placements: await tx.db
      .selectFrom('placements')
      .selectAll()
      .where('agency_id', '=', tx.agencyId)
      .orderBy('valid_from')
      .execute(),
    events: await tx.db.selectFrom('audit_events').selectAll().where('agency_id', '=', tx.agencyId).execute(),
  }));

function csv(name: string, headings: string[], ...rows: string[][]): ImportFile {
  const columns = headings.map((heading) => ({ heading }));
  return { name, bytes: writeCsv({ name, columns, rows }) };
}
const unitsFile = (...rows: string[][]) =>
  csv('unit.csv', ['Kode unit', 'Nama unit', 'Kode unit induk', 'Jabatan pimpinan'], ...rows);
const peopleFile = (...rows: string[][]) =>
  csv('pegawai.csv', ['NIP', 'Nama', 'Kode unit', 'Jabatan', 'Jenis jabatan', 'TMT jabatan'], ...rows);

describe('the national export', () => {
  let db: AgencyDb;
  beforeAll(async () => {
    db = await agency('kota-siasn');
  });

  test('a dry run tells everything and writes nothing', async () => {
    const outcome = await importPeople(db, siasn, { ...options, dryRun: true });
    expect(outcome.committed).toBe(false);
    expect(countsOf(outcome.difference)).toEqual({
      units: { ...NONE, added: 129 },
      people: { ...NONE, added: 1214 },
    });
    expect(outcome.refused).toHaveLength(25);
    expect(await rowsOf(db)).toEqual({ units: [], people: [], placements: [], events: [] });
  });

  test('all or nothing writes nothing while a row is refused', async () => {
    const outcome = await importPeople(db, siasn, { ...options, allOrNothing: true });
    expect(outcome.committed).toBe(false);
    expect(await rowsOf(db)).toEqual({ units: [], people: [], placements: [], events: [] });
  });

  test('the good rows are written with one event that names the files', async () => {
    const stages: string[] = [];
    const onProgress = (stage: string, done: number, total: number) =>
      stages.push(`${stage} ${done}/${total}`);
    const outcome = await importPeople(db, siasn, { ...options, onProgress });
    expect(outcome.committed).toBe(true);
    const rows = await rowsOf(db);
    expect([rows.units.length, rows.people.length, rows.placements.length]).toEqual([129, 1214, 1214]);
    expect(rows.units.filter((unit) => unit.parent_id === null)).toHaveLength(1);
    expect(rows.events).toMatchObject([
      { type: 'people.imported', payload: { people: { added: 1214 }, refused: 25 } },
    ]);
    expect(stages.at(-1)).toBe('writing 2557/2557');
    const head = rows.people.find((person) => person.nip === '198209152015062001');
    expect(head).toMatchObject({ name: 'Elma Zahrah', birth_date: '1982-09-15', rank: 'IV/d', kind: 'pns' });
  });

  test('again, on a later day, changes nothing and leaves no event', async () => {
    const outcome = await importPeople(db, siasn, { ...options, asOf: '2026-12-01' });
    expect(countsOf(outcome.difference)).toEqual({
      units: { ...NONE, unchanged: 129 },
      people: { ...NONE, unchanged: 1214 },
    });
    expect(outcome.committed).toBe(true);
    expect((await rowsOf(db)).events).toHaveLength(1);
  });

  test('is invisible to another agency', async () => {
    const other = await agency('kota-lain');
    expect((await rowsOf(other)).people).toEqual([]);
  });
});

describe('a small agency with the template as CSV', () => {
  const nip = ['198001012005011001', '198001012005012002', '199003032020122003'] as const;
  const units = unitsFile(['A', 'Dinas Contoh', '', 'Kepala Dinas'], ['B', 'Sekretariat', 'A', 'Sekretaris']);
  const first = peopleFile(
    [nip[0], 'Budi', 'A', 'Kepala Dinas', 'JPT Pratama', '01-02-2022'],
    [nip[1], 'Siti', 'B', 'Analis Ahli Muda', 'Fungsional', '01-02-2022'],
    [nip[2], 'Rina', 'B', 'Arsiparis Terampil', 'Fungsional', '01-02-2022'],
  );

  test('keeps the history of who moves, ends who is missing, takes back who returns', async () => {
    const db = await agency('dinas-contoh');
    await importPeople(db, [units, first], { ...options, asOf: '2026-01-05' });
    const second = peopleFile(
      [nip[0], 'Budi', 'A', 'Kepala Dinas', 'JPT Pratama', '01-02-2022'],
      [nip[1], 'Siti Aminah', 'A', 'Analis Ahli Muda', 'Fungsional', '01-06-2026'],
    );
    const outcome = await importPeople(db, [second], { ...options, asOf: '2026-07-01' });
    expect(countsOf(outcome.difference).people).toEqual({ added: 0, changed: 1, ended: 1, unchanged: 1 });
    const rows = await rowsOf(db);
    const of = (number: string) => {
      const person = rows.people.find((each) => each.nip === number);
      const unitOf = new Map(rows.units.map((unit) => [unit.id, unit.code]));
      const spans = rows.placements
        .filter((each) => each.person_id === person?.id)
        .map((each) => [unitOf.get(each.unit_id), each.valid_from, each.valid_until]);
      return { name: person?.name, ended: person?.ended_on, spans };
    };
    expect(of(nip[1])).toEqual({
      name: 'Siti Aminah',
      ended: null,
      spans: [
        ['B', '2022-02-01', '2026-06-01'],
        ['A', '2026-06-01', null],
      ],
    });
    expect(of(nip[2])).toEqual({
      name: 'Rina',
      ended: '2026-07-01',
      spans: [['B', '2022-02-01', '2026-07-01']],
    });

    const events = rows.events.filter((event) => event.person_id !== null);
    expect(events.map(({ type, payload }) => ({ type, payload }))).toMatchObject([
      { type: 'people.person-changed-by-import', payload: { fields: ['name', 'unitCode', 'from'] } },
      { type: 'people.person-ended-by-import', payload: { endedOn: '2026-07-01', status: null } },
    ]);

    const third = await importPeople(db, [first], { ...options, asOf: '2026-08-01' });
    expect(countsOf(third.difference).people).toEqual({ added: 0, changed: 2, ended: 0, unchanged: 1 });
    const again = await importPeople(db, [first], { ...options, asOf: '2026-09-01' });
    expect(countsOf(again.difference).people).toEqual({ added: 0, changed: 0, ended: 0, unchanged: 3 });
  });

  test('renames, moves and ends units', async () => {
    const db = await agency('dinas-unit');
    await importPeople(
      db,
      [unitsFile(['A', 'Dinas', '', ''], ['B', 'Sekretariat', 'A', ''], ['C', 'Seksi', 'B', ''])],
      options,
    );
    const outcome = await importPeople(
      db,
      [unitsFile(['D', 'Pemerintah', '', ''], ['A', 'Dinas Baru', 'D', ''], ['B', 'Sekretariat', 'A', ''])],
      { ...options, asOf: '2026-12-01' },
    );
    expect(countsOf(outcome.difference).units).toEqual({ added: 1, changed: 1, ended: 1, unchanged: 1 });
    const { units: rows } = await rowsOf(db);
    expect(rows.find((unit) => unit.code === 'A')).toMatchObject({
      name: 'Dinas Baru',
      parent_id: rows.find((unit) => unit.code === 'D')?.id,
    });
    expect(rows.find((unit) => unit.code === 'C')?.active_until).toBe('2026-12-01');
  });

  test('two imports at once give one result', async () => {
    const db = await agency('dua-impor');
    const outcomes = await Promise.all([
      importPeople(db, [units, first], options),
      importPeople(db, [units, first], options),
    ]);
    expect(outcomes.map((outcome) => outcome.difference.people.added.length).sort()).toEqual([0, 3]);
    expect((await rowsOf(db)).people).toHaveLength(3);
  });

  test('a failure in the middle leaves nothing behind', async () => {
    const db = await agency('gagal');
    const onProgress = (stage: string, done: number) => {
      if (stage === 'writing' && done > 4) throw new Error('power cut');
    };
    await expect(importPeople(db, [units, first], { ...options, onProgress })).rejects.toThrow('power cut');
    expect(await rowsOf(db)).toEqual({ units: [], people: [], placements: [], events: [] });
  });
});

describe('people with a role', () => {
  test('are not ended by a file that leaves them out, or the officers would lock themselves out', async () => {
    const city = await createCity(database, 'kota-berperan');
    const file = peopleFile([
      '198001012005011001',
      'Budi',
      'PUSKESMAS-CONTOH',
      'Perawat',
      'Pelaksana',
      '01-02-2022',
    ]);
    const outcome = await importPeople(city.db, [file], { ...options, completeness: 'complete' });
    const ended = outcome.difference.people.ended.map(({ current }) => current.id);
    expect(ended).toContain(city.employee.id);
    for (const { id } of [city.officer, city.unitOfficer, city.auditor]) expect(ended).not.toContain(id);
    expect(outcome.warnings.filter((each) => each.reason === 'roleHolderKept')).toHaveLength(3);
  });
});

describe('the unit that an agency begins with', () => {
  test('becomes the root of the first hierarchy, with whoever was placed in it', async () => {
    const db = await agency('kota-awal');
    const [unitId, personId] = [newId(), newId()];
    await db.write(async (tx) => {
      const root = { id: unitId, code: 'KOTA-AWAL', name: 'Kota Awal', active_from: '2026-01-01' };
      await tx.db
        .insertInto('units')
        .values({ agency_id: tx.agencyId, ...root })
        .execute();
      const mayor = {
        id: personId,
        kind: 'non-asn',
        name: 'Wali Kota',
        created_at: tx.now,
        updated_at: tx.now,
      };
      await tx.db
        .insertInto('people')
        .values({ agency_id: tx.agencyId, ...mayor })
        .execute();
      const post = { id: newId(), person_id: personId, unit_id: unitId, kind: 'definitive' };
      const what = {
        position_name: 'Wali Kota',
        position_kind: 'other',
        is_head: true,
        valid_from: '2026-01-01',
      };
      await tx.db
        .insertInto('placements')
        .values({ agency_id: tx.agencyId, ...post, ...what })
        .execute();
    });
    const files = [unitsFile(['A', 'Pemerintah Kota', '', 'Wali Kota'], ['B', 'Dinas', 'A', 'Kepala Dinas'])];
    const first = await importPeople(db, files, options);
    expect(countsOf(first.difference).units).toEqual({ added: 1, changed: 1, ended: 0, unchanged: 0 });
    const { units, placements } = await rowsOf(db);
    expect(units.map(({ code, parent_id }) => [code, parent_id]).sort()).toEqual([
      ['A', null],
      ['B', unitId],
    ]);
    expect(units.find(({ id }) => id === unitId)).toMatchObject({ code: 'A', name: 'Pemerintah Kota' });
    expect(placements).toMatchObject([{ unit_id: unitId, valid_until: null }]);
    const again = await importPeople(db, files, options);
    expect(countsOf(again.difference).units).toEqual({ ...NONE, unchanged: 2 });
  });
});
