import { civilDateIn } from '../locale/format.ts';

/** What time it is. Tests and the demonstration hand in another clock; nothing reads the system's directly. */
export type Clock = () => Date;

export const systemClock: Clock = () => new Date();

/** Today's civil date (`YYYY-MM-DD`) in the agency's zone. */
export function todayIn(zone: string, now: Date): string {
  return civilDateIn(zone, now);
}

/** `2026-01-02` and 14 give `2026-01-16`: plain calendar arithmetic, no zone involved. */
export function addDays(civilDate: string, days: number): string {
  const date = new Date(`${civilDate}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

/** Whole days from one civil date to another; negative when `to` is earlier. */
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / 86_400_000);
}
