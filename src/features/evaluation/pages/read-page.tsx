import { ConflictFacts } from '#features/conflicts/index.ts';
import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { EmptyState, LinkButton, Notice } from '#ui/parts.tsx';
import type { EvaluationView } from '../evaluation-view.ts';
import { text } from '../text-rating.ts';
import { CertificateNotice } from './gates-card.tsx';
import { SelfRead } from './self-page.tsx';
import { TakenBackNotice } from './taken-back-notice.tsx';

interface Props {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
}

/** For whoever reads along, and for the appraiser once the result has been given. */
export function ReadPage({ visit, evaluation }: Props) {
  const { view, current, self } = evaluation;
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.readTitle()}>
      {current ? (
        <Notice tone="success" title={text.ratingGiven()}>
          <a class="link" href={visit.path(`/appraisals/${view.participation.id}/result`)}>
            {text.toResult()}
          </a>
        </Notice>
      ) : (
        <>
          <TakenBackNotice evaluation={evaluation} />
          <ConflictFacts scheme={evaluation.scheme.scheme} conflicts={evaluation.conflicts} />
          {evaluation.gates && evaluation.roles.has('appraiser') ? (
            <CertificateNotice
              visit={visit}
              scheme={evaluation.scheme.scheme}
              certificate={evaluation.gates.certificate}
            />
          ) : (
            <Notice title={text.ratingNotGiven()}>{text.ratingNotGivenText()}</Notice>
          )}
        </>
      )}
      {self ? (
        <SelfRead evaluation={evaluation} />
      ) : (
        <Notice tone="neutral" title={text.notSubmittedTitle()}>
          {text.notSubmitted()}
        </Notice>
      )}
    </AppraisalFrame>
  );
}

export function NoPlanPage({ visit, evaluation }: Props) {
  const { view } = evaluation;
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.readTitle()}>
      <EmptyState
        icon="clipboard"
        title={text.noPlanTitle()}
        act={
          <LinkButton href={visit.path(`/appraisals/${view.participation.id}/plan`)} look="primary">
            {text.toPlan()}
          </LinkButton>
        }
      >
        {text.noPlan()}
      </EmptyState>
    </AppraisalFrame>
  );
}
