import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, EmptyState, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Period } from '../queries.ts';
import { schemeKey } from '../schemes.ts';
import { text } from './text.ts';

export interface OwnCriteria {
  readonly scheme: CompiledScheme;
  readonly confirmedAt: Date | null;
}

/** The criteria of one period for the person who is appraised by them. */
export function MyCriteriaPage(props: { visit: Visit; period: Period; own: readonly OwnCriteria[] }) {
  const { visit, period, own } = props;
  return (
    <Layout chrome={visit.chrome} title={text.mine()} current="home">
      <PageHeading title={text.mine()} intro={text.mineIntro({ period: period.name })} />
      {own.length === 0 ? (
        <Card>
          <EmptyState icon="info" title={text.nothing()}>
            {text.nothingHint()}
          </EmptyState>
        </Card>
      ) : null}
      {own.map((each) => (
        <Criteria key={schemeKey(each.scheme.scheme)} visit={visit} period={period} own={each} />
      ))}
    </Layout>
  );
}

function Criteria({ visit, period, own }: { visit: Visit; period: Period; own: OwnCriteria }) {
  const { scheme } = own.scheme;
  const path = visit.path(`/schemes/${scheme.id}/${scheme.version}`);
  return (
    <Card title={inLocale(scheme.title)}>
      <p class="max-w-prose">{inLocale(scheme.summary)}</p>
      <div class="my-4">
        <DataTable
          caption={text.component()}
          rows={Object.entries(scheme.components)}
          rowKey={([code]) => code}
          columns={[
            {
              key: 'component',
              heading: text.component(),
              isTitle: true,
              cell: ([, settings]) => inLocale(settings.label),
            },
            {
              key: 'meaning',
              heading: text.meaning(),
              cell: ([, settings]) =>
                'meaning' in settings && settings.meaning ? inLocale(settings.meaning) : '–',
            },
          ]}
        />
      </div>
      <div class="flex flex-wrap gap-2">
        <LinkButton href={path} icon="file">
          {text.readAll()}
        </LinkButton>
      </div>
      {scheme.indicators && scheme.indicators.length > 0 ? (
        <details class="mt-4">
          <summary class="link cursor-pointer">{text.indicators()}</summary>
          <ul class="mt-2 grid gap-2 list-disc ps-5">
            {scheme.indicators.map((indicator) => (
              <li key={indicator.code}>
                <span class="font-medium">{inLocale(indicator.label)}</span> ({inLocale(indicator.jobFamily)}
                ): {inLocale(indicator.meaning)}
              </li>
            ))}
          </ul>
        </details>
      ) : null}
      <div class="mt-5">
        {own.confirmedAt ? (
          <Notice tone="success">
            {text.confirmedOn({ date: formatInstant(own.confirmedAt, visit.agency.zone) })}
          </Notice>
        ) : (
          <form
            method="post"
            action={visit.path(`/criteria/${period.id}`)}
            class="grid gap-2"
            data-controller="once"
          >
            <input type="hidden" name="scheme" value={schemeKey(scheme)} />
            <p class="text-sm text-base-content/75 max-w-prose">{text.confirmHint()}</p>
            <div>
              <SubmitButton icon="check">{text.confirm()}</SubmitButton>
            </div>
          </form>
        )}
      </div>
    </Card>
  );
}
