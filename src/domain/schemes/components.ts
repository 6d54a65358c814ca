/** The components of a scheme: compiled for the engine, and described for forms and pages. */
import type { Bilingual } from '../bilingual.ts';
import type { Basis } from '../explanation.ts';
import type { Scheme } from './language.ts';
import { componentMechanism } from './mechanisms/index.ts';
import {
  type BasisReader,
  type CombinationContext,
  type CompiledComponent,
  type Labelled,
  withUnits,
} from './mechanisms/mechanism.ts';
import type { ComponentSettings } from './mechanisms/settings.ts';
import { VOICES, type Voice } from './voices.ts';

/** What is known of a component before anybody is appraised. */
export type SchemeComponent = {
  readonly code: string;
  readonly label: Bilingual;
  readonly meaning: Bilingual | undefined;
  readonly source: Bilingual | undefined;
  readonly mechanism: ComponentSettings['mechanism'];
  readonly yields: 'level' | 'score' | 'fact';
  /** Who gives its values, in the order of VOICES. */
  readonly voices: readonly Voice[];
  /** Whether a result may be given while it is missing. */
  readonly optional: boolean;
  /** Whether it may be not applicable to somebody. */
  readonly mayNotApply: boolean;
  readonly basis: readonly Basis[];
  /** The shape of its evidence; `z.toJSONSchema` makes a JSON Schema of it. */
  readonly evidence: CompiledComponent['evidence'];
  readonly example: unknown;
  /** What it yields for one piece of evidence alone; undefined when that is refused. */
  readonly read: CompiledComponent['read'];
  /** Why it yields that. */
  readonly explain: CompiledComponent['explain'];
  readonly settings: ComponentSettings;
};

export function schemeComponents(
  scheme: Scheme,
  compiled: readonly CompiledComponent[],
  { basis, optional }: CombinationContext,
): readonly SchemeComponent[] {
  return compiled.flatMap((component, at) => {
    const settings = scheme.components[component.code];
    if (!settings) return [];
    const { mechanism, label, meaning, source } = settings;
    const { yields, mayNotApply } = componentMechanism(settings);
    const { code, evidence, example, read, explain } = component;
    return {
      code,
      label,
      meaning,
      source,
      mechanism,
      yields,
      voices: voicesOf(settings),
      optional: optional.has(at),
      mayNotApply,
      basis: basis(settings.basis),
      evidence,
      example,
      read,
      explain,
      settings,
    };
  });
}

/** Who gives the values of a component: its own voices, or the one that the file or the mechanism names. */
export function voicesOf(settings: ComponentSettings): readonly Voice[] {
  if ('voices' in settings) {
    const names = new Set(Object.keys(settings.voices));
    return VOICES.filter((voice) => names.has(voice));
  }
  const given = settings.givenBy ?? componentMechanism(settings).givenBy;
  return given === undefined ? [] : [given];
}

function basisReader(scheme: Scheme): BasisReader {
  return (list) =>
    list.map(({ regulation, article, confidence }) => ({
      regulation: scheme.regulations[regulation]?.name ?? regulation,
      ...(article === undefined ? {} : { article }),
      ...(confidence === undefined ? {} : { confidence }),
    }));
}

/** Compiled components, and what combination, gates and official ratings may ask of them. */
export function contextOf(scheme: Scheme, optional: readonly string[]) {
  const basis = basisReader(scheme);
  const names = Object.keys(scheme.components);
  const levels = (scale: string) => scheme.scales?.[scale]?.levels ?? [];
  const components = Object.entries(scheme.components).map(([code, settings]) =>
    componentMechanism(settings).compile({
      code,
      levels,
      scoredLevels: (scale) => withUnits(levels(scale)),
      behaviours: scheme.behaviours?.values ?? [],
      basis,
    }),
  );
  const checking = {
    levels: (scale: string) => scheme.scales?.[scale]?.levels,
    scales: Object.keys(scheme.scales ?? {}),
    behaviours: scheme.behaviours?.values,
  };
  const places = new Set(optional.map((name) => names.indexOf(name)));
  const context: CombinationContext = {
    optional: places,
    levels(component): readonly Labelled[] {
      const settings = scheme.components[component];
      const scale = settings && componentMechanism(settings).scale;
      return scale === undefined ? [] : levels(scale);
    },
    scale: levels,
    label: (component) => scheme.components[component]?.label ?? { id: component, en: component },
    position: (component) => names.indexOf(component),
    highest(component) {
      const settings = scheme.components[component];
      return settings ? componentMechanism(settings).range(checking).to : 0;
    },
    category: (code) =>
      scheme.categories.find((category) => category.code === code) ?? { code, label: { id: code, en: code } },
    categories: scheme.categories,
    national: scheme.authority === 'national',
    basis,
  };
  return { components, context };
}
