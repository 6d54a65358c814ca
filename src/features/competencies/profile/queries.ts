/** What is known of a person's competencies, and the profile that follows from it. */
import { z } from 'zod';
import { fullName } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Competency } from '../dictionary/model.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { holdingOn, requiredOf, standardsFor } from '../standards/model.ts';
import { ancestorsOf, standardsOf, unitTree } from '../standards/queries.ts';
import type { Person } from './access.ts';
import { type Assessed, assessedIn } from './assessed.ts';
import { type Outcome, type Profile, profileOf } from './model.ts';

export const outcomeLevelsSchema = z.record(
  z.string(),
  z.object({ level: z.int().min(0).max(5), version: z.int() }),
);

/** Also those that were withdrawn, the latest first. */
export async function outcomesOf(tx: Tx, personId: string): Promise<readonly Outcome[]> {
  const rows = await tx.db
    .selectFrom('competency_outcomes')
    .innerJoin('people as recorder', (join) =>
      join
        .onRef('recorder.id', '=', 'competency_outcomes.recorded_by')
        .on('recorder.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as withdrawer', (join) =>
      join
        .onRef('withdrawer.id', '=', 'competency_outcomes.withdrawn_by')
        .on('withdrawer.agency_id', '=', tx.agencyId),
    )
    .leftJoin('files', (join) =>
      join.onRef('files.id', '=', 'competency_outcomes.file_id').on('files.agency_id', '=', tx.agencyId),
    )
    .selectAll('competency_outcomes')
    .select(['recorder.name', 'recorder.title_before', 'recorder.title_after', 'files.name as file_name'])
    .select([
      'withdrawer.name as withdrawer',
      'withdrawer.title_before as before',
      'withdrawer.title_after as after',
    ])
    .where('competency_outcomes.agency_id', '=', tx.agencyId)
    .where('competency_outcomes.person_id', '=', personId)
    .orderBy('competency_outcomes.assessed_on', 'desc')
    .orderBy('competency_outcomes.recorded_at', 'desc')
    .orderBy('competency_outcomes.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    assessedOn: row.assessed_on,
    institution: row.institution,
    levels: outcomeLevelsSchema.parse(row.levels),
    note: row.note,
    fileName: row.file_name,
    recordedBy: fullName(row),
    recordedAt: row.recorded_at,
    withdrawn: row.withdrawn_at
      ? {
          by: fullName({ name: row.withdrawer ?? '–', title_before: row.before, title_after: row.after }),
          at: row.withdrawn_at,
          reason: row.withdrawn_reason ?? '',
        }
      : null,
  }));
}

export interface PersonCompetencies {
  readonly profile: Profile;
  readonly assessed: readonly Assessed[];
  readonly outcomes: readonly Outcome[];
  readonly dictionary: readonly Competency[];
}

export async function competenciesOf(
  tx: Tx,
  schemes: SchemeStore,
  person: Person,
  today: string,
): Promise<PersonCompetencies> {
  const dictionary = await dictionaryOf(tx);
  const assessed = await assessedIn(tx, schemes, { personId: person.id });
  const outcomes = await outcomesOf(tx, person.id);
  const holding = holdingOn(await standardsOf(tx), today);
  const standards = person.post ? standardsFor(person.post, holding, ancestorsOf(await unitTree(tx))) : [];
  const profile = profileOf({
    dictionary,
    assessed,
    outcomes: outcomes.filter(({ withdrawn }) => withdrawn === null),
    required: requiredOf(standards),
    standards,
  });
  return { profile, assessed, outcomes, dictionary };
}
