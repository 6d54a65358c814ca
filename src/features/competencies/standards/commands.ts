/** An officer sets what a post asks for. A change is one more revision from a day on; nothing is overwritten. */
import type { PostLevel } from '#domain/schemes/index.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record, recordAll } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { competencyStandardSet } from '../events.ts';
import { PROPOSED_LEVEL, postLabel, type Target, targetKey } from './model.ts';
import { text } from './text.ts';

export function requireStandardsOfficer(actor: Actor): void {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
}

export interface NewStandard extends Target {
  readonly id: string;
  /** Revision that the officer had before them; 0 for a standard that is not there yet. */
  readonly seen: number;
  readonly levels: Readonly<Record<string, number>>;
  readonly validFrom: string;
  readonly basis: string;
}

/** Writes the next revision; whoever wrote another meanwhile is noticed, and the same form twice is once. */
export async function setStandard(tx: Tx, actor: Actor, given: NewStandard): Promise<void> {
  requireStandardsOfficer(actor);
  const unit = await unitOf(tx, given.unitId);
  if (Object.keys(given.levels).length === 0 && given.seen === 0)
    throw new Refusal(text.noLevels(), 'levels');
  const known = new Set((await dictionaryOf(tx)).map((each) => each.code));
  if (Object.keys(given.levels).some((code) => !known.has(code)))
    throw new Conflict(text.dictionaryChanged());
  const made = await tx.db
    .insertInto('competency_standards')
    .values(rowOf(tx, actor, given))
    .onConflict((conflict) => conflict.doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) {
    if (await isThere(tx, given.id)) return;
    throw given.seen === 0
      ? new Refusal(text.alreadySet(), given.postLevel === null ? 'positionName' : 'postLevel')
      : new Conflict(text.changedMeanwhile());
  }
  await record(tx, competencyStandardSet, {
    actorId: actor.personId,
    subject: { kind: 'competency-standard', id: given.id },
    payload: payloadOf(given, unit),
  });
}

function payloadOf(given: NewStandard, unit: string | null) {
  const { validFrom, basis, levels } = given;
  return { post: postLabel(given), unit, validFrom, basis, levels: { ...levels } };
}

function rowOf(tx: Tx, actor: Actor, given: NewStandard) {
  return {
    agency_id: tx.agencyId,
    id: given.id,
    target: targetKey(given),
    revision: given.seen + 1,
    post_level: given.postLevel,
    position_name: given.positionName,
    unit_id: given.unitId,
    levels: JSON.stringify(given.levels),
    valid_from: given.validFrom,
    basis: given.basis,
    recorded_by: actor.personId,
    recorded_at: tx.now,
  };
}

async function unitOf(tx: Tx, id: string | null): Promise<string | null> {
  if (id === null) return null;
  const unit = await tx.db
    .selectFrom('units')
    .select('name')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  if (!unit) throw new NotFound();
  return unit.name;
}

async function isThere(tx: Tx, id: string): Promise<boolean> {
  const row = await tx.db
    .selectFrom('competency_standards')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row !== undefined;
}

/** Sets the usual levels for levels of post that have no standard yet; those that have one stay as they are. */
export async function adoptProposals(
  tx: Tx,
  actor: Actor,
  given: {
    readonly postLevels: readonly PostLevel[];
    readonly validFrom: string;
    readonly basis: string;
  },
): Promise<number> {
  requireStandardsOfficer(actor);
  if (given.postLevels.length === 0) throw new Refusal(text.nothingChosen(), 'postLevels');
  const behavioural = (await dictionaryOf(tx)).filter((each) => each.isActive && each.kind !== 'technical');
  if (behavioural.length === 0) throw new Refusal(text.noDictionary(), 'postLevels');
  const standards = given.postLevels.map(
    (postLevel): NewStandard => ({
      id: newId(),
      seen: 0,
      postLevel,
      positionName: null,
      unitId: null,
      levels: Object.fromEntries(behavioural.map(({ code }) => [code, PROPOSED_LEVEL[postLevel]])),
      validFrom: given.validFrom,
      basis: given.basis,
    }),
  );
  const made = await tx.db
    .insertInto('competency_standards')
    .values(standards.map((each) => rowOf(tx, actor, each)))
    .onConflict((conflict) => conflict.columns(['agency_id', 'target', 'revision']).doNothing())
    .returning('id')
    .execute();
  const ids = new Set(made.map((row) => row.id));
  await recordAll(
    tx,
    competencyStandardSet,
    standards
      .filter((each) => ids.has(each.id))
      .map((each) => ({
        actorId: actor.personId,
        subject: { kind: 'competency-standard', id: each.id },
        payload: payloadOf(each, null),
      })),
  );
  return made.length;
}
