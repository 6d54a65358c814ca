/** From the fields of an instrument to evidence, with every problem at the field it belongs to. */
import type { Annotations, CompiledScheme, Evaluation } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { componentForm } from './component-form.ts';
import { officialFields, readOfficial } from './official.tsx';
import { planComponent } from './plan-component.ts';
import { readerOf } from './reader.ts';
import { text } from './text.ts';
import type { ComponentForm, Fields, Frame } from './types.ts';
import { absence, isForAppraiser } from './voices.ts';

export interface InstrumentReading {
  readonly evidence: Readonly<Record<string, unknown>>;
  /** Reasons and better labels by path of the evidence. */
  readonly annotations: Annotations;
  /** By field: what was typed and cannot be used. */
  readonly problems: Readonly<Record<string, string>>;
  /** By field: what is missing before a result can be given. */
  readonly gaps: Readonly<Record<string, string>>;
  readonly evaluation: Evaluation;
}

/** Whether this form can change the component; otherwise its evidence stands as it is. */
export function isAsked(frame: Frame, code: string): boolean {
  const settings = frame.scheme.components[code];
  if (settings === undefined) return false;
  return frame.mode === 'everything' || isForAppraiser(settings) || code === planComponent(frame.scheme);
}

/** Names of all fields with the values that show the evidence that stands already. */
export function instrumentFields(frame: Frame): Fields {
  const forms = Object.entries(frame.scheme.components)
    .filter(([code]) => isAsked(frame, code))
    .map(([code, settings]) => componentForm(code, settings, frame).fields);
  return Object.assign({}, ...forms, officialFields(frame));
}

/**
 * Reads the instrument. A component whose fields stand as they were drawn keeps its evidence to the letter, so that
 * playing with one value never moves another.
 */
export function readInstrument(compiled: CompiledScheme, frame: Frame, fields: Fields): InstrumentReading {
  const reader = readerOf(fields);
  const evidence: Record<string, unknown> = {};
  for (const [code, settings] of Object.entries(frame.scheme.components)) {
    const standing = frame.base[code];
    const value = isAsked(frame, code)
      ? readComponent(componentForm(code, settings, frame), code, frame, fields)
      : standing;
    if (value !== undefined) evidence[code] = value;
    function readComponent(form: ComponentForm, name: string, { mode }: Frame, typed: Fields): unknown {
      if (mode === 'everything' && standing !== undefined && isUntouched(form, name, typed)) return standing;
      return form.read(reader);
    }
  }
  const official = readOfficial(compiled, frame, evidence, reader);
  if (official) evidence.official = official;
  const evaluation = compiled.evaluate(evidence);
  for (const problem of evaluation.problems)
    reader.problem(
      reader.fieldAt(problem.path) ?? `component-${problem.path.split(/[.[]/)[0] ?? ''}`,
      `${inLocale(problem.what)}; ${inLocale(problem.remedy)}`,
    );
  for (const { code, optional } of compiled.components) {
    if (optional || !evaluation.missing.includes(code)) continue;
    const isSaid = Object.keys({ ...reader.gaps, ...reader.problems }).some((name) =>
      name.startsWith(`${code}.`),
    );
    if (!isSaid) reader.missing(`component-${code}`, missingWords(frame, code));
  }
  return {
    evidence,
    annotations: reader.annotations,
    problems: reader.problems,
    gaps: reader.gaps,
    evaluation,
  };
}

function isUntouched(form: ComponentForm, code: string, typed: Fields): boolean {
  const own = Object.keys(typed).filter((name) => name.startsWith(`${code}.`));
  return [...new Set([...Object.keys(form.fields), ...own])].every(
    (name) => (typed[name] ?? '') === (form.fields[name] ?? ''),
  );
}

function missingWords(frame: Frame, code: string): string {
  const settings = frame.scheme.components[code];
  if (!settings) return text.notYet();
  return absence(settings);
}
