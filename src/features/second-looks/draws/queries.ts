/** Draws of second looks as they stand; until both have revealed, no secret is in the database. */
import type { DrawRecord } from '#domain/lot/index.ts';
import { readList } from '#domain/lot/index.ts';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { DrawState, Party } from '../transitions.ts';

export interface PartyOfDraw {
  readonly personId: string | null;
  readonly name: string | null;
  readonly commitment: string | null;
  readonly committedAt: Date | null;
  readonly secret: string | null;
  readonly revealedAt: Date | null;
}

export interface Draw {
  readonly id: string;
  readonly periodId: string;
  readonly attempt: number;
  readonly state: DrawState;
  readonly list: string;
  readonly listSha256: string;
  readonly eligible: number;
  readonly preparedAt: Date;
  readonly parties: Readonly<Record<Party, PartyOfDraw>>;
  readonly seed: string | null;
  readonly chosen: number | null;
  readonly drawnAt: Date | null;
  readonly abandonedAt: Date | null;
  readonly abandonReason: string | null;
}

/** The latest first. */
export async function drawsOf(
  tx: Tx,
  which: { readonly periodId?: string; readonly id?: string },
): Promise<readonly Draw[]> {
  let query = tx.db
    .selectFrom('second_look_draws as draw')
    .leftJoin('people as officer', (join) =>
      join.onRef('officer.id', '=', 'draw.officer_id').on('officer.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as auditor', (join) =>
      join.onRef('auditor.id', '=', 'draw.auditor_id').on('auditor.agency_id', '=', tx.agencyId),
    )
    .selectAll('draw')
    .select([
      'officer.name as officer_name',
      'officer.title_before as officer_before',
      'officer.title_after as officer_after',
    ])
    .select([
      'auditor.name as auditor_name',
      'auditor.title_before as auditor_before',
      'auditor.title_after as auditor_after',
    ])
    .where('draw.agency_id', '=', tx.agencyId);
  if (which.id !== undefined) query = query.where('draw.id', '=', which.id);
  if (which.periodId !== undefined) query = query.where('draw.period_id', '=', which.periodId);
  const rows = await query.orderBy('draw.attempt', 'desc').execute();
  const named = (name: string | null, title_before: string | null, title_after: string | null) =>
    name === null ? null : fullName({ name, title_before, title_after });
  return rows.map((row) => ({
    id: row.id,
    periodId: row.period_id,
    attempt: row.attempt,
    state: row.state as DrawState,
    list: row.list,
    listSha256: row.list_sha256,
    eligible: row.eligible,
    preparedAt: row.prepared_at,
    parties: {
      officer: {
        personId: row.officer_id,
        name: named(row.officer_name, row.officer_before, row.officer_after),
        commitment: row.officer_commitment,
        committedAt: row.officer_committed_at,
        secret: row.officer_secret,
        revealedAt: row.officer_revealed_at,
      },
      auditor: {
        personId: row.auditor_id,
        name: named(row.auditor_name, row.auditor_before, row.auditor_after),
        commitment: row.auditor_commitment,
        committedAt: row.auditor_committed_at,
        secret: row.auditor_secret,
        revealedAt: row.auditor_revealed_at,
      },
    },
    seed: row.seed,
    chosen: row.chosen,
    drawnAt: row.drawn_at,
    abandonedAt: row.abandoned_at,
    abandonReason: row.abandon_reason,
  }));
}

export async function findDraw(tx: Tx, id: string): Promise<Draw | undefined> {
  return isId(id) ? (await drawsOf(tx, { id }))[0] : undefined;
}

/** Ids of everybody who stood on a list from which was drawn: nobody is drawn from twice. */
export function idsIn(draws: readonly Draw[]): ReadonlySet<string> {
  const drawn = draws.filter(({ state }) => state === 'drawn');
  return new Set(drawn.flatMap(({ list }) => (readList(list) ?? []).map(({ id }) => id)));
}

/** What is published of a finished draw: everything that is needed to compute it again. */
export function recordOf(
  draw: Draw,
  about: { readonly agency: string; readonly period: string; readonly drawn: readonly string[] },
): DrawRecord | undefined {
  const { officer, auditor } = draw.parties;
  if (draw.seed === null) return undefined;
  const party = (each: PartyOfDraw) => ({
    commitment: each.commitment ?? '',
    secret: each.secret ?? '',
    committedAt: each.committedAt?.toISOString() ?? '',
    revealedAt: each.revealedAt?.toISOString() ?? '',
  });
  return {
    format: 'tera-draw',
    version: 1,
    agency: about.agency,
    period: about.period,
    id: draw.id,
    attempt: draw.attempt,
    list: draw.list,
    listSha256: draw.listSha256,
    officer: party(officer),
    auditor: party(auditor),
    seed: draw.seed,
    drawn: [...about.drawn],
  };
}
