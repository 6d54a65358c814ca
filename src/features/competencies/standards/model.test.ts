/** Which standard holds for which post on which day. */
import { describe, expect, it } from 'vitest';
import { POST_LEVELS } from '#domain/schemes/index.ts';
import {
  ancestorsIn,
  holdingOn,
  PROPOSED_LEVEL,
  requiredOf,
  type Standard,
  standardsFor,
  targetKey,
} from './model.ts';

const ancestors = ancestorsIn(
  new Map([
    ['city', null],
    ['district', 'city'],
    ['village', 'district'],
    ['clinic', 'city'],
  ]),
);

let serial = 0;
function standard(given: Partial<Standard>): Standard {
  serial += 1;
  const target = { postLevel: null, positionName: null, unitId: null, ...given };
  return {
    id: `s${serial}`,
    revision: 1,
    levels: { a: 1 },
    validFrom: '2026-01-01',
    basis: 'SK',
    unitName: null,
    recordedBy: '',
    recordedAt: new Date(0),
    ...target,
    target: targetKey(target),
  };
}

const post = {
  positionName: 'Pengelola Layanan',
  positionKind: 'pelaksana',
  positionLevel: null,
  unitId: 'village',
};

describe('a standard', () => {
  it('is proposed at the usual level of each level of post (PermenPANRB 38/2017, recollected)', () => {
    expect(PROPOSED_LEVEL).toMatchObject({
      pelaksana: 1,
      pengawas: 2,
      administrator: 3,
      'jpt-pratama': 4,
      'ahli-pertama': 2,
      'ahli-muda': 3,
      'ahli-madya': 4,
      'ahli-utama': 5,
    });
    expect(Object.keys(PROPOSED_LEVEL).sort()).toEqual([...POST_LEVELS].sort());
  });

  it('gives way to one that is said more closely, competency by competency', () => {
    const all = [
      standard({ positionName: 'PENGELOLA  layanan', unitId: 'district', levels: { b: 4 } }),
      standard({ postLevel: 'pelaksana', levels: { a: 1, b: 1, c: 1, d: 1 } }),
      standard({ positionName: 'Pengelola Layanan', levels: { b: 3, c: 3 } }),
      standard({ postLevel: 'pelaksana', unitId: 'district', levels: { b: 2, c: 2, d: 2 } }),
      standard({ postLevel: 'pelaksana', unitId: 'clinic', levels: { a: 5 } }),
      standard({ postLevel: 'pengawas', levels: { a: 5 } }),
    ];
    const found = standardsFor(post, all, ancestors);
    const levels = [...requiredOf(found)].map(([code, { level }]) => [code, level]);
    expect(Object.fromEntries(levels)).toEqual({ a: 1, b: 4, c: 3, d: 2 });
    expect(found).toHaveLength(4);
  });

  it('holds from its day on, and a later revision corrects from its own day on', () => {
    const revisions = [
      standard({ postLevel: 'pelaksana', revision: 1, validFrom: '2026-01-01' }),
      standard({ postLevel: 'pelaksana', revision: 2, validFrom: '2026-07-01' }),
      standard({ postLevel: 'pelaksana', revision: 3, validFrom: '2026-03-01' }),
    ];
    const on = (day: string) => holdingOn(revisions, day)[0]?.revision;
    expect(['2025-12-31', '2026-01-01', '2026-02-28', '2026-03-01', '2026-07-01'].map(on)).toEqual([
      undefined,
      1,
      1,
      3,
      3,
    ]);
  });

  it('that was taken back leaves the more general one in force', () => {
    const all = [
      standard({ postLevel: 'pelaksana', levels: { a: 1 } }),
      standard({ positionName: 'Pengelola Layanan', levels: {} }),
    ];
    expect(
      [...requiredOf(standardsFor(post, all, ancestors))].map(([code, { level }]) => [code, level]),
    ).toEqual([['a', 1]]);
  });
});
