// Symmetric positive definite matrices of a few rows: of the fixed part, of the average information.

export type Matrix = readonly (readonly number[])[];

/** Inverse and log determinant; undefined where the matrix is not positive definite to working precision. */
export function invertSmall(matrix: Matrix): { inverse: Matrix; logDeterminant: number } | undefined {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => (i === j ? 1 : 0))]);
  let logDeterminant = 0;
  for (let k = 0; k < size; k++) {
    const pivotRow = rows[k] as number[];
    const pivot = pivotRow[k] as number;
    if (!(pivot > 1e-13 * Math.abs(matrix[k]?.[k] as number))) return undefined;
    logDeterminant += Math.log(pivot);
    for (let j = 0; j < 2 * size; j++) pivotRow[j] = (pivotRow[j] as number) / pivot;
    for (let i = 0; i < size; i++) {
      const row = rows[i] as number[];
      const factor = row[k] as number;
      if (i === k || factor === 0) continue;
      for (let j = 0; j < 2 * size; j++) row[j] = (row[j] as number) - factor * (pivotRow[j] as number);
    }
  }
  return { inverse: rows.map((row) => row.slice(size)), logDeterminant };
}

export function timesVector(matrix: Matrix, vector: readonly number[]): number[] {
  return matrix.map((row) => dot(row, vector));
}

export function dot(one: readonly number[], other: readonly number[]): number {
  return one.reduce((sum, value, i) => sum + value * (other[i] as number), 0);
}

/** x' M y. */
export function form(x: readonly number[], matrix: Matrix, y: readonly number[]): number {
  return dot(x, timesVector(matrix, y));
}

/** Solves a square system by elimination with row exchange; undefined where it has no single solution. */
export function solveSmall(matrix: Matrix, right: readonly number[]): number[] | undefined {
  const size = right.length;
  const rows = matrix.map((row, i) => [...row, right[i] as number]);
  for (let k = 0; k < size; k++) {
    const best = rows
      .slice(k)
      .reduce((one, other) => (Math.abs(other[k] as number) > Math.abs(one[k] as number) ? other : one));
    if (!(Math.abs(best[k] as number) > 1e-300)) return undefined;
    const at = rows.indexOf(best);
    [rows[k], rows[at]] = [best, rows[k] as number[]];
    for (let i = k + 1; i < size; i++) {
      const row = rows[i] as number[];
      const factor = (row[k] as number) / (best[k] as number);
      for (let j = k; j <= size; j++) row[j] = (row[j] as number) - factor * (best[j] as number);
    }
  }
  const solution = new Array<number>(size).fill(0);
  for (let k = size - 1; k >= 0; k--) {
    const row = rows[k] as number[];
    let rest = row[size] as number;
    for (let j = k + 1; j < size; j++) rest -= (row[j] as number) * (solution[j] as number);
    solution[k] = rest / (row[k] as number);
  }
  return solution;
}
