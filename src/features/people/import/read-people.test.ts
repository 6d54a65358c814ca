import { describe, expect, test } from 'vitest';
import {
  A,
  csv,
  found,
  HEADINGS,
  NIP,
  PPPK,
  people,
  person,
  read,
  sheet,
  workbook,
} from './reading.fixture.ts';

describe('an NIP', () => {
  test.each([
    ["'198609262015051001"],
    ['’198609262015051001'],
    ['19860926 201505 1 001'],
    ['19860926.201505.1.001'],
    ['NIP. 198609262015051001'],
    ['\u00A0198609262015051001\u200B'],
  ])('%s is read', async (written) => {
    const incoming = await people(person(written));
    expect(incoming.people?.people[0]?.nip).toBe(NIP);
    expect(found(incoming).refused).toEqual([]);
  });

  test.each([
    ['1.98609262015051E+17', 'nipLostDigits'],
    ['1,98609E+17', 'nipLostDigits'],
    ['19860926201505100', 'nipLength'],
    ['1986092620150510011', 'nipLength'],
    ['131234567', 'nipOld'],
    ['198602302015051001', 'nipBirthDate'],
    ['198609262015131001', 'nipMonth'],
    ['198609262015053001', 'nipSex'],
    ['198609262015051000', 'nipSerial'],
    ['201609262015051001', 'nipAppointment'],
    ['19860926201505100l', 'nipCharacters'],
    ['', 'nipMissing'],
  ])('%s is refused: %s', async (written, reason) => {
    expect(found(await people(person(written))).refused).toEqual([[2, 'A2', reason]]);
  });

  test('that Excel keeps as a number is refused even if it looks whole', async () => {
    const incoming = await read([await workbook(sheet('Pegawai', HEADINGS, [person(Number(NIP))]))], [A]);
    expect(found(incoming).refused).toEqual([[2, 'A2', 'nipLostDigits']]);
  });

  test('of a PPPK has no month, and says so where the file does not', async () => {
    expect((await people(person(PPPK, 'PPPK'))).people?.people[0]?.details.kind).toBe('pppk');
    expect((await people(person(PPPK, ''))).people?.people[0]?.details.kind).toBe('pppk');
    expect((await people(person(NIP, ''))).people?.people[0]?.details.kind).toBe('pns');
    expect(found(await people(person(PPPK, 'PNS'))).refused).toEqual([[2, 'A2', 'nipMonth']]);
    expect(found(await people(person(NIP, 'Honorer'))).refused).toEqual([[2, 'E2', 'kindUnknown']]);
  });

  test('twice: the later row is refused and names the first, also when the first has left', async () => {
    const twice = await people(person(NIP), person(PPPK, 'PPPK'), person(NIP));
    expect(found(twice).refused).toEqual([[4, 'A4', 'nipTwice']]);
    expect(twice.refused[0]?.parameters).toEqual({ row: '2' });
    const mended = await people([NIP, '', 'A', 'Pengolah Data', 'PNS'], person(NIP));
    expect(found(mended).refused).toEqual([[2, 'B2', 'nameMissing']]);
    expect(mended.people?.people).toHaveLength(1);
  });
});

describe('other cells of a person', () => {
  test('a dash is an empty cell', async () => {
    const headings = [...HEADINGS, 'Surel', 'TMT jabatan', 'Golongan'];
    const incoming = await read([csv(headings, [...person(NIP), '-', '–', '--'])], [A]);
    expect(found(incoming).warnings).toEqual([[2, 'D2', 'positionKindUnknown']]);
    expect(found(await people([NIP, '-', 'A', 'Analis', 'PNS'])).refused).toEqual([[2, 'B2', 'nameMissing']]);
  });

  test('a row with a fault of its own ends nobody', async () => {
    const headings = [...HEADINGS, 'Status'];
    const incoming = await read([csv(headings, [...person(NIP, 'Honorer'), 'Pensiun'])], [A]);
    expect(incoming.people).toMatchObject({ leavers: [], people: [], refusedKeys: new Set([NIP]) });
  });

  test('every fault of a row is told at once', async () => {
    const incoming = await people(['123', '', 'Z', '', 'PNS']);
    expect(found(incoming).refused).toEqual([
      [2, 'A2', 'nipLength'],
      [2, 'B2', 'nameMissing'],
      [2, 'C2', 'unitUnknown'],
      [2, 'D2', 'positionMissing'],
    ]);
    expect(incoming.people?.refusedNames).toEqual(new Set(['']));
  });

  test('a unit is found by code in any case or by its only name', async () => {
    for (const unit of ['a', 'A', 'DINAS CONTOH']) {
      const incoming = await people([NIP, 'Siti', unit, 'Pengolah Data', 'PNS']);
      expect(incoming.people?.people[0]?.placement.unitCode).toBe('A');
    }
    expect(found(await people([NIP, 'Siti', '', 'Pengolah Data', 'PNS'])).refused).toEqual([
      [2, 'C2', 'unitMissing'],
    ]);
  });

  test('who holds the post that leads the unit is its head, once', async () => {
    const incoming = await people(
      [NIP, 'Siti', 'A', 'KEPALA DINAS', 'PNS'],
      [PPPK, 'Budi', 'A', 'Kepala Dinas', 'PPPK'],
    );
    expect(incoming.people?.people.map((each) => each.placement.isHead)).toEqual([true, false]);
    expect(found(incoming).warnings).toContainEqual([3, 'D3', 'twoHeads']);
  });

  test('leave of absence is remarked on, a departure ends', async () => {
    const headings = [...HEADINGS, 'Status'];
    const row = (status: string) => read([csv(headings, [...person(NIP), status])], [A]);
    expect((await row('Aktif')).warnings.filter((each) => each.cell === 'F2')).toEqual([]);
    for (const status of ['CLTN', 'Tugas Belajar', 'Pemberhentian Sementara']) {
      const incoming = await row(status);
      expect(incoming.people?.people, status).toHaveLength(1);
      expect(found(incoming).warnings).toContainEqual([2, 'F2', 'statusUnusual']);
    }
    for (const status of [
      'Pensiun',
      'MENINGGAL DUNIA',
      'Pindah Instansi',
      'Diberhentikan',
      'Tidak Aktif',
      'BUP - Pensiun',
    ]) {
      const incoming = await row(status);
      expect(incoming.people?.leavers, status).toMatchObject([{ key: NIP, status }]);
    }
  });

  test('someone without NIP needs another identity', async () => {
    const headings = [...HEADINGS, 'Identitas lain'];
    const incoming = await read(
      [
        csv(
          headings,
          ['', 'Wali Kota', 'A', 'Wali Kota', 'Non-ASN', 'walikota'],
          ['', 'Wakil', 'A', 'Wakil', 'Non-ASN', ''],
        ),
      ],
      [A],
    );
    expect(incoming.people?.people).toMatchObject([
      { key: 'id:walikota', nip: null, details: { kind: 'non-asn' } },
    ]);
    expect(found(incoming).refused).toEqual([[3, 'F3', 'identityMissing']]);
  });

  test('optional cells that cannot be understood are remarked on and left out', async () => {
    const headings = [
      ...HEADINGS,
      'Tanggal lahir',
      'Jenis kelamin',
      'Golongan',
      'Pendidikan',
      'Surel',
      'TMT jabatan',
    ];
    const incoming = await read(
      [csv(headings, [...person(NIP), '31-02-1986', 'X', 'V/a', 'TK', 'siti@', 'kemarin'])],
      [A],
    );
    expect(found(incoming).warnings.filter(([, cell]) => /^[F-K]2$/.test(String(cell)))).toEqual([
      [2, 'F2', 'dateUnreadable'],
      [2, 'G2', 'sexUnknown'],
      [2, 'J2', 'emailInvalid'],
      [2, 'H2', 'rankUnknown'],
      [2, 'I2', 'educationUnknown'],
      [2, 'K2', 'dateUnreadable'],
    ]);
    expect(incoming.people?.people[0]?.details).toMatchObject({ birthDate: '1986-09-26', sex: 'male' });
    expect(incoming.people?.people[0]?.details.rank).toBeUndefined();
  });
});
