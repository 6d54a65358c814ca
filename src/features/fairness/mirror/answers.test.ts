import { describe, expect, it } from 'vitest';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { evaluationWalk } from '../../../../test/support/evaluation.ts';
import { givePlan } from '../../../../test/support/plans.ts';
import { patternsWaiting } from './answers/questions.ts';
import { foundRun, type PlantedFlag } from './mirror.fixture.ts';

const WORDS = 'Timnya memang merata; saya memeriksa bukti setiap butir satu per satu.';

describe('patterns before ratifying', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const other = await createCity(test.database, 'kota-lain');
  let serial = 0;

  /** The employee's result was given and waits to be ratified; these patterns were found meanwhile. */
  async function stage(flags: (city: City) => readonly PlantedFlag[]) {
    serial += 1;
    const city = await createCity(test.database, `kota-pola-${serial}`);
    const plan = await givePlan(city.db, city, city.participants.employee);
    const walk = evaluationWalk(app, city);
    await walk.given(plan);
    const find = (found: readonly PlantedFlag[]) => foundRun(city.db, { id: city.periodId }, found);
    await find(flags(city));
    const id = city.participants.employee;
    const at = (inside: string) => `/a/${city.code}${inside}`;
    const address = at(`/fairness/answers/${id}`);
    return {
      city,
      walk,
      find,
      at,
      address,
      result: at(`/appraisals/${id}/result`),
      ratify: async () => {
        const answer = await walk.act(city.appraiser, 'ratification');
        return [answer.status, answer.headers.get('location')];
      },
      state: async () => (await walk.current())?.state,
      send: async (fields: Record<string, string>, who: TestPerson = city.appraiser) => {
        const answer = await app.post(who.accountId, address, fields);
        const flash = answer.headers.get('set-cookie') ?? '';
        return {
          status: answer.status,
          location: answer.headers.get('location'),
          flash: decodeURIComponent(decodeURIComponent(/flash=([^;]*)/.exec(flash)?.[1] ?? '')),
          html: await answer.text(),
        };
      },
      answers: () =>
        city.db.read((tx) =>
          tx.db
            .selectFrom('fairness_answers')
            .select(['rater_id', 'detector', 'body'])
            .where('agency_id', '=', tx.agencyId)
            .orderBy('detector')
            .execute(),
        ),
      told: () =>
        city.db.read((tx) =>
          tx.db
            .selectFrom('notifications')
            .select(['person_id', 'parameters'])
            .where('agency_id', '=', tx.agencyId)
            .where('kind', '=', 'fairness-flagged')
            .orderBy('id')
            .execute(),
        ),
    };
  }

  const haloOfEmployee = (city: City): PlantedFlag[] => [
    {
      raterId: city.appraiser.id,
      detector: 'halo',
      cases: [city.participants.employee, city.participants.colleague],
    },
  ];
  const severityOfAppraiser = (city: City): PlantedFlag[] => [
    { raterId: city.appraiser.id, detector: 'severity' },
  ];

  it('are explained once, then the result is ratified', async () => {
    const made = await stage((city) => [...haloOfEmployee(city), ...severityOfAppraiser(city)]);
    expect(await made.ratify()).toEqual([303, made.address]);
    expect(await made.state()).toBe('given');
    const html = await (await app.get(made.city.appraiser.accountId, made.address)).text();
    expect(html).toContain('lebih mirip daripada yang lazim');
    expect(html).toContain('rata-rata 8,4 poin lebih rendah');
    expect(html).toContain('Penjelasan yang wajar');
    expect(html).toContain('Dewi Lestari');
    expect(html).not.toMatch(/pelanggaran|kecurangan|\bbias\b/i);
    const sent = await made.send({ 'answer-halo': WORDS, 'answer-severity': `${WORDS} Tahun yang berat.` });
    expect(sent).toMatchObject({ status: 303, location: made.result });
    expect(sent.flash).toContain('Silakan sahkan');
    expect(await made.answers()).toMatchObject([
      { rater_id: made.city.appraiser.id, detector: 'halo', body: WORDS },
      { detector: 'severity' },
    ]);
    expect(await made.ratify()).toEqual([303, made.result]);
    expect(await made.state()).toBe('ratified');
    const recorded = await made.city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select(['payload', 'person_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', 'fairness-patterns-answered')
        .execute(),
    );
    expect(recorded).toMatchObject([
      { person_id: made.city.appraiser.id, payload: { patterns: ['halo', 'severity'] } },
    ]);
    expect(JSON.stringify(recorded)).not.toContain(WORDS);
  });

  it('are shown to the one who is to ratify and to nobody else', async () => {
    const made = await stage(haloOfEmployee);
    const { city, address } = made;
    const fields = { 'answer-halo': WORDS };
    for (const name of [
      'employee',
      'colleague',
      'head',
      'mayor',
      'stranger',
      'officer',
      'unitOfficer',
      'auditor',
    ] as const) {
      expect((await app.get(city[name].accountId, address)).status, name).toBe(404);
      expect((await made.send(fields, city[name])).status, name).toBe(404);
    }
    expect((await app.get(other.officer.accountId, address)).status).toBe(404);
    expect((await app.get(null, address)).status).toBe(303);
    expect((await app.post(null, address, fields)).status).toBe(303);
    expect(await made.answers()).toEqual([]);
  });

  it('keep what was typed where an explanation is too short or too long', async () => {
    const made = await stage((city) => [...haloOfEmployee(city), ...severityOfAppraiser(city)]);
    const short = await made.send({ 'answer-halo': 'Sudah benar.', 'answer-severity': WORDS });
    expect(short.status).toBe(422);
    expect(short.html).toContain('Sudah benar.');
    expect(short.html).toContain(WORDS);
    expect(short.html).toContain('15 karakter');
    expect((await made.send({ 'answer-halo': 'x'.repeat(2001), 'answer-severity': WORDS })).status).toBe(422);
    expect((await made.send({})).status).toBe(422);
    expect(await made.answers()).toEqual([]);
    expect(await made.ratify()).toEqual([303, made.address]);
  });

  it('are written once by a double click', async () => {
    const made = await stage(haloOfEmployee);
    const both = await Promise.all([
      made.send({ 'answer-halo': WORDS }),
      made.send({ 'answer-halo': `${WORDS} Lagi.` }),
    ]);
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, made.result],
      [303, made.result],
    ]);
    expect(await made.answers()).toHaveLength(1);
    const again = await made.send({ 'answer-halo': 'Penjelasan lain yang cukup panjang.' });
    expect(again).toMatchObject({ status: 303, location: made.result });
    expect((await made.answers())[0]?.body).not.toContain('Penjelasan lain');
  });

  it('ask nothing about other people, other schemes, other appraisers, or after ratification', async () => {
    const made = await stage((city) => [
      { raterId: city.appraiser.id, detector: 'halo', cases: [city.participants.colleague] },
      { raterId: city.appraiser.id, detector: 'severity', schemeId: 'jambi-adil-terbuka' },
      { raterId: city.head.id, detector: 'drift', cases: [city.participants.employee] },
    ]);
    expect(await made.ratify()).toEqual([303, made.result]);
    await made.find(haloOfEmployee(made.city));
    const late = await app.get(made.city.appraiser.accountId, made.address);
    expect([late.status, late.headers.get('location')]).toEqual([303, made.result]);
    expect(await made.city.db.read((tx) => patternsWaiting(tx, made.city.appraiser.id))).toBeUndefined();
  });

  it('are asked once a period and kind, whatever later runs find; a new kind is asked too', async () => {
    const made = await stage(haloOfEmployee);
    expect((await made.send({ 'answer-halo': WORDS })).location).toBe(made.result);
    await made.find(haloOfEmployee(made.city));
    expect((await app.get(made.city.appraiser.accountId, made.address)).status).toBe(303);
    await made.find([...haloOfEmployee(made.city), ...severityOfAppraiser(made.city)]);
    expect(await made.ratify()).toEqual([303, made.address]);
    const html = await (await app.get(made.city.appraiser.accountId, made.address)).text();
    expect(html).toContain('answer-severity');
    expect(html).not.toContain('answer-halo');
  });

  it('stay consistent where a run ends between the page and the form', async () => {
    const made = await stage(haloOfEmployee);
    await made.find([...haloOfEmployee(made.city), ...severityOfAppraiser(made.city)]);
    const sent = await made.send({ 'answer-halo': WORDS });
    expect(sent).toMatchObject({ status: 303, location: made.address });
    expect(await made.answers()).toHaveLength(1);
    await made.find([]);
    const gone = await made.send({ 'answer-severity': WORDS });
    expect(gone).toMatchObject({ status: 303, location: made.result });
    expect(await made.answers()).toHaveLength(1);
    expect(await made.ratify()).toEqual([303, made.result]);
  });

  it('either ask or let pass where a run ends while the result is ratified', async () => {
    const made = await stage(() => []);
    const [[, location]] = await Promise.all([made.ratify(), made.find(haloOfEmployee(made.city))]);
    expect([made.address, made.result]).toContain(location);
    expect(await made.state()).toBe(location === made.result ? 'ratified' : 'given');
  });

  it('are told once, and only what is new', async () => {
    const made = await stage(haloOfEmployee);
    await made.find(haloOfEmployee(made.city));
    await made.find([...haloOfEmployee(made.city), ...severityOfAppraiser(made.city)]);
    await made.send({ 'answer-halo': WORDS, 'answer-severity': WORDS });
    await made.find([...severityOfAppraiser(made.city)]);
    expect((await made.told()).map(({ parameters }) => parameters)).toMatchObject([
      { detectors: 'halo' },
      { detectors: 'severity' },
    ]);
  });

  it('wait on the home page until they are explained', async () => {
    const made = await stage(haloOfEmployee);
    const home = async () => (await app.get(made.city.appraiser.accountId, made.at(''))).text();
    expect(await home()).toContain('Ada pola yang perlu Anda jelaskan');
    expect(await (await app.get(made.city.officer.accountId, made.at(''))).text()).not.toContain(
      'Ada pola yang perlu Anda jelaskan',
    );
    await made.send({ 'answer-halo': WORDS });
    expect(await home()).not.toContain('Ada pola yang perlu Anda jelaskan');
  });

  it('are not asked in a period that is closed', async () => {
    const made = await stage(haloOfEmployee);
    await made.city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ state: 'closed' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', made.city.periodId)
        .execute(),
    );
    expect((await app.get(made.city.appraiser.accountId, made.address)).status).toBe(303);
  });
});
