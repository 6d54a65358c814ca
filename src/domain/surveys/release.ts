/**
 * Which closed days are shown together. A batch is never smaller than the minimum, so that whoever subtracts
 * yesterday's result from today's learns of a group, never of a person: every result is a sum of whole batches, and
 * so is every difference between two of them.
 */

export type ClosedDay = { readonly day: string; readonly answers: number };
export type PlannedBatch = { readonly days: readonly string[]; readonly answers: number };

/**
 * Days of one counter that wait, in batches. A day that reaches the minimum by itself stands alone, which keeps a
 * flagged day apart from its neighbours; smaller days wait for each other. What does not reach the minimum waits on.
 */
export function planBatches(waiting: readonly ClosedDay[], least: number): readonly PlannedBatch[] {
  const batches: PlannedBatch[] = [];
  let small: ClosedDay[] = [];
  for (const each of [...waiting].sort((a, b) => a.day.localeCompare(b.day))) {
    if (each.answers >= least) {
      batches.push({ days: [each.day], answers: each.answers });
      continue;
    }
    small.push(each);
    const together = small.reduce((sum, { answers }) => sum + answers, 0);
    if (together < least) continue;
    batches.push({ days: small.map(({ day }) => day), answers: together });
    small = [];
  }
  return batches;
}
