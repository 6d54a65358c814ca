/** How one year is read: its span, rule, category and source in words. */
import { type Predicate, predicateLabel } from '#domain/rules/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { PastEvidence } from './past.ts';
import type { PastResult } from './queries.ts';
import { ruleLabel } from './rules.ts';
import { text } from './text.ts';
import { printedLabel } from './warnings.ts';
import type { Year } from './years.ts';

/** `2021` for a whole year, otherwise both dates. */
export function spanInWords({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const year = startsOn.slice(0, 4);
  if (startsOn === `${year}-01-01` && endsOn === `${year}-12-31`) return year;
  return `${formatDate(startsOn, 'short')} – ${formatDate(endsOn, 'short')}`;
}

export function ruleOf(year: Year): string {
  return year.from === 'file'
    ? inLocale(ruleLabel(year.past.evidence.given.rule))
    : inLocale(year.compiled.scheme.title);
}

/** Short enough for a narrow plot: the years alone, with a letter of the half where it is one. */
export function shortSpan({ startsOn, endsOn }: { startsOn: string; endsOn: string }): string {
  const year = endsOn.slice(0, 4);
  if (startsOn === `${year}-01-01` && endsOn === `${year}-12-31`) return year;
  const month = (civilDate: string) => civilDate.slice(5, 7);
  return startsOn.startsWith(year)
    ? `${month(startsOn)}–${month(endsOn)}/${year}`
    : `${startsOn.slice(0, 4)}–${year}`;
}

/** In the words of the paper, or of the scheme under which it came out. */
export function categoryOf(year: Year): string {
  if (year.from === 'file') return printedLabel(year.past.evidence.given, year.past.category);
  const own = year.compiled.scheme.categories.find((each) => each.code === year.category);
  return own ? inLocale(own.label) : inLocale(predicateLabel(year.step));
}

/** The official predicate exists since PermenPANRB 6/2022; a bare predicate may be of any rule. */
export function officialOf(year: Year): Predicate | null {
  if (year.from === 'tera') return year.step;
  return year.past.evidence.given.rule === 'permenpanrb-6-2022' ? year.past.category : null;
}

export function scoreOf(year: Year): string {
  const score = year.from === 'file' ? year.past.score : year.score;
  return score === null ? '–' : formatDecimal(score);
}

export function ratedBy(year: Year): string {
  return (year.from === 'file' ? year.past.appraiserName : year.ratedBy) ?? '–';
}

export function sourceOf(past: PastResult): string {
  return text.fromFile({ file: past.fileName ?? '–' });
}

/** Which components the papers leave open, as the rule calls them. */
export function missingInWords(
  { missing }: Pick<PastEvidence, 'missing'>,
  labels: Readonly<
    Record<string, { readonly label: { readonly id: string; readonly en: string } } | undefined>
  >,
): string {
  return missing
    .map((code) => {
      const label = labels[code]?.label;
      return label ? inLocale(label) : code;
    })
    .join(', ');
}
