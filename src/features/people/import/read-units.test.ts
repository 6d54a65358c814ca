import { describe, expect, test } from 'vitest';
import type { Value } from '#platform/spreadsheet/index.ts';
import { A, csv, found, HEADINGS, NIP, read, sheet, UNIT_HEADINGS, workbook } from './reading.fixture.ts';
import type { UnitRecord } from './records.ts';

describe('units', () => {
  const units = (...rows: Value[][]) => read([csv(UNIT_HEADINGS, ...rows)]);

  test('without code or name, or with a code twice, are refused', async () => {
    const incoming = await units(
      ['', 'Dinas', '', ''],
      ['B', '', '', ''],
      ['C', 'Satu', '', ''],
      ['c', 'Dua', '', ''],
    );
    expect(found(incoming).refused).toEqual([
      [2, 'A2', 'unitCodeMissing'],
      [3, 'B3', 'unitNameMissing'],
      [5, 'A5', 'unitTwice'],
    ]);
  });

  test('below an unknown or refused unit are refused, down the tree', async () => {
    const incoming = await units(
      ['A', 'Kota', '', ''],
      ['D', 'Seksi', 'C', ''],
      ['C', 'Bidang', 'B', ''],
      ['B', 'Dinas', 'X', ''],
    );
    expect(found(incoming).refused).toEqual([
      [3, 'C3', 'parentRefused'],
      [4, 'C4', 'parentRefused'],
      [5, 'C5', 'parentUnknown'],
    ]);
    expect(incoming.units?.units.map((unit) => unit.code)).toEqual(['A']);
  });

  test('in a circle are refused with the circle; those below it too', async () => {
    const incoming = await units(
      ['A', 'Satu', 'B', ''],
      ['B', 'Dua', 'A', ''],
      ['C', 'Tiga', 'C', ''],
      ['D', 'Empat', 'A', ''],
    );
    expect(found(incoming).refused).toEqual([
      [2, 'C2', 'cycle'],
      [3, 'C3', 'cycle'],
      [4, 'C4', 'cycle'],
      [5, 'C5', 'parentRefused'],
    ]);
    expect(incoming.refused[0]?.parameters).toEqual({ path: 'Satu → Dua → Satu' });
  });

  test('a circle closed by a unit that is recorded already is seen', async () => {
    const known: UnitRecord[] = [A, { code: 'B', name: 'Bidang', parentCode: 'A', headTitle: null }];
    const incoming = await read([csv(UNIT_HEADINGS, ['A', 'Dinas Contoh', 'B', ''])], known);
    expect(found(incoming).refused).toEqual([[2, 'C2', 'cycle']]);
  });

  test('several tops and a missing head are remarked on', async () => {
    const incoming = await read([
      await workbook(
        sheet('Unit', UNIT_HEADINGS, [
          ['A', 'Satu', '-', 'Kepala Satu'],
          ['B', 'Dua', '0', 'Kepala Dua'],
        ]),
        sheet('Pegawai', HEADINGS, [[NIP, 'Siti', 'B', 'Kepala Dua', 'PNS']]),
      ),
    ]);
    const reasons = found(incoming).warnings.filter(([, , reason]) => reason !== 'positionKindUnknown');
    expect(reasons).toEqual([
      [2, 'C2', 'severalTops'],
      [3, 'C3', 'severalTops'],
      [2, '', 'unitWithoutHead'],
    ]);
  });

  test('refused in the same import are named to the people in them', async () => {
    const incoming = await read([
      csv(UNIT_HEADINGS, ['B', 'Dinas', 'X', '']),
      csv(HEADINGS, [NIP, 'Siti', 'B', 'Analis', 'PNS']),
    ]);
    expect(found(incoming).refused).toEqual([
      [2, 'C2', 'parentUnknown'],
      [2, 'C2', 'unitRefused'],
    ]);
  });
});
