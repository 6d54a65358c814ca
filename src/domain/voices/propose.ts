/**
 * Proposes who is asked about whom, as evenly as can be. Pure and deterministic: the same people and the same seed
 * give the same proposal, in whatever order they are listed.
 *
 * 1. Voices that are one known person each (the superior, a team lead) are asked; nobody could take their place, so
 *    they count as load and not against the cap.
 * 2. For every other voice, those with the fewest to choose from first, the least burdened of the nearest group are
 *    chosen until the target is reached; ties are broken by a hash of the seed, so no letter of the alphabet is asked
 *    more often than another.
 * 3. Who found everybody at the cap is helped by moving somebody else's request on.
 * 4. An anonymous voice that still finds fewer than its least number of forms is not asked at all.
 * 5. The load is evened out (balance.ts).
 */
import { ASKED_VOICES, type AskedVoice } from '../schemes/hearing.ts';
import { evenOut, makeLoads, type Slot, squeezeIn } from './balance.ts';
import { type Circle, circlesOf, type Seat, type TeamStay } from './circle.ts';

/** How many to ask about one seat in one voice. */
export interface Ask {
  readonly voice: AskedVoice;
  /** How many there should be in all, with those asked already. */
  readonly target: number;
  /** Fewer than this cannot speak without being recognised; 1 for a voice that speaks with its name. */
  readonly least: number;
  /** Those asked already; they stay. */
  readonly settled: readonly string[];
}

export interface AskingSeat extends Seat {
  /** The most people that somebody is asked about on behalf of this seat's scheme. */
  readonly perRaterAtMost: number;
  /** Voices to propose people for; empty where nothing is to be proposed. */
  readonly asks: readonly Ask[];
}

export interface Proposing {
  readonly seats: readonly AskingSeat[];
  readonly teams: readonly TeamStay[];
  /** How many people somebody is asked about already, without the settled ones of `seats`. */
  readonly loads?: ReadonlyMap<string, number>;
  /** Never asked about this seat: gone, ruled out by a conflict of interest, or withdrawn before. */
  readonly isExcluded: (seat: Seat, raterId: string) => boolean;
  readonly seed: string;
}

export interface Proposal {
  readonly seatId: string;
  readonly voice: AskedVoice;
  /** Newly proposed, in the order of their ids. */
  readonly raterIds: readonly string[];
  /** How many could have been asked, with those settled. */
  readonly possible: number;
  /** Too few to stay unrecognised: nobody is proposed. */
  readonly isTooFew: boolean;
}

/** One known person each: chosen by their office, not from several. */
const NAMED: ReadonlySet<AskedVoice> = new Set(['appraiser-superior', 'team-lead']);

/** Between the fewest and the most, so that some may stay silent and some may still be added. */
export function targetOf({ fewest, most }: { readonly fewest: number; readonly most: number }): number {
  return Math.min(most, fewest + Math.ceil((most - fewest) / 2));
}

interface Wanted extends Slot {
  readonly seat: AskingSeat;
  readonly ask: Ask;
  readonly possible: number;
  readonly rank: number;
}

export function proposeRaters(given: Proposing): readonly Proposal[] {
  const wanted = wantedOf(given);
  const isNamed = ({ ask }: Wanted) => NAMED.has(ask.voice);
  const fixed = new Map(given.loads);
  for (const { chosen, settled } of wanted.filter(isNamed))
    for (const id of [...settled, ...chosen.keys()]) fixed.set(id, (fixed.get(id) ?? 0) + 1);
  chooseEvenly(wanted.filter((slot) => !isNamed(slot)).toSorted(byNeed), fixed, given.seed);
  return wanted.map(({ seat, ask, chosen, settled, possible }) => ({
    seatId: seat.id,
    voice: ask.voice,
    raterIds: [...chosen.keys()].sort(),
    possible,
    isTooFew: settled.size + chosen.size < ask.least,
  }));
}

function chooseEvenly(slots: readonly Wanted[], fixed: ReadonlyMap<string, number>, seed: string): void {
  const settled = new Map<string, number>();
  for (const slot of slots) for (const id of slot.settled) settled.set(id, (settled.get(id) ?? 0) + 1);
  const board = makeLoads(fixed, settled);
  const missing = (slot: Wanted) => slot.ask.target - slot.settled.size - slot.chosen.size;
  for (const slot of slots) {
    for (const [group, ids] of slot.groups.entries()) {
      const free = ids.filter((id) => !slot.settled.has(id) && board.movableOf(id) < slot.cap);
      const order = free
        .map((id) => ({ id, load: board.of(id), rank: hash(`${seed} ${slot.seat.id} ${id}`) }))
        .sort((one, other) => one.load - other.load || one.rank - other.rank || (one.id < other.id ? -1 : 1));
      for (const { id } of order.slice(0, Math.max(0, missing(slot)))) board.move(slot, null, id, group);
    }
  }
  for (const slot of slots) while (missing(slot) > 0 && squeezeIn(board, slot)) {}
  for (const slot of slots) {
    if (slot.settled.size + slot.chosen.size >= slot.ask.least) continue;
    for (const [id, group] of slot.chosen) board.move(slot, id, null, group);
  }
  evenOut(board, [...new Set(slots.flatMap((slot) => slot.groups.flat()))].sort());
}

/** The fewest to choose from first, then by lot. */
function byNeed(one: Wanted, other: Wanted): number {
  return one.possible - other.possible || one.rank - other.rank || (one.seat.id < other.seat.id ? -1 : 1);
}

function wantedOf({ seats, teams, isExcluded, seed }: Proposing): readonly Wanted[] {
  const circles = circlesOf(seats, teams);
  return seats
    .filter((seat) => seat.asks.length > 0)
    .toSorted((one, other) => (one.id < other.id ? -1 : 1))
    .flatMap((seat) => {
      const circle = circles(seat);
      // One person speaks about another in one voice only.
      const speaks = new Map(seat.asks.flatMap(({ voice, settled }) => settled.map((id) => [id, voice])));
      const slotOf = (ask: Ask): Wanted => {
        const may = (id: string) => !isExcluded(seat, id) && (speaks.get(id) ?? ask.voice) === ask.voice;
        const groups = allowed(circle.get(ask.voice) ?? [], may);
        const chosen = new Map<string, number>();
        if (NAMED.has(ask.voice)) {
          const open = Math.max(0, ask.target - ask.settled.length);
          const free = groups.flatMap((ids, group) => ids.map((id) => [id, group] as const));
          for (const [id, group] of free.filter(([id]) => !ask.settled.includes(id)).slice(0, open)) {
            chosen.set(id, group);
            speaks.set(id, ask.voice);
          }
        }
        return {
          seat,
          ask,
          groups,
          chosen,
          cap: seat.perRaterAtMost,
          possible: new Set([...groups.flat(), ...ask.settled]).size,
          settled: new Set(ask.settled),
          rank: hash(`${seed} ${seat.id} ${ask.voice}`),
        };
      };
      return seat.asks.toSorted((one, other) => orderOf(one) - orderOf(other)).map(slotOf);
    });
}

/** Those who can only speak in one way are placed first. */
function orderOf({ voice }: Ask): number {
  return ASKED_VOICES.indexOf(voice);
}

/** Sorted, so that nothing depends on the order in which people were listed. */
function allowed(circle: Circle, may: (id: string) => boolean): Circle {
  return circle.map((ids) => ids.filter(may).toSorted());
}

/** FNV-1a of 32 bits: spreads well enough to break ties, and is the same on every machine. */
function hash(text: string): number {
  let value = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value >>> 0;
}
