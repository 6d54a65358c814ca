/** The page of the product: the answer, why, what can be done until when, and everything that led here. */

import type { JSX } from 'preact';
import { predicateLabel } from '#domain/rules/index.ts';
import { type Conflict, ConflictFacts } from '#features/conflicts/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { Badge, Card, EmptyState, LinkButton, Notice, type Tone } from '#ui/parts.tsx';
import { isLocalEvidence } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { standingOf } from '../gates/stored.ts';
import { isLocal } from '../local/frame.ts';
import type { Result } from '../queries.ts';
import { text as localText } from '../text-local.ts';
import { text } from '../text-result.ts';
import type { Ground } from '../transitions.ts';
import { ExplanationCard } from './explanation.tsx';
import { FactsCard } from './facts-card.tsx';
import { StandingFacts } from './gates-card.tsx';
import { GroundsCard } from './grounds-card.tsx';
import { LocalCategory, MakingCard, MappingCard } from './local-result.tsx';
import { ObjectionDialogue } from './objection.tsx';
import { RatingProfile } from './rating-profile.tsx';
import { RecencyCard } from './recency.tsx';
import { ResultHero } from './result-hero.tsx';
import { ResultHistory, ResultSteps } from './result-history.tsx';
import { ResultNext } from './result-next.tsx';
import { TakeBackForm } from './take-back-form.tsx';
import { TakenBackNotice } from './taken-back-notice.tsx';

const STATE_TONE: Record<Result['state'], Tone> = {
  given: 'info',
  ratified: 'success',
  accepted: 'success',
  objected: 'warning',
  explained: 'warning',
  decided: 'success',
  withdrawn: 'neutral',
  revoked: 'neutral',
};

/** A card of another feature: undefined where it has nothing to say about this result, or not to this reader. */
export type ResultPanel = (visit: Visit, evaluation: EvaluationView) => Promise<JSX.Element | undefined>;

export interface ResultPageProps {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  /** Id for the version that a decision on an objection may make. */
  readonly newResultId: string;
  readonly panels?: readonly JSX.Element[];
  /** The ground of taking back, where it is not chosen. */
  readonly fixedGround?: Ground | null;
  readonly errors?: FieldErrors;
  /** What was typed into the refused form, `act` naming which form it was. */
  readonly typed?: Readonly<Record<string, string>>;
}

export function ResultPage(props: ResultPageProps) {
  const { visit, evaluation, newResultId, panels = [], fixedGround = null, errors = {}, typed = {} } = props;
  const { view, current } = evaluation;
  const isOwn = evaluation.roles.has('employee');
  const title = isOwn ? text.titleOwn() : text.titleOther({ name: view.participation.person.name });
  const shared = { visit, evaluation };
  return (
    <AppraisalFrame visit={visit} view={view} current="result" title={title}>
      <ProblemSummary errors={errors} />
      <DistributionNotices {...shared} />
      {current ? (
        <Given {...shared} {...{ newResultId, panels, fixedGround, errors, typed }} result={current} />
      ) : (
        <>
          <TakenBackNotice evaluation={evaluation} />
          <Awaited {...shared} />
          {evaluation.gates ? <StandingFacts standing={standingOf(evaluation.gates)} /> : null}
          {panels}
          <ResultSteps {...shared} />
        </>
      )}
      <ConflictFacts scheme={evaluation.scheme.scheme} conflicts={knownConflicts(evaluation)} />
      <ResultHistory {...shared} />
    </AppraisalFrame>
  );
}

/** What stood between the two when the result was given, and what was found since; each kind once. */
function knownConflicts({ current, gates, conflicts }: EvaluationView): readonly Conflict[] {
  const then = current ? (current.evidence.standing?.conflicts ?? []) : (gates?.conflicts ?? []);
  const kinds = new Set(then.map((each) => each.kind));
  return [...then, ...conflicts.filter((each) => !kinds.has(each.kind))];
}

function Given(props: Required<ResultPageProps> & { result: Result }) {
  const { visit, evaluation, result } = props;
  const path = (inside: string) => visit.path(`/appraisals/${result.participantId}${inside}`);
  const giver = evaluation.names.get(result.givenBy) ?? '';
  const when = formatInstant(result.givenAt, visit.agency.zone);
  const isDecision = result.state === 'decided' && evaluation.objection?.newResultId === result.id;
  return (
    <>
      <ResultHero
        scheme={evaluation.scheme}
        predicate={result.predicate}
        resultsRating={result.resultsRating}
        behaviourRating={result.behaviourRating}
        explanation={result.explanation}
        isOwn={evaluation.roles.has('employee')}
        beside={
          result.category === null ? undefined : <LocalCategory scheme={evaluation.scheme} outcome={result} />
        }
        badge={
          <>
            <Badge tone={STATE_TONE[result.state]}>{text[`state_${result.state}`]()}</Badge>
            {result.version > 1 ? <Badge>{text.version({ version: result.version })}</Badge> : null}
          </>
        }
        byline={`${isDecision ? text.decidedBy({ name: giver }) : text.givenBy({ name: giver })} · ${when}`}
      >
        <ResultNext {...props} />
      </ResultHero>
      <ResultSteps visit={visit} evaluation={evaluation} />
      {result.state === 'given' && evaluation.roles.has('appraiser') ? (
        <FactsCard visit={visit} evaluation={evaluation} result={result} />
      ) : null}
      <StandingFacts standing={result.evidence.standing} />
      {evaluation.objection ? <ObjectionDialogue {...props} /> : null}
      <HowMade evaluation={evaluation} result={result} />
      <GroundsCard grounds={result.evidence.grounds} path={(inside) => visit.path(inside)} />
      {result.evidence.coverage ? <RecencyCard coverage={result.evidence.coverage} /> : null}
      <ExplanationCard
        explanation={result.explanation}
        evidence={result.evidence}
        zone={visit.agency.zone}
        aside={
          evaluation.roles.size > 0 ? (
            <a class="link print:hidden" href={path('/result/what-if')}>
              {localText.tryIt()}
            </a>
          ) : null
        }
      />
      {props.panels}
      {evaluation.objection ? null : <ObjectionDialogue {...props} />}
      <TakeBackForm {...props} />
      <p class="print:hidden flex flex-wrap gap-2">
        <LinkButton
          href={visit.path(`/appraisals/${result.participantId}/papers`)}
          icon="print"
          look="ghost"
          small
        >
          {text.papers()}
        </LinkButton>
        {isLocal(evaluation.scheme) ? (
          <LinkButton href={path('/measurements')} icon="chart" look="ghost" small>
            {localText.measurements()}
          </LinkButton>
        ) : null}
        <LinkButton href={path('/result/explanation.json')} icon="download" look="ghost" small download>
          {localText.asJson()}
        </LinkButton>
      </p>
    </>
  );
}

/** All ratings at a glance; under a scheme of the agency what the score is made of, and the way to the predicate. */
function HowMade({ evaluation, result }: { evaluation: EvaluationView; result: Result }) {
  const { evidence, explanation } = result;
  if (!isLocalEvidence(evidence)) return <RatingProfile evidence={evidence} scheme={evaluation.scheme} />;
  return (
    <>
      <MakingCard explanation={explanation} />
      <MappingCard
        scheme={evaluation.scheme}
        evidence={evidence}
        explanation={explanation}
        ratings={{ results: result.resultsRating, behaviour: result.behaviourRating }}
        predicate={result.predicate}
      />
    </>
  );
}

/** A change made for the distribution pattern is said to the employee in so many words. */
function DistributionNotices({ evaluation }: { visit: Visit; evaluation: EvaluationView }) {
  const changes = evaluation.acts.filter((act) => act.ground === 'distribution');
  return (
    <>
      {changes.map((act) => {
        const result = evaluation.results.find((each) => each.id === act.subjectId);
        if (!result) return null;
        return (
          <Notice key={act.at.toISOString()} tone="warning" title={text.distributionTitle()}>
            {text.distributionText({
              version: result.version,
              predicate: inLocale(predicateLabel(result.predicate)),
              who: act.actor ?? text.system(),
              reason: act.reason ?? '',
            })}
          </Notice>
        );
      })}
    </>
  );
}

/** Nothing to show yet: from whom it is awaited and until when. */
function Awaited({ visit, evaluation }: { visit: Visit; evaluation: EvaluationView }) {
  const { view, roles, self } = evaluation;
  const { participation } = view;
  const { period } = participation;
  const name = participation.appraiser?.name ?? participation.superior?.name ?? text.nobody();
  const path = visit.path(`/appraisals/${participation.id}/evaluation`);
  const selfWaits = roles.has('employee') && self?.state !== 'submitted';
  return (
    <Card>
      <EmptyState
        icon="clock"
        title={text.awaitedTitle()}
        act={
          selfWaits ? (
            <LinkButton href={path} look="primary">
              {text.toSelf()}
            </LinkButton>
          ) : roles.has('appraiser') ? (
            <LinkButton href={path} look="primary">
              {text.toRating()}
            </LinkButton>
          ) : null
        }
      >
        <p>{text.awaitedRating({ name, date: formatDate(period.ratingDueOn) })}</p>
        {selfWaits ? <p>{text.awaitedSelf({ date: formatDate(period.selfAssessmentDueOn) })}</p> : null}
      </EmptyState>
    </Card>
  );
}
