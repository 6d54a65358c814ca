import { describe, expect, it } from 'vitest';
import { alikeForms, isAtEnd, lackOf, lacksOf, type RatedItem } from './reasons.ts';

const DAYS = { from: '2026-01-01', until: '2026-12-31' };
const LEVELS = ['teladan', 'baik', 'cukup', 'kurang'];
const NOTHING = { reason: '', on: null, cited: 0 };
const EXAMPLE = { reason: 'Menggantikan rekan di loket seharian.', on: '2026-03-12', cited: 0 };

function item(key: string, level: string | null, more: Partial<RatedItem> = {}): RatedItem {
  return { key, form: 'perilaku', level, levels: LEVELS, grounds: NOTHING, ...more };
}

describe('a reason that rests on evidence', () => {
  it.each([
    ['nothing was written', NOTHING, 'reason'],
    ['only blanks were written', { ...EXAMPLE, reason: '   ' }, 'reason'],
    ['a citation without words', { ...NOTHING, cited: 2 }, 'reason'],
    ['words without date or citation', { ...EXAMPLE, on: null }, 'ground'],
    ['an example before the period', { ...EXAMPLE, on: '2025-12-31' }, 'outside'],
    ['an example after it', { ...EXAMPLE, on: '2027-01-01' }, 'outside'],
    ['an example of 29 characters', { ...EXAMPLE, reason: 'x'.repeat(29) }, 'short'],
    ['an example of 30 characters', { ...EXAMPLE, reason: 'x'.repeat(30) }, undefined],
    ['an example on the first day', { ...EXAMPLE, on: '2026-01-01' }, undefined],
    ['an example on the last day', { ...EXAMPLE, on: '2026-12-31' }, undefined],
    ['a short reason that cites', { reason: 'Lihat catatan.', on: null, cited: 1 }, undefined],
    ['a citation beside a date outside', { ...EXAMPLE, on: '2020-01-01', cited: 1 }, undefined],
  ] as const)('%s', (_, grounds, lack) => {
    expect(lackOf(grounds, DAYS)).toBe(lack);
  });
});

describe('the ends of a scale', () => {
  it('are its first and its last level', () => {
    expect(LEVELS.map((level) => isAtEnd(item('a', level)))).toEqual([true, false, false, true]);
  });
  it('are both levels of a scale of two, and none of a scale of one', () => {
    expect(['ya', 'tidak'].map((level) => isAtEnd(item('a', level, { levels: ['ya', 'tidak'] })))).toEqual([
      true,
      true,
    ]);
    expect(isAtEnd(item('a', 'ada', { levels: ['ada'] }))).toBe(false);
  });
  it('are not reached where nothing was chosen', () => {
    expect(isAtEnd(item('a', null))).toBe(false);
  });
  it('ask for grounds on either side, and only there', () => {
    const { items, alike } = lacksOf(
      [item('best', 'teladan'), item('middle', 'baik'), item('worst', 'kurang', { grounds: EXAMPLE })],
      DAYS,
    );
    expect([...items]).toEqual([['best', 'reason']]);
    expect(alike).toEqual([]);
  });
});

describe('a form filled with one value', () => {
  const same = (count: number, level = 'baik') =>
    Array.from({ length: count }, (_, index) => item(`item-${index}`, level));

  it('is asked about from four rated items up', () => {
    expect(alikeForms(same(3))).toEqual([]);
    expect(alikeForms(same(4))).toEqual([{ form: 'perilaku', firstKey: 'item-0', level: 'baik' }]);
  });
  it('does not count what was left out, and is not alike when one differs', () => {
    expect(alikeForms([...same(3), item('left-out', null)])).toEqual([]);
    expect(alikeForms([...same(4), item('left-out', null)])).toHaveLength(1);
    expect(alikeForms([...same(4), item('other', 'cukup')])).toEqual([]);
  });
  it('is looked at form by form', () => {
    const other = same(4).map((each) => ({ ...each, form: 'sikap', key: `sikap-${each.key}` }));
    const found = lacksOf([...same(4), ...other], DAYS).alike;
    expect(found.map((each) => each.form)).toEqual(['perilaku', 'sikap']);
  });
  it('is explained by a single reason that rests on evidence', () => {
    const [first, ...rest] = same(5);
    if (!first) throw new Error('made above');
    expect(lacksOf([first, ...rest], DAYS).alike).toHaveLength(1);
    expect(lacksOf([{ ...first, grounds: EXAMPLE }, ...rest], DAYS).alike).toEqual([]);
  });
  it('at an end asks each item, and is then explained', () => {
    const grounded = same(4, 'teladan').map((each) => ({ ...each, grounds: EXAMPLE }));
    const { items, alike } = lacksOf(grounded, DAYS);
    expect([items.size, alike.length]).toEqual([0, 0]);
  });
});
