import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { currentResult } from '#features/evaluation/index.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import type { TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { declared } from '../conflicts/conflicts.fixture.ts';
import { compareWaiting } from './jobs.ts';
import { secondLooksOf } from './looks/queries.ts';
import { drawnIn, harsh, type LookCity, lookCity, lookIn } from './second-looks.fixture.ts';

describe('a second look', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const { get, post } = app;

  async function city(): Promise<LookCity & { lookPath: string }> {
    const made = await lookCity(test, app);
    await drawnIn(app, made);
    return { ...made, lookPath: made.at(`/second-looks/${(await lookIn(made)).id}`) };
  }
  type Made = Awaited<ReturnType<typeof city>>;
  const ask = async (
    made: Made,
    who = made.officer,
    appraiser: TestPerson = made.mayor,
    dueOn = '2026-12-10',
  ) => (await post(who.accountId, `${made.lookPath}/request`, { appraiserId: appraiser.id, dueOn })).status;
  async function asked() {
    const made = await city();
    expect(await ask(made)).toBe(303);
    return made;
  }
  const give = (made: Made, overrides: Record<string, string> = {}) =>
    post(made.mayor.accountId, `${made.lookPath}/form`, {
      ...made.fields(overrides),
      revision: '0',
      step: 'give',
      ...overrides,
    });
  const told = async (made: LookCity, person: TestPerson) =>
    (
      await made.db.read((tx) =>
        tx.db
          .selectFrom('notifications')
          .select('kind')
          .where('agency_id', '=', tx.agencyId)
          .where('person_id', '=', person.id)
          .where('kind', 'like', 'second-look%')
          .orderBy('id')
          .execute(),
      )
    ).map(({ kind }) => kind);

  it('is asked of an appraiser who is neither the first nor the superior, nor in conflict', async () => {
    const made = await city();
    const html = await (await get(made.officer.accountId, made.lookPath)).text();
    expect(html).toContain('Walikota Contoh');
    expect(html).not.toMatch(/value="[^"]+"[^>]*>[^<]*<span>Budi Santoso/);
    expect(await ask(made, made.officer, made.head)).toBe(422);
    expect(await ask(made, made.officer, made.appraiser)).toBe(422);
    expect(await ask(made, made.officer, made.employee)).toBe(422);
    expect(await ask(made, made.officer, made.mayor, '2026-11-01')).toBe(422);
    await made.db.write((tx) => declared(tx, { rater: made.mayor, ratee: made.employee, kind: 'business' }));
    expect(await ask(made)).toBe(422);
  });

  it('is asked once by two officers', async () => {
    const made = await city();
    expect(await Promise.all([ask(made), ask(made)])).toEqual([303, 303]);
    const other = await city();
    const both = await Promise.all([ask(other), ask(other, other.unitOfficer, other.mayor, '2026-12-11')]);
    expect(both.toSorted()).toEqual([303, 409]);
    expect(await told(made, made.mayor)).toEqual(['second-look-asked']);
  });

  it('is asked of everybody proposed at once', async () => {
    const made = await city();
    const all = await post(
      made.officer.accountId,
      made.at(`/periods/${made.periodId}/second-looks/requests`),
      { dueOn: '2026-12-10' },
    );
    expect(all.status).toBe(303);
    expect(await lookIn(made)).toMatchObject({ state: 'asked', appraiser_id: made.mayor.id });
  });

  it('shows plan, progress and evidence, and neither the first ratings nor the result', async () => {
    const made = await city();
    // A head of another office, who has nothing else to do with the employee.
    await made.db.write(async (tx) => {
      await tx.db
        .updateTable('second_looks')
        .set({ state: 'asked', appraiser_id: made.stranger.id, due_on: '2026-12-10' })
        .where('agency_id', '=', tx.agencyId)
        .execute();
    });
    const who = made.stranger.accountId;
    const appraisal = made.at(`/appraisals/${made.participants.employee}`);
    const form = await (await get(who, made.lookPath)).text();
    expect(form).toContain('Cakupan imunisasi dasar lengkap meningkat');
    expect(form).not.toContain('Melampaui target dengan bukti yang jelas');
    expect(form).not.toMatch(/type="radio"[^>]* checked/);
    for (const [page, status] of [
      ['/plan', 200],
      ['/progress', 200],
      ['/result', 404],
      ['/evaluation', 404],
      ['/papers', 404],
    ] as const)
      expect((await get(who, `${appraisal}${page}`)).status, page).toBe(status);
    expect(await (await get(who, `${appraisal}/progress`)).text()).not.toContain(`${appraisal}/result`);
    await made.db.write((tx) =>
      tx.db
        .updateTable('second_looks')
        .set({ state: 'given' })
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect((await get(who, `${appraisal}/plan`)).status).toBe(404);
  });

  it('keeps drafts, refuses what is incomplete or stale, and is given once', async () => {
    const made = await asked();
    const draft = await post(
      made.mayor.accountId,
      `${made.lookPath}/form`,
      { ...made.fields(), revision: '0' },
      { 'x-autosave': '1' },
    );
    expect([draft.status, draft.headers.get('x-revision')]).toEqual([204, '1']);
    const stale = await give(made, { revision: '0' });
    expect(stale.status).toBe(409);
    const incomplete = await give(made, {
      revision: '1',
      'behaviour-rating': '',
      notes: 'Catatan yang diketik.',
    });
    expect(incomplete.status).toBe(422);
    expect(await incomplete.text()).toContain('Catatan yang diketik.');
    const both = await Promise.all([give(made, { revision: '2' }), give(made, { revision: '2' })]);
    expect(both.map(({ status }) => status).toSorted()[0]).toBe(303);
    expect(await lookIn(made)).toMatchObject({ state: 'given', outcome: 'agrees', predicate: 'baik' });
    expect((await give(made, { revision: '3' })).status).toBe(303);
    expect((await lookIn(made)).revision).toBe(3);
  });

  it('that agrees is read by everybody concerned, by the employee in words', async () => {
    const made = await asked();
    for (const who of [made.appraiser, made.head])
      expect((await get(who.accountId, made.lookPath)).status).toBe(404);
    expect((await give(made)).status).toBe(303);
    for (const who of [made.appraiser, made.head, made.mayor, made.officer, made.auditor]) {
      const html = await (await get(who.accountId, made.lookPath)).text();
      expect(html).toContain('sejalan dengan penilaian pertama');
      expect(html).toContain('Cakupan imunisasi');
    }
    const own = await (await get(made.employee.accountId, made.lookPath)).text();
    expect(own).toContain('sejalan dengan hasil Anda');
    expect(own).not.toContain('Walikota');
    expect(own).not.toContain('Cakupan imunisasi');
    expect(await told(made, made.employee)).toEqual(['second-look-made']);
    expect(await told(made, made.appraiser)).toEqual(['second-look-given']);
    expect(await told(made, made.head)).toEqual(['second-look-given']);
  });

  it('that differs in the category goes to the superior, changes no result, and is counted item by item', async () => {
    const made = await asked();
    const before = await made.db.read((tx) => currentResult(tx, made.participants.employee));
    expect((await give(made, harsh())).status).toBe(303);
    expect(await lookIn(made)).toMatchObject({ outcome: 'category', predicate: 'kurang' });
    expect(await told(made, made.head)).toEqual(['second-look-differs']);
    expect(await made.db.read((tx) => currentResult(tx, made.participants.employee))).toEqual(before);
    const [compared] = await made.db.read((tx) => secondLooksOf(tx, made.periodId));
    expect(compared).toMatchObject({
      outcome: 'category',
      firstAppraiserId: made.appraiser.id,
      secondAppraiserId: made.mayor.id,
      scoreDifference: null,
    });
    expect(compared?.items.find(({ path }) => path === 'behaviour.values.loyal')).toMatchObject({
      firstAt: 50,
      secondAt: 0,
    });
    expect(compared?.items.filter(({ first, second }) => first.id !== second.id)).toHaveLength(8);
    const note = async (who: TestPerson, words: string) =>
      (await post(who.accountId, `${made.lookPath}/note`, { note: words })).status;
    expect(await note(made.appraiser, 'Saya setuju.')).toBe(403);
    expect(await note(made.head, ' ')).toBe(422);
    expect(await note(made.head, 'Penilai diarahkan memakai contoh bertanggal.')).toBe(303);
    expect(await note(made.head, 'Penilai diarahkan memakai contoh bertanggal.')).toBe(303);
    expect(await note(made.head, 'Lain.')).toBe(409);
    const own = await (await get(made.employee.accountId, made.lookPath)).text();
    expect(own).toContain('berbeda kategori');
    expect(own).not.toContain('Penilai diarahkan');
  });

  it('can be declined with a reason, replaced by an officer, and comes back without who declined', async () => {
    const made = await asked();
    const refuse = (reason: string) =>
      post(made.mayor.accountId, `${made.lookPath}/refusal`, { 'reason-decline': reason });
    expect((await refuse(' ')).status).toBe(422);
    expect((await refuse('Saya mengenal keluarganya.')).status).toBe(303);
    expect(await told(made, made.officer)).toContain('second-look-declined');
    expect(await lookIn(made)).toMatchObject({ state: 'waiting', appraiser_id: null });
    expect(await ask(made)).toBe(422);
    const other = await asked();
    const replaced = await post(other.officer.accountId, `${other.lookPath}/replacement`, {
      'reason-replacement': 'Cuti panjang.',
    });
    expect(replaced.status).toBe(303);
    expect((await get(other.mayor.accountId, other.lookPath)).status).toBe(404);
    const cancelled = await post(other.officer.accountId, `${other.lookPath}/cancellation`, {
      'reason-cancellation': 'Tidak perlu',
    });
    expect(cancelled.status).toBe(403);
  });

  it('is done by those whose act it is', async () => {
    const other = await lookCity(test, app, { rated: false });
    const acts: [noun: string, fields: Record<string, string>, by: string][] = [
      ['request', { dueOn: '2026-12-10' }, 'officer'],
      ['form', { revision: '0' }, 'second'],
      ['refusal', { 'reason-decline': 'Alasan' }, 'second'],
      ['replacement', { 'reason-replacement': 'Alasan' }, 'officer'],
    ];
    for (const [noun, fields, by] of acts) {
      const made = noun === 'request' ? await city() : await asked();
      const accounts: Record<string, string | null> = {
        nobody: null,
        employee: made.employee.accountId,
        colleague: made.colleague.accountId,
        first: made.appraiser.accountId,
        superior: made.head.accountId,
        auditor: made.auditor.accountId,
        'other agency': other.officer.accountId,
        second: made.mayor.accountId,
        officer: made.officer.accountId,
      };
      const answers: Record<string, number> = {};
      for (const [name, account] of Object.entries(accounts).toSorted(
        ([a], [b]) => Number(a === by) - Number(b === by),
      ))
        answers[name] = (
          await post(account, `${made.lookPath}/${noun}`, { appraiserId: made.mayor.id, ...fields })
        ).status;
      expect(answers, noun).toEqual({
        nobody: 303,
        employee: 403,
        colleague: 404,
        first: 404,
        superior: 404,
        auditor: 403,
        'other agency': 404,
        second: noun === 'request' ? 404 : 403,
        officer: 403,
        [by]: 303,
      });
    }
  });

  it('settles a conflict, and is compared when the first result comes later', async () => {
    const made = await lookCity(test, app, { rated: false });
    await made.db.write((tx) =>
      declared(tx, { rater: made.appraiser, ratee: made.employee, kind: 'dispute' }),
    );
    await post(made.officer.accountId, made.at('/conflicts/findings'), { periodId: made.periodId });
    const [found] = await made.db.read((tx) =>
      tx.db.selectFrom('conflict_cases').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    const order = (reason: string, id = newId()) =>
      post(made.officer.accountId, made.at(`/second-looks/orders/${found?.id}`), { id, reason });
    expect((await get(made.employee.accountId, made.at(`/second-looks/orders/${found?.id}`))).status).toBe(
      404,
    );
    expect((await order(' ')).status).toBe(422);
    const both = await Promise.all([order('Ada perselisihan.'), order('Ada perselisihan.')]);
    expect(both.map(({ status }) => status)).toContain(303);
    const look = await lookIn(made);
    expect(look).toMatchObject({ cause: 'conflict', state: 'waiting' });
    const here: Made = { ...made, lookPath: made.at(`/second-looks/${look.id}`) };
    expect(await ask(here)).toBe(303);
    expect((await give(here)).status).toBe(303);
    expect((await lookIn(made)).outcome).toBeNull();
    expect((await get(made.appraiser.accountId, here.lookPath)).status).toBe(404);
    const walk = evaluationWalk(app, made);
    await app.post(made.appraiser.accountId, `${walk.path}/evaluation/rating`, {
      ...made.fields(),
      step: 'check',
    });
    expect((await walk.give(1)).status).toBe(303);
    expect(await compareWaiting(made.db, schemeStore())).toBe(1);
    expect(await compareWaiting(made.db, schemeStore())).toBe(0);
    expect((await lookIn(made)).outcome).toBe('agrees');
    expect((await get(made.appraiser.accountId, here.lookPath)).status).toBe(200);
  });
});
