import { BesideFields, type BesideView, DraftActs, DraftForm } from '#features/evaluation/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type FieldErrors, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Look } from '../looks/queries.ts';
import { text } from './text.ts';

/** The same instrument once more, with what the year recorded and without what the first appraiser gave. */
export function FormPage(props: {
  visit: Visit;
  look: Look;
  view: BesideView;
  errors?: FieldErrors;
  declineReason?: string;
}) {
  const { visit, look, view, errors = {} } = props;
  const path = visit.path(`/second-looks/${look.id}`);
  const appraisal = visit.path(`/appraisals/${look.participantId}`);
  const title = text.formTitle({ name: look.rateeName });
  const { participation } = view.view;
  return (
    <Layout chrome={visit.chrome} title={title} current="team">
      <PageHeading
        title={title}
        above={
          <>
            <a class="link" href={visit.path('/second-looks')}>
              {text.mineTitle()}
            </a>{' '}
            · {look.periodName}
          </>
        }
        intro={
          <p>
            {participation.person.position} · {participation.unit.name}. {text.formIntro()}{' '}
            {look.dueOn ? text.dueOn({ date: formatDate(look.dueOn) }) : ''}
          </p>
        }
        acts={
          <>
            <LinkButton href={`${appraisal}/plan`} icon="target" look="ghost">
              {text.plan()}
            </LinkButton>
            <LinkButton href={`${appraisal}/progress`} icon="trending" look="ghost">
              {text.progressPage()}
            </LinkButton>
          </>
        }
      />
      {view.agreed ? (
        <DraftForm action={`${path}/form`} revision={view.rating?.revision ?? 0} errors={errors}>
          <BesideFields visit={visit} view={view} errors={errors} suggestion={`${path}/suggestion`} />
          <DraftActs>
            <SubmitButton look="ghost" skipValidation>
              {text.save()}
            </SubmitButton>
            <SubmitButton name="step" value="give" icon="check">
              {text.give()}
            </SubmitButton>
          </DraftActs>
        </DraftForm>
      ) : (
        <Notice tone="warning">{text.noPlan()}</Notice>
      )}
      <Card title={text.decline()} id="decline">
        <form method="post" action={`${path}/refusal`} class="grid gap-4" data-controller="once">
          <p class="max-w-prose">{text.declineIntro()}</p>
          <TextArea
            name="reason-decline"
            label={text.reason()}
            required
            rows={2}
            value={props.declineReason}
            error={errors['reason-decline']}
            maxLength={1000}
          />
          <div>
            <SubmitButton look="outline">{text.declineSend()}</SubmitButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
