/** Deciding on a declared relation, ending it, and commenting on it. */
import { type Decision, decide } from '#domain/workflow/workflow.ts';
import { type Actor, notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { refreshCasesOf } from './cases/refresh.ts';
import { inIndonesian } from './declare.ts';
import { conflictCommented, conflictConfirmed, conflictEnded, conflictRejected } from './events.ts';
import type { ConflictServices } from './options.ts';
import type { Declaration } from './queries.ts';
import { requireDeclaration } from './standing.ts';
import { text } from './text.ts';
import { DECLARATION, type DeclarationAct, type DeclarationRole } from './transitions.ts';
import { kindLabel } from './words.ts';

export interface DecisionInput {
  readonly id: string;
  readonly act: Exclude<DeclarationAct, 'declare'>;
  readonly reason: string;
  /** The first day on which it no longer holds; for the act `end` only. */
  readonly until: string | null;
}

/** One act on a declared relation: the table says who may, from which state, and whether a reason is needed. */
export async function decideDeclaration(
  tx: Tx,
  services: ConflictServices,
  actor: Actor,
  input: DecisionInput,
  today: string,
): Promise<void> {
  const { declaration, roles } = await requireDeclaration(tx, actor, input.id, today, { lock: true });
  const decision = decide(DECLARATION, {
    state: declaration.state,
    act: input.act,
    roles,
    reason: input.reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  const until = input.act === 'end' ? (input.until ?? today) : null;
  if (until !== null && until < declaration.since) throw new Refusal(text.untilBeforeSince(), 'until');
  await tx.db
    .updateTable('conflict_declarations')
    .set(
      input.act === 'confirm'
        ? { state: decision.to, confirmed_by: actor.personId, confirmed_at: tx.now }
        : {
            state: decision.to,
            until,
            closed_by: actor.personId,
            closed_at: tx.now,
            close_reason: input.reason.trim(),
          },
    )
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', declaration.id)
    .execute();
  const { reason } = input;
  await recordAct(
    tx,
    { process: 'conflict', subjectId: declaration.id, act: input.act, actorId: actor.personId, reason },
    decision,
  );
  await recordDecision(tx, actor, declaration, { ...input, until });
  await tellDecided(tx, actor, declaration, input.act, decision);
  if (declaration.state === 'confirmed' || decision.to === 'confirmed')
    await refreshCasesOf(tx, services.schemes, [declaration.raterId, declaration.rateeId], today);
}

async function recordDecision(
  tx: Tx,
  actor: Actor,
  declaration: Declaration,
  { act, reason, until }: DecisionInput,
): Promise<void> {
  const { kind, raterId } = declaration;
  const about = {
    actorId: actor.personId,
    subject: { kind: 'conflict', id: declaration.id },
    personId: declaration.rateeId,
  };
  if (act === 'confirm') await record(tx, conflictConfirmed, { ...about, payload: { kind, raterId } });
  else if (act === 'reject')
    await record(tx, conflictRejected, { ...about, payload: { kind, raterId, reason: reason.trim() } });
  else
    await record(tx, conflictEnded, { ...about, payload: { kind, raterId, until, reason: reason.trim() } });
}

const TOLD = { confirm: 'conflict-confirmed', reject: 'conflict-rejected' } as const;

async function tellDecided(
  tx: Tx,
  actor: Actor,
  declaration: Declaration,
  act: DecisionInput['act'],
  decision: Decision<string> & { readonly ok: true },
): Promise<void> {
  const kind = act === 'confirm' || act === 'reject' ? TOLD[act] : ('conflict-ended' as const);
  await notify(
    tx,
    ...[...new Set([declaration.raterId, declaration.rateeId, declaration.declaredBy])]
      .filter((id) => id !== actor.personId)
      .map((personId) => ({
        personId,
        kind,
        parameters: { what: inIndonesian(kindLabel(declaration.kind)) },
        path: `/conflicts/${declaration.id}`,
        dedupeKey: `conflict-${decision.to}:${declaration.id}`,
      })),
  );
  tx.touch(actor.personId);
}

/** Whoever is concerned and did not declare it says one thing about it, once, while it is open or stands. */
export async function commentOnDeclaration(
  tx: Tx,
  actor: Actor,
  input: { readonly id: string; readonly body: string },
  today: string,
): Promise<void> {
  const { declaration, roles } = await requireDeclaration(tx, actor, input.id, today, { lock: true });
  const by = partyOf(roles);
  if (!by || roles.has('declarer')) throw new NotAllowed();
  if (declaration[`${by}Comment`]?.body === input.body) return;
  if (declaration[`${by}Comment`]) throw new Conflict(text.alreadyCommented());
  if (declaration.state !== 'declared' && declaration.state !== 'confirmed')
    throw new Conflict(text.closedToComments());
  await tx.db
    .updateTable('conflict_declarations')
    .set(
      by === 'rater'
        ? { rater_comment: input.body, rater_commented_at: tx.now }
        : { ratee_comment: input.body, ratee_commented_at: tx.now },
    )
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', declaration.id)
    .execute();
  await record(tx, conflictCommented, {
    actorId: actor.personId,
    subject: { kind: 'conflict', id: declaration.id },
    personId: declaration.rateeId,
    payload: { kind: declaration.kind, by },
  });
  tx.touch(declaration.raterId, declaration.rateeId, declaration.declaredBy);
}

export function partyOf(roles: ReadonlySet<DeclarationRole>): 'rater' | 'ratee' | undefined {
  if (roles.has('rater')) return 'rater';
  return roles.has('ratee') ? 'ratee' : undefined;
}
