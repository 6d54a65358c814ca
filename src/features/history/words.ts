/** How one year is read: its span, rule, category and source in words. */
import { type Predicate, predicateLabel } from '#domain/rules/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { PastEvidence } from './past.ts';
import type { PastResult } from './queries.ts';
import { categoryLabel, ruleLabel } from './rules.ts';
import { alike } from './sheet/columns.ts';
import { text } from './text.ts';
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

/** As its rule or scheme calls it, in the reader's language. */
export function categoryOf(year: Year): string {
  if (year.from === 'file') return pastCategory(year.past);
  const own = year.compiled.scheme.categories.find((each) => each.code === year.category);
  return own ? inLocale(own.label) : inLocale(predicateLabel(year.step));
}

/** What the plot draws: under a scheme of the agency its category has steps of its own, so the official one stands there. */
export function stepInWords(year: Year): string {
  return year.from === 'file' ? categoryOf(year) : inLocale(predicateLabel(year.step));
}

/** A word that the rule does not know, such as one of an older rule, stays as it was printed. */
function pastCategory({ category, evidence: { given } }: PastResult): string {
  const label = categoryLabel(given.rule, category);
  const { printed } = given;
  const isKnown = !printed || [label.id, label.en].some((word) => alike(word) === alike(printed));
  return isKnown ? inLocale(label) : printed;
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
  return past.fileName === null ? text.withoutFile() : text.fromFile({ file: past.fileName });
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
