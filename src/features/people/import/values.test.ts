import { describe, expect, test } from 'vitest';
import { levelOf, positionNature } from './positions.ts';
import { dateOf, educationOf, emailOf, personName, phoneOf, rankOf, sexOf } from './values.ts';

const text = (value: string) => ({ kind: 'text', value }) as const;

describe('names', () => {
  test.each([
    ["SITI NUR'AINI BINTI D'ORNAY", "Siti Nur'aini binti D'Ornay"],
    ['  M. YUSUF   BIN ALI ', 'M. Yusuf bin Ali'],
    ['I GUSTI AYU-PUTRI', 'I Gusti Ayu-Putri'],
    ['HAMENGKU BUWONO IX', 'Hamengku Buwono IX'],
    ['A.A. RAKA', 'A.A. Raka'],
    ['BUDI SANTOSO, S.KOM., M.T.', 'Budi Santoso, S.KOM., M.T.'],
    ['Siti McDonald', 'Siti McDonald'],
    ['', ''],
  ])('%s', (written, name) => {
    expect(personName(written)).toBe(name);
  });
});

describe('dates', () => {
  test.each([
    ['05-06-1974', '1974-06-05'],
    ['5/6/1974', '1974-06-05'],
    ['1974-06-05', '1974-06-05'],
    ['1974-06-05 00:00:00', '1974-06-05'],
    ['5 Juni 1974', '1974-06-05'],
    ['17 Agu 1977', '1977-08-17'],
    ["'29-02-2000", '2000-02-29'],
    ['29-02-1900', undefined],
    ['31-04-1990', undefined],
    ['06-31-1990', undefined],
    ['05-06-74', undefined],
    ['00-00-0000', undefined],
  ])('%s', (written, date) => {
    expect(dateOf(text(written))).toBe(date);
  });

  test('an Excel serial without its format', () => {
    // 27185 is what Excel keeps for 5 June 1974; it stands in row 135 of the test file.
    expect(dateOf({ kind: 'number', value: 27185 })).toBe('1974-06-05');
    expect(dateOf({ kind: 'number', value: 19740605 })).toBeUndefined();
    expect(dateOf({ kind: 'date', value: '1899-12-31' })).toBeUndefined();
  });
});

test('ranks of PNS and grades of PPPK', () => {
  expect(['III/a', 'iii.a', 'III A', 'Gol. IIIa', 'IV/e'].map((rank) => rankOf(rank, 'pns'))).toEqual([
    'III/a',
    'III/a',
    'III/a',
    'III/a',
    'IV/e',
  ]);
  expect(['III/e', 'V/a', 'IX', ''].map((rank) => rankOf(rank, 'pns'))).toEqual(Array(4).fill(undefined));
  expect(['IX', 'xvii', 'XVIII', 'III/a'].map((rank) => rankOf(rank, 'pppk'))).toEqual([
    'IX',
    'XVII',
    undefined,
    undefined,
  ]);
});

test('education, as SIASN names it', () => {
  expect(
    [
      'S-3/Doktor',
      'S-2',
      'S-1/Sarjana',
      'Diploma IV',
      'Diploma III/Sarjana Muda',
      'Diploma II',
      'Diploma I',
      'SLTA Kejuruan',
      'SLTP',
      'Sekolah Dasar',
      'D-III',
      'S1',
    ].map(educationOf),
  ).toEqual(['s3', 's2', 's1', 'd4', 'd3', 'd2', 'd1', 'slta', 'below-slta', 'below-slta', 'd3', 's1']);
});

test('sex, e-mail and telephone', () => {
  expect(['M', 'F', 'L', 'P', 'Laki-laki', 'PEREMPUAN', 'pria', '?'].map(sexOf)).toEqual([
    'male',
    'female',
    'male',
    'female',
    'male',
    'female',
    'male',
    undefined,
  ]);
  expect([' Siti@Contoh.GO.ID ', 'siti', 'a@b', 'a@b.id;c@d.id'].map(emailOf)).toEqual([
    'siti@contoh.go.id',
    undefined,
    undefined,
    undefined,
  ]);
  expect(phoneOf(text('0812-3456 789'))).toBe('08123456789');
  expect(phoneOf({ kind: 'number', value: 8123456789 })).toBe('08123456789');
  expect(phoneOf(text('-'))).toBeUndefined();
});

describe('positions', () => {
  const nature = (name: string, kind: string, echelon = '', level = '') => {
    const { kind: found, level: foundLevel, doubt } = positionNature({ name, kind, echelon, level });
    return [found, foundLevel, doubt];
  };
  test.each([
    [nature('Sekretaris Daerah', 'Jabatan Struktural', 'II.a'), ['jpt-pratama', null, null]],
    [nature('Sekretaris Daerah Provinsi', 'Jabatan Struktural', 'I.b'), ['jpt-madya', null, null]],
    [nature('Camat', 'Jabatan Struktural', 'III/a'), ['administrator', null, null]],
    [nature('Lurah', 'Jabatan Struktural', 'IVA'), ['pengawas', null, null]],
    [nature('Kepala', 'Jabatan Struktural'), ['other', null, 'positionKindUnknown']],
    [nature('Guru Ahli Muda', 'Jabatan Fungsional'), ['jf', 'ahli-muda', null]],
    [nature('Kepala Sekolah (Guru Ahli Madya)', 'Jabatan Fungsional'), ['jf', 'ahli-madya', null]],
    [nature('Arsiparis Terampil', 'Jabatan Fungsional'), ['jf', 'terampil', null]],
    [nature('Guru', 'Jabatan Fungsional'), ['jf', null, 'levelUnknown']],
    [nature('Guru', 'Fungsional', '', 'Ahli Utama'), ['jf', 'ahli-utama', null]],
    [nature('Pengadministrasi Perkantoran', 'Jabatan Pelaksana'), ['pelaksana', null, null]],
    [nature('Bidan Mahir', ''), ['jf', 'mahir', null]],
    [nature('Kepala Dinas', '', 'II.b'), ['jpt-pratama', null, null]],
    [nature('Kepala Dinas', 'JPT Pratama'), ['jpt-pratama', null, null]],
    [nature('Wali Kota', 'Lainnya'), ['other', null, null]],
    [nature('Staf', ''), ['other', null, 'positionKindUnknown']],
  ])('%j', (found, expected) => {
    expect(found).toEqual(expected);
  });

  test('former names of levels', () => {
    expect(levelOf('Perawat Pelaksana Lanjutan')).toBe('mahir');
    expect(levelOf('Ahli Gizi')).toBeNull();
  });
});
