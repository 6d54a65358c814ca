import { describe, expect, test } from 'vitest';
import { describe as say } from './finding.ts';
import { A, csv, found, HEADINGS, NIP, person, read, sheet, workbook } from './reading.fixture.ts';
import { templateCsv, templateWorkbook } from './template.ts';

describe('headings', () => {
  test('are found below a letterhead, in any order and spelling; other columns are noted', async () => {
    const bytes = new TextEncoder().encode(
      `PEMERINTAH KOTA CONTOH\n\nkode_unit;JABATAN;Nama ;Nip;Catatan\nA;Analis;Siti;${NIP};x\n`,
    );
    const incoming = await read([{ name: 'a.csv', bytes }], [A]);
    expect(incoming.people?.people[0]).toMatchObject({ nip: NIP, origin: { row: 4 } });
    expect(incoming.warnings[0]).toMatchObject({
      reason: 'headingUnknown',
      row: 3,
      cell: 'E3',
      column: 'Catatan',
    });
  });

  test('that are missing or double are named', async () => {
    const missing = await read(
      [csv(['NIP', 'Nama', 'Kode unit', 'Golongan'], [NIP, 'Siti', 'A', 'III/a'])],
      [A],
    );
    expect(missing.refused).toMatchObject([
      { reason: 'headingMissing', row: 1, parameters: { heading: 'Jabatan' } },
    ]);
    expect(missing.people).toBeNull();
    const twice = await read([csv([...HEADINGS, 'nama'], [...person(NIP), 'x'])], [A]);
    expect(found(twice).refused).toEqual([[1, 'F1', 'headingTwice']]);
  });

  test('of a foreign file, an empty sheet, a damaged file or the wrong file are refused in words', async () => {
    const foreign = await read([csv(['Tanggal', 'Uraian'], ['1', 'x'])]);
    const empty = await read([csv(HEADINGS)]);
    const damaged = await read([{ name: 'a.xlsx', bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) }]);
    const wrong = await read([{ ...csv(HEADINGS, person(NIP)), holds: 'units' }], [A]);
    expect([foreign, empty, damaged, wrong].map((each) => each.refused[0]?.reason)).toEqual([
      'noSheet',
      'noRows',
      'unreadable',
      'noUnits',
    ]);
    expect(wrong.people).toBeNull();
    const [first] = damaged.refused;
    expect(first && say(first).reason).toContain('rusak');
  });

  test('of sheets beside the known ones are passed over with a remark', async () => {
    const file = await workbook(sheet('Catatan', ['x'], [['y']]), sheet('Pegawai', HEADINGS, [person(NIP)]));
    const incoming = await read([file], [A]);
    expect(incoming.people?.people).toHaveLength(1);
    expect(incoming.warnings).toContainEqual(
      expect.objectContaining({ reason: 'sheetIgnored', sheet: 'Catatan' }),
    );
  });
});

describe('the template', () => {
  test('is recognised; empty it is refused, without complaint about its help sheet', async () => {
    const incoming = await read([{ name: 'templat.xlsx', bytes: await templateWorkbook() }]);
    expect(incoming.refused.map((each) => [each.sheet, each.reason])).toEqual([
      ['Unit', 'noRows'],
      ['Pegawai', 'noRows'],
    ]);
    expect(incoming.warnings).toEqual([]);
  });

  test('as CSV is recognised', async () => {
    for (const holds of ['units', 'people'] as const) {
      const incoming = await read([{ name: 'templat.csv', bytes: templateCsv(holds), holds }]);
      expect(incoming.refused.map((each) => each.reason)).toEqual(['noRows']);
    }
  });
});
