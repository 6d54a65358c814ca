import type { ComponentChildren } from 'preact';
import { isAgencyOfficer, isOfficer, overseesAgency, type Visit } from '#features/people/index.ts';
import { formatDate, formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, LinkButton, PageHeading } from '#ui/parts.tsx';
import type { DraftLine } from '../drafts/queries.ts';
import type { Standing } from './access.ts';
import { STANDING_TONE, standingText } from './labels.ts';
import type { SchemeLine } from './queries.ts';
import { text } from './text.ts';

interface ListView {
  readonly search: string;
  readonly lines: readonly SchemeLine[];
  readonly drafts: readonly DraftLine[];
}

export function SchemesPage({ visit, view }: { visit: Visit; view: ListView }) {
  const { search, lines, drafts } = view;
  const isEmpty = lines.length === 0 && drafts.length === 0;
  return (
    <Layout chrome={visit.chrome} title={text.schemes()} current="schemes">
      <PageHeading
        title={text.schemes()}
        intro={text.schemesIntro()}
        acts={
          <>
            {overseesAgency(visit.actor) ? (
              <LinkButton href={visit.path('/scheme-trials')} icon="calculator">
                {text.trials()}
              </LinkButton>
            ) : null}
            <LinkButton href={visit.path('/laboratory')} icon="scale">
              {text.laboratory()}
            </LinkButton>
            {isAgencyOfficer(visit.actor) ? (
              <LinkButton href={visit.path('/scheme-drafts')} look="primary" icon="edit">
                {text.newDraft()}
              </LinkButton>
            ) : null}
          </>
        }
      />
      <SearchForm visit={visit} search={search} />
      {search && !isEmpty ? (
        <p class="text-sm text-base-content/75">
          {text.found({ count: lines.length + drafts.length, search })}
        </p>
      ) : null}
      {search && isEmpty ? (
        <Card>
          <EmptyState icon="search" title={text.nothingFound()}>
            {text.nothingFoundBody()}
          </EmptyState>
        </Card>
      ) : (
        <Groups visit={visit} view={view} />
      )}
    </Layout>
  );
}

function SearchForm({ visit, search }: { visit: Visit; search: string }) {
  return (
    <search>
      <form
        method="get"
        action={visit.path('/schemes')}
        class="flex flex-wrap items-end gap-3"
        data-controller="filter"
        data-turbo-action="replace"
      >
        <label class="grid gap-1 text-sm grow basis-48 max-w-md">
          <span class="font-medium">{text.searchSchemes()}</span>
          <input class="input w-full" type="search" name="search" value={search} maxLength={100} />
        </label>
        <button type="submit" class="btn btn-outline">
          {text.search()}
        </button>
        {search ? (
          <a class="link text-sm py-2" href={visit.path('/schemes')}>
            {text.clear()}
          </a>
        ) : null}
      </form>
    </search>
  );
}

function Groups({ visit, view }: { visit: Visit; view: ListView }) {
  const { lines, drafts, search } = view;
  const of = (standing: Standing) => lines.filter((line) => line.standing === standing);
  const shows = (list: readonly unknown[]) => list.length > 0 || !search;
  return (
    <>
      {shows(of('national')) ? (
        <Group title={text.group_national()} intro={text.group_national_intro()}>
          <SchemeItems visit={visit} lines={of('national')} />
        </Group>
      ) : null}
      {shows(of('adopted')) ? (
        <Group title={text.group_adopted()} intro={text.group_adopted_intro()}>
          {of('adopted').length > 0 ? (
            <SchemeItems visit={visit} lines={of('adopted')} />
          ) : (
            <EmptyState icon="scale" title={text.noneAdopted()}>
              {isAgencyOfficer(visit.actor) ? text.noneAdoptedOfficer() : text.noneAdoptedOthers()}
            </EmptyState>
          )}
        </Group>
      ) : null}
      {drafts.length > 0 || (isOfficer(visit.actor) && !search) ? (
        <Group title={text.group_draft()} intro={text.group_draft_intro()}>
          {drafts.length > 0 ? (
            <DraftItems visit={visit} drafts={drafts} />
          ) : (
            <p class="px-5 pb-5 text-sm text-base-content/75">{text.noDrafts()}</p>
          )}
        </Group>
      ) : null}
      {shows(of('template')) ? (
        <Group title={text.group_template()} intro={text.group_template_intro()}>
          {of('template').length > 0 ? (
            <SchemeItems visit={visit} lines={of('template')} />
          ) : (
            <p class="px-5 pb-5 text-sm text-base-content/75">{text.noTemplates()}</p>
          )}
        </Group>
      ) : null}
    </>
  );
}

function Group(props: { title: string; intro: string; children: ComponentChildren }) {
  return (
    <Card title={props.title} padded={false}>
      <p class="px-5 pb-3 text-sm text-base-content/75 max-w-prose">{props.intro}</p>
      {props.children}
    </Card>
  );
}

function SchemeItems({ visit, lines }: { visit: Visit; lines: readonly SchemeLine[] }) {
  return (
    <ul class="divide-y divide-base-300 border-t border-base-300">
      {lines.map((line) => (
        <li key={`${line.id}@${line.version}`} class="px-5 py-4 grid gap-1.5">
          <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3 class="font-medium">
              <a class="link" href={visit.path(`/schemes/${line.id}/${line.version}`)}>
                {inLocale(line.title)}
              </a>
            </h3>
            <Badge tone={STANDING_TONE[line.standing]}>{standingText(line.standing)}</Badge>
            <span class="text-sm text-base-content/75">{text.versionOf({ version: `${line.version}` })}</span>
          </div>
          <p class="text-sm max-w-prose">{inLocale(line.summary)}</p>
          <LineFacts visit={visit} line={line} />
        </li>
      ))}
    </ul>
  );
}

function LineFacts({ visit, line }: { visit: Visit; line: SchemeLine }) {
  const { from, until } = line.effective;
  const facts = [
    until
      ? text.validFromUntil({ from: formatDate(from), until: formatDate(until) })
      : text.validFrom({ from: formatDate(from) }),
    ...(line.decree && line.decidedOn
      ? [text.decreeOf({ decree: line.decree, date: formatDate(line.decidedOn) })]
      : []),
    ...(line.isNewest ? [] : [text.olderVersion()]),
  ];
  return (
    <div class="text-sm text-base-content/75 grid gap-0.5">
      <p>{facts.join(' · ')}</p>
      {line.standing === 'template' ? null : (
        <p>
          {line.periods.length === 0 ? (
            text.notUsed()
          ) : (
            <>
              {text.usedBy()}:{' '}
              {line.periods.map((period, index) => (
                <span key={period.id}>
                  {index > 0 ? ', ' : ''}
                  {isOfficer(visit.actor) ? (
                    <a class="link" href={visit.path(`/periods/${period.id}`)}>
                      {period.name}
                    </a>
                  ) : (
                    period.name
                  )}
                </span>
              ))}
            </>
          )}
        </p>
      )}
    </div>
  );
}

function DraftItems({ visit, drafts }: { visit: Visit; drafts: readonly DraftLine[] }) {
  return (
    <ul class="divide-y divide-base-300 border-t border-base-300">
      {drafts.map((draft) => (
        <li key={draft.id} class="px-5 py-4 grid gap-1">
          <div class="flex flex-wrap items-baseline gap-x-3 gap-y-1">
            <h3 class="font-medium">
              <a class="link" href={visit.path(`/scheme-drafts/${draft.id}/page`)}>
                {draft.title}
              </a>
            </h3>
            <Badge tone={draft.state === 'discussion' ? 'info' : 'neutral'}>
              {draft.state === 'discussion' ? text.inDiscussion() : text.stillDraft()}
            </Badge>
            <span class="text-sm text-base-content/75">
              {text.versionOf({ version: `${draft.version}` })}
            </span>
          </div>
          <p class="text-sm text-base-content/75">
            {[
              ...(draft.discussionUntil
                ? [text.inDiscussionUntil({ date: formatDate(draft.discussionUntil) })]
                : []),
              text.changedOn({ when: formatInstant(draft.updatedAt, visit.agency.zone) }),
            ].join(' · ')}
          </p>
        </li>
      ))}
    </ul>
  );
}
