// Eigenvalues and eigenvectors of a small symmetric matrix.
//
// Method: cyclic Jacobi rotations (Golub & Van Loan 2013, Matrix Computations, 4th ed., section 8.5); accurate to the
// last digits and short, for sizes up to about a hundred.

export interface Eigen {
  readonly values: Float64Array;
  /** Column j of the n × n matrix (row-major) belongs to value j. */
  readonly vectors: Float64Array;
}

const MOST_SWEEPS = 60;

/** `matrix` is n × n, row-major, symmetric; it is not changed. */
export function symmetricEigen(matrix: Float64Array, n: number): Eigen {
  const a = Float64Array.from(matrix);
  const vectors = new Float64Array(n * n);
  for (let i = 0; i < n; i += 1) vectors[i * n + i] = 1;
  const scale = Math.max(Number.MIN_VALUE, ...a.map(Math.abs));
  for (let sweep = 0; sweep < MOST_SWEEPS; sweep += 1) {
    let largest = 0;
    for (let p = 0; p < n; p += 1)
      for (let q = p + 1; q < n; q += 1) {
        largest = Math.max(largest, Math.abs(a[p * n + q]!));
        rotate(a, vectors, n, p, q);
      }
    if (largest <= 1e-15 * scale) break;
  }
  return { values: Float64Array.from({ length: n }, (_, i) => a[i * n + i]!), vectors };
}

/** Makes the element at (p, q) nought. */
function rotate(a: Float64Array, vectors: Float64Array, n: number, p: number, q: number): void {
  const off = a[p * n + q]!;
  if (off === 0) return;
  const theta = (a[q * n + q]! - a[p * n + p]!) / (2 * off);
  const t = Math.sign(theta || 1) / (Math.abs(theta) + Math.hypot(theta, 1));
  const c = 1 / Math.hypot(t, 1);
  const s = t * c;
  for (let k = 0; k < n; k += 1) {
    const [kp, kq] = [a[k * n + p]!, a[k * n + q]!];
    a[k * n + p] = c * kp - s * kq;
    a[k * n + q] = s * kp + c * kq;
  }
  for (let k = 0; k < n; k += 1) {
    const [pk, qk] = [a[p * n + k]!, a[q * n + k]!];
    a[p * n + k] = c * pk - s * qk;
    a[q * n + k] = s * pk + c * qk;
    const [vp, vq] = [vectors[k * n + p]!, vectors[k * n + q]!];
    vectors[k * n + p] = c * vp - s * vq;
    vectors[k * n + q] = s * vp + c * vq;
  }
}
