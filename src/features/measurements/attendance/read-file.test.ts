import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { dayNumber } from '#domain/schemes/working-clock.ts';
import { readAttendance } from './read-file.ts';

const read = async (name: string, bytes: Uint8Array = readFileSync(`test/data/attendance/${name}`)) => {
  const found = await readAttendance(new Uint8Array(bytes), name, 'Asia/Jakarta');
  if (!found) throw new Error(`${name} was not recognised`);
  return found;
};
const text = (words: string) => new TextEncoder().encode(words);
const minute = (date: string, clock: string) => {
  const [hours = 0, minutes = 0] = clock.split('.').map(Number);
  return (dayNumber(date) ?? 0) * 1440 + hours * 60 + minutes;
};

describe('files of attendance machines', () => {
  it('reads a log of moments without headings', async () => {
    const file = await read('attlog.dat');
    expect(file).toMatchObject({ layout: 'punches', from: '2026-01-05', until: '2026-01-09', rows: 17 });
    expect(file.entries.map(({ key, rows }) => [key, rows])).toEqual([
      ['1', 8],
      ['2', 7],
      ['77', 1],
    ]);
    expect(file.entries[0]?.punches.slice(0, 3)).toEqual([
      minute('2026-01-05', '7.28'),
      minute('2026-01-05', '7.28'),
      minute('2026-01-05', '16.02'),
    ]);
    expect(file.problems).toMatchObject([{ row: 17, column: 'B', value: '2026-13-09 16:31:00' }]);
  });

  it('reads a log with headings, numbers in a column called No. and dates in the local order', async () => {
    const file = await read('log-mesin.csv');
    expect(file).toMatchObject({ layout: 'punches', from: '2026-01-05', until: '2026-01-13', problems: [] });
    expect(file.entries).toMatchObject([
      { key: '1', name: 'Rina Novita', rows: 4 },
      { key: '2', name: 'Dewi Lestari', rows: 2 },
    ]);
    expect(file.entries[0]?.punches.at(-1)).toBe(minute('2026-01-13', '16.00'));
  });

  it('reads a workbook whose moments are numbers with a date format', async () => {
    const file = await read('log-mesin.xlsx');
    expect(file).toMatchObject({ layout: 'punches', from: '2026-01-05', until: '2026-01-06', problems: [] });
    expect(file.entries[0]?.punches).toEqual([
      minute('2026-01-05', '7.28'),
      minute('2026-01-05', '16.02'),
      minute('2026-01-06', '7.52'),
      minute('2026-01-06', '16.00'),
    ]);
  });

  it('reads a daily summary by its scans, not by its timetable, and takes no row number for a person', async () => {
    const file = await read('rekap-harian.csv');
    expect(file).toMatchObject({ layout: 'daily', from: '2026-01-05', until: '2026-01-09', rows: 10 });
    const [rina, dewi] = file.entries;
    expect(rina).toMatchObject({
      key: '1',
      name: 'Rina Novita',
      timed: [
        { date: '2026-01-05', timeIn: 448, timeOut: 962 },
        { date: '2026-01-06', timeIn: 472, timeOut: 960 },
        { date: '2026-01-07', timeIn: 449, timeOut: null },
        { date: '2026-01-08', timeIn: null, timeOut: null },
      ],
      stated: [{ date: '2026-01-09', status: 'excused', excuse: 'leave' }],
    });
    expect(dewi?.stated).toMatchObject([{ date: '2026-01-08', excuse: 'duty' }]);
    expect(file.problems).toMatchObject([
      { row: 10, column: 'G · Scan Masuk', value: 'jam tujuh', reason: 'bukan jam yang ada' },
      { row: 11, column: 'I · Keterangan', value: 'Piknik', reason: 'keterangan tidak dikenal' },
    ]);
  });

  it('reads the template, and names an NIP that lost its digits', async () => {
    const file = await read(
      'templat.csv',
      text(
        'NIP;Tanggal;Keterangan;Menit terlambat\n198501012010011001;02-03-2026;hadir;20\n198501012010011001;03-03-2026;cuti;\n;04-03-2026;hadir;\n',
      ),
    );
    expect(file).toMatchObject({ layout: 'stated', rows: 3 });
    expect(file.entries[0]?.stated).toMatchObject([
      { date: '2026-03-02', status: 'present', late: 20 },
      { date: '2026-03-03', status: 'excused', excuse: 'leave' },
    ]);
    expect(file.problems).toMatchObject([{ row: 4, reason: 'tidak ada NIP atau nomor mesin' }]);
  });

  it('takes moments with an offset to the wall of the agency', async () => {
    const file = await readAttendance(
      text('User ID,Timestamp\n5,2026-01-05T00:28:11Z\n6,2026-01-05T00:29:00Z\n'),
      'cloud.csv',
      'Asia/Makassar',
    );
    expect(file?.entries[0]?.punches).toEqual([minute('2026-01-05', '8.28')]);
  });

  it('recognises nothing where there is nothing', async () => {
    expect(
      await readAttendance(text('Nama;Alamat\nRina;Jalan 1\n'), 'lain.csv', 'Asia/Jakarta'),
    ).toBeUndefined();
  });

  it('reads twenty thousand moments', async () => {
    const lines = Array.from({ length: 20_000 }, (_, index) => {
      const day = String((index % 28) + 1).padStart(2, '0');
      return `${(index % 500) + 1}\t2026-01-${day} ${index % 2 === 0 ? '07:2' : '16:0'}${index % 10}:00\t1\t0\t1\t0`;
    });
    const file = await read('besar.dat', text(lines.join('\n')));
    expect(file.rows).toBe(20_000);
    expect(file.entries).toHaveLength(500);
    expect(file.problems).toEqual([]);
  });
});
