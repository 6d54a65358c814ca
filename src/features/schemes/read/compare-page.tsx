/** Two schemes side by side: what changed, by part; a table on a desk, cards on a phone. */
import {
  CHANGE_SECTIONS,
  type Change,
  type ChangeEffect,
  type ChangeKind,
  changeSectionLabel,
  type Scheme,
} from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Column, DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading, type Tone } from '#ui/parts.tsx';
import { text as frame } from './text.ts';
import { text } from './text-compare.ts';

interface Props {
  readonly visit: Visit;
  readonly before: Scheme;
  readonly after: Scheme;
  readonly changes: readonly Change[];
  readonly total: number;
  readonly resultTotal: number;
  readonly question: { readonly onlyResults: boolean; readonly search: string };
}

const nameOf = (scheme: Scheme) =>
  text.versionName({ title: inLocale(scheme.title), version: `${scheme.version}` });

export function ComparePage(props: Props) {
  const { visit, before, after, changes, total } = props;
  const address = (one: Scheme, other: Scheme) =>
    visit.path(`/schemes/${one.id}/${one.version}/compare/${other.id}/${other.version}`);
  const found = CHANGE_SECTIONS.map((section) => ({
    section,
    changes: changes.filter((change) => change.section === section),
  })).filter((group) => group.changes.length > 0);
  return (
    <Layout chrome={visit.chrome} title={text.title()} current="schemes" width="wide">
      <PageHeading
        title={text.title()}
        above={
          <a class="link" href={visit.path('/schemes')}>
            {frame.schemes()}
          </a>
        }
        intro={<Between {...props} />}
        acts={
          <LinkButton href={address(after, before)} icon="rotate">
            {text.swap()}
          </LinkButton>
        }
      />
      {total === 0 ? (
        <Card>
          <EmptyState icon="checkCircle" title={text.same()} />
        </Card>
      ) : (
        <>
          <Filter {...props} address={address(before, after)} />
          {found.length === 0 ? (
            <Card>
              <EmptyState icon="search" title={text.noMatch()}>
                {text.noMatchBody()}
              </EmptyState>
            </Card>
          ) : null}
          {found.map((group) => (
            <Card
              key={group.section}
              id={group.section}
              title={inLocale(changeSectionLabel(group.section))}
              aside={<span class="text-base-content/75 num">{group.changes.length}</span>}
              padded={false}
            >
              <ChangesTable caption={inLocale(changeSectionLabel(group.section))} changes={group.changes} />
            </Card>
          ))}
        </>
      )}
    </Layout>
  );
}

function Between({ visit, before, after, total, resultTotal }: Props) {
  const link = (scheme: Scheme) => (
    <a class="link" href={visit.path(`/schemes/${scheme.id}/${scheme.version}`)}>
      {nameOf(scheme)}
    </a>
  );
  return (
    <>
      <p class="flex flex-wrap gap-x-2">
        {link(before)} <span aria-hidden="true">→</span> {link(after)}
      </p>
      {total > 0 ? (
        <p class="mt-1">
          {resultTotal > 0
            ? text.summary({ count: total, result: resultTotal })
            : text.noneChangesResult({ count: total })}
        </p>
      ) : null}
    </>
  );
}

function Filter({ question, address }: Props & { address: string }) {
  return (
    <search>
      <form
        method="get"
        action={address}
        class="flex flex-wrap items-end gap-3"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <label class="grid gap-1 text-sm grow basis-48 max-w-md">
          <span class="font-medium">{text.search()}</span>
          <input class="input w-full" type="search" name="search" value={question.search} maxLength={100} />
        </label>
        <label class="grid gap-1 text-sm">
          <span class="font-medium">{text.show()}</span>
          <select class="select" name="show">
            <option value="">{text.all()}</option>
            <option value="result" selected={question.onlyResults}>
              {text.onlyResults()}
            </option>
          </select>
        </label>
        <button type="submit" class="btn btn-outline">
          {text.searchButton()}
        </button>
      </form>
    </search>
  );
}

/** Also for other pages that list what changed between two texts of a scheme. */
export function ChangesTable({ caption, changes }: { caption: string; changes: readonly Change[] }) {
  return <DataTable caption={caption} columns={columns()} rows={changes} rowKey={(change) => change.path} />;
}

function columns(): readonly Column<Change>[] {
  return [
    { key: 'where', heading: text.where(), isTitle: true, cell: (change) => <Where change={change} /> },
    {
      key: 'before',
      heading: text.before(),
      cell: ({ before }) => <Value value={before && inLocale(before)} isGone />,
    },
    { key: 'after', heading: text.after(), cell: ({ after }) => <Value value={after && inLocale(after)} /> },
    {
      key: 'effect',
      heading: text.effect(),
      isWide: true,
      cell: ({ effect }) => <Badge tone={EFFECT_TONE[effect]}>{effectText(effect)}</Badge>,
    },
  ];
}

function Where({ change }: { change: Change }) {
  const words = change.crumbs.map(inLocale);
  const place = words.slice(0, -1);
  return (
    <>
      {place.length > 0 ? (
        <span class="block text-xs font-normal text-base-content/75">{place.join(' › ')}</span>
      ) : null}
      {words.at(-1)}
      {change.kind === 'changed' ? null : (
        <span class="font-normal text-base-content/75"> ({kindText(change.kind)})</span>
      )}
    </>
  );
}

function Value({ value, isGone = false }: { value: string | null; isGone?: boolean }) {
  if (value === null) return <span class="text-base-content/75">{text.notThere()}</span>;
  const look = 'block max-w-prose whitespace-pre-line wrap-anywhere';
  return isGone ? (
    <del class={`${look} decoration-base-content/40`}>{value}</del>
  ) : (
    <ins class={`${look} no-underline font-medium`}>{value}</ins>
  );
}

const EFFECT_TONE: Record<ChangeEffect, Tone> = { result: 'warning', process: 'info', text: 'neutral' };

function effectText(effect: ChangeEffect): string {
  switch (effect) {
    case 'result':
      return text.effect_result();
    case 'process':
      return text.effect_process();
    case 'text':
      return text.effect_text();
  }
}

function kindText(kind: ChangeKind): string {
  switch (kind) {
    case 'added':
      return text.kind_added();
    case 'removed':
      return text.kind_removed();
    case 'changed':
      return text.kind_changed();
    case 'moved':
      return text.kind_moved();
  }
}
