/** The page of each scheme in both languages, the criteria of one's own, and practice. */
import { expect } from 'vitest';
import {
  appraisedBy,
  compiled,
  type Demonstration,
  ENGLISH,
  expectToSay,
  type System,
  wordsOf,
} from './demonstration.ts';

/** Labels that are the same word in both languages, or a name, say nothing about the language of a page. */
function foreign(texts: readonly { readonly id: string; readonly en: string }[], page: string): string[] {
  return texts
    .filter(({ id, en }) => id.length > 12 && !en.includes(id))
    .map(({ id }) => id)
    .filter((id) => page.includes(id));
}

export async function readsScheme(demo: Demonstration, system: System): Promise<void> {
  const { account } = await appraisedBy(demo, system, 'closed');
  const path = `/a/${system.city}/schemes/${system.scheme}/1`;
  const answer = await demo.app.get(account, path);
  expect(answer.status).toBe(200);
  const words = wordsOf(await answer.text());
  const { scheme } = compiled(system.scheme);
  const components = Object.values(scheme.components);
  const { combination } = scheme;
  expectToSay(words, [
    scheme.title.id,
    ...components.flatMap(({ label, meaning }) => [label.id, meaning?.id]),
    ...components.flatMap(({ basis }) => basis.map(({ regulation }) => scheme.regulations[regulation]?.name)),
    ...scheme.categories.map(({ label }) => label.id),
    ...['Pejabat penilai', 'wajib', 'Bobot', 'bawaan Tera', 'Predikat kinerja resmi'],
  ]);
  if (combination.mechanism === 'weighted-mean')
    expectToSay(
      words,
      combination.weights.flatMap(({ percent }) => Object.values(percent).map((each) => `bobot ${each} %`)),
    );
}

export async function readsSchemeInEnglish(demo: Demonstration, system: System): Promise<void> {
  const { account } = await appraisedBy(demo, system, 'closed');
  const html = await (
    await demo.app.get(account, `/a/${system.city}/schemes/${system.scheme}/1`, ENGLISH)
  ).text();
  const { scheme } = compiled(system.scheme);
  const main = wordsOf(/<main[\s\S]*<\/main>/.exec(html)?.[0] ?? '');
  expect(html).toContain('<html lang="en"');
  expect(main).toContain(scheme.title.en);
  const said = [
    scheme.title,
    scheme.summary,
    ...scheme.categories.map(({ label }) => label),
    ...Object.values(scheme.components).flatMap(({ label, meaning }) => [label, meaning ?? label]),
    ...(scheme.steps ?? []).map(({ label }) => label),
    ...(scheme.indicators ?? []).flatMap(({ label, meaning }) => [label, meaning]),
  ];
  expect(foreign(said, main)).toEqual([]);
  expect(main).not.toMatch(/\b(Bobot|Kategori|Dasar|Siapa|Bagaimana|Belum)\b/);
}

/** Somebody who has not confirmed yet is told so at home, reads, confirms, and is no longer told. */
export async function confirmsCriteria(demo: Demonstration, system: System): Promise<void> {
  const { app, rows, periods } = demo;
  const period = periods.get(system.city)?.draft ?? '';
  const [reader] = await rows<{ account: string; person: string }>(
    `select people.account_id as account, people.id as person
     from participants t join people on people.id = t.person_id and people.agency_id = t.agency_id
     where t.period_id = $1 and t.scheme_id = $2 and not exists
       (select 1 from criteria_confirmations c where c.period_id = $3 and c.person_id = people.id)
     order by people.name limit 1`,
    [periods.get(system.city)?.open, system.scheme, period],
  );
  if (!reader) throw new Error(`everybody under ${system.scheme} has read already`);
  const home = `/a/${system.city}`;
  const address = `${home}/criteria/${period}`;
  const atHome = async () => (await app.get(reader.account, home)).text();
  expect(await atHome()).toContain(`href="${address}"`);
  const page = wordsOf(await (await app.get(reader.account, address)).text());
  const { scheme } = compiled(system.scheme);
  expectToSay(page, [scheme.title.id, ...(scheme.indicators ?? []).map(({ label }) => label.id)]);
  const confirm = () => app.post(reader.account, address, { scheme: `${system.scheme}@1` });
  expect((await confirm()).status).toBe(303);
  await confirm();
  const confirmed = await rows(
    'select 1 from criteria_confirmations where period_id = $1 and person_id = $2',
    [period, reader.person],
  );
  expect(confirmed).toHaveLength(1);
  expect(await atHome()).not.toContain(`href="${address}"`);
}

/** The period cannot be opened before its notice time has run and enough people have read. */
export async function cannotOpenYet({ app, people, periods, rows }: Demonstration): Promise<void> {
  for (const [city, { officer }] of people) {
    const period = periods.get(city)?.draft ?? '';
    const path = `/a/${city}/periods/${period}`;
    const preflight = wordsOf(await (await app.get(officer, `${path}/preflight`)).text());
    expect(preflight, city).toMatch(/[Mm]asa pengumuman/);
    expect((await app.post(officer, `${path}/opening`)).status, city).toBe(422);
    const [row] = await rows<{ state: string }>('select state from periods where id = $1', [period]);
    expect(row?.state).toBe('draft');
  }
}

export async function practises(demo: Demonstration, system: System): Promise<void> {
  const { account } = await appraisedBy(demo, system, 'open');
  const before = await written(demo);
  for (const kind of ['steady', 'strong', 'hard']) {
    const path = `/a/${system.city}/schemes/${system.scheme}/1/practice?case=${kind}`;
    const html = await (await demo.app.get(account, path)).text();
    expect(html).toContain('tidak ada yang disimpan');
    const sent = await demo.app.post(account, path, fieldsOf(html));
    expect(sent.status, kind).toBe(200);
    const { scheme } = compiled(system.scheme);
    const labels = scheme.categories.map(({ label }) => label.id).join('|');
    if (kind !== 'hard') expect(wordsOf(await sent.text())).toMatch(new RegExp(`Hasilnya (${labels})`));
  }
  expect(await written(demo)).toEqual(before);
}

/** Everything that an act would leave behind. */
export async function written({ rows }: Demonstration): Promise<object> {
  const [counts] = await rows(
    `select (select count(*) from results) as results, (select count(*) from assessments) as assessments,
       (select count(*) from measurements) as measurements, (select count(*) from acts) as acts,
       (select md5(string_agg(id::text || category || predicate || score, ',' order by id)) from results) as outcome`,
  );
  return { ...counts };
}

/** What a browser would send back of a page that was just drawn. */
export function fieldsOf(html: string): Record<string, string> {
  const fields: Record<string, string> = {};
  for (const [input] of html.matchAll(/<input [^>]*>/g)) {
    const name = /name="([^"]+)"/.exec(input)?.[1];
    const isOff = /type="(radio|checkbox)"/.test(input) && !/checked/.test(input);
    if (name?.includes('.') && !isOff) fields[name] = /value="([^"]*)"/.exec(input)?.[1] ?? '';
  }
  for (const [, name, options] of html.matchAll(/<select [^>]*name="([^"]+)"[^>]*>(.*?)<\/select>/gs))
    if (name)
      fields[name] =
        /<option (?:value="([^"]*)" selected|selected value="([^"]*)")/.exec(options ?? '')?.[1] ?? '';
  for (const [, name, words] of html.matchAll(/<textarea [^>]*name="([^"]+)"[^>]*>([^<]*)<\/textarea>/g))
    if (name?.includes('.')) fields[name] = words ?? '';
  return fields;
}
