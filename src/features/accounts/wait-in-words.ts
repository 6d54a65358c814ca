import { text } from './text.ts';

/** `dalam 30 detik`, `dalam 4 menit`. */
export function waitInWords(until: Date, now: Date): string {
  const seconds = Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 1000));
  if (seconds < 90) return text.waitSeconds({ count: seconds });
  return text.waitMinutes({ count: Math.ceil(seconds / 60) });
}
