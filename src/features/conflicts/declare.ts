/** Declaring a relation, deciding on what was declared, ending it, and commenting on it. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type Decision, decide } from '#domain/workflow/workflow.ts';
import { type Actor, isOfficer, notify, recordAct, refusalOf, requireScope } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { refreshCasesOf } from './cases/refresh.ts';
import {
  conflictCommented,
  conflictConfirmed,
  conflictDeclared,
  conflictEnded,
  conflictRejected,
} from './events.ts';
import type { ConflictServices } from './options.ts';
import type { Declaration } from './queries.ts';
import { relatedTo } from './related.ts';
import { requireDeclaration } from './standing.ts';
import { text } from './text.ts';
import { DECLARATION, type DeclarationAct, type DeclarationRole } from './transitions.ts';
import { type DeclaredKind, type FamilyRelation, kindLabel } from './words.ts';

export interface DeclarationInput {
  /** Made when the form was drawn: a second click declares nothing twice. */
  readonly id: string;
  readonly raterId: string;
  readonly rateeId: string;
  readonly kind: DeclaredKind;
  readonly relation: FamilyRelation | null;
  readonly since: string;
  readonly statement: string;
}

/** Declares a relation as one of the two, or as an officer of the one who is rated. */
export async function declareConflict(
  tx: Tx,
  services: ConflictServices,
  actor: Actor,
  input: DeclarationInput,
  today: string,
): Promise<void> {
  if (input.raterId === input.rateeId) throw new Refusal(text.twoPeople(), 'with');
  if (input.since > today) throw new Refusal(text.sinceLater(), 'since');
  if (input.kind === 'family' && !input.relation) throw new Refusal(text.relationMissing(), 'relation');
  const as = await roleOfDeclarer(tx, actor, input, today);
  const decision = decide(DECLARATION, { state: 'none', act: 'declare', roles: new Set([as]) });
  if (!decision.ok) throw refusalOf(decision.why);
  const holds = decision.to === 'confirmed';
  const inserted = await tx.db
    .insertInto('conflict_declarations')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      rater_id: input.raterId,
      ratee_id: input.rateeId,
      kind: input.kind,
      relation: input.kind === 'family' ? input.relation : null,
      since: input.since,
      statement: input.statement,
      declared_as: as,
      declared_by: actor.personId,
      declared_at: tx.now,
      state: decision.to,
      ...(holds ? { confirmed_by: actor.personId, confirmed_at: tx.now } : {}),
    })
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return refuseUnlessSame(tx, actor, input);
  await recordAct(
    tx,
    { process: 'conflict', subjectId: input.id, act: 'declare', actorId: actor.personId },
    decision,
  );
  await record(tx, conflictDeclared, {
    actorId: actor.personId,
    subject: { kind: 'conflict', id: input.id },
    personId: input.rateeId,
    payload: { kind: input.kind, as, since: input.since, raterId: input.raterId },
  });
  await tellDeclared(tx, actor, input, as, holds);
  if (holds) await refreshCasesOf(tx, services.schemes, [input.raterId, input.rateeId], today);
}

async function roleOfDeclarer(
  tx: Tx,
  actor: Actor,
  { raterId, rateeId }: DeclarationInput,
  today: string,
): Promise<'rater' | 'ratee' | 'officer'> {
  const as = actor.personId === raterId ? 'rater' : actor.personId === rateeId ? 'ratee' : 'officer';
  if (as === 'officer') {
    if (!isOfficer(actor)) throw new NotAllowed();
    await requireScope(tx, actor, [rateeId]);
    await requirePerson(tx, raterId);
    return as;
  }
  const other = as === 'rater' ? rateeId : raterId;
  const related = await relatedTo(tx, actor.personId, today);
  if (!related.some((each) => each.id === other && each.as === as))
    throw new Refusal(text.notRelated(), 'with');
  return as;
}

async function requirePerson(tx: Tx, id: string): Promise<void> {
  const found = await tx.db
    .selectFrom('people')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!found) throw new NotFound();
}

/** The same form sent again changes nothing; the same relation declared before is said. */
async function refuseUnlessSame(tx: Tx, actor: Actor, input: DeclarationInput): Promise<void> {
  const same = await tx.db
    .selectFrom('conflict_declarations')
    .select('declared_by')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', input.id)
    .executeTakeFirst();
  if (same?.declared_by !== actor.personId) throw new Refusal(text.alreadyDeclared(), 'kind');
}

/** Those concerned are told the fact; officers are told where something waits for them. */
async function tellDeclared(
  tx: Tx,
  actor: Actor,
  input: DeclarationInput,
  as: 'rater' | 'ratee' | 'officer',
  holds: boolean,
): Promise<void> {
  const path = `/conflicts/${input.id}`;
  const what = inIndonesian(kindLabel(input.kind));
  const concerned = [input.raterId, input.rateeId].filter((id) => id !== actor.personId);
  await notify(
    tx,
    ...concerned.map((personId) => ({
      personId,
      kind: 'conflict-declared' as const,
      parameters: { what },
      path,
      dedupeKey: `conflict-declared:${input.id}`,
    })),
  );
  if (!holds) {
    const officers = await agencyOfficers(tx);
    await notify(
      tx,
      ...officers
        .filter((id) => id !== input.raterId && id !== input.rateeId)
        .map((personId) => ({
          personId,
          kind: 'conflict-to-decide' as const,
          parameters: { what },
          path,
          dedupeKey: `conflict-to-decide:${input.id}`,
        })),
    );
  }
  if (as !== 'officer') tx.touch(actor.personId);
}

/** Notifications are sentences with what was stored; the kind of relation is stored as an office writes it. */
function inIndonesian({ id }: Bilingual): string {
  return id.toLowerCase();
}

export async function agencyOfficers(tx: Tx): Promise<readonly string[]> {
  const rows = await tx.db
    .selectFrom('role_grants')
    .select('person_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('role', '=', 'officer')
    .where('unit_id', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
  return rows.map((row) => row.person_id);
}

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
