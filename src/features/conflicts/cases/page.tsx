import type { Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { conflictInWords } from '../facts.tsx';
import { CaseBadge } from '../pages/parts.tsx';
import { consequenceLabel, kindLabel, settlementLabel } from '../words.ts';
import type { ConflictCase } from './queries.ts';
import type { Substitute } from './substitutes.ts';
import { text } from './text.ts';

interface Props {
  readonly visit: Visit;
  readonly scheme: Scheme;
  readonly about: ConflictCase;
  readonly mayDecide: boolean;
  readonly hasResult: boolean;
  readonly substitutes: readonly Substitute[];
  readonly typed?: Readonly<Record<string, string | undefined>>;
  readonly errors?: FieldErrors;
}

/** One conflict of one appraisal, with the ways to decide on it. */
export function CasePage(props: Props) {
  const { visit, about, mayDecide } = props;
  const title = text.title({
    kind: inLocale(kindLabel(about.kind)),
    ratee: about.rateeName,
    rater: about.raterName,
  });
  return (
    <Layout chrome={visit.chrome} title={title} current="people">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path('/conflicts')}>
            {text.back()}
          </a>
        }
        intro={<CaseBadge state={about.state} />}
      />
      <Said {...props} />
      {about.state === 'open' && mayDecide ? <Decide {...props} /> : null}
      {about.state === 'noted' ? <Notice tone="neutral">{text.noted()}</Notice> : null}
      {about.state === 'gone' ? <Notice tone="neutral">{text.gone()}</Notice> : null}
      {about.state === 'settled' ? <Decided {...props} /> : null}
    </Layout>
  );
}

function Said({ visit, scheme, about }: Props) {
  return (
    <Card title={text.fact()}>
      <div class="grid gap-4">
        <p>{conflictInWords(scheme, about)}</p>
        <Facts
          facts={[
            [
              text.employee(),
              <a class="link" href={visit.path(`/appraisals/${about.participantId}/conflicts`)}>
                {about.rateeName}
              </a>,
            ],
            [text.appraiser(), about.raterName],
            [text.unit(), about.unitName],
            [text.period(), about.periodName],
            [
              text.origin(),
              about.declarationId ? (
                <>
                  {text.declared()} ·{' '}
                  <a class="link" href={visit.path(`/conflicts/${about.declarationId}`)}>
                    {text.declaration()}
                  </a>
                </>
              ) : (
                text.found()
              ),
            ],
            [text.byScheme(), inLocale(consequenceLabel(about.consequence))],
          ]}
        />
      </div>
    </Card>
  );
}

function Decide(props: Props) {
  const { about, hasResult } = props;
  const isSecond = about.consequence === 'second-appraiser';
  return (
    <>
      <p class="max-w-prose text-base-content/85">{text.decideIntro()}</p>
      {hasResult ? <Notice tone="warning">{text.resultGiven()}</Notice> : null}
      {isSecond ? <Second {...props} /> : null}
      <Replace {...props} look={isSecond ? 'outline' : 'primary'} />
      <Keep {...props} />
    </>
  );
}

function Second({ visit, about }: Props) {
  return (
    <Card title={text.secondTitle()}>
      <p class="max-w-prose">{text.secondIntro()}</p>
      <div class="mt-4">
        <LinkButton href={visit.path(`/second-looks/orders/${about.id}`)} icon="users" look="primary">
          {text.secondNow()}
        </LinkButton>
      </div>
    </Card>
  );
}

function Replace(props: Props & { look: 'primary' | 'outline' }) {
  const { visit, about, substitutes, typed, errors = {} } = props;
  const isOwn = typed?.settlement === 'replaced';
  return (
    <Card title={text.replaceTitle()}>
      {substitutes.length === 0 ? (
        <div class="grid gap-4 justify-items-start">
          <p>{text.noSubstitute()}</p>
          <LinkButton href={visit.path(`/people/${about.rateeId}/appraiser`)} icon="user">
            {text.toPerson()}
          </LinkButton>
        </div>
      ) : (
        <form
          method="post"
          action={visit.path(`/conflict-cases/${about.id}/settlement`)}
          class="grid gap-5"
          data-controller="once"
        >
          <input type="hidden" name="settlement" value="replaced" />
          {isOwn ? <ProblemSummary errors={errors} /> : null}
          <div id="substituteId" tabIndex={-1}>
            <RadioGroup
              name="substituteId"
              label={text.chooseSubstitute()}
              hint={text.substituteHint()}
              required
              value={typed?.substituteId ?? substitutes[0]?.id}
              error={isOwn ? errors.substituteId : undefined}
              choices={substitutes.map((each) => ({
                value: each.id,
                label: each.isSuperior ? `${each.name} (${text.superiorOf()})` : each.name,
                hint: [
                  each.position,
                  each.unitName,
                  text.load({ count: each.appraises }),
                  ...each.conflicts.map(({ kind }) => inLocale(kindLabel(kind))),
                ].join(' · '),
              }))}
            />
          </div>
          <Reason name="reason-replaced" {...props} isOwn={isOwn} />
          <div>
            <SubmitButton look={props.look} icon="check">
              {text.replaceNow()}
            </SubmitButton>
          </div>
        </form>
      )}
    </Card>
  );
}

function Keep(props: Props) {
  const { visit, about, typed } = props;
  return (
    <Card title={text.keepTitle()}>
      <form
        method="post"
        action={visit.path(`/conflict-cases/${about.id}/settlement`)}
        class="grid gap-4"
        data-controller="once"
      >
        <input type="hidden" name="settlement" value="kept" />
        <p class="max-w-prose">{text.keepIntro()}</p>
        <Reason name="reason-kept" {...props} isOwn={typed?.settlement === 'kept'} />
        <div>
          <SubmitButton look="outline">{text.keepNow()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Reason({ name, typed, errors, isOwn }: Props & { name: string; isOwn: boolean }) {
  return (
    <TextArea
      name={name}
      label={text.reason()}
      required
      rows={2}
      value={typed?.[name]}
      error={isOwn ? errors?.reason : undefined}
      maxLength={1000}
    />
  );
}

function Decided(props: Props) {
  const { visit, about, mayDecide } = props;
  return (
    <Card title={text.decided()}>
      <div class="grid gap-4">
        <p class="font-medium">
          {about.settlement ? inLocale(settlementLabel(about.settlement)) : ''}
          {about.substituteName ? `: ${about.substituteName}` : ''}
        </p>
        <p class="whitespace-pre-line">{about.reason}</p>
        {about.settledAt ? (
          <p class="text-sm text-base-content/75">
            {text.decidedBy({
              name: about.settledByName ?? '–',
              when: formatInstant(about.settledAt, visit.agency.zone),
            })}
          </p>
        ) : null}
        {mayDecide ? (
          <form
            method="post"
            action={visit.path(`/conflict-cases/${about.id}/reopening`)}
            class="grid gap-3 border-t border-base-300 pt-5"
            data-controller="once"
          >
            <Reason name="reason-reopen" {...props} isOwn={props.typed?.['reason-reopen'] !== undefined} />
            <div>
              <SubmitButton look="outline" icon="rotate">
                {text.reopen()}
              </SubmitButton>
            </div>
          </form>
        ) : null}
      </div>
    </Card>
  );
}
