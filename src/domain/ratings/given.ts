/**
 * What a rater chose, item by item, and where it stands on its scale: read from stored explanations and forms, so that
 * two raters of the same person can be laid side by side. Pure.
 */
import { Decimal } from 'decimal.js';
import type { Bilingual } from '../bilingual.ts';
import type { ExplainedInput, Explanation } from '../explanation.ts';
import { RATINGS } from '../rules/index.ts';
import type { Scheme } from '../schemes/index.ts';

export type Given = ExplainedInput & {
  /** A line of the plan, a component. */
  readonly belongsTo: Bilingual;
};

/** What an appraiser chose; what was measured, planned or said by others is the same for every appraiser. */
export function givenIn(node: Explanation, above: Explanation = node): readonly Given[] {
  const own = node.inputs.flatMap((input): Given[] => {
    const { path, value, label } = input;
    const isForm = path.includes('.forms.appraiser[');
    if (value.state !== 'value' || (value.kind !== 'rating' && !isForm)) return [];
    // Below the appraiser's form stands the voice; what it is about stands above it, and so does a line named alike.
    const isBelow = isForm || node.suggestion === true || node.label.id === label.id;
    return [{ ...input, belongsTo: isBelow ? above.label : node.label }];
  });
  return [...own, ...node.children.flatMap((child) => givenIn(child, node))];
}

const COMPETENCY_LEVELS = 5;

/** Place on the scale from 0, the worst level, to 100, the best; null where it has no place. */
export function placeOf(
  scheme: Scheme,
  { path, value }: Pick<ExplainedInput, 'path' | 'value'>,
): number | null {
  if (value.state !== 'value') return null;
  const rating = (RATINGS as readonly string[]).indexOf(value.value);
  // The ratings stand from the best to the worst.
  if (rating >= 0) return percentOf(RATINGS.length - 1 - rating, RATINGS.length);
  if (value.kind === 'integer') {
    const level = Number(value.value);
    return level >= 1 && level <= COMPETENCY_LEVELS ? percentOf(level - 1, COMPETENCY_LEVELS) : null;
  }
  return placeOfLevel(scheme, path.split(/[.[]/)[0] ?? '', value.value);
}

/** Place of a level of the component's own scale; null where the component has none or the level is not of it. */
function placeOfLevel(scheme: Scheme, component: string, code: string): number | null {
  const settings = scheme.components[component];
  const scale =
    settings && 'scale' in settings && settings.scale ? scheme.scales?.[settings.scale] : undefined;
  const levels = scale?.levels.toSorted((a, b) => new Decimal(a.score ?? 0).comparedTo(b.score ?? 0)) ?? [];
  const at = levels.findIndex((level) => level.code === code);
  return at >= 0 ? percentOf(at, levels.length) : null;
}

function percentOf(step: number, steps: number): number {
  return steps < 2 ? 100 : Math.round((step / (steps - 1)) * 100);
}

/** One item of a form with its place on its scale, 0 … 100. */
export interface RatedItem {
  /** `component.item`; lines of a plan, which differ from person to person, together are `lines`. */
  readonly code: string;
  readonly label: Bilingual;
  readonly at: number;
}

const LINES: Bilingual = { id: 'Hasil kerja', en: 'Results' };

/**
 * An appraiser's form as items that can be compared between people. The ratings decided over a whole (results,
 * behaviour) are left out where what they were decided from was rated too.
 */
export function itemsOfAppraiser(scheme: Scheme, explanation: Explanation): readonly RatedItem[] {
  const placed = givenIn(explanation).flatMap((given) => {
    const at = placeOf(scheme, given);
    return at === null ? [] : [{ path: given.path, code: codeOf(given.path), label: given.label, at }];
  });
  const isDecided = ({ path }: { path: string }) => /^(official\.)?(results|behaviour)\.rating$/.test(path);
  const finer = placed.filter((each) => !isDecided(each));
  const kept = finer.length > 0 ? finer : placed;
  const lines = kept.filter(({ code }) => code === 'lines');
  const single = kept
    .filter(({ code }) => code !== 'lines')
    .map(({ code, label, at }) => ({ code, label, at }));
  if (lines.length === 0) return single;
  const mean = lines.reduce((sum, { at }) => sum + at, 0) / lines.length;
  return [{ code: 'lines', label: LINES, at: mean }, ...single];
}

/** `perilaku.forms.appraiser[0].items.loyal` → `perilaku.loyal`; `behaviour.values.loyal` → `behaviour.loyal`. */
function codeOf(path: string): string {
  if (/\blines\[\d+\]/.test(path)) return 'lines';
  return path
    .replace(/\.forms\.[\w-]+\[\d+\]/, '')
    .replace(/\.(items|levels|values)\./, '.')
    .replace(/\.rating$/, '');
}

/** A named voice's form by component, as it was sent: `{ perilaku: { items: { loyal: 'teladan' } } }`. */
export function itemsOfVoice(
  scheme: Scheme,
  components: Readonly<Record<string, unknown>>,
): readonly RatedItem[] {
  return Object.entries(components).flatMap(([component, form]) =>
    Object.entries(choicesOf(form)).flatMap(([item, choice]): RatedItem[] => {
      const at = /^\d$/.test(String(choice))
        ? placeOf(scheme, { path: component, value: integer(String(choice)) })
        : placeOfLevel(scheme, component, String(choice));
      return at === null
        ? []
        : [{ code: `${component}.${item}`, label: labelOf(scheme, component, item), at }];
    }),
  );
}

function choicesOf(form: unknown): Readonly<Record<string, unknown>> {
  if (typeof form !== 'object' || form === null) return {};
  const inner = 'items' in form ? form.items : 'levels' in form ? form.levels : undefined;
  return typeof inner === 'object' && inner !== null ? { ...inner } : {};
}

function integer(value: string): ExplainedInput['value'] {
  return { state: 'value', kind: 'integer', value, label: { id: value, en: value } };
}

function labelOf(scheme: Scheme, component: string, item: string): Bilingual {
  const settings = scheme.components[component];
  const listed = settings && 'items' in settings && Array.isArray(settings.items) ? settings.items : [];
  const dictionary = settings && 'dictionary' in settings ? settings.dictionary : [];
  const named = [...listed, ...dictionary, ...(scheme.behaviours?.values ?? [])];
  return named.find(({ code }) => code === item)?.label ?? { id: item, en: item };
}
