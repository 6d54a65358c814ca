/**
 * Who would get what from a closed round: people of a unit under schemes that ask the users of a service. The unit's
 * result is everybody's; the result of a single counter is only taken where the officer asks for it, for people who
 * were bound to that counter in those days, and from the minimum number of answers up.
 */
import type { CompiledScheme } from '#domain/schemes/index.ts';
import {
  addTallies,
  answersIn,
  citizenComponents,
  type SurveyComponent,
  type SurveyEvidence,
  surveyEvidence,
  type Tally,
} from '#domain/surveys/index.ts';
import { fullName, unitsBelow } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { UnitResult } from '../results/figures.ts';
import type { Round } from '../rounds/queries.ts';
import { currentValues } from './current.ts';

export interface UseQuestion {
  readonly periodId: string;
  /** Also people of the units below. */
  readonly withBelow: boolean;
  /** People bound to one counter get the result of that counter. */
  readonly byCounter: boolean;
}

export interface PlannedUse {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly unitName: string;
  readonly component: string;
  readonly compiled: CompiledScheme;
  readonly value: SurveyEvidence;
  /** The counter whose result it is; undefined for the unit's. */
  readonly counterName: string | undefined;
  /** Something was recorded before and would be replaced. */
  readonly replaces: boolean;
}

export interface UsePlan {
  readonly uses: readonly PlannedUse[];
  /** People whose scheme has no component for this. */
  readonly without: number;
  /** Components that ask other questions or have another scale, by their label. */
  readonly misfits: readonly { readonly compiled: CompiledScheme; readonly component: string }[];
}

export async function planUse(
  tx: Tx,
  schemes: SchemeStore,
  given: { readonly round: Round; readonly result: UnitResult; readonly question: UseQuestion },
): Promise<UsePlan> {
  const { round, result, question } = given;
  const unitIds = question.withBelow ? await unitsBelow(tx, [result.unitId]) : new Set([result.unitId]);
  const people = await participantsIn(tx, question.periodId, unitIds);
  const own = question.byCounter ? await counterOf(tx, round, result) : new Map<string, string>();
  const tallies = talliesOf(result);
  const uses: PlannedUse[] = [];
  const misfits = new Map<string, UsePlan['misfits'][number]>();
  let without = 0;
  for (const person of people) {
    const compiled = await schemes.load(tx, person.scheme_id, person.scheme_version);
    const components = citizenComponents(compiled.scheme);
    if (components.length === 0) without += 1;
    for (const [code, component] of components) {
      const source = sourceFor({ component, round, tallies, counterId: own.get(person.person_id) });
      const value = surveyEvidence(compiled.scheme, component, source.tally);
      if (typeof value === 'string') {
        misfits.set(`${person.scheme_id} ${code}`, { compiled, component: code });
        continue;
      }
      uses.push({
        participantId: person.id,
        personId: person.person_id,
        name: fullName(person),
        unitName: person.unit_name,
        component: code,
        compiled,
        value,
        counterName: result.counters.find(({ counter }) => counter.id === source.counterId)?.counter.name,
        replaces: false,
      });
    }
  }
  const known = await currentValues(
    tx,
    uses.map(({ participantId }) => participantId),
  );
  return {
    uses: uses.map((use) => ({ ...use, replaces: known.has(`${use.participantId} ${use.component}`) })),
    without,
    misfits: [...misfits.values()],
  };
}

interface Tallies {
  readonly unit: Tally;
  readonly byCounter: ReadonlyMap<string, Tally>;
}

function talliesOf({ batches }: UnitResult): Tallies {
  const counted = batches.filter(({ state }) => state !== 'excluded');
  const byCounter = Map.groupBy(counted, ({ counter }) => counter.id);
  return {
    unit: addTallies(counted.map(({ tally }) => tally)),
    byCounter: new Map([...byCounter].map(([id, own]) => [id, addTallies(own.map(({ tally }) => tally))])),
  };
}

function sourceFor(given: {
  readonly component: SurveyComponent;
  readonly round: Round;
  readonly tallies: Tallies;
  readonly counterId: string | undefined;
}): { readonly tally: Tally; readonly counterId: string | undefined } {
  const { component, round, tallies, counterId } = given;
  const tally = counterId === undefined ? undefined : tallies.byCounter.get(counterId);
  const least = Math.max(component.atLeast, round.least);
  return tally && answersIn(tally) >= least
    ? { tally, counterId }
    : { tally: tallies.unit, counterId: undefined };
}

async function participantsIn(tx: Tx, periodId: string, unitIds: ReadonlySet<string>) {
  return tx.db
    .selectFrom('participants')
    .innerJoin('people', (join) =>
      join.onRef('people.id', '=', 'participants.person_id').on('people.agency_id', '=', tx.agencyId),
    )
    .innerJoin('units', (join) =>
      join.onRef('units.id', '=', 'participants.unit_id').on('units.agency_id', '=', tx.agencyId),
    )
    .select(['participants.id', 'participants.person_id', 'participants.scheme_id'])
    .select(['participants.scheme_version', 'units.name as unit_name'])
    .select(['people.name', 'people.title_before', 'people.title_after'])
    .where('participants.agency_id', '=', tx.agencyId)
    .where('participants.period_id', '=', periodId)
    .where('participants.unit_id', 'in', [...unitIds])
    .where('participants.state', '<>', 'excluded')
    .orderBy('people.name')
    .orderBy('participants.id')
    .execute();
}

/** The one counter at which somebody served during the round; nobody who served at several. */
async function counterOf(
  tx: Tx,
  round: Round,
  { counters }: UnitResult,
): Promise<ReadonlyMap<string, string>> {
  if (counters.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('survey_counter_people')
    .select(['person_id', 'counter_id'])
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where(
      'counter_id',
      'in',
      counters.map(({ counter }) => counter.id),
    )
    .where('valid_from', '<=', round.closedOn ?? round.endsOn)
    .where((any) => any.or([any('valid_until', 'is', null), any('valid_until', '>', round.startsOn)]))
    .execute();
  const byPerson = Map.groupBy(rows, (row) => row.person_id);
  return new Map(
    [...byPerson].flatMap(([personId, own]) => {
      const [only] = own;
      return only && own.length === 1 ? [[personId, only.counter_id] as const] : [];
    }),
  );
}
