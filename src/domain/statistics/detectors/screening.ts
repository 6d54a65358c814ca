// Who can be tested by a detector, and why the others cannot: "no flag" must never be read as "fair".
import type { Candidate } from './calibration.ts';

export interface Screened {
  readonly candidates: readonly Candidate[];
  readonly notTested: { 'few-forms': number; unlinked: number; 'no-contrast': number };
}

/** Raters without usable forms are unlinked, with too few are few, without a candidate lack the contrast. */
export function screened(
  raters: number,
  minimumForms: number,
  usable: Int32Array,
  candidateOf: (rater: number) => Candidate | undefined,
): Screened {
  const candidates: Candidate[] = [];
  const notTested = { 'few-forms': 0, unlinked: 0, 'no-contrast': 0 };
  for (let rater = 0; rater < raters; rater++) {
    const candidate = usable[rater]! >= minimumForms ? candidateOf(rater) : undefined;
    if (candidate) candidates.push(candidate);
    else if (usable[rater]! === 0) notTested.unlinked++;
    else if (usable[rater]! < minimumForms) notTested['few-forms']++;
    else notTested['no-contrast']++;
  }
  return { candidates, notTested };
}
