import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Card, Notice, SubmitButton } from '#ui/parts.tsx';
import { EMPTY_RATING, type RatingContent, type ReasonedRating, WORDS } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { text as groundsText } from '../grounds/text.ts';
import { valuesOf } from '../schemes.ts';
import { text } from '../text-rating.ts';
import { Citing } from './citing.tsx';
import { Decisions } from './decisions.tsx';
import { DraftActs, DraftForm } from './draft-form.tsx';
import { GateNotices } from './gates-card.tsx';
import { LineFacts, LineHeading, RatingField, SelfSaid, Words } from './parts.tsx';
import { RecencyCard } from './recency.tsx';
import { TakenBackNotice } from './taken-back-notice.tsx';

interface Props {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly typed?: RatingContent;
  readonly errors?: FieldErrors;
}

/** The appraiser's one form: everything known of a line stands beside the fields that rate it. */
export function RatingPage({ visit, evaluation, typed, errors = {} }: Props) {
  const { view, rating, self } = evaluation;
  const { period, id } = view.participation;
  const content = typed ?? rating?.content ?? EMPTY_RATING;
  const path = visit.path(`/appraisals/${id}/evaluation`);
  // What has to be mended comes first.
  const isRefused = Object.values(errors).some(Boolean);
  const meter = evaluation.year ? <RecencyCard coverage={evaluation.year.coverage} warns /> : null;
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.ratingTitle()}>
      <p class="max-w-prose">
        {text.ratingIntro()} {text.ratingDue({ date: formatDate(period.ratingDueOn) })}{' '}
        {visit.today > period.ratingDueOn ? text.overdue() : ''}
      </p>
      <p class="max-w-prose text-sm text-base-content/75">
        {groundsText.groundsHint()} {groundsText.openness()}{' '}
        <a class="link" href={visit.path('/fairness/mirror')}>
          {groundsText.mirror()}
        </a>
      </p>
      <TakenBackNotice evaluation={evaluation} />
      {self ? null : <Notice tone="neutral">{text.selfMissing()}</Notice>}
      {evaluation.gates ? (
        <GateNotices
          visit={visit}
          scheme={evaluation.scheme.scheme}
          participantId={id}
          gates={evaluation.gates}
        />
      ) : null}
      {isRefused ? null : meter}
      <DraftForm action={`${path}/rating`} revision={rating?.revision ?? 0} errors={errors}>
        <NationalFields
          visit={visit}
          evaluation={evaluation}
          content={content}
          errors={errors}
          suggestion={`${path}/suggestion`}
        />
        <DraftActs>
          <SubmitButton look="ghost" skipValidation>
            {text.saveDraft()}
          </SubmitButton>
          <SubmitButton name="step" value="check" icon="arrowRight">
            {text.check()}
          </SubmitButton>
        </DraftActs>
      </DraftForm>
      {isRefused ? meter : null}
    </AppraisalFrame>
  );
}

interface PartProps {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  readonly content: RatingContent;
  readonly errors: FieldErrors;
}

/** Every field of the national form; `suggestion` is the address that answers what the lines suggest. */
export function NationalFields(props: PartProps & { suggestion: string }) {
  return (
    <>
      <ResultLines {...props} />
      <Values {...props} />
      <Decisions {...props} />
    </>
  );
}

/** Rating, reason and what it rests on, labelled for the ear with what they are about. */
function Rated(props: {
  what: string;
  /** Beginning of the names of its fields: `line-…`, `value-…`. */
  base: string;
  /** Under what the year knows it. */
  name: string;
  value: ReasonedRating | undefined;
  errors: FieldErrors;
  evaluation: EvaluationView;
  visit: Visit;
}) {
  const { base, value, errors, evaluation } = props;
  const [rating, reason, on] = [`${base}-rating`, `${base}-reason`, `${base}-on`];
  return (
    <>
      <RatingField
        name={rating}
        label={text.ratingFor({ what: props.what })}
        value={value?.rating}
        error={errors[rating]}
        hideLabel
      />
      <Words
        name={reason}
        label={text.reason()}
        fullLabel={text.reasonFor({ what: props.what })}
        hint={text.reasonRule()}
        value={value?.reason}
        error={errors[reason]}
        maxLength={WORDS.reason}
      />
      {evaluation.year ? (
        <Citing
          year={evaluation.year}
          what={props.what}
          names={[props.name]}
          fields={{ on, citePrefix: `${base}-cite-` }}
          on={value?.on}
          cites={value?.cites ?? []}
          error={errors[on]}
          path={(inside) => props.visit.path(inside)}
        />
      ) : null}
    </>
  );
}

function ResultLines({ visit, evaluation, content, errors }: PartProps) {
  const { agreed, basis, self } = evaluation;
  return (
    <Card title={text.results()} padded={false}>
      <div class="divide-y divide-base-300">
        {agreed?.content.results.map((result, index) => {
          const said = self?.content.lines[result.id];
          return (
            <div key={result.id} class="p-5 grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <div class="grid gap-3 content-start min-w-0">
                <LineHeading index={index} result={result} />
                <LineFacts result={result} basis={basis.get(result.id)} isCited />
                {self ? <SelfSaid words={said?.realisation} rating={said?.rating ?? null} /> : null}
              </div>
              <div class="grid gap-3 content-start min-w-0">
                <Rated
                  what={result.statement}
                  base={`line-${result.id}`}
                  name={result.id}
                  value={content.lines[result.id]}
                  errors={errors}
                  evaluation={evaluation}
                  visit={visit}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Card>
  );
}

function Values({ visit, evaluation, content, errors }: PartProps) {
  const { scheme, agreed, self } = evaluation;
  const given = content.values as Record<string, ReasonedRating | undefined>;
  const said = self?.content.values as Record<string, string | undefined> | undefined;
  const expected = agreed?.content.expectations as Record<string, string | undefined> | undefined;
  return (
    <Card title={text.behaviour()} padded={false}>
      <div class="divide-y divide-base-300">
        {valuesOf(scheme).map((value) => {
          const label = inLocale(value.label);
          return (
            <div key={value.code} class="p-5 grid gap-5 lg:grid-cols-[minmax(0,1fr)_22rem]">
              <div class="grid gap-2 content-start min-w-0 text-sm">
                <h3 class="font-medium text-base">{label}</h3>
                <ul class="text-base-content/75 list-disc pl-5">
                  {value.guides.map((guide) => (
                    <li key={guide.id}>{inLocale(guide)}</li>
                  ))}
                </ul>
                {expected?.[value.code] ? (
                  <p class="border-l-2 border-primary pl-3">
                    <span class="text-base-content/75">{text.expectation()}:</span> {expected[value.code]}
                  </p>
                ) : null}
                {said?.[value.code]?.trim() ? <SelfSaid words={said[value.code]} /> : null}
              </div>
              <div class="grid gap-3 content-start min-w-0">
                <Rated
                  what={label}
                  base={`value-${value.code}`}
                  name={value.code}
                  value={given[value.code]}
                  errors={errors}
                  evaluation={evaluation}
                  visit={visit}
                />
              </div>
            </div>
          );
        })}
      </div>
    </Card>
  );
}
