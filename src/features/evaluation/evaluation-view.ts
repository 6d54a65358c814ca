/** Everything the pages of one appraisal's evaluation show, read in one consistent look. */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { type Conflict, standingConflicts } from '#features/conflicts/index.ts';
import type { Actor } from '#features/people/index.ts';
import { type ParticipationView, peopleInBrief, requireParticipation } from '#features/periods/index.ts';
import { type AgreedPlan, agreedContent } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { RatingContent, SelfContent } from './content.ts';
import { type Gates, gatesOf } from './gates/gates.ts';
import { type Year, yearOf } from './grounds/year.ts';
import { type LineBasis, lineBasis } from './line-basis.ts';
import { isLocal, type LocalBasis, localBasis } from './local/frame.ts';
import {
  type Assessment,
  assessmentOf,
  evaluationActs,
  type Objection,
  objectionOf,
  type PastAct,
  type Result,
  resultsOf,
} from './queries.ts';
import { rolesIn } from './roles.ts';
import type { EvaluationRole } from './transitions.ts';

export interface EvaluationView {
  readonly view: ParticipationView;
  readonly roles: ReadonlySet<EvaluationRole>;
  readonly scheme: CompiledScheme;
  readonly agreed: AgreedPlan | null;
  readonly basis: ReadonlyMap<string, LineBasis>;
  /** Under a scheme of the agency, while the appraiser rates: measurements and progress. */
  readonly local: LocalBasis | null;
  /** While no result is there: what has to be settled first, and what is known about who rates. */
  readonly gates: Gates | null;
  /** While the appraiser rates: what can be cited, and which months it covers. */
  readonly year: Year | null;
  /** Drafts are left out for everyone but their author. */
  readonly self: Assessment<SelfContent> | undefined;
  readonly rating: Assessment<RatingContent> | undefined;
  readonly current: Result | undefined;
  readonly results: readonly Result[];
  readonly objection: Objection | undefined;
  readonly acts: readonly PastAct[];
  readonly names: ReadonlyMap<string, string>;
  /** What stands between the employee and the appraiser, as it was last looked for. */
  readonly conflicts: readonly Conflict[];
}

export async function loadEvaluation(
  tx: Tx,
  schemes: SchemeStore,
  actor: Actor,
  participantId: string,
): Promise<EvaluationView> {
  const view = await requireParticipation(tx, actor, participantId);
  const roles = rolesIn(view);
  const { participation } = view;
  const agreed = await agreedContent(tx, participation.id);
  const self = await assessmentOf(tx, participation.id, 'self');
  const rating = await assessmentOf(tx, participation.id, 'appraiser');
  const results = await resultsOf(tx, participation.id);
  const objection = await objectionOf(tx, participation.id);
  const current = results.find((result) => result.supersededAt === null);
  const scheme = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  const raterId = roles.has('appraiser') ? actor.personId : participation.appraiser?.id;
  return {
    view,
    roles,
    scheme,
    agreed,
    basis:
      agreed && showsBasis(roles, current)
        ? await lineBasis(tx, participation.id, agreed.content)
        : new Map(),
    local:
      agreed && !current && roles.has('appraiser') && isLocal(scheme)
        ? await localBasis(tx, participation.id)
        : null,
    gates: current || !agreed || !raterId ? null : await gatesOf(tx, scheme, participation, raterId),
    year:
      agreed && !current && roles.has('appraiser')
        ? await yearOf(tx, participation, actor.personId, agreed.content)
        : null,
    self: self?.state === 'submitted' || roles.has('employee') ? self : undefined,
    rating: roles.has('appraiser') ? rating : undefined,
    current,
    results,
    objection,
    acts: await evaluationActs(tx, participation.id, participation.endsOn),
    names: await namesOf(tx, results, objection, participation.endsOn),
    conflicts: await standingConflicts(tx, participation.id),
  };
}

/**
 * What was recorded in the year is read only while somebody writes beside it or looks at it before ratifying; the
 * result itself keeps what it was given on.
 */
function showsBasis(roles: ReadonlySet<EvaluationRole>, current: Result | undefined): boolean {
  if (roles.has('employee')) return !current;
  return roles.has('appraiser') && (!current || current.state === 'given');
}

async function namesOf(
  tx: Tx,
  results: readonly Result[],
  objection: Objection | undefined,
  on: string,
): Promise<ReadonlyMap<string, string>> {
  const ids = results.flatMap((result) => [result.givenBy, result.ratifiedBy]);
  const all = [...ids, objection?.explainedBy, objection?.decidedBy];
  const people = await peopleInBrief(
    tx,
    all.filter((id): id is string => Boolean(id)),
    on,
  );
  return new Map([...people].map(([id, person]) => [id, person.name]));
}
