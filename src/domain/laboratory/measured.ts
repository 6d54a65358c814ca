/** What records show of a person: the same for the true and for the given category. `standing`: see people.ts. */

const DAYS: readonly string[] = Array.from({ length: 60 }, (_, index) =>
  new Date(Date.UTC(2026, 0, 5 + index)).toISOString().slice(0, 10),
);

function whole(value: number, most: number): number {
  return Math.min(most, Math.max(0, Math.round(value)));
}

/** A target of 100, reached by those in the middle; a sixth of it more or less for one standard deviation. */
export function reachedOf(standing: number): Readonly<Record<string, unknown>> {
  const reached = Math.min(200, Math.max(0, 100 * (1 + standing / 6)));
  return {
    direction: 'higher',
    target: '100',
    summary: 'latest',
    realisations: [String(Math.round(reached * 10) / 10)],
  };
}

/** A year of 240 days: about five late arrivals in the middle, days of absence only well below it. */
export function presenceOf(standing: number): Readonly<Record<string, unknown>> {
  const absentDays = whole((-standing - 1.2) * 3, 10);
  return {
    workingDays: 240,
    absentDays,
    longestAbsence: Math.min(absentDays, 2),
    late: DAYS.slice(0, whole(5 - 4 * standing, DAYS.length)).map((date) => ({ date, minutes: 25 })),
    earlyLeave: [],
  };
}

const CASES = 20;
const START = '2026-03-02T09:00';
/** So late that no promise of a service reaches it. */
const LATE = '2040-03-02T09:00';

/** Twenty cases, nine in ten of them in time in the middle. */
export function casesOf(standing: number, service: string): Readonly<Record<string, unknown>> {
  const onTime = whole(CASES * (0.9 + 0.08 * standing), CASES);
  return {
    cases: Array.from({ length: CASES }, (_, place) => ({
      id: `K-${place + 1}`,
      service,
      start: START,
      end: place < onTime ? START : LATE,
    })),
  };
}

/** Nothing, one that began, one that is in use, or two; all verified. `stages` from the first up. */
export function innovationsOf(
  standing: number,
  stages: readonly string[],
): Readonly<Record<string, unknown>> {
  const item = (number: number, stage: string | undefined) => ({
    title: `Inovasi ${number}`,
    stage,
    verifiedBy: 'Unit lain',
  });
  if (standing < -0.3) return { items: [] };
  if (standing < 0.5) return { items: [item(1, stages[0])] };
  if (standing < 1.5) return { items: [item(1, stages.at(-1))] };
  return { items: [item(1, stages.at(-1)), item(2, stages.at(-1))] };
}
