import { Icon } from '#ui/icon.tsx';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, EmptyState, PageHeading, Pagination } from '#ui/parts.tsx';
import { PeopleTabs } from '../pages/people-tabs.tsx';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { Flag } from './flags.ts';
import { FlagsCard } from './flags-card.tsx';
import type { Doubt } from './propose.ts';
import type { NamedProposal } from './queries.ts';

export const PROPOSAL_TABS = ['doubtful', 'ready', 'settled', 'all'] as const;
export type ProposalTab = (typeof PROPOSAL_TABS)[number];
export const PROPOSALS_PER_PAGE = 50;

export interface ProposalsProps {
  readonly visit: Visit;
  readonly tab: ProposalTab;
  readonly query: string;
  readonly from: string;
  readonly page: number;
  readonly counts: Readonly<Record<ProposalTab, number>>;
  readonly total: number;
  readonly proposals: readonly NamedProposal[];
  readonly flags: readonly Flag[];
  /** What stood in the way of the last act. */
  readonly problem?: string | undefined;
}

const TAB_LABEL: Readonly<Record<ProposalTab, () => string>> = {
  doubtful: text.proposalsDoubtful,
  ready: text.proposalsReady,
  settled: text.proposalsSame,
  all: text.proposalsAll,
};
const DOUBT_LABEL: Readonly<Record<Doubt, () => string>> = {
  'nobody-above': text.doubtNobodyAbove,
  'no-superior': text.doubtNoSuperior,
  'unit-without-head': text.doubtUnitWithoutHead,
  'several-heads': text.doubtSeveralHeads,
  'acting-head': text.doubtActingHead,
  'level-too-low': text.doubtLevelTooLow,
  'differs-from-officer': text.doubtDiffersFromOfficer,
  'officer-choice-outdated': text.doubtOfficerOutdated,
};

export function ProposalsPage(props: ProposalsProps) {
  const { visit } = props;
  return (
    <Layout chrome={visit.chrome} title={text.appraisersTitle()} current="people" width="wide">
      <PageHeading title={text.appraisersTitle()} intro={text.appraisersIntro()} />
      <PeopleTabs visit={visit} current="appraisers" />
      {props.problem ? (
        <div role="alert" class="alert alert-error alert-soft">
          <Icon name="alert" /> <span>{props.problem}</span>
        </div>
      ) : null}
      <FlagsCard visit={visit} flags={props.flags} />
      <AcceptReady {...props} />
      <Card padded={false}>
        <Tabs {...props} />
        <Search {...props} />
        {props.proposals.length === 0 ? (
          <EmptyState icon="checkCircle" title={props.query ? text.noPeopleFound() : text.nothingHere()} />
        ) : (
          <Proposals {...props} />
        )}
      </Card>
    </Layout>
  );
}

function AcceptReady({ visit, counts, from }: ProposalsProps) {
  if (counts.ready === 0) return null;
  return (
    <Card>
      <form
        method="post"
        action={visit.path('/people/appraisers/acceptances')}
        class="flex flex-wrap items-end gap-4"
        data-controller="once"
      >
        <div class="grow min-w-60">
          <h2 class="font-semibold">{text.readyTitle({ count: counts.ready })}</h2>
          <p class="text-sm text-base-content/75">{text.readyHint()}</p>
        </div>
        <label class="grid gap-1 text-sm font-medium">
          {text.from()}
          <input class="input" type="date" name="from" value={from} required />
        </label>
        <button
          class="btn btn-primary max-sm:w-full max-sm:h-auto max-sm:py-2"
          type="submit"
          name="which"
          value="ready"
        >
          <Icon name="check" /> {text.acceptReady({ count: counts.ready })}
        </button>
      </form>
    </Card>
  );
}

function Tabs(props: ProposalsProps) {
  return (
    <nav
      aria-label={text.proposalsNavigation()}
      class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm px-3"
    >
      {PROPOSAL_TABS.map((tab) => (
        <a
          key={tab}
          href={addressOf(props, { tab, page: 1 })}
          class={`px-3 py-3 border-b-2 -mb-px whitespace-nowrap ${tab === props.tab ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
          aria-current={tab === props.tab ? 'page' : undefined}
        >
          {TAB_LABEL[tab]()} <span class="num font-normal">({props.counts[tab]})</span>
        </a>
      ))}
    </nav>
  );
}

function Search({ visit, tab, query, from }: ProposalsProps) {
  return (
    <form method="get" action={visit.path('/people/appraisers')} class="p-5 flex flex-wrap gap-3 items-end">
      <input type="hidden" name="tab" value={tab} />
      <input type="hidden" name="from" value={from} />
      <label class="grid gap-1 text-sm font-medium grow max-w-md">
        {text.search()}
        <input class="input w-full" type="search" name="q" value={query} autocomplete="off" />
      </label>
      <button class="btn btn-outline" type="submit">
        <Icon name="search" /> {text.find()}
      </button>
    </form>
  );
}

function Proposals(props: ProposalsProps) {
  const { visit, proposals, from, page, total } = props;
  return (
    <form
      method="post"
      action={visit.path('/people/appraisers/acceptances')}
      data-controller="once select-all"
    >
      <input type="hidden" name="tab" value={props.tab} />
      <table class="table max-sm:block">
        <caption class="sr-only">{text.appraisersTitle()}</caption>
        <thead class="max-sm:sr-only text-base-content/75">
          <tr>
            <th scope="col">{text.name()}</th>
            <th scope="col">{text.current()}</th>
            <th scope="col">{text.proposed()}</th>
            <th scope="col">{text.toLookAt()}</th>
          </tr>
        </thead>
        <tbody class="max-sm:block">
          {proposals.map((proposal) => (
            <Row key={proposal.personId} visit={visit} proposal={proposal} />
          ))}
        </tbody>
      </table>
      <div class="sm:sticky bottom-0 bg-base-100 border-t border-base-300 p-4 flex flex-wrap items-end gap-3">
        <button
          type="button"
          class="btn btn-ghost"
          data-action="select-all#toggle"
          hidden
          data-select-all-target="button"
        >
          {text.chooseAllShown()}
        </button>
        <label class="grid gap-1 text-sm font-medium">
          {text.from()}
          <input class="input" type="date" name="from" value={from} required />
        </label>
        <button
          class="btn btn-primary max-sm:w-full max-sm:h-auto max-sm:py-2"
          type="submit"
          name="which"
          value="chosen"
        >
          <Icon name="check" /> {text.acceptChosen()}
        </button>
        <button
          class="btn btn-outline max-sm:w-full max-sm:h-auto max-sm:py-2"
          type="submit"
          formMethod="get"
          formAction={visit.path('/people/appraisers/assignment')}
        >
          {text.assignChosen()}
        </button>
      </div>
      <div class="p-5 pt-0">
        <Pagination
          page={page}
          pageSize={PROPOSALS_PER_PAGE}
          total={total}
          href={(next) => addressOf(props, { page: next })}
        />
      </div>
    </form>
  );
}

function Row({ visit, proposal }: { visit: Visit; proposal: NamedProposal }) {
  const doubts = proposal.doubts.filter((doubt) => doubt !== 'no-superior' || proposal.doubts.length > 1);
  const cell = 'max-sm:p-0 max-sm:block align-top';
  return (
    <tr class="max-sm:grid max-sm:gap-2 max-sm:px-5 max-sm:py-4">
      <th scope="row" class={`font-medium text-left ${cell}`}>
        <span class="flex gap-3 items-start">
          <input
            type="checkbox"
            class="checkbox checkbox-sm checkbox-primary mt-0.5"
            name="person"
            value={proposal.personId}
            aria-label={text.select({ name: proposal.name })}
          />
          <span class="min-w-0">
            <a class="link link-hover" href={visit.path(`/people/${proposal.personId}`)}>
              {proposal.name}
            </a>
            <span class="block text-sm font-normal text-base-content/75">
              {proposal.position} · {proposal.unitName}
            </span>
          </span>
        </span>
      </th>
      <td class={cell}>
        <Pair
          label={text.current()}
          name={proposal.currentAppraiserName}
          superior={proposal.currentSuperiorName}
        />
      </td>
      <td class={cell}>
        {proposal.standing === 'settled' && proposal.change === 'none' ? (
          <Badge tone="success">{text.asProposed()}</Badge>
        ) : (
          <Pair
            label={text.proposed()}
            name={proposal.appraiserName}
            position={proposal.appraiserPosition}
            superior={proposal.superiorName}
          />
        )}
      </td>
      <td class={cell}>
        {doubts.length > 0 ? (
          <ul class="grid gap-1">
            {doubts.map((doubt) => (
              <li key={doubt} class="flex gap-1.5 items-start text-sm">
                <Icon name={doubt === 'no-superior' ? 'info' : 'alert'} size={16} class="mt-0.5" />
                <span>{DOUBT_LABEL[doubt]()}</span>
              </li>
            ))}
          </ul>
        ) : null}
      </td>
    </tr>
  );
}

function Pair(props: {
  label: string;
  name: string | null;
  position?: string | null;
  superior: string | null;
}) {
  return (
    <>
      <span class="sm:hidden block text-xs text-base-content/75" aria-hidden="true">
        {props.label}
      </span>
      <span class="block">{props.name ?? text.none()}</span>
      {props.position ? <span class="block text-sm text-base-content/75">{props.position}</span> : null}
      {props.superior ? (
        <span class="block text-sm text-base-content/75">
          {text.superiorShort()}: {props.superior}
        </span>
      ) : null}
    </>
  );
}

function addressOf(props: ProposalsProps, change: { tab?: ProposalTab; page?: number }): string {
  const { visit, query, from, tab, page } = { ...props, ...change };
  const given = new URLSearchParams({ tab });
  if (query) given.set('q', query);
  if (from !== visit.today) given.set('from', from);
  if (page > 1) given.set('page', String(page));
  return visit.path(`/people/appraisers?${given}`);
}
