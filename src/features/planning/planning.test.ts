import { describe, expect, it } from 'vitest';
import { planStage } from '../../../test/support/plan-stage.ts';
import { givePlan } from '../../../test/support/plans.ts';
import { indicatorField, resultField } from './form/names.ts';
import { agreedContent } from './queries.ts';

type Fields = Record<string, string>;

describe('a plan', async () => {
  const { get, post, city, stored, planIn } = await planStage();

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
});
