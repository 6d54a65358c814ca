/** Declaring a relation: as one of the two, or as an officer of the one who is rated. */
import type { Bilingual } from '#domain/bilingual.ts';
import { decide } from '#domain/workflow/workflow.ts';
import { type Actor, isOfficer, notify, recordAct, refusalOf, requireScope } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { refreshCasesOf } from './cases/refresh.ts';
import { conflictDeclared } from './events.ts';
import type { ConflictServices } from './options.ts';
import { relatedTo } from './related.ts';
import { text } from './text.ts';
import { DECLARATION } from './transitions.ts';
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
export function inIndonesian({ id }: Bilingual): string {
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
