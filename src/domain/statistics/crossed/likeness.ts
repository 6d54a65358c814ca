// Levels in a like position, and how far a noisy estimate of one of them is drawn towards the mean of its likes.
//
// Model: within a class the true ratios are spread with variance τ² around their mean, and the mean of K vectors has
// noise variance s²/K besides; the estimate keeps the share τ²/(τ² + s²/K) of its distance from the mean (empirical
// Bayes; Efron & Morris 1975). Classes with few levels lean on the figures of all classes together.

const COUPLING_CLASSES = 16;
const WEIGHT_CLASSES = 12;
export const CLASSES = COUPLING_CLASSES * WEIGHT_CLASSES;

/** Class of a level: how strongly it is tied to others (0 … 1), and the weight of its ratings on a scale of roots of 2. */
export function likenessClass(coupling: number, weight: number): number {
  const tie = Math.min(COUPLING_CLASSES - 1, Math.max(0, Math.floor(coupling * COUPLING_CLASSES)));
  const size = Math.min(WEIGHT_CLASSES - 1, Math.max(0, Math.floor(1.5 * Math.log2(Math.max(weight, 1)))));
  return tie * WEIGHT_CLASSES + size;
}

/** Per class, sums over levels (and vectors) of estimates relative to what is known of each level. */
export interface ClassSums {
  /** Over levels and vectors: squares of the estimate, of the control, and their product. */
  readonly square: Float64Array;
  readonly controlSquare: Float64Array;
  readonly product: Float64Array;
  /** Over levels: their number, the mean over vectors, and its square. */
  readonly levels: Float64Array;
  readonly mean: Float64Array;
  readonly meanSquare: Float64Array;
}

export function classSums(): ClassSums {
  const column = () => new Float64Array(CLASSES);
  return {
    square: column(),
    controlSquare: column(),
    product: column(),
    levels: column(),
    mean: column(),
    meanSquare: column(),
  };
}

export function addTo(sums: Float64Array, at: number, value: number): void {
  sums[at] = (sums[at] as number) + value;
}

const total = (sums: Float64Array) => sums.reduce((sum, value) => sum + value, 0);

/** How many observations the slope of all classes together counts for in a single class. */
const PRIOR_OBSERVATIONS = 50;

/** Per class, the factor of the control that takes most of the noise out. */
export function controlSlopes(sums: ClassSums, observations: number): Float64Array {
  const all = total(sums.controlSquare);
  const overall = all > 0 ? -total(sums.product) / all : 0;
  const prior = (PRIOR_OBSERVATIONS * all) / Math.max(1, observations);
  return Float64Array.from({ length: CLASSES }, (_, at) => {
    const own = (sums.controlSquare[at] as number) + prior;
    return own > 0 ? (overall * prior - (sums.product[at] as number)) / own : 0;
  });
}

export interface Pull {
  readonly centre: number;
  /** Share of the distance from the centre that an estimate keeps. */
  readonly kept: number;
}

const FEW = 30;

/** What each class does to its estimates; `slopes` are those of the control, 0 where there is none. */
export function pulls(sums: ClassSums, slopes: Float64Array, vectors: number): readonly Pull[] {
  const at = (index: number, slope: number): Moments =>
    moments(
      (sums.square[index] as number) +
        2 * slope * (sums.product[index] as number) +
        slope * slope * (sums.controlSquare[index] as number),
      sums.levels[index] as number,
      sums.mean[index] as number,
      sums.meanSquare[index] as number,
      vectors,
    );
  const classes = Array.from({ length: CLASSES }, (_, index) => at(index, slopes[index] as number));
  const all = pooled(classes);
  return classes.map((own) => {
    const few = own.levels < FEW;
    const centre = (own.levels * own.mean + FEW * all.mean) / (own.levels + FEW);
    const noise = few ? all.noise : own.noise;
    const spread = few ? all.spread : own.spread;
    return { centre: few ? centre : own.mean, kept: spread > 0 ? spread / (spread + noise / vectors) : 0 };
  });
}

interface Moments {
  readonly levels: number;
  readonly mean: number;
  /** Variance of one vector's estimate around the level's own. */
  readonly noise: number;
  /** Variance of the levels' own around the mean. */
  readonly spread: number;
}

function moments(
  square: number,
  levels: number,
  sum: number,
  sumOfSquares: number,
  vectors: number,
): Moments {
  if (levels === 0) return { levels, mean: 0, noise: 0, spread: 0 };
  const mean = sum / levels;
  const noise = Math.max(0, (square - vectors * sumOfSquares) / (levels * (vectors - 1)));
  const spread = Math.max(0, sumOfSquares / levels - mean * mean - noise / vectors);
  return { levels, mean, noise, spread };
}

function pooled(classes: readonly Moments[]): Moments {
  let [levels, mean, noise, spread] = [0, 0, 0, 0];
  for (const own of classes) {
    levels += own.levels;
    mean += own.levels * own.mean;
    noise += own.levels * own.noise;
    spread += own.levels * own.spread;
  }
  const over = Math.max(1, levels);
  return { levels, mean: mean / over, noise: noise / over, spread: spread / over };
}
