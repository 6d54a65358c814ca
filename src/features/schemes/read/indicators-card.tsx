/** The catalogue of indicators by job family, with a filter that works without a script. */
import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card, Facts } from '#ui/parts.tsx';
import { labelOf } from './describe.ts';
import { BasisWords } from './parts.tsx';
import { text as parts } from './text-parts.ts';
import { text } from './text-rest.ts';

type Indicator = NonNullable<Scheme['indicators']>[number];

export function IndicatorsCard(props: { scheme: Scheme; family: string; address: string }) {
  const { scheme, family, address } = props;
  const { indicators = [], measurability } = scheme;
  if (indicators.length === 0 && !measurability) return null;
  const families = [...new Map(indicators.map(({ jobFamily }) => [jobFamily.id, jobFamily])).values()];
  const chosen = families.find(({ id }) => id === family);
  const shown = chosen ? families.filter(({ id }) => id === chosen.id) : families;
  return (
    <Card title={text.indicators()} id="indicators">
      <div class="grid gap-4 text-sm">
        {measurability ? (
          <div class="grid gap-1">
            <p>
              {text.measurable({
                list: measurability.require.map((part) => text[`part_${part}`]()).join(', '),
              })}
            </p>
            <BasisWords scheme={scheme} basis={measurability.basis} />
          </div>
        ) : null}
        {indicators.length > 0 ? <p class="max-w-prose">{text.indicatorsIntro()}</p> : null}
        {families.length > 1 ? (
          <form
            method="get"
            action={`${address}#indicators`}
            class="flex flex-wrap items-end gap-3"
            data-turbo-action="replace"
          >
            <label class="grid gap-1 grow basis-48 max-w-md">
              <span class="font-medium">{text.jobFamily()}</span>
              <select class="select w-full" name="family">
                <option value="">{text.allFamilies()}</option>
                {families.map((each) => (
                  <option key={each.id} value={each.id} selected={each.id === chosen?.id}>
                    {inLocale(each)}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" class="btn btn-outline">
              {text.filter()}
            </button>
          </form>
        ) : null}
        {shown.map((each) => (
          <section key={each.id} class="grid gap-2">
            <h3 class="font-semibold">{inLocale(each)}</h3>
            <div class="rounded-field border border-base-300 divide-y divide-base-300">
              {indicators
                .filter(({ jobFamily }) => jobFamily.id === each.id)
                .map((indicator) => (
                  <IndicatorEntry key={indicator.code} scheme={scheme} indicator={indicator} />
                ))}
            </div>
          </section>
        ))}
      </div>
    </Card>
  );
}

function IndicatorEntry({ scheme, indicator }: { scheme: Scheme; indicator: Indicator }) {
  return (
    <details class="px-3 py-2">
      <summary class="cursor-pointer">
        <span class="font-medium">{inLocale(indicator.label)}</span>
      </summary>
      <div class="mt-2 grid gap-3">
        <p class="max-w-prose">{inLocale(indicator.meaning)}</p>
        <Facts
          facts={[
            [text.measure(), inLocale(indicator.measure)],
            [text.unit(), inLocale(indicator.unit)],
            [text.direction(), parts[`direction_${indicator.direction}`]()],
            [text.dataSource(), inLocale(indicator.dataSource)],
            [text.example(), inLocale(indicator.example)],
            [text.component(), inLocale(labelOf(scheme, indicator.component))],
          ]}
        />
      </div>
    </details>
  );
}
