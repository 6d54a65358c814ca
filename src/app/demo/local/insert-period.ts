/** The row of a half-year with its check-ins, its rules by unit and what its officer did to it. */
import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { insertAll } from '../insert.ts';
import { moment } from '../year.ts';
import type { About, LocalCity, State } from './period.ts';
import type { Semester } from './semesters.ts';

export async function insertPeriod(
  tx: Tx,
  { agencyId, people, officer, spec, today }: LocalCity,
  semester: Semester,
  { periodId, state, checkpoints }: { periodId: string; state: State; checkpoints: About['checkpoints'] },
): Promise<void> {
  const { startsOn, endsOn } = semester;
  const published = state === 'draft' ? addDays(today, -3) : addDays(startsOn, -28);
  const after = (days: number) => addDays(endsOn, days);
  await tx.db
    .insertInto('periods')
    .values({
      agency_id: agencyId,
      id: periodId,
      name: semester.name,
      starts_on: startsOn,
      ends_on: endsOn,
      check_in_every: 'quarter',
      scheme_id: spec.own,
      scheme_version: 1,
      state,
      plan_due_on: addDays(startsOn, 30),
      self_assessment_due_on: after(10),
      rating_due_on: after(20),
      ratification_due_on: after(30),
      objection_days: 14,
      explanation_days: 7,
      decision_days: 14,
      distribution_policy: 'advise',
      criteria_published_on: published,
      criteria_published_by: officer.id,
      created_at: moment(published, 1),
      opened_at: state === 'draft' ? null : moment(startsOn, 1),
      closed_at: state === 'closed' ? moment(after(40)) : null,
    })
    .execute();
  await insertAll(
    tx,
    'checkpoints',
    semester.quarters.map(([numeral, from, until], index) => ({
      agency_id: agencyId,
      id: checkpoints[index]?.id ?? newId(),
      period_id: periodId,
      ordinal: index + 1,
      name: `Triwulan ${numeral}`,
      starts_on: from,
      ends_on: until,
      due_on: addDays(until, 10),
    })),
  );
  const act = (name: string, from: string, to: string, on: string) => ({
    agency_id: agencyId,
    id: newId(),
    process: 'period',
    subject_id: periodId,
    act: name,
    from_state: from,
    to_state: to,
    actor_id: officer.id,
    at: moment(on, 1),
  });
  await insertAll(tx, 'acts', [
    act('publish-criteria', 'draft', 'draft', published),
    ...(state === 'draft' ? [] : [act('open', 'draft', 'open', startsOn)]),
    ...(state === 'closed' ? [act('close', 'open', 'closed', after(40))] : []),
  ]);
  const units = new Map(people.everyone.map(({ unit }) => [unit.name, unit]));
  await insertAll(
    tx,
    'period_schemes',
    spec.rules.map((rule, index) => ({
      agency_id: agencyId,
      id: newId(),
      period_id: periodId,
      ordinal: index + 1,
      unit_id: units.get(rule.unit)?.id ?? null,
      position_kind: null,
      scheme_id: rule.scheme,
      scheme_version: 1,
    })),
  );
}
