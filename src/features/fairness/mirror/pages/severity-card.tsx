import type { FairnessSettings } from '#domain/statistics/fairness/types.ts';
import type { Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Card, Notice } from '#ui/parts.tsx';
import { IntervalRows, PlotFigure } from '#ui/plot/index.ts';
import { type NoSeverity, noSeverity, verdictOf } from '../figures.ts';
import { text } from '../text.ts';
import type { MirrorSection } from '../view.ts';
import { LookExample } from './look-example.tsx';
import { lowerOrHigher, NEGLIGIBLE, points, signed } from './words.ts';

interface Props {
  readonly visit: Visit;
  readonly section: MirrorSection;
  readonly settings: FairnessSettings;
}

/** The first question everybody has, answered in a sentence, then by how far it can be trusted. */
export function SeverityCard(props: Props) {
  const { rater, model } = props.section;
  const reason = noSeverity(rater.link, model.report.model);
  return (
    <Card title={text.severity()}>
      <div class="grid gap-5 lg:grid-cols-2 lg:gap-8 items-start">
        {reason || rater.severity === null || !rater.interval ? (
          <NotYet reason={reason ?? 'unlinked'} />
        ) : (
          <Estimated {...props} severity={rater.severity} interval={rater.interval} />
        )}
        <LookExample visit={props.visit} section={props.section} />
      </div>
    </Card>
  );
}

const REASONS: Readonly<Record<NoSeverity, () => string>> = {
  unlinked: text.whyUnlinked,
  'too-few': text.whyTooFew,
  'no-variation': text.whyNoVariation,
  'not-crossed': text.whyNotCrossed,
  'no-residual': text.whyNoResidual,
  'no-convergence': text.whyNoConvergence,
};

function NotYet({ reason }: { reason: NoSeverity }) {
  const mendable = reason === 'unlinked' || reason === 'not-crossed' || reason === 'too-few';
  return (
    <Notice tone="neutral" title={text.notEstimable()}>
      <p class="mt-1">{REASONS[reason]()}</p>
      {mendable ? <p class="mt-2">{text.wouldHelp()}</p> : null}
    </Notice>
  );
}

function Estimated(props: Props & { severity: number; interval: readonly [number, number] }) {
  const { section, settings, severity, interval } = props;
  const { rater } = section;
  // The model counts severity; people read the difference of their scores.
  const difference = { value: -severity, low: -interval[1], high: -interval[0] };
  const threshold = formatNumber(settings.severityThreshold);
  const verdict = verdictOf({ interval, flags: rater.flags }, settings.severityThreshold);
  const enough = {
    severe: text.enoughBeyond,
    lenient: text.enoughBeyond,
    within: text.enoughWithin,
    open: text.notEnough,
  }[verdict];
  return (
    <div class="grid gap-3 min-w-0">
      <p class="text-lg font-medium text-balance">{sentence(difference.value)}</p>
      <p>
        {text.range({ low: lowerOrHigher(difference.low), high: lowerOrHigher(difference.high) })}{' '}
        <strong class="font-medium">{enough({ threshold })}</strong>
      </p>
      {rater.link === 'weak' ? <Notice tone="warning">{text.weakLink()}</Notice> : null}
      <PlotFigure
        finding={text.severityPlot()}
        legend={text.severityLegend({ threshold })}
        table={{
          columns: [text.columnWhat(), text.columnEstimate(), text.columnInterval()],
          rows: [
            [
              text.thisPeriodRow(),
              signed(difference.value),
              `${signed(difference.low)} … ${signed(difference.high)}`,
            ],
          ],
        }}
      >
        <IntervalRows
          rows={[{ label: text.thisPeriodRow(), ...difference }]}
          band={settings.severityThreshold}
          ends={[text.axisLow(), text.axisHigh()]}
        />
      </PlotFigure>
      <Subsets section={section} />
      <p class="text-sm text-base-content/75">{text.model()}</p>
    </div>
  );
}

function sentence(difference: number): string {
  if (Math.abs(difference) < NEGLIGIBLE) return text.alike();
  const words = { points: points(difference) };
  return difference < 0 ? text.lower(words) : text.higher(words);
}

/** Where nothing joins the groups of raters, the figure rests on an assumption: said, with the figure without it. */
function Subsets({ section }: { section: MirrorSection }) {
  const { counts } = section.model.report;
  const { severityWithin } = section.rater;
  if (counts.subsets < 2 || severityWithin === null) return null;
  return (
    <p class="text-sm">{text.ownSubset({ count: counts.subsets, words: lowerOrHigher(-severityWithin) })}</p>
  );
}
