/** Withdrawing (before ratification) and revoking (after it): the visible acts that let a result be given anew. */
import { decide } from '#domain/workflow/workflow.ts';
import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { resultRevoked, resultWithdrawn } from '../events.ts';
import { assessmentOf } from '../queries.ts';
import { requireOpenPeriod } from '../roles.ts';
import { APPRAISER_ASSESSMENT, type Ground } from '../transitions.ts';
import { type ActInput, type Begun, beginAct, eventOf, setResult } from './begin-act.ts';

export interface TakeBackInput extends ActInput {
  readonly reason: string;
  readonly ground: Ground;
}

export interface TakeBackOptions {
  /** Told within the act; a ground that it names is recorded, whatever the form said. */
  readonly onTakeBack?: (
    tx: Tx,
    actor: Actor,
    taken: { readonly participantId: string; readonly resultId: string; readonly reason: string },
  ) => Promise<Ground | undefined>;
  /** The ground that taking back this result will carry; undefined where it is chosen. */
  readonly fixedGround?: (
    tx: Tx,
    about: { readonly participantId: string; readonly resultId: string },
  ) => Promise<Ground | undefined>;
}

type Told = Pick<TakeBackOptions, 'onTakeBack'>;

export async function withdrawResult(
  tx: Tx,
  actor: Actor,
  input: TakeBackInput,
  told: Told = {},
): Promise<void> {
  await takeBack(tx, actor, 'withdraw', input, told);
}

export async function revokeResult(
  tx: Tx,
  actor: Actor,
  input: TakeBackInput,
  told: Told = {},
): Promise<void> {
  await takeBack(tx, actor, 'revoke', input, told);
}

async function takeBack(
  tx: Tx,
  actor: Actor,
  act: 'withdraw' | 'revoke',
  input: TakeBackInput,
  { onTakeBack }: Told,
): Promise<void> {
  const begun = await beginAct(tx, actor, act, input);
  const { standing, result, decision } = begun;
  requireOpenPeriod(standing.view);
  const { participantId, resultId, reason } = input;
  const ground = (await onTakeBack?.(tx, actor, { participantId, resultId, reason })) ?? input.ground;
  await setResult(tx, result, { state: decision.to, superseded_at: tx.now });
  await reopenAssessment(tx, actor, begun, input);
  const { participation } = standing.view;
  const subject = { subjectId: result.id, participantId: participation.id, actorId: actor.personId };
  const why = { reason, ground };
  await recordAct(tx, { ...subject, ...why, process: 'result', act }, decision);
  await record(tx, act === 'withdraw' ? resultWithdrawn : resultRevoked, {
    actorId: actor.personId,
    subject: { kind: 'result', id: result.id },
    personId: participation.person.id,
    payload: { ...eventOf(result), ground },
  });
  const told = {
    kind: act === 'withdraw' ? ('result-withdrawn' as const) : ('result-revoked' as const),
    parameters: { person: participation.person.name, period: participation.period.name },
  };
  const path = `/appraisals/${participation.id}`;
  const appraiser = act === 'revoke' ? participation.appraiser?.id : null;
  await notify(
    tx,
    { ...told, personId: participation.person.id, path: `${path}/result` },
    { ...told, personId: appraiser, path: `${path}/evaluation` },
  );
  tx.touch(participation.appraiser?.id, participation.superior?.id);
}

/** The form opens again as it was, so that nothing has to be written twice. */
async function reopenAssessment(
  tx: Tx,
  actor: Actor,
  { standing }: Begun,
  input: TakeBackInput,
): Promise<void> {
  const assessment = await assessmentOf(tx, input.participantId, 'appraiser');
  if (!assessment || assessment.state === 'draft') return;
  const { reason } = input;
  const decision = decide(APPRAISER_ASSESSMENT, {
    state: assessment.state,
    act: 'reopen',
    roles: standing.roles,
    reason,
  });
  if (!decision.ok) throw refusalOf(decision.why);
  await tx.db
    .updateTable('assessments')
    .set({
      state: decision.to,
      submitted_at: null,
      revision: assessment.revision + 1,
      updated_at: tx.now,
    })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', assessment.id)
    .execute();
  const act = { subjectId: assessment.id, participantId: input.participantId, actorId: actor.personId };
  await recordAct(tx, { ...act, reason, process: 'assessment', act: 'reopen' }, decision);
}
