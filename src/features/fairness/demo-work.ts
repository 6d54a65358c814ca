/** What an invented agency needs so that the worker makes its figures: the same work that officers and the night ask for. */
import type { Tx } from '#platform/database/database.ts';
import { enqueueReport } from './report/commands.ts';
import type { ReportWords } from './report/types.ts';
import { enqueueRun } from './run/commands.ts';
import { stalePeriods } from './run/schedule.ts';

export const fairnessWork = {
  /** A run for every period with results. */
  async ask(tx: Tx, requestedBy: string): Promise<void> {
    for (const periodId of await stalePeriods(tx)) await enqueueRun(tx, periodId, requestedBy);
  },

  /** The report of a year, to be made by the worker. */
  async report(
    tx: Tx,
    made: {
      readonly id: string;
      readonly year: number;
      readonly words: ReportWords;
      readonly madeBy: string;
    },
  ): Promise<void> {
    await tx.db
      .insertInto('fairness_reports')
      .values({
        agency_id: tx.agencyId,
        id: made.id,
        year: made.year,
        version: 1,
        state: 'making',
        words: JSON.stringify(made.words),
        made_by: made.madeBy,
        made_at: tx.now,
      })
      .execute();
    await enqueueReport(tx, made.id);
  },
};
