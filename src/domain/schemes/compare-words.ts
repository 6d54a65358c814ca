/** How a path of a scheme file is said to people who never saw the file, and what a change there touches. */
import { AND, type Bilingual, listBoth, sameInBoth, say } from '../bilingual.ts';
import { PREDICATES, type Predicate, predicateLabel, RATINGS, ratingLabel } from '../rules/codes.ts';
import { CODES, UNITS, WORDS } from './compare-dictionary.ts';
import type { Scheme } from './language.ts';
import { isRecord } from './mechanisms/mechanism.ts';
import { VOICES, voiceLabel } from './voices.ts';

/** The parts of a scheme by which changes are listed, in the order of the page. */
export const CHANGE_SECTIONS = [
  'components',
  'weights',
  'voices',
  'scales',
  'anchors',
  'thresholds',
  'combination',
  'gates',
  'official',
  'deadlines',
  'steps',
  'openness',
  'training',
  'indicators',
  'organisation',
  'basis',
  'texts',
] as const;
export type ChangeSection = (typeof CHANGE_SECTIONS)[number];

export type ChangeEffect = 'result' | 'process' | 'text';

const SECTION_LABELS: Readonly<Record<ChangeSection, Bilingual>> = {
  components: { id: 'Komponen', en: 'Components' },
  weights: { id: 'Bobot', en: 'Weights' },
  voices: { id: 'Siapa yang menilai', en: 'Who appraises' },
  scales: { id: 'Skala', en: 'Scales' },
  anchors: { id: 'Uraian tingkat', en: 'Descriptions of levels' },
  thresholds: { id: 'Ambang dan konversi', en: 'Thresholds and conversion' },
  combination: { id: 'Cara penggabungan', en: 'How components are joined' },
  gates: { id: 'Syarat pembatas', en: 'Gates' },
  official: { id: 'Rating dan predikat resmi', en: 'Official ratings and predicate' },
  deadlines: { id: 'Batas waktu', en: 'Deadlines' },
  steps: { id: 'Tahapan', en: 'Steps' },
  openness: { id: 'Keterbukaan', en: 'Openness' },
  training: { id: 'Pelatihan penilai', en: 'Training of appraisers' },
  indicators: { id: 'Katalog indikator', en: 'Catalogue of indicators' },
  organisation: { id: 'Organisasi', en: 'Organisation' },
  basis: { id: 'Dasar hukum', en: 'Legal basis' },
  texts: { id: 'Nama dan penjelasan', en: 'Names and explanations' },
};

export function changeSectionLabel(section: ChangeSection): Bilingual {
  return SECTION_LABELS[section];
}

const TEXT_FIELDS = new Set([
  'label',
  'title',
  'summary',
  'aliases',
  'source',
  'name',
  'siasn',
  'reason',
  'example',
  'dataSource',
]);
const GUIDANCE = new Set(['anchors', 'guides', 'meaning', 'dictionary', 'standards']);

/** Which part of the page a change belongs to. */
export function sectionOf(path: readonly string[]): ChangeSection {
  const has = (...names: readonly string[]) => names.some((name) => path.includes(name));
  const [first = ''] = path;
  if (first === 'regulations' || has('basis')) return 'basis';
  if (has('dueDays', 'agreedBy', 'draftingDays', 'noticeDays') || first === 'objection') return 'deadlines';
  if (first === 'effective' || first === 'checkIns') return 'deadlines';
  const own = OWN_SECTION[first];
  if (own) return own;
  if (TEXT_FIELDS.has(path.at(-1) ?? '')) return 'texts';
  if (has('anchors', 'guides', 'dictionary') || (first === 'scales' && has('meaning'))) return 'anchors';
  if (first === 'scales') return 'scales';
  if (first === 'categories' || has('bands', 'conversion', 'segments', 'from')) return 'thresholds';
  if (first === 'combination')
    return has('weights', 'percent', 'bonus', 'optional') ? 'weights' : 'combination';
  if (has('voices', 'givenBy')) return 'voices';
  return 'components';
}

const OWN_SECTION: Readonly<Record<string, ChangeSection>> = {
  gates: 'gates',
  official: 'official',
  openness: 'openness',
  training: 'training',
  asking: 'voices',
  conflicts: 'voices',
  secondLook: 'voices',
  steps: 'steps',
  plan: 'steps',
  indicators: 'indicators',
  measurability: 'indicators',
  organisation: 'organisation',
  creditPoints: 'organisation',
  behaviours: 'anchors',
  authority: 'official',
};

const RESULT_PARTS = new Set([
  'components',
  'scales',
  'categories',
  'combination',
  'gates',
  'official',
  'authority',
]);

/** Whether the same evidence may come out differently, the way of working changes, or words only. */
export function effectOf(path: readonly string[]): ChangeEffect {
  const last = path.at(-1) ?? '';
  if (path[0] === 'regulations' || path.includes('basis') || TEXT_FIELDS.has(last)) return 'text';
  if (path.length === 1 && !RESULT_PARTS.has(last)) return 'text';
  if (!RESULT_PARTS.has(path[0] ?? '')) return 'process';
  return path.some((part) => GUIDANCE.has(part)) ? 'process' : 'result';
}

/** The unit in which a number at this path is counted. */
export function unitOf(path: readonly string[]): Bilingual | undefined {
  const [last = '', parent = ''] = [path.at(-1), path.at(-2)];
  const isShare = parent === 'percent' || (parent === 'from' && path[0] === 'official');
  return UNITS[last] ?? (isShare ? UNITS.percent : undefined);
}

/** The words for each part of the path, outermost first. */
export function crumbsOf(
  path: readonly string[],
  pair: { readonly before: Scheme; readonly after: Scheme },
): readonly Bilingual[] {
  return path
    .map((_, index) => path.slice(0, index + 1))
    .filter((part, index) => index === path.length - 1 || !isSilent(part))
    .map((part) => named(part, pair.after) ?? named(part, pair.before) ?? wordOf(part, pair.after));
}

const SILENT = new Set(['levels', 'values', 'always']);

/** Parts of the path that say nothing to a reader; the weights of components are named by the set they stand in. */
function isSilent(path: readonly string[]): boolean {
  const last = path.at(-1) ?? '';
  return (
    SILENT.has(last) || path.join() === 'combination' || (last === 'percent' && path.at(-3) === 'weights')
  );
}

/** The name of one part: the label of what it stands for, else the word for the setting, else itself. */
export function wordOf(path: readonly string[], scheme: Scheme): Bilingual {
  const last = path.at(-1) ?? '';
  const label = named(path, scheme);
  if (label) return label;
  const number = /^(?:.*#)?(\d+)$/.exec(last)?.[1];
  if (number) return say({ id: 'butir {number}', en: 'entry {number}' }, { number });
  return WORDS[last] ?? sameInBoth(last);
}

/** Settings whose entries are named by components. */
const COUNTED_FROM: Bilingual = { id: 'Dihitung dari', en: 'Counted from' };

/** `opinions=true newIdea=false` → what has to be answered for this set of weights. */
function whenWords(text: string, scheme: Scheme): Bilingual {
  const answers = text.split(' ').map((each) => {
    const [fact = '', answer] = each.split('=');
    const label = scheme.components[fact]?.label ?? sameInBoth(fact);
    return answer === 'true'
      ? say({ id: '{label}: ya', en: '{label}: yes' }, { label })
      : say({ id: '{label}: tidak', en: '{label}: no' }, { label });
  });
  return say({ id: 'bila {list}', en: 'if {list}' }, { list: listBoth(answers, AND) });
}

const OF_COMPONENTS = new Set([
  'gates',
  'bonus',

  'components',
  'percent',
  'from',
  'when',
  'optional',
  'of',
  'component',
  'rows',
  'columns',
]);

/** What stands at the path, when its name is a code of the scheme: a component, a level, a voice, an entry. */
function named(path: readonly string[], scheme: Scheme): Bilingual | undefined {
  const [last = '', parent = ''] = [path.at(-1), path.at(-2)];
  if (parent === 'voices') return voiceNamed(last);
  if (parent === 'weights' && last.includes('=')) return whenWords(last, scheme);
  if (last === 'from' && path[0] === 'official' && path.length === 3) return COUNTED_FROM;
  if (parent === 'components') return scheme.components[last]?.label;
  if (OF_COMPONENTS.has(parent) && scheme.components[last]) return scheme.components[last].label;
  if (parent === 'anchors' || parent === 'cells' || path.at(-3) === 'cells') {
    const level = levelNamed(last, scheme);
    if (level) return level;
  }
  if (parent === 'regulations' || parent === 'basis') return regulationNamed(last, scheme);
  if (path[0] === 'official' && parent === 'bands') return ratingNamed(last);
  if (parent === 'bands') return categoryNamed(last, scheme);
  return labelAt(path, scheme);
}

/** Follows the path through the scheme, lists by code, to the label of what stands there. */
function labelAt(path: readonly string[], scheme: Scheme): Bilingual | undefined {
  let node: unknown = scheme;
  for (const part of path) {
    if (Array.isArray(node))
      node = node.find((entry) => isRecord(entry) && (entry.code === part || entry.category === part));
    else node = isRecord(node) ? node[part] : undefined;
  }
  const label = isRecord(node) ? node.label : undefined;
  return isRecord(label) && typeof label.id === 'string' && typeof label.en === 'string'
    ? { id: label.id, en: label.en }
    : undefined;
}

/** A code as a value: a component, a category, a level, a voice, a rating; undefined for what is no code. */
export function nameOfCode(code: string, path: readonly string[], scheme: Scheme): Bilingual | undefined {
  const [last = ''] = path.slice(-1);
  if (last === 'rating') return ratingNamed(code);
  if (last === 'givenBy' || last === 'by') return voiceNamed(code) ?? WORDS[code];
  if (last === 'predicates') return predicateNamed(code);
  if (last === 'regulation') return sameInBoth(scheme.regulations[code]?.name ?? code);
  const isPart = path[0] === 'official' && (last === 'results' || last === 'behaviour');
  if (OF_COMPONENTS.has(last) || isPart || (last === 'shown' && path[0] === 'combination')) {
    const component = scheme.components[code];
    if (component) return component.label;
  }
  if (last === 'scale') return scheme.scales?.[code]?.label;
  return categoryNamed(code, scheme) ?? levelNamed(code, scheme) ?? CODES[code];
}

function voiceNamed(code: string): Bilingual | undefined {
  const voice = VOICES.find((each) => each === code);
  return voice && voiceLabel(voice);
}

function ratingNamed(code: string): Bilingual | undefined {
  const rating = RATINGS.find((each) => each === code);
  return rating && ratingLabel(rating);
}

function predicateNamed(code: string): Bilingual | undefined {
  const predicate: Predicate | undefined = PREDICATES.find((each) => each === code);
  return predicate && predicateLabel(predicate);
}

function categoryNamed(code: string, scheme: Scheme): Bilingual | undefined {
  return scheme.categories.find((category) => category.code === code)?.label;
}

function levelNamed(code: string, scheme: Scheme): Bilingual | undefined {
  for (const scale of Object.values(scheme.scales ?? {})) {
    const level = scale.levels.find((each) => each.code === code);
    if (level) return level.label;
  }
  return undefined;
}

/** `p6 Pasal 5` with the name of the regulation; undefined where this scheme does not know it. */
function regulationNamed(text: string, scheme: Scheme): Bilingual | undefined {
  const [code = '', ...article] = text.split(' ');
  const regulation = scheme.regulations[code];
  return regulation && sameInBoth([regulation.name, ...article].join(' '));
}

/** A word of the language that stands as a value, for people; undefined for a code of one scheme. */
export function wordOfCode(code: string): Bilingual | undefined {
  return CODES[code];
}
