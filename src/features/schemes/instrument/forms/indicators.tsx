/** What can be changed of a measured indicator: its realisation, or how many of its milestones are done. */
import { Decimal } from 'decimal.js';
import { formatDecimal } from '#platform/locale/format.ts';
import { ShortField } from '../fields.tsx';
import { text } from '../text.ts';
import { type FormState, isRecord, type Reader, textIn } from '../types.ts';

type Indicator = Readonly<Record<string, unknown>>;

const Exact = Decimal.clone({ precision: 60, rounding: Decimal.ROUND_HALF_UP });

const nameOf = (line: string, index: number) => `${line}.${index}.realisation`;

function valuesOf(indicator: Indicator): readonly string[] {
  const { realisations } = indicator;
  return Array.isArray(realisations) ? realisations.filter((each) => typeof each === 'string') : [];
}

function milestonesOf(indicator: Indicator): readonly Indicator[] {
  return Array.isArray(indicator.milestones) ? indicator.milestones.filter(isRecord) : [];
}

/** The realisations as one number, as it is read; the exact ones stay as they are while nothing is changed. */
function combined(indicator: Indicator): string {
  if (indicator.direction === 'milestone')
    return String(milestonesOf(indicator).filter((each) => each.done === true).length);
  const values = valuesOf(indicator).map((value) => new Exact(value));
  const [first] = values;
  if (!first) return '';
  const sum = values.reduce((total, value) => total.plus(value));
  switch (indicator.summary) {
    case 'sum':
      return sum.toFixed();
    case 'average':
      return sum.div(values.length).toDecimalPlaces(2).toFixed();
    case 'lowest':
      return Exact.min(...values).toFixed();
    case 'highest':
      return Exact.max(...values).toFixed();
    default:
      return (values.at(-1) ?? first).toFixed();
  }
}

export function indicatorFields(line: string, indicators: readonly Indicator[]): Record<string, string> {
  return Object.fromEntries(
    indicators.map((indicator, index) => [nameOf(line, index), formatDecimal(combined(indicator))]),
  );
}

export function readIndicator(
  at: { readonly line: string; readonly path: string; readonly indicator: Indicator; readonly index: number },
  reader: Reader,
): Indicator {
  const { indicator, index } = at;
  const name = nameOf(at.line, index);
  reader.at(`${at.path}.indicators[${index}]`, name);
  if (reader.text(name) === formatDecimal(combined(indicator))) return indicator;
  if (indicator.direction === 'milestone') return withMilestones(indicator, name, reader);
  const value = reader.decimal(name, text.realisation());
  return { ...indicator, realisations: value === undefined ? [] : [value] };
}

function withMilestones(indicator: Indicator, name: string, reader: Reader): Indicator {
  const milestones = milestonesOf(indicator);
  const done = reader.whole(name, text.milestones({ total: milestones.length })) ?? 0;
  if (done > milestones.length) reader.problem(name, text.tooMany({ limit: milestones.length }));
  return { ...indicator, milestones: milestones.map((each, index) => ({ ...each, done: index < done })) };
}

export function IndicatorInputs(props: {
  line: string;
  indicators: readonly Indicator[];
  labels: readonly string[];
  state: FormState;
}) {
  return (
    <>
      {props.indicators.map((indicator, index) => (
        <ShortField
          key={nameOf(props.line, index)}
          state={props.state}
          name={nameOf(props.line, index)}
          label={`${nameIn(props.labels, index, props.indicators.length)}${labelOf(indicator)}`}
          hint={targetOf(indicator)}
        />
      ))}
    </>
  );
}

/** The name of an indicator before what is asked of it; nothing where there is only one without a name. */
function nameIn(labels: readonly string[], index: number, count: number): string {
  const name = labels[index] ?? (count > 1 ? text.indicator({ number: index + 1 }) : undefined);
  return name === undefined ? '' : `${name}: `;
}

function labelOf(indicator: Indicator): string {
  return indicator.direction === 'milestone'
    ? text.milestones({ total: milestonesOf(indicator).length })
    : text.realisation();
}

function targetOf(indicator: Indicator): string {
  const shown = (name: string) => formatDecimal(textIn(indicator, name));
  switch (indicator.direction) {
    case 'milestone':
      return '';
    case 'range':
      return text.targetIs({ target: `${shown('lowest')} – ${shown('highest')}` });
    case 'lower':
      return text.targetIs({ target: `≤ ${shown('target')}` });
    case 'higher':
      return text.targetIs({ target: `≥ ${shown('target')}` });
    default:
      return text.targetIs({ target: shown('target') });
  }
}
