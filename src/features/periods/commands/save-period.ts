import { type Actor, isAgencyOfficer } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { proposeCheckpoints } from '../calendar.ts';
import { text as criteriaText } from '../criteria/text.ts';
import { periodChanged, periodDrafted } from '../events.ts';
import type { PeriodInput } from '../period-form.ts';
import { type Period, requirePeriod } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { text } from '../text.ts';

/** Drafts a period. The id comes from the form, so that a second click finds the first one's row. */
export async function draftPeriod(tx: Tx, actor: Actor, id: string, input: PeriodInput): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  await refuseTakenName(tx, id, input.name);
  const inserted = await tx.db
    .insertInto('periods')
    .values({
      agency_id: tx.agencyId,
      id,
      ...columns(input),
      state: 'draft',
      created_by: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!inserted) return;
  await insertCheckpoints(tx, id, input);
  await replaceUnits(tx, id, input.unitIds);
  await record(tx, periodDrafted, {
    actorId: actor.personId,
    subject: { kind: 'period', id },
    payload: {
      name: input.name,
      startsOn: input.startsOn,
      endsOn: input.endsOn,
      scheme: `${input.schemeId}@${input.schemeVersion}`,
    },
  });
}

/** Changes a draft wholly; of an open period only deadlines and the distribution rule, and says which. */
export async function changePeriod(tx: Tx, actor: Actor, id: string, input: PeriodInput): Promise<void> {
  if (!isAgencyOfficer(actor)) throw new NotAllowed();
  const before = await requirePeriod(tx, id, { lock: true });
  if (before.state === 'closed') throw new Conflict(text.notEditable());
  const allowed = before.state === 'draft' ? input : keepFixed(before, input);
  if (before.criteriaPublishedOn) refuseMovingCriteria(before, allowed);
  await refuseTakenName(tx, id, allowed.name);
  await tx.db
    .updateTable('periods')
    .set(columns(allowed))
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', id)
    .execute();
  if (before.state === 'draft') await replaceUnits(tx, id, allowed.unitIds);
  await saveCheckpoints(tx, before, allowed);
  const after = await requirePeriod(tx, id);
  const changes = differences(before, after);
  if (changes.length === 0) return;
  await record(tx, periodChanged, {
    actorId: actor.personId,
    subject: { kind: 'period', id },
    payload: { name: after.name, changes },
  });
}

function columns(input: PeriodInput) {
  return {
    name: input.name,
    starts_on: input.startsOn,
    ends_on: input.endsOn,
    check_in_every: input.checkInEvery,
    scheme_id: input.schemeId,
    scheme_version: input.schemeVersion,
    plan_due_on: input.planDueOn,
    self_assessment_due_on: input.selfAssessmentDueOn,
    rating_due_on: input.ratingDueOn,
    ratification_due_on: input.ratificationDueOn,
    objection_days: input.objectionDays,
    explanation_days: input.explanationDays,
    decision_days: input.decisionDays,
    distribution_policy: input.distributionPolicy,
  };
}

/** What was published to people does not change behind it. */
function refuseMovingCriteria(before: Period, input: PeriodInput): void {
  if (before.state !== 'draft') return;
  if (schemeKeyOf(before) !== schemeKeyOf(input))
    throw new Refusal(criteriaText.fixedWhilePublished(), 'scheme');
  if (before.startsOn !== input.startsOn) throw new Refusal(criteriaText.fixedWhilePublished(), 'startsOn');
}

const schemeKeyOf = (of: Pick<PeriodInput, 'schemeId' | 'schemeVersion'>) =>
  schemeKey({ id: of.schemeId, version: of.schemeVersion });

/** The scheme and the span that people were told of do not move under them. */
function keepFixed(before: Period, input: PeriodInput): PeriodInput {
  return {
    ...input,
    name: before.name,
    startsOn: before.startsOn,
    endsOn: before.endsOn,
    checkInEvery: before.checkInEvery,
    schemeId: before.schemeId,
    schemeVersion: before.schemeVersion,
    objectionDays: before.objectionDays,
    explanationDays: before.explanationDays,
    decisionDays: before.decisionDays,
    unitIds: before.unitIds,
  };
}

async function refuseTakenName(tx: Tx, id: string, name: string): Promise<void> {
  const taken = await tx.db
    .selectFrom('periods')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('name', '=', name)
    .where('id', '<>', id)
    .executeTakeFirst();
  if (taken) throw new Refusal(text.nameTaken(), 'name');
}

async function insertCheckpoints(tx: Tx, periodId: string, input: PeriodInput): Promise<void> {
  const drafts = proposeCheckpoints(input.startsOn, input.endsOn, input.checkInEvery);
  await tx.db
    .insertInto('checkpoints')
    .values(
      drafts.map((each) => ({
        agency_id: tx.agencyId,
        id: newId(),
        period_id: periodId,
        ordinal: each.ordinal,
        name: each.name,
        starts_on: each.startsOn,
        ends_on: each.endsOn,
        due_on: each.dueOn,
      })),
    )
    .execute();
}

async function saveCheckpoints(tx: Tx, before: Period, input: PeriodInput): Promise<void> {
  const sameCalendar =
    before.startsOn === input.startsOn &&
    before.endsOn === input.endsOn &&
    before.checkInEvery === input.checkInEvery &&
    before.checkpoints.length > 0;
  if (!sameCalendar) {
    await tx.db
      .deleteFrom('checkpoints')
      .where('agency_id', '=', tx.agencyId)
      .where('period_id', '=', before.id)
      .execute();
    return insertCheckpoints(tx, before.id, input);
  }
  for (const [id, dueOn] of input.checkpointDue) {
    await tx.db
      .updateTable('checkpoints')
      .set({ due_on: dueOn })
      .where('agency_id', '=', tx.agencyId)
      .where('period_id', '=', before.id)
      .where('id', '=', id)
      .execute();
  }
}

async function replaceUnits(tx: Tx, periodId: string, unitIds: readonly string[]): Promise<void> {
  await tx.db
    .deleteFrom('period_units')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  if (unitIds.length === 0) return;
  const known = await tx.db
    .selectFrom('units')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('id', 'in', [...unitIds])
    .execute();
  if (known.length === 0) return;
  await tx.db
    .insertInto('period_units')
    .values(
      known.map(({ id: unitId }) => ({
        agency_id: tx.agencyId,
        id: newId(),
        period_id: periodId,
        unit_id: unitId,
      })),
    )
    .execute();
}

const COMPARED = [
  'name',
  'startsOn',
  'endsOn',
  'checkInEvery',
  'schemeId',
  'schemeVersion',
  'planDueOn',
  'selfAssessmentDueOn',
  'ratingDueOn',
  'ratificationDueOn',
  'objectionDays',
  'explanationDays',
  'decisionDays',
  'distributionPolicy',
] as const;

function differences(before: Period, after: Period): { field: string; from: string; to: string }[] {
  const changes: { field: string; from: string; to: string }[] = [];
  const compare = (field: string, from: string, to: string) => {
    if (from !== to) changes.push({ field, from, to });
  };
  for (const field of COMPARED) compare(field, String(before[field]), String(after[field]));
  compare('units', before.unitIds.toSorted().join(' '), after.unitIds.toSorted().join(' '));
  const calendar = (period: Period) =>
    period.checkpoints
      .map((each) => `${each.name}: ${each.startsOn}/${each.endsOn}, ${each.dueOn}`)
      .join('; ');
  compare('checkpoints', calendar(before), calendar(after));
  return changes;
}
