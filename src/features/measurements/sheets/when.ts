/** Dates and times as offices write them: 2026-03-02, 02-03-2026, 02/03/2026, with 09:15 or 09.15 behind. */

/** `YYYY-MM-DD`; undefined where it is no date that exists. */
export function dateOf(written: string): string | undefined {
  const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(written);
  const local = /^(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})$/.exec(written);
  const parts = iso ? iso.slice(1) : local ? [local[3], local[2], local[1]] : undefined;
  if (!parts) return undefined;
  const [year = '', month = '', day = ''] = parts;
  const date = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  const real = new Date(`${date}T00:00:00Z`);
  return !Number.isNaN(real.getTime()) && real.toISOString().startsWith(date) ? date : undefined;
}

/** `YYYY-MM-DDTHH:MM`; undefined where it is no time that exists. */
export function minuteOf(written: string): string | undefined {
  const parts = /^(\S+)[ T]+(\d{1,2})[:.](\d{2})(?:[:.]\d{2})?$/.exec(written.trim());
  const date = parts && dateOf(parts[1] ?? '');
  if (!parts || !date) return undefined;
  const [hour, minute] = [Number(parts[2]), Number(parts[3])];
  if (hour > 23 || minute > 59) return undefined;
  return `${date}T${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
}
