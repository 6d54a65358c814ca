/**
 * What stands between people on a day: relations that were declared and confirmed, and what rules find in the data.
 * Asked for many pairs at once, in a fixed number of statements.
 */
import { CONFLICT_KINDS, type ConflictKind } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { contacts, daysRequired, unordered } from './rules/contact.ts';
import {
  type AppraisedRow,
  appraisedAmong,
  declaredBetween,
  type HouseholdRow,
  heardAmong,
  householdsOf,
  leadsAmong,
  membershipsOf,
  objectionsAmong,
  windowOf,
} from './rules/read.ts';

export interface Conflict {
  readonly kind: ConflictKind;
  readonly source: 'declared' | 'found';
  readonly raterId: string;
  readonly rateeId: string;
  /** Civil date from which it is known to stand. */
  readonly since: string;
  /** Of the declaration; null where a rule found it. */
  readonly id: string | null;
}

export interface Pair {
  readonly raterId: string;
  readonly rateeId: string;
  /** The voice in which the rater would speak: that a subordinate is also appraised by the ratee is no conflict. */
  readonly as?: string | undefined;
}

export interface About {
  /** Civil date. */
  readonly on: string;
  /** Months that two people must have worked together, as the scheme has it. */
  readonly contactMonths: number;
  readonly periodId?: string | undefined;
}

export function pairKey(raterId: string, rateeId: string): string {
  return `${raterId} ${rateeId}`;
}

type Finder = (pair: Pair) => readonly { kind: ConflictKind; since: string; id: string | null }[];

/** By `pairKey`; a pair without any conflict is absent. In either direction, whoever declared it. */
export async function conflictsBetween(
  tx: Tx,
  pairs: readonly Pair[],
  about: About,
): Promise<ReadonlyMap<string, readonly Conflict[]>> {
  const found = new Map<string, readonly Conflict[]>();
  if (pairs.length === 0) return found;
  const finders = await findersFor(
    tx,
    [...new Set(pairs.flatMap((pair) => [pair.raterId, pair.rateeId]))],
    about,
  );
  for (const pair of pairs) {
    const { raterId, rateeId } = pair;
    if (raterId === rateeId) continue;
    const own = finders.flatMap((find) =>
      find(pair).map(
        (each): Conflict => ({ ...each, source: each.id ? 'declared' : 'found', raterId, rateeId }),
      ),
    );
    if (own.length > 0) found.set(pairKey(raterId, rateeId), inOrder(own));
  }
  return found;
}

/** One of a kind is enough: the earliest, declared before found. In the order of the closed list. */
function inOrder(conflicts: readonly Conflict[]): readonly Conflict[] {
  return CONFLICT_KINDS.flatMap((kind) => {
    const own = conflicts.filter((each) => each.kind === kind);
    return own.toSorted((a, b) => a.since.localeCompare(b.since)).slice(0, 1);
  });
}

async function findersFor(tx: Tx, ids: readonly string[], about: About): Promise<readonly Finder[]> {
  const declared = Map.groupBy(await declaredBetween(tx, ids, about.on), (row) =>
    unordered(row.rater_id, row.ratee_id),
  );
  const households = new Map((await householdsOf(tx, ids)).map((row) => [row.person_id, row]));
  const appraised = await appraisedAmong(tx, ids, about);
  const objections = Map.groupBy(await objectionsAmong(tx, ids), (row) =>
    unordered(row.person_id, row.given_by),
  );
  return [
    ({ raterId, rateeId }) =>
      (declared.get(unordered(raterId, rateeId)) ?? []).map(({ kind, since, id }) => ({ kind, since, id })),
    ({ raterId, rateeId }) => sharedHousehold(households.get(raterId), households.get(rateeId)),
    await mutual(tx, ids, about, appraised),
    await shortContact(tx, ids, about, appraised),
    ({ raterId, rateeId }) =>
      (objections.get(unordered(raterId, rateeId)) ?? []).map((row) => ({
        kind: 'open-objection',
        since: row.filed_on,
        id: null,
      })),
  ];
}

function sharedHousehold(one: HouseholdRow | undefined, other: HouseholdRow | undefined): ReturnType<Finder> {
  if (!one || !other) return [];
  const sharesCard = one.card_hash !== null && one.card_hash === other.card_hash;
  const sharesAddress = one.address_hash !== null && one.address_hash === other.address_hash;
  if (!sharesCard && !sharesAddress) return [];
  const since = one.recorded_on > other.recorded_on ? one.recorded_on : other.recorded_on;
  return [{ kind: 'same-household', since, id: null }];
}

/** Whether the one who is rated rates the rater in return: as appraiser, as superior, or as somebody asked. */
async function mutual(
  tx: Tx,
  ids: readonly string[],
  about: About,
  appraised: readonly AppraisedRow[],
): Promise<Finder> {
  const since = new Map<string, string>();
  for (const { person_id, appraiser_id, superior_id, starts_on } of appraised)
    for (const id of [appraiser_id, superior_id])
      if (id) since.set(`lead ${pairKey(id, person_id)}`, starts_on);
  for (const { rater_id, person_id, asked_on } of await heardAmong(tx, ids, about))
    since.set(`voice ${pairKey(rater_id, person_id)}`, asked_on);
  return ({ raterId, rateeId, as }) => {
    const back = pairKey(rateeId, raterId);
    const found =
      (as === 'subordinate' ? undefined : since.get(`lead ${back}`)) ?? since.get(`voice ${back}`);
    return found ? [{ kind: 'mutual-appraisal', since: found, id: null }] : [];
  };
}

async function shortContact(
  tx: Tx,
  ids: readonly string[],
  about: About,
  appraised: readonly AppraisedRow[],
): Promise<Finder> {
  if (about.contactMonths === 0) return () => [];
  const window = await windowOf(tx, about);
  const contactOf = contacts(
    window,
    await membershipsOf(tx, ids, window),
    await leadsAmong(tx, ids, window, appraised),
  );
  const required = daysRequired(about.contactMonths, window);
  return ({ raterId, rateeId }) => {
    const { days, from } = contactOf(raterId, rateeId);
    return days < required ? [{ kind: 'short-contact', since: from ?? window.from, id: null }] : [];
  };
}
