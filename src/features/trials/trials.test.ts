import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { compileScheme, parseScheme } from '#domain/schemes/index.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { withJobs } from '../../../test/support/jobs.ts';
import { adopt, putUnder } from '../../../test/support/schemes.ts';
import { LOCAL_SCHEME } from '../evaluation/local/local.fixture.ts';
import { trialTasks } from './index.ts';

/** Everything equal but how well the year went: 100 %, 90 % and 60 % of one target. */
const EVIDENCE = (realised: string) => ({
  capaian: {
    lines: [
      {
        kind: 'main',
        indicators: [{ direction: 'higher', target: '100', summary: 'latest', realisations: [realised] }],
      },
    ],
  },
  perilaku: { forms: { appraiser: [{ items: { melayani: 'baik', kerjasama: 'baik' } }] } },
  kehadiran: { workingDays: 100, absentDays: 0, longestAbsence: 0, late: [] },
  hukuman: { value: false },
});

function compiled(source: string) {
  const parsed = parseScheme(source, 'scheme.yaml');
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
  return compileScheme(parsed.scheme);
}

/** The achievement counts for almost everything: who reached little falls. */
const DRAFT = LOCAL_SCHEME.replace('version: 1', 'version: 2').replace(
  '{ capaian: 50, perilaku: 30, kehadiran: 20 }',
  '{ capaian: 90, perilaku: 5, kehadiran: 5 }',
);

describe('a trial of a draft', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  await withJobs(test, trialTasks(schemeStore()));
  let city: City;
  let other: City;
  const draftId = newId();

  async function giveResult(participantId: string, realised: string): Promise<void> {
    const evidence = EVIDENCE(realised);
    const given = compiled(LOCAL_SCHEME).explain(evidence);
    await city.db.write((tx) =>
      tx.db
        .insertInto('results')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: participantId,
          version: 1,
          state: 'ratified',
          results_rating: given.official.results ?? '',
          behaviour_rating: given.official.behaviour ?? '',
          predicate: given.official.predicate ?? '',
          score: given.score,
          category: given.category,
          evidence: JSON.stringify({
            kind: 'local',
            planVersion: 1,
            scheme: evidence,
            annotations: {},
            lines: [],
            notes: '',
          }),
          explanation: JSON.stringify(given.explanation),
          scheme_id: 'kinerja-contoh',
          scheme_version: 1,
          given_by: city.appraiser.id,
          given_at: tx.now,
        })
        .execute(),
    );
  }

  beforeAll(async () => {
    city = await createCity(test.database, 'kota-coba');
    other = await createCity(test.database, 'kota-lain');
    await adopt(city, LOCAL_SCHEME);
    await putUnder(city, 'kinerja-contoh');
    await giveResult(city.participants.employee, '100');
    await giveResult(city.participants.colleague, '60');
    await giveResult(city.participants.stranger, '90');
    await city.db.write(async (tx) => {
      const draft = { source: DRAFT, revision: 1 };
      await tx.db
        .insertInto('scheme_drafts')
        .values({
          ...draft,
          agency_id: tx.agencyId,
          id: draftId,
          scheme_id: 'kinerja-contoh',
          version: 2,
          title: 'Rancangan',
          state: 'draft',
          created_by: city.officer.id,
          created_at: tx.now,
          updated_by: city.officer.id,
          updated_at: tx.now,
        })
        .execute();
      await tx.db
        .insertInto('scheme_draft_revisions')
        .values({
          ...draft,
          agency_id: tx.agencyId,
          draft_id: draftId,
          saved_by: city.officer.id,
          saved_at: tx.now,
        })
        .execute();
    });
  });

  const path = () => `/a/${city.code}/scheme-trials`;
  const run = (fields: Record<string, string>, account: string | null = city.officer.accountId) =>
    app.post(account, path(), {
      id: newId(),
      name: 'Capaian 90 %',
      period: city.periodId,
      subject: `draft:${draftId}`,
      ...fields,
    });
  async function finished(id: string): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const html = await (await app.get(city.officer.accountId, `${path()}/${id}`)).text();
      if (!html.includes('Menunggu giliran') && !html.includes('Sedang dihitung')) return html;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the trial was never finished');
  }

  it('says who would change category, by unit and group, and changes no result', async () => {
    const before = await results();
    const id = newId();
    const both = await Promise.all([run({ id }), run({ id })]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const html = await finished(id);
    // The score of the one who reached 60 of 100 falls, but stays within its category; so do the others.
    expect(html).toContain('Dari 3 penilaian, 0 akan naik, 0 turun, 3 tetap');
    expect(await results()).toEqual(before);
  });

  it('finds those who fall, names them, and hands the list out', async () => {
    const strict = DRAFT.replace('{ category: mantap, from: 75 }', '{ category: mantap, from: 85 }').replace(
      '{ rating: meets, from: 70 }',
      '{ rating: meets, from: 85 }',
    );
    await city.db.write(async (tx) => {
      await tx.db
        .updateTable('scheme_drafts')
        .set({ source: strict, revision: 2 })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', draftId)
        .execute();
      await tx.db
        .insertInto('scheme_draft_revisions')
        .values({
          agency_id: tx.agencyId,
          draft_id: draftId,
          revision: 2,
          source: strict,
          saved_by: city.officer.id,
          saved_at: tx.now,
        })
        .execute();
    });
    const expected = compiled(strict);
    const falls = ['100', '60', '90'].filter((realised) => {
      const was = compiled(LOCAL_SCHEME).evaluate(EVIDENCE(realised)).category;
      return expected.evaluate(EVIDENCE(realised)).category !== was;
    });
    expect(falls).toEqual(['90']);
    const id = newId();
    await run({ id, name: 'Ambang 85' });
    const html = await finished(id);
    expect(html).toContain('1 turun, 2 tetap');
    expect(html).toContain(city.stranger.name);
    expect(html).not.toContain(`/appraisals/${city.participants.employee}/result`);
    expect(html).toContain('Mantap → Berkembang');
    const file = await app.get(city.officer.accountId, `${path()}/${id}/moved.xlsx`);
    expect(file.headers.get('content-type')).toContain('spreadsheetml');
    const list = await (await app.get(city.officer.accountId, path())).text();
    expect(list).toContain('Ambang 85');
    expect(list).toContain('revisi 2');
  });

  it('says which components have no data instead of counting zero', async () => {
    const id = newId();
    await run({ id, subject: 'version:sawahlunto-kinerja@1', name: 'Skema lain' });
    const html = await finished(id);
    expect(html).toContain('3 tidak dapat dihitung');
    expect(html).toContain('Data yang belum ada');
    expect(html).toContain('yang dibandingkan adalah predikat resmi');
  });

  it('names what is wrong and keeps what was chosen', async () => {
    const nameless = await run({ name: ' ' });
    expect(nameless.status).toBe(422);
    expect(await nameless.text()).toContain('Beri nama uji coba ini');
    expect((await run({ subject: 'version:tidak-ada@1' })).status).toBe(422);
    expect((await run({ subject: `draft:${newId()}` })).status).toBe(422);
    expect((await run({ period: newId() })).status).toBe(422);
  });

  it('is run by officers of the agency, and read by those who see its results', async () => {
    const id = newId();
    await run({ id });
    const accounts: Record<string, [string | null, read: number, write: number]> = {
      nobody: [null, 303, 303],
      employee: [city.employee.accountId, 404, 404],
      appraiser: [city.appraiser.accountId, 404, 404],
      head: [city.head.accountId, 404, 404],
      'unit officer': [city.unitOfficer.accountId, 404, 404],
      'other agency': [other.officer.accountId, 404, 404],
      auditor: [city.auditor.accountId, 200, 403],
      mayor: [city.mayor.accountId, 200, 403],
    };
    for (const [name, [account, read, write]] of Object.entries(accounts)) {
      expect((await app.get(account, path())).status, name).toBe(read);
      expect((await app.get(account, `${path()}/${id}`)).status, name).toBe(read);
      expect((await run({}, account)).status, name).toBe(write);
    }
  });

  const results = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('results')
        .select(['participant_id', 'category', 'score', 'predicate', 'version'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('participant_id')
        .execute(),
    );
});
