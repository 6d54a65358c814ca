/** From the fields of a workshop to instants in the agency's zone, or errors by field. */
import { z } from 'zod';
import { civilDate, maybeText, type Parsed, parseFields, someText } from '#platform/web/forms.ts';
import { text } from '../text-workshops.ts';
import { instantAt } from '../zone.ts';
import type { WorkshopInput } from './commands.ts';

const CLOCK = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/;
const clock = () =>
  z
    .string()
    .trim()
    .transform((value, context) => {
      const [, hour, minute] = CLOCK.exec(value) ?? [];
      if (hour && minute) return `${hour.padStart(2, '0')}:${minute}`;
      context.addIssue({ code: 'custom', message: text.badTime() });
      return z.NEVER;
    });

const form = z.object({
  title: someText(200),
  description: maybeText(4000),
  scheme: maybeText(200),
  date: civilDate(),
  startsAt: clock(),
  endsAt: clock(),
  place: maybeText(200),
  link: maybeText(500),
  capacity: z.string().trim(),
});

export function readWorkshop(fields: Record<string, string>, zone: string): Parsed<WorkshopInput> {
  const parsed = parseFields(form, fields);
  if (!parsed.ok) return parsed;
  const { value } = parsed;
  const capacity = /^\d{1,5}$/.test(value.capacity) ? Number(value.capacity) : 0;
  const startsAt = instantAt(zone, value.date, value.startsAt);
  const endsAt = instantAt(zone, value.date, value.endsAt);
  const errors: Record<string, string> = {};
  if (capacity < 1 || capacity > 10_000) errors.capacity = text.badCapacity();
  if (endsAt <= startsAt) errors.endsAt = text.endBeforeStart();
  if (value.link && !isHttps(value.link)) errors.link = text.badLink();
  if (!value.place && !value.link) errors.place = text.placeOrLink();
  if (Object.keys(errors).length > 0) return { ok: false, errors, typed: fields };
  return {
    ok: true,
    value: {
      title: value.title,
      description: value.description ?? '',
      schemeId: value.scheme,
      place: value.place ?? '',
      link: value.link,
      startsAt,
      endsAt,
      capacity,
    },
  };
}

function isHttps(link: string): boolean {
  return URL.canParse(link) && new URL(link).protocol === 'https:';
}
