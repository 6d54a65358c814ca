/** Numbers and names of the laboratory in words. */
import type { LaboratorySettings, Share } from '#domain/laboratory/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { RunLine } from './queries.ts';
import { text } from './text.ts';

/** `31,2 %`; digits that the interval does not carry are left out. */
export function percent(value: number, digits = 1): string {
  const format = { maximumFractionDigits: digits, minimumFractionDigits: digits };
  // The sign never begins a line of its own.
  return `${formatNumber(value * 100, format).replace('-', '−')}\u00a0%`;
}

/** `4,2` percentage points. */
export function points(value: number): string {
  return percent(value).replace(/\s%$/, '');
}

export function withInterval({ share, low, high }: Share): string {
  const bare = (value: number) =>
    formatNumber(value * 100, { maximumFractionDigits: 1, minimumFractionDigits: 1 });
  return `${percent(share)} (${bare(low)}–${bare(high)})`;
}

/** `sekitar 40 detik`. */
export function duration(milliseconds: number): string {
  const seconds = Math.max(1, Math.ceil(milliseconds / 1000));
  if (seconds < 90) return text.seconds({ count: seconds < 10 ? seconds : Math.ceil(seconds / 5) * 5 });
  return text.minutes({ count: Math.ceil(seconds / 60) });
}

/** Curves cost so many times an ordinary evaluation, and are drawn from at most so many people. */
const CURVES = { times: 10, people: 4000 };

/** Work of a run, in people with all their curves. */
export function workOf(total: number): number {
  return (total + CURVES.times * Math.min(CURVES.people, total)) / (1 + CURVES.times);
}

/** Milliseconds of one unit of work on an ordinary server, until runs of the agency were measured. */
export const USUAL_PACE = 1.5;

export function schemeInWords(run: RunLine, scheme: CompiledScheme | undefined): string {
  if (run.draftRevision !== null)
    return text.draftRevision({ title: run.draftTitle ?? run.schemeId, revision: run.draftRevision });
  const title = scheme ? inLocale(scheme.scheme.title) : run.schemeId;
  return text.versionOption({ title, version: run.version });
}

/** A whole number of every hundred. */
export function ofHundred(value: number): string {
  return formatNumber(Math.round(value * 100));
}

export function periodsOf(run: Pick<RunLine, 'total' | 'people'>): number {
  return Math.round(run.total / Math.max(1, run.people));
}

/** Whether two runs share people, raters and chance; what differs otherwise. */
export function differences(
  first: { readonly seed: number; readonly settings: LaboratorySettings; readonly structure: unknown },
  second: typeof first,
): readonly ('seed' | 'settings' | 'structure')[] {
  const same = (name: 'seed' | 'settings' | 'structure') =>
    JSON.stringify(first[name]) === JSON.stringify(second[name]);
  return (['seed', 'settings', 'structure'] as const).filter((name) => !same(name));
}
