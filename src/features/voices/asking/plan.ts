/** What has to change so that everybody is heard by the right people: whom to withdraw, whom to propose. */
import { type Ask, circlesOf, type Proposal, proposeRaters, targetOf } from '#domain/voices/index.ts';
import { pairKey, strictest } from '#features/conflicts/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { conflictsAsked } from './conflicts.ts';
import {
  isLive,
  type KnownRequest,
  type SystemReason,
  type VoiceRules,
  type World,
  type WorldSeat,
} from './world.ts';

export interface Withdrawal {
  readonly request: KnownRequest;
  readonly reason: SystemReason;
}

export interface Plan {
  readonly withdrawals: readonly Withdrawal[];
  readonly proposals: readonly Proposal[];
  /** Participants with somebody on their list to whom a relation is on record that the scheme only wants known. */
  readonly flagged: ReadonlySet<string>;
}

/** How often people with a conflict of interest are replaced by others before the rest is left open. */
const TRIES = 5;

const keyOf = (participantId: string, voice: string) => `${participantId} ${voice}`;

/** For all seats of the world; what was changed by hand stays as it is, except for those who cannot be asked. */
export async function planRound(tx: Tx, world: World): Promise<Plan> {
  const conflicts = conflictFinder(tx, world);
  const known = await conflicts(world.requests.filter(isOpen).map(pairOf));
  const withdrawals = withdrawalsOf(world, known.replaced);
  const gone = new Set(withdrawals.map(({ request }) => request.id));
  const standing = world.requests.filter((request) => isLive(request) && !gone.has(request.id));
  const seats = seatsWithAsks(world, standing, withdrawals);
  const ruledOut = ruledOutBy(world, gone);
  let proposals: readonly Proposal[] = [];
  const flagged = new Set(
    standing.flatMap(({ participantId, raterId }) =>
      known.flagged.has(keyOf(participantId, raterId ?? '')) ? [participantId] : [],
    ),
  );
  for (let tries = 0; tries < TRIES; tries += 1) {
    proposals = proposeRaters({
      seats,
      teams: world.teams,
      isExcluded: (seat, raterId) => world.gone.has(raterId) || ruledOut.has(keyOf(seat.id, raterId)),
      seed: world.round.id,
    });
    const found = await conflicts(proposals.flatMap(pairsOf));
    if (found.replaced.size === 0 || tries === TRIES - 1)
      for (const { seatId, raterIds } of proposals)
        if (raterIds.some((id) => found.flagged.has(keyOf(seatId, id)))) flagged.add(seatId);
    if (found.replaced.size === 0) break;
    for (const key of found.replaced) ruledOut.add(key);
    if (tries === TRIES - 1)
      proposals = proposals.map((proposal) => ({
        ...proposal,
        raterIds: proposal.raterIds.filter((id) => !ruledOut.has(keyOf(proposal.seatId, id))),
      }));
  }
  return { withdrawals, proposals, flagged };
}

interface SeatPair {
  readonly seatId: string;
  readonly raterId: string;
  readonly voice: string;
}

const pairsOf = ({ seatId, voice, raterIds }: Proposal): readonly SeatPair[] =>
  raterIds.map((raterId) => ({ seatId, raterId, voice }));

interface PairConflicts {
  /** The scheme wants somebody else. */
  readonly replaced: ReadonlySet<string>;
  /** To be known, and nothing more. */
  readonly flagged: ReadonlySet<string>;
}

type ConflictFinder = (pairs: readonly SeatPair[]) => Promise<PairConflicts>;

const isOpen = ({ state, raterId }: KnownRequest) =>
  raterId !== null && (state === 'proposed' || state === 'asked');

const pairOf = ({ participantId, raterId, voice }: KnownRequest): SeatPair => ({
  seatId: participantId,
  raterId: raterId ?? '',
  voice,
});

/** What stands between pairs, by participant and rater; asked once for each number of months that schemes require. */
function conflictFinder(tx: Tx, world: World): ConflictFinder {
  const seats = new Map(world.seats.map((seat) => [seat.id, seat]));
  return async (pairs) => {
    const [replaced, flagged] = [new Set<string>(), new Set<string>()];
    const placed = pairs.flatMap((pair) => {
      const seat = seats.get(pair.seatId);
      return seat ? [{ ...pair, seat }] : [];
    });
    for (const [contactMonths, own] of Map.groupBy(placed, ({ seat }) => seat.contactMonths)) {
      const found = await conflictsAsked(
        tx,
        own.map(({ raterId, seat, voice }) => ({ raterId, rateeId: seat.personId, as: voice })),
        { on: world.today, contactMonths, periodId: world.period.id },
      );
      for (const { seat, raterId } of own) {
        const consequence = strictest(seat.asking.scheme, found.get(pairKey(raterId, seat.personId)) ?? []);
        if (consequence) (consequence === 'replace' ? replaced : flagged).add(keyOf(seat.id, raterId));
      }
    }
    return { replaced, flagged };
  };
}

/** Those who have left, who are no longer what they were asked as, and whom a conflict of interest rules out. */
function withdrawalsOf(world: World, replaced: ReadonlySet<string>): readonly Withdrawal[] {
  const open = world.requests.filter(isOpen);
  const seats = new Map(world.seats.map((seat) => [seat.id, seat]));
  // Contact that was long enough once does not become too short: only the tie itself can end.
  const circles = circlesOf(
    world.seats.map((seat) => ({ ...seat, contactMonths: 0 })),
    world.teams,
  );
  const known = new Map<string, ReturnType<typeof circles>>();
  return open.flatMap((request): readonly Withdrawal[] => {
    const { participantId, raterId, voice, source } = request;
    const seat = seats.get(participantId);
    if (!raterId || !seat || world.gone.has(raterId)) return [{ request, reason: 'left' }];
    if (replaced.has(keyOf(participantId, raterId))) return [{ request, reason: 'conflict' }];
    if (source !== 'proposal') return [];
    const circle = known.get(seat.id) ?? circles({ ...seat, contactMonths: 0 });
    known.set(seat.id, circle);
    const isStill = (circle.get(voice) ?? []).some((group) => group.includes(raterId));
    return isStill ? [] : [{ request, reason: 'no-contact' }];
  });
}

/** Whoever was withdrawn or has declined is not asked about the same person again by the system. */
function ruledOutBy(world: World, gone: ReadonlySet<string>): Set<string> {
  return new Set(
    world.requests.flatMap(({ id, participantId, raterId, state, isWithdrawnByHand }) =>
      raterId && (gone.has(id) || isWithdrawnByHand || state === 'declined')
        ? [keyOf(participantId, raterId)]
        : [],
    ),
  );
}

function seatsWithAsks(world: World, standing: readonly KnownRequest[], withdrawals: readonly Withdrawal[]) {
  const live = Map.groupBy(standing, (each) => keyOf(each.participantId, each.voice));
  const lost = Map.groupBy(withdrawals, ({ request }) => keyOf(request.participantId, request.voice));
  const all = Map.groupBy(world.requests, (each) => keyOf(each.participantId, each.voice));
  const pools = new Map(world.pools.map((pool) => [keyOf(pool.participantId, pool.voice), pool]));
  const askOf = (seat: WorldSeat, rules: VoiceRules): Ask => {
    const key = keyOf(seat.id, rules.voice);
    const now = live.get(key) ?? [];
    return {
      voice: rules.voice,
      least: world.round.state === 'asking' ? 1 : rules.least,
      settled: now.flatMap(({ raterId }) => raterId ?? []),
      target: targetFor(world, rules, {
        live: now.length,
        lost: lost.get(key)?.length ?? 0,
        pool: pools.get(key),
        requests: all.get(key) ?? [],
      }),
    };
  };
  return world.seats.map((seat) => ({
    ...seat,
    perRaterAtMost: seat.asking.rules.perRaterAtMost,
    asks: seat.asking.voices.map((rules) => askOf(seat, rules)),
  }));
}

/**
 * How many there should be: half-way between the scheme's limits at first. What people have changed by hand is kept as
 * large as they made it, and while the round asks, exactly those who fell away are replaced.
 */
function targetFor(
  { round }: World,
  rules: VoiceRules,
  given: {
    readonly live: number;
    readonly lost: number;
    readonly pool: { readonly state: string } | undefined;
    readonly requests: readonly KnownRequest[];
  },
): number {
  if (round.state === 'asking') {
    const isAsked = given.pool?.state === 'collecting';
    return isAsked ? Math.min(rules.most, given.requests.filter((each) => each.isOriginal).length) : 0;
  }
  const isTouched = given.requests.some((each) => each.source !== 'proposal' || each.isWithdrawnByHand);
  return isTouched ? Math.min(rules.most, given.live + given.lost) : targetOf(rules);
}
