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

/** What a case took, in working minutes; undefined while it is open. */
export type Measured = { readonly minutes: number | undefined; readonly onTime: boolean };

const MAXIMUM_CASES = 5000;
const MAXIMUM_HOLIDAYS = 400;
const NAMES = new Set(['cases', 'holidays']);
const CASE_NAMES = new Set(['id', 'service', 'start', 'end']);

/** Whether a value is a case but for its times, which are read apart. */
function isCase(value: unknown, services: ReadonlyMap<unknown, Service>): value is Case {
  return (
    isRecord(value) &&
    typeof value.id === 'string' &&
    isCaseName(value.id) &&
    services.has(value.service) &&
    hasOnly(value, CASE_NAMES)
  );
}

function isCaseName(id: string): boolean {
  return id.length <= 60 && id.trim() !== '';
}

/** Index of the first case whose id stands in the list before; -1 where each is named once. */
function repeatedCase(cases: readonly Case[]): number {
  const seen = new Set<string>();
  for (let index = 0; index < cases.length; index += 1) {
    const { id } = cases[index] as Case;
    if (seen.has(id)) return index;
    seen.add(id);
  }
  return -1;
}

/** A file of cases that was read; `starts` and `ends` are civil minutes, an open case ends at OPEN. */
export type Cases = {
  readonly cases: readonly Case[];
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
  const starts: number[] = [];
  const ends: number[] = [];
  for (const each of cases) {
    if (!isCase(each, services)) return undefined;
    const start = civilMinute(each.start);
    const end = each.end === null ? OPEN : civilMinute(each.end);
    if (start === undefined || end === undefined || end < start) return undefined;
    starts.push(start);
    ends.push(end);
  }
  if (cases.length > 1 && repeatedCase(cases) >= 0) return undefined;
  if (!Array.isArray(holidays) || holidays.length > MAXIMUM_HOLIDAYS) return undefined;
  for (const date of holidays) if (dayNumber(date) === undefined) return undefined;
  return { cases, starts, ends, holidays };
}

const civilTime = () =>
  z.string().refine(
    (text) => civilMinute(text) !== undefined,
    words(
      { id: 'bukan waktu yang ada', en: 'is not a time that exists' },
      {
        id: 'tulis waktu setempat sampai menit, seperti 2026-03-02T09:15',
        en: 'write the local time to the minute, like 2026-03-02T09:15',
      },
    ),
  );

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

/** What the case at a place took, and whether that is within the promise. */
export function measure(
  { starts, ends }: Cases,
  place: number,
  { targetUnits }: Service,
  clock: WorkingClock,
): Measured {
  const end = ends[place] ?? OPEN;
  if (end === OPEN) return { minutes: undefined, onTime: false };
  const minutes = clock.minutesBetween(starts[place] ?? end, end);
  return { minutes, onTime: minutes * UNITS <= targetUnits * 60 };
}
