// Inverse and determinant of a symmetric positive definite matrix, by the sweep operator (Goodnight 1979, "A tutorial
// on the SWEEP operator") in panels of 32 columns, so that most of the work is a product of small blocks.
// Half the cube of the size in multiplications, one matrix of storage, lower triangle only.

const PANEL = 32;

export interface SweepSpace {
  readonly panel: Float64Array;
  readonly scaled: Float64Array;
  readonly pivot: Float64Array;
}

/** Room to work in for matrices up to `size`; may be used again and again. */
export function sweepSpace(size: number): SweepSpace {
  const rows = size + 4;
  return {
    panel: new Float64Array(rows * PANEL),
    scaled: new Float64Array(rows * PANEL),
    pivot: new Float64Array(PANEL * PANEL),
  };
}

/**
 * Replaces the lower triangle of `matrix` (row-major, `size` × `size`) by that of its inverse.
 * Returns the logarithm of its determinant, or undefined where the matrix is not positive definite.
 */
export function invertInPlace(matrix: Float64Array, size: number, space: SweepSpace): number | undefined {
  let logDeterminant = 0;
  for (let from = 0; from < size; from += PANEL) {
    const width = Math.min(PANEL, size - from);
    const logPivot = invertPivot(matrix, size, from, width, space.pivot);
    if (logPivot === undefined) return undefined;
    logDeterminant += logPivot;
    if (width === size) {
      matrix.set(space.pivot.subarray(0, size * size));
      return logDeterminant;
    }
    copyPanel(matrix, size, from, width, space.panel);
    scalePanel(size, width, space);
    subtractProduct(matrix, size, width, space.scaled, space.panel);
    putPanel(matrix, size, from, width, space);
  }
  for (let i = 0; i < size * size; i++) matrix[i] = -(matrix[i] as number);
  return logDeterminant;
}

/** pivot = inverse of the diagonal block, full and symmetric, by sweeping one column after the other. */
function invertPivot(
  matrix: Float64Array,
  size: number,
  from: number,
  width: number,
  pivot: Float64Array,
): number | undefined {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) {
      const value = matrix[(from + i) * size + from + j] as number;
      pivot[i * width + j] = value;
      pivot[j * width + i] = value;
    }
  }
  let logDeterminant = 0;
  for (let k = 0; k < width; k++) {
    const diagonal = pivot[k * width + k] as number;
    // Not "<= 0": what is not a number must stop here too.
    if (!(diagonal > 0)) return undefined;
    logDeterminant += Math.log(diagonal);
    for (let i = 0; i < width; i++) {
      if (i === k) continue;
      const factor = (pivot[i * width + k] as number) / diagonal;
      for (let j = 0; j < width; j++) {
        if (j !== k) {
          pivot[i * width + j] = (pivot[i * width + j] as number) - factor * (pivot[k * width + j] as number);
        }
      }
    }
    for (let i = 0; i < width; i++) {
      if (i === k) continue;
      const value = (pivot[i * width + k] as number) / diagonal;
      pivot[i * width + k] = value;
      pivot[k * width + i] = value;
    }
    pivot[k * width + k] = -1 / diagonal;
  }
  for (let i = 0; i < width * width; i++) pivot[i] = -(pivot[i] as number);
  return logDeterminant;
}

function copyPanel(
  matrix: Float64Array,
  size: number,
  from: number,
  width: number,
  panel: Float64Array,
): void {
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < width; c++) {
      const column = from + c;
      panel[i * width + c] = matrix[i >= column ? i * size + column : column * size + i] as number;
    }
  }
}

function scalePanel(size: number, width: number, { panel, scaled, pivot }: SweepSpace): void {
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < width; c++) {
      let sum = 0;
      for (let k = 0; k < width; k++) {
        sum += (panel[i * width + k] as number) * (pivot[k * width + c] as number);
      }
      scaled[i * width + c] = sum;
    }
  }
}

/** Lower triangle of matrix −= left · right', four rows and two columns at a time. */
function subtractProduct(
  matrix: Float64Array,
  size: number,
  width: number,
  left: Float64Array,
  right: Float64Array,
): void {
  for (let i = 0; i < size; i += 4) {
    // The last tiles of a row may reach past the triangle, and past the size: those sums are not stored.
    for (let j = 0; j < Math.min(size, i + 4); j += 2) {
      let [s00, s01, s10, s11, s20, s21, s30, s31] = [0, 0, 0, 0, 0, 0, 0, 0];
      let a = i * width;
      let b = j * width;
      for (let k = 0; k < width; k++, a++, b++) {
        const r0 = right[b] as number;
        const r1 = right[b + width] as number;
        const l0 = left[a] as number;
        const l1 = left[a + width] as number;
        const l2 = left[a + 2 * width] as number;
        const l3 = left[a + 3 * width] as number;
        s00 += l0 * r0;
        s01 += l0 * r1;
        s10 += l1 * r0;
        s11 += l1 * r1;
        s20 += l2 * r0;
        s21 += l2 * r1;
        s30 += l3 * r0;
        s31 += l3 * r1;
      }
      takeOff(matrix, size, i, j, s00, s01);
      takeOff(matrix, size, i + 1, j, s10, s11);
      takeOff(matrix, size, i + 2, j, s20, s21);
      takeOff(matrix, size, i + 3, j, s30, s31);
    }
  }
}

function takeOff(matrix: Float64Array, size: number, i: number, j: number, one: number, two: number): void {
  if (i >= size || j > i) return;
  const at = i * size + j;
  matrix[at] = (matrix[at] as number) - one;
  if (j < i) matrix[at + 1] = (matrix[at + 1] as number) - two;
}

function putPanel(
  matrix: Float64Array,
  size: number,
  from: number,
  width: number,
  { scaled, pivot }: SweepSpace,
): void {
  for (let i = 0; i < size; i++) {
    for (let c = 0; c < width; c++) {
      const column = from + c;
      const inside = i >= from && i < from + width;
      const value = inside ? -(pivot[(i - from) * width + c] as number) : (scaled[i * width + c] as number);
      matrix[i >= column ? i * size + column : column * size + i] = value;
    }
  }
}
