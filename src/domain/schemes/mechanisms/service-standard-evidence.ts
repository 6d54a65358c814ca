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

function isCase(value: unknown, services: ReadonlyMap<string, Service>): value is Case {
  if (!isRecord(value) || !hasOnly(value, CASE_NAMES)) return false;
  const { id, service, start, end } = value;
  if (typeof id !== 'string' || !isCaseName(id) || !services.has(service as string)) return false;
  if (civilMinute(start) === undefined) return false;
  // Times of one form stand in the order of their texts.
  return end === null || (civilMinute(end) !== undefined && (end as string) >= (start as string));
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

export type Cases = { readonly cases: readonly Case[]; readonly holidays: readonly string[] };
export const NO_HOLIDAYS: readonly string[] = Object.freeze([]);

/** Reads a file of cases fast; undefined where `casesShape` has something to say. */
export function casesOf(given: unknown, services: ReadonlyMap<string, Service>): Cases | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { cases, holidays = NO_HOLIDAYS } = given;
  if (!Array.isArray(cases) || cases.length > MAXIMUM_CASES) return undefined;
  for (const each of cases) if (!isCase(each, services)) return undefined;
  if (repeatedCase(cases) >= 0) return undefined;
  if (!Array.isArray(holidays) || holidays.length > MAXIMUM_HOLIDAYS) return undefined;
  for (const date of holidays) if (dayNumber(date) === undefined) return undefined;
  return { cases, holidays };
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

export function casesShape(services: ReadonlyMap<string, Service>) {
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
      service: z.enum([...services.keys()]),
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

/** What one case took, and whether that is within the promise. */
export function measure(each: Case, service: Service, clock: WorkingClock): Measured {
  if (each.end === null) return { minutes: undefined, onTime: false };
  const minutes = clock.minutesBetween(civilMinute(each.start) ?? 0, civilMinute(each.end) ?? 0);
  return { minutes, onTime: minutes * UNITS <= service.targetUnits * 60 };
}
