import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan, samplePlan } from '../../../test/support/plans.ts';
import { indicatorField, resultField } from './form/names.ts';
import { agreedContent, findPlan } from './queries.ts';
import type { PlanState } from './transitions.ts';

type Fields = Record<string, string>;

describe('a plan', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function city(): Promise<City & { plan: string }> {
    serial += 1;
    const made = await createCity(test.database, `kota-${serial}`);
    return { ...made, plan: `/a/kota-${serial}/appraisals/${made.participants.employee}/plan` };
  }
  type Made = Awaited<ReturnType<typeof city>>;

  const stored = (made: City) => made.db.read((tx) => findPlan(tx, made.participants.employee));

  /** A complete plan in the given state, as if it had come there by the acts. */
  async function planIn(made: City, state: PlanState, isAgreed = true): Promise<void> {
    if ((await stored(made)) === undefined) await givePlan(made.db, made, made.participants.employee);
    await made.db.write((tx) =>
      tx.db
        .updateTable('plans')
        .set({ state, ...(isAgreed ? {} : { version: 0 }) })
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', made.participants.employee)
        .execute(),
    );
  }

  const everybody = (made: Made, other: City) =>
    ({
      nobody: null,
      employee: made.employee.accountId,
      colleague: made.colleague.accountId,
      appraiser: made.appraiser.accountId,
      superior: made.head.accountId,
      officer: made.officer.accountId,
      'unit officer': made.unitOfficer.accountId,
      auditor: made.auditor.accountId,
      leader: made.mayor.accountId,
      stranger: made.stranger.accountId,
      'other agency': other.officer.accountId,
    }) as const;

  it('is done by employee and appraiser only, each act by the one whose it is', async () => {
    const other = await city();
    const acts: [path: string, by: 'employee' | 'appraiser', from: PlanState, fields: Fields][] = [
      ['proposal', 'employee', 'returned', {}],
      ['withdrawal', 'employee', 'proposed', {}],
      ['return', 'appraiser', 'proposed', { 'reason-return': 'Target kurang menantang' }],
      ['agreement', 'appraiser', 'revision-proposed', {}],
      ['revision', 'appraiser', 'agreed', { 'reason-open-revision': 'Mutasi program' }],
      ['edit', 'employee', 'draft', { section: 'annex', 'a.resources': 'Vaksin' }],
    ];
    for (const [path, by, from, fields] of acts) {
      const made = await city();
      await planIn(made, from);
      const answers: Record<string, number> = {};
      const accounts = everybody(made, other);
      // The one who may comes last, so that nobody before has changed anything.
      const order = Object.entries(accounts).toSorted(([a], [b]) => Number(a === by) - Number(b === by));
      for (const [name, account] of order)
        answers[name] = (await post(account, `${made.plan}/${path}`, { ...fields, revision: '1' })).status;
      expect(answers, path).toEqual({
        nobody: 303,
        colleague: 404,
        stranger: 404,
        'other agency': 404,
        employee: 403,
        appraiser: 403,
        superior: 403,
        officer: 403,
        'unit officer': 403,
        auditor: 403,
        leader: 403,
        [by]: 303,
      });
    }
  });

  it('is read by those concerned, and reading is recorded', async () => {
    const [made, other] = [await city(), await city()];
    await planIn(made, 'agreed');
    for (const page of ['', '/matrix', '/compare?from=1&to=1']) {
      const answers: Record<string, number> = {};
      for (const [name, account] of Object.entries(everybody(made, other)))
        answers[name] = (await get(account, made.plan + page)).status;
      expect(answers, page).toEqual({
        nobody: 303,
        colleague: 404,
        stranger: 404,
        'other agency': 404,
        employee: 200,
        appraiser: 200,
        superior: 200,
        officer: 200,
        'unit officer': 200,
        auditor: 200,
        leader: 200,
      });
    }
    const log = await made.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('actor_id')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', made.employee.id)
        .execute(),
    );
    expect(new Set(log.map((row) => row.actor_id))).toEqual(
      new Set(
        [made.appraiser, made.head, made.officer, made.unitOfficer, made.auditor, made.mayor].map(
          (p) => p.id,
        ),
      ),
    );
  });

  it('grows from nothing without a script: add, type, propose, return, propose, agree', async () => {
    const made = await city();
    const employee = made.employee.accountId;
    const appraiser = made.appraiser.accountId;
    expect(await (await get(employee, made.plan)).text()).toContain('Anda belum menyusun SKP');
    expect((await get(employee, `${made.plan}/edit`)).status).toBe(200);
    await post(employee, `${made.plan}/edit`, {
      section: 'results',
      revision: '0',
      act: 'add-main',
      model: 'quantitative',
      form: 'staff',
    });
    const draft = (await stored(made))?.content.results[0];
    const indicator = draft?.indicators[0];
    if (!draft || !indicator) throw new Error('a result with an indicator was added');

    const tooEarly = await post(employee, `${made.plan}/proposal`, { revision: '1' });
    expect(tooEarly.status).toBe(422);
    expect(await tooEarly.text()).toContain('SKP belum lengkap: 4 hal');
    const name = (field: Parameters<typeof indicatorField>[2]) =>
      indicatorField(draft.id, indicator.id, field);
    const typed: Fields = {
      section: 'results',
      model: 'quantitative',
      form: 'staff',
      [resultField(draft.id, 'kind')]: 'main',
      [resultField(draft.id, 'statement')]: 'Cakupan imunisasi meningkat',
      [name('aspect')]: 'kuantitas',
      [name('statement')]: 'Persentase bayi diimunisasi',
      [name('value')]: '95,5',
      [name('unit')]: '%',
      [name('direction')]: 'higher',
      [name('accumulation')]: 'latest',
    };
    const saved = await post(employee, `${made.plan}/edit`, { ...typed, revision: '1', act: 'read' });
    expect(saved.status).toBe(303);
    expect((await stored(made))?.content.results[0]?.indicators[0]?.target.text).toBe('95,5 %');

    expect((await post(employee, `${made.plan}/proposal`, { revision: '2' })).status).toBe(303);
    expect((await post(employee, `${made.plan}/edit`, { ...typed, revision: '2' })).status).toBe(409);
    const noReason = await post(appraiser, `${made.plan}/return`, { revision: '2' });
    expect(noReason.status).toBe(422);
    expect(
      (await post(appraiser, `${made.plan}/return`, { revision: '2', 'reason-return': 'Tambah mutu' }))
        .status,
    ).toBe(303);
    expect(await (await get(employee, made.plan)).text()).toContain('Tambah mutu');
    expect((await post(employee, `${made.plan}/proposal`, { revision: '2' })).status).toBe(303);
    expect((await post(appraiser, `${made.plan}/agreement`, { revision: '2' })).status).toBe(303);
    const agreed = await made.db.read((tx) => agreedContent(tx, made.participants.employee));
    expect(agreed).toMatchObject({ version: 1, agreedBy: made.appraiser.id });
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'kind'])
        .where('agency_id', '=', tx.agencyId)
        .orderBy('id')
        .execute(),
    );
    expect(
      told.map((row) => [row.person_id === made.employee.id ? 'employee' : 'appraiser', row.kind]),
    ).toEqual([
      ['appraiser', 'plan-proposed'],
      ['employee', 'plan-returned'],
      ['appraiser', 'plan-proposed'],
      ['employee', 'plan-agreed'],
    ]);
    const events = await made.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .orderBy('id')
        .execute(),
    );
    expect(events.map((row) => row.type)).toEqual([
      'plan-proposed',
      'plan-returned',
      'plan-proposed',
      'plan-agreed',
    ]);
  });

  it('is revised: the agreed version stays in force until the next one, and the difference is shown', async () => {
    const made = await city();
    const before = await givePlan(made.db, made, made.participants.employee);
    const opened = await post(made.appraiser.accountId, `${made.plan}/revision`, {
      revision: '1',
      'reason-open-revision': 'Target nasional naik',
    });
    expect(opened.status).toBe(303);
    await post(made.employee.accountId, `${made.plan}/edit`, {
      section: 'annex',
      revision: '1',
      'a.resources': 'Mobil vaksin',
    });
    expect((await made.db.read((tx) => agreedContent(tx, made.participants.employee)))?.content).toEqual(
      before,
    );
    const compared = await (
      await get(made.appraiser.accountId, `${made.plan}/compare?from=1&to=draft`)
    ).text();
    expect(compared).toContain('Mobil vaksin');
    expect(compared).toContain('Vaksin dan rantai dingin yang memadai');
    await post(made.employee.accountId, `${made.plan}/proposal`, { revision: '2' });
    await post(made.appraiser.accountId, `${made.plan}/agreement`, { revision: '2' });
    const agreed = await made.db.read((tx) => agreedContent(tx, made.participants.employee));
    expect(agreed).toMatchObject({ version: 2, reason: 'Target nasional naik' });
    expect(agreed?.content.annex.resources).toEqual(['Mobil vaksin']);
    expect(await (await get(made.employee.accountId, `${made.plan}/compare`)).text()).toContain(
      'Mobil vaksin',
    );
    expect((await get(made.employee.accountId, `${made.plan}/compare?from=1&to=9`)).status).toBe(404);
  });

  it('has one outcome when two act at once', async () => {
    const made = await city();
    await planIn(made, 'proposed', false);
    await made.db.write((tx) =>
      tx.db.deleteFrom('plan_versions').where('agency_id', '=', tx.agencyId).execute(),
    );
    const answers = await Promise.all([
      post(made.appraiser.accountId, `${made.plan}/agreement`, { revision: '1' }),
      post(made.appraiser.accountId, `${made.plan}/agreement`, { revision: '1' }),
      post(made.employee.accountId, `${made.plan}/withdrawal`, { revision: '1' }),
    ]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409, 409]);
    const state = (await stored(made))?.state;
    const agreed = await made.db.read((tx) => agreedContent(tx, made.participants.employee));
    expect(state === 'agreed').toBe(agreed !== null);
    const acts = await made.db.read((tx) =>
      tx.db.selectFrom('acts').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(acts).toHaveLength(1);
  });

  it('is not agreed as something else than what was read', async () => {
    const made = await city();
    await planIn(made, 'revising');
    await post(made.employee.accountId, `${made.plan}/edit`, {
      section: 'annex',
      revision: '1',
      'a.resources': 'Lain',
    });
    await post(made.employee.accountId, `${made.plan}/proposal`, { revision: '2' });
    expect((await post(made.appraiser.accountId, `${made.plan}/agreement`, { revision: '1' })).status).toBe(
      409,
    );
    expect((await stored(made))?.state).toBe('revision-proposed');
  });

  it('keeps what was typed into a stale draft, and tells the background save with 409', async () => {
    const made = await city();
    await planIn(made, 'draft', false);
    const fields = { section: 'annex', 'a.consequences': 'Ketikan saya' };
    const elsewhere = { section: 'annex', revision: '1', 'a.consequences': 'Dari jendela lain' };
    const both = await Promise.all([
      post(made.employee.accountId, `${made.plan}/edit`, elsewhere, { 'x-autosave': '1' }),
      post(made.employee.accountId, `${made.plan}/edit`, elsewhere, { 'x-autosave': '1' }),
    ]);
    expect(both.map((each) => each.status).toSorted()).toEqual([204, 409]);
    expect(both.find((each) => each.status === 204)?.headers.get('x-revision')).toBe('2');
    const stale = await post(made.employee.accountId, `${made.plan}/edit`, { ...fields, revision: '1' });
    expect(stale.status).toBe(409);
    const html = await stale.text();
    expect(html).toContain('Ketikan saya');
    expect(html).toContain('name="revision" value="2"');
    expect((await stored(made))?.content.annex.consequences).toEqual(['Dari jendela lain']);
  });

  it('creates one plan from two first saves', async () => {
    const made = await city();
    const first = { section: 'results', revision: '0', act: 'add-main' };
    const answers = await Promise.all([
      post(made.employee.accountId, `${made.plan}/edit`, first),
      post(made.employee.accountId, `${made.plan}/edit`, first),
    ]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409]);
    expect((await stored(made))?.content.results).toHaveLength(1);
  });

  it('lets the appraiser add special expectations while it is proposed, and nothing else', async () => {
    const made = await city();
    await planIn(made, 'proposed');
    const appraiser = made.appraiser.accountId;
    const page = await (await get(appraiser, `${made.plan}/edit`)).text();
    expect(page).toContain('Memahami dan memenuhi kebutuhan masyarakat');
    const expectation = { section: 'behaviour', revision: '1', 'e.adaptif': 'Memakai aplikasi baru' };
    expect((await post(appraiser, `${made.plan}/edit`, expectation)).status).toBe(303);
    expect((await stored(made))?.content.expectations).toEqual({ adaptif: 'Memakai aplikasi baru' });
    expect((await post(appraiser, `${made.plan}/edit`, { section: 'annex', revision: '2' })).status).toBe(
      403,
    );
    expect(
      (await post(made.employee.accountId, `${made.plan}/edit`, { ...expectation, revision: '2' })).status,
    ).toBe(409);
    await planIn(made, 'agreed');
    expect((await post(appraiser, `${made.plan}/edit`, { ...expectation, revision: '2' })).status).toBe(409);
  });

  it('is commented line by line by the two concerned, once a click', async () => {
    const [made, other] = [await city(), await city()];
    const content = await givePlan(made.db, made, made.participants.employee);
    const line = content.results[0]?.id ?? '';
    const id = newId();
    const fields = { id, line, [`comment-${line}`]: 'Mengapa 95 %?' };
    for (const account of [made.head, made.officer, made.auditor, made.mayor])
      expect((await post(account.accountId, `${made.plan}/comments`, fields)).status).toBe(403);
    for (const account of [made.colleague, made.stranger, other.officer])
      expect((await post(account.accountId, `${made.plan}/comments`, fields)).status).toBe(404);
    expect((await post(made.appraiser.accountId, `${made.plan}/comments`, { id, line })).status).toBe(422);
    expect(
      (await post(made.appraiser.accountId, `${made.plan}/comments`, { id, line: newId() })).status,
    ).toBe(422);
    for (const _ of [1, 2])
      expect((await post(made.appraiser.accountId, `${made.plan}/comments`, fields)).status).toBe(303);
    const html = await (await get(made.employee.accountId, made.plan)).text();
    expect(html.split('Mengapa 95 %?')).toHaveLength(2);
    expect((await post(made.head.accountId, `${made.plan}/comments/${id}/resolution`)).status).toBe(403);
    expect((await post(made.employee.accountId, `${made.plan}/comments/${id}/resolution`)).status).toBe(303);
    expect(await (await get(made.employee.accountId, made.plan)).text()).toContain('· Selesai');
  });

  it('is copied from the earlier period under new ids, into an empty draft only', async () => {
    const made = await city();
    const earlier = await lastYear(made);
    const page = await (await get(made.employee.accountId, made.plan)).text();
    expect(page).toContain('Salin dari Penilaian 2025');
    expect((await post(made.appraiser.accountId, `${made.plan}/copy`, { revision: '0' })).status).toBe(403);
    const answers = await Promise.all([
      post(made.employee.accountId, `${made.plan}/copy`, { revision: '0' }),
      post(made.employee.accountId, `${made.plan}/copy`, { revision: '0' }),
    ]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const copied = (await stored(made))?.content;
    expect(copied?.results.map((each) => each.statement)).toEqual(
      earlier.results.map((each) => each.statement),
    );
    const ids = new Set(earlier.results.flatMap((each) => [each.id, ...each.indicators.map((i) => i.id)]));
    expect(
      copied?.results.some((each) => ids.has(each.id) || each.indicators.some((i) => ids.has(i.id))),
    ).toBe(false);
  });

  /** The employee's agreed plan of the year before. */
  async function lastYear(made: City) {
    const participantId = newId();
    await made.db.write(async (tx) => {
      const period = await tx.db
        .selectFrom('periods')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .executeTakeFirstOrThrow();
      const participant = await tx.db
        .selectFrom('participants')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', made.participants.employee)
        .executeTakeFirstOrThrow();
      const periodId = newId();
      const dates = { starts_on: '2025-01-01', ends_on: '2025-12-31' };
      await tx.db
        .insertInto('periods')
        .values({ ...period, ...dates, id: periodId, name: 'Penilaian 2025', state: 'closed' })
        .execute();
      await tx.db
        .insertInto('participants')
        .values({ ...participant, ...dates, id: participantId, period_id: periodId })
        .execute();
    });
    return givePlan(made.db, made, participantId);
  }

  it('is traced both ways in the matrix', async () => {
    const made = await city();
    const leader = await givePlan(made.db, made, made.participants.appraiser);
    const [served, unserved] = leader.results;
    if (!served || !unserved) throw new Error('the sample has results');
    const own = samplePlan();
    const linked = own.results.map((each, index) => ({
      ...each,
      statement: `Hasil pegawai ${index + 1}`,
      serves: index === 0 ? { participantId: made.participants.appraiser, resultId: served.id } : null,
      servesText: index === 0 ? served.statement : '',
    }));
    await givePlan(made.db, made, made.participants.employee, { results: linked });
    const path = `/a/${made.code}/appraisals/${made.participants.appraiser}/plan/matrix`;
    const html = await (await get(made.appraiser.accountId, path)).text();
    expect(html).toContain('2 hasil kerja pimpinan belum diintervensi siapa pun');
    expect(html).toContain('1 hasil kerja pegawai tidak terkait hasil pimpinan');
    expect(html).toContain('Hasil pegawai 1');
    const edit = await (await get(made.employee.accountId, `${made.plan}/edit`)).status;
    expect(edit).toBe(303);
  });

  it('stands in the team list with the waiting ones first', async () => {
    const made = await city();
    await planIn(made, 'proposed');
    const html = await (await get(made.appraiser.accountId, `/a/${made.code}/team/plans`)).text();
    expect(html).toContain('1 menunggu Anda');
    expect(html.indexOf('Rina Novita')).toBeLessThan(html.indexOf('Dewi Lestari'));
    const stranger = await (await get(made.stranger.accountId, `/a/${made.code}/team/plans`)).text();
    expect(stranger).not.toContain('Rina Novita');
    expect(stranger).toContain('Anda tidak menilai siapa pun');
  });

  it('does not change once the period is closed or the person has moved', async () => {
    const made = await city();
    await planIn(made, 'draft');
    await made.db.write((tx) =>
      tx.db
        .updateTable('participants')
        .set({ state: 'moved' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', made.participants.employee)
        .execute(),
    );
    expect((await post(made.employee.accountId, `${made.plan}/proposal`, { revision: '1' })).status).toBe(
      409,
    );
    expect(
      (await post(made.employee.accountId, `${made.plan}/edit`, { section: 'annex', revision: '1' })).status,
    ).toBe(409);
    expect(await (await get(made.employee.accountId, made.plan)).text()).not.toContain('Ajukan kepada');
  });
});
