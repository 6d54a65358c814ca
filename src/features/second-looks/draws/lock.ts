/** What every step of a draw begins with: who acts as which party, the draw locked, the act written down. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, isAgencyOfficer, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { findPeriod, type Period } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { DRAW, type DrawAct, type Party } from '../transitions.ts';
import { type Draw, findDraw } from './queries.ts';
import { text } from './text.ts';

/** As which parties somebody may act; nobody is both sides of one draw. */
export function partiesOf(actor: Actor): ReadonlySet<Party> {
  const parties = new Set<Party>();
  if (isAgencyOfficer(actor)) parties.add('officer');
  if (actor.isAuditor) parties.add('auditor');
  return parties;
}

function pathOf(periodId: string): string {
  return `/periods/${periodId}/second-looks`;
}

/** Agency officers, auditors, or both. */
export const SHORTEST_SECRET = 16;

export async function peopleOf(tx: Tx, parties: readonly Party[]): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('role', 'in', [...parties])
    .where('unit_id', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

export async function tell(
  tx: Tx,
  period: { readonly id: string; readonly name: string },
  kind: 'second-look-commit' | 'second-look-reveal',
  people: readonly string[],
  drawId: string,
): Promise<void> {
  await notify(
    tx,
    ...people.map((personId) => ({
      personId,
      kind,
      parameters: { period: period.name },
      path: pathOf(period.id),
      dedupeKey: `${kind}:${drawId}`,
    })),
  );
}

export interface Locked {
  readonly draw: Draw;
  readonly period: Period;
}

export async function lockDraw(tx: Tx, actor: Actor, id: string): Promise<Locked> {
  if (!isId(id)) throw new NotFound();
  if (partiesOf(actor).size === 0) throw new NotAllowed();
  await tx.db
    .selectFrom('second_look_draws')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const draw = await findDraw(tx, id);
  const period = draw && (await findPeriod(tx, draw.periodId));
  if (!draw || !period) throw new NotFound();
  return { draw, period };
}

export async function act(
  tx: Tx,
  actor: Actor | null,
  { draw }: Pick<Locked, 'draw'>,
  what: { readonly act: DrawAct; readonly as: Party | 'system'; readonly reason?: string },
): Promise<void> {
  const decision = decide(DRAW, {
    state: draw.state,
    act: what.act,
    roles: new Set([what.as]),
    reason: what.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  await recordAct(
    tx,
    {
      process: 'second-look-draw',
      subjectId: draw.id,
      act: what.act,
      actorId: actor?.personId ?? null,
      reason: what.reason,
    },
    decision,
  );
}

/** `as` one of the two parties, which the actor has to be; the same person cannot be the other one too. */
export function requireParty(actor: Actor, draw: Draw, as: Party): void {
  if (!partiesOf(actor).has(as)) throw new NotAllowed();
  const other = as === 'officer' ? draw.parties.auditor : draw.parties.officer;
  if (other.personId === actor.personId) throw new Refusal(text.twoPeople());
}
