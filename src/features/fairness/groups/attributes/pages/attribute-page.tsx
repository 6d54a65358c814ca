import type { Visit } from '#features/people/index.ts';
import { formatInstant, formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, FileField, ProblemSummary, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Facts, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { RegisteredAttribute } from '../queries.ts';
import { text } from '../text.ts';
import { HELD_LABELS } from '../values.ts';
import { stateOf } from './attributes-page.tsx';

export function AttributePage(props: {
  visit: Visit;
  attribute: RegisteredAttribute;
  mayChange: boolean;
  fileId: string;
  typed: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { visit, attribute, mayChange, errors, typed } = props;
  const name = inLocale(HELD_LABELS[attribute.kind]);
  const path = visit.path(`/fairness/attributes/${attribute.id}`);
  return (
    <Layout chrome={visit.chrome} title={name} current="fairness">
      <PageHeading
        title={name}
        above={
          <a class="link" href={visit.path('/fairness/attributes')}>
            {text.backToRegister()}
          </a>
        }
      />
      <ProblemSummary errors={errors} />
      {mayChange ? (
        <Card title={text.upload()}>
          <p class="max-w-prose">{text.uploadHint({ value: name })}</p>
          <form
            method="post"
            action={`${path}/files`}
            enctype="multipart/form-data"
            class="grid gap-4 mt-4 max-w-xl"
            data-controller="once"
          >
            <input type="hidden" name="id" value={props.fileId} />
            <FileField
              name="file"
              label={text.file()}
              accept=".xlsx,.csv"
              required
              {...(errors.file ? { error: errors.file } : {})}
            />
            <div class="flex flex-wrap gap-2">
              <SubmitButton icon="upload">{text.check()}</SubmitButton>
              <LinkButton href={`${path}/template.xlsx`} icon="download" look="ghost" download>
                {text.template()}
              </LinkButton>
            </div>
          </form>
        </Card>
      ) : null}
      <Card>
        <Facts
          facts={[
            [text.state(), stateOf(attribute, visit)],
            [text.people(), formatNumber(attribute.people)],
            [text.legalBasis(), attribute.legalBasis],
            [text.purpose(), attribute.purpose],
            ...(attribute.endedReason ? [[text.endReason(), attribute.endedReason] as const] : []),
          ]}
        />
        <p class="mt-4 text-sm text-base-content/75">
          {text.registered({
            name: attribute.registeredBy,
            when: formatInstant(attribute.registeredAt, visit.agency.zone),
          })}
        </p>
      </Card>
      {mayChange ? (
        <Card title={text.endTitle()}>
          <p class="max-w-prose">{text.endHint()}</p>
          <form method="post" action={`${path}/end`} class="grid gap-4 mt-4 max-w-xl" data-controller="once">
            <TextArea
              name="reason"
              label={text.endReason()}
              value={typed.reason ?? ''}
              maxLength={2000}
              required
              {...(errors.reason ? { error: errors.reason } : {})}
            />
            <div>
              <SubmitButton look="error">{text.end()}</SubmitButton>
            </div>
          </form>
        </Card>
      ) : null}
    </Layout>
  );
}
