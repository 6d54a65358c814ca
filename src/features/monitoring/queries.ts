/** Reads what was recorded about the agreed plan of a participant. */
import { fullName } from '#features/people/index.ts';
import { type AgreedPlan, agreedContents, type PlanContent } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Entry, Evidence, Feedback, FeedbackRole, IndicatorProgress, LinkState } from './model.ts';
import { achievementPercent, combine } from './realisation.ts';

/** Progress on every indicator of the agreed plan, in the order of the plan; empty while no plan is agreed. */
export async function progressOf(tx: Tx, participantId: string): Promise<readonly IndicatorProgress[]> {
  return (await progressOfMany(tx, [participantId])).get(participantId)?.indicators ?? [];
}

export interface ParticipantProgress {
  readonly plan: AgreedPlan;
  readonly indicators: readonly IndicatorProgress[];
}

/** The same for many participants in four queries; whoever has no agreed plan is absent. */
export async function progressOfMany(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, ParticipantProgress>> {
  const plans = await agreedContents(tx, participantIds);
  const ids = [...plans.keys()];
  const [entries, evidence, feedback] = [
    await entriesOf(tx, ids),
    await evidenceOf(tx, ids),
    await feedbackOfMany(tx, ids),
  ];
  return new Map(
    [...plans].map(([id, plan]) => [
      id,
      {
        plan,
        indicators: assemble(plan.content, {
          entries: entries.get(id) ?? [],
          evidence: evidence.get(id) ?? [],
          feedback: feedback.get(id) ?? [],
        }),
      },
    ]),
  );
}

/** Pure: what was recorded, put beside the lines of the plan it belongs to. */
export function assemble(
  content: PlanContent,
  recorded: {
    readonly entries: readonly Entry[];
    readonly evidence: readonly Evidence[];
    readonly feedback: readonly Feedback[];
  },
): readonly IndicatorProgress[] {
  return content.results.flatMap((result) =>
    result.indicators.map((indicator) => {
      const own = recorded.entries.filter((entry) => entry.indicatorId === indicator.id);
      const entries = own.filter((entry) => !entry.withdrawn);
      const withdrawnEntries = own.filter((entry) => entry.withdrawn);
      const gone = new Set(withdrawnEntries.map((entry) => entry.id));
      const realisation = combine(entries, indicator.target.accumulation);
      return {
        result,
        indicator,
        entries,
        withdrawnEntries,
        realisation,
        achievementPercent: achievementPercent(realisation, indicator.target),
        evidence: recorded.evidence.filter(
          (each) =>
            each.indicatorId === indicator.id &&
            !each.withdrawn &&
            !(each.entryId !== null && gone.has(each.entryId)),
        ),
        feedback: recorded.feedback.filter(
          (each) => each.target === 'indicator' && each.lineId === indicator.id && !each.withdrawnAt,
        ),
      };
    }),
  );
}

/** All entries by participant, withdrawn ones too, by date and then in the order they were written. */
export async function entriesOf(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Entry[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('progress_entries')
    .selectAll()
    .where('agency_id', '=', tx.agencyId)
    .where('participant_id', 'in', [...participantIds])
    .orderBy('on_date')
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return grouped(rows, (row) => ({
    id: row.id,
    resultId: row.result_id,
    indicatorId: row.indicator_id,
    onDate: row.on_date,
    value: row.value === null ? null : trimmed(row.value),
    narrative: row.narrative,
    createdAt: row.created_at,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, reason: row.withdrawn_reason },
  }));
}

/** `18.7500` as PostgreSQL keeps it becomes `18.75`. */
export function trimmed(numeric: string): string {
  return numeric.includes('.') ? numeric.replace(/\.?0+$/, '') : numeric;
}

/** All evidence by participant, withdrawn pieces too, in the order it was given. */
export async function evidenceOf(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Evidence[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('evidence')
    .leftJoin('files', (join) =>
      join.onRef('files.id', '=', 'evidence.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .selectAll('evidence')
    .select(['files.name', 'files.media_type', 'files.byte_size'])
    .where('evidence.agency_id', '=', tx.agencyId)
    .where('evidence.participant_id', 'in', [...participantIds])
    .orderBy('evidence.created_at')
    .orderBy('evidence.id')
    .execute();
  return grouped(rows, (row) => ({
    id: row.id,
    entryId: row.progress_entry_id,
    indicatorId: row.line_id,
    title: row.title,
    createdAt: row.created_at,
    withdrawn: row.withdrawn_at && { at: row.withdrawn_at, reason: row.withdrawn_reason },
    source:
      row.kind === 'file'
        ? {
            kind: 'file',
            name: row.name ?? row.title,
            mediaType: row.media_type ?? 'application/octet-stream',
            byteSize: row.byte_size ?? 0,
          }
        : {
            kind: 'link',
            url: row.url ?? '',
            state: (row.link_state ?? 'unchecked') as LinkState,
            checkedAt: row.link_checked_at,
          },
  }));
}

/** Everything said to a participant, the newest first; withdrawn words are left out unless asked for. */
export async function feedbackOf(
  tx: Tx,
  participantId: string,
  options: { withWithdrawn?: boolean } = {},
): Promise<readonly Feedback[]> {
  const all = (await feedbackOfMany(tx, [participantId])).get(participantId) ?? [];
  return options.withWithdrawn ? all : all.filter((each) => !each.withdrawnAt);
}

async function feedbackOfMany(
  tx: Tx,
  participantIds: readonly string[],
): Promise<ReadonlyMap<string, readonly Feedback[]>> {
  if (participantIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('feedback')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'feedback.author_id').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('feedback')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('feedback.agency_id', '=', tx.agencyId)
    .where('feedback.participant_id', 'in', [...participantIds])
    .orderBy('feedback.created_at', 'desc')
    .orderBy('feedback.id', 'desc')
    .execute();
  return grouped(rows, (row) => ({
    id: row.id,
    target: row.target as Feedback['target'],
    lineId: row.line_id,
    body: row.body,
    observation: row.observation,
    impact: row.impact,
    nextStep: row.next_step,
    author: { id: row.author_id, name: fullName(row), role: row.author_role as FeedbackRole },
    createdAt: row.created_at,
    withdrawnAt: row.withdrawn_at,
  }));
}

function grouped<Row extends { participant_id: string }, Item>(
  rows: readonly Row[],
  toItem: (row: Row) => Item,
): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>();
  for (const row of rows) {
    const group = groups.get(row.participant_id) ?? [];
    group.push(toItem(row));
    groups.set(row.participant_id, group);
  }
  return groups;
}
