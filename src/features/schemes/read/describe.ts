/** What a scheme is, told from its file: what each component does in it, who is heard, and between which scores. */
import { AND, type Bilingual, listBoth } from '#domain/bilingual.ts';
import type { Scheme, Voice } from '#domain/schemes/index.ts';
import { componentMechanism } from '#domain/schemes/mechanisms/index.ts';
import { type LevelSource, sourceComponents } from '#domain/schemes/mechanisms/levelled.ts';

export type ComponentOfScheme = Scheme['components'][string];

/** How a component enters the result; a component may do several of these. */
export type Role =
  | { readonly kind: 'weight'; readonly percent: string; readonly when: readonly Answer[] }
  | { readonly kind: 'bonus'; readonly percent: string; readonly atMost: string }
  /** The percent is null where the component alone chooses. */
  | { readonly kind: 'row' | 'column' | 'lowest'; readonly percent: string | null }
  | { readonly kind: 'chooses-weights' }
  | { readonly kind: 'opens-category'; readonly category: Bilingual }
  | { readonly kind: 'gate'; readonly gate: Bilingual }
  | { readonly kind: 'official' };

/** A fact of the scheme and the answer that is asked for. */
export interface Answer {
  readonly label: Bilingual;
  readonly answer: boolean;
}

export interface DescribedComponent {
  readonly code: string;
  readonly settings: ComponentOfScheme;
  readonly roles: readonly Role[];
  /** Whether the result is counted without it where it is not there. */
  readonly isOptional: boolean;
}

export function describeComponents(scheme: Scheme): readonly DescribedComponent[] {
  return Object.entries(scheme.components).map(([code, settings]) => ({
    code,
    settings,
    roles: rolesOf(scheme, code),
    isOptional: optionalOf(scheme).includes(code),
  }));
}

function optionalOf({ combination }: Scheme): readonly string[] {
  return combination.mechanism === 'matrix' ? [] : (combination.optional ?? []);
}

export function answersOf(
  scheme: Scheme,
  when: Readonly<Record<string, boolean>> | undefined,
): readonly Answer[] {
  return Object.entries(when ?? {}).map(([code, answer]) => ({ label: labelOf(scheme, code), answer }));
}

export function labelOf(scheme: Scheme, component: string): Bilingual {
  return scheme.components[component]?.label ?? { id: component, en: component };
}

export function categoryOf(scheme: Scheme, code: string): Bilingual {
  return scheme.categories.find((category) => category.code === code)?.label ?? { id: code, en: code };
}

function rolesOf(scheme: Scheme, code: string): readonly Role[] {
  const roles: Role[] = [...combinationRoles(scheme, code)];
  for (const gate of scheme.gates ?? [])
    if (gate.component === code || gate.when?.[code] !== undefined)
      roles.push({ kind: 'gate', gate: gate.label });
  if (roles.length === 0 && officialComponents(scheme).includes(code)) roles.push({ kind: 'official' });
  return roles;
}

function combinationRoles(scheme: Scheme, code: string): readonly Role[] {
  const { combination } = scheme;
  switch (combination.mechanism) {
    case 'matrix':
      return [...axisRoles('row', combination.rows, code), ...axisRoles('column', combination.columns, code)];
    case 'lowest-of':
      return combination.of.flatMap((source) => axisRoles('lowest', source, code));
    case 'weighted-mean': {
      const roles: Role[] = [];
      for (const { when, percent } of combination.weights) {
        if (percent[code] !== undefined)
          roles.push({ kind: 'weight', percent: percent[code], when: answersOf(scheme, when) });
        if (when?.[code] !== undefined && !roles.some((role) => role.kind === 'chooses-weights'))
          roles.push({ kind: 'chooses-weights' });
      }
      for (const { component, percent, atMost } of combination.bonus ?? [])
        if (component === code) roles.push({ kind: 'bonus', percent, atMost });
      for (const { category, when } of combination.bands)
        if (when?.[code] !== undefined)
          roles.push({ kind: 'opens-category', category: categoryOf(scheme, category) });
      return roles;
    }
  }
}

function axisRoles(kind: 'row' | 'column' | 'lowest', source: LevelSource, code: string): readonly Role[] {
  if (!sourceComponents(source).includes(code)) return [];
  return [{ kind, percent: typeof source === 'string' ? null : (source.from?.[code] ?? null) }];
}

/** How an axis is called: its own label, or what its components are called. */
export function axisLabel(scheme: Scheme, axis: LevelSource): Bilingual {
  const own = typeof axis === 'string' ? undefined : axis.label;
  return (
    own ??
    listBoth(
      sourceComponents(axis).map((code) => labelOf(scheme, code)),
      AND,
    )
  );
}

function officialComponents({ official }: Scheme): readonly string[] {
  if (!official) return [];
  return [official.results, official.behaviour].flatMap((part) =>
    typeof part === 'string' ? [part] : Object.keys(part.from),
  );
}

/** Who is heard in a component, with the percent of each voice; a single giver has no percent. */
export interface Heard {
  readonly voice: Voice;
  readonly percent: string | null;
  readonly isRequired: boolean;
  readonly atLeast: number;
}

export function voicesOf(settings: ComponentOfScheme): readonly Heard[] {
  if ('voices' in settings)
    return Object.entries(settings.voices).map(([voice, { percent, required, atLeast }]) => ({
      // The keys were checked against the closed list of voices.
      voice: voice as Voice,
      percent,
      isRequired: required ?? false,
      atLeast: atLeast ?? 1,
    }));
  const voice = settings.givenBy ?? componentMechanism(settings).givenBy ?? 'appraiser';
  return [{ voice, percent: null, isRequired: true, atLeast: 1 }];
}

/** All who are heard anywhere in the scheme, in the order of its components. */
export function allVoices(scheme: Scheme): readonly Voice[] {
  return [
    ...new Set(
      Object.values(scheme.components).flatMap((settings) => voicesOf(settings).map(({ voice }) => voice)),
    ),
  ];
}
