/** The direct reports of an appraiser, those who need attention first. */
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { progressOfMany } from './queries.ts';
import { standingOf } from './queries-check-ins.ts';
import { elapsedPercent, type Track, trackOf } from './realisation.ts';
import type { CheckInState } from './transitions.ts';

export interface TeamMember {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly position: string;
  readonly hasPlan: boolean;
  /** Number of indicators by where they stand. */
  readonly tracks: Readonly<Record<Track, number>>;
  /** Date of the latest realisation. */
  readonly lastEntryOn: string | null;
  readonly overdueCheckIns: number;
  /** Recorded and not agreed yet, or disputed. */
  readonly openCheckIns: number;
}

export interface TeamPeriod {
  readonly id: string;
  readonly name: string;
}

/** Open periods in which the person appraises somebody, the latest first. */
export async function periodsLed(tx: Tx, personId: string): Promise<readonly TeamPeriod[]> {
  return tx.db
    .selectFrom('periods')
    .select(['periods.id', 'periods.name'])
    .where('periods.agency_id', '=', tx.agencyId)
    .where('periods.state', '=', 'open')
    .where((match) =>
      match.exists(
        match
          .selectFrom('participants')
          .select('participants.id')
          .where('participants.agency_id', '=', tx.agencyId)
          .whereRef('participants.period_id', '=', 'periods.id')
          .where('participants.appraiser_id', '=', personId)
          .where('participants.state', '=', 'active'),
      ),
    )
    .orderBy('periods.starts_on', 'desc')
    .execute();
}

export async function teamProgress(
  tx: Tx,
  ask: { readonly personId: string; readonly periodId: string; readonly today: string },
): Promise<readonly TeamMember[]> {
  const rows = await reports(tx, ask);
  const ids = rows.map((row) => row.id);
  const progress = await progressOfMany(tx, ids);
  const dialogues = await dialoguesOf(tx, ask.periodId, ids);
  const members = rows.map((row) => {
    const indicators = progress.get(row.id)?.indicators ?? [];
    const elapsed = elapsedPercent(row.starts_on, row.ends_on, ask.today);
    const tracks: Record<Track, number> = {
      reached: 0,
      'on-track': 0,
      behind: 0,
      'not-yet': 0,
      missing: 0,
      unmeasured: 0,
    };
    for (const each of indicators) tracks[trackOf(each.realisation, each.indicator.target, elapsed)] += 1;
    const entries = indicators.flatMap((each) => each.entries.map((entry) => entry.onDate)).sort();
    const standings = dialogues.checkpoints
      .filter((each) => each.endsOn >= row.starts_on && each.startsOn <= row.ends_on)
      .map((each) =>
        standingOf({ ...each, state: dialogues.states.get(`${row.id} ${each.id}`) ?? 'due' }, ask.today),
      );
    return {
      participantId: row.id,
      personId: row.person_id,
      name: fullName(row),
      position: row.position_name,
      hasPlan: progress.has(row.id),
      tracks,
      lastEntryOn: entries.at(-1) ?? null,
      overdueCheckIns: standings.filter((each) => each === 'overdue').length,
      openCheckIns: standings.filter((each) => each === 'recorded' || each === 'disputed').length,
    };
  });
  return members.sort(byAttention);
}

function reports(tx: Tx, ask: { readonly personId: string; readonly periodId: string }) {
  return tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'participants.starts_on', 'participants.ends_on'])
    .select(['people.name', 'people.title_before', 'people.title_after', 'placements.position_name'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', ask.periodId)
    .where('participants.appraiser_id', '=', ask.personId)
    .where('participants.state', '=', 'active')
    .execute();
}

async function dialoguesOf(tx: Tx, periodId: string, participantIds: readonly string[]) {
  const checkpoints = await tx.db
    .selectFrom('checkpoints')
    .select(['id', 'starts_on as startsOn', 'ends_on as endsOn', 'due_on as dueOn'])
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  const rows =
    participantIds.length === 0
      ? []
      : await tx.db
          .selectFrom('check_ins')
          .select(['participant_id', 'checkpoint_id', 'state'])
          .where('agency_id', '=', tx.agencyId)
          .where('participant_id', 'in', [...participantIds])
          .execute();
  const states = new Map(
    rows.map((row) => [`${row.participant_id} ${row.checkpoint_id}`, row.state as CheckInState] as const),
  );
  return { checkpoints, states };
}

export function needsAttention(member: TeamMember): boolean {
  return (
    !member.hasPlan ||
    member.tracks.behind > 0 ||
    member.tracks.missing > 0 ||
    member.overdueCheckIns > 0 ||
    member.openCheckIns > 0
  );
}

/** Without a plan first, then by what is behind or missing, then by dialogues owed, then by how long nothing came. */
function byAttention(one: TeamMember, other: TeamMember): number {
  const weight = (member: TeamMember) => [
    member.hasPlan ? 0 : 1,
    member.tracks.behind + member.tracks.missing,
    member.overdueCheckIns,
    member.openCheckIns,
  ];
  const [left, right] = [weight(one), weight(other)];
  const difference = left.map((each, index) => (right[index] ?? 0) - each).find((each) => each !== 0);
  if (difference) return difference;
  return (one.lastEntryOn ?? '').localeCompare(other.lastEntryOn ?? '') || one.name.localeCompare(other.name);
}
