/** Writing down what a run found, in one transaction; of earlier runs of the period only the models stay. */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { ReportRows } from './rows.ts';

const ROWS_A_STATEMENT = 1000;

export interface Found extends ReportRows {
  readonly scheme: { readonly id: string; readonly version: number };
  readonly groups: readonly { readonly attribute: string; readonly figures: unknown }[];
}

export async function storeFindings(
  tx: Tx,
  runId: string,
  periodId: string,
  found: readonly Found[],
): Promise<void> {
  await forgetEarlier(tx, periodId, runId);
  let rank = 0;
  for (const [ordinal, model] of found.entries()) {
    const own = { agency_id: tx.agencyId, run_id: runId, ordinal };
    await tx.db
      .insertInto('fairness_models')
      .values({
        ...own,
        scheme_id: model.scheme.id,
        scheme_version: model.scheme.version,
        figures: JSON.stringify(model.report),
      })
      .execute();
    for (const rows of portions(model.raters))
      await tx.db
        .insertInto('fairness_raters')
        .values(rows.map((row) => ({ ...own, rater_id: row.raterId, figures: JSON.stringify(row.figures) })))
        .execute();
    for (const rows of portions(model.ratees))
      await tx.db
        .insertInto('fairness_ratees')
        .values(
          rows.map((row) => ({
            ...own,
            participant_id: row.participantId,
            figures: JSON.stringify(row.figures),
          })),
        )
        .execute();
    for (const rows of portions(strongestOfEach(model.flags)))
      await tx.db
        .insertInto('fairness_flags')
        .values(
          rows.map((flag) => {
            rank += 1;
            const { raterId: rater_id, detector } = flag;
            return { ...own, id: newId(), rater_id, detector, rank, figures: JSON.stringify(flag.figures) };
          }),
        )
        .execute();
    for (const rows of portions(model.groups))
      await tx.db
        .insertInto('fairness_groups')
        .values(
          rows.map((row) => ({ ...own, attribute: row.attribute, figures: JSON.stringify(row.figures) })),
        )
        .execute();
  }
}

/** One flag a rater and detector: the first is the strongest. */
function strongestOfEach(flags: ReportRows['flags']): ReportRows['flags'] {
  const seen = new Set<string>();
  return flags.filter(({ raterId, detector }) => {
    const key = `${raterId} ${detector}`;
    if (seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

async function forgetEarlier(tx: Tx, periodId: string, runId: string): Promise<void> {
  for (const table of ['fairness_raters', 'fairness_ratees', 'fairness_flags', 'fairness_groups'] as const)
    await sql`
      delete from ${sql.table(table)} where agency_id = ${tx.agencyId} and run_id in (
        select id from fairness_runs
        where agency_id = ${tx.agencyId} and period_id = ${periodId} and id <> ${runId})`.execute(tx.db);
}

function* portions<Row>(rows: readonly Row[]): Generator<readonly Row[]> {
  for (let start = 0; start < rows.length; start += ROWS_A_STATEMENT)
    yield rows.slice(start, start + ROWS_A_STATEMENT);
}
