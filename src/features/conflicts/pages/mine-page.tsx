import type { Visit } from '#features/people/index.ts';
import { DataTable } from '#ui/data-table.tsx';
import { SelectField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading } from '#ui/parts.tsx';
import type { Declaration } from '../queries.ts';
import type { RelatedPerson } from '../related.ts';
import { DeclarationForm, type FormState } from './declaration-form.tsx';
import { DeclarationBadge, kindInWords, spanInWords } from './parts.tsx';
import { text } from './text.ts';

interface Props {
  readonly visit: Visit;
  readonly related: readonly RelatedPerson[];
  readonly declarations: readonly Declaration[];
  readonly id: string;
  readonly form: FormState;
}

/** What concerns me, and the form to declare it. */
export function MinePage({ visit, related, declarations, id, form }: Props) {
  return (
    <Layout chrome={visit.chrome} title={text.mineTitle()} current="home" width="narrow">
      <PageHeading title={text.mineTitle()} intro={<p>{text.mineIntro()}</p>} />
      {declarations.length > 0 ? (
        <Card title={text.declarations()} padded={false}>
          <Declarations visit={visit} declarations={declarations} />
        </Card>
      ) : null}
      <Card title={text.declare()} id="declare">
        {related.length === 0 ? (
          <p>{text.nobody()}</p>
        ) : (
          <DeclarationForm
            action={visit.path('/conflicts/mine')}
            id={id}
            today={visit.today}
            form={form}
            submit={text.send()}
          >
            <p class="text-sm text-base-content/75">{text.holdsAtOnce()}</p>
            <SelectField
              name="with"
              label={text.with()}
              required
              empty={text.choose()}
              value={form.typed.with}
              error={form.errors.with}
              options={related.map((person) => ({
                value: `${person.as}:${person.id}`,
                label: `${person.name} – ${
                  person.as === 'rater'
                    ? text.iRate({ position: person.position ?? '–' })
                    : text.ratesMe({ position: person.position ?? '–' })
                }`,
              }))}
            />
          </DeclarationForm>
        )}
        <p class="mt-5 pt-5 border-t border-base-300 text-sm">
          <a class="link" href={visit.path('/appraiser')}>
            {text.wrongAppraiser()}
          </a>
        </p>
      </Card>
    </Layout>
  );
}

/** Declarations by the two people they are about. */
export function Declarations({
  visit,
  declarations,
}: {
  visit: Visit;
  declarations: readonly Declaration[];
}) {
  return (
    <DataTable
      caption={text.declarations()}
      rows={declarations}
      rowKey={(each) => each.id}
      columns={[
        {
          key: 'people',
          heading: text.between({ ratee: text.ratee(), rater: text.rater().toLowerCase() }),
          isTitle: true,
          cell: (each) => (
            <a class="link link-hover" href={visit.path(`/conflicts/${each.id}`)}>
              {text.between({ ratee: each.rateeName, rater: each.raterName })}
            </a>
          ),
        },
        { key: 'kind', heading: text.kind(), cell: (each) => kindInWords(each.kind, each.relation) },
        { key: 'since', heading: text.since(), cell: (each) => spanInWords(each.since, each.until) },
        { key: 'state', heading: text.state(), cell: (each) => <DeclarationBadge state={each.state} /> },
      ]}
    />
  );
}
