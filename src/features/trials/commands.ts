import { parseScheme } from '#domain/schemes/index.ts';
import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { findPeriod } from '#features/periods/index.ts';
import { findDraft, type SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, Refusal } from '#platform/errors.ts';
import { trialRequested } from './events.ts';
import { text } from './text.ts';

export const TRIAL_TASK = 'scheme-trial';

export interface TrialInput {
  /** Made when the page was drawn: a second click starts nothing. */
  readonly id: string;
  readonly name: string;
  readonly periodId: string;
  /** `draft:<id>` or `version:<scheme>@<version>`. */
  readonly subject: string;
}

interface Subject {
  readonly draftId: string | null;
  readonly draftRevision: number | null;
  readonly schemeId: string;
  readonly version: number;
}

/** Asks for a trial; it is computed by a job and kept. */
export async function requestTrial(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  input: TrialInput,
): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const name = input.name.trim().slice(0, 200);
  if (!name) throw new Refusal(text.nameMissing(), 'name');
  const period = await findPeriod(tx, input.periodId);
  if (!period || period.state === 'draft') throw new Refusal(text.periodMissing(), 'period');
  const subject = await subjectOf(tx, schemes, input.subject);
  const added = await tx.db
    .insertInto('scheme_trials')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      period_id: period.id,
      draft_id: subject.draftId,
      draft_revision: subject.draftRevision,
      scheme_id: subject.schemeId,
      version: subject.version,
      name,
      state: 'waiting',
      requested_by: actor.personId,
      created_at: tx.now,
      updated_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  await record(tx, trialRequested, {
    actorId: actor.personId,
    subject: { kind: 'scheme-trial', id: input.id },
    payload: { name, period: period.name, scheme: `${subject.schemeId}@${subject.version}` },
  });
  await tx.enqueue(TRIAL_TASK, { trialId: input.id }, { key: `${TRIAL_TASK}:${input.id}`, maxAttempts: 4 });
  tx.touch(actor.personId);
}

async function subjectOf(tx: Tx, schemes: SchemeStore, subject: string): Promise<Subject> {
  const [kind, rest = ''] = [subject.slice(0, subject.indexOf(':')), subject.slice(subject.indexOf(':') + 1)];
  if (kind === 'draft') {
    const draft = await findDraft(tx, rest);
    if (!draft) throw new Refusal(text.schemeMissing(), 'subject');
    const parsed = parseScheme(draft.source, 'scheme.yaml');
    if (!parsed.ok) throw new Refusal(text.draftHasProblems({ count: parsed.problems.length }), 'subject');
    return {
      draftId: draft.id,
      draftRevision: draft.revision,
      schemeId: draft.schemeId,
      version: draft.version,
    };
  }
  const [id = '', version = ''] = rest.split('@');
  const number = Number(version);
  const found =
    (await schemes.find(tx, id, number)) ??
    schemes.shipped.find(({ scheme }) => scheme.id === id && scheme.version === number);
  if (kind !== 'version' || !found) throw new Refusal(text.schemeMissing(), 'subject');
  return { draftId: null, draftRevision: null, schemeId: id, version: number };
}
