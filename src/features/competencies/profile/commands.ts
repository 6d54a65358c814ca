/** An officer's acts on outcomes of assessment centres: record one, withdraw one that was wrong. */
import { keepFile } from '#features/measurements/index.ts';
import { type Actor, notify } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { competencyOutcomeRecorded, competencyOutcomeWithdrawn } from '../events.ts';
import { requireRole } from './access.ts';
import { outcomeLevelsSchema } from './queries.ts';
import { text } from './text.ts';

export interface NewOutcome {
  readonly id: string;
  readonly personId: string;
  readonly assessedOn: string;
  readonly institution: string;
  readonly levels: Readonly<Record<string, number>>;
  readonly note: string;
  /** The report of the assessment centre, when one was uploaded. */
  readonly file: {
    readonly id: string;
    readonly sha256: string;
    readonly name: string;
    readonly mediaType: string;
    readonly byteSize: number;
  } | null;
}

/** The same form twice is one outcome. */
export async function recordOutcome(tx: Tx, actor: Actor, today: string, given: NewOutcome): Promise<void> {
  await requireRole(tx, actor, given.personId, { today, allowed: ['officer'] });
  if (given.assessedOn > today) throw new Refusal(text.dateAhead(), 'assessedOn');
  if (Object.keys(given.levels).length === 0) throw new Refusal(text.noLevels(), 'levels');
  const versions = new Map((await dictionaryOf(tx)).map(({ code, version }) => [code, version]));
  const levels = Object.entries(given.levels).map(([code, level]) => {
    const version = versions.get(code);
    if (version === undefined) throw new Conflict(text.dictionaryChanged());
    return [code, { level, version }] as const;
  });
  if (given.file) await keepFile(tx, actor, given.file);
  const made = await tx.db
    .insertInto('competency_outcomes')
    .values({
      agency_id: tx.agencyId,
      id: given.id,
      person_id: given.personId,
      assessed_on: given.assessedOn,
      institution: given.institution,
      levels: JSON.stringify(Object.fromEntries(levels)),
      note: given.note,
      file_id: given.file?.id ?? null,
      recorded_by: actor.personId,
      recorded_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!made) return;
  await record(tx, competencyOutcomeRecorded, {
    actorId: actor.personId,
    subject: { kind: 'competency-outcome', id: given.id },
    personId: given.personId,
    payload: {
      assessedOn: given.assessedOn,
      institution: given.institution,
      competencies: levels.length,
      file: given.file?.name ?? null,
    },
  });
  await notify(tx, {
    personId: given.personId,
    kind: 'competency-outcome-recorded',
    parameters: { what: given.institution },
    path: '/mine/competencies',
  });
  tx.touch(given.personId);
}

/** It stays readable as withdrawn, with who and why. */
export async function withdrawOutcome(
  tx: Tx,
  actor: Actor,
  today: string,
  given: { readonly personId: string; readonly id: string; readonly reason: string },
): Promise<void> {
  await requireRole(tx, actor, given.personId, { today, allowed: ['officer'] });
  const reason = given.reason.trim();
  const row = isId(given.id)
    ? await tx.db
        .selectFrom('competency_outcomes')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', given.personId)
        .where('id', '=', given.id)
        .forUpdate()
        .executeTakeFirst()
    : undefined;
  if (!row) throw new NotFound();
  if (!reason) throw new Refusal(text.reasonMissing(), 'reason');
  if (row.withdrawn_at) throw new Conflict(text.alreadyWithdrawn());
  await tx.db
    .updateTable('competency_outcomes')
    .set({ withdrawn_by: actor.personId, withdrawn_at: tx.now, withdrawn_reason: reason })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', row.id)
    .execute();
  await record(tx, competencyOutcomeWithdrawn, {
    actorId: actor.personId,
    subject: { kind: 'competency-outcome', id: row.id },
    personId: given.personId,
    payload: {
      assessedOn: row.assessed_on,
      institution: row.institution,
      competencies: Object.keys(outcomeLevelsSchema.parse(row.levels)).length,
      reason,
    },
  });
  tx.touch(given.personId);
}
