import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { LOCAL_SCHEME } from '#features/evaluation/local/local.fixture.ts';
import { projectRoot } from '#platform/project-root.ts';
import { randomSource } from '../statistics/random.ts';
import { appraiserItems, levelSetter, placeOf } from './appraiser-items.ts';
import {
  chanceInWords,
  otherRaters,
  type PersonEstimate,
  voicesLeftOut,
  withoutConfirmations,
} from './index.ts';

function compiled(source: string) {
  const parsed = parseScheme(source, 'fixture.yaml');
  if (!parsed.ok) throw new Error(parsed.problems.map((each) => `${each.path}: ${each.what.en}`).join('\n'));
  return compileScheme(parsed.scheme);
}

const local = compiled(LOCAL_SCHEME);
const national = compiled(
  readFileSync(path.join(projectRoot(), 'schemes/nasional/permenpanrb-6-2022/v1/scheme.yaml'), 'utf8'),
);

const form = (melayani: string, kerjasama: string) => ({ items: { melayani, kerjasama } });
/** Five colleagues, the fewest that the fixture's promise lets speak. */
const evidence = (colleague = Array.from({ length: 5 }, () => form('cukup', 'cukup'))) => ({
  capaian: { lines: [{ kind: 'main', level: 'baik' }] },
  perilaku: { forms: { appraiser: [form('baik', 'baik')], colleague } },
  kehadiran: { workingDays: 100, absentDays: 0, longestAbsence: 0, late: [] },
  hukuman: { value: false },
});
const estimate: PersonEstimate = { fair: 60, fairSe: 6, raterVariance: 60, residualVariance: 100, own: 60 };

describe('a voice left out', () => {
  it('gives what the scheme gives without it', () => {
    const base = evidence();
    expect(local.evaluate(base).problems).toEqual([]);
    const found = voicesLeftOut(local, base);
    expect(found.map(({ voice, forms }) => [voice, forms])).toEqual([
      ['appraiser', 1],
      ['colleague', 5],
    ]);
    // 80 × 50 % + 80 × 30 % + 100 × 20 %: conduct then is the appraiser's 80 alone instead of 74.
    const colleague = found.find(({ voice }) => voice === 'colleague');
    expect(colleague?.without).toMatchObject({ kind: 'result', score: '84', category: 'mantap' });
    // The scheme asks for the appraiser.
    expect(found[0]?.without).toEqual({ kind: 'none' });
  });

  it('is hidden together with whatever it is joined with, where a promise would be broken', () => {
    const few = Array.from({ length: 4 }, () => form('cukup', 'cukup'));
    for (const { without } of voicesLeftOut(local, evidence(few)))
      expect(without).toEqual({ kind: 'hidden' });
  });

  it('and other raters tell nothing but means that are shown: other forms with the same means give the same', () => {
    const random = randomSource(7);
    const codes = ['teladan', 'baik', 'cukup', 'kurang'];
    for (let round = 0; round < 40; round += 1) {
      const levels = Array.from({ length: 12 }, () => codes[random.integer(4)] ?? '');
      const forms = (of: readonly string[]) =>
        Array.from({ length: 6 }, (_, index) => form(of[2 * index] ?? '', of[2 * index + 1] ?? ''));
      const rearranged = levels
        .map((level) => ({ level, key: random.uniform() }))
        .sort((a, b) => a.key - b.key)
        .map(({ level }) => level);
      const [one, other] = [evidence(forms(levels)), evidence(forms(rearranged))];
      expect(voicesLeftOut(local, one)).toEqual(voicesLeftOut(local, other));
      expect(otherRaters(local, one, estimate)).toEqual(otherRaters(local, other, estimate));
    }
  });

  it('follows the suggestion again where the decision only confirmed it, and keeps a departure', () => {
    const { official } = local.evaluate(evidence());
    const confirmed = {
      ...evidence(),
      official: { results: { rating: official.results }, behaviour: { rating: 'below', reason: 'Teguran.' } },
    };
    expect(withoutConfirmations(local, confirmed)).toEqual({
      ...evidence(),
      official: { behaviour: { rating: 'below', reason: 'Teguran.' } },
    });
  });
});

describe('competencies, which are joined one by one', () => {
  const alak = compiled(
    readFileSync(path.join(projectRoot(), 'schemes/kota-kupang/alak-kompetensi/v1/scheme.yaml'), 'utf8'),
  );
  const [component] = Object.entries(alak.scheme.components).flatMap(([code, settings]) =>
    settings.mechanism === 'competencies' ? [code] : [],
  );
  interface Levels {
    readonly levels: Readonly<Record<string, number>>;
  }
  const given = (
    alak.example as Readonly<Record<string, { readonly forms: Readonly<Record<string, Levels[]>> }>>
  )[component ?? ''];
  const names = Object.keys(given?.forms.colleague?.[0]?.levels ?? {});
  const withColleagues = (forms: readonly Levels[]) => ({
    ...alak.example,
    [component ?? '']: { ...given, forms: { ...given?.forms, colleague: forms } },
  });
  /** Levels 1 to 4, dealt out again within each competency where `turn` says so. */
  const forms = (turn: number) =>
    [0, 1, 2].map((place) => ({
      levels: Object.fromEntries(
        names.map((name, index) => [name, 1 + ((place + turn * index) % 3) + (index % 2)]),
      ),
    }));

  it('tell nothing but means of each competency', () => {
    const [one, other] = [withColleagues(forms(0)), withColleagues(forms(1))];
    expect(alak.evaluate(one).problems).toEqual([]);
    expect(voicesLeftOut(alak, one)).toEqual(voicesLeftOut(alak, other));
    expect(otherRaters(alak, one, estimate)).toEqual(otherRaters(alak, other, estimate));
  });

  it('hide what rests on a competency that too few could see', () => {
    const [first, ...rest] = forms(0);
    const [unseen, ...seen] = names;
    const few = { levels: Object.fromEntries(seen.map((name) => [name, first?.levels[name] ?? 1])) };
    expect(unseen).toBeDefined();
    const found = new Map(
      voicesLeftOut(alak, withColleagues([few, ...rest])).map(({ voice, without }) => [voice, without.kind]),
    );
    expect([found.get('colleague'), found.get('appraiser-superior')]).toEqual(['hidden', 'hidden']);
    expect(
      voicesLeftOut(alak, withColleagues(forms(0))).every(({ without }) => without.kind !== 'hidden'),
    ).toBe(true);
  });
});

describe('what the appraiser rated', () => {
  it('is found as places on the scales, and other levels are put there', () => {
    const items = appraiserItems(local, evidence());
    expect(items.map(placeOf).map(Math.round)).toEqual([67, 67, 67]);
    const changed = levelSetter(evidence(), items)([3, 0, 1]);
    expect(changed).toEqual({
      ...evidence(),
      capaian: { lines: [{ kind: 'main', level: 'teladan' }] },
      perilaku: { forms: { ...evidence().perilaku.forms, appraiser: [form('kurang', 'cukup')] } },
    });
  });
});

describe('other raters', () => {
  const own = (share: Partial<PersonEstimate>) => ({ ...estimate, ...share });

  it('change nothing where the model sees no difference between raters', () => {
    const sure = own({ fair: 66.67, own: 66.67, fairSe: 0, raterVariance: 0, residualVariance: 0 });
    const found = otherRaters(local, evidence(), sure);
    expect(found?.categoryChanges).toEqual({ share: 0, se: 0 });
    expect(found?.scores?.[0]).toBe(Number(local.evaluate(evidence()).score));
  });

  it('change it the more often the more raters differ, and the same seed gives the same figures', () => {
    const shares = [10, 100, 900].map(
      (raterVariance) =>
        otherRaters(local, evidence(), own({ own: 66.67, fair: 66.67, raterVariance }))?.categoryChanges
          .share ?? 0,
    );
    expect(shares[0]).toBeLessThan(shares[1] ?? 0);
    expect(shares[1]).toBeLessThan(shares[2] ?? 0);
    expect(otherRaters(local, evidence(), estimate)).toEqual(otherRaters(local, evidence(), estimate));
    expect(otherRaters(local, evidence(), estimate, { seed: 2 })).not.toEqual(
      otherRaters(local, evidence(), estimate),
    );
  });

  it('counts a draw as the scheme does: a step in the middle of the scale falls as often up as it is moved', () => {
    // One item moved from 66.67 by −16.67 lies half way between two of four levels, 20 points apart.
    const only = { capaian: { lines: [{ kind: 'main', level: 'baik' }] }, kehadiran: evidence().kehadiran };
    const form4 = {
      ...only,
      perilaku: { forms: { appraiser: [form('baik', 'baik')] } },
      hukuman: { value: false },
    };
    const sure = own({ fair: 50, own: 66.6667, fairSe: 0, raterVariance: 0, residualVariance: 0 });
    const found = otherRaters(local, form4, sure, { draws: 4000 });
    // P(all three stay) = 1/8: 80 × .8 + 20 = 84; otherwise less. `mantap` from 75 needs at least two to stay or one
    // line: enumerated, 84, 81, 78 with the line; 74, 71, 68 without it.
    expect(found?.categoryChanges.share).toBeCloseTo(0.5, 1);
  });

  it('decides the national form again as its lines and values suggest', () => {
    const values = Object.fromEntries(
      ['berorientasi-pelayanan', 'akuntabel', 'kompeten', 'harmonis', 'loyal', 'adaptif', 'kolaboratif'].map(
        (code) => [code, 'meets'],
      ),
    );
    const given = {
      results: {
        rating: 'meets',
        lines: Array.from({ length: 4 }, () => ({ kind: 'main', rating: 'meets' })),
      },
      behaviour: { rating: 'meets', values },
    };
    const problems = national.evaluate(given).problems;
    expect(problems).toEqual([]);
    const always = (fair: number) =>
      otherRaters(national, given, { fair, fairSe: 0, raterVariance: 0, residualVariance: 0, own: 50 });
    expect([...(always(50)?.categories ?? [])]).toEqual([['baik', 1]]);
    expect([...(always(100)?.categories ?? [])]).toEqual([['sangat-baik', 1]]);
    expect([...(always(0)?.categories ?? [])]).toEqual([['sangat-kurang', 1]]);
    expect(always(50)?.scores).toBeNull();
  });
});

describe('a chance in words', () => {
  it('is never finer than the draws', () => {
    const words = (share: number) => chanceInWords({ share, se: 0.02 }).id;
    expect(words(0)).toBe('kurang dari 1 dari 20');
    expect(words(0.19)).toBe('sekitar 1 dari 5');
    expect(words(0.24)).toBe('sekitar 1 dari 4');
    expect(words(0.52)).toBe('sekitar 1 dari 2');
    expect(words(0.97)).toBe('lebih dari 19 dari 20');
  });
});
