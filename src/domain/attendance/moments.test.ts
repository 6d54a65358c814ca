import { describe, expect, it } from 'vitest';
import { dayNumber } from '../schemes/working-clock.ts';
import { civilDateOf, clockMinuteOf, momentOf, orderOf } from './index.ts';

describe('moments of machines', () => {
  const minute = (date: string, clock: number) => (dayNumber(date) ?? 0) * 1440 + clock;

  it('are read as they are written', () => {
    const same = minute('2026-01-05', 448);
    for (const written of [
      '2026-01-05 07:28:11',
      '2026-01-05T07:28',
      '05/01/2026 07.28.11',
      '5-1-2026 7:28:11 AM',
      '05-01-26 07:28',
      '20260105072811',
    ])
      expect(momentOf(written, 'day-first', 'Asia/Jakarta'), written).toBe(same);
    expect(momentOf('1/5/2026 7:28:11 AM', 'month-first', 'Asia/Jakarta')).toBe(same);
    for (const wrong of ['', '2026-02-30 07:28', '05/01/2026', '2026-01-05 24:01', 'Senin 07:28'])
      expect(momentOf(wrong, 'day-first', 'Asia/Jakarta'), wrong).toBeUndefined();
  });

  it('with an offset are taken to the wall of WIB, WITA or WIT', () => {
    const utc = '2026-01-05T00:28:11Z';
    expect(momentOf(utc, 'day-first', 'Asia/Jakarta')).toBe(minute('2026-01-05', 448));
    expect(momentOf(utc, 'day-first', 'Asia/Makassar')).toBe(minute('2026-01-05', 508));
    expect(momentOf(utc, 'day-first', 'Asia/Jayapura')).toBe(minute('2026-01-05', 568));
    expect(momentOf('2026-01-05T23:30:00+07:00', 'day-first', 'Asia/Makassar')).toBe(
      minute('2026-01-06', 30),
    );
  });

  it('say themselves in which order they are written', () => {
    expect(orderOf(['05/01/2026 07:28', '13/01/2026 07:28'])).toBe('day-first');
    expect(orderOf(['01/05/2026 07:28', '01/13/2026 07:28'])).toBe('month-first');
    expect(orderOf(['05/01/2026 07:28'])).toBe('day-first');
    expect(civilDateOf('31-02-2026')).toBeUndefined();
    expect([clockMinuteOf('12:05 AM'), clockMinuteOf('12.05 pm'), clockMinuteOf('13:05 PM')]).toEqual([
      5, 725, 785,
    ]);
  });
});
