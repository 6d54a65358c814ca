import { Card } from '#ui/parts.tsx';
import { PlaceRows, PlotFigure } from '#ui/plot/index.ts';
import { differsFrom, spreadOf, testedRatio } from '../figures.ts';
import { text } from '../text.ts';
import type { MirrorSection, OwnForm } from '../view.ts';
import { points, scaleOf, times } from './words.ts';

const SHOWN = 6;
/** Between these the spread is called usual; the detector itself decides what is a pattern. */
const USUAL = [0.8, 1.25] as const;

interface SpreadForm {
  readonly form: OwnForm;
  readonly spread: number;
}

/** How much items differ within a form, against what is usual, with the own forms laid side by side. */
export function HaloCard({ section }: { section: MirrorSection }) {
  const { halo } = section.rater;
  const forms = section.forms
    .flatMap((form): SpreadForm[] => {
      const spread = spreadOf(form.items.map(({ at }) => at));
      return spread === null ? [] : [{ form, spread }];
    })
    .sort((one, other) => Number(isAtEnd(one)) - Number(isAtEnd(other)) || one.spread - other.spread);
  const [least] = forms;
  const ratio = halo && halo.expected > 0 ? halo.observed / halo.expected : null;
  return (
    <Card title={text.halo()}>
      <div class="grid gap-5 lg:grid-cols-2 lg:gap-8 items-start">
        <div class="grid gap-3 content-start">
          <p class="text-lg font-medium text-balance">{ratio === null ? text.haloNone() : said(ratio)}</p>
          {ratio === null ? null : <Sufficiency section={section} />}
          <p>{text.haloMeaning()}</p>
          {least ? (
            <>
              <h3 class="font-semibold">{text.example()}</h3>
              <p>{text.haloExample({ person: least.form.name })}</p>
            </>
          ) : null}
        </div>
        {least ? <FormsPlot forms={forms} /> : null}
      </div>
    </Card>
  );
}

/** A form wholly at an end of the scale cannot but be uniform: it says least. */
function isAtEnd({ form }: SpreadForm): boolean {
  return form.score <= 0 || form.score >= 100;
}

function said(ratio: number): string {
  const words = { ratio: times(ratio) };
  if (ratio < USUAL[0]) return text.haloLess(words);
  return ratio > USUAL[1] ? text.haloMore(words) : text.haloUsual(words);
}

/** Whether the data tell the spread from the usual one. */
function Sufficiency({ section }: { section: MirrorSection }) {
  const test = section.rater.tests.halo;
  if (!test) return <p>{text.haloUntested()}</p>;
  const tested = testedRatio(test, scaleOf(section, 'halo'));
  const [low, high] = tested.interval;
  return (
    <p>
      {text.haloInterval({ low: times(low), high: times(high), count: tested.n })}{' '}
      <strong class="font-medium">{differsFrom(1, tested) ? text.haloEnough() : text.haloOpen()}</strong>
    </p>
  );
}

function FormsPlot({ forms }: { forms: readonly SpreadForm[] }) {
  const shown = forms.slice(0, SHOWN);
  return (
    <PlotFigure
      finding={text.haloPlot()}
      legend={
        forms.length > shown.length
          ? `${text.haloLegend()} ${text.moreForms({ shown: shown.length, count: forms.length })}`
          : text.haloLegend()
      }
      table={{
        columns: [text.person(), text.formScore(), text.formSpread(), text.itemsCount()],
        rows: forms.map(({ form, spread }) => [
          form.name,
          points(form.score),
          points(Math.sqrt(spread)),
          String(form.items.length),
        ]),
      }}
    >
      <PlaceRows
        rows={shown.map(({ form }) => ({
          key: `${form.participantId} ${form.role}`,
          label: form.name,
          dots: dotsOf(form),
          stroke: form.score,
        }))}
      />
    </PlotFigure>
  );
}

function dotsOf({ items }: OwnForm): readonly { at: number; count: number }[] {
  const counts = new Map<number, number>();
  for (const { at } of items) counts.set(at, (counts.get(at) ?? 0) + 1);
  return [...counts].map(([at, count]) => ({ at, count }));
}
