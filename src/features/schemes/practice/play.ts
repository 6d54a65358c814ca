/** One round of practice: a form read against a sample employee, computed and forgotten. Pure. */
import type { CompiledScheme, Explained } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import {
  type Fields,
  type Frame,
  instrumentFields,
  type PlanLine,
  planComponent,
  readInstrument,
} from '../instrument/index.ts';
import { type CaseCode, type Evidence, recordsIn, sampleEvidence } from './cases.ts';
import { text } from './text.ts';

export interface Round {
  readonly frame: Frame;
  readonly fields: Fields;
  readonly problems: Readonly<Record<string, string>>;
  readonly explained: Explained;
  /** What comes out of the sample as it is. */
  readonly start: Explained;
  readonly isChanged: boolean;
  /** Names of the components that hinder a result. */
  readonly missing: readonly string[];
}

/** `typed` is undefined before anything was sent. */
export function playRound(compiled: CompiledScheme, code: CaseCode, typed: Fields | undefined): Round {
  const base = sampleEvidence(compiled, code);
  const frame: Frame = {
    scheme: compiled.scheme,
    mode: 'everything',
    look: 'compact',
    base,
    lines: sampleLines(compiled, base),
  };
  const drawn = instrumentFields(frame);
  const fields = typed === undefined ? drawn : { ...unticked(drawn), ...typed };
  const reading = readInstrument(compiled, frame, fields);
  const explained = compiled.explain(reading.evidence, reading.annotations);
  return {
    frame,
    fields,
    problems: reading.problems,
    explained,
    start: compiled.explain(frame.base),
    isChanged: Object.entries(fields).some(([name, value]) => value !== (drawn[name] ?? '')),
    missing: explained.missing.map((name) => {
      const settings = compiled.scheme.components[name];
      return settings ? inLocale(settings.label) : name;
    }),
  };
}

/** The planned results of the sample need names: which they get says which way is better. */
function sampleLines({ scheme }: CompiledScheme, base: Evidence): readonly PlanLine[] {
  const component = planComponent(scheme);
  const results = component === undefined ? undefined : base[component];
  return recordsIn(results, 'lines').map((line, index) => {
    const [indicator] = recordsIn(line, 'indicators');
    return {
      key: String(index),
      label: lineLabel(indicator?.direction, index, line.kind === 'additional'),
      kind: line.kind === 'additional' ? 'additional' : 'main',
      indicators: null,
    };
  });
}

function lineLabel(direction: unknown, index: number, isAdditional: boolean): string {
  if (direction !== undefined) return direction === 'higher' ? text.lineHigher() : text.lineLower();
  return isAdditional ? text.lineAdditional() : text.lineMain({ number: index + 1 });
}

/** A browser says nothing of a box without its tick. */
function unticked(drawn: Fields): Fields {
  return Object.fromEntries(
    Object.entries(drawn).map(([name, value]) => [name, value === 'yes' ? '' : value]),
  );
}
