/** Stages that an innovation has reached: claimed by its people, verified by another unit. */
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, agencyToday, notify, recordAct, refusalOf } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { innovationStepClaimed, innovationStepVerified, innovationVerification } from '../events.ts';
import { mayVerify } from '../queries.ts';
import { innovationComponent } from '../stages.ts';
import { text } from '../text.ts';
import { INNOVATION } from '../transitions.ts';
import { lockInnovation } from './lock.ts';

export interface Claim {
  readonly id: string;
  readonly stage: string;
  readonly reachedOn: string;
  readonly account: string;
  readonly measure: string | null;
  readonly before: string | null;
  readonly after: string | null;
  readonly link: string | null;
}

export async function claimStep(
  tx: Tx,
  actor: Actor,
  schemes: SchemeStore,
  input: { readonly innovationId: string; readonly claim: Claim },
): Promise<void> {
  const { innovation, roles } = await lockInnovation(tx, actor, input.innovationId);
  const { claim } = input;
  if (innovation.steps.some(({ id }) => id === claim.id)) return;
  const decision = decide(INNOVATION, { state: innovation.state, act: 'claim-step', roles });
  if (!decision.ok) throw refusalOf(decision.why);
  const { scheme } = await schemes.load(tx, innovation.scheme.id, innovation.scheme.version);
  const stage = innovationComponent(scheme)?.stages.find(({ code }) => code === claim.stage);
  if (!stage) throw new Refusal(text.chooseStage(), 'stage');
  if (claim.reachedOn > (await agencyToday(tx))) throw new Refusal(text.stepInFuture(), 'reachedOn');
  if (innovation.steps.some((step) => step.stage === claim.stage && step.verdict !== 'refused'))
    throw new Refusal(text.stepTwice(), 'stage');
  await tx.db
    .insertInto('innovation_steps')
    .values({
      agency_id: tx.agencyId,
      id: claim.id,
      innovation_id: innovation.id,
      stage: claim.stage,
      reached_on: claim.reachedOn,
      account: claim.account,
      measure: claim.measure,
      value_before: claim.before,
      value_after: claim.after,
      link: claim.link,
      claimed_by: actor.personId,
      claimed_at: tx.now,
    })
    .execute();
  await record(tx, innovationStepClaimed, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: innovation.id },
    payload: { title: innovation.title, stage: stage.label.id, reachedOn: claim.reachedOn },
  });
  tx.touch(...innovation.members.map(({ id }) => id));
}

/** The officer asks another unit: neither the own one nor one above or below it. */
export async function askVerification(
  tx: Tx,
  actor: Actor,
  input: { readonly innovationId: string; readonly stepId: string; readonly unitId: string },
): Promise<void> {
  const { innovation, roles } = await lockInnovation(tx, actor, input.innovationId);
  const decision = decide(INNOVATION, { state: innovation.state, act: 'ask-verification', roles });
  if (!decision.ok) throw refusalOf(decision.why);
  const step = innovation.steps.find(({ id }) => id === input.stepId);
  if (!step) throw new NotFound();
  if (step.verdict !== null) throw new Conflict(text.stepDecided());
  const unit = await tx.db
    .selectFrom('units')
    .select(['id', 'name'])
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.unitId)
    .where('active_until', 'is', null)
    .executeTakeFirst();
  if (!unit) throw new Refusal(text.chooseUnit(), 'unit');
  if ((await line(tx, innovation.unit.id)).has(unit.id)) throw new Refusal(text.unitOfOwn(), 'unit');
  await tx.db
    .updateTable('innovation_steps')
    .set({ verifying_unit_id: unit.id })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', step.id)
    .execute();
  await record(tx, innovationVerification, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: innovation.id },
    payload: { title: innovation.title, stage: step.stage, unit: unit.name },
  });
  const heads = await headsOf(tx, unit.id);
  await notify(
    tx,
    ...heads.map((personId) => ({
      personId,
      kind: 'innovation-to-verify' as const,
      parameters: { what: innovation.title },
      path: `/innovations/${innovation.id}`,
    })),
  );
}

/** The unit and those above it, except the root of the agency, where everything meets. */
async function line(tx: Tx, unitId: string): Promise<ReadonlySet<string>> {
  const units = await tx.db
    .selectFrom('units')
    .select(['id', 'parent_id'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const parents = new Map(units.map((unit) => [unit.id, unit.parent_id]));
  const chain = new Set<string>();
  for (let id: string | null | undefined = unitId; id; id = parents.get(id)) {
    // The topmost unit is above everybody; it may verify for all but itself.
    if (parents.get(id) === null && id !== unitId) break;
    chain.add(id);
  }
  const isBelow = (id: string | null | undefined): boolean =>
    id ? id === unitId || isBelow(parents.get(id)) : false;
  for (const { id } of units) if (isBelow(id)) chain.add(id);
  return chain;
}

async function headsOf(tx: Tx, unitId: string): Promise<readonly string[]> {
  const day = await agencyToday(tx);
  const rows = await tx.db
    .selectFrom('placements')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('unit_id', '=', unitId)
    .where('is_head', '=', true)
    .where('valid_from', '<=', day)
    .where((where) => where.or([where('valid_until', 'is', null), where('valid_until', '>', day)]))
    .execute();
  return rows.map((row) => row.person_id);
}

export async function verifyStep(
  tx: Tx,
  actor: Actor,
  input: {
    readonly innovationId: string;
    readonly stepId: string;
    readonly verdict: 'confirmed' | 'refused';
    readonly reason: string;
  },
): Promise<void> {
  const { innovation, headed } = await lockInnovation(tx, actor, input.innovationId);
  const step = innovation.steps.find(({ id }) => id === input.stepId);
  if (!step) throw new NotFound();
  if (!mayVerify(actor, { ...innovation }, { ...step, verdict: null }, headed)) throw new NotAllowed();
  if (step.verdict !== null) throw new Conflict(text.stepDecided());
  const reason = input.reason.trim();
  if (reason === '') throw new Refusal(text.verdictReason(), 'reason');
  await tx.db
    .updateTable('innovation_steps')
    .set({
      verdict: input.verdict,
      verdict_reason: reason,
      verified_by: actor.personId,
      verified_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', step.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'innovation',
      subjectId: innovation.id,
      act: `verify-${input.verdict}`,
      actorId: actor.personId,
      reason,
    },
    { ok: true, from: 'adopted', to: 'adopted' },
  );
  await record(tx, innovationStepVerified, {
    actorId: actor.personId,
    subject: { kind: 'innovation', id: innovation.id },
    payload: { title: innovation.title, stage: step.stage, verdict: input.verdict, reason },
  });
  await notify(
    tx,
    ...innovation.members.map(({ id }) => ({
      personId: id,
      kind: 'innovation-changed' as const,
      parameters: { person: actor.name, what: innovation.title },
      path: `/innovations/${innovation.id}`,
    })),
  );
}
