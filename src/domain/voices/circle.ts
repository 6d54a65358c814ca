/**
 * Who can be asked about somebody, by what they were to each other in the period: the superior of the appraiser, the
 * leads of their teams, those they appraise, and colleagues from near to far. Users of a service and outsiders are
 * named by people, never proposed. Pure.
 */
import type { AskedVoice } from '../schemes/hearing.ts';
import { monthsOf, monthsOfAll, overlap, type Span } from './contact.ts';

/** One person in one post of a period: somebody who is heard about, and who may be asked about others. */
export interface Seat extends Span {
  readonly id: string;
  readonly personId: string;
  readonly unitId: string;
  readonly isHead: boolean;
  readonly appraiserId: string | null;
  readonly superiorId: string | null;
  /** Full months two people must have worked together before one is asked about the other. */
  readonly contactMonths: number;
}

/** One person in one team for some days. */
export interface TeamStay extends Span {
  readonly teamId: string;
  readonly personId: string;
  readonly role: 'lead' | 'member';
}

/** Those who can be asked in one voice, in groups from near to far; a nearer group is asked before a farther one. */
export type Circle = readonly (readonly string[])[];

interface Tie extends Span {
  readonly personId: string;
}

/** Answers for one seat after another which people can be asked in a voice. */
export function circlesOf(
  seats: readonly Seat[],
  teams: readonly TeamStay[],
): (seat: Seat) => ReadonlyMap<AskedVoice, Circle> {
  const byAppraiser = Map.groupBy(seats, (seat) => seat.appraiserId);
  const byUnit = Map.groupBy(seats, (seat) => seat.unitId);
  const byTeam = Map.groupBy(teams, (stay) => stay.teamId);
  const teamsOf = Map.groupBy(teams, (stay) => stay.personId);
  return (seat) => {
    const own = (teamsOf.get(seat.personId) ?? []).filter((stay) => overlap(stay, seat));
    const together = (ties: readonly Tie[]) => contactOf(seat, ties);
    const subordinates = together(byAppraiser.get(seat.personId) ?? []);
    const leads = leadsOf(seat, own, byTeam);
    const superior = seat.superiorId && seat.superiorId !== seat.appraiserId ? [seat.superiorId] : [];
    const aside = new Set([seat.personId, seat.appraiserId, seat.superiorId, ...subordinates]);
    const near = (ties: readonly Tie[]) => {
      const found = together(ties).filter((id) => !aside.has(id));
      for (const id of found) aside.add(id);
      return found;
    };
    const unit = byUnit.get(seat.unitId) ?? [];
    for (const { personId, isHead } of unit) if (isHead) aside.add(personId);
    const colleagues = [
      near(seat.appraiserId ? (byAppraiser.get(seat.appraiserId) ?? []) : []),
      near(own.flatMap((stay) => within(byTeam.get(stay.teamId) ?? [], stay))),
      near(unit),
    ];
    return new Map<AskedVoice, Circle>([
      ['appraiser-superior', [superior]],
      ['team-lead', leads.filter((id) => !superior.includes(id)).map((id) => [id])],
      ['subordinate', [subordinates]],
      ['colleague', colleagues],
      ['service-user', []],
      ['outsider', []],
    ]);
  };
}

/** Those with enough months together with the seat, without the person themselves. */
function contactOf(seat: Seat, ties: readonly Tie[]): readonly string[] {
  const spans = new Map<string, Span[]>();
  for (const tie of ties) {
    const shared = tie.personId === seat.personId ? undefined : overlap(seat, tie);
    if (!shared) continue;
    const known = spans.get(tie.personId);
    if (known) known.push(shared);
    else spans.set(tie.personId, [shared]);
  }
  return [...spans].flatMap(([id, shared]) => (monthsOfAll(shared) >= seat.contactMonths ? [id] : []));
}

function within(ties: readonly TeamStay[], span: Span): readonly Tie[] {
  return ties.flatMap((tie) => {
    const shared = overlap(tie, span);
    return shared ? [{ personId: tie.personId, ...shared }] : [];
  });
}

/** Leads of the teams in which the seat's person was a member, the longest first; an appraiser speaks already. */
function leadsOf(
  seat: Seat,
  own: readonly TeamStay[],
  byTeam: ReadonlyMap<string, readonly TeamStay[]>,
): readonly string[] {
  const months = new Map<string, number>();
  for (const stay of own) {
    if (stay.role === 'lead') continue;
    for (const other of byTeam.get(stay.teamId) ?? []) {
      const shared = other.role === 'lead' ? overlap(stay, other) : undefined;
      const inPeriod = shared && overlap(shared, seat);
      if (!inPeriod || [seat.personId, seat.appraiserId].includes(other.personId)) continue;
      months.set(other.personId, (months.get(other.personId) ?? 0) + monthsOf(inPeriod));
    }
  }
  return [...months]
    .filter(([, count]) => count >= Math.max(1, seat.contactMonths))
    .toSorted(([one, a], [other, b]) => b - a || one.localeCompare(other))
    .map(([id]) => id);
}
