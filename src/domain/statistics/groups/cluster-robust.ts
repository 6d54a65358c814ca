// One coefficient of a linear model with a standard error that holds although ratings of one appraiser resemble each
// other.
//
// Model: y = Xβ + error, errors dependent within a cluster in any way and independent between clusters. β by least
// squares; variance by the bias-reduced sandwich CR2; degrees of freedom by Satterthwaite under a working model of
// independent errors.
// Assumptions: many or few clusters, but more than the coefficient alone rests on; columns are not random.
// Minimum sample: the degrees of freedom say it; below MINIMUM_DEGREES nothing is estimated.
// References: Bell & McCaffrey, Survey Methodology 28 (2002) 169-181; Pustejovsky & Tipton, J. Business & Economic
// Statistics 36 (2018) 672-683; Imbens & Kolesár, Review of Economics and Statistics 98 (2016) 701-712.
// Not to be used to say why a coefficient is what it is: what was not put into the columns is not allowed for.
import { symmetricEigen } from './symmetric-eigen.ts';

export interface Coefficient {
  readonly estimate: number;
  readonly se: number;
  readonly degrees: number;
}

export interface LinearProblem {
  /** Length N. */
  readonly y: Float64Array;
  /** Columns of X without the intercept, each of length N; those that follow from columns before them are left out. */
  readonly controls: readonly Float64Array[];
  /** The column whose coefficient is wanted. */
  readonly column: Float64Array;
  /** Cluster of each row, 0 … clusters − 1. */
  readonly cluster: Int32Array;
  readonly clusters: number;
}

/** Satterthwaite's approximation says little below (Pustejovsky & Tipton 2018). */
export const MINIMUM_DEGREES = 4;

/** What is left of a column, relative to its size, below which it follows from those before it. */
const ALIASED = 1e-8;

/** A standard error this small beside the scores is nothing but rounding: all scores fit exactly. */
const ROUNDING = 1e-12;

function largest(y: Float64Array): number {
  let most = 0;
  for (const value of y) most = Math.max(most, Math.abs(value));
  return most;
}

/** Null where the column follows from the controls, or too few clusters tell of it. */
export function clusterRobust(problem: LinearProblem): Coefficient | null {
  const design = designOf(problem);
  if (!design) return null;
  const { x, k, root } = design;
  const { y, cluster, clusters } = problem;
  const rows = rowsByCluster(cluster, clusters);
  // z = x · root, so that z z' is the hat matrix; the wanted coefficient is the last.
  const z = transformed(x, root, k);
  const beta = fitted(z, y, k);
  const contrast = Float64Array.from({ length: k }, (_, j) => root[(k - 1) * k + j]!);
  const estimate = dot(contrast, beta, k);
  let variance = 0;
  let trace = 0;
  let squares = 0;
  const cross = new Float64Array(k * k);
  for (const own of rows) {
    const adjusted = adjustedRows(z, k, own, contrast);
    let score = 0;
    let d = 0;
    const b = new Float64Array(k);
    for (const [index, row] of own.entries()) {
      const weight = adjusted[index]!;
      let residual = y[row]!;
      for (let j = 0; j < k; j += 1) residual -= z[row * k + j]! * beta[j]!;
      score += weight * residual;
      d += weight * weight;
      for (let j = 0; j < k; j += 1) b[j] = b[j]! + weight * z[row * k + j]!;
    }
    variance += score * score;
    const bb = dot(b, b, k);
    trace += d - bb;
    squares += d * d - 2 * d * bb;
    for (let i = 0; i < k; i += 1)
      for (let j = 0; j < k; j += 1) cross[i * k + j] = cross[i * k + j]! + b[i]! * b[j]!;
  }
  for (const value of cross) squares += value * value;
  const degrees = squares > 0 ? (trace * trace) / squares : 0;
  if (!(degrees >= MINIMUM_DEGREES) || !(Math.sqrt(variance) > ROUNDING * largest(y))) return null;
  return { estimate, se: Math.sqrt(variance), degrees };
}

function dot(a: Float64Array, b: Float64Array, k: number): number {
  let sum = 0;
  for (let j = 0; j < k; j += 1) sum += a[j]! * b[j]!;
  return sum;
}

interface Design {
  /** N × k, row-major; the wanted column last. */
  readonly x: Float64Array;
  readonly k: number;
  /** k × k with root · root' = (x'x)⁻¹, row-major. */
  readonly root: Float64Array;
}

/** Keeps the columns that say something new (Gram-Schmidt), the wanted one last. */
function designOf({ y, controls, column }: LinearProblem): Design | null {
  const n = y.length;
  const kept: Float64Array[] = [];
  const bases: Float64Array[] = [];
  const take = (values: Float64Array): boolean => {
    const rest = Float64Array.from(values);
    for (let pass = 0; pass < 2; pass += 1)
      for (const base of bases) {
        const along = dot(base, rest, n);
        for (let row = 0; row < n; row += 1) rest[row] = rest[row]! - along * base[row]!;
      }
    const size = Math.sqrt(dot(rest, rest, n));
    if (!(size > ALIASED * Math.sqrt(dot(values, values, n)))) return false;
    bases.push(rest.map((value) => value / size));
    kept.push(values);
    return true;
  };
  take(new Float64Array(n).fill(1));
  for (const control of controls) take(control);
  if (!take(column) || kept.length >= n) return null;
  const k = kept.length;
  const x = new Float64Array(n * k);
  for (const [j, values] of kept.entries())
    for (let row = 0; row < n; row += 1) x[row * k + j] = values[row]!;
  return { x, k, root: inverseRoot(kept, bases) };
}

/** With X = QR, (x'x)⁻¹ = R⁻¹ R⁻ᵀ: the upper triangular R⁻¹. */
function inverseRoot(columns: readonly Float64Array[], bases: readonly Float64Array[]): Float64Array {
  const k = columns.length;
  const r = new Float64Array(k * k);
  for (let i = 0; i < k; i += 1)
    for (let j = i; j < k; j += 1) r[i * k + j] = dot(bases[i]!, columns[j]!, columns[j]!.length);
  const inverse = new Float64Array(k * k);
  for (let j = 0; j < k; j += 1) {
    inverse[j * k + j] = 1 / r[j * k + j]!;
    for (let i = j - 1; i >= 0; i -= 1) {
      let sum = 0;
      for (let m = i + 1; m <= j; m += 1) sum += r[i * k + m]! * inverse[m * k + j]!;
      inverse[i * k + j] = -sum / r[i * k + i]!;
    }
  }
  return inverse;
}

function transformed(x: Float64Array, root: Float64Array, k: number): Float64Array {
  const z = new Float64Array(x.length);
  for (let row = 0; row < x.length / k; row += 1)
    for (let j = 0; j < k; j += 1) {
      let sum = 0;
      for (let i = 0; i <= j; i += 1) sum += x[row * k + i]! * root[i * k + j]!;
      z[row * k + j] = sum;
    }
  return z;
}

/** Coefficients on the orthonormal columns z. */
function fitted(z: Float64Array, y: Float64Array, k: number): Float64Array {
  const beta = new Float64Array(k);
  for (let row = 0; row < y.length; row += 1)
    for (let j = 0; j < k; j += 1) beta[j] = beta[j]! + z[row * k + j]! * y[row]!;
  return beta;
}

function rowsByCluster(cluster: Int32Array, clusters: number): readonly (readonly number[])[] {
  const rows: number[][] = Array.from({ length: clusters }, () => []);
  for (const [row, own] of cluster.entries()) rows[own]?.push(row);
  return rows.filter((own) => own.length > 0);
}

/** (I − Z Z')^(−1/2) u for the rows of one cluster, u = Z · contrast; by the smaller of the two Gram matrices. */
function adjustedRows(
  z: Float64Array,
  k: number,
  rows: readonly number[],
  contrast: Float64Array,
): Float64Array {
  const m = rows.length;
  const own = new Float64Array(m * k);
  for (const [index, row] of rows.entries())
    for (let j = 0; j < k; j += 1) own[index * k + j] = z[row * k + j]!;
  const u = Float64Array.from({ length: m }, (_, index) => {
    let sum = 0;
    for (let j = 0; j < k; j += 1) sum += own[index * k + j]! * contrast[j]!;
    return sum;
  });
  const isWide = m <= k;
  const size = isWide ? m : k;
  const gram = new Float64Array(size * size);
  for (let i = 0; i < size; i += 1)
    for (let j = 0; j < size; j += 1) {
      let sum = 0;
      if (isWide) for (let c = 0; c < k; c += 1) sum += own[i * k + c]! * own[j * k + c]!;
      else for (let r = 0; r < m; r += 1) sum += own[r * k + i]! * own[r * k + j]!;
      gram[i * size + j] = sum;
    }
  const { values, vectors } = symmetricEigen(gram, size);
  for (let e = 0; e < size; e += 1) {
    const value = Math.min(Math.max(values[e]!, 0), 1);
    if (value < 1e-14) continue;
    // A direction that the cluster alone decides has no residual: its inverse is taken as nought.
    const factor = (1 - value < 1e-10 ? 0 : 1 / Math.sqrt(1 - value)) - 1;
    const direction = isWide ? column(vectors, size, e) : through(own, m, k, column(vectors, size, e), value);
    let along = 0;
    for (let index = 0; index < m; index += 1) along += direction[index]! * u[index]!;
    for (let index = 0; index < m; index += 1) u[index] = u[index]! + factor * along * direction[index]!;
  }
  return u;
}

function column(vectors: Float64Array, size: number, e: number): Float64Array {
  return Float64Array.from({ length: size }, (_, i) => vectors[i * size + e]!);
}

/** The unit vector among the rows that belongs to an eigenvector among the columns. */
function through(own: Float64Array, m: number, k: number, vector: Float64Array, value: number): Float64Array {
  const scale = 1 / Math.sqrt(value);
  return Float64Array.from({ length: m }, (_, index) => {
    let sum = 0;
    for (let j = 0; j < k; j += 1) sum += own[index * k + j]! * vector[j]!;
    return sum * scale;
  });
}
