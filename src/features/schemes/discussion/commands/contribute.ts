import type { Actor } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { schemeProposalMade } from '../../events.ts';
import { shareOpen } from '../access.ts';
import { criteriaOfRevision } from '../criteria.ts';
import { text } from '../text.ts';
import { listeners } from '../voters.ts';

export interface ContributionInput {
  /** Made when the form was drawn: a second click writes nothing twice. */
  readonly id: string;
  readonly draftId: string;
  readonly criterion: string;
  readonly kind: 'comment' | 'proposal';
  readonly body: string;
  readonly today: string;
}

/** Far beyond what one person has to say; keeps a script from filling the forum. */
const MOST_OF_ONE = 100;

/** Writes a comment or a proposal on one criterion, or on the draft as a whole. Open to everyone of the agency. */
export async function contribute(tx: Tx, actor: Actor, input: ContributionInput): Promise<void> {
  const draft = await shareOpen(tx, input.draftId, input.today);
  const criteria = criteriaOfRevision(draft.id, draft.revision, draft.source);
  const criterion = criteria.find((each) => each.path === input.criterion);
  if (!criterion) throw new Refusal(text.criterionUnknown());
  const { count } = await tx.db
    .selectFrom('scheme_proposals')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('agency_id', '=', tx.agencyId)
    .where('draft_id', '=', draft.id)
    .where('author_id', '=', actor.personId)
    .where('withdrawn_at', 'is', null)
    .executeTakeFirstOrThrow();
  if (count >= MOST_OF_ONE) throw new Refusal(text.tooMany({ limit: MOST_OF_ONE }), 'body');
  const added = await tx.db
    .insertInto('scheme_proposals')
    .values({
      agency_id: tx.agencyId,
      id: input.id,
      draft_id: draft.id,
      criterion: criterion.path,
      kind: input.kind,
      body: input.body,
      author_id: actor.personId,
      created_at: tx.now,
    })
    .onConflict((conflict) => conflict.columns(['agency_id', 'id']).doNothing())
    .returning('id')
    .executeTakeFirst();
  if (!added) return;
  await record(tx, schemeProposalMade, {
    actorId: actor.personId,
    subject: { kind: 'scheme-proposal', id: input.id },
    personId: actor.personId,
    payload: { title: draft.title, kind: input.kind, criterion: criterion.label.id },
  });
  tx.touch(...(await listeners(tx, draft.id)));
}
