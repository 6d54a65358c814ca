import { describe, expect, it } from 'vitest';
import { certificateRule } from './certificate-rule.ts';
import { stateOf } from './certification.ts';
import { addMonths, hasEarned, nextStep, type SentAttempt, type Standing } from './cycle.ts';
import { caseDistance, distancesOf, isWithin } from './distance.ts';
import type { CaseContent } from './model.ts';
import { blocksOf } from './prose.tsx';
import type { RateableItem } from './rateable.ts';
import { clockIn, instantAt } from './zone.ts';

const LEVELS = [
  ['teladan', 100],
  ['konsisten', 85],
  ['belum', 60],
  ['jarang', 30],
] as const;
const item = (key: string): RateableItem => ({
  key,
  label: key,
  about: [],
  levels: LEVELS.map(([code, score]) => ({ code, label: code, units: score * 10_000 })),
});
const items = new Map(['x.a', 'x.b'].map((key) => [key, item(key)]));
const content: CaseContent = {
  evidence: [],
  experts: ['Satu', 'Dua'],
  ratings: [
    { item: 'x.a', expert: 0, level: 'teladan', reason: '' },
    { item: 'x.a', expert: 1, level: 'konsisten', reason: '' },
    { item: 'x.b', expert: 0, level: 'jarang', reason: '' },
  ],
};
const rated = (a: string, b: string) => ({
  'x.a': { level: a, reason: '' },
  'x.b': { level: b, reason: '' },
});

describe('the distance to the experts', () => {
  it('is the mean over the items in percent of the range of the scale', () => {
    // Range 70. a: |85 − 92.5| = 7.5; b: |60 − 30| = 30; mean 18.75 of 70 = 26.79 %.
    const distances = distancesOf(items, content, rated('konsisten', 'belum'));
    expect(caseDistance(distances)).toBe(2679);
    expect(distances.map(({ steps }) => steps)).toEqual([expect.any(Number), 1]);
    expect(isWithin(2679, 26)).toBe(false);
    expect(isWithin(2679, 27)).toBe(true);
  });

  it('is nothing where the levels are the experts’, and everything at the other end of the scale', () => {
    const one = { ...content, ratings: content.ratings.filter(({ expert }) => expert === 0) };
    expect(caseDistance(distancesOf(items, one, rated('teladan', 'jarang')))).toBe(0);
    expect(caseDistance(distancesOf(items, one, rated('jarang', 'teladan')))).toBe(10_000);
  });

  it('is not there while an item is not rated', () => {
    expect(
      caseDistance(distancesOf(items, content, { 'x.a': { level: 'teladan', reason: '' } })),
    ).toBeUndefined();
    expect(caseDistance(distancesOf(items, content, rated('teladan', 'unknown')))).toBeUndefined();
  });
});

const at = (day: string, hour = 3) => new Date(`${day}T0${hour}:00:00Z`);
const sent = (caseId: string, day: string, hasPassed: boolean): SentAttempt => ({
  caseId,
  hasPassed,
  sentAt: at(day),
  sentOn: day,
});
const standing = (more: Partial<Standing>): Standing => ({
  lessons: [{ id: 'l1', lastReadAt: at('2026-01-01') }],
  cases: ['c1', 'c2', 'c3'],
  attempts: [],
  held: undefined,
  revokedAt: null,
  today: '2026-06-01',
  needed: 2,
  ...more,
});

describe('what comes next', () => {
  it('is the first lesson not read, then the first case not rated', () => {
    const lessons = [...standing({}).lessons, { id: 'l2', lastReadAt: null }];
    expect(nextStep(standing({ lessons }))).toEqual({ kind: 'lessons', lessonId: 'l2' });
    expect(nextStep(standing({}))).toEqual({ kind: 'case', caseId: 'c1', isPractice: false });
    const attempts = [sent('c1', '2026-02-01', false)];
    expect(nextStep(standing({ attempts }))).toMatchObject({ kind: 'case', caseId: 'c2' });
    expect(nextStep(standing({ lessons: [], cases: [] }))).toEqual({ kind: 'empty' });
  });

  it('is reading again once all cases were tried, then a failed one, the oldest first', () => {
    const attempts = [
      sent('c1', '2026-02-01', false),
      sent('c2', '2026-02-02', true),
      sent('c3', '2026-02-03', false),
    ];
    expect(nextStep(standing({ attempts }))).toEqual({ kind: 'reread', lessonId: 'l1' });
    const lessons = [{ id: 'l1', lastReadAt: at('2026-02-04') }];
    expect(nextStep(standing({ attempts, lessons }))).toMatchObject({ kind: 'case', caseId: 'c1' });
  });

  it('earns a certificate by as many different cases as the scheme asks', () => {
    const once = [sent('c1', '2026-02-01', true), sent('c1', '2026-02-02', true)];
    expect(hasEarned(standing({ attempts: once }))).toBe(false);
    expect(hasEarned(standing({ attempts: [...once, sent('c2', '2026-02-03', true)] }))).toBe(true);
  });

  it('counts for the next certificate from ninety days before the last one ends', () => {
    const held = { validUntil: '2026-08-01' };
    const early = [sent('c1', '2026-04-01', true), sent('c2', '2026-04-01', true)];
    expect(hasEarned(standing({ held, attempts: early }))).toBe(false);
    const late = [sent('c1', '2026-05-05', true), sent('c2', '2026-05-06', true)];
    expect(hasEarned(standing({ held, attempts: late }))).toBe(true);
    expect(hasEarned(standing({ held: { validUntil: '2028-01-01' }, attempts: late }))).toBe(false);
    const practice = nextStep(standing({ held: { validUntil: '2028-01-01' }, attempts: early }));
    expect(practice).toEqual({ kind: 'case', caseId: 'c3', isPractice: true });
  });

  it('begins anew after a revocation', () => {
    const attempts = [sent('c1', '2026-02-01', true), sent('c2', '2026-02-02', true)];
    expect(hasEarned(standing({ attempts, revokedAt: at('2026-03-01') }))).toBe(false);
    expect(nextStep(standing({ attempts, cases: ['c1', 'c2'], revokedAt: at('2026-03-01') }))).toMatchObject({
      kind: 'case',
      caseId: 'c1',
    });
  });
});

describe('certificates', () => {
  it('hold from their first day until the day before the span ends', () => {
    const held = [{ validFrom: '2026-01-31', validUntil: addMonths('2026-01-31', 1) }];
    expect(held[0]?.validUntil).toBe('2026-02-28');
    expect(addMonths('2024-02-29', 24)).toBe('2026-02-28');
    expect(addMonths('2026-11-22', 2)).toBe('2027-01-22');
    expect(stateOf(held, '2026-01-30')).toEqual({ state: 'none', until: null });
    expect(stateOf(held, '2026-02-27')).toEqual({ state: 'valid', until: '2026-02-27' });
    expect(stateOf(held, '2026-02-28')).toEqual({ state: 'expired', until: '2026-02-27' });
  });

  it('are required, recommended or not asked for by the scheme', () => {
    const scheme = (certificate: 'required' | 'recommended') => ({
      training: { certificate, validMonths: 24, basis: [] },
    });
    const states = ['valid', 'expired', 'none'] as const;
    const ruled = (which: Parameters<typeof certificateRule>[0]) =>
      states.map((state) => certificateRule(which, { state }));
    expect(ruled(scheme('required'))).toEqual(['ok', 'refuse', 'refuse']);
    expect(ruled(scheme('recommended'))).toEqual(['ok', 'flag', 'flag']);
    expect(ruled({})).toEqual(['ok', 'ok', 'ok']);
    expect(certificateRule(scheme('required'), undefined)).toBe('refuse');
  });
});

describe('words of officers', () => {
  it('become paragraphs, headings and lists; everything else stays words', () => {
    expect(blocksOf('Satu\ndua\n\n## Judul\n- a\n- b\nlanjut\n1. x\n2) y\n<b>c</b>')).toEqual([
      { kind: 'paragraph', lines: ['Satu', 'dua'] },
      { kind: 'heading', lines: ['Judul'] },
      { kind: 'list', entries: ['a', 'b lanjut'] },
      { kind: 'numbers', entries: ['x', 'y <b>c</b>'] },
    ]);
    expect(blocksOf('')).toEqual([]);
  });

  it('name a time on the wall of the agency', () => {
    const instant = instantAt('Asia/Makassar', '2026-11-24', '09:00');
    expect(instant.toISOString()).toBe('2026-11-24T01:00:00.000Z');
    expect(clockIn('Asia/Makassar', instant)).toBe('09:00');
    expect(instantAt('Asia/Jakarta', '2026-11-24', '00:30').toISOString()).toBe('2026-11-23T17:30:00.000Z');
  });
});
