import { formatNumber } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import { PlotFigure, ShareRows } from '#ui/plot/index.ts';
import { differsFrom, testedEffect } from '../figures.ts';
import { FEWEST_OTHERS, type LevelShare, levelCounts, levelShares } from '../levels.ts';
import { text } from '../text.ts';
import type { MirrorSection } from '../view.ts';
import { levelName, percent, scaleOf } from './words.ts';

/** Which levels were used how often, beside everybody else's use taken together. */
export function UseCard({ section }: { section: MirrorSection }) {
  const { rater, levels } = section;
  const own = rater.levels ?? levelCounts(section.forms);
  const shares = levelShares(own, levels);
  const most = shares.reduce<LevelShare | undefined>(
    (best, level) => (best && best.own >= level.own ? best : level),
    undefined,
  );
  if (!most) return null;
  const finding = text.useFinding({ level: levelName(section, most.at), percent: percent(most.own) });
  const compared = most.others === null ? '' : text.useOthers({ percent: percent(most.others) });
  return (
    <Card title={text.use()}>
      <div class="grid gap-5 lg:grid-cols-2 lg:gap-8 items-start">
        <PlotFigure
          finding={`${finding} ${compared}`.trim()}
          legend={most.others === null ? hiddenBecause(section) : text.useLegend()}
          table={{
            columns: [text.level(), text.timesGiven(), text.ownShare(), text.othersShare()],
            rows: shares.map((level) => [
              levelName(section, level.at),
              String(level.count),
              `${percent(level.own)} %`,
              level.others === null ? '–' : `${percent(level.others)} %`,
            ]),
          }}
        >
          <ShareRows
            rows={shares.map((level) => ({
              label: levelName(section, level.at),
              share: level.own,
              reference: level.others,
            }))}
          />
        </PlotFigure>
        <div class="grid gap-4 content-start">
          <Ends section={section} shares={shares} />
          <p class="text-sm text-base-content/75">{text.useCare()}</p>
        </div>
      </div>
    </Card>
  );
}

const SHOWN_FORMS = 3;

/** Those at an end of the scale last: there a form cannot but be straight. */
function straightForms({ forms }: MirrorSection): readonly string[] {
  return forms
    .filter(({ items }) => items.length > 1 && items.every(({ at }) => at === items[0]?.at))
    .toSorted((one, other) => Number(one.score % 100 === 0) - Number(other.score % 100 === 0))
    .map(({ name }) => name);
}

/** Differences between people: one point of the other raters in points of one's own. */
function Between({ section }: { section: MirrorSection }) {
  const test = section.rater.tests['central-tendency'];
  if (!test) return null;
  const tested = testedEffect(test, scaleOf(section, 'central-tendency'));
  const [low, high] = tested.interval.map((value) => formatNumber(value, { maximumFractionDigits: 1 }));
  return (
    <div>
      <dt class="font-semibold">{text.between()}</dt>
      <dd>
        {text.betweenBody({ slope: formatNumber(tested.effect, { maximumFractionDigits: 1 }) })}{' '}
        {text.betweenInterval({ low: low ?? '', high: high ?? '', count: tested.n })}{' '}
        {differsFrom(1, tested) ? text.betweenEnough() : text.betweenOpen()}
      </dd>
    </div>
  );
}

function hiddenBecause({ levels }: MirrorSection): string {
  return levels === null ? text.useUnknown() : text.useHidden({ count: FEWEST_OTHERS });
}

function Ends({ section, shares }: { section: MirrorSection; shares: readonly LevelShare[] }) {
  const { halo } = section.rater;
  const straight = straightForms(section).slice(0, SHOWN_FORMS);
  const shareAt = (place: number) => percent(shares.find(({ at }) => at === place)?.own ?? 0);
  return (
    <dl class="grid gap-3">
      <div>
        <dt class="font-semibold">{text.ends()}</dt>
        <dd>{text.endsBody({ low: shareAt(0), high: shareAt(100) })}</dd>
      </div>
      {halo ? (
        <div>
          <dt class="font-semibold">{text.straight()}</dt>
          <dd>
            {halo.straight > 0
              ? text.straightBody({ own: percent(halo.straight), usual: percent(halo.straightExpected) })
              : text.straightNone()}{' '}
            {straight.length > 0 ? text.straightSuch({ people: straight.join(', ') }) : null}
          </dd>
        </div>
      ) : null}
      <Between section={section} />
    </dl>
  );
}
