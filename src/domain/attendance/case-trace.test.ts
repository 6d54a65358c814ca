import { describe, expect, it } from 'vitest';
import { caseWords, traceCase } from './index.ts';

const SETTINGS = {
  mechanism: 'service-standard' as const,
  label: { id: 'Layanan', en: 'Service' },
  basis: [],
  clock: {
    days: [1, 2, 3, 4, 5],
    from: '08:00',
    to: '16:00',
    break: { from: '12:00', to: '13:00' },
    holidays: ['2026-03-19'],
  },
  services: [{ code: 'ktp', label: { id: 'KTP', en: 'Card' }, targetHours: '7' }],
  withoutCases: 'missing' as const,
};
const trace = (start: string, end: string | null, holidays: string[] = []) =>
  traceCase({ service: 'ktp', start, end }, SETTINGS, holidays);

describe('the trace of a case', () => {
  it('runs in working hours only and is in time up to the minute', () => {
    // Monday 09.15 to Tuesday 09.15: 2 h 45, 3 h, 1 h 15: exactly the seven hours promised.
    expect(trace('2026-03-02T09:15', '2026-03-03T09:15')).toEqual({
      days: [
        {
          date: '2026-03-02',
          spans: [
            [555, 720],
            [780, 960],
          ],
          minutes: 345,
        },
        { date: '2026-03-03', spans: [[480, 555]], minutes: 75 },
      ],
      minutes: 420,
      targetMinutes: 420,
      onTime: true,
      stillDays: 0,
    });
    expect(trace('2026-03-02T09:15', '2026-03-03T09:16')).toMatchObject({ minutes: 421, onTime: false });
  });

  it('stands still at the weekend and on days off of scheme and agency', () => {
    // Friday 15.00 to Monday 14.00: 1 + 5 hours.
    expect(trace('2026-03-06T15:00', '2026-03-09T14:00')).toMatchObject({ minutes: 360, stillDays: 2 });
    // Wednesday 15.00 to Friday 10.00 with Thursday off: 1 + 2 hours.
    expect(trace('2026-03-18T15:00', '2026-03-20T10:00')).toMatchObject({ minutes: 180, stillDays: 1 });
    expect(trace('2026-03-02T08:00', '2026-03-04T08:30', ['2026-03-03'])).toMatchObject({ minutes: 450 });
  });

  it('is said in words', () => {
    const given = { service: 'ktp', start: '2026-03-02T09:15', end: '2026-03-03T09:16' };
    const found = traceCase(given, SETTINGS, []);
    expect(found && caseWords(given, found).id).toBe(
      'Diterima 2 Maret 2026 pukul 09.15. Selesai 3 Maret 2026 pukul 09.16. Waktu kerja yang terpakai 7 jam 1 menit; janji layanan 7 jam. Malam, istirahat, akhir pekan, dan hari libur tidak dihitung. Melewati janji layanan 1 menit.',
    );
    expect(trace('2026-03-02T09:15', null)).toMatchObject({ onTime: undefined });
    expect(traceCase({ ...given, service: 'sim' }, SETTINGS, [])).toBeUndefined();
  });
});
