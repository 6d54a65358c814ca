/** Two schemes in one city at the same time, and closed doors between the cities. */
import { expect } from 'vitest';
import { CITIES, type CityCode, type Demonstration, only, wordsOf } from './demonstration.ts';

/** Kecamatan Alak with its villages under its own scheme, the rest of Kupang under the city's, in every half-year. */
export async function alakRunsItsOwn({ app, rows, periods, people }: Demonstration): Promise<void> {
  const { closed = '', open = '', draft = '' } = periods.get('kota-kupang') ?? {};
  for (const period of [closed, open]) {
    const found = await rows<{ scheme: string; is_alak: boolean; count: number }>(
      `select t.scheme_id as scheme, coalesce(u.name = 'Kecamatan Alak' or above.name = 'Kecamatan Alak', false) as is_alak,
         count(*)::int as count
       from participants t join units u on u.id = t.unit_id and u.agency_id = t.agency_id
       left join units above on above.id = u.parent_id and above.agency_id = u.agency_id
       where t.period_id = $1 group by 1, 2`,
      [period],
    );
    expect(found.map(({ scheme, is_alak }) => [scheme, is_alak]).toSorted()).toEqual([
      ['alak-kompetensi', true],
      ['kupang-evaluasi', false],
    ]);
    for (const { count } of found) expect(count).toBeGreaterThan(10);
  }
  const officer = people.get('kota-kupang')?.officer ?? '';
  for (const period of [closed, open, draft]) {
    const path = `/a/kota-kupang/periods/${period}/schemes`;
    const words = wordsOf(await (await app.get(officer, path)).text());
    expect(words).toMatch(
      /Kecamatan Alak.*Penilaian Berbasis Kompetensi.*Selain yang disebut.*Evaluasi Kinerja/,
    );
  }
}

/** Nobody of one city sees that anything of another is there, by its own address or under the address of their own. */
export async function citiesAreApart(demo: Demonstration): Promise<void> {
  const { app, people } = demo;
  for (const [index, host] of CITIES.entries()) {
    const guest = CITIES[(index + 1) % CITIES.length] as CityCode;
    const inside = await addressesIn(demo, host);
    const own = await appraisalIn(demo, guest);
    for (const [role, account] of Object.entries({ ...people.get(guest), employee: own.account })) {
      for (const address of inside) {
        for (const home of [`/a/${host}`, `/a/${guest}`]) {
          // Lists are there in one's own city too: only what carries an id of the other city is asked there.
          if (home === `/a/${guest}` && !/[0-9a-f]{8}-/.test(address)) continue;
          const { status } = await app.get(account, home + address);
          expect(status, `${role} of ${guest}: ${home}${address}`).toBe(404);
        }
      }
    }
    const officer = people.get(host)?.officer ?? '';
    for (const address of inside) {
      const { status } = await app.get(officer, `/a/${host}${address}`);
      expect(status, `officer of ${host}: ${address}`).toBe(200);
    }
  }
}

async function appraisalIn({ rows, periods }: Demonstration, city: CityCode) {
  const [found] = await rows<{ id: string; account: string }>(
    `select t.id, people.account_id as account from participants t
     join people on people.id = t.person_id and people.agency_id = t.agency_id
     where t.period_id = $1 order by people.name limit 1`,
    [periods.get(city)?.closed],
  );
  if (!found) throw new Error(`nobody is appraised in ${city}`);
  return found;
}

async function addressesIn(demo: Demonstration, city: CityCode): Promise<readonly string[]> {
  const { closed = '', draft = '' } = demo.periods.get(city) ?? {};
  const { id } = await appraisalIn(demo, city);
  const [proposed] = await demo.rows<{ draft: string; id: string }>(
    `select p.draft_id as draft, p.id from scheme_proposals p join agencies a on a.id = p.agency_id where a.code = $1`,
    [city],
  );
  const own = only(
    await demo.rows<{ id: string }>(
      `select scheme_id as id from periods join agencies a on a.id = periods.agency_id where a.code = $1 and periods.id = $2`,
      [city, closed],
    ),
  ).id;
  return [
    '',
    '/schemes',
    `/schemes/${own}/1`,
    `/schemes/${own}/1/practice`,
    `/schemes/${own}/1/source.yaml`,
    '/scheme-trials',
    `/periods/${closed}`,
    `/periods/${closed}/schemes`,
    `/periods/${closed}/measurements`,
    `/periods/${draft}/criteria`,
    `/appraisals/${id}/plan`,
    `/appraisals/${id}/result`,
    `/appraisals/${id}/result/explanation.json`,
    `/appraisals/${id}/measurements`,
    ...(proposed
      ? [
          `/scheme-drafts/${proposed.draft}`,
          `/scheme-drafts/${proposed.draft}/page`,
          `/scheme-drafts/${proposed.draft}/discussion`,
          `/scheme-drafts/${proposed.draft}/discussion/${proposed.id}`,
        ]
      : []),
  ];
}
