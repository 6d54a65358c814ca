/**
 * The normal distribution.
 *
 * Methods: Cody 1969, "Rational Chebyshev approximations for the error function" (Math. Comp. 23:631–637) for the
 * distribution, beyond 5.6 Laplace's continued fraction; Wichura 1988, algorithm AS 241 (Appl. Statist. 37:477–484) for
 * the quantile. Both are exact to about 1e-15 relative, in the tails too.
 */

type Coefficients = readonly number[];

const CENTRE = {
  above: [0.06568233791820745, 2.2352520354606837, 161.02823106855587, 1067.6894854603709, 18154.98125334356],
  below: [1, 47.202581904688245, 976.0985517377767, 10260.932208618979, 45507.78933502673],
} as const;
const SHOULDER = {
  above: [
    1.0765576773720192e-8, 0.39894151208813466, 8.883149794388377, 93.50665613217785, 597.2702763948002,
    2494.5375852903726, 6848.190450536283, 11602.65143764735, 9842.714838383978,
  ],
  below: [
    1, 22.266688044328117, 235.387901782625, 1519.3775994075547, 6485.558298266761, 18615.571640885097,
    34900.95272114598, 38912.00328609327, 19685.429676859992,
  ],
} as const;

const INVERSE_ROOT_TWO_PI = 0.3989422804014327;

/** Highest power first. */
function polynomial(coefficients: Coefficients, x: number): number {
  let value = 0;
  for (const coefficient of coefficients) value = value * x + coefficient;
  return value;
}

/** The density of the standard normal. */
export function normalDensity(z: number): number {
  return INVERSE_ROOT_TWO_PI * Math.exp(-0.5 * z * z);
}

/** P(Z ≤ z). */
export function normalCdf(z: number): number {
  return normalUpper(-z);
}

/** P(Z ≥ z), exact for large z. */
export function normalUpper(z: number): number {
  const distance = Math.abs(z);
  if (Number.isNaN(distance)) return Number.NaN;
  if (distance > 39) return z > 0 ? 0 : 1;
  if (distance <= 0.67448975) {
    const square = z * z;
    return 0.5 - (z * polynomial(CENTRE.above, square)) / polynomial(CENTRE.below, square);
  }
  const tail = distance < Math.sqrt(32) ? shoulder(distance) : farTail(distance);
  return z > 0 ? tail : 1 - tail;
}

function shoulder(z: number): number {
  return scaled(z, polynomial(SHOULDER.above, z) / polynomial(SHOULDER.below, z));
}

/** Laplace's continued fraction of the Mills ratio, which sixty levels settle beyond z = 5. */
function farTail(z: number): number {
  let fraction = z;
  for (let level = 60; level >= 1; level -= 1) fraction = z + level / fraction;
  return scaled(z, INVERSE_ROOT_TWO_PI / fraction);
}

/** e^(−z²/2) · factor, the square split in two so that its rounding does not reach the exponent. */
function scaled(z: number, factor: number): number {
  const coarse = Math.trunc(z * 16) / 16;
  const rest = (z - coarse) * (z + coarse);
  return Math.exp(-0.5 * coarse * coarse) * Math.exp(-0.5 * rest) * factor;
}

const QUANTILE_CENTRE = {
  above: [
    2509.0809287301227, 33430.57558358813, 67265.7709270087, 45921.95393154987, 13731.69376550946,
    1971.5909503065513, 133.14166789178438, 3.3871328727963665,
  ],
  below: [
    5226.495278852854, 28729.085735721943, 39307.89580009271, 21213.794301586597, 5394.196021424751,
    687.1870074920579, 42.31333070160091, 1,
  ],
} as const;
const QUANTILE_SHOULDER = {
  above: [
    0.0007745450142783414, 0.022723844989269184, 0.2417807251774506, 1.2704582524523684, 3.6478483247632045,
    5.769497221460691, 4.630337846156546, 1.4234371107496835,
  ],
  below: [
    1.0507500716444169e-9, 0.0005475938084995345, 0.015198666563616457, 0.14810397642748008, 0.6897673349851,
    1.6763848301838038, 2.053191626637759, 1,
  ],
} as const;
const QUANTILE_TAIL = {
  above: [
    2.0103343992922881e-7, 0.000027115555687434876, 0.0012426609473880784, 0.026532189526576124,
    0.29656057182850487, 1.7848265399172913, 5.463784911164114, 6.657904643501103,
  ],
  below: [
    2.0442631033899397e-15, 1.421511758316446e-7, 0.000018463183175100548, 0.0007868691311456133,
    0.014875361290850615, 0.1369298809227358, 0.599832206555888, 1,
  ],
} as const;

/** The z below which a share of `probability` lies; ∓∞ at 0 and 1. */
export function normalQuantile(probability: number): number {
  if (!(probability >= 0 && probability <= 1)) return Number.NaN;
  const centred = probability - 0.5;
  if (Math.abs(centred) <= 0.425) {
    const r = 0.180625 - centred * centred;
    return (centred * polynomial(QUANTILE_CENTRE.above, r)) / polynomial(QUANTILE_CENTRE.below, r);
  }
  const smaller = centred < 0 ? probability : 1 - probability;
  if (smaller === 0) return centred < 0 ? Number.NEGATIVE_INFINITY : Number.POSITIVE_INFINITY;
  const root = Math.sqrt(-Math.log(smaller));
  const [part, r] = root <= 5 ? [QUANTILE_SHOULDER, root - 1.6] : [QUANTILE_TAIL, root - 5];
  const z = polynomial(part.above, r) / polynomial(part.below, r);
  return centred < 0 ? -z : z;
}
