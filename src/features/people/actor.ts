/**
 * Who acts. Loaded once a request from the account that signed in; passed to every command and query.
 * What somebody may do comes from here (granted roles) and from their relation to the person concerned
 * (appraiser, superior), never from the address or the form.
 */
import { sql } from 'kysely';
import type { Tx } from '#platform/database/database.ts';

/** Where a granted role holds. Units stand with everything below them. */
export type Scope =
  | { readonly kind: 'none' }
  | { readonly kind: 'agency' }
  | { readonly kind: 'units'; readonly unitIds: ReadonlySet<string> };

export interface Actor {
  readonly personId: string;
  readonly accountId: string;
  readonly name: string;
  /** Personnel officer (pengelola kinerja) of the agency or of units. */
  readonly officer: Scope;
  /** Leader who sees the organisation: mayor, Sekda, head of agency. */
  readonly leader: Scope;
  /** Inspektorat: reads everything that happened, changes nothing. */
  readonly isAuditor: boolean;
}

export const NO_SCOPE: Scope = { kind: 'none' };
export const WHOLE_AGENCY: Scope = { kind: 'agency' };

export function covers(scope: Scope, unitId: string): boolean {
  return scope.kind === 'agency' || (scope.kind === 'units' && scope.unitIds.has(unitId));
}

export function isAgencyOfficer(actor: Actor): boolean {
  return actor.officer.kind === 'agency';
}

/** Whoever may look at the results of the whole agency side by side: its officers, its leaders, auditors. */
export function overseesAgency({ officer, leader, isAuditor }: Actor): boolean {
  return officer.kind === 'agency' || leader.kind === 'agency' || isAuditor;
}

export function isOfficer(actor: Actor): boolean {
  return actor.officer.kind !== 'none';
}

/** A role as it was granted: for the whole agency, or for a unit and everything below it. */
export interface Grant {
  readonly role: string;
  readonly unitId: string | null;
}

/** The person with the roles granted to them; asks the database only where a role holds for units. */
export async function actorOf(
  tx: Tx,
  person: {
    readonly id: string;
    readonly accountId: string;
    readonly name: string;
    readonly title_before: string | null;
    readonly title_after: string | null;
  },
  grants: readonly Grant[],
): Promise<Actor> {
  const scopeOf = async (role: string): Promise<Scope> => {
    const own = grants.filter((grant) => grant.role === role);
    if (own.length === 0) return NO_SCOPE;
    const unitIds = own.flatMap((grant) => grant.unitId ?? []);
    return unitIds.length < own.length
      ? WHOLE_AGENCY
      : { kind: 'units', unitIds: await unitsBelow(tx, unitIds) };
  };
  return {
    personId: person.id,
    accountId: person.accountId,
    name: fullName(person),
    officer: await scopeOf('officer'),
    leader: await scopeOf('leader'),
    isAuditor: grants.some((grant) => grant.role === 'auditor'),
  };
}

/** The units named and all units below them. */
export async function unitsBelow(tx: Tx, unitIds: readonly string[]): Promise<ReadonlySet<string>> {
  const { rows } = await sql<{ id: string }>`
    with recursive below as (
      select id from units where agency_id = ${tx.agencyId} and id = any(${[...unitIds]}::uuid[])
      union
      select child.id from units child join below on child.parent_id = below.id where child.agency_id = ${tx.agencyId}
    )
    select id from below`.execute(tx.db);
  return new Set(rows.map((row) => row.id));
}

/** `dr. Sari Wulandari, M.Kes.` */
export function fullName(person: {
  name: string;
  title_before: string | null;
  title_after: string | null;
}): string {
  const front = person.title_before ? `${person.title_before} ` : '';
  const back = person.title_after ? `, ${person.title_after}` : '';
  return `${front}${person.name}${back}`;
}

/** `1986••••••••••1001`: enough to tell two people apart, not enough to use. */
export function maskNip(nip: string | null): string {
  return nip ? `${nip.slice(0, 4)}••••••••••${nip.slice(-4)}` : '–';
}
