import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  checkDistribution,
  creditPoints,
  FUNCTIONAL_LEVELS,
  type FunctionalLevel,
  LINE_KINDS,
  maskNip,
  ORGANISATION_PREDICATES,
  type OrganisationPredicate,
  objectionDeadline,
  PREDICATES,
  type Predicate,
  type PredicateCounts,
  parseNip,
  percentText,
  predicate2019,
  RATINGS,
  suggestResultsRating,
} from './index.ts';

describe('results-rating', () => {
  const line = fc.record({ kind: fc.constantFrom(...LINE_KINDS), rating: fc.constantFrom(...RATINGS) });
  const lines = fc.array(line, { minLength: 1, maxLength: 20 });

  // PermenPANRB 6/2022.
  it('permits above when five of five are above', () => {
    const five = Array.from({ length: 5 }, () => ({ kind: 'main', rating: 'above' }) as const);
    expect(suggestResultsRating(five)).toEqual({ suggested: 'above', allowed: ['above', 'meets', 'below'] });
  });

  it('does not permit above when a main result is below, but permits it for an additional one', () => {
    const above = Array.from({ length: 4 }, () => ({ kind: 'main', rating: 'above' }) as const);
    expect(suggestResultsRating([...above, { kind: 'main', rating: 'below' }])).toEqual({
      suggested: 'meets',
      allowed: ['meets', 'below'],
    });
    expect(suggestResultsRating([...above, { kind: 'additional', rating: 'below' }]).suggested).toBe('above');
  });

  it('does not take exactly half for most', () => {
    const above = { kind: 'main', rating: 'above' } as const;
    const meets = { kind: 'main', rating: 'meets' } as const;
    const below = { kind: 'additional', rating: 'below' } as const;
    expect(suggestResultsRating([above, meets]).suggested).toBe('meets');
    expect(suggestResultsRating([below, meets]).suggested).toBe('meets');
    expect(suggestResultsRating([below, below, meets]).suggested).toBe('below');
  });

  it('always suggests something permitted, in any order of the lines', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (given, turn) => {
        const { suggested, allowed } = suggestResultsRating(given);
        expect(allowed).toContain(suggested);
        const at = turn % given.length;
        const turned = [...given.slice(at), ...given.slice(0, at)].reverse();
        expect(suggestResultsRating(turned)).toEqual({ suggested, allowed });
      }),
    );
  });

  it('never suggests worse when a line becomes better', () => {
    fc.assert(
      fc.property(lines, fc.nat(), (given, pick) => {
        const at = pick % given.length;
        const better = given.map((entry, index) =>
          index === at ? { ...entry, rating: 'above' as const } : entry,
        );
        const rank = (rated: typeof given) => RATINGS.indexOf(suggestResultsRating(rated).suggested);
        expect(rank(better)).toBeLessThanOrEqual(rank(given));
      }),
    );
  });
});

describe('distribution', () => {
  const counts = (sb: number, b: number, bp: number, k: number, sk: number): PredicateCounts => ({
    'sangat-baik': sb,
    baik: b,
    'butuh-perbaikan': bp,
    kurang: k,
    'sangat-kurang': sk,
  });

  // The limits of SE MenPANRB 3/2023, on each and just beyond.
  it.each<[OrganisationPredicate, PredicateCounts, readonly string[]]>([
    ['istimewa', counts(14, 6, 0, 0, 0), []],
    ['istimewa', counts(15, 5, 0, 0, 0), ['sangat-baik:max-percent']],
    ['baik', counts(6, 14, 0, 0, 0), ['butuh-perbaikan+kurang:at-least-one']],
    ['baik', counts(5, 14, 1, 0, 0), []],
    ['baik', counts(5, 14, 0, 1, 0), []],
    ['baik', counts(4, 15, 1, 0, 0), ['baik:max-percent']],
    ['butuh-perbaikan', counts(1, 3, 6, 0, 0), []],
    ['butuh-perbaikan', counts(2, 3, 5, 0, 0), ['butuh-perbaikan:min-percent', 'sangat-baik:max-percent']],
    ['kurang', counts(1, 2, 1, 6, 0), []],
    ['kurang', counts(1, 3, 0, 6, 0), ['butuh-perbaikan:min-percent']],
    ['sangat-kurang', counts(0, 3, 0, 1, 6), []],
    ['sangat-kurang', counts(0, 3, 1, 0, 6), []],
    ['sangat-kurang', counts(1, 2, 0, 1, 6), ['sangat-baik:none']],
    ['sangat-kurang', counts(0, 4, 0, 0, 6), ['butuh-perbaikan+kurang:min-percent']],
  ])('%s %j: %j', (organisation, given, limits) => {
    const check = checkDistribution(organisation, given);
    expect(check.violations.map((violation) => violation.limit)).toEqual(limits);
    expect(check.ok).toBe(limits.length === 0);
  });

  it('says what is allowed and what there is', () => {
    expect(checkDistribution('istimewa', counts(3, 1, 0, 0, 0)).violations).toMatchObject([
      { limit: 'sangat-baik:max-percent', allowed: '70', actual: '75', unit: 'percent' },
    ]);
    expect(checkDistribution('sangat-kurang', counts(2, 0, 2, 0, 16)).violations).toMatchObject([
      { limit: 'sangat-baik:none', allowed: '0', actual: '2', unit: 'people' },
    ]);
  });

  it('notes a small unit and a peak in the wrong place without breaking a limit', () => {
    const check = checkDistribution('istimewa', counts(1, 2, 0, 0, 0));
    expect(check.ok).toBe(true);
    expect(check.notes.map((note) => note.code)).toEqual(['not-dominant', 'small-population']);
  });

  it('depends on shares only: doubling everybody changes nothing', () => {
    const group = fc.nat({ max: 50 });
    fc.assert(
      fc.property(
        fc.constantFrom(...ORGANISATION_PREDICATES),
        fc.tuple(group, group, group, group, group),
        (organisation, given) => {
          const once = checkDistribution(organisation, counts(...given));
          const [sb, b, bp, k, sk] = given;
          const twice = checkDistribution(organisation, counts(2 * sb, 2 * b, 2 * bp, 2 * k, 2 * sk));
          expect(twice.violations.map(({ limit }) => limit)).toEqual(
            once.violations.map(({ limit }) => limit),
          );
        },
      ),
    );
  });

  it.each([
    [14, 20, '70'],
    [1, 3, '33.33'],
    [2, 3, '66.67'],
    [1, 8, '12.5'],
    [0, 5, '0'],
  ])('%i of %i is %s %%', (count, population, text) => {
    expect(percentText(count, population)).toBe(text);
  });
});

describe('credit-points', () => {
  // The whole table of PermenPANRB 1/2023 Art. 37 as published for SIASN.
  const TABLE: Readonly<Record<FunctionalLevel, readonly string[]>> = {
    pemula: ['5.63', '3.75', '2.81', '1.88', '0.94'],
    terampil: ['7.50', '5.00', '3.75', '2.50', '1.25'],
    mahir: ['18.75', '12.50', '9.38', '6.25', '3.13'],
    'ahli-pertama': ['18.75', '12.50', '9.38', '6.25', '3.13'],
    penyelia: ['37.50', '25.00', '18.75', '12.50', '6.25'],
    'ahli-muda': ['37.50', '25.00', '18.75', '12.50', '6.25'],
    'ahli-madya': ['56.25', '37.50', '28.13', '18.75', '9.38'],
    'ahli-utama': ['75.00', '50.00', '37.50', '25.00', '12.50'],
  };
  const cells = FUNCTIONAL_LEVELS.flatMap((level) =>
    PREDICATES.map((predicate, index): [FunctionalLevel, Predicate, string] => [
      level,
      predicate,
      TABLE[level][index] ?? '',
    ]),
  );
  it.each(cells)('%s, %s, 12 months: %s', (level, predicate, points) => {
    expect(creditPoints({ level, predicate, months: 12 })).toBe(points);
  });

  it('counts months and rounds once at the end', () => {
    expect(creditPoints({ level: 'ahli-pertama', predicate: 'baik', months: 2 })).toBe('2.08');
    // 3.75 × 0.25 × 1/12 = 0.078125: rounding the yearly 0.94 first would also give 0.08, 11 months show it.
    expect(creditPoints({ level: 'pemula', predicate: 'sangat-baik', months: 11 })).toBe('5.16');
  });
});

describe('predicate-2019', () => {
  // PP 30/2019 Art. 41.
  it.each([
    ['115', '110', false, false, '113.5', 'baik'],
    ['115', '110', false, true, '113.5', 'sangat-baik'],
    ['90', '80', true, false, '86', 'butuh-perbaikan'],
    ['110', '110', false, true, '110', 'sangat-baik'],
    ['109.99', '109.99', false, true, '109.99', 'baik'],
    ['90', '90', true, false, '90', 'baik'],
    ['89.99', '89.99', true, false, '89.99', 'butuh-perbaikan'],
    ['70', '70', true, false, '70', 'butuh-perbaikan'],
    ['69.99', '69.99', true, false, '69.99', 'kurang'],
    ['50', '50', false, false, '50', 'kurang'],
    ['49.99', '49.99', false, false, '49.99', 'sangat-kurang'],
    ['0', '0', false, true, '0', 'sangat-kurang'],
  ])(
    'results %s, behaviour %s, opinions %s, idea %s: %s %s',
    (results, behaviour, opinions, newIdea, score, predicate) => {
      expect(predicate2019({ results, behaviour, opinions, newIdea })).toEqual({ score, predicate });
    },
  );
});

describe('objection-deadline', () => {
  it('crosses months, years and leap days', () => {
    expect(objectionDeadline('2026-01-02')).toBe('2026-01-16');
    expect(objectionDeadline('2026-12-25')).toBe('2027-01-08');
    expect(objectionDeadline('2028-02-20', 10)).toBe('2028-03-01');
  });
});

describe('nip', () => {
  // Numbers of the form of BKN's rule: birth, appointment, sex, serial.
  it('reads a number with and without spaces and dots', () => {
    const read = {
      valid: true,
      nip: '198609262015051001',
      birthDate: '1986-09-26',
      appointed: '2015-05',
      sex: 'male',
      serial: '001',
      warnings: [],
    };
    expect(parseNip('198609262015051001', 'pns')).toEqual(read);
    expect(parseNip('19860926 201505 1 001', 'pns')).toEqual(read);
    expect(parseNip('19860926.201505.1.001', 'pns')).toEqual(read);
    expect(parseNip('199205082023082001', 'pns')).toMatchObject({ sex: 'female', appointed: '2023-08' });
  });

  it.each([
    ['198609262015131001', 'pns', ['appointment-month']],
    ['198609262015001001', 'pns', ['appointment-month']],
    ['198609262015053001', 'pns', ['sex']],
    ['198609262015051000', 'pns', ['serial']],
    ['198602302015051001', 'pns', ['birth-date']],
    ['189909262015051001', 'pns', ['birth-date']],
    ['198609261985051001', 'pns', ['appointment-before-birth']],
    [
      '198602301985133000',
      'pns',
      ['birth-date', 'appointment-month', 'appointment-before-birth', 'sex', 'serial'],
    ],
    ['19860926201505100', 'pns', ['length']],
    ['1986092620150510011', 'pns', ['length']],
    ['19860926201505100A', 'pns', ['not-digits']],
    ['１98609262015051001', 'pns', ['not-digits']],
    ['131234567', 'pns', ['old-nip']],
    ['', 'pns', ['length']],
    ['198609261986211001', 'pppk', ['appointment-before-birth']],
  ] as const)('%s as %s: %j', (text, kind, codes) => {
    const nip = parseNip(text, kind);
    expect(nip.valid ? [] : nip.problems.map(({ code }) => code)).toEqual(codes);
  });

  it('does not read a month in the number of a PPPK', () => {
    expect(parseNip('198609262023211001', 'pppk')).toMatchObject({ valid: true, appointed: '2023' });
    expect(parseNip('198609262023211001', 'pns')).toMatchObject({ valid: false });
  });

  it('warns of an unusual age and of what differs from the record', () => {
    const codes = (...given: Parameters<typeof parseNip>) => {
      const nip = parseNip(...given);
      return nip.valid ? nip.warnings.map(({ code }) => code) : ['invalid'];
    };
    expect(codes('200006152018061001', 'pns')).toEqual(['young']);
    expect(codes('200006012018061001', 'pns')).toEqual([]);
    expect(codes('196806152015071001', 'pns')).toEqual(['old']);
    expect(codes('196806152015071001', 'pppk')).toEqual([]);
    expect(codes('198609262015051001', 'pns', { birthDate: '1986-09-27', sex: 'female' })).toEqual([
      'birth-date-differs',
      'sex-differs',
    ]);
  });

  it('masks all but the year of birth and the last digits', () => {
    expect(maskNip('198609262015051001')).toBe('1986••••••••••••01');
  });
});
