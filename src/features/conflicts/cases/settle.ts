/** An officer's decision on a conflict: another appraiser, a second one, or that it stays, always with a reason. */

import { askingRules } from '#domain/schemes/index.ts';
import { decide } from '#domain/workflow/workflow.ts';
import {
  type Actor,
  assignAppraiser,
  covers,
  isOfficer,
  recordAct,
  refusalOf,
} from '#features/people/index.ts';
import { setAppraiser } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { conflictsBetween, pairKey } from '../between.ts';
import { conflictReopened, conflictSettled } from '../events.ts';
import type { ConflictServices } from '../options.ts';
import { strictest } from '../strictest.ts';
import { CASE, type CaseAct } from '../transitions.ts';
import type { Settlement } from '../words.ts';
import { type ConflictCase, findCase } from './queries.ts';
import { refreshCasesOf } from './refresh.ts';
import { text } from './text.ts';

export interface SettleInput {
  readonly id: string;
  readonly settlement: Settlement;
  /** Who appraises instead; with `replaced` only. */
  readonly substituteId: string | null;
  readonly reason: string;
}

/** The case, locked, for an officer of its unit who is not one of the two; readers elsewhere are told there is nothing. */
async function lockCase(tx: Tx, actor: Actor, act: CaseAct, id: string, reason: string) {
  if (!isId(id)) throw new NotFound();
  await tx.db
    .selectFrom('conflict_cases')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .forUpdate()
    .execute();
  const found = await findCase(tx, id);
  if (!found) throw new NotFound();
  const roles = new Set<'officer'>(mayDecide(actor, found) ? ['officer'] : []);
  if (roles.size === 0 && !isOfficer(actor) && !actor.isAuditor) throw new NotFound();
  if (isOfficer(actor) && !covers(actor.officer, found.unitId)) throw new NotFound();
  const decision = decide(CASE, { state: found.state, act, roles, reason });
  if (!decision.ok) throw refusalOf(decision.why);
  return { found, decision };
}

/** Nobody decides on a conflict of their own. */
export function mayDecide(actor: Actor, about: ConflictCase): boolean {
  const isParty = actor.personId === about.raterId || actor.personId === about.rateeId;
  return !isParty && covers(actor.officer, about.unitId);
}

export async function settleCase(
  tx: Tx,
  services: ConflictServices,
  actor: Actor,
  input: SettleInput,
  today: string,
): Promise<ConflictCase> {
  const { found, decision } = await lockCase(tx, actor, 'settle', input.id, input.reason);
  if (found.consequence === 'replace' && input.settlement === 'second-appraiser')
    throw new Refusal(text.replaceNotSecond(), 'settlement');
  const reason = input.reason.trim();
  const substituteId = input.settlement === 'replaced' ? input.substituteId : null;
  if (input.settlement === 'replaced')
    await replaceAppraiser(tx, services, actor, found, { substituteId, reason, today });
  await tx.db
    .updateTable('conflict_cases')
    .set({
      state: decision.to,
      settlement: input.settlement,
      substitute_id: substituteId,
      settled_by: actor.personId,
      settled_at: tx.now,
      reason,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', found.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'conflict-case',
      subjectId: found.id,
      participantId: found.participantId,
      act: 'settle',
      actorId: actor.personId,
      reason,
    },
    decision,
  );
  await record(tx, conflictSettled, {
    actorId: actor.personId,
    subject: { kind: 'conflict-case', id: found.id },
    personId: found.rateeId,
    payload: {
      participantId: found.participantId,
      kind: found.kind,
      consequence: found.consequence,
      settlement: input.settlement,
      substituteId,
      reason,
    },
  });
  tx.touch(found.rateeId, found.raterId, found.superiorId, actor.personId);
  if (substituteId) await refreshCasesOf(tx, services.schemes, [found.rateeId], today);
  return found;
}

/** The appraiser of the person from today on, and of this appraisal at once. */
async function replaceAppraiser(
  tx: Tx,
  services: ConflictServices,
  actor: Actor,
  found: ConflictCase,
  by: { readonly substituteId: string | null; readonly reason: string; readonly today: string },
): Promise<void> {
  const { substituteId, reason, today } = by;
  if (!substituteId) throw new Refusal(text.substituteMissing(), 'substituteId');
  if (found.appraiserId !== found.raterId) throw new Conflict(text.alreadyReplaced());
  if (substituteId === found.raterId) throw new Refusal(text.substituteSame(), 'substituteId');
  const { scheme } = await services.schemes.load(tx, found.schemeId, found.schemeVersion);
  const conflicts = await conflictsBetween(tx, [{ raterId: substituteId, rateeId: found.rateeId }], {
    on: today,
    contactMonths: askingRules(scheme).contactMonths,
    periodId: found.periodId,
  });
  if (strictest(scheme, conflicts.get(pairKey(substituteId, found.rateeId)) ?? []) === 'replace')
    throw new Refusal(text.substituteConflicts(), 'substituteId');
  await assignAppraiser(tx, actor, [found.rateeId], {
    appraiserId: substituteId,
    superiorId: null,
    from: today,
    reason,
  });
  const assigned = await tx.db
    .selectFrom('appraiser_assignments')
    .select('superior_id')
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', found.rateeId)
    .where('appraiser_id', '=', substituteId)
    .where('valid_from', '=', today)
    .executeTakeFirst();
  if (!assigned) throw new NotAllowed();
  await setAppraiser(tx, actor, {
    participantId: found.participantId,
    appraiserId: substituteId,
    superiorId: assigned.superior_id,
    reason,
  });
}

/** A decision can be thought over; the former one stays in the acts. */
export async function reopenCase(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly reason: string },
): Promise<void> {
  const { found, decision } = await lockCase(tx, actor, 'reopen', input.id, input.reason);
  await tx.db
    .updateTable('conflict_cases')
    .set({
      state: decision.to,
      settlement: null,
      substitute_id: null,
      settled_by: null,
      settled_at: null,
      reason: null,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', found.id)
    .execute();
  const { reason } = input;
  await recordAct(
    tx,
    {
      process: 'conflict-case',
      subjectId: found.id,
      participantId: found.participantId,
      act: 'reopen',
      actorId: actor.personId,
      reason,
    },
    decision,
  );
  await record(tx, conflictReopened, {
    actorId: actor.personId,
    subject: { kind: 'conflict-case', id: found.id },
    personId: found.rateeId,
    payload: { participantId: found.participantId, kind: found.kind, reason: reason.trim() },
  });
  tx.touch(found.rateeId, found.raterId, actor.personId);
}
