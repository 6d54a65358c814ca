import type { DetectorName, FairnessSettings } from '#domain/statistics/fairness/types.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card } from '#ui/parts.tsx';
import { noSeverity, smallestVisible } from '../figures.ts';
import { PATTERNS } from '../text-answers.ts';
import { text } from '../text-compare.ts';
import type { MirrorSection } from '../view.ts';
import { percent, points } from './words.ts';

interface Checked {
  readonly detector: DetectorName;
  readonly forms: string;
  readonly smallest: string;
}

/** Kinds of pattern that can be tested on one rater's forms; groups are only looked at over the agency. */
const TESTED: readonly DetectorName[] = ['central-tendency', 'halo', 'straight-lining', 'drift', 'ties'];

/** What this many ratings can show at all: without it, "no pattern" would read as "all is well". */
export function PowerCard({ section, settings }: { section: MirrorSection; settings: FairnessSettings }) {
  const { n } = section.rater;
  const visible = visibleSeverity(section, settings);
  return (
    <Card title={text.power({ count: n })} padded={false}>
      <div class="p-5 pb-2 grid gap-2 max-w-prose">
        <p class="font-medium">
          {visible === null
            ? text.powerNothing({ count: n })
            : text.powerSeverity({ count: n, points: points(visible) })}
        </p>
        <p class="text-base-content/85">{text.powerCare()}</p>
      </div>
      <DataTable
        caption={text.power({ count: n })}
        rows={TESTED.map((detector) => checkedBy(section, settings, detector))}
        rowKey={({ detector }) => detector}
        columns={[
          {
            key: 'kind',
            heading: text.powerKind(),
            isTitle: true,
            cell: ({ detector }) => PATTERNS[detector].name(),
          },
          { key: 'forms', heading: text.powerForms(), align: 'right', cell: ({ forms }) => forms },
          { key: 'smallest', heading: text.powerSmallest(), isWide: true, cell: ({ smallest }) => smallest },
        ]}
      />
    </Card>
  );
}

function visibleSeverity({ rater, model }: MirrorSection, settings: FairnessSettings): number | null {
  const fitted = model.report.model;
  if (fitted.kind !== 'estimated' || rater.se === null || noSeverity(rater.link, fitted)) return null;
  const { severityThreshold, severityProbability, scale } = settings;
  return smallestVisible({
    se: rater.se,
    raterVariance: fitted.variance.rater,
    severityThreshold,
    severityProbability,
    range: scale[1] - scale[0],
  });
}

function checkedBy(section: MirrorSection, settings: FairnessSettings, detector: DetectorName): Checked {
  const test = section.rater.tests[detector];
  if (!test) {
    return { detector, forms: '–', smallest: whyNotTested(section, settings, detector) };
  }
  return { detector, forms: formatNumber(test.n), smallest: smallestOf(detector, test.minimumDetectable) };
}

function whyNotTested(
  { rater, model }: MirrorSection,
  { minimumForms: minimum }: FairnessSettings,
  detector: DetectorName,
): string {
  if (rater.n < minimum) return text.powerNotTested({ minimum });
  const unavailable = model.report.detectors.find((each) => each.detector === detector)?.unavailable;
  if (detector === 'ties' && unavailable !== 'no-model') return text.powerNoTies();
  if (unavailable === 'no-items') return text.powerUnknown();
  return text.powerFewShared({ minimum });
}

function smallestOf(detector: DetectorName, value: number): string {
  const number = formatNumber(value, { maximumSignificantDigits: 2 });
  switch (detector) {
    case 'central-tendency':
      return text.smallestSlope({ value: number });
    case 'halo':
      return text.smallestRatio({ value: number });
    case 'straight-lining':
      return text.smallestShare({ percent: percent(value) });
    case 'drift':
      return text.smallestYear({ points: points(value) });
    default:
      return text.smallestPoints({ points: points(value) });
  }
}
