/** The national export with every fault that siasn-faults.json lists, row by row. */
import { readFileSync } from 'node:fs';
import { beforeAll, describe, expect, test } from 'vitest';
import { withLocale } from '#platform/locale/locale.ts';
import { describe as say } from './finding.ts';
import { type Incoming, openImportFiles, readImport } from './read-files.ts';
import type { Reason } from './text.ts';

type Fault = { row: number; what: string; nip: string | number; nama: string };

const folder = 'test/data/siasn';
const faults: Fault[] = JSON.parse(readFileSync(`${folder}/siasn-faults.json`, 'utf8'));
const UNITS = 'siasn-hierarki-unor.xlsx';
const PEOPLE = 'siasn-pegawai.xlsx';
let incoming: Incoming;

beforeAll(async () => {
  const files = [UNITS, PEOPLE].map((name) => ({ name, bytes: readFileSync(`${folder}/${name}`) }));
  incoming = readImport(await openImportFiles(files), []);
});

const inRow = (row: number) => ({
  person: incoming.people?.people.find((person) => person.origin.row === row),
  leaver: incoming.people?.leavers.find((leaver) => leaver.origin.row === row),
  refused: incoming.refused.filter((each) => each.file === PEOPLE && each.row === row),
  warnings: incoming.warnings.filter((each) => each.file === PEOPLE && each.row === row),
});

const REFUSED: Record<string, readonly [Reason, column: string, letter: string]> = {
  'refuse: impossible birth date in NIP': ['nipBirthDate', 'NIP BARU', 'B'],
  'refuse: NIP of 17 digits': ['nipLength', 'NIP BARU', 'B'],
  'refuse: NIP was stored as a number and lost digits': ['nipLostDigits', 'NIP BARU', 'B'],
  'refuse: no name': ['nameMissing', 'NAMA', 'D'],
  'refuse: unknown unit': ['unitUnknown', 'UNOR ID', 'BC'],
  'refuse or merge: same NIP twice': ['nipTwice', 'NIP BARU', 'B'],
};
const WARNED: Record<string, readonly [Reason, letter: string]> = {
  'warn: sex differs from NIP': ['sexDiffers', 'J'],
  'warn: birth date differs from NIP': ['birthDateDiffers', 'I'],
  'skip or end: no longer active': ['left', 'Y'],
};

describe('each listed fault', () => {
  test.each(faults)('row $row, $what', ({ row, what, nip, nama }) => {
    const found = inRow(row);
    const refusal = REFUSED[what];
    if (refusal) {
      const [reason, column, letter] = refusal;
      expect(found.person).toBeUndefined();
      expect(found.refused).toMatchObject([{ reason, column, cell: `${letter}${row}`, sheet: 'DATA UTAMA' }]);
      if (column === 'NIP BARU') expect(found.refused[0]?.value).toBe(String(nip));
      return;
    }
    expect(found.refused).toEqual([]);
    const warning = WARNED[what];
    expect(found.warnings).toMatchObject(
      warning ? [{ reason: warning[0], cell: `${warning[1]}${row}` }] : [],
    );
    if (what.startsWith('skip or end')) {
      expect(found.person).toBeUndefined();
      expect(found.leaver).toMatchObject({ key: nip, status: 'Pensiun' });
      return;
    }
    expect(what).toMatch(/^(ok|warn):/);
    expect(found.person?.nip).toBe(String(nip).replace(/[' ]/g, ''));
    expect(found.person?.details.name.toUpperCase()).toBe(nama.trim());
    expect(found.person?.details.birthDate).toMatch(/^\d{4}-\d\d-\d\d$/);
  });
});

describe('the file as a whole', () => {
  test('nothing but the listed faults is refused; blank rows at the end are passed over', () => {
    const listed = faults.filter((fault) => fault.what.startsWith('refuse')).map((fault) => fault.row);
    expect(incoming.refused.map((each) => each.row).sort((a, b) => a - b)).toEqual(listed);
    // 1,245 rows with people, less those refused and those who have left.
    expect(listed).toHaveLength(25);
    expect(incoming.people?.leavers).toHaveLength(6);
    expect(incoming.people?.people).toHaveLength(1245 - 25 - 6);
    expect(incoming.units?.units).toHaveLength(129);
  });

  test('nothing but the listed faults and the units they leave without a head is remarked on', () => {
    const ofPeople = incoming.warnings.filter((each) => each.file === PEOPLE);
    const remarked = ofPeople.filter((each) => each.reason !== 'levelUnknown').map((each) => each.row);
    // "Kepala UPTD Puskesmas" is a functional post there, without the level that such a post has.
    const withoutLevel = ofPeople.filter((each) => each.reason === 'levelUnknown').map((each) => each.row);
    expect(withoutLevel).toEqual([44, 45, 46, 47, 48, 49]);
    const listed = faults.filter((fault) => /^(warn|skip)/.test(fault.what)).map((fault) => fault.row);
    expect(remarked.sort((a, b) => a - b)).toEqual(listed);
    const rest = incoming.warnings.filter((each) => each.file !== PEOPLE);
    expect(new Set(rest.map((each) => each.reason))).toEqual(
      new Set(rest.length > 0 ? ['unitWithoutHead'] : []),
    );
  });

  test('a second row of one NIP names the first', () => {
    // Found by hand in the file: row 1242 repeats row 1014.
    expect(inRow(1242).refused[0]?.parameters).toEqual({ row: '1014' });
  });

  test('a report tells reason and remedy in the language of the reader', () => {
    const refused = inRow(623).refused[0];
    if (!refused) throw new Error('row 623 was not refused');
    expect(say(refused).reason).toContain('tersimpan sebagai angka');
    expect(say(refused).remedy).toContain('Teks');
    expect(withLocale('en', () => say(refused)).remedy).toContain('format Text');
    for (const each of [...incoming.refused, ...incoming.warnings]) expect(say(each).remedy).not.toBe('');
  });

  test('the head of the city and a headmaster in their posts', () => {
    // Rows 2 and 3 of the unit file; eselon II.a is a JPT Pratama, "Guru Ahli Madya" a functional post.
    expect(inRow(2).person).toMatchObject({
      nip: '198209152015062001',
      details: { kind: 'pns', name: 'Elma Zahrah', sex: 'female', rank: 'IV/d', education: 'slta' },
      placement: {
        unitCode: '1C7BF88147AC46148E37E09F38E28CA7',
        positionName: 'Sekretaris Daerah',
        positionKind: 'jpt-pratama',
        echelon: 'II.a',
        isHead: true,
      },
      since: '2021-09-06',
    });
    const headmasters = incoming.people?.people.filter((each) =>
      each.placement.positionName.startsWith('Kepala Sekolah'),
    );
    expect(headmasters?.[0]?.placement).toMatchObject({
      positionKind: 'jf',
      positionLevel: 'ahli-madya',
      isHead: true,
    });
  });

  test('titles, e-mail and the grade of a PPPK', () => {
    expect(inRow(3).person?.details).toMatchObject({
      titleBefore: null,
      titleAfter: 'S.Kom.',
      email: 'ade1@contoh.example',
    });
    expect(inRow(135).person?.details).toMatchObject({ kind: 'pppk', rank: 'X', birthDate: '1974-06-05' });
    expect(inRow(135).person?.placement).toMatchObject({
      positionKind: 'jf',
      positionLevel: 'ahli-muda',
      isHead: false,
    });
  });
});
