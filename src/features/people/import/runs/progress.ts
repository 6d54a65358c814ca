/** How far an import is, for the open page: written beside the import's own transaction, a few times a second. */
import { sql } from 'kysely';
import type { AgencyDb } from '#platform/database/database.ts';
import type { ImportStage } from '../import-people.ts';
import type { ImportRun } from './run.ts';

export interface Progress {
  readonly report: (stage: ImportStage, done: number, total: number) => void;
  /** Waits for the last word; nothing is written afterwards. */
  readonly end: () => Promise<void>;
}

const PAUSE_MILLISECONDS = 300;

/** Share of the whole at which each stage begins and ends, in percent. */
const SHARES: Readonly<
  Record<'check' | 'commit', Readonly<Record<ImportStage, readonly [from: number, to: number]>>>
> = {
  check: { reading: [2, 70], comparing: [70, 98], writing: [98, 98] },
  commit: { reading: [2, 40], comparing: [40, 55], writing: [55, 98] },
};

export function followProgress(db: AgencyDb, run: ImportRun): Progress {
  let latest: { stage: ImportStage; percent: number } | undefined;
  let written = '';
  let writing: Promise<void> | undefined;
  let pausedUntil = 0;
  let ended = false;

  const write = async () => {
    const now = latest;
    if (!now) return;
    written = now.stage;
    pausedUntil = performance.now() + PAUSE_MILLISECONDS;
    await db.write(async (tx) => {
      await tx.db
        .updateTable('runs')
        .set({
          done: now.percent,
          total: 100,
          outcome: sql`coalesce(outcome, '{}') || jsonb_build_object('stage', ${now.stage}::text)`,
          updated_at: tx.now,
        })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', run.id)
        .where('state', '=', 'running')
        .execute();
      tx.touch(run.requestedBy);
    });
  };
  return {
    report(stage, done, total) {
      const [from, to] = SHARES[run.input.step][stage];
      latest = { stage, percent: Math.round(from + ((to - from) * done) / Math.max(total, 1)) };
      if (ended || writing || (stage === written && performance.now() < pausedUntil)) return;
      // A page that shows an older figure is no reason to give up the import.
      writing = write()
        .catch(() => undefined)
        .finally(() => {
          writing = undefined;
        });
    },
    async end() {
      ended = true;
      await writing;
    },
  };
}
