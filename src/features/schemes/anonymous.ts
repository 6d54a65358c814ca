/**
 * What colleagues, subordinates, users and citizens answered is counted and never shown form by form: the tree keeps
 * the mean of each such voice and how many spoke, and lets go of the single forms. Pure.
 */
import { say } from '#domain/bilingual.ts';
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import { type Explained, VOICES, type Voice } from '#domain/schemes/index.ts';

/** Voices that speak with their name, because everybody knows who they are. */
const NAMED: readonly Voice[] = [
  'self',
  'appraiser',
  'appraiser-superior',
  'team-lead',
  'officer',
  'measured',
];
const UNNAMED = VOICES.filter((voice) => !NAMED.includes(voice));
const SINGLE_FORM = new RegExp(`\\.forms\\.(${UNNAMED.join('|')})\\[\\d+\\]`);

export function withoutSingleForms(explained: Explained, scheme: Components): Explained {
  const { explanation } = explained;
  return explanation ? { ...explained, explanation: without(explanation, voiceNodes(scheme)) } : explained;
}

interface Components {
  readonly components: readonly { readonly code: string }[];
}

/** Codes of the steps that stand for a voice without a name: `perilaku-colleague`. */
function voiceNodes({ components }: Components): ReadonlySet<string> {
  return new Set(components.flatMap(({ code }) => UNNAMED.map((voice) => `${code}-${voice}`)));
}

function without(node: Explanation, voices: ReadonlySet<string>): Explanation {
  const inputs = node.inputs.filter((input) => !SINGLE_FORM.test(input.path));
  if (!voices.has(node.code) || node.value.state !== 'value')
    return { ...node, inputs, children: node.children.map((child) => without(child, voices)) };
  return {
    ...node,
    inputs,
    children: [],
    rule: say(
      {
        id: 'Rata-rata {count} formulir: {mean}. Isi setiap formulir tidak ditampilkan.',
        en: 'The mean of {count} forms: {mean}. No single form is shown.',
      },
      { count: Math.max(node.children.length, 1), mean: valueLabel(node.value) },
    ),
  };
}

/** Evidence as it may be handed to the person it is about: of a voice without a name, only how many spoke. */
export function withoutFormsOfOthers(evidence: unknown): unknown {
  if (typeof evidence !== 'object' || evidence === null) return evidence;
  if (Array.isArray(evidence)) return evidence.map(withoutFormsOfOthers);
  return Object.fromEntries(
    Object.entries(evidence).map(([name, value]) => [
      name,
      name === 'forms' ? counted(value) : withoutFormsOfOthers(value),
    ]),
  );
}

function counted(forms: unknown): unknown {
  if (typeof forms !== 'object' || forms === null) return forms;
  return Object.fromEntries(
    Object.entries(forms).map(([voice, list]) => [
      voice,
      UNNAMED.some((each) => each === voice) && Array.isArray(list) ? { forms: list.length } : list,
    ]),
  );
}
