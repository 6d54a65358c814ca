/** One measured figure beside what it should reach. */
export interface Measure {
  readonly name: string;
  readonly value: number;
  readonly unit: string;
  /** Reach as a comparison, such as `≤ 6`; null where the figure is only shown. */
  readonly reach: string | null;
  readonly ok: boolean;
}

export function atMost(name: string, value: number, unit: string, limit: number): Measure {
  return { name, value: rounded(value), unit, reach: `≤ ${limit}`, ok: value <= limit };
}

export function atLeast(name: string, value: number, unit: string, limit: number): Measure {
  return { name, value: rounded(value), unit, reach: `≥ ${limit}`, ok: value >= limit };
}

export function shown(name: string, value: number, unit: string): Measure {
  return { name, value: rounded(value), unit, reach: null, ok: true };
}

function rounded(value: number): number {
  return Math.abs(value) >= 100 ? Math.round(value) : Number(value.toPrecision(3));
}

/** The value below which the given share of the values lies. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(share * sorted.length) - 1)] ?? Number.NaN;
}
