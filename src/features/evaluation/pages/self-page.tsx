import type { Visit } from '#features/people/index.ts';
import { AppraisalFrame } from '#features/periods/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { Card, Notice, SubmitButton } from '#ui/parts.tsx';
import { EMPTY_SELF, type SelfContent, WORDS } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import { lineField, valueField } from '../fields.ts';
import { valuesOf } from '../schemes.ts';
import { text } from '../text-rating.ts';
import { DraftActs, DraftForm } from './draft-form.tsx';
import { LineFacts, LineHeading, RatingBadge, RatingField, Words } from './parts.tsx';

interface Props {
  readonly visit: Visit;
  readonly evaluation: EvaluationView;
  /** What was typed, when the form comes back refused. */
  readonly typed?: SelfContent;
  readonly errors?: FieldErrors;
}

/** The employee's own page: write and submit, or read what was submitted. */
export function SelfPage({ visit, evaluation, typed, errors = {} }: Props) {
  const { view, self } = evaluation;
  const { period } = view.participation;
  const isDraft = self?.state !== 'submitted';
  return (
    <AppraisalFrame visit={visit} view={view} current="evaluation" title={text.selfTitle()}>
      {isDraft ? (
        <>
          <p class="max-w-prose">
            {text.selfIntro()} {text.selfDue({ date: formatDate(period.selfAssessmentDueOn) })}{' '}
            {visit.today > period.selfAssessmentDueOn ? text.overdue() : ''}
          </p>
          <SelfForm visit={visit} evaluation={evaluation} typed={typed} errors={errors} />
        </>
      ) : (
        <>
          <Notice tone="success" title={text.submittedAt({ when: instant(visit, self?.submittedAt) })}>
            {evaluation.current ? (
              <a class="link" href={visit.path(`/appraisals/${view.participation.id}/result`)}>
                {text.toResult()}
              </a>
            ) : (
              <form
                method="post"
                action={visit.path(`/appraisals/${view.participation.id}/evaluation/self/reopening`)}
                class="mt-2 flex flex-wrap items-center gap-3"
                data-controller="once"
              >
                <SubmitButton look="outline" small icon="edit">
                  {text.reopen()}
                </SubmitButton>
                <span class="text-sm">{text.reopenHint()}</span>
              </form>
            )}
          </Notice>
          <SelfRead evaluation={evaluation} />
        </>
      )}
    </AppraisalFrame>
  );
}

function instant(visit: Visit, at: Date | null | undefined): string {
  return at ? formatInstant(at, visit.agency.zone) : '';
}

function SelfForm({ visit, evaluation, typed, errors = {} }: Props) {
  const { view, self, agreed, basis, scheme } = evaluation;
  const content = typed ?? self?.content ?? EMPTY_SELF;
  const action = visit.path(`/appraisals/${view.participation.id}/evaluation/self`);
  return (
    <DraftForm action={action} revision={self?.revision ?? 0} errors={errors}>
      <Card title={text.results()} padded={false}>
        <div class="divide-y divide-base-300">
          {agreed?.content.results.map((result, index) => {
            const line = content.lines[result.id];
            const [words, rating] = [lineField(result.id, 'realisation'), lineField(result.id, 'rating')];
            return (
              <div key={result.id} class="p-5 grid gap-4 lg:grid-cols-2">
                <div class="grid gap-3 content-start min-w-0">
                  <LineHeading index={index} result={result} />
                  <LineFacts result={result} basis={basis.get(result.id)} />
                </div>
                <div class="grid gap-3 content-start min-w-0">
                  <Words
                    name={words}
                    label={text.realisationWords()}
                    fullLabel={`${text.realisationWords()}: ${result.statement}`}
                    value={line?.realisation}
                    error={errors[words]}
                    rows={3}
                    maxLength={WORDS.realisation}
                  />
                  <RatingField
                    name={rating}
                    label={text.ownRating()}
                    value={line?.rating}
                    error={errors[rating]}
                  />
                </div>
              </div>
            );
          })}
        </div>
      </Card>
      <Card title={text.behaviour()} padded={false}>
        <div class="divide-y divide-base-300">
          {valuesOf(scheme).map((value) => (
            <div key={value.code} class="p-5 grid gap-3 lg:grid-cols-2">
              <div>
                <h3 class="font-medium">{inLocale(value.label)}</h3>
                <ul class="mt-1 text-sm text-base-content/75 list-disc pl-5">
                  {value.guides.map((guide) => (
                    <li key={guide.id}>{inLocale(guide)}</li>
                  ))}
                </ul>
              </div>
              <Words
                name={valueField(value.code, 'note')}
                label={text.valueNote()}
                fullLabel={`${text.valueNote()}: ${inLocale(value.label)}`}
                value={(content.values as Record<string, string | undefined>)[value.code]}
                error={errors[valueField(value.code, 'note')]}
                maxLength={WORDS.reason}
              />
            </div>
          ))}
        </div>
      </Card>
      <DraftActs>
        <SubmitButton look="ghost" skipValidation>
          {text.saveDraft()}
        </SubmitButton>
        <SubmitButton name="step" value="submit" icon="send">
          {text.submitSelf()}
        </SubmitButton>
      </DraftActs>
    </DraftForm>
  );
}

/** The submitted self-assessment as everybody concerned reads it. */
export function SelfRead({ evaluation }: { evaluation: EvaluationView }) {
  const { self, agreed, scheme } = evaluation;
  if (!self || !agreed) return null;
  const notes = valuesOf(scheme).flatMap((value) => {
    const note = (self.content.values as Record<string, string | undefined>)[value.code]?.trim();
    return note ? [{ value, note }] : [];
  });
  return (
    <Card title={text.self()} padded={false}>
      <div class="divide-y divide-base-300">
        {agreed.content.results.map((result, index) => {
          const line = self.content.lines[result.id];
          return (
            <div key={result.id} class="px-5 py-4 grid gap-2">
              <LineHeading index={index} result={result} />
              <p class="whitespace-pre-line text-sm">{line?.realisation.trim() || text.noWords()}</p>
              {line?.rating ? (
                <p>
                  <RatingBadge rating={line.rating} />
                </p>
              ) : null}
            </div>
          );
        })}
        {notes.map(({ value, note }) => (
          <div key={value.code} class="px-5 py-4">
            <h3 class="font-medium">{inLocale(value.label)}</h3>
            <p class="mt-1 text-sm whitespace-pre-line">{note}</p>
          </div>
        ))}
      </div>
    </Card>
  );
}
