import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type FieldErrors, ProblemSummary, RadioGroup, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { KnownVersion } from '../versions.ts';

const KIND = {
  national: text.ofKind_national,
  adopted: text.ofKind_adopted,
  template: text.ofKind_template,
} as const;

/** The value of the choice to begin from nothing. */
export const FROM_NOTHING = 'empty';

export function StartPage(props: {
  visit: Visit;
  newId: string;
  versions: readonly KnownVersion[];
  fields: Readonly<Record<string, string>>;
  errors: FieldErrors;
}) {
  const { visit, newId, versions, fields, errors } = props;
  return (
    <Layout chrome={visit.chrome} title={text.newDraft()} current="schemes" width="narrow">
      <PageHeading
        title={text.newDraft()}
        above={
          <a class="link" href={visit.path('/scheme-drafts')}>
            {text.drafts()}
          </a>
        }
      />
      <form method="post" action={visit.path('/scheme-drafts')} class="grid gap-6" data-controller="once">
        <ProblemSummary errors={errors} />
        <input type="hidden" name="id" value={newId} />
        <Card>
          <div class="grid gap-5">
            <SelectField
              name="base"
              label={text.startFrom()}
              required
              value={fields.base}
              error={errors.base}
              options={[
                ...versions.map((each) => ({
                  value: `${each.id}@${each.version}`,
                  label: text.baseOption({
                    title: inLocale(each.title),
                    version: String(each.version),
                    kind: KIND[each.kind](),
                  }),
                })),
                { value: FROM_NOTHING, label: text.emptyScheme() },
              ]}
            />
            <RadioGroup
              name="kind"
              label={text.kind()}
              required
              value={fields.kind}
              error={errors.kind}
              choices={[
                { value: 'next', label: text.kindNext(), hint: text.kindNextHint() },
                { value: 'new', label: text.kindNew(), hint: text.kindNewHint() },
              ]}
            />
            <TextField
              name="schemeId"
              label={text.schemeId()}
              hint={text.schemeIdHint()}
              maxLength={60}
              value={fields.schemeId}
              error={errors.schemeId}
            />
            <TextField name="titleId" label={text.titleId()} maxLength={200} value={fields.titleId} />
            <TextField name="titleEn" label={text.titleEn()} maxLength={200} value={fields.titleEn} />
          </div>
        </Card>
        <div class="flex flex-wrap gap-2">
          <SubmitButton>{text.start()}</SubmitButton>
          <LinkButton href={visit.path('/scheme-drafts')} look="ghost">
            {text.drafts()}
          </LinkButton>
        </div>
      </form>
    </Layout>
  );
}
