/** Names and codes of a draft as choices for other fields of it. */
import type { Bilingual } from '#domain/bilingual.ts';
import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/codes.ts';
import { UNITS, WORDS } from '#domain/schemes/compare-dictionary.ts';
import { wordOfCode } from '#domain/schemes/compare-words.ts';
import { VOICES, type Voice, voiceLabel } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Path } from '../source/edit-yaml.ts';
import { at, type Choice, isRecord, itemsAt, keysAt, textAt } from './model.ts';

/** A label of the file in the language of the page; else the code it belongs to. */
export function labelAt(data: unknown, path: Path, otherwise: string): string {
  const label = at(data, path);
  const said =
    isRecord(label) && typeof label.id === 'string' && typeof label.en === 'string'
      ? inLocale({ id: label.id, en: label.en })
      : '';
  return said.trim() || otherwise;
}

export function componentChoices(data: unknown, mechanisms?: readonly string[]): readonly Choice[] {
  return keysAt(data, ['components'])
    .filter((name) => !mechanisms || mechanisms.includes(mechanismOf(data, name)))
    .map((name) => ({ value: name, label: labelAt(data, ['components', name, 'label'], name) }));
}

export function keysOfComponents(data: unknown): readonly string[] {
  return keysAt(data, ['components']);
}

export function mechanismOf(data: unknown, component: string): string {
  return textAt(data, ['components', component, 'mechanism']);
}

/** Mechanisms whose value is no score. */
const WITHOUT_SCORE = ['rating', 'rated-lines', 'fact'];

export function scoredChoices(data: unknown): readonly Choice[] {
  return componentChoices(data).filter(({ value }) => !WITHOUT_SCORE.includes(mechanismOf(data, value)));
}

export function factChoices(data: unknown): readonly Choice[] {
  return componentChoices(data, ['fact']);
}

export function scaleChoices(data: unknown): readonly Choice[] {
  return keysAt(data, ['scales']).map((name) => ({
    value: name,
    label: labelAt(data, ['scales', name, 'label'], name),
  }));
}

function codedChoices(data: unknown, list: Path): readonly Choice[] {
  return itemsAt(data, list).flatMap((_, index) => {
    const code = textAt(data, [...list, index, 'code']);
    return code ? [{ value: code, label: labelAt(data, [...list, index, 'label'], code) }] : [];
  });
}

export function levelChoices(data: unknown, scale: string): readonly Choice[] {
  return codedChoices(data, ['scales', scale, 'levels']);
}

export function categoryChoices(data: unknown): readonly Choice[] {
  return codedChoices(data, ['categories']);
}

export function voiceChoices(which: readonly Voice[] = VOICES): readonly Choice[] {
  return which.map((each) => ({ value: each, label: inLocale(voiceLabel(each)) }));
}

/** Words for the settings and closed lists of the scheme language, in the language of the page. */
export function word(setting: string): string {
  return inLocale(WORDS[setting] ?? { id: setting, en: setting });
}

/** The same with the unit of its number. */
export function wordWithUnit(setting: string): string {
  const unit = UNITS[setting];
  return unit ? `${word(setting)} (${inLocale(unit)})` : word(setting);
}

export function codeChoices(codes: readonly string[]): readonly Choice[] {
  return codes.map((code) => ({ value: code, label: codeLabel(code) }));
}

export function codeLabel(code: string): string {
  const known = wordOfCode(code) ?? OWN_WORDS[code] ?? WORDS[code];
  return known ? inLocale(known) : code;
}

const OWN_WORDS: Readonly<Record<string, Bilingual>> = {
  appraiser: { id: 'pejabat penilai', en: 'the appraiser' },
  added: { id: 'menambah nilai, sampai batas', en: 'adds to the score, up to a limit' },
  higher: { id: 'makin tinggi makin baik', en: 'higher is better' },
  lower: { id: 'makin rendah makin baik', en: 'lower is better' },
  reversed: { id: 'terbalik', en: 'reversed' },
  milestone: { id: 'tahapan kerja', en: 'milestones' },
  baseline: { id: 'data awal', en: 'baseline' },
  target: { id: 'target', en: 'target' },
  period: { id: 'periode', en: 'period' },
};

export function predicateChoices(): readonly Choice[] {
  return PREDICATES.map((code) => ({ value: code, label: inLocale(predicateLabel(code)) }));
}

export function ratingChoices(): readonly Choice[] {
  return RATINGS.map((code) => ({ value: code, label: inLocale(ratingLabel(code)) }));
}
