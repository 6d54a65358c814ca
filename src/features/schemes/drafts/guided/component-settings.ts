/** The plain settings of each mechanism: scale, rounding, what happens without data. */
import type { Path } from '../source/edit-yaml.ts';
import { codeChoices, scaleChoices, word, wordWithUnit } from './choices.ts';
import { type Field, type FieldKind, field, type Group } from './model.ts';
import { guidedText } from './text.ts';

interface Setting {
  readonly inside: Path;
  readonly kind: FieldKind;
  readonly codes?: readonly string[];
  readonly isOptional?: boolean;
}

const SCALE: Setting = { inside: ['scale'], kind: 'choice' };
const DECIMALS: Setting = { inside: ['decimals'], kind: 'whole', isOptional: true };
const closed = (name: string, codes: readonly string[], isOptional = false): Setting => ({
  inside: [name],
  kind: 'choice',
  codes,
  isOptional,
});
const NOBODY = ['missing', 'not-applicable'];

const SETTINGS: Readonly<Record<string, readonly Setting[]>> = {
  'planned-results': [
    closed('weighting', ['equal', 'given']),
    closed('additional', ['counted', 'shown', 'added'], true),
    { ...SCALE, isOptional: true },
    { inside: ['additionalAtMost'], kind: 'number', isOptional: true },
    { inside: ['maximumAchieved'], kind: 'number', isOptional: true },
    DECIMALS,
  ],
  'rated-items': [SCALE, DECIMALS],
  competencies: [DECIMALS],
  presence: [
    { inside: ['dayMinutes'], kind: 'whole', isOptional: true },
    { inside: ['deductions', 'absentDay'], kind: 'number' },
    DECIMALS,
  ],
  'service-standard': [
    { inside: ['clock', 'from'], kind: 'line' },
    { inside: ['clock', 'to'], kind: 'line' },
    { inside: ['clock', 'break', 'from'], kind: 'line', isOptional: true },
    { inside: ['clock', 'break', 'to'], kind: 'line', isOptional: true },
    closed('withoutCases', NOBODY),
    DECIMALS,
  ],
  survey: [
    SCALE,
    { inside: ['atLeast'], kind: 'whole', isOptional: true },
    closed('tooFew', NOBODY),
    DECIMALS,
  ],
  innovation: [
    { inside: ['unverifiedPercent'], kind: 'number' },
    { inside: ['atMost'], kind: 'number' },
    DECIMALS,
  ],
  'team-contribution': [SCALE, closed('withoutTeam', NOBODY), DECIMALS],
  score: [
    { inside: ['range', 'from'], kind: 'number' },
    { inside: ['range', 'to'], kind: 'number' },
  ],
  rating: [SCALE],
  'rated-lines': [
    SCALE,
    { inside: ['suggestion', 'aboveMoreThanPercent'], kind: 'whole' },
    { inside: ['suggestion', 'belowMoreThanPercent'], kind: 'whole' },
    { inside: ['suggestion', 'mainBelowAtMost'], kind: 'whole' },
  ],
};

export function settingsGroup(data: unknown, path: Path, mechanism: string): Group | undefined {
  const settings = SETTINGS[mechanism];
  if (!settings) return undefined;
  const fields: Field[] = settings.map(({ inside, kind, codes, isOptional = false }) => {
    const name = String(inside.at(-1));
    const parents = inside.slice(0, -1).map((part) => word(String(part)));
    const label = [...parents, wordWithUnit(name)].join(': ');
    return field(data, kind, [...path, ...inside], label, {
      isOptional,
      ...(kind === 'choice' ? { choices: codes ? codeChoices(codes) : scaleChoices(data) } : {}),
    });
  });
  return { path: [...path, 'mechanism'], title: guidedText.settings(), fields, rows: [] };
}
