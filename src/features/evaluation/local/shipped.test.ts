/** Every scheme of a city that is shipped can be appraised under, from the empty form to the paper. */
import { readFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { listSchemes, loadScheme } from '#app/schemes.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { planComponent } from '#features/schemes/index.ts';
import { testApp } from '../../../../test/support/app.ts';
import { certify } from '../../../../test/support/certificates.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../../test/support/plans.ts';
import { adoptLocalScheme, measure, planInWords, realise } from './local.fixture.ts';

const cities = listSchemes().flatMap((entry) => {
  const compiled = loadScheme(entry.id, entry.version);
  return compiled?.scheme.authority === 'local' ? [{ compiled, file: entry.file }] : [];
});

/** The example without what the plan gives and what the appraiser says. */
function measuredOf({ scheme, example }: CompiledScheme): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(example).flatMap(([code, value]) => {
      if (code === planComponent(scheme) || code === 'official') return [];
      const { forms, ...rest } = value as { forms?: Record<string, unknown> };
      if (!forms) return [[code, value]];
      const { appraiser: _, ...others } = forms;
      return [[code, { ...rest, forms: others }]];
    }),
  );
}

/** The second choice of every group, words in every field that takes some, and a day for what they tell. */
function filled(html: string): Record<string, string> {
  const fields: Record<string, string> = { revision: '0' };
  const groups = Map.groupBy(
    html.matchAll(/<input type="radio"[^>]*name="([^"]+)" value="([^"]*)"/g),
    (match) => match[1],
  );
  for (const [name, choices] of groups) fields[name ?? ''] = choices[1]?.[2] ?? '';
  for (const [, name] of html.matchAll(/<textarea [^>]*name="([^"]+)"/g))
    fields[name ?? ''] = 'Teramati pada kejadian itu dan tercatat.';
  for (const [tag, name] of html.matchAll(/<input [^>]*?name="([^"]+\.on)"[^>]*>/g))
    if (tag.includes('type="date"')) fields[name ?? ''] = '2026-05-12';
  return fields;
}

describe.each(cities.map((each) => [each.compiled.scheme.id, each] as const))(
  '%s',
  async (_, { compiled, file }) => {
    const test = await testDatabase();
    const app = await testApp(test);

    it('goes from the empty form to the paper', async () => {
      const city = await createCity(test.database);
      await city.db.write((tx) => adoptLocalScheme(tx, readFileSync(file, 'utf8')));
      const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
      await city.db.write((tx) => realise(tx, city, plan));
      await city.db.write((tx) => measure(tx, city, measuredOf(compiled)));
      if (compiled.scheme.training)
        await city.db.write((tx) => certify(tx, city.appraiser.id, compiled.scheme.id));
      const walk = evaluationWalk(app, city);
      const form = await (await app.get(city.appraiser.accountId, `${walk.path}/evaluation`)).text();
      const fields = { ...filled(form), step: 'check' };
      const rated = await app.post(city.appraiser.accountId, `${walk.path}/evaluation/rating`, fields);
      const problems = [...(await rated.text()).matchAll(/id="[^"]+-error"[^>]*>.*?<span>(.*?)<\/span>/gs)];
      expect(problems.map((match) => match[1])).toEqual([]);
      expect(rated.status).toBe(303);
      expect((await walk.give(1)).status).toBe(303);
      expect((await walk.act(city.appraiser, 'ratification')).status).toBe(303);
      const result = await walk.current();
      expect(compiled.scheme.categories.map((each) => each.code)).toContain(result?.category);
      const open = (page: string) => app.get(city.employee.accountId, walk.path + page);
      for (const page of ['/result', '/papers/document.pdf', '/papers/evaluation.pdf'])
        expect([page, (await open(page)).status]).toEqual([page, 200]);
      const whatIf = await open('/result/what-if');
      expect(whatIf.status).toBe(200);
      // A slow link carries 100 kB a second; the page to play with is a fifth of that on the way.

      expect(gzipSync(await whatIf.text()).length).toBeLessThan(20_000);
    });
  },
);
