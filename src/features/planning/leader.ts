import type { Participation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { emptyPlan, type PlanContent } from './content.ts';
import type { LeaderPlan } from './form/parse.ts';
import { agreedContents, findPlan } from './queries.ts';

/** Results of the appraiser in the same period, agreed or still a draft: what this plan may serve. */
export async function leaderPlanOf(tx: Tx, participation: Participation): Promise<LeaderPlan | null> {
  if (!participation.appraiser) return null;
  const rows = await tx.db
    .selectFrom('participants')
    .select('id')
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', participation.period.id)
    .where('person_id', '=', participation.appraiser.id)
    .where('state', '<>', 'excluded')
    .orderBy('ends_on', 'desc')
    .execute();
  for (const { id } of rows) {
    const content =
      (await agreedContents(tx, [id])).get(id)?.content ?? (await findPlan(tx, id))?.content ?? null;
    const results = content?.results.filter((each) => each.statement.trim() !== '') ?? [];
    if (results.length > 0) return { participantId: id, name: participation.appraiser.name, results };
  }
  return null;
}

/** An empty plan with the form that fits the post: perspectives for high leaders and heads of independent units. */
export async function startingContent(tx: Tx, participation: Participation): Promise<PlanContent> {
  const kind = participation.person.positionKind;
  if (kind.startsWith('jpt-')) return emptyPlan('leader');
  if (kind !== 'administrator') return emptyPlan('staff');
  const head = await tx.db
    .selectFrom('participants')
    .innerJoin('placements', (join) =>
      join
        .onRef('placements.id', '=', 'participants.placement_id')
        .on('placements.agency_id', '=', tx.agencyId),
    )
    .select('placements.is_head')
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.id', '=', participation.id)
    .executeTakeFirst();
  return emptyPlan(head?.is_head ? 'leader' : 'staff');
}
