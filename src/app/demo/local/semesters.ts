/** The half-years of the demonstration: one that is over and fully appraised, and the one that runs. Pure. */
import { addDays } from '#platform/clock/clock.ts';

export interface Semester {
  readonly name: string;
  readonly startsOn: string;
  readonly endsOn: string;
  /** The two quarters: numeral, first and last day. */
  readonly quarters: readonly (readonly [numeral: string, startsOn: string, endsOn: string])[];
}

export function semester(year: number, half: 1 | 2): Semester {
  const day = (month: string) => `${year}-${month}`;
  return half === 1
    ? {
        name: `Penilaian Kinerja Semester I ${year}`,
        startsOn: day('01-01'),
        endsOn: day('06-30'),
        quarters: [
          ['I', day('01-01'), day('03-31')],
          ['II', day('04-01'), day('06-30')],
        ],
      }
    : {
        name: `Penilaian Kinerja Semester II ${year}`,
        startsOn: day('07-01'),
        endsOn: day('12-31'),
        quarters: [
          ['III', day('07-01'), day('09-30')],
          ['IV', day('10-01'), day('12-31')],
        ],
      };
}

/** Days that ratings, ratification and receipt take after the end of a half-year. */
const APPRAISAL_DAYS = 45;

/** The last half-year whose appraisal is over on that day, the one after it, and the one after that. */
export function semestersAround(today: string): readonly [past: Semester, running: Semester, next: Semester] {
  const settled = addDays(today, -APPRAISAL_DAYS);
  const year = Number(settled.slice(0, 4));
  return settled >= `${year}-07-01`
    ? [semester(year, 1), semester(year, 2), semester(year + 1, 1)]
    : [semester(year - 1, 2), semester(year, 1), semester(year, 2)];
}
