/** Known values and properties of the rules on talent, competence and professionalism. */
import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { refusedPaths, refusedTexts } from '../../../test/support/rules.ts';
import {
  COMPETENCY_BANDS,
  competencyMatch,
  EDUCATIONS,
  POTENTIALS,
  PREDICATES,
  PROFESSIONALISM_CATEGORIES,
  type ProfessionalismInput,
  professionalismIndex,
  RATINGS,
  ruleNamed,
  SANCTION_LEVELS,
  talentAxes,
  talentBox,
} from './index.ts';

describe('talent-box', () => {
  // PermenPANRB 3/2020, annex: the nine boxes; the succession pool is 7, 8 and 9.
  it.each([
    ['above', 'high', 9],
    ['meets', 'high', 8],
    ['below', 'high', 6],
    ['above', 'medium', 7],
    ['meets', 'medium', 5],
    ['below', 'medium', 3],
    ['above', 'low', 4],
    ['meets', 'low', 2],
    ['below', 'low', 1],
  ] as const)('performance %s, potential %s: box %i', (performance, potential, box) => {
    expect(talentBox({ performance, potential })).toEqual({ box, successionPool: box >= 7 });
  });

  it.each([
    ['80', '80', 9],
    ['79.99', '80', 8],
    ['80', '79.9999', 7],
    ['60', '60', 5],
    ['59.99', '60', 3],
    ['60', '59.99', 2],
    ['0', '0', 1],
    ['100', '100', 9],
  ])('scores %s and %s with the cuts 80/60: box %i', (performanceScore, potentialScore, box) => {
    const axes = talentAxes({ performanceScore, potentialScore, cuts: { high: '80', medium: '60' } });
    expect(talentBox(axes).box).toBe(box);
  });

  it('never puts better performance or potential into a lower box', () => {
    for (const rating of RATINGS) {
      const boxes = POTENTIALS.map((potential) => talentBox({ performance: rating, potential }).box);
      expect(boxes).toEqual([...boxes].sort((one, other) => other - one));
    }
    for (const potential of POTENTIALS) {
      const boxes = RATINGS.map((performance) => talentBox({ performance, potential }).box);
      expect(boxes).toEqual([...boxes].sort((one, other) => other - one));
    }
  });

  const cuts = { high: '80', medium: '60' };
  it.each<[unknown, readonly string[]]>([
    [{}, ['performance', 'potential']],
    [{ performance: 'above' }, ['potential']],
    [{ potential: 'high' }, ['performance']],
    [{ performanceScore: '80' }, ['potentialScore', 'cuts']],
    [{ cuts }, ['performanceScore', 'potentialScore']],
    [{ performanceScore: '80', potentialScore: '80' }, ['cuts']],
    [{ performance: 'above', potentialScore: '80', cuts }, ['potentialScore', 'cuts']],
    [{ performance: 'above', potential: 'high', cuts }, ['cuts']],
    [{ performanceScore: '80', potentialScore: '80', cuts: { high: '60', medium: '80' } }, ['cuts']],
    [{ performanceScore: '80', potentialScore: '80', cuts: { high: '60', medium: '60' } }, ['cuts']],
    [{ performanceScore: '80', potentialScore: '80', cuts: { high: '60', medium: '0' } }, ['cuts']],
    [{ performanceScore: '80', potentialScore: '80', cuts: { high: '80' } }, ['cuts.medium']],
    [{ performanceScore: '80', potentialScore: '80', cuts: { ...cuts, low: '0' } }, ['cuts.low']],
    [{ performanceScore: '100.01', potentialScore: '-1', cuts }, ['performanceScore', 'potentialScore']],
    [{ performanceScore: 80, potentialScore: '80', cuts }, ['performanceScore']],
    [{ performance: 'best', potential: 'high' }, ['performance']],
  ])('refuses %j', (given, expected) => {
    expect(refusedPaths('talent-box', given)).toEqual(expected);
  });
});

describe('competency-match', () => {
  const levels = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 5 })), {
    minLength: 1,
    maxLength: 100,
  });

  it('caps each competency at its standard', () => {
    expect(competencyMatch({ required: [3, 3, 3], achieved: [3, 2, 4] })).toEqual({
      gaps: [0, -1, 1],
      matchPercent: '88.89',
      band: 'memenuhi-syarat',
    });
  });

  // Bands from 80 and from 68 percent: Peraturan BKN 26/2019. 17/25 = 68, 16/25 = 64, 20/25 = 80, 19/25 = 76.
  it.each([
    [[5, 5, 5, 5, 5], '100.00', 'memenuhi-syarat'],
    [[4, 4, 4, 4, 4], '80.00', 'memenuhi-syarat'],
    [[4, 4, 4, 4, 3], '76.00', 'masih-memenuhi-syarat'],
    [[5, 5, 5, 2, 0], '68.00', 'masih-memenuhi-syarat'],
    [[5, 5, 5, 1, 0], '64.00', 'kurang-memenuhi-syarat'],
    [[0, 0, 0, 0, 0], '0.00', 'kurang-memenuhi-syarat'],
  ] as const)('achieved %j of five times 5: %s, %s', (achieved, matchPercent, band) => {
    expect(competencyMatch({ required: Array(5).fill(5), achieved })).toMatchObject({ matchPercent, band });
  });

  it('stays a percentage, full exactly where there is no gap, and the band agrees with what is printed', () => {
    fc.assert(
      fc.property(levels, (rows) => {
        const required = rows.map(([level]) => level);
        const achieved = rows.map(([, level]) => level);
        const { gaps, matchPercent, band } = competencyMatch({ required, achieved });
        const percent = Number(matchPercent);
        expect(percent).toBeGreaterThanOrEqual(0);
        expect(percent).toBeLessThanOrEqual(100);
        expect(matchPercent === '100.00').toBe(gaps.every((gap) => gap >= 0));
        expect(COMPETENCY_BANDS.indexOf(band)).toBe(percent >= 80 ? 0 : percent >= 68 ? 1 : 2);
      }),
    );
  });

  it('never falls when a level rises', () => {
    fc.assert(
      fc.property(levels, fc.nat(), (rows, at) => {
        const required = rows.map(([level]) => level);
        const achieved = rows.map(([, level]) => level);
        const raised = achieved.map((level, index) =>
          index === at % rows.length ? Math.min(5, level + 1) : level,
        );
        expect(Number(competencyMatch({ required, achieved: raised }).matchPercent)).toBeGreaterThanOrEqual(
          Number(competencyMatch({ required, achieved }).matchPercent),
        );
      }),
    );
  });

  it.each<[unknown, readonly string[]]>([
    [{ required: [3, 3], achieved: [3] }, ['achieved']],
    [{ required: [3], achieved: [3, 3] }, ['achieved']],
    [{ required: [], achieved: [] }, ['required', 'achieved']],
    [{ required: [0], achieved: [0] }, ['required[0]']],
    [{ required: [3, 6], achieved: [3, 3] }, ['required[1]']],
    [{ required: [3, 3], achieved: [3, -1] }, ['achieved[1]']],
    [{ required: [3, 3], achieved: [6, 2.5] }, ['achieved[0]', 'achieved[1]']],
    [{ required: ['3'], achieved: [3] }, ['required[0]']],
    [{ required: [3], achieved: [null] }, ['achieved[0]']],
  ])('refuses %j', (given, expected) => {
    expect(refusedPaths('competency-match', given)).toEqual(expected);
  });

  it('names the competencies with a gap', () => {
    const said = (achieved: readonly number[]) => {
      const answer = ruleNamed('competency-match')?.run({ required: [3, 3, 3], achieved });
      return answer?.ok ? answer.output.explanation.rule.en : 'refused';
    };
    expect(said([1, 3, 2])).toContain('Below the standard: competency 1 (by 2), competency 3 (by 1).');
    expect(said([3, 4, 3])).toContain('No competency is below the standard.');
  });

  it('says how many levels are missing', () => {
    expect(refusedTexts('competency-match', { required: [3, 3, 3], achieved: [3] })).toEqual([
      'achieved: has 1 levels where 3 are required, give one achieved level for each required level',
    ]);
  });
});

describe('professionalism-index', () => {
  const common = { technicalHours: 20, seminar: true, predicate: 'baik', sanction: 'none' } as const;

  // Peraturan BKN 8/2019, points and categories as published by BKN and the Cabinet Secretariat.
  it.each<[ProfessionalismInput, readonly string[], string, string]>([
    [
      { ...common, education: 's1', track: 'structural', leadershipCourse: true },
      ['15', '40', '25', '5'],
      '85',
      'tinggi',
    ],
    [
      { ...common, education: 's3', track: 'functional', functionalCourse: true, predicate: 'sangat-baik' },
      ['25', '40', '30', '5'],
      '100',
      'sangat-tinggi',
    ],
    [
      {
        education: 'd3',
        track: 'structural',
        leadershipCourse: false,
        technicalHours: 0,
        seminar: false,
        predicate: 'butuh-perbaikan',
        sanction: 'light',
      },
      ['10', '0', '15', '3'],
      '28',
      'sangat-rendah',
    ],
    [{ ...common, education: 's2', track: 'pelaksana' }, ['20', '40', '25', '5'], '90', 'tinggi'],
    [
      {
        ...common,
        education: 's3',
        track: 'pelaksana',
        seminar: false,
        predicate: 'sangat-baik',
        sanction: 'light',
      },
      ['25', '22.5', '30', '3'],
      '80.5',
      'tinggi',
    ],
    [
      { ...common, education: 's2', track: 'pelaksana', technicalHours: 19, sanction: 'light' },
      ['20', '17.5', '25', '3'],
      '65.5',
      'rendah',
    ],
    [
      {
        education: 'below-slta',
        track: 'pelaksana',
        technicalHours: 19,
        seminar: false,
        predicate: 'sangat-kurang',
        sanction: 'severe',
      },
      ['1', '0', '1', '1'],
      '3',
      'sangat-rendah',
    ],
  ])('%j', (given, [qualification, competence, performance, discipline], index, category) => {
    expect(professionalismIndex(given)).toEqual({
      qualification,
      competence,
      performance,
      discipline,
      index,
      category,
    });
  });

  const person: fc.Arbitrary<ProfessionalismInput> = fc
    .record({
      education: fc.constantFrom(...EDUCATIONS),
      technicalHours: fc.nat({ max: 60 }),
      seminar: fc.boolean(),
      predicate: fc.constantFrom(...PREDICATES),
      sanction: fc.constantFrom(...SANCTION_LEVELS),
    })
    .chain((rest) =>
      fc.oneof(
        fc.boolean().map((leadershipCourse) => ({ ...rest, track: 'structural' as const, leadershipCourse })),
        fc.boolean().map((functionalCourse) => ({ ...rest, track: 'functional' as const, functionalCourse })),
        fc.constant({ ...rest, track: 'pelaksana' as const }),
      ),
    );

  it('sums its four parts, each within its weight, and sorts the sum', () => {
    fc.assert(
      fc.property(person, (given) => {
        const { qualification, competence, performance, discipline, index, category } =
          professionalismIndex(given);
        expect(Number(qualification)).toBeLessThanOrEqual(25);
        expect(Number(competence)).toBeLessThanOrEqual(40);
        expect(Number(performance)).toBeLessThanOrEqual(30);
        expect(Number(discipline)).toBeLessThanOrEqual(5);
        const sum = Decimal.sum(qualification, competence, performance, discipline);
        expect(index).toBe(sum.toFixed());
        const over = [90, 80, 70, 60].findIndex((bound) => sum.gt(bound));
        expect(PROFESSIONALISM_CATEGORIES.indexOf(category)).toBe(over === -1 ? 4 : over);
      }),
    );
  });

  const valid = { ...common, education: 's1', track: 'structural', leadershipCourse: true };
  it.each<[object, readonly string[]]>([
    [{ leadershipCourse: undefined }, ['leadershipCourse']],
    [{ functionalCourse: false }, ['functionalCourse']],
    [{ track: 'pelaksana' }, ['leadershipCourse']],
    [{ track: 'functional' }, ['leadershipCourse', 'functionalCourse']],
    [{ track: 'politician' }, ['track']],
    [{ education: 'sma' }, ['education']],
    [{ technicalHours: -1 }, ['technicalHours']],
    [{ technicalHours: 20.5 }, ['technicalHours']],
    [{ technicalHours: '20' }, ['technicalHours']],
    [{ seminar: 'yes' }, ['seminar']],
    [{ predicate: 'cukup', sanction: 'berat' }, ['predicate', 'sanction']],
  ])('refuses %j', (change, expected) => {
    expect(refusedPaths('professionalism-index', { ...valid, ...change })).toEqual(expected);
  });
});
