/** One's own result: the local category beside the predicate, the reasons, the data, and playing that keeps nothing. */
import { expect } from 'vitest';
import { type Predicate, predicateLabel } from '#domain/rules/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import {
  appraisedBy,
  compiled,
  type Demonstration,
  ENGLISH,
  expectToSay,
  type System,
  wordsOf,
} from './demonstration.ts';
import { fieldsOf, written } from './reading.ts';

interface Outcome {
  readonly category: string;
  readonly predicate: Predicate;
  readonly score: string | null;
  readonly explanation: unknown;
}

async function outcomeOf({ rows }: Demonstration, participantId: string): Promise<Outcome> {
  const [found] = await rows<Outcome>(
    `select category, predicate, score::text, explanation from results
     where participant_id = $1 and superseded_at is null`,
    [participantId],
  );
  if (!found) throw new Error('no result');
  return found;
}

export async function seesResult(demo: Demonstration, system: System): Promise<void> {
  const own = await appraisedBy(demo, system, 'closed');
  const outcome = await outcomeOf(demo, own.participantId);
  const path = `/a/${system.city}/appraisals/${own.participantId}/result`;
  const { scheme } = compiled(system.scheme);
  const category = scheme.categories.find(({ code }) => code === outcome.category);
  const predicate = predicateLabel(outcome.predicate);
  const html = await (await demo.app.get(own.account, path)).text();
  const words = wordsOf(html);
  const score = outcome.score === null ? '' : ` Nilai ${formatDecimal(outcome.score)}`;
  expectToSay(words, [
    `Menurut skema ${scheme.title.id} ${category?.label.id}${score}`,
    `Predikat kinerja resmi: ${predicate.id}`,
    // A matrix has no score to take apart; its tree says which two levels met.
    outcome.score === null ? 'Menurut matriks' : 'Bagaimana nilai ini tersusun',
  ]);
  expect(words).not.toMatch(/Formulir \d/);
  for (const inside of ['/what-if', '/explanation.json']) expect(html).toContain(`${path}${inside}`);
  expect(html).toContain(`${path.replace('/result', '')}/measurements`);
  const english = wordsOf(await (await demo.app.get(own.account, path, ENGLISH)).text());
  expectToSay(english, [scheme.title.en, category?.label.en]);
  expect(english.includes(scheme.title.id)).toBe(false);
  expect(english).not.toMatch(/\b(Menurut skema|Bobot|Nilai|Dasar:|belum ada)\b/);
}

export async function takesExplanation(demo: Demonstration, system: System): Promise<void> {
  const own = await appraisedBy(demo, system, 'closed');
  const { explanation } = await outcomeOf(demo, own.participantId);
  const path = `/a/${system.city}/appraisals/${own.participantId}/result/explanation.json`;
  const answer = await demo.app.get(own.account, path);
  expect(answer.headers.get('content-type')).toContain('application/json');
  const text = await answer.text();
  expect(JSON.parse(text)).toEqual(explanation);
  expect(text).not.toMatch(/forms\.(colleague|subordinate|citizen|service-user)\[/);
}

export async function playsWithoutTrace(demo: Demonstration, system: System): Promise<void> {
  const own = await appraisedBy(demo, system, 'closed');
  const path = `/a/${system.city}/appraisals/${own.participantId}/result/what-if`;
  const drawn = await (await demo.app.get(own.account, path)).text();
  const fields = fieldsOf(drawn);
  const before = await written(demo);
  const same = await demo.app.post(own.account, path, fields);
  expect(same.status).toBe(200);
  const changed = {
    ...fields,
    ...Object.fromEntries(
      Object.entries(fields)
        .filter(([name]) => /realisation/.test(name))
        .map(([name]) => [name, '0']),
    ),
  };
  expect(changed).not.toEqual(fields);
  const worse = await demo.app.post(own.account, path, changed);
  expect(worse.status).toBe(200);
  expect(wordsOf(await worse.text())).not.toBe(wordsOf(await same.text()));
  expect(await written(demo)).toEqual(before);
}

/** What was measured, from where, by whom; what colleagues answered only as a mean. */
export async function seesMeasurements(demo: Demonstration, system: System): Promise<void> {
  const own = await appraisedBy(demo, system, 'closed');
  const path = `/a/${system.city}/appraisals/${own.participantId}/measurements`;
  const words = wordsOf(await (await demo.app.get(own.account, path)).text());
  const measured = await demo.rows<{ component: string; note: string }>(
    'select component, note from measurements where participant_id = $1 and superseded_at is null',
    [own.participantId],
  );
  expect(measured.length).toBeGreaterThan(2);
  const { components } = compiled(system.scheme).scheme;
  expectToSay(
    words,
    measured.flatMap(({ component, note }) => [components[component]?.label.id, note]),
  );
  expect(words).not.toMatch(/Formulir \d/);
}

/** While the half-year runs the appraiser finds a form of the scheme, with what is not measured yet named. */
export async function appraiserFindsForm(demo: Demonstration, system: System): Promise<void> {
  const { participantId, appraiserAccount, account } = await appraisedBy(demo, system, 'open');
  const path = `/a/${system.city}/appraisals/${participantId}/evaluation`;
  await certified(demo, system, participantId);
  const page = await demo.app.get(appraiserAccount, path);
  expect(page.status).toBe(200);
  const words = wordsOf(await page.text());
  const { scheme } = compiled(system.scheme);
  expectToSay(words, [scheme.title.id, ...Object.values(scheme.components).map(({ label }) => label.id)]);
  expect(words).toMatch(/belum ada/i);
  // Not complete, so nothing can be given; and the employee is nobody's appraiser.
  const check = await demo.app.get(appraiserAccount, `${path}/check`);
  expect([check.status, check.headers.get('location')]).toEqual([303, path]);
  expect((await demo.app.get(account, `${path}/check`)).status).toBe(403);
}

/** Where the scheme lets only certified appraisers rate, this one is, whoever else of the city is. */
async function certified(demo: Demonstration, system: System, participantId: string): Promise<void> {
  const { scheme } = compiled(system.scheme);
  if (scheme.training?.certificate !== 'required') return;
  await demo.rows(
    `insert into training_certificates (agency_id, id, scheme_id, person_id, origin, number, issuer, valid_from, valid_until, given_at)
     select agency_id, gen_random_uuid(), $2, appraiser_id, 'recognised', 'SERT-1', 'Balai Pelatihan Contoh', '2020-01-01', '2099-01-01', now()
     from participants where id = $1`,
    [participantId, scheme.id],
  );
}
