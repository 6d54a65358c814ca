import { expect, test } from 'vitest';
import { randomSource } from './random.ts';

test('the same seed gives the same numbers, another seed others', () => {
  const draw = (seed: number) => {
    const random = randomSource(seed);
    return Array.from({ length: 50 }, () => [
      random.uniform(),
      random.normal(),
      random.integer(7),
      random.sign(),
    ]);
  };
  expect(draw(11)).toEqual(draw(11));
  expect(draw(11)).not.toEqual(draw(12));
});

test('uniforms, normals and signs have the moments they promise', () => {
  const random = randomSource(3);
  const count = 200_000;
  let [uniform, normal, square, sign] = [0, 0, 0, 0];
  for (let i = 0; i < count; i++) {
    uniform += random.uniform();
    const z = random.normal();
    normal += z;
    square += z * z;
    sign += random.sign();
  }
  // Five standard errors each: a right generator fails once in about a million seeds, and the seed is fixed.
  const root = Math.sqrt(count);
  expect(Math.abs(uniform / count - 0.5)).toBeLessThan((5 * Math.sqrt(1 / 12)) / root);
  expect(Math.abs(normal / count)).toBeLessThan(5 / root);
  expect(Math.abs(square / count - 1)).toBeLessThan((5 * Math.SQRT2) / root);
  expect(Math.abs(sign / count)).toBeLessThan(5 / root);
});
