import { formatDate } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, Facts, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { AssignmentList } from '../appraisers/assignment-list.tsx';
import {
  educationLabel,
  kindLabel,
  levelLabel,
  placementKindLabel,
  positionKindLabel,
  roleLabel,
  sexLabel,
} from '../labels.ts';
import { PeopleTabs } from '../pages/people-tabs.tsx';
import { spanInWords } from '../span.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { PersonDetails, PlacementRow } from './person-query.ts';

export function PersonPage({ visit, person }: { visit: Visit; person: PersonDetails }) {
  const now = person.placements.find((each) => each.kind === 'definitive' && isInForce(each, visit.today));
  const openFlag = person.flags.find((flag) => flag.resolvedAt === null);
  const own = (inner: string) => visit.path(`/people/${person.id}${inner}`);
  return (
    <Layout chrome={visit.chrome} title={person.name} current="people" width="wide">
      <PageHeading
        above={
          <a class="link" href={visit.path('/people')}>
            {text.peopleTitle()}
          </a>
        }
        title={person.name}
        intro={now ? `${now.position} · ${now.unitName}` : undefined}
        acts={
          person.endedOn ? (
            <History visit={visit} person={person} />
          ) : (
            <>
              <History visit={visit} person={person} />
              <LinkButton href={own('/acting')} icon="users">
                {text.addActing()}
              </LinkButton>
              <LinkButton href={own('/appraiser')} icon="edit" look="primary">
                {text.changeAppraiser()}
              </LinkButton>
            </>
          )
        }
      />
      <PeopleTabs visit={visit} />
      {person.endedOn ? (
        <Notice tone="warning" title={text.ended({ date: formatDate(person.endedOn) })}>
          {person.endedReason}
        </Notice>
      ) : null}
      {openFlag ? (
        <Notice tone="warning" title={text.flagOpenOf({ name: person.name })}>
          <p class="whitespace-pre-line">{openFlag.note}</p>
          <a class="link" href={visit.path('/people/appraisers#flags')}>
            {text.flagToAnswer()}
          </a>
        </Notice>
      ) : null}
      <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
        <FactsCard person={person} />
        <div class="grid gap-6 min-w-0">
          <Card title={text.appraisersOf()} id="appraisers">
            <AssignmentList assignments={person.assignments} today={visit.today} />
          </Card>
          <Placements visit={visit} person={person} />
        </div>
      </div>
    </Layout>
  );
}

function History({ visit, person }: { visit: Visit; person: PersonDetails }) {
  return (
    <>
      <LinkButton href={visit.path(`/people/${person.id}/history`)} icon="history">
        {text.performanceHistory()}
      </LinkButton>
      <LinkButton href={visit.path(`/people/${person.id}/competencies`)} icon="target">
        {text.competencyProfile()}
      </LinkButton>
    </>
  );
}

function FactsCard({ person }: { person: PersonDetails }) {
  const facts = [
    [text.kind(), kindLabel(person.kind)],
    [text.nip(), person.nip ? <span class="num">{person.nip}</span> : null],
    [text.rank(), rankOf(person)],
    [text.sex(), sexLabel(person.sex)],
    [text.birthDate(), person.birthDate ? formatDate(person.birthDate) : null],
    [text.education(), educationLabel(person.education)],
    [text.email(), person.email],
    [text.phone(), person.phone],
    [text.account(), person.hasAccount ? text.accountActive() : text.accountNone()],
    [text.roles(), person.roles.length > 0 ? <Roles roles={person.roles} /> : null],
  ] as const;
  return (
    <Card title={text.facts()}>
      <Facts facts={facts.map(([label, value]) => [label, value || '–'] as const)} />
      <p class="mt-4 text-sm text-base-content/75">{text.readingIsLogged()}</p>
    </Card>
  );
}

function rankOf(person: PersonDetails): string | null {
  if (!person.rank) return null;
  return person.rankFrom
    ? `${person.rank} ${text.since({ date: formatDate(person.rankFrom) })}`
    : person.rank;
}

function Roles({ roles }: Pick<PersonDetails, 'roles'>) {
  return (
    <ul class="flex flex-wrap gap-1.5">
      {roles.map((each) => (
        <li key={`${each.role}${each.unitName}`}>
          <Badge tone="info">
            {roleLabel(each.role)}
            {each.unitName ? ` · ${each.unitName}` : ''}
          </Badge>
        </li>
      ))}
    </ul>
  );
}

function Placements({ visit, person }: { visit: Visit; person: PersonDetails }) {
  return (
    <Card title={text.placements()} padded={false}>
      <DataTable
        caption={text.placements()}
        rows={person.placements}
        rowKey={(post) => post.id}
        columns={[
          {
            key: 'position',
            heading: text.position(),
            isTitle: true,
            cell: (post) => (
              <>
                {post.position}
                <span class="block text-sm font-normal text-base-content/75">
                  {[positionKindLabel(post.positionKind), levelLabel(post.positionLevel)]
                    .filter(Boolean)
                    .join(' · ')}
                </span>
              </>
            ),
          },
          { key: 'unit', heading: text.unit(), cell: (post) => post.unitName },
          {
            key: 'kind',
            heading: text.placementKind(),
            cell: (post) => (
              <span class="flex flex-wrap gap-1">
                <Badge tone={post.kind === 'definitive' ? 'neutral' : 'warning'}>
                  {placementKindLabel(post.kind)}
                </Badge>
                {post.isHead ? <Badge tone="info">{text.head()}</Badge> : null}
              </span>
            ),
          },
          {
            key: 'span',
            heading: text.spanHeading(),
            cell: (post) => (
              <>
                {spanInWords(post.from, post.until)}
                {canEnd(post, visit.today) ? <EndActing visit={visit} person={person} post={post} /> : null}
              </>
            ),
          },
        ]}
      />
    </Card>
  );
}

function EndActing({ visit, person, post }: { visit: Visit; person: PersonDetails; post: PlacementRow }) {
  return (
    <form
      method="post"
      action={visit.path(`/people/${person.id}/acting/${post.id}/end`)}
      class="mt-1"
      data-controller="once"
    >
      <SubmitButton small look="ghost">
        {text.endActingToday()}
        <span class="sr-only"> {post.position}</span>
      </SubmitButton>
    </form>
  );
}

function isInForce(post: PlacementRow, today: string): boolean {
  return post.from <= today && (post.until === null || post.until > today);
}

function canEnd(post: PlacementRow, today: string): boolean {
  return post.kind !== 'definitive' && post.from < today && (post.until === null || post.until > today);
}
