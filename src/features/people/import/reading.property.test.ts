import fc from 'fast-check';
import { expect, test } from 'vitest';
import { describe as say } from './finding.ts';
import { A, csv, HEADINGS, NIP, read } from './reading.fixture.ts';

const odd = fc.oneof(
  fc.string({ maxLength: 30 }),
  // Control characters make a file that is not text at all; that is another test.
  fc.string({ unit: 'binary', maxLength: 10 }).map((text) => text.replace(/\p{Control}/gu, '')),
  fc.constantFrom(
    '',
    ' ',
    '-',
    '#REF!',
    '=1+1',
    'A',
    NIP,
    '1.98E+17',
    '31-02-1990',
    'Pensiun',
    'PPPK',
    'x'.repeat(600),
  ),
  fc.integer().map(String),
);
const columns = [
  'Tanggal lahir',
  'Jenis kelamin',
  'Golongan',
  'TMT jabatan',
  'Surel',
  'Nomor HP',
  'Status',
  'Eselon',
];

test('whatever stands in the cells, every row is taken in, ended or refused with a remedy', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.array(odd, { minLength: 13, maxLength: 13 }), { minLength: 1, maxLength: 8 }),
      async (rows) => {
        const incoming = await read([csv([...HEADINGS, ...columns], ...rows)], [A]);
        const seen = [
          ...(incoming.people?.people ?? []).map((person) => person.origin.row),
          ...(incoming.people?.leavers ?? []).map((leaver) => leaver.origin.row),
          ...incoming.refused.map((each) => each.row),
        ];
        const blank = (row: string[]) => row.every((cell) => cell.trim() === '');
        fc.pre(!rows.every(blank));
        const expected = rows.flatMap((row, index) => (blank(row) ? [] : [index + 2]));
        expect([...new Set(seen)].sort((a, b) => a - b)).toEqual(expected);
        for (const each of [...incoming.refused, ...incoming.warnings]) {
          expect(say(each).remedy.length).toBeGreaterThan(5);
        }
      },
    ),
    { numRuns: 300 },
  );
});
