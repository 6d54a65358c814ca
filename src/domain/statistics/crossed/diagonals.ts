// From a few random vectors to the traces and to the single diagonal elements of the inverse Schur complement.
//
// For signs z and x = S⁻¹z, E[z_j x_j] = (S⁻¹)_jj and E[(w'z)(w'x)] = w'S⁻¹w. Three things make 4 to 16 vectors enough:
//  1. what the diagonal D of S explains is known and taken out; only the rest is estimated;
//  2. the rest of an inner level is regressed on z_j (D⁻¹(S − D)D⁻¹z)_j, whose expectation is exactly 0;
//  3. levels in a like position have nearly the same ratio to the known part: ./likeness.ts.
// S has no positive element off the diagonal, so its inverse is nowhere below D⁻¹; nor above the prior variance.
import { type Blocks, type Curvature, type CurvatureParts, levelsOf } from './blocks.ts';
import type { System } from './conjugate.ts';
import { addTo, type ClassSums, classSums, controlSlopes, likenessClass, pulls } from './likeness.ts';
import { type Likeness, type Probes, signOf, solveGroup } from './probes.ts';

/** Residual variance over that of the factor; infinite where the factor has none. */
export interface Ratios {
  readonly outer: number;
  readonly inner: number;
}

/** The levels that no block holds, and what is known of them before any vector is drawn. */
interface Side {
  readonly levels: Int32Array;
  /** Known part of the share; by level. */
  readonly known: Float64Array;
  readonly likeness: Uint8Array;
  readonly sums: ClassSums;
  /** Sums over vectors, by level: of the rest, and of the control. */
  readonly rest: Float64Array;
  readonly control: Float32Array | undefined;
}

/** Traces of the levels that no block holds; their single shares are written into `parts`. */
export function probeCurvature(
  system: System,
  blocks: Blocks,
  probes: Probes,
  tolerance: number,
  ratios: Ratios,
  parts: CurvatureParts,
  scratch: Float64Array,
): Curvature {
  probes.likeness ??= likenessOf(system, scratch.subarray(0, system.layout.inner));
  const inner = innerSide(system, levelsOf(blocks.inner, blocks.count), probes.likeness.inner, parts.inner);
  const outer = outerSide(
    system,
    levelsOf(blocks.outer, blocks.count),
    probes.likeness.outer,
    parts.outer,
    scratch,
  );
  for (let group = 0; group < probes.groups; group++) {
    solveGroup(system, probes, group, blocks.place, tolerance);
    addInner(inner, probes, group);
    spreadEight(probes, group, system.schurInverse);
    addOuter(outer, system, probes);
  }
  const vectors = 4 * probes.groups;
  return {
    innerTrace: finish(inner, vectors, () => 1 / ratios.inner),
    outerTrace: finish(outer, vectors, (p) => 1 / ratios.outer - (system.outerInverse[p] as number)),
    logDeterminant: undefined,
  };
}

/**
 * Classes of the levels, by how strongly they are tied to others: for an inner level the sum of its row of S off the
 * diagonal, over the diagonal; for an outer one the mean of the inner levels it meets. Set once: later iterations move
 * the variances too little to matter.
 */
function likenessOf(system: System, rowSum: Float64Array): Likeness {
  const { layout, outerInverse, diagonal, schurInverse } = system;
  const { offsets, member, weight, outerWeight, innerWeight } = layout;
  rowSum.set(diagonal);
  for (let p = 0; p < layout.outer; p++) {
    const share = (outerWeight[p] as number) * (outerInverse[p] as number);
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      addTo(rowSum, member[k] as number, -share * (weight ? (weight[k] as number) : 1));
    }
  }
  const inner = new Uint8Array(layout.inner);
  const outer = new Uint8Array(layout.outer);
  for (let j = 0; j < layout.inner; j++) {
    const coupling = 1 - (rowSum[j] as number) * (schurInverse[j] as number);
    rowSum[j] = coupling;
    inner[j] = likenessClass(coupling, innerWeight[j] as number);
  }
  for (let p = 0; p < layout.outer; p++) {
    let tied = 0;
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      tied += (weight ? (weight[k] as number) : 1) * (rowSum[member[k] as number] as number);
    }
    const all = outerWeight[p] as number;
    outer[p] = likenessClass(all > 0 ? tied / all : 0, all);
  }
  return { inner, outer };
}

function innerSide(system: System, levels: Int32Array, likeness: Uint8Array, rest: Float64Array): Side {
  for (const j of levels) rest[j] = 0;
  const control = new Float32Array(system.layout.inner);
  return { levels, known: system.schurInverse, likeness, sums: classSums(), rest, control };
}

function outerSide(
  system: System,
  levels: Int32Array,
  likeness: Uint8Array,
  rest: Float64Array,
  known: Float64Array,
): Side {
  const { layout, outerInverse, schurInverse } = system;
  const { offsets, member, weight } = layout;
  for (let i = 0; i < levels.length; i++) {
    const p = levels[i] as number;
    let sum = 0;
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      const own = weight ? (weight[k] as number) : 1;
      sum += own * own * (schurInverse[member[k] as number] as number);
    }
    known[p] = sum * (outerInverse[p] as number) ** 2;
    rest[p] = 0;
  }
  return { levels, known, likeness, sums: classSums(), rest, control: undefined };
}

function addInner(side: Side, probes: Probes, group: number): void {
  const { x, firstOrder } = probes;
  const signs = probes.signs[group] as Uint8Array;
  const { known, likeness, sums, rest } = side;
  const controls = side.control as Float32Array;
  for (const j of side.levels) {
    const own = known[j] as number;
    let [sum, controlSum, square, product, controlSquare] = [0, 0, 0, 0, 0];
    for (let lane = 0; lane < 4; lane++) {
      const sign = signOf(signs[j] as number, lane);
      // Relative to the known part 1/D_j.
      const estimate = (sign * (x[4 * j + lane] as number)) / own - 1;
      const control = sign * (firstOrder[4 * j + lane] as number) - 1;
      sum += estimate;
      controlSum += control;
      square += estimate * estimate;
      product += estimate * control;
      controlSquare += control * control;
    }
    addTo(rest, j, sum);
    controls[j] = (controls[j] as number) + controlSum;
    const at = likeness[j] as number;
    addTo(sums.square, at, square);
    addTo(sums.product, at, product);
    addTo(sums.controlSquare, at, controlSquare);
  }
}

/** z and x − D⁻¹z of the four vectors beside each other, so that the next loop finds all it needs in one place. */
function spreadEight({ signs, eight, x }: Probes, group: number, schurInverse: Float64Array): void {
  const bits = signs[group] as Uint8Array;
  for (let j = 0; j < schurInverse.length; j++) {
    const own = schurInverse[j] as number;
    for (let lane = 0; lane < 4; lane++) {
      const sign = signOf(bits[j] as number, lane);
      eight[8 * j + lane] = sign;
      eight[8 * j + 4 + lane] = (x[4 * j + lane] as number) - own * sign;
    }
  }
}

function addOuter(side: Side, { layout, outerInverse }: System, { eight }: Probes): void {
  const { offsets, member, weight } = layout;
  const { levels, known, likeness, sums, rest } = side;
  for (let i = 0; i < levels.length; i++) {
    const p = levels[i] as number;
    const own = known[p] as number;
    if (own === 0) continue;
    let [z1, z2, z3, z4, y1, y2, y3, y4] = [0, 0, 0, 0, 0, 0, 0, 0];
    for (let k = offsets[p] as number; k < (offsets[p + 1] as number); k++) {
      const at = 8 * (member[k] as number);
      const scale = weight ? (weight[k] as number) : 1;
      z1 += scale * (eight[at] as number);
      z2 += scale * (eight[at + 1] as number);
      z3 += scale * (eight[at + 2] as number);
      z4 += scale * (eight[at + 3] as number);
      y1 += scale * (eight[at + 4] as number);
      y2 += scale * (eight[at + 5] as number);
      y3 += scale * (eight[at + 6] as number);
      y4 += scale * (eight[at + 7] as number);
    }
    const unit = (outerInverse[p] as number) ** 2 / own;
    const e1 = unit * z1 * y1;
    const e2 = unit * z2 * y2;
    const e3 = unit * z3 * y3;
    const e4 = unit * z4 * y4;
    rest[p] = (rest[p] as number) + e1 + e2 + e3 + e4;
    addTo(sums.square, likeness[p] as number, e1 * e1 + e2 * e2 + e3 * e3 + e4 * e4);
  }
}

/** Turns the sums into shares; returns the trace, which is not drawn towards anything. */
function finish(side: Side, vectors: number, most: (level: number) => number): number {
  const { levels, known, likeness, sums, rest, control } = side;
  const slopes = controlSlopes(sums, levels.length * vectors);
  let trace = 0;
  for (const level of levels) {
    const at = likeness[level] as number;
    const correction = control ? (slopes[at] as number) * (control[level] as number) : 0;
    const mean = ((rest[level] as number) + correction) / vectors;
    rest[level] = mean;
    trace += (known[level] as number) * (1 + mean);
    addTo(sums.levels, at, 1);
    addTo(sums.mean, at, mean);
    addTo(sums.meanSquare, at, mean * mean);
  }
  const pull = pulls(sums, slopes, vectors);
  for (const level of levels) {
    const { centre, kept } = pull[likeness[level] as number] as { centre: number; kept: number };
    const own = known[level] as number;
    const share = own * (1 + Math.max(0, centre + kept * ((rest[level] as number) - centre)));
    rest[level] = Math.min(share, Math.max(own, most(level)));
  }
  return trace;
}
