import path from 'node:path';
import { describe, expect, it, vi } from 'vitest';
import cohen from '../../../test/data/statistics/cohen_1968.expected.json' with { type: 'json' };
import diagnoses from '../../../test/data/statistics/fleiss_diagnoses_30x6.expected.json' with {
  type: 'json',
};
import coders from '../../../test/data/statistics/krippendorff_4x12.expected.json' with { type: 'json' };
import sexualFun from '../../../test/data/statistics/sexualfun_4x4.expected.json' with { type: 'json' };
import shroutFleiss from '../../../test/data/statistics/shrout_fleiss_1979.expected.json' with {
  type: 'json',
};
import { statisticCommand } from '../../../test/support/statistic-command.ts';

const { folder, execute, file } = statisticCommand();

const reference = (name: string) => `test/data/statistics/${name}.csv`;

const near = (value: number | undefined) => expect.closeTo(value ?? Number.NaN, 10);

describe('tera statistic', () => {
  it('icc: six forms of the published table', async () => {
    const { code, answer } = await execute('icc', reference('shrout_fleiss_1979'));
    expect(code).toBe(0);
    expect(answer).toMatchObject({ kind: 'estimated', targets: 6, judges: 4, read: { labels: 'target' } });
    for (const { type, icc, F, df1, df2, p, lower95, upper95 } of shroutFleiss.computed.table) {
      const known = {
        icc: near(icc),
        F: near(F),
        df1,
        df2,
        p: near(p),
        lower95: near(lower95),
        upper95: near(upper95),
      };
      expect(answer[type]).toMatchObject(known);
    }
    expect(answer.notFor.en).toMatch(/^Not for/);
    expect(answer.reference).toContain('Shrout');
  });

  it.each(['nominal', 'ordinal', 'interval', 'ratio'] as const)('krippendorff --level %s', async (level) => {
    const { code, answer } = await execute('krippendorff', reference('krippendorff_4x12'), '--level', level);
    expect(code).toBe(0);
    expect(answer).toMatchObject({ alpha: near(coders.computed[level]), level, units: 11, values: 40 });
    expect(answer.lower95).toBeLessThan(answer.alpha);
  });

  it('kendall-w', async () => {
    const { answer } = await execute('kendall-w', reference('shrout_fleiss_1979'));
    // scipy 1.17.1 friedmanchisquare: 17.7407, p .003289.
    expect(answer).toMatchObject({
      W: near(17.74074074074073 / 20),
      p: near(0.0032895092436803007),
      objects: 6,
    });
  });

  it('kappa and weighted-kappa of tables', async () => {
    const { kappa, se, se0, z } = cohen.unweighted;
    const plain = await execute('kappa', reference('cohen_1968'));
    expect(plain.answer).toMatchObject({
      layout: 'table',
      categories: ['V1', 'V2', 'V3'],
      cases: 200,
      kappa: near(kappa),
      se: near(se),
      se0: near(se0),
      z: near(z),
    });
    const weights = '0,1,3;1,0,6;3,6,0';
    const weighted = { kappa: near(cohen.psych.weighted) };
    expect(
      (await execute('weighted-kappa', reference('cohen_1968'), '--weights', weights)).answer,
    ).toMatchObject(weighted);
    const squareFile = file(weights.replaceAll(';', '\n'), 'bobot.csv');
    expect(
      (await execute('weighted-kappa', reference('cohen_1968'), '--weights', squareFile)).answer,
    ).toMatchObject(weighted);
    for (const name of ['linear', 'quadratic'] as const) {
      const { answer } = await execute('weighted-kappa', reference('sexualfun_4x4'), '--weights', name);
      expect(answer).toMatchObject({
        weights: name,
        kappa: near(sexualFun[name].kappa),
        se: near(sexualFun[name].se),
      });
    }
    expect((await execute('weighted-kappa', reference('sexualfun_4x4'))).answer.weights).toBe('linear');
  });

  it('kappa of two columns of ratings is that of their table', async () => {
    const pairs = [
      ['baik', 'baik', 20],
      ['baik', 'kurang', 5],
      ['kurang', 'kurang', 10],
      ['kurang', 'baik', 2],
    ] as const;
    const rows = pairs.flatMap(([one, other, times]) =>
      Array.from({ length: times }, () => `${one};${other}`),
    );
    const raw = await execute('kappa', file(`atasan;rekan\n${rows.join('\n')}\n`));
    const table = await execute('kappa', file('baik,kurang\n20,5\n2,10\n', 'tabel.csv'));
    expect(raw.answer).toMatchObject({
      layout: 'pairs',
      categories: ['baik', 'kurang'],
      cases: 37,
      kappa: table.answer.kappa,
    });
    const named = await execute('kappa', file('NIP,atasan,rekan\n1,a,a\n2,b,b\n3,b,a\n'));
    expect(named.answer).toMatchObject({ layout: 'pairs', cases: 3, read: { labels: 'NIP' } });
  });

  it('weighted kappa of words asks for their order, and of numbers counts unused points of the scale', async () => {
    const words = file('a,b\nrendah,sedang\ntinggi,tinggi\nsedang,sedang\n');
    const refused = await execute('weighted-kappa', words);
    expect(refused).toMatchObject({ code: 1, err: expect.stringContaining('--categories low,medium,high') });
    const told = await execute('weighted-kappa', words, '--categories', 'rendah,sedang,tinggi');
    expect(told.answer).toMatchObject({
      categories: ['rendah', 'sedang', 'tinggi'],
      kappa: expect.any(Number),
    });
    const numbers = await execute('weighted-kappa', file('a,b\n1,1\n4,4\n2,1\n4,2\n', 'angka.csv'));
    expect(numbers.answer.categories).toEqual(['1', '2', '3', '4']);
    const misspelt = await execute('kappa', words, '--categories', 'rendah,sedang');
    expect(misspelt.err).toContain(`${words}:3:1 a: "tinggi" is not among --categories`);
  });

  it('fleiss-kappa of raw categories', async () => {
    const { answer } = await execute('fleiss-kappa', reference('fleiss_diagnoses_30x6'));
    expect(answer).toMatchObject({
      cases: 30,
      ratingsPerCase: 6,
      kappa: near(diagnoses.computed.kappa),
      z: near(diagnoses.computed.z),
    });
    const depression = answer.categories.find(
      ({ category }: { category: string }) => category === 'Depression',
    );
    expect(depression.kappa).toBeCloseTo(0.245, 3);
  });

  it('refuses every bad cell with its place, what and what to do, in both languages', async () => {
    const bad = file('target,J1,J2\n1,9,baik\n2,,1\n\n3,4,5\n');
    const english = await execute('icc', bad);
    expect(english.code).toBe(1);
    expect(english.answer).toBeUndefined();
    expect(english.err).toBe(
      `${bad}:2:3 J2: "baik" is not a number, write a number such as 3 or 3.5\n` +
        `${bad}:3:2 J1: is empty, fill it in or delete the row; for data with gaps use krippendorff\n`,
    );
    vi.stubEnv('TERA_LANG', 'id');
    expect((await execute('icc', bad)).err).toContain(`${bad}:2:3 J2: "baik" bukan angka, tulis angka`);
    expect((await execute('icc')).err).toContain('tera statistic NAMA BERKAS');
    vi.stubEnv('TERA_LANG', 'en');
    expect((await execute('kappa', file('a,b\n1,2\n-1,3\n'))).err).toContain(':3:1 a: "-1" is not a count');
    expect((await execute('kappa', file('a,b,c\n1,2,3\n'))).err).toContain(
      'neither a square table nor two columns',
    );
    expect((await execute('icc', file('a,b\n1,2,3\n'))).err).toContain(
      ':2:3: the row is longer than the heading',
    );
    expect((await execute('krippendorff', file('a,b\n-1,2\n'), '--level', 'ratio')).err).toContain(
      'use --level interval',
    );
    expect((await execute('icc', path.join(folder, 'none.csv'))).err).toContain(
      'none.csv:1:1: the file cannot be read',
    );
    expect((await execute('icc', file(''))).code).toBe(1);
    const measured = Array.from({ length: 300 }, (_, at) => `${at}.5,${at}`).join('\n');
    expect((await execute('kappa', file(`a,b\n${measured}\n`))).err).toContain('for measurements use icc');
    const weights = await execute('weighted-kappa', reference('cohen_1968'), '--weights', '0,1;1,0');
    expect(weights).toMatchObject({ code: 1, err: expect.stringContaining('is no 3 × 3 table of weights') });
  });

  it('says that the data cannot tell, and why', async () => {
    const { code, answer } = await execute('icc', file('a,b\n3,3\n3,3\n'));
    expect(code).toBe(0);
    expect(answer).toMatchObject({
      kind: 'not-estimable',
      reason: 'no-variation',
      message: { id: expect.stringMatching(/^Belum dapat/) },
    });
    expect((await execute('kappa', file('a,b\n5,0\n0,0\n'))).answer).toMatchObject({
      reason: 'no-variation',
    });
    expect((await execute('krippendorff', file('k,a\n1,2\n'), '--level', 'interval')).answer.reason).toBe(
      'too-few',
    );
  });

  it('finds heading and names of rows out, or is told', async () => {
    const plain = await execute('icc', file('9,2,5\n6,1,3\n8,4,6\n'));
    expect(plain.answer).toMatchObject({ targets: 3, judges: 3, read: { header: false, labels: null } });
    const named = await execute('icc', file('"";A;B\nAni;3,5;4\nBudi;2;2,5\n'));
    expect(named.answer).toMatchObject({ targets: 2, judges: 2, read: { header: true, labels: '' } });
    const bare = await execute('icc', file('Ani,3.5,4\nBudi,2,2.5\n'));
    expect(bare.answer).toEqual({ ...named.answer, read: { ...named.answer.read, header: false } });
    const counted = await execute('icc', file('id,9,2\n1,9,2\n2,6,1\n'), '--no-labels');
    expect(counted.answer).toMatchObject({ judges: 3 });
    const headless = await execute('kappa', file('baik,baik\nburuk,baik\nburuk,buruk\n'), '--no-header');
    expect(headless.answer).toMatchObject({ cases: 3 });
  });

  it.each([
    [[]],
    [['icc']],
    [['mean', 'a.csv']],
    [['icc', 'a.csv', 'b.csv']],
    [['krippendorff', 'a.csv']],
    [['krippendorff', 'a.csv', '--level', 'both']],
    [['icc', 'a.csv', '--level', 'nominal']],
    [['kappa', 'a.csv', '--weights', 'linear']],
    [['icc', 'a.csv', '--seed', '-1']],
    [['icc', 'a.csv', '--wrong']],
  ])('wrong usage: %j', async (args) => {
    const { code, err } = await execute(...args);
    expect(code).toBe(2);
    expect(err).toContain('tera statistic NAME FILE');
  });
});
