/** The form of every voice of every scheme of this installation: whatever is chosen, the scheme reads it. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listSchemes, loadScheme } from '#app/schemes.ts';
import { type AskedVoice, askedVoices, type CompiledScheme, leastAnswers } from '#domain/schemes/index.ts';
import {
  type Answers,
  CANNOT_SAY,
  formOf,
  labelOfItem,
  levelOf,
  minutesFor,
  patternOf,
  type Question,
  questionsOf,
} from './questions.ts';

const POSTS = [
  { positionLevel: 'ahli-pertama', positionKind: 'jf' },
  { positionLevel: 'administrator', positionKind: 'administrator' },
  { positionLevel: null, positionKind: 'other' },
];
const TEAMS = [
  { id: 'tim-satu', name: 'Tim percepatan layanan', role: 'member', months: 6 },
  { id: 'tim-dua', name: 'Tim penyusun laporan', role: 'lead', months: 3 },
] as const;

const all = listSchemes().flatMap((entry) => {
  const compiled = loadScheme(entry.id, entry.version);
  return compiled
    ? askedVoices(compiled.scheme).map((voice) => [compiled.scheme.id, voice, compiled] as const)
    : [];
});

function questionsFor({ scheme }: CompiledScheme, voice: AskedVoice, post = POSTS[0]): readonly Question[] {
  if (!post) throw new Error('no post');
  return questionsOf({ scheme, voice, post, teams: TEAMS });
}

/** Some level, that one cannot say, nothing at all, or something that no form of ours has sent. */
function answersTo(questions: readonly Question[]): fc.Arbitrary<Answers> {
  const codes = questions.flatMap(({ choices }) => choices.map(({ code }) => code));
  return fc.dictionary(
    fc.constantFrom(...questions.map(({ key }) => key)),
    fc.constantFrom(...codes, CANNOT_SAY, 'nonsense', '6', ''),
  );
}

/** What the component needs beside forms before it reads any. */
function standardFor(compiled: CompiledScheme, component: string): Readonly<Record<string, unknown>> {
  const settings = compiled.scheme.components[component];
  if (settings?.mechanism !== 'competencies') return {};
  return { required: Object.fromEntries(settings.dictionary.map(({ code }) => [code, 2])) };
}

describe.each(all)('%s as %s', (_, voice, compiled) => {
  it('asks something, each with at least two levels and every label in both languages', () => {
    for (const post of POSTS) {
      const questions = questionsFor(compiled, voice, post);
      expect(questions.length).toBeGreaterThan(0);
      expect(new Set(questions.map(({ key }) => key)).size).toBe(questions.length);
      for (const question of questions) {
        expect(question.choices.length).toBeGreaterThan(1);
        expect(question.label.id && question.label.en && question.within.id).toBeTruthy();
        expect(labelOfItem(compiled.scheme, question.key)).toBeDefined();
      }
    }
  });

  it('takes nobody longer than five minutes', () => {
    expect(minutesFor(questionsFor(compiled, voice).length)).toBeLessThanOrEqual(5);
  });

  it('yields forms that the scheme reads, whatever was answered', () => {
    const questions = questionsFor(compiled, voice);
    const least = leastAnswers(compiled.scheme, voice);
    fc.assert(
      fc.property(answersTo(questions), (answers) => {
        const forms = formOf(questions, answers);
        const answered = questions.filter((question) => levelOf(question, answers));
        expect(new Set(Object.keys(forms))).toEqual(new Set(answered.map(({ component }) => component)));
        for (const [code, form] of Object.entries(forms)) {
          const component = compiled.components.find((each) => each.code === code);
          const evidence =
            component?.mechanism === 'team-contribution'
              ? form
              : {
                  ...standardFor(compiled, code),
                  forms: { [voice]: Array.from({ length: least }, () => form) },
                };
          expect(component?.evidence.safeParse(evidence).success, code).toBe(true);
          expect(component?.read(evidence), code).toBeDefined();
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('what a voice is asked', () => {
  const jambi = loadScheme('jambi-adil-terbuka', 1);
  const alak = loadScheme('alak-kompetensi', 1);

  it('is one question for each team, of the team lead only', () => {
    if (!jambi) throw new Error('the scheme is not there');
    const teams = (voice: AskedVoice) => questionsFor(jambi, voice).filter(({ form }) => form === 'teams');
    expect(teams('team-lead').map(({ label }) => label.id)).toEqual(TEAMS.map(({ name }) => name));
    expect(teams('colleague')).toEqual([]);
    expect(
      questionsOf({
        scheme: jambi.scheme,
        voice: 'citizen' as AskedVoice,
        post: { positionLevel: null, positionKind: null },
        teams: [],
      }),
    ).toEqual([]);
  });

  it('is the competencies of the post, with the indicators of levels 1 to 5', () => {
    if (!alak) throw new Error('the scheme is not there');
    const asked = questionsFor(alak, 'subordinate', POSTS[1]);
    expect(asked.every(({ form }) => form === 'levels')).toBe(true);
    const [first] = asked;
    expect(first?.choices.map(({ code }) => code)).toEqual(['5', '4', '3', '2', '1', '0']);
    expect(first?.choices.slice(0, 5).every(({ anchor }) => anchor?.id)).toBe(true);
  });

  it('shows a pattern only where there is one', () => {
    if (!alak) throw new Error('the scheme is not there');
    const questions = questionsFor(alak, 'subordinate');
    const all = (code: (index: number) => string) =>
      Object.fromEntries(questions.map(({ key }, index) => [key, code(index)]));
    expect(
      patternOf(
        questions,
        all(() => '3'),
      ),
    ).toBe('one-level');
    expect(
      patternOf(
        questions,
        all((index) => (index % 2 ? '5' : '0')),
      ),
    ).toBe('only-ends');
    expect(
      patternOf(
        questions,
        all((index) => (index % 2 ? '5' : '3')),
      ),
    ).toBeUndefined();
    expect(
      patternOf(
        questions,
        all(() => CANNOT_SAY),
      ),
    ).toBeUndefined();
    expect(
      patternOf(
        questions,
        all((index) => (index < 3 ? '3' : CANNOT_SAY)),
      ),
    ).toBeUndefined();
  });
});
