/** What deserves a look before a row is recorded; none of it stands in the way. */
import type { Predicate } from '#domain/rules/index.ts';
import { formatDate, formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Difference, differencesOf, type Given, type PastEvidence } from './past.ts';
import type { TeraSpan } from './queries.ts';
import { categoryLabel, type PastSchemes, READ_BY, ruleLabel } from './rules.ts';
import { COLUMNS, type ColumnKey } from './sheet/columns.ts';
import type { FileRow } from './sheet/rows.ts';
import { text } from './text.ts';

const ALWAYS_READ: readonly ColumnKey[] = [
  'nip',
  'year',
  'from',
  'until',
  'rule',
  'category',
  'appraiser',
  'note',
];

export function warningsOf(
  evidence: PastEvidence,
  row: FileRow,
  about: { readonly schemes: PastSchemes; readonly inTera: readonly TeraSpan[] },
): readonly string[] {
  const { given } = evidence;
  return [
    ...differencesOf(evidence).map((difference) => differenceInWords(given, difference)),
    ...(outsideRule(given, about.schemes) ?? []),
    ...about.inTera
      .filter((span) => span.startsOn <= given.endsOn && given.startsOn <= span.endsOn)
      .map((span) => text.alsoInTera({ period: span.period })),
    ...COLUMNS.filter(
      ({ key }) => row.text(key) && !ALWAYS_READ.includes(key) && !READ_BY[given.rule].includes(key),
    ).map(({ heading }) =>
      text.notRead({ column: inLocale(heading), rule: inLocale(ruleLabel(given.rule)) }),
    ),
  ];
}

/** `Predikat tercetak Baik, menurut hitungan Sangat Baik.` */
export function differenceInWords(given: Given, difference: Difference): string {
  const { what, printed, computed } = difference;
  if (what === 'category')
    return text.categoryDiffers({
      printed: printedLabel(given, printed),
      computed: inLocale(categoryLabel(given.rule, computed)),
    });
  const scores = { printed: formatDecimal(printed), computed: formatDecimal(computed) };
  return what === 'score' ? text.scoreDiffers(scores) : text.planScoreDiffers(scores);
}

/** In the words of the paper; a code of the national service in those of its rule. */
export function printedLabel(given: Given, category: Predicate): string {
  return given.category === category && given.printed
    ? given.printed
    : inLocale(categoryLabel(given.rule, category));
}

/** A rule judges what lies in its time; a paper of another year is kept, with a word. */
function outsideRule(given: Given, schemes: PastSchemes): readonly string[] | undefined {
  if (given.rule === 'predicate-only') return undefined;
  const { from, until } = schemes[given.rule].scheme.effective;
  if (given.endsOn >= from && (until === undefined || given.startsOn < until)) return undefined;
  return [text.outsideRule({ rule: inLocale(ruleLabel(given.rule)), from: formatDate(from, 'short') })];
}
