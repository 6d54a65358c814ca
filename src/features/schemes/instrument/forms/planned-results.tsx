/** Results against targets: what was measured is shown and counted, what was not is judged by its anchors. */
import { lineKindLabel } from '#domain/rules/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, Notice } from '#ui/parts.tsx';
import {
  CheckField,
  FieldGrid,
  ItemBlock,
  type Level,
  LevelField,
  levelsOf,
  needsReason,
  ReasonField,
  ShortField,
} from '../fields.tsx';
import { text } from '../text.ts';
import {
  type ComponentForm,
  type FormState,
  isRecord,
  listIn,
  type Part,
  type Reader,
  type SettingsOf,
  textIn,
} from '../types.ts';
import { IndicatorInputs, indicatorFields, readIndicator } from './indicators.tsx';

type Planned = Part<SettingsOf<'planned-results'>>;

interface Line {
  readonly index: number;
  readonly name: string;
  /** Names the line of the agreed plan; its place where there is none. */
  readonly key: string;
  readonly label: string;
  readonly kind: 'main' | 'additional';
  readonly base: Readonly<Record<string, unknown>>;
  readonly indicators: readonly Readonly<Record<string, unknown>>[] | null;
  readonly indicatorLabels: readonly string[];
  readonly facts: preact.ComponentChildren;
}

export function plannedResultsForm(part: Planned): ComponentForm {
  const { settings, frame } = part;
  const lines = linesOf(part);
  const levels = settings.scale === undefined ? [] : levelsOf(frame.scheme, settings.scale);
  const weighted = settings.weighting === 'given';
  return {
    fields: Object.assign({}, ...lines.map((line) => lineFields(part, line, weighted))),
    read(reader) {
      const read = lines.map((line) => readLine(part, line, levels, reader));
      const given = read.filter((line) => line !== undefined);
      return given.length === lines.length && lines.length > 0 ? { lines: given } : undefined;
    },
    draw: (state) =>
      lines.length === 0 ? (
        <p class="p-5">{text.noLines()}</p>
      ) : (
        <div class="divide-y divide-base-300">
          {lines.map((line) => (
            <ItemBlock
              key={line.name}
              title={line.label}
              above={<Badge>{inLocale(lineKindLabel(line.kind))}</Badge>}
              facts={line.facts}
            >
              <LineInputs part={part} line={line} levels={levels} state={state} />
            </ItemBlock>
          ))}
        </div>
      ),
  };
}

function linesOf({ code, frame, base, lines }: Planned): readonly Line[] {
  const known = listIn(base, 'lines');
  const measured = (line: Readonly<Record<string, unknown>> | undefined) =>
    Array.isArray(line?.indicators) ? line.indicators.filter(isRecord) : null;
  if (!lines)
    return known.map((line, index) => ({
      index,
      key: String(index),
      name: `${code}.line.${index}`,
      label: text.line({ number: index + 1 }),
      kind: line.kind === 'additional' ? 'additional' : 'main',
      base: line,
      indicators: measured(line),
      indicatorLabels: [],
      facts: null,
    }));
  return lines.map(({ key, label, kind, indicators, indicatorLabels = [], facts }, index) => ({
    index,
    key,
    name: `${code}.line.${key}`,
    label,
    kind,
    base: known[index] ?? {},
    // Whoever plays changes the evidence that stands; the appraiser has what the plan and the progress give.
    indicators: frame.mode === 'everything' ? measured(known[index]) : indicators,
    indicatorLabels,
    facts,
  }));
}

function lineFields({ frame }: Planned, line: Line, weighted: boolean): Record<string, string> {
  return {
    ...(weighted ? { [`${line.name}.weight`]: formatDecimal(textIn(line.base, 'weight')) } : {}),
    [`${line.name}.excused`]: line.base.excused === true ? 'yes' : '',
    ...(line.indicators === null
      ? { [`${line.name}.level`]: textIn(line.base, 'level') }
      : frame.mode === 'everything'
        ? indicatorFields(line.name, line.indicators)
        : {}),
  };
}

function readLine(
  part: Planned,
  line: Line,
  levels: readonly Level[],
  reader: Reader,
): Record<string, unknown> | undefined {
  const { code, settings, frame } = part;
  const reason = reader.text(`${line.name}.reason`);
  const path = `${code}.lines[${line.index}]`;
  const field = line.indicators === null ? `${line.name}.level` : line.name;
  reader.at(path, field, { label: line.label, reason });
  const weight = settings.weighting === 'given' ? weightOf(line, path, reader) : {};
  if (!weight) return undefined;
  const shared = { kind: line.kind, ...weight };
  if (reader.text(`${line.name}.excused`) === 'yes') {
    if (frame.mode === 'appraiser' && !reason)
      reader.missing(`${line.name}.reason`, text.excusedReasonMissing());
    return { ...shared, excused: true };
  }
  if (line.indicators !== null) {
    if (frame.mode === 'appraiser' && isUnmeasured(line)) reader.missing(line.name, text.notMeasured());
    for (const [index, name] of line.indicatorLabels.entries())
      reader.at(`${path}.indicators[${index}]`, line.name, { label: name });
    const indicators =
      frame.mode === 'everything'
        ? line.indicators.map((indicator, index) =>
            readIndicator({ line: line.name, path, indicator, index }, reader),
          )
        : line.indicators;
    return { ...shared, indicators };
  }
  const level = reader.choice(
    `${line.name}.level`,
    levels.map((each) => each.code),
  );
  reader.at(`${path}.level`, `${line.name}.level`, { label: line.label, reason });
  if (!level) {
    const hasLevels = levels.length > 0;
    reader.missing(
      hasLevels ? `${line.name}.level` : line.name,
      hasLevels ? text.chooseLevel() : text.noMeasure(),
    );
    return undefined;
  }
  if (frame.mode === 'appraiser' && needsReason(levels, level) && !reason)
    reader.missing(`${line.name}.reason`, text.reasonMissing());
  return { ...shared, level };
}

function isUnmeasured({ indicators }: Line): boolean {
  return (indicators ?? []).some(
    (each) => Array.isArray(each.realisations) && each.realisations.length === 0,
  );
}

function weightOf(line: Line, path: string, reader: Reader): { weight: string } | undefined {
  const name = `${line.name}.weight`;
  reader.at(`${path}.weight`, name);
  const weight = reader.decimal(name, text.lineWeight());
  if (weight === undefined || Number(weight) === 0) {
    reader.missing(name, text.numberMissing({ label: text.lineWeight() }));
    return undefined;
  }
  return { weight };
}

function LineInputs(props: { part: Planned; line: Line; levels: readonly Level[]; state: FormState }) {
  const { part, line, levels, state } = props;
  const { frame, settings } = part;
  const isAppraiser = frame.mode === 'appraiser';
  return (
    <div class="grid gap-3" id={line.name}>
      {settings.weighting === 'given' ? (
        <div class="max-w-xs">
          <ShortField
            state={state}
            name={`${line.name}.weight`}
            label={text.lineWeight()}
            hint={text.lineWeightHint()}
          />
        </div>
      ) : null}
      {line.indicators === null && levels.length === 0 ? (
        <Notice tone="warning">{text.noMeasure()}</Notice>
      ) : line.indicators === null ? (
        <LevelField
          frame={frame}
          state={state}
          name={`${line.name}.level`}
          label={text.levelFor({ what: line.label })}
          levels={levels}
          hideLabel
        />
      ) : isAppraiser ? (
        isUnmeasured(line) ? (
          <Notice tone="warning">{text.notMeasured()}</Notice>
        ) : (
          <p class="text-sm text-base-content/75">{text.measuredLine()}</p>
        )
      ) : (
        <FieldGrid>
          <IndicatorInputs
            line={line.name}
            indicators={line.indicators}
            labels={line.indicatorLabels}
            state={state}
          />
        </FieldGrid>
      )}
      {isAppraiser ? (
        <Remarks line={line} state={state} frame={frame} />
      ) : (
        <CheckField state={state} name={`${line.name}.excused`} label={text.excusedShort()} />
      )}
    </div>
  );
}

/** Why, and whether the line is left out; for a measured line this is rarely needed and stays folded. */
function Remarks({ line, state, frame }: { line: Line; state: FormState; frame: Planned['frame'] }) {
  const [excused, reason] = [`${line.name}.excused`, `${line.name}.reason`];
  const isMeasured = line.indicators !== null;
  const fields = (
    <div class="grid gap-3">
      <CheckField state={state} name={excused} label={text.excused()} hint={text.excusedHint()} />
      <ReasonField
        state={state}
        name={reason}
        what={line.label}
        {...(isMeasured ? {} : { hint: text.reasonHint() })}
      />
    </div>
  );
  if (!isMeasured)
    return (
      <>
        {fields}
        {frame.besideReason?.(line.name, { label: line.label, code: line.key })}
      </>
    );
  const isUsed = Boolean(state.fields[excused] || state.fields[reason]?.trim() || state.problems[reason]);
  return (
    <details open={isUsed}>
      <summary class="cursor-pointer link text-sm py-1">{text.measuredMore()}</summary>
      <div class="pt-2">{fields}</div>
    </details>
  );
}
