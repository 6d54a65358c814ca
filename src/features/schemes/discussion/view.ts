/** Everything the pages of one discussion show, loaded together. */
import { catalogueFindings, type MeasurabilityGap } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { examine } from '../drafts/problems.ts';
import type { Draft } from '../drafts/queries.ts';
import { requireDiscussed, seesDraft, shownText } from './access.ts';
import { criteriaOf, criteriaOfRevision, lostCriterion } from './criteria.ts';
import type { Criterion } from './criterion.ts';
import { draftingDaysOf } from './findings.ts';
import { type CriterionCount, countsByCriterion } from './queries.ts';
import { type Phase, phaseOf } from './rules.ts';
import { mayVote } from './voters.ts';

export interface Forum {
  readonly draft: Draft;
  readonly phase: Phase;
  readonly criteria: readonly Criterion[];
  readonly counts: ReadonlyMap<string, CriterionCount>;
  /** Days of discussion that the text asks for before it can be adopted. */
  readonly draftingDays: number;
  readonly mayWrite: boolean;
  readonly mayVote: boolean;
  readonly isEntitled: boolean;
  readonly seesDraft: boolean;
  /** The text whose criteria are shown. */
  readonly shownSource: string;
}

export async function loadForum(tx: Tx, actor: Actor, draftId: string, today: string): Promise<Forum> {
  const draft = await requireDiscussed(tx, draftId);
  const shown = await shownText(tx, actor, draft);
  const counts = await countsByCriterion(tx, draft.id);
  const criteria = criteriaOfRevision(draft.id, shown.revision, shown.source);
  const phase = phaseOf(draft, today);
  const isEntitled = await mayVote(tx, actor.personId, today);
  return {
    draft,
    phase,
    criteria: [...criteria, ...(await lostCriteria(tx, draft, criteria, counts))],
    counts,
    draftingDays: draftingDaysOf(shown.source),
    mayWrite: phase === 'open',
    mayVote: phase === 'open' && isEntitled,
    isEntitled,
    seesDraft: seesDraft(actor, draft),
    shownSource: shown.source,
  };
}

/** Criteria that went from the text after something was said of them, named as they were in an earlier text. */
async function lostCriteria(
  tx: Tx,
  draft: Draft,
  criteria: readonly Criterion[],
  counts: ReadonlyMap<string, CriterionCount>,
): Promise<readonly Criterion[]> {
  const present = new Set(criteria.map(({ path }) => path));
  const lost = [...counts.keys()].filter((path) => !present.has(path));
  if (lost.length === 0) return [];
  const earlier = await tx.db
    .selectFrom('scheme_draft_revisions')
    .select('source')
    .where('agency_id', '=', tx.agencyId)
    .where('draft_id', '=', draft.id)
    .orderBy('revision', 'desc')
    .limit(LOOK_BACK)
    .execute();
  const known = earlier.flatMap(({ source }) => criteriaOf(source).filter(({ path }) => lost.includes(path)));
  return lost.map((path) => lostCriterion(path, known));
}

/** How many texts are looked through for the name of a criterion that is gone. */
const LOOK_BACK = 20;

export function isPresent(criterion: Criterion): boolean {
  return criterion.path === '' || criterion.meaning !== undefined || criterion.facts.length > 0;
}

/** What the indicators of the draft's catalogue lack, by their place; none while the text has other faults. */
export function gapsInCatalogue(source: string): ReadonlyMap<string, readonly MeasurabilityGap[]> {
  const { scheme } = examine(source);
  return new Map(
    (scheme ? catalogueFindings(scheme) : []).map(({ indicator, gaps }) => [
      `indicators.${indicator.code}`,
      gaps,
    ]),
  );
}

/** The part of the page of the draft on which a criterion is read. */
export function anchorOf(path: string): string {
  const [section = '', name = ''] = path.split('.');
  if (section === 'components') return `component-${name}`;
  if (section === 'combination') return name === 'bands' ? 'categories' : 'picture';
  if (section === 'measurability') return 'indicators';
  return section === 'objection' ? 'steps' : section;
}
