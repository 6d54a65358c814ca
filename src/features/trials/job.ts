/** Computes a trial: appraisals in portions, progress after each, the outcome at the end. Safe to run twice. */
import { z } from 'zod';
import { type CompiledScheme, compileScheme, parseScheme } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { defineTask, type Task } from '#platform/jobs/jobs.ts';
import { TRIAL_TASK } from './commands.ts';
import { comparison } from './compare.ts';
import { appraisalsAfter } from './evidence.ts';
import { requireTrial, type Trial } from './queries.ts';

const PORTION = 200;

export function trialTasks(schemes: SchemeStore): readonly Task<{ trialId: string }>[] {
  return [defineTask(TRIAL_TASK, { trialId: z.uuid() }, (db, { trialId }) => runTrial(db, schemes, trialId))];
}

export async function runTrial(db: AgencyDb, schemes: SchemeStore, trialId: string): Promise<void> {
  const begun = await db.read(async (tx) => {
    const trial = await requireTrial(tx, trialId);
    if (trial.state === 'done') return undefined;
    return { trial, tried: await triedScheme(tx, schemes, trial), ...(await scopeOf(tx, schemes, trial)) };
  });
  if (!begun) return;
  const { trial, tried, before, total, schemeId, zone } = begun;
  if (!tried) {
    await write(db, trial, 'failed', null);
    return;
  }
  const gathered = comparison(tried, { schemes: before, scope: schemeId ? 'same-scheme' : 'all' });
  const today = todayIn(zone, db.clock());
  const about = { periodId: trial.periodId, schemeId, tried, today };
  let after: string | null = null;
  let done = 0;
  for (;;) {
    await write(db, trial, 'running', { done, total });
    const portion = await db.read((tx) => appraisalsAfter(tx, about, after, PORTION));
    for (const kept of portion) gathered.add(kept);
    done += portion.length;
    after = portion.at(-1)?.participantId ?? null;
    if (portion.length < PORTION) break;
  }
  await write(db, trial, 'done', gathered.outcome());
}

/** The revision that was asked for, also when the draft was saved again since. */
async function triedScheme(tx: Tx, schemes: SchemeStore, trial: Trial): Promise<CompiledScheme | undefined> {
  if (!trial.draftId || trial.draftRevision === null) {
    return (
      (await schemes.find(tx, trial.schemeId, trial.version)) ??
      schemes.shipped.find(({ scheme }) => scheme.id === trial.schemeId && scheme.version === trial.version)
    );
  }
  const row = await tx.db
    .selectFrom('scheme_draft_revisions')
    .select('source')
    .where('agency_id', '=', tx.agencyId)
    .where('draft_id', '=', trial.draftId)
    .where('revision', '=', trial.draftRevision)
    .executeTakeFirst();
  const parsed = row && parseScheme(row.source, 'scheme.yaml');
  return parsed?.ok ? compileScheme(parsed.scheme) : undefined;
}

/**
 * The versions that the results of the period rest on, and how many results there are. Where some rest on a version
 * of the tried scheme itself, only those: it would hold for nobody else.
 */
async function scopeOf(tx: Tx, schemes: SchemeStore, trial: Trial) {
  const rows = await tx.db
    .selectFrom('results')
    .innerJoin('participants', (join) =>
      join
        .onRef('participants.id', '=', 'results.participant_id')
        .on('participants.agency_id', '=', tx.agencyId),
    )
    .select(['results.scheme_id', 'results.scheme_version'])
    .select((select) => select.fn.countAll<string>().as('count'))
    .where('results.agency_id', '=', tx.agencyId)
    .where('results.superseded_at', 'is', null)
    .where('participants.period_id', '=', trial.periodId)
    .groupBy(['results.scheme_id', 'results.scheme_version'])
    .execute();
  const own = rows.filter((row) => row.scheme_id === trial.schemeId);
  const compared = own.length > 0 ? own : rows;
  const before: CompiledScheme[] = [];
  for (const row of compared) before.push(await schemes.load(tx, row.scheme_id, row.scheme_version));
  const { zone } = await tx.db
    .selectFrom('agencies')
    .select('zone')
    .where('id', '=', tx.agencyId)
    .executeTakeFirstOrThrow();
  return {
    before,
    zone,
    total: compared.reduce((sum, row) => sum + Number(row.count), 0),
    schemeId: own.length > 0 && own.length < rows.length ? trial.schemeId : null,
  };
}

async function write(db: AgencyDb, trial: Trial, state: Trial['state'], outcome: unknown): Promise<void> {
  await db.write(async (tx) => {
    const row = await tx.db
      .updateTable('scheme_trials')
      .set({ state, outcome: outcome === null ? null : JSON.stringify(outcome), updated_at: tx.now })
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', trial.id)
      .where('state', '<>', 'done')
      .returning('requested_by')
      .executeTakeFirst();
    tx.touch(row?.requested_by);
  });
}
