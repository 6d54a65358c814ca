/** Earlier years of one unit, as an officer would have recorded them: each by the rule of its time. */
import type { Insertable } from 'kysely';
import { evaluatePast, type Given, type PastSchemes, pastSchemes } from '#features/history/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DB } from '#tables';
import { loadScheme } from '../schemes.ts';
import { insertAll } from './insert.ts';
import type { DemoPeople, DemoPerson } from './people.ts';
import { moment } from './year.ts';

const RULES = ['pp-30-2019', 'permenpanrb-8-2021', 'permenpanrb-6-2022'] as const;
/** The appraiser of those years has left; the name is all that the papers keep. */
const APPRAISER = 'Drs. H. Zainal Arifin';

/** The last year of these is two before the present one, so that none of them meets a period of the demonstration. */
export async function insertEarlierYears(
  tx: Tx,
  city: {
    readonly agencyId: string;
    readonly people: DemoPeople;
    readonly officer: DemoPerson;
    readonly employee: DemoPerson;
    readonly today: string;
  },
): Promise<void> {
  const { employee, today } = city;
  const schemes = pastSchemes({ shipped: RULES.flatMap((id) => loadScheme(id, 1) ?? []) });
  const colleagues = city.people.everyone.filter(
    (each) => each.unit === employee.unit && each.nip && each !== employee && !each.isHead,
  );
  const rows = [employee, ...colleagues].flatMap((person, index) =>
    yearsOf(index)
      .filter(({ endsOn }) => Number(endsOn.slice(0, 4)) <= Number(today.slice(0, 4)) - 2)
      .map((given) => rowOf(city, person, given, schemes)),
  );
  await insertAll(tx, 'past_results', rows);
}

/** Scores differ by person; the employee's paper of 2020 says more than its rule gives, as some papers do. */
function yearsOf(index: number): readonly Given[] {
  const behaviour = String(88 + ((index * 7) % 20));
  const common = { behaviourScore: behaviour, opinions: false, newIdea: false, appraiser: APPRAISER };
  const rated = (year: number, isAbove: boolean): Given => ({
    rule: 'permenpanrb-6-2022',
    startsOn: `${year}-01-01`,
    endsOn: `${year}-12-31`,
    resultsRating: isAbove ? 'above' : 'meets',
    behaviourRating: isAbove ? 'above' : 'meets',
    appraiser: APPRAISER,
  });
  return [
    {
      ...common,
      rule: 'pp-30-2019',
      startsOn: '2019-01-01',
      endsOn: '2019-12-31',
      resultsScore: String(76 + (index % 25)),
    },
    {
      ...common,
      rule: 'pp-30-2019',
      startsOn: '2020-01-01',
      endsOn: '2020-12-31',
      resultsScore: index === 0 ? '115' : String(90 + (index % 15)),
      ...(index === 0 ? { behaviourScore: '110', category: 'sangat-baik', printed: 'Sangat Baik' } : {}),
    },
    {
      rule: 'predicate-only',
      startsOn: '2021-01-01',
      endsOn: '2021-06-30',
      category: 'baik',
      printed: 'Baik',
    },
    {
      ...common,
      rule: 'permenpanrb-8-2021',
      startsOn: '2021-07-01',
      endsOn: '2021-12-31',
      lines: [
        { kind: 'main', weight: '60', realisation: '100', target: '100', isMaximum: false },
        {
          kind: 'main',
          weight: '40',
          realisation: String(80 + (index % 20)),
          target: '100',
          isMaximum: false,
        },
      ],
    },
    rated(2022, false),
    rated(2023, index % 3 === 0),
    rated(2024, index % 4 === 1),
  ];
}

function rowOf(
  {
    agencyId,
    officer,
    today,
  }: { readonly agencyId: string; readonly officer: DemoPerson; readonly today: string },
  person: DemoPerson,
  given: Given,
  schemes: PastSchemes,
): Insertable<DB['past_results']> {
  const { evidence, explanation } = evaluatePast(given, schemes);
  const category = given.category ?? evidence.computed?.category;
  if (!category) throw new Error('an earlier year of the demonstration has a category');
  return {
    agency_id: agencyId,
    id: newId(),
    person_id: person.id,
    starts_on: given.startsOn,
    ends_on: given.endsOn,
    scheme_id: given.rule === 'predicate-only' ? null : given.rule,
    scheme_version: given.rule === 'predicate-only' ? null : 1,
    evidence: JSON.stringify(evidence),
    score: evidence.computed?.score ?? null,
    category,
    results_rating: given.resultsRating ?? null,
    behaviour_rating: given.behaviourRating ?? null,
    explanation: explanation && JSON.stringify(explanation),
    appraiser_name: given.appraiser ?? null,
    note: '',
    file_id: null,
    recorded_by: officer.id,
    recorded_at: moment(`${Number(today.slice(0, 4)) - 1}-01-15`),
  };
}
