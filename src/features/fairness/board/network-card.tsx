import { isOfficer, type Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { Card, LinkButton } from '#ui/parts.tsx';
import { Network, type NetworkNode } from '#ui/plot/index.ts';
import type { StoredRater } from '../store/types.ts';
import type { Island, Proposal, RaterGraph } from './graph.ts';
import { Note, type NoteContext } from './note.tsx';
import { text as board } from './text.ts';
import { text } from './text-graph.ts';
import type { BoardView } from './view.ts';

/** More points than this cannot be told apart on a phone. */
const MOST_DRAWN = 120;
const ISLANDS_LISTED = 15;
const UNITS_NAMED = 2;
const PROPOSALS_LISTED = 10;

export function NetworkCard({ visit, view, note }: { visit: Visit; view: BoardView; note: NoteContext }) {
  const { graph } = view;
  return (
    <Card id="network" title={text.title()}>
      {graph === null || graph.raters.length === 0 ? (
        <p>{board.tooMany()}</p>
      ) : (
        <Found visit={visit} view={view} graph={graph} />
      )}
      <Note
        note={note}
        figure="network"
        title={text.title()}
        basis={board.basisForms({ count: view.summary.forms })}
        model={board.modelGraph()}
        mustNot={board.mustNotGraph()}
      />
    </Card>
  );
}

function Found({ visit, view, graph }: { visit: Visit; view: BoardView; graph: RaterGraph }) {
  const { raters, islands } = graph;
  const finding =
    islands.length > 1
      ? text.finding({ raters: raters.length, islands: islands.length })
      : text.findingOne({ raters: raters.length });
  // Seen from a part of the agency, ties outside it are missing: a joint there may be none.
  const joints = view.isWhole ? graph.joints : { raters: [], people: 0 };
  const cuts = joints.raters;
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-6">
      <figure class="grid gap-x-8 gap-y-2 md:grid-cols-[22rem_minmax(0,1fr)] items-start">
        <div role="img" aria-label={finding} class="max-w-[25rem]">
          <Picture graph={graph} cuts={cuts} />
        </div>
        <figcaption class="grid grid-cols-[minmax(0,1fr)] gap-2 max-w-prose max-md:order-first">
          <span class="font-medium text-balance">{finding}</span>
          <span class="text-sm text-base-content/85">{text.intro()}</span>
          <span class="text-sm text-base-content/75">
            {text.key()}
            {raters.length > MOST_DRAWN ? ` ${text.tooMany({ most: MOST_DRAWN, total: raters.length })}` : ''}
          </span>
        </figcaption>
      </figure>
      <Proposals visit={visit} view={view} graph={graph} />
      <Islands islands={islands} />
      {cuts.length + joints.people > 0 ? <Cuts cuts={cuts} people={joints.people} /> : null}
    </div>
  );
}

function Picture({ graph, cuts }: { graph: RaterGraph; cuts: readonly StoredRater[] }) {
  const order = new Map(graph.islands.map(({ subset }, index) => [subset, index]));
  const alone = new Set(
    graph.islands.flatMap(({ raters }) => (raters.length === 1 ? raters.map((rater) => rater.personId) : [])),
  );
  const drawn = graph.raters.toSorted((one, other) => other.n - one.n).slice(0, MOST_DRAWN);
  const place = new Map(drawn.map(({ personId }, index) => [personId, index]));
  const at = (rater: number) => place.get(graph.raters[rater]?.personId ?? '');
  const nodes = drawn.map((rater): NetworkNode => {
    const number = cuts.indexOf(rater) + 1;
    const mark = alone.has(rater.personId) ? 'square' : number > 0 ? 'diamond' : 'dot';
    return {
      island: order.get(rater.subset) ?? 0,
      size: rater.n,
      mark,
      ...(number > 0 && number <= ISLANDS_LISTED ? { label: String(number) } : {}),
    };
  });
  const links = graph.ties.flatMap(({ from, to, people }) => {
    const [one, other] = [at(from), at(to)];
    return one === undefined || other === undefined ? [] : [{ from: one, to: other, weight: people }];
  });
  return <Network nodes={nodes} links={links} />;
}

function Islands({ islands }: { islands: readonly Island[] }) {
  return (
    <div>
      <h3 class="font-medium mb-1">{text.islandsTitle()}</h3>
      <div class="max-sm:-mx-5">
        <DataTable
          caption={text.islandsTitle()}
          rows={islands.slice(0, ISLANDS_LISTED)}
          rowKey={({ subset }) => String(subset)}
          columns={[
            {
              key: 'island',
              heading: text.island(),
              isTitle: true,
              cell: ({ subset }) =>
                subset === islands[0]?.subset
                  ? text.mainIsland({ number: subset + 1 })
                  : text.islandName({ number: subset + 1 }),
            },
            {
              key: 'raters',
              heading: text.raters(),
              align: 'right',
              cell: ({ raters }) => formatNumber(raters.length),
            },
            {
              key: 'people',
              heading: text.people(),
              align: 'right',
              cell: ({ ratees }) => formatNumber(ratees.length),
            },
            { key: 'units', heading: text.units(), isWide: true, cell: ({ units }) => unitWords(units) },
            {
              key: 'means',
              heading: text.means(),
              isWide: true,
              cell: ({ subset, raters }) =>
                raters.length === 1
                  ? text.meansSingle()
                  : subset === islands[0]?.subset
                    ? text.meansMain()
                    : text.meansApart(),
            },
          ]}
        />
      </div>
    </div>
  );
}

function unitWords(units: readonly string[]): string {
  const names = units.slice(0, UNITS_NAMED).join(', ');
  return units.length > UNITS_NAMED
    ? text.andMore({ names, count: units.length - UNITS_NAMED })
    : names || '–';
}

function Proposals({ visit, view, graph }: { visit: Visit; view: BoardView; graph: RaterGraph }) {
  const proposals = graph.islands.flatMap((island) => island.proposals);
  const shown = proposals.slice(0, PROPOSALS_LISTED);
  const loose = graph.raters.filter(({ link }) => link !== 'linked').length;
  return (
    <div>
      <h3 class="font-medium">{text.proposalsTitle()}</h3>
      {shown.length === 0 ? (
        <p class="mt-1">{text.noProposals()}</p>
      ) : (
        <>
          <p class="text-sm text-base-content/85 max-w-prose mt-1 mb-2">{text.proposalsIntro()}</p>
          <div class="max-sm:-mx-5">
            <ProposalTable rows={shown} />
          </div>
          {loose > shown.length ? (
            <p class="text-sm mt-2">{text.moreProposals({ count: loose - shown.length })}</p>
          ) : null}
          {isOfficer(visit.actor) || visit.actor.isAuditor ? (
            <p class="mt-3 print:hidden">
              <LinkButton href={visit.path(`/periods/${view.period.id}/second-looks`)} icon="list" small>
                {text.toDraw()}
              </LinkButton>
            </p>
          ) : null}
        </>
      )}
    </div>
  );
}

function ProposalTable({ rows }: { rows: readonly Proposal[] }) {
  return (
    <DataTable
      caption={text.proposalsTitle()}
      rows={rows}
      rowKey={({ rater }) => rater.personId}
      columns={[
        {
          key: 'whom',
          heading: text.whom(),
          isTitle: true,
          cell: ({ needed, outOf, unitName, rater }) => (
            <span class="font-normal">
              {text.proposal({ needed, outOf, unit: unitName, rater: rater.name })}
            </span>
          ),
        },
        {
          key: 'by',
          heading: text.byWhom(),
          isWide: true,
          cell: ({ byWhom }) =>
            byWhom.length === 0 ? text.anyOutside() : byWhom.map(({ name }) => name).join('; '),
        },
      ]}
    />
  );
}

function Cuts({ cuts, people }: { cuts: readonly StoredRater[]; people: number }) {
  return (
    <div>
      <h3 class="font-medium">{text.cutTitle()}</h3>
      <p class="text-sm text-base-content/85 max-w-prose mt-1 mb-2">
        {text.cutIntro()} {people > 0 ? text.cutPeople({ count: people }) : ''}
      </p>
      <ol class="list-decimal pl-6 text-sm grid gap-1">
        {cuts.slice(0, ISLANDS_LISTED).map(({ personId, name, unitName, n }) => (
          <li key={personId}>
            {name}
            <span class="text-base-content/75">
              {unitName ? ` · ${unitName}` : ''} · {board.basisForms({ count: n })}
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
