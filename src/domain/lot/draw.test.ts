import { createHash, createHmac } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Digests, draw, drawnOf, type Eligible, listText, readList, seedOf } from './index.ts';

const digests: Digests = {
  sha256: (text) => createHash('sha256').update(text).digest('hex'),
  hmacSha256: (key, text) => createHmac('sha256', key).update(text).digest('hex'),
};

const idOf = (at: number) => `019a0000-0000-7000-8000-${at.toString(16).padStart(12, '0')}`;

/*
 * Known values, computed by Python's hashlib and hmac and not by this program:
 *
 *   ids = [f"019a0000-0000-7000-8000-{i:012x}" for i in range(1, 13)]
 *   rows = [(i, "jambi@1", 25) for i in ids[:8]] + [(i, "permenpanrb-6-2022@1", 5) for i in ids[8:]]
 *   text = "".join(sorted(f"{a} {b} {c}\n" for a, b, c in rows))
 *   ls = hashlib.sha256(text.encode()).hexdigest()
 *   seed = hashlib.sha256(f"rahasia pengelola\nrahasia auditor\n{ls}\n".encode()).hexdigest()
 *   sorted(hmac.new(seed.encode(), i.encode(), hashlib.sha256).hexdigest() for i in ids)
 */
const KNOWN: readonly Eligible[] = Array.from({ length: 12 }, (_, at) =>
  at < 8
    ? { id: idOf(at + 1), scheme: 'jambi@1', percent: 25 }
    : { id: idOf(at + 1), scheme: 'permenpanrb-6-2022@1', percent: 5 },
);
const LIST_SHA256 = '0543c7bfaebe5b6b4a6117ed2662e0915f86600255166289be71dd8902554be1';
const SEED = 'f2d5c19159ee1505831506edfda487e5541818117b1706e1e2400c5caa7ef0af';

describe('a draw', () => {
  it('gives what another program computes', () => {
    expect(digests.sha256(listText(KNOWN))).toBe(LIST_SHA256);
    expect(
      seedOf(digests, { officer: 'rahasia pengelola', auditor: 'rahasia auditor', listSha256: LIST_SHA256 }),
    ).toBe(SEED);
    expect(draw(digests, KNOWN, SEED)).toEqual([
      { id: idOf(5), rank: 1, ticket: '12eb59add53905a6cef928d3625d1e151788f5c9674af9e6aa4839689f8ecaec' },
      { id: idOf(7), rank: 2, ticket: '1615d5b3a66a7678ce3fe97862cdf8e5e0b503f9d9db58d70980ba2deaea2942' },
      { id: idOf(11), rank: 3, ticket: '1aa08f64519adf985738b26fa58eba91e466c6ce94851d9d56b71492b69e9b6b' },
    ]);
  });

  it('draws the share of each group, rounded up, and nobody at nothing', () => {
    expect([0, 1, 20, 21, 100].map((count) => drawnOf(count, 5))).toEqual([0, 1, 1, 2, 5]);
    expect(drawnOf(100, 0)).toBe(0);
    expect(drawnOf(7, 100)).toBe(7);
  });

  const eligible = fc
    .uniqueArray(fc.nat(1_000_000), { maxLength: 60 })
    .chain((numbers) =>
      fc.tuple(
        fc.constant(numbers),
        fc.array(fc.constantFrom(['a@1', 5] as const, ['b@2', 50] as const, ['c@1', 0] as const), {
          minLength: numbers.length,
          maxLength: numbers.length,
        }),
      ),
    )
    .map(([numbers, groups]) =>
      numbers.map((number, at): Eligible => {
        const [scheme, percent] = groups[at] ?? ['a@1', 5];
        return { id: idOf(number), scheme, percent };
      }),
    );

  it('is the same in whatever order the list is given', () => {
    fc.assert(
      fc.property(eligible, fc.string(), fc.infiniteStream(fc.nat()), (list, seed, stream) => {
        const order = new Map(list.map((each) => [each.id, stream.next().value as number]));
        const shuffled = list.toSorted((a, b) => (order.get(a.id) ?? 0) - (order.get(b.id) ?? 0));
        expect(draw(digests, shuffled, seed)).toEqual(draw(digests, list, seed));
        expect(listText(shuffled)).toBe(listText(list));
      }),
      { seed: 17 },
    );
  });

  it('draws whom the list names, once each, as many of each group as its share says', () => {
    fc.assert(
      fc.property(eligible, fc.string(), (list, seed) => {
        const drawn = draw(digests, list, seed);
        expect(new Set(drawn.map(({ id }) => id)).size).toBe(drawn.length);
        for (const [scheme, group] of Map.groupBy(list, (each) => each.scheme)) {
          const own = new Set(group.map(({ id }) => id));
          expect(drawn.filter(({ id }) => own.has(id)).length, scheme).toBe(
            drawnOf(group.length, group[0]?.percent ?? 0),
          );
        }
        expect(drawn.map(({ rank }) => rank)).toEqual(drawn.map((_, at) => at + 1));
        expect(drawn.map(({ ticket }) => ticket)).toEqual(drawn.map(({ ticket }) => ticket).toSorted());
      }),
      { seed: 18 },
    );
  });

  it('leaves what does not share a group untouched when somebody joins another', () => {
    fc.assert(
      fc.property(eligible, fc.string(), (list, seed) => {
        const more = [...list, { id: idOf(2_000_000), scheme: 'd@1', percent: 100 }];
        const others = draw(digests, more, seed).filter(({ id }) => id !== idOf(2_000_000));
        expect(others.map(({ id }) => id)).toEqual(draw(digests, list, seed).map(({ id }) => id));
      }),
      { seed: 19 },
    );
  });

  /*
   * 2 of 20 over 5,000 fixed seeds: each is expected 500 times. The statistic of draws without replacement is
   * sum((n - 500)^2) / (500 * 0.9) * 19 / 20, chi-square with 19 degrees of freedom; 43.82 is its 99.9 % point
   * (NIST/SEMATECH e-Handbook of Statistical Methods, 1.3.6.7.4).
   */
  it('favours nobody', () => {
    const list = Array.from(
      { length: 20 },
      (_, at): Eligible => ({ id: idOf(at), scheme: 'a@1', percent: 10 }),
    );
    const times = new Map(list.map(({ id }) => [id, 0]));
    for (let at = 0; at < 5000; at += 1)
      for (const { id } of draw(digests, list, digests.sha256(`benih ${at}`)))
        times.set(id, (times.get(id) ?? 0) + 1);
    const sum = [...times.values()].reduce((total, count) => total + (count - 500) ** 2, 0);
    expect([...times.values()].reduce((total, count) => total + count, 0)).toBe(10_000);
    expect((sum / (500 * 0.9)) * (19 / 20)).toBeLessThan(43.82);
  });
});

describe('the list of a draw', () => {
  it('is read back as it was written, and only so', () => {
    expect(readList(listText(KNOWN))).toEqual(KNOWN.toSorted((a, b) => (a.id < b.id ? -1 : 1)));
    expect(readList('')).toEqual([]);
    const text = listText(KNOWN);
    const lines = text.split('\n');
    for (const wrong of [
      text.trimEnd(),
      ` ${text}`,
      [...lines.slice(1, -1), lines[0], ''].join('\n'),
      [lines[0], ...lines].join('\n'),
      text.replace(' 25\n', ' 025\n'),
      text.replace(' 25\n', ' 125\n'),
      text.replace(' 25\n', ' -5\n'),
    ])
      expect(readList(wrong), wrong.slice(0, 80)).toBeUndefined();
  });
});
