import { PREDICATES, predicateLabel } from '#domain/rules/index.ts';
import { VOICES, voiceLabel } from '#domain/schemes/index.ts';
import { overseesAgency, type Visit } from '#features/people/index.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { SelectField } from '#ui/form.tsx';
import { Card, EmptyState, LinkButton, Notice, SubmitButton } from '#ui/parts.tsx';
import { FairnessFrame } from '../run/pages/frame.tsx';
import type { StoredRatee } from '../store/types.ts';
import { AdjustedCard } from './adjusted.tsx';
import { MINIMUM_CELL } from './distribution.ts';
import { DetectorsCard, FlagsCard } from './flags-card.tsx';
import { GuidanceCard, InflationCard } from './guidance.tsx';
import { moversAmong } from './movers.ts';
import { NetworkCard } from './network-card.tsx';
import type { NoteContext } from './note.tsx';
import { SeverityCard } from './severity.tsx';
import { SpreadCard } from './spread.tsx';
import { SummaryCard } from './summary-card.tsx';
import { text } from './text.ts';
import { text as spreadText } from './text-distribution.ts';
import { text as flagText } from './text-flags.ts';
import { text as graphText } from './text-graph.ts';
import { text as severityText } from './text-severity.ts';
import { text as varianceText } from './text-variance.ts';
import { VarianceCard } from './variance-card.tsx';
import type { BoardView, NoFigures } from './view.ts';

export interface BoardProps {
  readonly visit: Visit;
  readonly view: BoardView;
  readonly note: NoteContext;
  /** Lists that are shown in full. */
  readonly complete: { readonly raters: boolean; readonly patterns: boolean; readonly people: boolean };
  /** The same view with other parameters; an empty value takes one away. */
  readonly href: (parameters: Readonly<Record<string, string>>) => string;
}

export function BoardPage(props: BoardProps) {
  const { visit, view, note, complete, href } = props;
  const movers = moversAmong(view.ratees ?? [], view.crossings.people);
  return (
    <FairnessFrame
      visit={visit}
      period={view.period}
      current="board"
      title={text.title()}
      hasGroups={overseesAgency(visit.actor)}
    >
      {view.active ? (
        <Notice>
          <p>
            {text.computing()}{' '}
            <a class="link" href={visit.path(`/fairness/${view.period.id}/run`)}>
              {text.toRun()}
            </a>
          </p>
        </Notice>
      ) : null}
      <Filter {...props} />
      <SummaryCard view={view} />
      <Contents />
      <FlagsCard visit={visit} view={view} note={note} isComplete={complete.patterns} href={href} />
      <SeverityCard view={view} note={note} isComplete={complete.raters} href={href} />
      <AdjustedCard
        visit={visit}
        view={view}
        note={note}
        movers={movers}
        examined={view.crossings.examined}
        isComplete={complete.people}
        href={href}
        categoryOf={(ratee) => categoryOf(view, ratee)}
      />
      <NetworkCard visit={visit} view={view} note={note} />
      <VarianceCard view={view} note={note} />
      <SpreadCard view={view} note={note} />
      <InflationCard view={view} note={note} />
      <GuidanceCard view={view} note={note} />
      <DetectorsCard view={view} note={note} />
      <Unnamed view={view} />
      {overseesAgency(visit.actor) ? (
        <p class="text-sm print:hidden max-w-prose">
          {text.noNames()}{' '}
          <a class="link" href={visit.path('/fairness/reports')}>
            {text.toReports()}
          </a>
        </p>
      ) : null}
    </FairnessFrame>
  );
}

/** The local category where the scheme has some, else the official predicate. */
export function categoryOf({ scheme }: BoardView, { category, predicate }: StoredRatee): string {
  const own = scheme.categories.find(({ code }) => code === category);
  if (own) return inLocale(own.label);
  const official = PREDICATES.find((each) => each === predicate);
  return official ? inLocale(predicateLabel(official)) : '–';
}

const MANY_UNITS = 120;

function Filter({ visit, view }: BoardProps) {
  const near = new Set([view.unit?.id, view.unit?.parentId]);
  const units =
    view.choices.length <= MANY_UNITS
      ? view.choices
      : view.choices.filter(
          ({ unit, depth }) => depth <= 1 || near.has(unit.id) || (unit.parentId && near.has(unit.parentId)),
        );
  return (
    <form
      method="get"
      action={visit.path(`/fairness/${view.period.id}`)}
      class="grid gap-3 sm:grid-cols-[minmax(0,1fr)_minmax(0,1fr)_auto] items-end print:hidden"
      data-controller="filter"
    >
      <SelectField
        name="unit"
        label={text.unit()}
        value={view.unit?.id ?? ''}
        empty={text.allInScope()}
        options={units.map(({ unit, depth }) => ({
          value: unit.id,
          label: `${'\u00a0\u00a0'.repeat(Math.min(depth, 6))}${unit.name}`,
        }))}
      />
      {view.models.length > 1 ? (
        <SelectField
          name="scheme"
          label={text.scheme()}
          value={String(view.model.ordinal)}
          options={view.models.map(({ ordinal, title }) => ({ value: String(ordinal), label: title }))}
        />
      ) : (
        <p class="text-sm text-base-content/85 pb-2">
          {text.scheme()}: {view.models[0]?.title}
        </p>
      )}
      <SubmitButton look="outline">{text.show()}</SubmitButton>
    </form>
  );
}

function Contents() {
  const sections: readonly (readonly [string, string])[] = [
    ['patterns', flagText.title()],
    ['severity', severityText.title()],
    ['adjusted', severityText.adjustedTitle()],
    ['network', graphText.title()],
    ['variance', varianceText.title()],
    ['distribution', spreadText.title()],
    ['inflation', spreadText.inflationTitle()],
    ['guidance', spreadText.guidanceTitle()],
    ['tests', flagText.detectorsTitle()],
  ];
  return (
    <nav aria-label={text.onThisPage()} class="text-sm print:hidden">
      <ul class="flex flex-wrap gap-x-5 gap-y-2">
        {sections.map(([id, label]) => (
          <li key={id}>
            <a class="link" href={`#${id}`}>
              {label}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** Voices without a name are counted beside the model, and not even that where they are few. */
function Unnamed({ view }: { view: BoardView }) {
  const { unnamed } = view.model.report;
  const parts = VOICES.flatMap((voice) => {
    const count = unnamed[voice] ?? 0;
    if (count === 0) return [];
    const said = count < MINIMUM_CELL ? text.unnamedFew({ minimum: MINIMUM_CELL }) : formatNumber(count);
    return [text.voiceForms({ voice: inLocale(voiceLabel(voice)), count: said })];
  });
  if (parts.length === 0) return null;
  return <p class="text-sm max-w-prose">{text.unnamed({ list: parts.join(', ') })}</p>;
}

export function NoFiguresPage({ visit, view }: { visit: Visit; view: NoFigures }) {
  return (
    <FairnessFrame
      visit={visit}
      period={view.period}
      current="board"
      title={text.title()}
      hasGroups={overseesAgency(visit.actor)}
    >
      <Card>
        <EmptyState
          icon="scale"
          title={text.noFigures()}
          act={
            <LinkButton href={visit.path(`/fairness/${view.period.id}/run`)} look="primary">
              {text.toRun()}
            </LinkButton>
          }
        >
          {view.active ? text.computing() : text.noFiguresBody()}
        </EmptyState>
      </Card>
    </FairnessFrame>
  );
}
