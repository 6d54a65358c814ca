/** The evidence of `service-standard`: a file of cases, read fast, and its declared shape. */
import { z } from 'zod';
import type { Bilingual } from '../../bilingual.ts';
import { civilDate, words } from '../../problem.ts';
import { UNITS } from '../fixed.ts';
import { civilMinute, dayNumber, type WorkingClock } from '../working-clock.ts';
import { hasOnly, isRecord } from './mechanism.ts';

/** A case as the evidence gives it; `end` is null while it is open. */
export type Case = {
  readonly id: string;
  readonly service: string;
  readonly start: string;
  readonly end: string | null;
};
export type Service = { readonly code: string; readonly label: Bilingual; readonly targetUnits: number };

const MAXIMUM_CASES = 5000;
const MAXIMUM_HOLIDAYS = 400;
const NAMES = new Set(['cases', 'holidays']);
const CASE_NAMES = new Set(['id', 'service', 'start', 'end']);

/** Whether a value is a case but for its service and times, which are read apart. */
function isCase(value: unknown): value is Case {
  return (
    isRecord(value) && typeof value.id === 'string' && isCaseName(value.id) && hasOnly(value, CASE_NAMES)
  );
}

function isCaseName(id: string): boolean {
  return id.length <= 60 && (id.charCodeAt(0) > 32 || id.trim() !== '');
}

/** So many cases are faster compared one by one than by way of a set. */
const FEW_CASES = 24;

/** Index of the first case whose id stands in the list before; -1 where each is named once. */
function repeatedCase(cases: readonly Case[]): number {
  if (cases.length <= FEW_CASES) {
    for (let index = 1; index < cases.length; index += 1)
      for (let before = 0; before < index; before += 1)
        if (cases[before]?.id === cases[index]?.id) return index;
    return -1;
  }
  const seen = new Set<string>();
  return cases.findIndex(({ id }) => seen.size === seen.add(id).size);
}

/**
 * A file of cases that was read, with the service of each case and its civil minutes; an open case ends
 * at OPEN.
 */
export type Cases = {
  readonly cases: readonly Case[];
  readonly services: readonly Service[];
  readonly starts: readonly number[];
  readonly ends: readonly number[];
  readonly holidays: readonly string[];
};
export const OPEN = Number.POSITIVE_INFINITY;
const NO_HOLIDAYS: readonly string[] = Object.freeze([]);

/** Reads a file of cases fast; undefined where `casesShape` has something to say. */
export function casesOf(given: unknown, services: ReadonlyMap<unknown, Service>): Cases | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { cases, holidays = NO_HOLIDAYS } = given;
  if (!Array.isArray(cases) || cases.length > MAXIMUM_CASES) return undefined;
  const own: Service[] = [];
  const starts: number[] = [];
  const ends: number[] = [];
  for (const each of cases) {
    if (!isCase(each)) return undefined;
    const service = services.get(each.service);
    const start = civilMinute(each.start);
    const end = each.end === null ? OPEN : civilMinute(each.end);
    if (!service || start === undefined || end === undefined || end < start) return undefined;
    own.push(service);
    starts.push(start);
    ends.push(end);
  }
  if (cases.length > 1 && repeatedCase(cases) >= 0) return undefined;
  if (!Array.isArray(holidays) || holidays.length > MAXIMUM_HOLIDAYS) return undefined;
  for (const date of holidays) if (dayNumber(date) === undefined) return undefined;
  return { cases, services: own, starts, ends, holidays };
}

const civilTime = () =>
  z
    .string()
    .refine(
      (text) => civilMinute(text) !== undefined,
      words(
        { id: 'bukan waktu yang ada', en: 'is not a time that exists' },
        {
          id: 'tulis waktu setempat sampai menit, seperti 2026-03-02T09:15',
          en: 'write the local time to the minute, like 2026-03-02T09:15',
        },
      ),
    )
    .meta({ pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}$' });

export function casesShape(services: readonly Service[]) {
  const each = z
    .strictObject({
      id: z
        .string()
        .max(60)
        .refine(
          isCaseName,
          words(
            {
              id: 'nomor kasus kosong atau terlalu panjang',
              en: 'the number of the case is empty or too long',
            },
            { id: 'tulis nomor kasus, paling panjang 60', en: 'write the number of the case, at most 60' },
          ),
        ),
      service: z.enum(services.map(({ code }) => code)),
      start: civilTime(),
      end: civilTime().nullable(),
    })
    .refine(({ start, end }) => end === null || end >= start, {
      path: ['end'],
      ...words(
        { id: 'lebih awal daripada start', en: 'is before start' },
        {
          id: 'periksa kedua waktu, atau tulis null bila belum selesai',
          en: 'check both times, or write null while it is open',
        },
      ),
    });
  return z.strictObject({
    cases: z
      .array(each)
      .max(MAXIMUM_CASES)
      .superRefine((cases, context) => {
        const index = repeatedCase(cases);
        if (index < 0) return;
        context.addIssue({
          code: 'custom',
          path: [index, 'id'],
          ...words(
            { id: 'nomor kasus ini sudah tercantum', en: 'this case is already in the list' },
            { id: 'beri setiap kasus satu baris', en: 'give each case one line' },
          ),
        });
      }),
    holidays: z.array(civilDate()).max(MAXIMUM_HOLIDAYS).optional(),
  });
}

/** The working minutes that the finished case at a place took. */
export function minutesOf({ starts, ends }: Cases, place: number, clock: WorkingClock): number {
  return clock.minutesBetween(starts[place] ?? 0, ends[place] ?? 0);
}

/** Whether so many working minutes keep the promise of a service. */
export function isOnTime(minutes: number, { targetUnits }: Service): boolean {
  return minutes * UNITS <= targetUnits * 60;
}
