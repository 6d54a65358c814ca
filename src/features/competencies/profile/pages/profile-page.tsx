import { competencyMatchRule } from '#domain/rules/index.ts';
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, Facts, LinkButton, Notice, PageHeading, type Tone } from '#ui/parts.tsx';
import type { Competency } from '../../dictionary/model.ts';
import { navigationKey } from '../../frame.tsx';
import type { ProfileView } from '../access.ts';
import type { ProfileRow } from '../model.ts';
import type { PersonCompetencies } from '../queries.ts';
import { text } from '../text.ts';
import {
  findingOf,
  gapInWords,
  levelOf,
  matchInWords,
  requiredOf,
  sourceInWords,
  standardInWords,
} from '../words.ts';
import { HistoryCard } from './history-card.tsx';
import { axesOf, FEWEST_AXES, Radar } from './radar.tsx';
import { WordsCard } from './words-card.tsx';

export interface PersonView extends ProfileView, PersonCompetencies {
  readonly visit: Visit;
  /** Codes of competencies that are a development need already. */
  readonly needed: ReadonlySet<string>;
  readonly refused?: { readonly id: string; readonly error: string } | undefined;
}

/** Address below which the pages of this person lie. */
export function personPath({ visit, person, roles }: Pick<PersonView, 'visit' | 'person' | 'roles'>): string {
  return visit.path(roles.has('employee') ? '/mine' : `/people/${person.id}`);
}

export function ProfilePage(view: PersonView) {
  const { visit, person, roles, profile, outcomes } = view;
  const isOwn = roles.has('employee');
  const isEmpty = profile.rows.every(({ achieved }) => achieved === null);
  const title = isOwn ? text.own() : text.of({ name: person.name });
  return (
    <Layout
      chrome={visit.chrome}
      title={title}
      current={isOwn ? 'mine' : roles.has('officer') ? navigationKey(visit.actor) : 'team'}
      width="wide"
    >
      <PageHeading
        title={title}
        above={person.post ? `${person.post.positionName} · ${person.post.unitName}` : undefined}
        intro={isOwn ? text.intro() : `${text.intro()} ${text.readingIsLogged()}`}
        acts={<Acts {...view} />}
      />
      {isEmpty ? (
        <Card>
          <EmptyState icon="chart" title={text.empty()}>
            {roles.has('officer') ? text.emptyOfficer() : text.emptyOwn()}
          </EmptyState>
        </Card>
      ) : null}
      {profile.rows.length > 0 ? (
        <>
          <div class="grid gap-6 lg:grid-cols-[minmax(0,2fr)_minmax(0,3fr)] items-start">
            <div class="grid gap-6 min-w-0">
              <MatchCard {...view} />
              {axesOf(profile.rows).length >= FEWEST_AXES ? (
                <Card title={findingOf(profile.rows)}>
                  <Radar axes={axesOf(profile.rows)} label={findingOf(profile.rows)} />
                </Card>
              ) : null}
            </div>
            <LevelsCard {...view} />
          </div>
          {isEmpty ? null : <WordsCard {...view} />}
        </>
      ) : null}
      {view.assessed.length + outcomes.length > 0 ? <HistoryCard {...view} /> : null}
    </Layout>
  );
}

function Acts(view: PersonView) {
  const { visit, person, roles } = view;
  return (
    <>
      {roles.has('officer') ? (
        <LinkButton
          href={visit.path(`/people/${person.id}/competencies/outcomes/new`)}
          look="primary"
          icon="plus"
        >
          {text.addOutcome()}
        </LinkButton>
      ) : null}
      <LinkButton href={`${personPath(view)}/development`} icon="trending">
        {text.openNeeds()}
      </LinkButton>
    </>
  );
}

const BAND_TONES: Readonly<Record<string, Tone>> = {
  'memenuhi-syarat': 'success',
  'masih-memenuhi-syarat': 'warning',
  'kurang-memenuhi-syarat': 'error',
};

function MatchCard({ visit, profile, person }: PersonView) {
  const { match, standard, rows } = profile;
  const open = rows.filter(({ required, achieved }) => required !== null && achieved === null);
  const standards = standardInWords(standard);
  return (
    <Card title={text.match()}>
      {match ? (
        <p class="text-2xl font-semibold mb-3">
          <Badge tone={BAND_TONES[match.band] ?? 'neutral'}>{matchInWords(match)}</Badge>
        </p>
      ) : (
        <p class="font-medium mb-3">{text.noMatch()}</p>
      )}
      {standard.kind === 'none' ? (
        <Notice tone="warning" title={text.noStandard()}>
          {isAgencyOfficer(visit.actor) ? (
            <a class="link" href={visit.path('/competencies/standards')}>
              {text.setStandard()}
            </a>
          ) : null}
        </Notice>
      ) : null}
      {open.length > 0 && match ? (
        <p class="text-sm mb-3 max-w-prose">
          {text.notCounted({ count: open.length, names: open.map(({ name }) => inLocale(name)).join(', ') })}
        </p>
      ) : null}
      <Facts
        facts={[
          ...(person.post ? ([[text.post(), person.post.positionName]] as const) : []),
          ...(standards.length > 0
            ? ([[text.standardBy(), standards.map((words) => <p key={words}>{words}</p>)]] as const)
            : []),
          [text.basis(), <BasisList key="basis" />],
        ]}
      />
      <p class="mt-3 text-sm text-base-content/75 max-w-prose">
        {text.matchRule()}{' '}
        <a class="link" href="/rules/competency-match">
          {text.calculator()}
        </a>
      </p>
    </Card>
  );
}

function BasisList() {
  return (
    <>
      {competencyMatchRule.basis.map(({ regulation, article, confidence }) => (
        <p key={regulation}>
          {[regulation, article].filter(Boolean).join(', ')}
          {confidence === 'recollected' ? ` (${text.recollected()})` : ''}
        </p>
      ))}
    </>
  );
}

function gapTone(gap: number): Tone {
  if (gap < 0) return 'warning';
  return gap > 0 ? 'success' : 'neutral';
}

function LevelsCard({ visit, profile, dictionary }: PersonView) {
  const numbers = new Map(profile.rows.map(({ code }, index) => [code, index + 1]));
  const known = new Map(dictionary.map((each) => [each.code, each]));
  return (
    <Card title={text.levels()} padded={false}>
      <DataTable
        caption={text.levels()}
        rows={profile.rows}
        rowKey={(row) => row.code}
        columns={[
          {
            key: 'competency',
            heading: text.competency(),
            isTitle: true,
            cell: (row) => (
              <>
                <span class="num">{numbers.get(row.code)}.</span>{' '}
                <Name visit={visit} row={row} competency={known.get(row.code)} />
              </>
            ),
          },
          {
            key: 'achieved',
            heading: text.achieved(),
            align: 'right',
            cell: ({ achieved }) => levelOf(achieved),
          },
          {
            key: 'required',
            heading: text.required(),
            align: 'right',
            cell: ({ required }) => requiredOf(required),
          },
          {
            key: 'gap',
            heading: text.gap(),
            cell: ({ gap }) => (gap === null ? '–' : <Badge tone={gapTone(gap)}>{gapInWords(gap)}</Badge>),
          },
          {
            key: 'from',
            heading: text.from(),
            isWide: true,
            cell: ({ source }) => (source ? sourceInWords(source) : '–'),
          },
        ]}
      />
    </Card>
  );
}

function Name(props: { visit: Visit; row: ProfileRow; competency: Competency | undefined }) {
  const { visit, row, competency } = props;
  if (!competency) return <>{inLocale(row.name)}</>;
  return (
    <a class="link" href={visit.path(`/competencies/${row.code}`)}>
      {inLocale(row.name)}
    </a>
  );
}
