/** What the report says, in order, in the language of the reader: the page draws it, the paper prints it. Pure. */
import type { Bilingual } from '#domain/bilingual.ts';
import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { formatDate, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { patternName, percent, points, twoDecimals, whyNot } from '../board/words.ts';
import { attributeLabel, groupLabel } from '../groups/labels.ts';
import type { Block, Section } from './blocks.ts';
import { repeatCommand } from './data-file.ts';
import { text } from './text.ts';
import type { ModelFigures, PeriodFigures, ReportFigures, ReportWords } from './types.ts';

export interface Annexed {
  readonly dataName: string;
  readonly dataSha256: string;
}

export function reportSections(
  figures: ReportFigures,
  words: ReportWords,
  data: Annexed,
): readonly Section[] {
  return [
    { title: text.glance(), level: 1, blocks: glance(figures) },
    ...(words.foreword.trim()
      ? [{ title: text.foreword(), level: 1 as const, blocks: paragraphs(words.foreword) }]
      : []),
    ...(words.measures.trim()
      ? [{ title: text.measures(), level: 1 as const, blocks: paragraphs(words.measures) }]
      : []),
    ...figures.periods.flatMap((period) => periodSections(period, figures)),
    annex(figures, data),
  ];
}

const say = (words: string): Block => ({ kind: 'words', words });

function paragraphs(words: string): readonly Block[] {
  return words
    .split(/\n\s*\n/)
    .map((each) => each.trim())
    .filter((each) => each !== '')
    .map(say);
}

function glance({ periods }: ReportFigures): readonly Block[] {
  if (periods.length === 0) return [say(text.glanceNothing())];
  return [
    ...periods.flatMap((period) => [
      ...period.models.map((model) => say(inShort(period, model))),
      say(
        text.patternsFound({
          period: period.name,
          count: period.patterns.reduce((sum, { flagged }) => sum + flagged, 0),
          answered: period.patterns.reduce((sum, { answered }) => sum + answered, 0),
        }),
      ),
    ]),
    say(text.notUsed()),
  ];
}

function inShort(period: PeriodFigures, { scheme, report }: ModelFigures): string {
  const named = { period: period.name, scheme: inLocale(scheme.title) };
  if (report.model.kind !== 'estimated')
    return text.cannotTell({ ...named, why: whyNot(report.model.reason) });
  const { ratee, rater, residual } = report.model.variance;
  const total = ratee + rater + residual;
  return text.canTell({
    ...named,
    raters: report.counts.raters,
    linked: report.connectivity.links.linked + report.connectivity.links.weak,
    person: percent(ratee / total),
    rater: percent(rater / total),
  });
}

function periodSections(period: PeriodFigures, figures: ReportFigures): readonly Section[] {
  return [
    { title: period.name, level: 1, blocks: [predicates(period), safeguards(period)] },
    ...period.models.flatMap((model) => modelSections(model, figures)),
    { title: text.patterns(), level: 2, blocks: patterns(period) },
  ];
}

function predicates({ predicates: counts, results }: PeriodFigures): Block {
  return {
    kind: 'table',
    caption: text.results({ count: formatNumber(results) }),
    columns: [text.predicate(), text.people(), text.share()],
    rows: counts.map(({ code, people }) => {
      const predicate = PREDICATES.find((each) => each === code);
      const label: Bilingual = predicate ? predicateLabel(predicate) : { id: code, en: code };
      return [inLocale(label), formatNumber(people), results > 0 ? `${percent(people / results)} %` : '–'];
    }),
  };
}

function safeguards({ objections, looks, returns }: PeriodFigures): Block {
  const rows: readonly (readonly [string, number])[] = [
    [text.objections(), objections.filed],
    [text.objectionsChanged(), objections.changed],
    [text.objectionsUpheld(), objections.upheld],
    [text.looks(), looks.given],
    [text.looksAgree(), looks.agrees],
    [text.looksItems(), looks.items],
    [text.looksCategory(), looks.category],
    [text.discussed(), returns.discussed],
    [text.returned(), returns.returned],
    [text.returnedCurve(), returns.forDistribution],
    [text.returnedChanged(), returns.changed],
  ];
  return {
    kind: 'table',
    caption: text.process(),
    columns: [text.measure(), text.count()],
    rows: rows.map(([label, count]) => [label, formatNumber(count)]),
  };
}

function modelSections(model: ModelFigures, { method }: ReportFigures): readonly Section[] {
  const title = inLocale(model.scheme.title);
  const { report } = model;
  return [
    {
      title: `${text.severity()}: ${title}`,
      level: 2,
      blocks:
        report.model.kind === 'estimated' ? severity(model, method) : [say(whyNot(report.model.reason))],
    },
    { title: `${text.groups()}: ${title}`, level: 2, blocks: groups(model) },
  ];
}

function severity({ report, severities }: ModelFigures, method: string): readonly Block[] {
  const note = text.severityNote({
    ratings: formatNumber(report.counts.forms),
    raters: formatNumber(report.counts.raters),
    method,
  });
  const ends = severities?.flatMap(({ interval }) => [...interval]) ?? [];
  const reach = Math.max(5, ...ends.map(Math.abs));
  return [
    ...(severities
      ? [
          say(note),
          ...(severities.length > MOST_ROWS
            ? [say(text.severityEnds({ count: MOST_ROWS, all: formatNumber(severities.length) }))]
            : []),
          {
            kind: 'intervals' as const,
            caption: text.severity(),
            range: [-reach, reach] as const,
            ends: [text.mild(), text.severe()] as const,
            rows: shownOf(severities).map(({ value, interval, n }) => ({
              label: `n = ${n}`,
              words: signed(value),
              value,
              interval,
            })),
          },
        ]
      : [say(text.severityHidden())]),
    ...reliability(report),
  ];
}

/** More rows than this nobody reads on paper. */
const MOST_ROWS = 60;

/** All, or both ends where they are many. */
function shownOf<Row>(rows: readonly Row[]): readonly Row[] {
  return rows.length <= MOST_ROWS ? rows : [...rows.slice(0, MOST_ROWS / 2), ...rows.slice(-MOST_ROWS / 2)];
}

function signed(value: number): string {
  return formatNumber(value, { maximumFractionDigits: 0, signDisplay: 'exceptZero' });
}

function reliability({ reliability: found, connectivity }: ModelFigures['report']): readonly Block[] {
  const words: Block[] = [];
  if (found)
    words.push(
      say(
        text.reliabilityWords({
          single: twoDecimals(found.single),
          forms: formatNumber(found.formsPerRatee, { maximumFractionDigits: 1 }),
          raw: twoDecimals(found.rawMean),
          needed: found.ratersNeeded.map(({ raw }) => (raw === null ? '–' : formatNumber(raw))).join(' / '),
        }),
      ),
    );
  if (connectivity.links.unlinked > 0)
    words.push(say(text.reliabilityAssumption({ unlinked: formatNumber(connectivity.links.unlinked) })));
  return words;
}

function patterns(period: PeriodFigures): readonly Block[] {
  return [
    {
      kind: 'table',
      caption: text.patterns(),
      columns: [text.pattern(), text.tested(), text.flagged(), text.answered()],
      rows: period.patterns.map(({ detector, tested, flagged, answered }) => [
        patternName(detector),
        ...[tested, flagged, answered].map((count) => formatNumber(count)),
      ]),
    },
    say(text.patternsNote({ rate: percent(period.settings.falseDiscoveryRate) })),
  ];
}

function groups({ groups: rows, report }: ModelFigures): readonly Block[] {
  const compared = rows.flatMap(({ attribute, figures }) =>
    figures.findings.flatMap(({ group, people, adjusted, q }) =>
      adjusted
        ? [
            [
              `${attributeLabel(attribute)}: ${groupLabel(attribute, group)}`,
              formatNumber(people),
              `${points(adjusted.value, 1)} (${points(adjusted.interval[0], 1)} … ${points(adjusted.interval[1], 1)})`,
              q !== null && q <= report.settings.falseDiscoveryRate ? text.yes() : text.no(),
            ],
          ]
        : [],
    ),
  );
  if (compared.length === 0) return [say(text.groupsNone())];
  return [
    {
      kind: 'table',
      caption: text.groups(),
      columns: [text.group(), text.people(), text.difference(), text.clear()],
      rows: compared,
    },
    say(text.groupsNote()),
  ];
}

function annex(figures: ReportFigures, data: Annexed): Section {
  return {
    title: text.annex(),
    level: 1,
    blocks: [
      ...figures.periods.flatMap((period): readonly Block[] => [
        say(
          `${period.name}. ${text.annexWords({
            threshold: formatNumber(period.settings.severityThreshold),
            rate: percent(period.settings.falseDiscoveryRate),
            minimum: period.settings.minimumForms,
            seed: period.settings.seed,
          })}`,
        ),
        ...(period.settledLate ? [say(text.settledLate())] : []),
        say(text.repeat()),
        ...period.models.map(({ number }) => ({
          kind: 'command' as const,
          words: repeatCommand(data.dataName, number, period.settings),
        })),
        say(
          text.provenance({
            version: figures.version,
            method: figures.method,
            date: formatDate(figures.madeOn),
            hash: period.inputSha256,
          }),
        ),
      ]),
      say(text.dataHash({ hash: data.dataSha256 })),
    ],
  };
}
