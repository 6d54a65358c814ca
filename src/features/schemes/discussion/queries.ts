/** What was said in a discussion, with votes as numbers. Who voted how is never read for anybody but the voter. */
import { type RawBuilder, type SqlBool, sql } from 'kysely';
import { type Actor, fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import type { AnswerOutcome, Vote } from './rules.ts';

export interface Answer {
  readonly outcome: AnswerOutcome;
  readonly words: string;
  readonly byName: string;
  readonly at: Date;
  /** The revision that changed because of it. */
  readonly revision: number | null;
}

export interface Contribution {
  readonly id: string;
  readonly criterion: string;
  readonly kind: 'comment' | 'proposal';
  readonly body: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly withdrawnAt: Date | null;
  readonly answer: Answer | null;
  readonly votes: Readonly<Record<Vote, number>>;
  readonly own: { readonly vote: Vote; readonly reason: string } | null;
}

export const SHOWN = ['all', 'unanswered', 'answered', 'mine', 'proposals'] as const;
export const ORDERS = ['newest', 'support'] as const;

export interface Question {
  /** Undefined for every criterion; empty for the draft as a whole. */
  readonly criterion: string | undefined;
  readonly show: (typeof SHOWN)[number];
  readonly order: (typeof ORDERS)[number];
  readonly words: string;
  readonly page: number;
}

export const CONTRIBUTIONS_A_PAGE = 20;

function contributions(tx: Tx, viewerId: string) {
  const votes = (
    vote: Vote,
  ) => sql<number>`(select count(*) from scheme_votes v where v.agency_id = ${tx.agencyId}
    and v.proposal_id = proposal.id and v.vote = ${vote})`;
  return tx.db
    .selectFrom('scheme_proposals as proposal')
    .innerJoin('people as author', (join) =>
      join.onRef('author.id', '=', 'proposal.author_id').on('author.agency_id', '=', tx.agencyId),
    )
    .leftJoin('people as answerer', (join) =>
      join.onRef('answerer.id', '=', 'proposal.answered_by').on('answerer.agency_id', '=', tx.agencyId),
    )
    .leftJoin('scheme_votes as own', (join) =>
      join
        .onRef('own.proposal_id', '=', 'proposal.id')
        .on('own.agency_id', '=', tx.agencyId)
        .on('own.person_id', '=', viewerId),
    )
    .selectAll('proposal')
    .select([
      'author.name as author_name',
      'author.title_before as author_before',
      'author.title_after as author_after',
      'answerer.name as answerer_name',
      'answerer.title_before as answerer_before',
      'answerer.title_after as answerer_after',
      'own.vote as own_vote',
      'own.reason as own_reason',
    ])
    .select([votes('for').as('votes_for'), votes('against').as('votes_against')])
    .select(votes('abstain').as('votes_abstain'))
    .where('proposal.agency_id', '=', tx.agencyId);
}

type Row = Awaited<ReturnType<ReturnType<typeof contributions>['executeTakeFirstOrThrow']>>;

function contributionOf(row: Row): Contribution {
  return {
    id: row.id,
    criterion: row.criterion,
    kind: row.kind as Contribution['kind'],
    body: row.body,
    authorId: row.author_id,
    authorName: fullName({
      name: row.author_name,
      title_before: row.author_before,
      title_after: row.author_after,
    }),
    createdAt: row.created_at,
    withdrawnAt: row.withdrawn_at,
    answer: row.outcome && row.answered_at ? answerOf(row, row.answered_at) : null,
    votes: { for: row.votes_for, against: row.votes_against, abstain: row.votes_abstain },
    own: row.own_vote ? { vote: row.own_vote as Vote, reason: row.own_reason ?? '' } : null,
  };
}

function answerOf(row: Row, at: Date): Answer {
  return {
    outcome: row.outcome as AnswerOutcome,
    words: row.answer ?? '',
    byName: fullName({
      name: row.answerer_name ?? '',
      title_before: row.answerer_before,
      title_after: row.answerer_after,
    }),
    at,
    revision: row.answered_revision,
  };
}

/** One page of what was said, with how many there are. What was withdrawn is left to its author. */
export async function listContributions(
  tx: Tx,
  draftId: string,
  viewerId: string,
  question: Question,
): Promise<{ readonly rows: readonly Contribution[]; readonly total: number }> {
  const condition = asked(draftId, viewerId, question);
  const counted = await tx.db
    .selectFrom('scheme_proposals as proposal')
    .select((select) => select.fn.countAll<number>().as('count'))
    .where('proposal.agency_id', '=', tx.agencyId)
    .where(condition)
    .executeTakeFirstOrThrow();
  let query = contributions(tx, viewerId).where(condition);
  if (question.order === 'support') query = query.orderBy('votes_for', 'desc').orderBy('votes_against');
  const rows = await query
    .orderBy('proposal.created_at', 'desc')
    .orderBy('proposal.id', 'desc')
    .limit(CONTRIBUTIONS_A_PAGE)
    .offset((question.page - 1) * CONTRIBUTIONS_A_PAGE)
    .execute();
  return { rows: rows.map(contributionOf), total: counted.count };
}

const SHOWN_CONDITIONS: Readonly<Record<Question['show'], RawBuilder<unknown> | undefined>> = {
  all: undefined,
  mine: undefined,
  unanswered: sql`proposal.kind = 'proposal' and proposal.outcome is null`,
  answered: sql`proposal.outcome is not null`,
  proposals: sql`proposal.kind = 'proposal'`,
};

function asked(draftId: string, viewerId: string, { criterion, show, words }: Question): RawBuilder<SqlBool> {
  const conditions = [
    sql`proposal.draft_id = ${draftId}`,
    show === 'mine' ? sql`proposal.author_id = ${viewerId}` : sql`proposal.withdrawn_at is null`,
    SHOWN_CONDITIONS[show],
    criterion === undefined ? undefined : sql`proposal.criterion = ${criterion}`,
    words ? sql`proposal.body ilike ${`%${words.replace(/[\\%_]/g, '\\$&')}%`}` : undefined,
  ].filter((each) => each !== undefined);
  return sql<SqlBool>`${sql.join(conditions, sql` and `)}`;
}

/** One contribution of this draft; what was withdrawn is there only for its author. */
export async function requireContribution(
  tx: Tx,
  actor: Actor,
  draftId: string,
  id: string,
): Promise<Contribution> {
  const found = isId(id)
    ? await contributions(tx, actor.personId)
        .where('proposal.draft_id', '=', draftId)
        .where('proposal.id', '=', id)
        .executeTakeFirst()
    : undefined;
  if (!found || (found.withdrawn_at && found.author_id !== actor.personId)) throw new NotFound();
  return contributionOf(found);
}

/** Every proposal that stands, in the order in which they were made, for the outcome. */
export async function standingProposals(
  tx: Tx,
  draftId: string,
  viewerId: string,
): Promise<readonly Contribution[]> {
  const rows = await contributions(tx, viewerId)
    .where('proposal.draft_id', '=', draftId)
    .where('proposal.kind', '=', 'proposal')
    .where('proposal.withdrawn_at', 'is', null)
    .orderBy('proposal.created_at')
    .orderBy('proposal.id')
    .execute();
  return rows.map(contributionOf);
}

/** What was said and answered with this revision. */
export async function answeredWith(
  tx: Tx,
  draftId: string,
  viewerId: string,
  revision: number,
): Promise<readonly Contribution[]> {
  const rows = await contributions(tx, viewerId)
    .where('proposal.draft_id', '=', draftId)
    .where('proposal.answered_revision', '=', revision)
    .where('proposal.withdrawn_at', 'is', null)
    .orderBy('proposal.created_at')
    .orderBy('proposal.id')
    .execute();
  return rows.map(contributionOf);
}

/** Reasons against, by proposal; in alphabetical order, so that the order tells nothing about who gave them. */
export async function reasonsAgainst(
  tx: Tx,
  proposalIds: readonly string[],
): Promise<ReadonlyMap<string, readonly string[]>> {
  if (proposalIds.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('scheme_votes')
    .select(['proposal_id', 'reason'])
    .where('agency_id', '=', tx.agencyId)
    .where('proposal_id', 'in', [...proposalIds])
    .where('vote', '=', 'against')
    .where('reason', '<>', '')
    .orderBy('reason')
    .execute();
  return new Map(
    [...Map.groupBy(rows, (row) => row.proposal_id)].map(([id, own]) => [id, own.map((row) => row.reason)]),
  );
}

export interface CriterionCount {
  readonly proposals: number;
  readonly unanswered: number;
  readonly comments: number;
}

/** What was said of each criterion, in numbers. */
export async function countsByCriterion(
  tx: Tx,
  draftId: string,
): Promise<ReadonlyMap<string, CriterionCount>> {
  const { rows } = await sql<CriterionCount & { criterion: string }>`
    select criterion,
      count(*) filter (where kind = 'proposal') as proposals,
      count(*) filter (where kind = 'proposal' and outcome is null) as unanswered,
      count(*) filter (where kind = 'comment') as comments
    from scheme_proposals
    where agency_id = ${tx.agencyId} and draft_id = ${draftId} and withdrawn_at is null
    group by criterion`.execute(tx.db);
  return new Map(rows.map(({ criterion, ...count }) => [criterion, count]));
}

export interface VotingCount {
  readonly votes: number;
  readonly voters: number;
  readonly withdrawn: number;
}

export async function votingCount(tx: Tx, draftId: string): Promise<VotingCount> {
  const { rows } = await sql<VotingCount>`
    select count(vote.person_id) as votes, count(distinct vote.person_id) as voters,
      count(distinct proposal.id) filter (where proposal.withdrawn_at is not null) as withdrawn
    from scheme_proposals proposal
    left join scheme_votes vote on vote.agency_id = ${tx.agencyId} and vote.proposal_id = proposal.id
      and proposal.withdrawn_at is null
    where proposal.agency_id = ${tx.agencyId} and proposal.draft_id = ${draftId}`.execute(tx.db);
  return rows[0] ?? { votes: 0, voters: 0, withdrawn: 0 };
}

export interface ContributionActLine {
  readonly id: string;
  readonly act: string;
  readonly actorName: string;
  readonly reason: string | null;
  readonly at: Date;
}

/** Withdrawal and every answer that was given, the newest first. */
export async function contributionHistory(tx: Tx, id: string): Promise<readonly ContributionActLine[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['acts.id', 'acts.act', 'acts.reason', 'acts.at'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.process', '=', 'scheme-proposal')
    .where('acts.subject_id', '=', id)
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    actorName: fullName(row),
    reason: row.reason,
    at: row.at,
  }));
}
