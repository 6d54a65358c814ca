import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import gleser from '../../../test/data/statistics/gleser_pxixr.expected.json' with { type: 'json' };
import biases from '../../../test/data/statistics/guilford_bias.expected.json' with { type: 'json' };
import guilford from '../../../test/data/statistics/guilford_creativity.expected.json' with { type: 'json' };
import { statisticCommand } from '../../../test/support/statistic-command.ts';

const { execute, file } = statisticCommand();

const CREATIVITY = 'test/data/statistics/guilford_creativity.csv';
const SYMPTOMS = 'test/data/statistics/gleser_pxixr.csv';

describe('tera statistic rasch', () => {
  it('gives measures, errors, fit and thresholds as published', async () => {
    const { code, answer } = await execute('rasch', CREATIVITY, '--method', 'jml');
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      kind: 'estimated',
      method: 'jml',
      ratings: 105,
      priors: null,
      read: { labels: null },
    });
    for (const [list, known] of [
      [answer.ratees, guilford.expected.ratee],
      [answer.raters, guilford.expected.rater],
      [answer.items, guilford.expected.item],
    ] as const) {
      expect(list).toEqual(
        known.map(({ measure, se_model, se_full, count, infit, outfit_z }, at) =>
          expect.objectContaining({
            id: String(at + 1),
            status: 'estimated',
            count,
            measure: expect.closeTo(measure, 8),
            se: expect.closeTo(se_model, 8),
            seFull: expect.closeTo(se_full, 8),
            infit: expect.closeTo(infit, 8),
            outfitZ: expect.closeTo(outfit_z, 7),
          }),
        ),
      );
    }
    expect(answer.thresholds[0]).toMatchObject({
      from: 1,
      to: 2,
      measure: expect.closeTo(guilford.expected.tau[0] ?? 0, 8),
    });
    expect(answer.reliability.ratee.reliability).toBeGreaterThan(0.5);
    expect(answer).not.toHaveProperty('pairs');
  });

  it('looks at pairs when asked, the most evident first, adjusted for their number', async () => {
    const { answer } = await execute('rasch', CREATIVITY, '--method', 'jml', '--pairs');
    expect(answer.pairs).toHaveLength(21);
    const brahe = biases.computed.find(({ who }) => who === 'Brahe Edward');
    expect(answer.pairs[0]).toMatchObject({
      rater: '2',
      ratee: '5',
      bias: expect.closeTo(brahe?.bias ?? 0, 7),
    });
    expect(answer.pairs[0].q).toBeGreaterThan(answer.pairs[0].p);
  });

  it('takes priors by default, other headings, and two facets', async () => {
    const rows = readFileSync(CREATIVITY, 'utf8').trim().split('\n').slice(1);
    const two = rows
      .map((row) => row.split(','))
      .map(([rater, ratee, , score]) => `P${ratee};${rater};${score}`);
    const named = file(`NIP atasan;kolom;angka\n${two.join('\n')}\n`);
    const columns = ['--columns', 'ratee=NIP atasan,rater=kolom,score=angka'];
    const { answer } = await execute('rasch', named, ...columns);
    expect(answer).toMatchObject({ method: 'map', priors: { ratee: 1, rater: 0.25, item: 1 } });
    expect(answer.ratees.map(({ id }: { id: string }) => id)).toContain('P7');
    expect(answer).not.toHaveProperty('items');
    const own = await execute('rasch', named, ...columns, '--priors', 'ratee=0.1');
    expect(own.answer.priors).toEqual({ ratee: 0.1, rater: 0.25, item: 1 });
    const estimated = await execute('rasch', named, ...columns, '--priors', 'estimated');
    expect(estimated.answer.priors.ratee).toBeLessThan(1);
  });

  it('calibrates a panel with the ratees averaged out', async () => {
    const { answer } = await execute('rasch', CREATIVITY, '--method', 'mml');
    // SciPy 1.17.1, as in the tests of the model.
    expect(answer).toMatchObject({ method: 'mml', deviation: expect.closeTo(0.378531989, 7) });
    expect(answer.raters[1]).toEqual({
      id: '2',
      measure: expect.closeTo(0.22720226, 7),
      se: expect.closeTo(0.201476, 5),
    });
  });

  it('refuses what is no category, and says which column is missing', async () => {
    const bad = file('ratee,rater,score\na,x,3\nb,x,2.5\nb,,\n');
    const { code, err } = await execute('rasch', bad);
    expect(code).toBe(1);
    expect(err).toBe(
      `${bad}:3:3 score: is not a category in whole numbers, write 1, 2, 3, …\n` +
        `${bad}:4:2 rater: is empty, fill in the name or number\n` +
        `${bad}:4:3 score: is empty, fill in the score or delete the row\n`,
    );
    const missing = await execute('rasch', file('ratee,oleh,score\na,x,3\n'));
    expect(missing.err).toContain('there is no column rater, use the headings');
    const misnamed = await execute('rasch', CREATIVITY, '--columns', 'item=butir');
    expect(misnamed.err).toContain('there is no column butir');
  });

  it('says why there is no answer', async () => {
    const alike = await execute('rasch', file('ratee,rater,score\na,x,3\nb,x,3\n'));
    expect(alike).toMatchObject({ code: 0, answer: { kind: 'not-estimable', reason: 'no-variation' } });
    const islands = 'ratee,rater,score\na,x,1\na,x,2\nb,x,2\nb,x,1\nc,y,1\nc,y,2\nd,y,2\nd,y,1\n';
    const apart = await execute('rasch', file(islands), '--method', 'jml');
    expect(apart.answer).toMatchObject({ reason: 'not-crossed', message: { en: expect.any(String) } });
  });
});

describe('tera statistic generalizability', () => {
  it('components and decision study as published', async () => {
    const { code, answer } = await execute('generalizability', SYMPTOMS, '--items', '1,3,6');
    expect(code).toBe(0);
    expect(answer).toMatchObject({ design: 'p×i×r', scores: 144 });
    const used = Object.fromEntries(
      answer.components.map(({ effect, used: each }: { effect: string; used: number }) => [effect, each]),
    );
    const { pir_e, ...known } = gleser.computed.components;
    for (const [effect, value] of Object.entries({ ...known, pir: pir_e }))
      expect(used[effect]).toBeCloseTo(value, 10);
    expect(answer.decisionStudy.map(({ dependability }: { dependability: number }) => dependability)).toEqual(
      gleser.computed.dstudy.map(({ Phi }) => expect.closeTo(Phi, 10)),
    );
  });

  it('says how many raters are needed when everybody has others', async () => {
    const two = 'ratee,rater,score\na,x,1\na,y,2\nb,x,3\nb,y,5\nc,x,8\nc,y,8\n';
    const { answer } = await execute('generalizability', file(two), '--raters', '1,4');
    expect(answer).toMatchObject({ design: 'p×r', decisionStudy: [{ raters: 1, items: 1 }, { raters: 4 }] });
    expect(answer.ratersNeeded.map(({ dependability }: { dependability: number }) => dependability)).toEqual([
      0.7, 0.8, 0.9,
    ]);
  });

  it('refuses data that are not balanced', async () => {
    const gap = await execute('generalizability', file('ratee,rater,score\na,x,1\na,y,2\nb,x,3\n'));
    expect(gap).toMatchObject({
      code: 1,
      err: expect.stringContaining('not everybody is rated by every rater'),
    });
    const twice = await execute('generalizability', file('ratee,rater,score\na,x,1\na,y,2\nb,x,3\nb,x,3\n'));
    expect(twice.err).toContain(':5:1: this rating stands in an earlier row already');
  });
});

it.each([
  [['rasch', CREATIVITY, '--method', 'wml']],
  [['rasch', CREATIVITY, '--method', 'jml', '--priors', 'estimated']],
  [['rasch', CREATIVITY, '--method', 'mml', '--pairs']],
  [['rasch', CREATIVITY, '--priors', 'ratee=0']],
  [['rasch', CREATIVITY, '--priors', 'people=1']],
  [['rasch', CREATIVITY, '--columns', 'person=a']],
  [['rasch', CREATIVITY, '--labels']],
  [['generalizability', SYMPTOMS, '--raters', '0,1']],
  [['generalizability', SYMPTOMS, '--items', 'all']],
  [['icc', SYMPTOMS, '--pairs']],
])('wrong usage: %j', async (args) => expect((await execute(...args)).code).toBe(2));
