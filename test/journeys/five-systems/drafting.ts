/** A draft that a city discusses: proposals, votes and answers; then its trial on the half-year that is over. */
import { expect, vi } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type CityCode, type Demonstration, ENGLISH, expectToSay, only, wordsOf } from './demonstration.ts';

export const DISCUSSED = [
  // Five points from attendance to quality of work move nobody there: both went well or badly together.
  { city: 'kota-jambi', scheme: 'jambi-adil-terbuka', movesSomebody: true },
  { city: 'kota-sawahlunto', scheme: 'sawahlunto-capaian', movesSomebody: true },
] as const;
type Discussed = (typeof DISCUSSED)[number];

async function draftOf({ rows }: Demonstration, { city, scheme }: Discussed): Promise<string> {
  const found = await rows<{ id: string }>(
    `select d.id from scheme_drafts d join agencies a on a.id = d.agency_id
     where a.code = $1 and d.scheme_id = $2 and d.state = 'discussion'`,
    [city, scheme],
  );
  return only(found).id;
}

export async function readsDiscussion(demo: Demonstration, discussed: Discussed): Promise<void> {
  const { app, rows } = demo;
  const draft = await draftOf(demo, discussed);
  const reader = await voterOf(demo, discussed.city, draft);
  const forum = `/a/${discussed.city}/scheme-drafts/${draft}/discussion`;
  const words = wordsOf(await (await app.get(reader, forum)).text());
  const proposals = await rows<Proposal>(
    `select p.id, p.body, p.kind, p.answer,
       (select count(*)::int from scheme_votes v where v.proposal_id = p.id and v.vote = 'for') as for
     from scheme_proposals p where p.draft_id = $1`,
    [draft],
  );
  expect(proposals.length).toBeGreaterThan(2);
  for (const { body, kind, answer, for: agree } of proposals) {
    expectToSay(words, [
      body,
      ...(kind === 'proposal' ? [`${agree} setuju`] : []),
      ...(answer ? [answer] : []),
    ]);
  }
  expect(proposals.some(({ answer }) => answer)).toBe(true);
  const changed = wordsOf(await (await app.get(reader, `${forum}/changes/2`)).text());
  expect(changed).toMatch(/\d+ %/);
  const outcome = wordsOf(await (await app.get(reader, `${forum}/outcome`)).text());
  expect(outcome).toContain('Pandangan yang tidak setuju');
  const english = wordsOf(await (await app.get(reader, forum, ENGLISH)).text());
  expectToSay(english, ['Your vote', 'Unanswered', 'The draft as a whole']);
  expect(english).not.toMatch(/Belum dijawab|Suara Anda|Kriteria/);
}

interface Proposal {
  readonly id: string;
  readonly body: string;
  readonly kind: string;
  readonly answer: string | null;
  readonly for: number;
}

/** Somebody who is to be appraised and has not voted on every proposal yet. */
async function voterOf({ rows, periods }: Demonstration, city: CityCode, draft: string): Promise<string> {
  const [voter] = await rows<{ account: string }>(
    `select people.account_id as account from participants t
     join people on people.id = t.person_id and people.agency_id = t.agency_id
     where t.period_id = $1 and not exists (select 1 from scheme_votes v
       join scheme_proposals p on p.id = v.proposal_id
       where p.draft_id = $2 and v.person_id = people.id)
     order by people.name limit 1`,
    [periods.get(city)?.open, draft],
  );
  if (!voter) throw new Error('everybody has voted');
  return voter.account;
}

/** A vote counts once and can be changed; the answer of the office reaches the one who proposed. */
export async function votesAndAnswers(demo: Demonstration, discussed: Discussed): Promise<void> {
  const { app, rows, people } = demo;
  const draft = await draftOf(demo, discussed);
  const voter = await voterOf(demo, discussed.city, draft);
  const [open] = await rows<{ id: string }>(
    `select id from scheme_proposals where draft_id = $1 and kind = 'proposal' and outcome is null`,
    [draft],
  );
  const proposal = `/a/${discussed.city}/scheme-drafts/${draft}/discussion/${open?.id}`;
  const votes = async () =>
    rows<{ vote: string; count: number }>(
      'select vote, count(*)::int as count from scheme_votes where proposal_id = $1 group by vote order by vote',
      [open?.id],
    );
  const total = async () => (await votes()).reduce((sum, { count }) => sum + count, 0);
  const before = await total();
  for (const vote of ['for', 'for', 'abstain']) {
    const answer = await app.post(voter, `${proposal}/votes`, { vote });
    expect(answer.status).toBe(303);
  }
  expect(await total()).toBe(before + 1);
  const words = 'Dicatat; dibicarakan dalam rapat berikutnya.';
  const fields = { outcome: 'noted', [`words-${open?.id}`]: words, words };
  expect((await app.post(voter, `${proposal}/answers`, fields)).status).toBe(403);
  const officer = people.get(discussed.city)?.officer ?? '';
  expect((await app.post(officer, `${proposal}/answers`, fields)).status).toBe(303);
  expect(wordsOf(await (await app.get(voter, proposal)).text())).toContain(words);
}

/** The real worker computes who would move; no result changes. */
export async function triesDraft(demo: Demonstration, discussed: Discussed): Promise<void> {
  const { app, rows, people, periods } = demo;
  const draft = await draftOf(demo, discussed);
  const { officer = '', mayor = '', unitOfficer = '' } = people.get(discussed.city) ?? {};
  const home = `/a/${discussed.city}/scheme-trials`;
  const results = () =>
    rows('select md5(string_agg(id::text || category, $1 order by id)) from results', [',']);
  const before = await results();
  const form = wordsOf(await (await app.get(officer, `${home}?subject=draft:${draft}`)).text());
  expect(form).toContain('Jalankan uji coba');
  const id = newId();
  const asked = await app.post(officer, home, {
    id,
    name: 'Sebelum ditetapkan',
    subject: `draft:${draft}`,
    period: periods.get(discussed.city)?.closed ?? '',
  });
  expect(asked.headers.get('location')).toBe(`${home}/${id}`);
  await vi.waitFor(
    async () => {
      const [trial] = await rows<{ state: string }>('select state from scheme_trials where id = $1', [id]);
      expect(trial?.state).toBe('done');
    },
    { timeout: 30_000, interval: 100 },
  );
  const [compared] = await rows<{ count: number }>(
    `select count(*)::int as count from participants where period_id = $1 and scheme_id = $2`,
    [periods.get(discussed.city)?.closed, discussed.scheme],
  );
  const words = wordsOf(await (await app.get(mayor, `${home}/${id}`)).text());
  const figures = /Dari (\d+) penilaian, (\d+) akan naik, (\d+) turun, (\d+) tetap, dan (\d+) tidak/.exec(
    words,
  );
  const [people_, up, down, same, unknown] = (figures ?? []).slice(1).map(Number);
  expect(people_).toBe(compared?.count);
  expect((up ?? 0) + (down ?? 0) + (same ?? 0)).toBe(people_);
  expect((up ?? 0) + (down ?? 0) > 0).toBe(discussed.movesSomebody);
  expect(unknown).toBe(0);
  const sheet = await app.get(mayor, `${home}/${id}/moved.xlsx`);
  expect(sheet.headers.get('content-type')).toContain('spreadsheet');
  expect((await app.get(unitOfficer, `${home}/${id}`)).status).toBe(404);
  expect(await results()).toEqual(before);
}
