import type { OrdinalCheck } from '#domain/statistics/fairness/ordinal-check.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { Card, EmptyState, LinkButton } from '#ui/parts.tsx';
import { Caterpillar, CaterpillarKey, type CaterpillarRow, caterpillarAxis } from '#ui/plot/index.ts';
import type { StoredRater } from '../store/types.ts';
import { Note, type NoteContext } from './note.tsx';
import { text as board } from './text.ts';
import { text } from './text-severity.ts';
import type { BoardView } from './view.ts';
import { percent, points, twoDecimals, whyNot } from './words.ts';

/** Longer lists show both ends and everybody beyond the limit. */
const SHORT_LIST = 20;
const AT_EACH_END = 8;

interface Props {
  readonly view: BoardView;
  readonly note: NoteContext;
  /** Every rater is shown. */
  readonly isComplete: boolean;
  readonly href: (parameters: Readonly<Record<string, string>>) => string;
}

export function SeverityCard(props: Props) {
  const { view, note } = props;
  const { model, counts } = view.model.report;
  return (
    <Card id="severity" title={text.title()}>
      {model.kind === 'not-estimable' ? (
        <>
          <p class="font-medium">{text.findingUnknown()}</p>
          <p>{whyNot(model.reason)}</p>
        </>
      ) : view.raters.length === 0 ? (
        <EmptyState icon="users" title={text.nobody()}>
          {text.nobodyHint()}
        </EmptyState>
      ) : (
        <>
          <Found {...props} />
          <SecondOpinion check={view.model.report.ordinal} />
        </>
      )}
      <Note
        note={note}
        figure="raters"
        title={text.title()}
        basis={board.basisForms({ count: counts.forms })}
        model={model.kind === 'estimated' ? board.modelCrossed() : board.modelNone()}
        mustNot={board.mustNotSeverity()}
      />
    </Card>
  );
}

/** Below this the two models are not said to agree. */
const CLOSE = 0.8;

/** Whether raters stand in the same order when only the order of levels counts; nothing where that was not checked. */
function SecondOpinion({ check }: { check: OrdinalCheck }) {
  if (check.kind !== 'estimated') return null;
  const figures = {
    ratings: formatNumber(check.ratings),
    raters: check.raters,
    agreement: twoDecimals(check.agreement),
  };
  const agrees = check.agreement >= CLOSE && check.contradicted === 0;
  return (
    <p class="mt-3 text-sm text-base-content/85 max-w-prose">
      {agrees ? text.ordinalAgrees(figures) : text.ordinalDiffers(figures)}
      {check.contradicted > 0 ? ` ${text.ordinalContradicts({ count: check.contradicted })}` : null}
    </p>
  );
}

const isBeyond = ({ flags }: StoredRater) => flags.includes('severity') || flags.includes('leniency');

function Found({ view, isComplete, href }: Props) {
  const { severityThreshold: threshold, severityProbability: probability } = view.run.settings;
  const severe = view.raters.filter(({ flags }) => flags.includes('severity')).length;
  const lenient = view.raters.filter(({ flags }) => flags.includes('leniency')).length;
  const known = view.raters
    .filter(({ link, severity }) => link !== 'unlinked' && severity !== null)
    .sort((one, other) => one.subset - other.subset || (other.severity ?? 0) - (one.severity ?? 0));
  const unknown = view.raters.filter((rater) => !known.includes(rater));
  const shown = isComplete ? known : ends(known);
  const here = formsInView(view);
  const rows = shown.map((rater) => rowOf(rater, here));
  const axis = caterpillarAxis(
    known.map((rater) => rowOf(rater, here)),
    threshold,
  );
  const headings = {
    name: text.rater(),
    plot: text.place(),
    words: text.difference(),
    n: text.forms(),
  };
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-4">
      <p class="font-medium text-balance">
        {severe + lenient > 0
          ? text.finding({ severe, lenient, threshold })
          : text.findingNone({ threshold })}
      </p>
      <p class="text-sm text-base-content/85 max-w-prose">{text.intro()}</p>
      {rows.length > 0 ? (
        <Caterpillar
          caption={text.title()}
          headings={headings}
          rows={rows}
          band={threshold}
          axis={axis}
          ends={[text.lenient(), text.strict()]}
        />
      ) : null}
      <CaterpillarKey
        usual={text.keyUsual()}
        beyond={text.keyBeyond({ percent: percent(probability) })}
        unknown={text.keyUnknown()}
        band={text.keyBand({ threshold })}
      />
      <More shown={shown.length} total={known.length} isComplete={isComplete} href={href} />
      {unknown.length > 0 ? (
        <details open={unknown.length <= AT_EACH_END}>
          <summary class="cursor-pointer font-medium">
            {text.unlinkedTitle({ count: unknown.length })}
          </summary>
          <p class="text-sm text-base-content/85 max-w-prose my-2">{text.unlinkedIntro()}</p>
          <Caterpillar
            caption={text.unlinkedTitle({ count: unknown.length })}
            headings={headings}
            rows={unknown.map((rater) => rowOf(rater, here))}
            band={threshold}
            axis={axis}
            ends={[text.lenient(), text.strict()]}
          />
        </details>
      ) : null}
    </div>
  );
}

function ends(sorted: readonly StoredRater[]): readonly StoredRater[] {
  if (sorted.length <= SHORT_LIST) return sorted;
  return sorted.filter(
    (rater, index) => index < AT_EACH_END || index >= sorted.length - AT_EACH_END || isBeyond(rater),
  );
}

function More(props: { shown: number; total: number; isComplete: boolean; href: Props['href'] }) {
  const { shown, total, isComplete, href } = props;
  if (total <= SHORT_LIST) return null;
  return (
    <div class="flex flex-wrap items-center gap-3 text-sm">
      {isComplete ? null : <span>{text.someOf({ shown, total })}</span>}
      <span class="print:hidden">
        <LinkButton href={href({ raters: isComplete ? '' : 'all' })} small>
          {isComplete ? text.showSome() : text.showAll()}
        </LinkButton>
      </span>
    </div>
  );
}

/** Forms by rater about people in view; null where all are in view. */
export function formsInView({ isWhole, ratees }: BoardView): ReadonlyMap<string, number> | null {
  if (isWhole || !ratees) return null;
  const counts = new Map<string, number>();
  for (const { forms } of ratees)
    for (const { raterId } of forms) counts.set(raterId, (counts.get(raterId) ?? 0) + 1);
  return counts;
}

function rowOf(rater: StoredRater, here: ReadonlyMap<string, number> | null): CaterpillarRow {
  const isUnknown = rater.link === 'unlinked' || rater.severity === null;
  const within = withinSubset(rater);
  const said = isUnknown ? text.notComparable() : differenceWords(within.estimate, within.interval, rater.se);
  const own = here?.get(rater.personId) ?? rater.n;
  return {
    key: rater.personId,
    name: (
      <>
        {rater.name}
        <span class="block text-xs text-base-content/75">
          {[
            rater.unitName,
            rater.link === 'weak' ? text.weak() : null,
            own < rater.n ? text.someHere({ here: own, all: rater.n }) : null,
          ]
            .filter(Boolean)
            .join(' · ')}
        </span>
      </>
    ),
    words: !isUnknown && rater.subset > 0 ? text.withinOnly({ subset: rater.subset + 1, words: said }) : said,
    n: rater.n,
    estimate: isUnknown ? null : within.estimate,
    interval: isUnknown ? null : within.interval,
    mark: isUnknown ? 'unknown' : isBeyond(rater) ? 'beyond' : 'usual',
  };
}

/** Beside raters of other islands nothing is comparable: there the figure is the one within the island. */
export function withinSubset({ subset, severity, severityWithin, interval }: StoredRater): {
  readonly estimate: number;
  readonly interval: readonly [number, number] | null;
} {
  const estimate = (subset > 0 ? severityWithin : severity) ?? severity ?? 0;
  const shift = estimate - (severity ?? 0);
  return { estimate, interval: interval && [interval[0] + shift, interval[1] + shift] };
}

function differenceWords(
  estimate: number,
  interval: readonly [number, number] | null,
  se: number | null,
): string {
  const [low, high] = interval ?? [estimate, estimate];
  const size = points(Math.abs(estimate), se);
  if (size === points(0, se)) return text.wordsSame({ low: points(low, se), high: points(high, se) });
  // The interval is said in the direction of the difference, as its size is.
  return estimate > 0
    ? text.words({ side: text.strict(), points: size, low: points(low, se), high: points(high, se) })
    : text.words({ side: text.lenient(), points: size, low: points(-high, se), high: points(-low, se) });
}
