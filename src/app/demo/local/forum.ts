/** A draft that people of the city discuss now: the adopted version with one weight changed, proposals, votes, answers. */

import { addDays } from '#platform/clock/clock.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { insertAll } from '../insert.ts';
import type { DemoPerson } from '../people.ts';
import type { Random } from '../random.ts';
import { moment } from '../year.ts';
import type { LocalCity } from './period.ts';

export interface Proposal {
  /** Path of the criterion in the scheme; empty for the whole. */
  readonly criterion: string;
  readonly kind: 'proposal' | 'comment';
  readonly body: string;
  /** Share of those who vote that is for it, 0 to 1. */
  readonly support: number;
  readonly against?: string;
  readonly answer?: readonly ['taken' | 'partly' | 'declined' | 'noted', string];
}

export interface Discussion {
  readonly schemeId: string;
  readonly title: string;
  /** Text of the next version. */
  readonly source: string;
  readonly note: string;
  readonly before: string;
  readonly proposals: readonly Proposal[];
}

export async function insertDiscussion(
  tx: Tx,
  random: Random,
  city: LocalCity,
  discussion: Discussion,
): Promise<void> {
  const { agencyId, officer, today } = city;
  const draftId = newId();
  const since = addDays(today, -9);
  await tx.db
    .insertInto('scheme_drafts')
    .values({
      agency_id: agencyId,
      id: draftId,
      scheme_id: discussion.schemeId,
      version: 2,
      title: discussion.title,
      source: discussion.source,
      revision: 2,
      state: 'discussion',
      based_on_id: discussion.schemeId,
      based_on_version: 1,
      discussion_from: since,
      discussion_until: addDays(today, 12),
      created_by: officer.id,
      created_at: moment(addDays(since, -5)),
      updated_by: officer.id,
      updated_at: moment(addDays(today, -1)),
    })
    .execute();
  await insertAll(
    tx,
    'scheme_draft_revisions',
    [
      { source: discussion.before, note: '', on: addDays(since, -5) },
      { source: discussion.source, note: discussion.note, on: addDays(today, -1) },
    ].map(({ source, note, on }, index) => ({
      agency_id: agencyId,
      draft_id: draftId,
      revision: index + 1,
      source,
      note,
      saved_by: officer.id,
      saved_at: moment(on),
    })),
  );
  const voters = city.people.everyone.filter((person) => person !== city.people.mayor);
  const rows = discussion.proposals.map((proposal) => proposalRow(random, city, draftId, proposal, voters));
  await insertAll(
    tx,
    'scheme_proposals',
    rows.map((each) => each.row),
  );
  await insertAll(
    tx,
    'scheme_votes',
    rows.flatMap(({ row, proposal }) =>
      proposal.kind === 'proposal' ? votesOf(random, city, row.id, proposal, voters) : [],
    ),
  );
  await tx.db
    .insertInto('acts')
    .values({
      agency_id: agencyId,
      id: newId(),
      process: 'scheme-draft',
      subject_id: draftId,
      act: 'open-discussion',
      from_state: 'draft',
      to_state: 'discussion',
      actor_id: officer.id,
      at: moment(since),
    })
    .execute();
}

function proposalRow(
  random: Random,
  { agencyId, officer, today }: LocalCity,
  draftId: string,
  proposal: Proposal,
  voters: readonly DemoPerson[],
) {
  const { answer } = proposal;
  const row = {
    agency_id: agencyId,
    id: newId(),
    draft_id: draftId,
    criterion: proposal.criterion,
    kind: proposal.kind,
    body: proposal.body,
    author_id: random.pick(voters).id,
    created_at: moment(addDays(today, -random.between(3, 8)), random.between(1, 8)),
    outcome: answer?.[0] ?? null,
    answer: answer?.[1] ?? null,
    answered_by: answer ? officer.id : null,
    answered_at: answer ? moment(addDays(today, -1), 6) : null,
    answered_revision: answer && (answer[0] === 'taken' || answer[0] === 'partly') ? 2 : null,
  };
  return { row, proposal };
}

function votesOf(
  random: Random,
  { agencyId, today }: LocalCity,
  proposalId: string,
  proposal: Proposal,
  voters: readonly DemoPerson[],
) {
  let reason = proposal.against ?? '';
  return voters
    .filter(() => random.chance(0.45))
    .map((person) => {
      const drawn = random.next();
      const vote = drawn < proposal.support ? 'for' : drawn < 0.93 ? 'against' : 'abstain';
      const said = vote === 'against' ? reason : '';
      if (said) reason = '';
      return {
        agency_id: agencyId,
        proposal_id: proposalId,
        person_id: person.id,
        vote,
        reason: said,
        voted_at: moment(addDays(today, -random.between(1, 3)), random.between(1, 9)),
      };
    });
}
