/** Everything the pages of one plan show, loaded together. */

import type { MeasurabilityGap } from '#domain/schemes/index.ts';
import { type Actor, fullName } from '#features/people/index.ts';
import { type ParticipationView, requireParticipation, SOURCE_READERS } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type EarlierPlan, earlierPlan } from './commands/copy-plan.ts';
import { isOpenForWriting } from './commands/open-for-writing.ts';
import type { LeaderPlan } from './form/parse.ts';
import { leaderPlanOf } from './leader.ts';
import { type Demand, demandOf, gapsByIndicator } from './measurability.ts';
import { type PlanProblem, planProblems } from './problems.ts';
import { type AgreedPlan, agreedVersions, findPlan, type Plan } from './queries.ts';
import { mayWrite, openPlanActs, type PlanAct, type PlanState, type PlanTransition } from './transitions.ts';
import { type PlanVocabulary, vocabularyOf } from './vocabulary.ts';

export interface Comment {
  readonly id: string;
  readonly lineId: string;
  readonly body: string;
  readonly authorId: string;
  readonly authorName: string;
  readonly createdAt: Date;
  readonly isResolved: boolean;
}

export interface PlanActLine {
  readonly id: string;
  readonly act: PlanAct;
  readonly toState: PlanState;
  readonly actorName: string;
  readonly reason: string | null;
  readonly at: Date;
}

export interface PlanView {
  readonly participation: ParticipationView;
  readonly vocabulary: PlanVocabulary;
  readonly plan: Plan | undefined;
  readonly versions: readonly AgreedPlan[];
  readonly leader: LeaderPlan | null;
  readonly problems: readonly PlanProblem[];
  /** Whether the scheme wants measurable indicators, and what each indicator lacks, by id. */
  readonly demand: Demand | undefined;
  readonly gaps: ReadonlyMap<string, readonly MeasurabilityGap[]>;
  readonly comments: ReadonlyMap<string, readonly Comment[]>;
  readonly history: readonly PlanActLine[];
  readonly acts: readonly PlanTransition[];
  readonly mayEdit: boolean;
  readonly mayComment: boolean;
  readonly earlier: EarlierPlan | undefined;
}

export async function loadPlanView(
  tx: Tx,
  actor: Actor,
  participantId: string,
  schemes: SchemeStore,
): Promise<PlanView> {
  const participation = await requireParticipation(tx, actor, participantId, SOURCE_READERS);
  const { scheme: ref } = participation.participation;
  const scheme = (await schemes.find(tx, ref.id, ref.version))?.scheme;
  const demand = demandOf(scheme, participation.participation);
  const plan = await findPlan(tx, participantId);
  const leader = await leaderPlanOf(tx, participation.participation);
  const isOpen = isOpenForWriting(participation.participation);
  const state = plan?.state ?? 'draft';
  const isEmpty = !plan || plan.content.results.length === 0;
  const mayEdit = isOpen && mayWrite(state, participation.relations);
  return {
    participation,
    vocabulary: vocabularyOf(scheme),
    plan,
    versions: await agreedVersions(tx, participantId),
    leader,
    problems: plan ? planProblems(plan.content, { leaderHasPlan: leader !== null, demand }) : [],
    demand,
    gaps: plan ? gapsByIndicator(demand, plan.content) : new Map(),
    comments: plan ? await commentsOf(tx, plan.id) : new Map(),
    history: plan ? await historyOf(tx, plan.id) : [],
    acts: plan && isOpen ? openPlanActs(state, participation.relations) : [],
    mayEdit,
    mayComment:
      isOpen &&
      plan !== undefined &&
      (participation.relations.has('employee') || participation.relations.has('appraiser')),
    earlier: mayEdit && isEmpty ? await earlierPlan(tx, participation.participation) : undefined,
  };
}

async function commentsOf(tx: Tx, planId: string): Promise<ReadonlyMap<string, readonly Comment[]>> {
  const rows = await tx.db
    .selectFrom('plan_comments')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'plan_comments.author_id').on('people.agency_id', '=', tx.agencyId),
    )
    .selectAll('plan_comments')
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('plan_comments.agency_id', '=', tx.agencyId)
    .where('plan_comments.plan_id', '=', planId)
    .orderBy('plan_comments.created_at')
    .orderBy('plan_comments.id')
    .execute();
  return Map.groupBy(
    rows.map((row) => ({
      id: row.id,
      lineId: row.line_id,
      body: row.body,
      authorId: row.author_id,
      authorName: fullName(row),
      createdAt: row.created_at,
      isResolved: row.resolved_at !== null,
    })),
    (comment) => comment.lineId,
  );
}

async function historyOf(tx: Tx, planId: string): Promise<readonly PlanActLine[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['acts.id', 'acts.act', 'acts.to_state', 'acts.reason', 'acts.at'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.process', '=', 'plan')
    .where('acts.subject_id', '=', planId)
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act as PlanAct,
    toState: row.to_state as PlanState,
    actorName: row.name
      ? fullName({ name: row.name, title_before: row.title_before, title_after: row.title_after })
      : 'Tera',
    reason: row.reason,
    at: row.at,
  }));
}

export function openCommentCount(comments: PlanView['comments']): number {
  return [...comments.values()].flat().filter((each) => !each.isResolved).length;
}
