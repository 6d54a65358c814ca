import type { Explained } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { LinkButton, SubmitButton } from '#ui/parts.tsx';
import { officialOf } from '../commands/give-result.ts';
import { isLocalEvidence, type ResultEvidence } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { mayGive } from '../gates/gates.ts';
import { text } from '../text-rating.ts';
import { ExplanationCard } from './explanation.tsx';
import { GateNotices } from './gates-card.tsx';
import { GroundsCard } from './grounds-card.tsx';
import { LocalCategory, MakingCard, MappingCard } from './local-result.tsx';
import { RatingProfile } from './rating-profile.tsx';
import { RecencyCard } from './recency.tsx';
import { ResultHero } from './result-hero.tsx';

/** Everything that the employee will see, before it is given: nothing about the result is a surprise to its giver. */
export function CheckPage(props: {
  visit: Visit;
  evaluation: EvaluationView;
  evidence: ResultEvidence;
  explained: Explained;
  resultId: string;
}) {
  const { visit, evaluation, evidence, explained } = props;
  const { participation } = evaluation.view;
  if (!explained.explanation) return null;
  const path = visit.path(`/appraisals/${participation.id}`);
  const official = officialOf(explained);
  const local = isLocalEvidence(evidence) ? evidence : undefined;
  return (
    <AppraisalFrame visit={visit} view={evaluation.view} current="evaluation" title={text.checkTitle()}>
      <p class="max-w-prose">{text.checkIntro()}</p>
      <ResultHero
        scheme={evaluation.scheme}
        explanation={explained.explanation}
        {...official}
        isOwn={false}
        beside={local ? <LocalCategory scheme={evaluation.scheme} outcome={explained} /> : undefined}
      >
        {evaluation.gates && !mayGive(evaluation.gates) ? (
          <div class="mt-6 grid gap-3">
            <GateNotices
              visit={visit}
              scheme={evaluation.scheme.scheme}
              participantId={participation.id}
              gates={evaluation.gates}
            />
            <p>
              <LinkButton href={`${path}/evaluation`}>{text.back()}</LinkButton>
            </p>
          </div>
        ) : (
          <form
            method="post"
            action={`${path}/results`}
            class="mt-6 grid gap-2 justify-items-start"
            data-controller="once"
          >
            <input type="hidden" name="resultId" value={props.resultId} />
            <input type="hidden" name="revision" value={evaluation.rating?.revision ?? 0} />
            <div class="flex flex-wrap gap-2">
              <SubmitButton icon="check">{text.give()}</SubmitButton>
              <LinkButton href={`${path}/evaluation`} look="ghost">
                {text.back()}
              </LinkButton>
            </div>
            <p class="text-sm text-base-content/75">{text.giveHint()}</p>
          </form>
        )}
      </ResultHero>
      {local ? (
        <>
          <MakingCard explanation={explained.explanation} />
          <MappingCard
            scheme={evaluation.scheme}
            evidence={local}
            explanation={explained.explanation}
            ratings={{ results: official.resultsRating, behaviour: official.behaviourRating }}
            predicate={official.predicate}
          />
        </>
      ) : null}
      {isLocalEvidence(evidence) ? null : <RatingProfile evidence={evidence} scheme={evaluation.scheme} />}
      <GroundsCard grounds={evidence.grounds} path={(inside) => visit.path(inside)} />
      {evidence.coverage ? <RecencyCard coverage={evidence.coverage} warns /> : null}
      <ExplanationCard explanation={explained.explanation} evidence={evidence} zone={visit.agency.zone} />
    </AppraisalFrame>
  );
}
