import type { Actor } from '#features/people/index.ts';
import { notify, recordAct, refusalOf } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { planDifference } from '../difference.ts';
import { planAgreed, planProposed, planReturned, planRevisionOpened, planWithdrawn } from '../events.ts';
import { demandOf } from '../measurability.ts';
import { blockingProblems } from '../problems.ts';
import { agreedVersions, findPlan, type Plan } from '../queries.ts';
import { text } from '../text.ts';
import { decidePlan, type PlanAct } from '../transitions.ts';
import { requireOpenForWriting } from './open-for-writing.ts';

export interface PlanActInput {
  readonly participantId: string;
  readonly act: PlanAct;
  /** Revision of the plan that the person had before their eyes. */
  readonly revision: number;
  readonly reason?: string;
}

interface Done {
  readonly actor: Actor;
  readonly view: ParticipationView;
  readonly plan: Plan;
  readonly version: number;
  readonly reason: string;
}

/** Proposes, takes back, returns, agrees a plan or opens its revision, as the transition table allows. */
export async function actOnPlan(
  tx: Tx,
  actor: Actor,
  input: PlanActInput,
  schemes: SchemeStore,
): Promise<{ version: number }> {
  const view = await requireParticipation(tx, actor, input.participantId);
  const plan = await findPlan(tx, input.participantId, { lock: true });
  const reason = input.reason?.trim() ?? '';
  const decision = decidePlan(plan?.state ?? 'draft', input.act, view.relations, reason);
  if (!decision.ok) throw refusalOf(decision.why);
  requireOpenForWriting(view.participation);
  if (!plan || plan.revision !== input.revision) throw new Conflict(text.stale());
  if (input.act === 'propose' || input.act === 'agree') await refuseIncomplete(tx, view, plan, schemes);
  const version = input.act === 'agree' ? plan.version + 1 : plan.version;
  await tx.db
    .updateTable('plans')
    .set({ state: decision.to, version, updated_at: tx.now })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', plan.id)
    .execute();
  await recordAct(
    tx,
    {
      process: 'plan',
      subjectId: plan.id,
      participantId: input.participantId,
      act: input.act,
      actorId: actor.personId,
      reason,
    },
    decision,
  );
  const done: Done = { actor, view, plan, version, reason };
  await FOLLOW_UP[input.act](tx, done);
  tx.touch(
    view.participation.person.id,
    view.participation.appraiser?.id,
    input.act === 'agree' ? view.participation.superior?.id : undefined,
  );
  return { version };
}

async function refuseIncomplete(
  tx: Tx,
  { participation }: ParticipationView,
  plan: Plan,
  schemes: SchemeStore,
): Promise<void> {
  if (!participation.appraiser) throw new Refusal(text.noAppraiser());
  const { scheme } = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  const count = blockingProblems(plan.content, demandOf(scheme, participation)).length;
  if (count > 0) throw new Refusal(text.cannotPropose({ count }));
}

/** Envelope of every event of one plan. */
function about({ actor, view, plan }: Done) {
  return {
    actorId: actor.personId,
    subject: { kind: 'plan', id: plan.id },
    personId: view.participation.person.id,
  };
}

function tell(tx: Tx, { actor, view, reason }: Done, to: 'employee' | 'appraiser', kind: TellKind) {
  const { participation } = view;
  return notify(tx, {
    personId: to === 'employee' ? participation.person.id : participation.appraiser?.id,
    kind,
    parameters: {
      person: actor.name,
      period: participation.period.name,
      ...(reason ? { what: reason.slice(0, 300) } : {}),
    },
    path: `/appraisals/${participation.id}/plan`,
  });
}
type TellKind = 'plan-proposed' | 'plan-returned' | 'plan-agreed' | 'revision-opened';

const FOLLOW_UP: Record<PlanAct, (tx: Tx, done: Done) => Promise<void>> = {
  propose: async (tx, done) => {
    const { plan, view } = done;
    await record(tx, planProposed, {
      ...about(done),
      payload: {
        period: view.participation.period.name,
        revision: plan.revision,
        isRevision: plan.version > 0,
      },
    });
    await tell(tx, done, 'appraiser', 'plan-proposed');
  },
  withdraw: async (tx, done) => {
    await record(tx, planWithdrawn, {
      ...about(done),
      payload: { period: done.view.participation.period.name },
    });
  },
  return: async (tx, done) => {
    await record(tx, planReturned, {
      ...about(done),
      payload: { period: done.view.participation.period.name, reason: done.reason },
    });
    await tell(tx, done, 'employee', 'plan-returned');
  },
  agree: freezeVersion,
  'open-revision': async (tx, done) => {
    await record(tx, planRevisionOpened, {
      ...about(done),
      payload: {
        period: done.view.participation.period.name,
        version: done.plan.version,
        reason: done.reason,
      },
    });
    await tell(tx, done, 'employee', 'revision-opened');
  },
};

/** The agreed content becomes a version that never changes; a later one carries why it was revised. */
async function freezeVersion(tx: Tx, done: Done): Promise<void> {
  const { actor, view, plan, version, reason } = done;
  const previous = (await agreedVersions(tx, view.participation.id))[0];
  await tx.db
    .insertInto('plan_versions')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      plan_id: plan.id,
      version,
      content: JSON.stringify(plan.content),
      agreed_by: actor.personId,
      agreed_at: tx.now,
      reason: previous ? await reasonOfRevision(tx, plan.id) : null,
    })
    .execute();
  const count = (kind: 'main' | 'additional') =>
    plan.content.results.filter((each) => each.kind === kind).length;
  await record(tx, planAgreed, {
    ...about(done),
    payload: {
      period: view.participation.period.name,
      version,
      mainResults: count('main'),
      additionalResults: count('additional'),
      changes: previous ? planDifference(previous.content, plan.content).length : 0,
      note: reason || null,
    },
  });
  await tell(tx, done, 'employee', 'plan-agreed');
}

async function reasonOfRevision(tx: Tx, planId: string): Promise<string | null> {
  const row = await tx.db
    .selectFrom('acts')
    .select('reason')
    .where('agency_id', '=', tx.agencyId)
    .where('subject_id', '=', planId)
    .where('act', '=', 'open-revision')
    .orderBy('at', 'desc')
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.reason ?? null;
}
