import type { ComponentChildren } from 'preact';
import { openActs } from '#domain/workflow/workflow.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { type FieldErrors, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Declaration, PartyComment } from '../queries.ts';
import { DECLARATION, type DeclarationAct, type DeclarationRole } from '../transitions.ts';
import { STATEMENT_LIMIT, type Typed } from './declaration-form.tsx';
import { DeclarationBadge, kindInWords, spanInWords } from './parts.tsx';
import { text } from './text.ts';

interface Props {
  readonly visit: Visit;
  readonly declaration: Declaration;
  readonly roles: ReadonlySet<DeclarationRole>;
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
}

const AS = { rater: text.asRater, ratee: text.asRatee, officer: text.asOfficer } as const;

/** One declared relation: what was said, by whom, and what the one who looks can do next. */
export function DeclarationPage(props: Props) {
  const { visit, declaration, roles } = props;
  const acts = new Set(openActs(DECLARATION, declaration.state, roles).map(({ act }) => act));
  const isOfficer =
    roles.has('officer') || (visit.actor.isAuditor && !roles.has('rater') && !roles.has('ratee'));
  const title = kindInWords(declaration.kind, declaration.relation);
  return (
    <Layout chrome={visit.chrome} title={title} current={isOfficer ? 'people' : 'home'} width="narrow">
      <PageHeading
        title={title}
        above={
          <a class="link" href={visit.path(isOfficer ? '/conflicts' : '/conflicts/mine')}>
            {isOfficer ? text.title() : text.mineTitle()}
          </a>
        }
        intro={
          <p>
            {text.between({ ratee: declaration.rateeName, rater: declaration.raterName })}{' '}
            <DeclarationBadge state={declaration.state} />
          </p>
        }
      />
      {acts.has('confirm') ? <Check {...props} /> : null}
      <Said visit={visit} declaration={declaration} />
      <CommentForm {...props} />
      {acts.has('withdraw') ? (
        <ActCard {...props} act="withdraw" title={text.withdraw()} intro={text.withdrawIntro()} />
      ) : null}
      {acts.has('end') ? (
        <ActCard {...props} act="end" title={text.endTitle()}>
          <TextField
            name="until"
            type="date"
            label={text.until()}
            hint={text.untilHint()}
            required
            value={props.typed?.until ?? visit.today}
            error={props.errors?.until}
          />
        </ActCard>
      ) : null}
      {declaration.state === 'confirmed' && roles.has('declarer') && !acts.has('end') ? (
        <p class="text-sm text-base-content/75">{text.endByOfficer()}</p>
      ) : null}
    </Layout>
  );
}

function Said({ visit, declaration }: Pick<Props, 'visit' | 'declaration'>) {
  const { raterComment, rateeComment } = declaration;
  return (
    <Card>
      <Facts
        facts={[
          [text.ratee(), declaration.rateeName],
          [text.rater(), declaration.raterName],
          [text.since(), spanInWords(declaration.since, declaration.until)],
          [text.statement(), <span class="whitespace-pre-line">{declaration.statement}</span>],
          [
            text.declaredBy(),
            `${declaration.declarerName}, ${AS[declaration.declaredAs]()}, ${formatInstant(declaration.declaredAt, visit.agency.zone)}`,
          ],
          ...(declaration.closeReason ? [[text.closeReason(), declaration.closeReason] as const] : []),
          ...commentFact(declaration.raterName, raterComment, visit),
          ...commentFact(declaration.rateeName, rateeComment, visit),
        ]}
      />
    </Card>
  );
}

function commentFact(name: string, comment: PartyComment | null, visit: Visit) {
  if (!comment) return [];
  return [
    [
      text.commentOf({ name }),
      <>
        <span class="whitespace-pre-line">{comment.body}</span>
        <span class="block text-xs text-base-content/75">{formatInstant(comment.at, visit.agency.zone)}</span>
      </>,
    ] as const,
  ];
}

/** Whoever is concerned and did not declare it answers once. */
function CommentForm({ visit, declaration, roles, typed, errors }: Props) {
  const by = roles.has('rater') ? 'rater' : roles.has('ratee') ? 'ratee' : undefined;
  if (!by || roles.has('declarer') || declaration[`${by}Comment`]) return null;
  if (declaration.state !== 'declared' && declaration.state !== 'confirmed') return null;
  return (
    <Card title={text.comment()} id="comment-card">
      <form
        method="post"
        action={visit.path(`/conflicts/${declaration.id}/comment`)}
        class="grid gap-4"
        data-controller="once"
      >
        <TextArea
          name="body"
          label={text.comment()}
          hint={text.commentHint()}
          hideLabel
          required
          value={typed?.body}
          error={errors?.body}
          maxLength={STATEMENT_LIMIT}
        />
        <div>
          <SubmitButton icon="send">{text.commentSend()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}

function Check(props: Props) {
  const { visit, declaration, typed, errors } = props;
  const path = visit.path(`/conflicts/${declaration.id}`);
  return (
    <Card title={text.check()}>
      <div class="grid gap-5">
        <p>{text.checkIntro()}</p>
        <form method="post" action={`${path}/confirmation`} data-controller="once">
          <SubmitButton icon="check">{text.confirm()}</SubmitButton>
        </form>
        <form
          method="post"
          action={`${path}/rejection`}
          class="grid gap-3 border-t border-base-300 pt-5"
          data-controller="once"
        >
          <TextArea
            name="reason-reject"
            label={text.reason()}
            required
            rows={2}
            value={typed?.['reason-reject']}
            error={errors?.['reason-reject']}
            maxLength={STATEMENT_LIMIT}
          />
          <div>
            <SubmitButton look="outline">{text.reject()}</SubmitButton>
          </div>
        </form>
      </div>
    </Card>
  );
}

const NOUN: Readonly<Record<'withdraw' | 'end', string>> = { withdraw: 'withdrawal', end: 'end' };

function ActCard(
  props: Props & {
    act: Extract<DeclarationAct, 'withdraw' | 'end'>;
    title: string;
    intro?: string;
    children?: ComponentChildren;
  },
) {
  const { visit, declaration, act, typed, errors } = props;
  const field = `reason-${act}`;
  return (
    <Card title={props.title}>
      <form
        method="post"
        action={visit.path(`/conflicts/${declaration.id}/${NOUN[act]}`)}
        class="grid gap-4"
        data-controller="once"
      >
        {props.intro ? <p>{props.intro}</p> : null}
        {props.children}
        <TextArea
          name={field}
          label={text.reason()}
          required
          rows={2}
          value={typed?.[field]}
          error={errors?.[field]}
          maxLength={STATEMENT_LIMIT}
        />
        <div>
          <SubmitButton look="outline">{act === 'end' ? text.end() : text.withdraw()}</SubmitButton>
        </div>
      </form>
    </Card>
  );
}
