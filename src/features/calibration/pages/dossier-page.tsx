/** What a member reads and judges: the masked dossier first, the two ratings and the reason below it. */
import type { ComponentChildren } from 'preact';
import { RATINGS } from '#domain/rules/index.ts';
import { DraftActs, DraftForm } from '#features/evaluation/index.ts';
import { positionKindLabel, type Visit } from '#features/people/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, Facts, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { categoriesOf, predicateFrom } from '../commands/judge.ts';
import type { Dossier, DossierLine } from '../judging/dossier.ts';
import type { OwnJudgement } from '../judging/judgements.ts';
import type { Item, Meeting } from '../meetings/queries.ts';
import { predicateWords, ratingWords } from './parts.tsx';
import { text as meetingText } from './text.ts';
import { text } from './text-items.ts';

export type Said = Pick<
  OwnJudgement,
  'resultsRating' | 'behaviourRating' | 'category' | 'reason' | 'revision' | 'state'
>;

export const UNSAID: Said = {
  resultsRating: null,
  behaviourRating: null,
  category: null,
  reason: '',
  revision: 0,
  state: 'draft',
};

interface Props {
  readonly visit: Visit;
  readonly meeting: Meeting;
  readonly item: Item;
  readonly dossier: Dossier;
  readonly said: Said;
  readonly errors: FieldErrors;
}

export function DossierPage(props: Props) {
  const { visit, meeting, item, dossier, said, errors } = props;
  const isDraft = said.state === 'draft';
  return (
    <ItemFrame visit={visit} meeting={meeting} title={text.dossier({ number: item.ordinal })}>
      <ProblemSummary errors={errors} />
      <Notice>{isDraft ? text.blindIntro() : text.waitsForOpening()}</Notice>
      {dossier.hasPlan ? (
        <>
          <Card>
            <Facts facts={[[text.post(), positionKindLabel(dossier.positionKind)]]} />
          </Card>
          <Lines lines={dossier.lines} />
          <Behaviour dossier={dossier} />
          {dossier.others.length > 0 ? (
            <Card title={text.others()}>
              <p class="text-sm text-base-content/75 mb-3">{text.othersIntro()}</p>
              <Facts
                facts={dossier.others.map(
                  ({ label, score }) => [inLocale(label), formatDecimal(score)] as const,
                )}
              />
            </Card>
          ) : null}
          {isDraft ? <JudgementForm {...props} /> : <OwnSaid said={said} />}
        </>
      ) : (
        <Notice tone="warning">{text.noPlan()}</Notice>
      )}
    </ItemFrame>
  );
}

export function ItemFrame(props: {
  visit: Visit;
  meeting: Meeting;
  title: string;
  intro?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { visit, meeting, title } = props;
  return (
    <Layout chrome={visit.chrome} title={title} current="home">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path(`/calibration/${meeting.id}`)}>
            {meetingText.title()} · {meeting.periodName}
          </a>
        }
        intro={props.intro}
      />
      {props.children}
    </Layout>
  );
}

function Lines({ lines }: { lines: readonly DossierLine[] }) {
  return (
    <Card title={text.results()}>
      <p class="text-sm text-base-content/75">{text.filesHidden()}</p>
      <ol class="mt-3 grid gap-6">
        {lines.map((line) => (
          <li key={line.id} class="grid gap-3 border-t border-base-300 pt-4">
            <div class="flex flex-wrap items-start justify-between gap-2">
              <h3 class="font-semibold min-w-0 max-w-prose">{line.statement}</h3>
              <Badge>{line.kind === 'main' ? text.main() : text.additional()}</Badge>
            </div>
            {line.measures.map((measure) => (
              <dl
                key={measure.indicator}
                class="grid gap-x-6 gap-y-1 text-sm sm:grid-cols-[8rem_minmax(0,1fr)] border-l-2 border-base-300 pl-3"
              >
                <Pair name={text.indicator()}>{measure.indicator}</Pair>
                <Pair name={text.target()}>{measure.target}</Pair>
                <Pair name={text.realisation()}>
                  <span class="num font-medium">
                    {measure.realisation ?? text.noRealisation()}
                    {measure.achievement ? ` (${measure.achievement} %)` : ''}
                  </span>
                  {measure.account ? <span class="block">{measure.account}</span> : null}
                </Pair>
                <Pair name={text.evidence()}>
                  {measure.evidence.length === 0 ? text.noEvidence() : measure.evidence.join('; ')}
                </Pair>
              </dl>
            ))}
            <div class="text-sm">
              <p class="text-base-content/75">{text.selfWords()}</p>
              <p class="whitespace-pre-line max-w-prose">{line.selfWords || text.noWords()}</p>
            </div>
          </li>
        ))}
      </ol>
    </Card>
  );
}

function Pair({ name, children }: { name: string; children: ComponentChildren }) {
  return (
    <>
      <dt class="text-base-content/75">{name}</dt>
      <dd class="min-w-0 wrap-anywhere mb-1 sm:mb-0">{children}</dd>
    </>
  );
}

function Behaviour({ dossier }: { dossier: Dossier }) {
  const values = dossier.values.filter((value) => value.selfWords || value.expectation);
  return (
    <Card title={text.behaviour()}>
      {values.length === 0 ? (
        <p>{text.noWords()}</p>
      ) : (
        <ul class="grid gap-4">
          {values.map((value) => (
            <li key={value.code} class="text-sm max-w-prose">
              <h3 class="font-medium">{value.label}</h3>
              {value.expectation ? (
                <p>
                  <span class="text-base-content/75">{text.expectation()}:</span> {value.expectation}
                </p>
              ) : null}
              <p class="whitespace-pre-line">
                <span class="text-base-content/75">{text.selfWords()}:</span>{' '}
                {value.selfWords || text.noWords()}
              </p>
            </li>
          ))}
        </ul>
      )}
    </Card>
  );
}

function JudgementForm({ visit, meeting, item, dossier, said, errors }: Props) {
  const action = visit.path(`/calibration/${meeting.id}/items/${item.id}/judgement`);
  const categories = categoriesOf(dossier.scheme.scheme);
  const ratings = RATINGS.toReversed().map((rating) => ({ value: rating, label: ratingWords(rating) }));
  return (
    <DraftForm action={action} revision={said.revision} errors={{}}>
      <Card title={text.yourJudgement()} id="judgement">
        <div class="grid gap-5">
          {(['results', 'behaviour'] as const).map((which) => (
            <div key={which} id={`${which}-rating`} tabIndex={-1}>
              <RadioGroup
                name={`${which}-rating`}
                label={which === 'results' ? text.resultsRating() : text.behaviourRating()}
                inline
                value={which === 'results' ? said.resultsRating : said.behaviourRating}
                error={errors[`${which}-rating`]}
                choices={ratings}
              />
            </div>
          ))}
          {categories.length > 0 ? (
            <div id="category" tabIndex={-1}>
              <RadioGroup
                name="category"
                label={text.category()}
                value={said.category}
                error={errors.category}
                choices={categories.map((category) => ({
                  value: category.code,
                  label: inLocale(category.label),
                  hint: (category.predicates ?? []).map(predicateWords).join(', '),
                }))}
              />
            </div>
          ) : null}
          <TextArea
            name="reason"
            label={text.reason()}
            hint={text.reasonHint()}
            required
            rows={3}
            maxLength={1000}
            value={said.reason}
            error={errors.reason}
          />
          <p class="text-sm text-base-content/75">{text.submitHint()}</p>
        </div>
      </Card>
      <DraftActs>
        <SubmitButton look="ghost" skipValidation>
          {text.saveDraft()}
        </SubmitButton>
        <SubmitButton name="step" value="submit" icon="check" skipValidation>
          {text.submit()}
        </SubmitButton>
      </DraftActs>
    </DraftForm>
  );
}

/** What was submitted, for whoever wrote it. */
function OwnSaid({ said }: { said: Said }) {
  return (
    <Card title={text.yourJudgement()}>
      <Facts
        facts={[
          [text.resultsRating(), ratingWords(said.resultsRating)],
          [text.behaviourRating(), ratingWords(said.behaviourRating)],
          [text.predicate(), predicateWords(predicateFrom(said))],
          [text.reason(), said.reason],
        ]}
      />
    </Card>
  );
}
