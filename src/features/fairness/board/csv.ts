/** Every figure of the board as a table: the same numbers, what they rest on, and nothing that the page may not show. */
import { limitText, organisationPredicateLabel, PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { SheetToWrite, Value } from '#platform/spreadsheet/index.ts';
import { notTestedWords } from './flags-card.tsx';
import { guidanceRows } from './guidance.tsx';
import { moversAmong } from './movers.ts';
import { withinSubset } from './severity.tsx';
import { spreadRows } from './spread.tsx';
import { sharesOf } from './summary.ts';
import { text } from './text-csv.ts';
import { text as spreadText } from './text-distribution.ts';
import { text as varianceText } from './text-variance.ts';
import type { BoardView } from './view.ts';
import { effectWords, patternName } from './words.ts';

export const FIGURES = [
  'raters',
  'ratees',
  'network',
  'variance',
  'distribution',
  'guidance',
  'patterns',
  'tests',
] as const;
export type Figure = (typeof FIGURES)[number];

interface Table {
  readonly headings: readonly string[];
  readonly rows: readonly (readonly Value[])[];
}

const TABLES: Readonly<Record<Figure, (view: BoardView) => Table>> = {
  raters: ratersTable,
  ratees: rateesTable,
  network: networkTable,
  variance: varianceTable,
  distribution: distributionTable,
  guidance: guidanceTable,
  patterns: patternsTable,
  tests: testsTable,
};

/** The sheet of a figure; the last lines say how it was made and what it is not for. */
export function sheetOf(view: BoardView, figure: Figure, about: readonly string[]): SheetToWrite {
  const { headings, rows } = TABLES[figure](view);
  return {
    name: figure,
    columns: headings.map((heading) => ({ heading })),
    rows: [...rows, ...about.map((line) => [line])],
  };
}

/** Two decimals are finer than any of these figures is sure. */
const rounded = (value: number | null | undefined): number | null =>
  value === null || value === undefined ? null : Math.round(value * 100) / 100;
const fine = (value: number | null): number | null => (value === null ? null : Number(value.toPrecision(3)));

function ratersTable({ raters }: BoardView): Table {
  return {
    headings: [
      text.rater(),
      text.unit(),
      text.ratings(),
      text.island(),
      text.link(),
      text.severity(),
      text.low(),
      text.high(),
      text.probabilitySevere(),
      text.probabilityLenient(),
      text.mean(),
    ],
    rows: raters.map((rater) => {
      const isKnown = rater.link !== 'unlinked' && rater.severity !== null;
      const { estimate, interval } = withinSubset(rater);
      return [
        rater.name,
        rater.unitName,
        rater.n,
        rater.subset + 1,
        text[rater.link](),
        isKnown ? rounded(estimate) : null,
        isKnown ? rounded(interval?.[0]) : null,
        isKnown ? rounded(interval?.[1]) : null,
        isKnown ? rounded(rater.probabilitySevere) : null,
        isKnown ? rounded(rater.probabilityLenient) : null,
        rounded(rater.rawMean),
      ];
    }),
  };
}

function rateesTable({ ratees, crossings }: BoardView): Table {
  const why = new Map(
    moversAmong(ratees ?? [], crossings.people).map((mover) => [mover.ratee.participantId, mover.why()]),
  );
  return {
    headings: [
      text.employee(),
      text.unit(),
      text.ratings(),
      text.raw(),
      text.adjusted(),
      text.low(),
      text.high(),
      text.depends(),
    ],
    rows: (ratees ?? []).map((ratee) => [
      ratee.name,
      ratee.unitName,
      ratee.n,
      rounded(ratee.raw),
      rounded(ratee.fair),
      rounded(ratee.interval?.[0]),
      rounded(ratee.interval?.[1]),
      why.get(ratee.participantId) ?? null,
    ]),
  };
}

function networkTable(view: BoardView): Table {
  const { graph } = view;
  const proposals = new Map(
    (graph?.islands ?? []).flatMap(({ proposals: some }) => some.map((each) => [each.rater.personId, each])),
  );
  return {
    headings: [
      text.rater(),
      text.unit(),
      text.island(),
      text.link(),
      text.tiedTo(),
      text.cutPoint(),
      text.needed(),
      text.byWhom(),
    ],
    rows: (graph?.raters ?? []).map((rater, index) => {
      const ties = graph?.ties.filter(({ from, to }) => from === index || to === index).length ?? 0;
      const proposal = proposals.get(rater.personId);
      return [
        rater.name,
        rater.unitName,
        rater.subset + 1,
        text[rater.link](),
        ties,
        view.isWhole && graph?.joints.raters.includes(rater) ? text.yes() : text.no(),
        proposal?.needed ?? null,
        proposal?.byWhom.map(({ name }) => name).join('; ') ?? null,
      ];
    }),
  };
}

function varianceTable({ model: { report } }: BoardView): Table {
  const headings = [text.what(), text.value(), text.share()];
  const { model, reliability } = report;
  if (model.kind === 'not-estimable') return { headings, rows: [] };
  const shares = sharesOf(model);
  const parts = [
    [varianceText.ratee(), model.variance.ratee, shares.ratee],
    [varianceText.rater(), model.variance.rater, shares.rater],
    [varianceText.residual(), model.variance.residual, shares.residual],
  ] as const;
  return {
    headings,
    rows: [
      ...parts.map(([name, variance, share]) => [name, fine(variance), rounded(share)]),
      ...(reliability
        ? [
            [varianceText.single(), rounded(reliability.single), null],
            [varianceText.adjusted(), rounded(reliability.adjusted), null],
            ...reliability.ratersNeeded.flatMap(({ target, raw, adjusted }) => [
              [text.neededFor({ target, way: varianceText.needRaw() }), raw, null],
              [text.neededFor({ target, way: varianceText.needAdjusted() }), adjusted, null],
            ]),
          ]
        : []),
    ],
  };
}

function distributionTable(view: BoardView): Table {
  return {
    headings: [
      text.unit(),
      ...PREDICATES.map((predicate) => inLocale(predicateLabel(predicate))),
      text.people(),
    ],
    rows: spreadRows(view).map(({ name, spread }) => [
      name,
      ...PREDICATES.map((predicate) => spread.counts[predicate] ?? spreadText.hidden()),
      spread.total ?? spreadText.hidden(),
    ]),
  };
}

function guidanceTable(view: BoardView): Table {
  return {
    headings: [
      text.unit(),
      spreadText.organisation(),
      spreadText.limit(),
      text.people(),
      text.counted(),
      spreadText.judgement(),
      spreadText.evidence(),
    ],
    rows: guidanceRows(view).map(({ row, limit, people, kept, adjusted }) => [
      row.name,
      row.organisation ? inLocale(organisationPredicateLabel(row.organisation)) : null,
      inLocale(limitText(limit)),
      row.spread.total ?? spreadText.hidden(),
      people ?? spreadText.hidden(),
      kept === null ? null : kept ? text.yes() : text.no(),
      fine(adjusted),
    ]),
  };
}

function patternsTable({ flags }: BoardView): Table {
  return {
    headings: [
      text.pattern(),
      text.rater(),
      text.effect(),
      text.inWords(),
      text.low(),
      text.high(),
      text.ratings(),
      text.q(),
      text.probability(),
      text.detectable(),
      text.explained(),
    ],
    rows: flags.map((flag) => [
      patternName(flag.detector),
      flag.raterName,
      rounded(flag.effect),
      effectWords(flag),
      rounded(flag.interval?.[0]),
      rounded(flag.interval?.[1]),
      flag.n,
      fine(flag.q),
      fine(flag.probability),
      rounded(flag.minimumDetectable),
      flag.answer ? text.yes() : text.no(),
    ]),
  };
}

function testsTable({ model: { report } }: BoardView): Table {
  return {
    headings: [
      text.pattern(),
      text.tested(),
      text.flagged(),
      text.notTested(),
      text.detectable(),
      text.centre(),
      text.scale(),
    ],
    rows: report.detectors.map((detector) => [
      patternName(detector.detector),
      detector.tested,
      detector.flagged,
      notTestedWords(detector),
      rounded(detector.minimumDetectable),
      rounded(detector.calibration?.centre),
      rounded(detector.calibration?.scale),
    ]),
  };
}
