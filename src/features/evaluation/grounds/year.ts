/** What the year recorded of one person that a reason can rest on, and on which days. */

import type { Days } from '#domain/ratings/reasons.ts';
import { type Coverage, coverageOf, type Dated } from '#domain/ratings/recency.ts';
import {
  type CheckpointState,
  checkpointsOf,
  type Evidence,
  feedbackOf,
  type IndicatorProgress,
  observationsFor,
  progressOf,
} from '#features/monitoring/index.ts';
import { agencyZone } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import type { PlanContent } from '#features/planning/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { civilDateIn } from '#platform/locale/format.ts';

export const SOURCE_KINDS = ['diary', 'feedback', 'evidence'] as const;
export type SourceKind = (typeof SOURCE_KINDS)[number];

/** Something that can be cited beside a rating. */
export interface Citable {
  readonly kind: SourceKind;
  readonly id: string;
  /** Civil date on which it was seen, said or stands for. */
  readonly on: string;
  readonly words: string;
  /** Who said it, where that is not the reader. */
  readonly who: string | null;
  /** Where it can be opened: an address of its own, or a path inside the agency. */
  readonly href: string | null;
  readonly path: string | null;
  /** Results, values (`kolaboratif`) or items (`perilaku.kerjasama`) that it is about; none for the whole. */
  readonly lineId: string;
}

/** Names a source in a form and in a draft: `d-019a…`. */
export const keyOf = ({ kind, id }: Pick<Citable, 'kind' | 'id'>): string => `${kind.charAt(0)}-${id}`;

export interface Year {
  readonly citables: readonly Citable[];
  readonly coverage: Coverage;
  /** Days on which an example of this period can have happened. */
  readonly days: Days;
}

/** Read for one reader: a diary shows its author more than others. */
export async function yearOf(
  tx: Tx,
  participation: Participation,
  readerId: string,
  plan: PlanContent,
): Promise<Year> {
  const { id, startsOn, endsOn } = participation;
  const zone = await agencyZone(tx);
  const today = todayIn(zone, tx.now);
  const progress = await progressOf(tx, id);
  const feedback = await feedbackOf(tx, id);
  // What another appraiser cited may not tell who rates independently of them what they gave.
  const observations = (await observationsFor(tx, id, readerId)).filter(
    (each) => each.author.id === readerId || each.sharedAt !== null,
  );
  const checkpoints = await checkpointsOf(tx, participation);
  const resultOf = resultsByLine(plan);
  const entryDays = new Map(
    progress.flatMap((each) => each.entries.map((entry) => [entry.id, entry.onDate] as const)),
  );
  const dayOf = (piece: Evidence) => entryDays.get(piece.entryId ?? '') ?? civilDateIn(zone, piece.createdAt);
  const citables: Citable[] = [
    ...observations.map(
      (each): Citable => ({
        kind: 'diary',
        id: each.id,
        on: each.onDate,
        words: [each.seen, each.effect].filter(Boolean).join('\n'),
        who: each.author.id === readerId ? null : each.author.name,
        href: each.link,
        path: each.file ? `/appraisals/${id}/diary/${each.id}/file` : null,
        lineId: each.lineId,
      }),
    ),
    ...feedback.map(
      (each): Citable => ({
        kind: 'feedback',
        id: each.id,
        on: civilDateIn(zone, each.createdAt),
        words: each.body,
        who: each.author.name,
        href: null,
        path: null,
        lineId: resultOf.get(each.lineId) ?? each.lineId,
      }),
    ),
    ...progress.flatMap((each) =>
      each.evidence.map(
        (piece): Citable => ({
          kind: 'evidence',
          id: piece.id,
          on: dayOf(piece),
          words: piece.title,
          who: null,
          href: linkOf(piece),
          path: piece.source.kind === 'file' ? `/appraisals/${id}/evidence/${piece.id}` : null,
          lineId: each.result.id,
        }),
      ),
    ),
  ];
  const dated = [...citables, ...entriesIn(progress), ...checkInsIn(checkpoints)];
  return {
    citables: citables.toSorted((one, other) => (one.on < other.on ? 1 : -1)),
    coverage: coverageOf(dated, { startsOn, endsOn }, today),
    days: { from: startsOn, until: today < endsOn ? today : endsOn },
  };
}

function entriesIn(progress: readonly IndicatorProgress[]): readonly Dated[] {
  return progress.flatMap((each) =>
    each.entries.map((entry) => ({ kind: 'progress' as const, on: entry.onDate })),
  );
}

function checkInsIn(checkpoints: readonly CheckpointState[]): readonly Dated[] {
  return checkpoints.flatMap(({ checkIn }) =>
    checkIn ? [{ kind: 'check-in' as const, on: checkIn.heldOn }] : [],
  );
}

/** Result by its own id and by those of its indicators. */
function resultsByLine(plan: PlanContent): ReadonlyMap<string, string> {
  return new Map(
    plan.results.flatMap((result) =>
      [result.id, ...result.indicators.map((each) => each.id)].map((id) => [id, result.id] as const),
    ),
  );
}

function linkOf({ source }: Evidence): string | null {
  return source.kind === 'link' && /^https?:/.test(source.url) ? source.url : null;
}

export interface Offered {
  /** About the line or item itself. */
  readonly own: readonly Citable[];
  /** About the whole, or about other lines: behind a fold. */
  readonly others: readonly Citable[];
}

const MOST_OTHERS = 12;

/** What can be cited beside one line, value or item, known by any of these names. */
export function offeredFor({ citables }: Pick<Year, 'citables'>, names: readonly string[]): Offered {
  const own = citables.filter((each) => names.includes(each.lineId));
  const rest = citables.filter((each) => !names.includes(each.lineId));
  // Notes on the whole come first: nothing else offers them.
  const whole = rest.filter((each) => each.lineId === '');
  return { own, others: [...whole, ...rest.filter((each) => each.lineId !== '')].slice(0, MOST_OTHERS) };
}
