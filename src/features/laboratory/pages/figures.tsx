/** The figures of a finished run: shares, whom it depends on, what would mend it. */
import type { Outcome, Share } from '#domain/laboratory/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import { PlotFigure, type PlotTable } from '#ui/plot/index.ts';
import { text } from '../text-result.ts';
import { percent, withInterval } from '../words.ts';
import { Curve, type CurvePoint } from './curve.tsx';
import { type ShareBar, ShareBars } from './share-bars.tsx';

function tableOf(first: string, rows: readonly (readonly [string, Share])[]): PlotTable {
  return {
    columns: [first, text.shareInterval(), text.people()],
    rows: rows.map(([label, share]) => [label, withInterval(share), formatNumber(share.people)]),
  };
}

export function sharesOf(outcome: Outcome): readonly (readonly [string, Share])[] {
  return [
    [text.wrong(), outcome.wrong],
    [text.tooLow(), outcome.tooLow],
    [text.tooHigh(), outcome.tooHigh],
    [text.far(), outcome.far],
    [text.noResult(), outcome.noResult],
  ];
}

export function Shares({ outcome }: { outcome: Outcome }) {
  return (
    <details class="text-sm mt-1">
      <summary class="cursor-pointer link py-1">{text.shares()}</summary>
      <dl class="grid sm:grid-cols-[auto_1fr] gap-x-6 gap-y-1 mt-2">
        {sharesOf(outcome).map(([label, share]) => (
          <div key={label} class="contents">
            <dt class="text-base-content/75">{label}</dt>
            <dd class="num">{withInterval(share)}</dd>
          </div>
        ))}
      </dl>
      {outcome.excluded > 0 ? <p class="mt-2">{text.excluded({ count: outcome.excluded })}</p> : null}
    </details>
  );
}

function Bars({ finding, first, bars }: { finding: string; first: string; bars: readonly ShareBar[] }) {
  return (
    <PlotFigure
      finding={finding}
      table={tableOf(
        first,
        bars.map(({ label, share }) => [label, share] as const),
      )}
    >
      <ShareBars bars={bars} />
    </PlotFigure>
  );
}

export function Dependence({ outcome, hasScore }: { outcome: Outcome; hasScore: boolean }) {
  const { dependsOn } = outcome;
  if (!dependsOn) return null;
  const { person, rater, noise } = dependsOn;
  return (
    <Card title={text.depends()}>
      <Bars
        finding={text.dependsFinding({
          person: percent(person.share, 0),
          rater: percent(rater.share, 0),
          noise: percent(noise.share, 0),
        })}
        first={text.depends()}
        bars={[
          { label: text.person(), share: person },
          { label: text.rater(), share: rater },
          { label: text.noise(), share: noise },
        ]}
      />
      <p class="mt-2 text-sm text-base-content/75 max-w-prose">
        {text.dependsHint()} {hasScore ? '' : `${text.dependsRank()} `}
        {text.partly({
          people: outcome.looks[0]?.wrong.people ?? outcome.raters[0]?.wrong.people ?? person.people,
        })}
      </p>
    </Card>
  );
}

export function Removed({ outcome }: { outcome: Outcome }) {
  const { without } = outcome;
  if (without.length === 0) return null;
  const asItIs = outcome.looks.find(({ at }) => at === 0)?.wrong ?? outcome.wrong;
  const sorted = without.toSorted((first, second) => first.wrong.share - second.wrong.share);
  return (
    <Card title={text.removed()}>
      <Bars
        finding={text.removedHint()}
        first={text.removed()}
        bars={[
          { label: text.asItIs(), share: asItIs },
          ...sorted.map(({ disturbance, wrong }) => ({
            label: text[`without_${disturbance}`](),
            share: wrong,
          })),
        ]}
      />
    </Card>
  );
}

function CurveFigure(props: { finding: string; axis: string; points: readonly CurvePoint[]; note?: string }) {
  const { finding, axis, points, note } = props;
  return (
    <PlotFigure
      finding={finding}
      legend={note ? `${text.legend()} ${note}` : text.legend()}
      table={tableOf(
        axis,
        points.map(({ at, share }) => [formatNumber(at), share] as const),
      )}
    >
      <Curve points={points} axis={axis} />
    </PlotFigure>
  );
}

export function MoreRaters({ outcome }: { outcome: Outcome }) {
  const [few] = outcome.raters;
  const many = outcome.raters.at(-1);
  return (
    <Card title={text.byRaters()}>
      {few && many ? (
        <CurveFigure
          finding={text.byRatersFinding({
            before: percent(few.wrong.share),
            many: many.at,
            after: percent(many.wrong.share),
          })}
          axis={text.ratersAxis()}
          points={outcome.raters.map(({ at, wrong }) => ({ at, share: wrong }))}
        />
      ) : (
        <p class="max-w-prose">{text.byRatersNone()}</p>
      )}
    </Card>
  );
}

/** From so many linked appraisers on, nearly all can be compared. */
const NEARLY_ALL = 0.9;

export function MoreLooks({ outcome }: { outcome: Outcome }) {
  const { looks } = outcome;
  const at = (percentage: number) => looks.find((each) => each.at === percentage)?.wrong.share ?? 0;
  const linked = looks.find((each) => each.linked.share >= NEARLY_ALL);
  return (
    <Card title={text.byLooks()}>
      {looks.length === 0 ? (
        <p class="max-w-prose">{text.byLooksNone()}</p>
      ) : (
        <>
          <CurveFigure
            finding={text.byLooksFinding({
              before: percent(at(0)),
              after: percent(at(100)),
              three: percent(at(200)),
            })}
            axis={text.looksAxis()}
            points={looks.map((each) => ({ at: each.at, share: each.wrong }))}
            note={text.threeAppraisers()}
          />
          <p class="mt-3 text-sm max-w-prose">
            {linked
              ? text.linkedFinding({ percent: String(linked.at), share: percent(linked.linked.share, 0) })
              : text.linkedNever()}
          </p>
          <details class="text-sm">
            <summary class="cursor-pointer link py-1">{text.linked()}</summary>
            <dl class="grid grid-cols-[auto_1fr] gap-x-6 gap-y-1 mt-2">
              {looks.map((each) => (
                <div key={each.at} class="contents">
                  <dt class="text-base-content/75 num">{formatNumber(each.at)} %</dt>
                  <dd class="num">{withInterval(each.linked)}</dd>
                </div>
              ))}
            </dl>
          </details>
        </>
      )}
    </Card>
  );
}
