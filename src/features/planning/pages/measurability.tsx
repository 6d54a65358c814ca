import { type MeasurabilityGap, measurablePartLabel } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import type { PlanIndicator } from '../content.ts';
import { text as formText } from '../form/text.ts';
import type { Demand } from '../measurability.ts';
import { text } from '../text.ts';

/** Baseline and source of an indicator, where the scheme asks for them or somebody stated them. */
export function MeasuredBy({ indicator, demand }: { indicator: PlanIndicator; demand: Demand | undefined }) {
  const shown = (['baseline', 'source'] as const).filter(
    (part) => indicator[part] || demand?.require.includes(part),
  );
  if (shown.length === 0) return null;
  return (
    <dl class="mt-1.5 text-sm grid gap-x-2 gap-y-0.5">
      {shown.map((part) => (
        <div key={part} class="flex flex-wrap gap-x-1.5">
          <dt class="text-base-content/75">{formText[part]()}:</dt>
          <dd class="wrap-anywhere">{indicator[part] || '–'}</dd>
        </div>
      ))}
    </dl>
  );
}

/** What an indicator lacks, why that matters and what to do: for the employee and the appraiser alike. */
export function MeasurabilityGaps({ gaps }: { gaps: readonly MeasurabilityGap[] }) {
  if (gaps.length === 0) return null;
  return (
    <details class="mt-2 rounded-field border border-warning bg-warning/10 px-3 py-2 text-sm font-normal print:hidden">
      <summary class="cursor-pointer">
        <Icon name="alert" size={16} class="-mt-0.5" />{' '}
        {text.notMeasurableYet({ gaps: gaps.map(({ what }) => inLocale(what)).join('; ') })}
      </summary>
      <ul class="mt-2 grid gap-1.5">
        {gaps.map(({ part, why, remedy }) => (
          <li key={part}>
            <span class="font-medium">{inLocale(measurablePartLabel(part))}:</span> {inLocale(why)}{' '}
            {inLocale(remedy)}
          </li>
        ))}
      </ul>
    </details>
  );
}
