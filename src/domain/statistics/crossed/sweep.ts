// Inverse and determinant of a symmetric positive definite matrix, by the sweep operator (Goodnight 1979, "A tutorial
// on the SWEEP operator") in panels of 32 columns, so that most of the work is a product of small blocks.
// Half the cube of the size in multiplications, one matrix of storage, lower triangle only.

const PANEL = 32;
/** Up to this size panels cost more than they save. */
const SMALL = 128;

export interface SweepSpace {
  readonly panel: Float64Array;
  readonly scaled: Float64Array;
  readonly pivot: Float64Array;
  readonly column: Float64Array;
}

/** Room to work in for matrices up to `size`; may be used again and again. */
export function sweepSpace(size: number): SweepSpace {
  const rows = size + 4;
  return {
    panel: new Float64Array(rows * PANEL),
    scaled: new Float64Array(rows * PANEL),
    pivot: new Float64Array(PANEL * PANEL),
    column: new Float64Array(SMALL),
  };
}

/**
 * Replaces the lower triangle of `matrix` (row-major, `size` × `size`) by that of its inverse.
 * Returns the logarithm of its determinant, or undefined where the matrix is not positive definite.
 */
export function invertInPlace(matrix: Float64Array, size: number, space: SweepSpace): number | undefined {
  if (size <= SMALL) return sweepAll(matrix, size, space.column);
  let logDeterminant = 0;
  for (let from = 0; from < size; from += PANEL) {
    const width = Math.min(PANEL, size - from);
    const logPivot = invertPivot(matrix, size, from, width, space);
    if (logPivot === undefined) return undefined;
    logDeterminant += logPivot;
    copyPanel(matrix, size, from, width, space.panel);
    scalePanel(size, width, space);
    subtractProduct(matrix, size, width, space.scaled, space.panel);
    putPanel(matrix, size, from, width, space);
  }
  for (let i = 0; i < size * size; i++) matrix[i] = -(matrix[i] as number);
  return logDeterminant;
}

/** pivot = inverse of the diagonal block, full and symmetric. */
function invertPivot(
  matrix: Float64Array,
  size: number,
  from: number,
  width: number,
  { pivot, column }: SweepSpace,
): number | undefined {
  for (let i = 0; i < width; i++) {
    for (let j = 0; j <= i; j++) pivot[i * width + j] = matrix[(from + i) * size + from + j] as number;
  }
  const logDeterminant = sweepAll(pivot, width, column);
  for (let i = 0; i < width; i++) {
    for (let j = 0; j < i; j++) pivot[j * width + i] = pivot[i * width + j] as number;
  }
  return logDeterminant;
}

/** Inverts a small matrix (lower triangle) by sweeping one column after the other. */
function sweepAll(matrix: Float64Array, size: number, column: Float64Array): number | undefined {
  let logDeterminant = 0;
  for (let k = 0; k < size; k++) {
    const diagonal = matrix[k * size + k] as number;
    // Not "<= 0": what is not a number must stop here too.
    if (!(diagonal > 0)) return undefined;
    logDeterminant += Math.log(diagonal);
    for (let j = 0; j < k; j++) column[j] = matrix[k * size + j] as number;
    for (let i = k + 1; i < size; i++) column[i] = matrix[i * size + k] as number;
    column[k] = 0;
    for (let i = 0; i < size; i++) {
      const row = i * size;
      const factor = (column[i] as number) / diagonal;
      for (let j = 0; j <= i; j++)
        matrix[row + j] = (matrix[row + j] as number) - factor * (column[j] as number);
    }
    for (let j = 0; j < k; j++) matrix[k * size + j] = (column[j] as number) / diagonal;
    for (let i = k + 1; i < size; i++) matrix[i * size + k] = (column[i] as number) / diagonal;
    matrix[k * size + k] = -1 / diagonal;
  }
  for (let i = 0; i < size * size; i++) matrix[i] = -(matrix[i] as number);
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
