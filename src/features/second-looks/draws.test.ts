import { describe, expect, it } from 'vitest';
import { type DrawRecord, problemsOfDraw } from '#domain/lot/index.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { TEST_NOW, testDatabase } from '../../../test/support/database.ts';
import { DIGESTS } from './digests.ts';
import { drawnIn, type LookCity, lookCity, lookIn, SECRETS } from './second-looks.fixture.ts';

describe('a draw of second looks', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const { get, post } = app;
  const city = (options?: { rated: boolean }) => lookCity(test, app, options);
  const draws = (made: LookCity) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('second_look_draws')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('attempt')
        .execute(),
    );
  const prepare = async (made: LookCity, id = newId(), who: string | null = made.officer.accountId) => ({
    id,
    status: (await post(who, made.at(`/periods/${made.periodId}/second-looks`), { id })).status,
  });
  const step = async (
    made: LookCity,
    id: string,
    noun: 'commitments' | 'secrets',
    as: 'officer' | 'auditor',
    secret: string = SECRETS[as],
  ) => (await post(made[as].accountId, made.at(`/second-look-draws/${id}/${noun}`), { as, secret })).status;

  it('publishes list, commitments, secrets and outcome, so that anybody can compute it again', async () => {
    const made = await city();
    const id = await drawnIn(app, made);
    const answer = await get(made.auditor.accountId, made.at(`/second-look-draws/${id}/undian.json`));
    const record = (await answer.json()) as DrawRecord;
    expect(problemsOfDraw(DIGESTS, record)).toEqual([]);
    expect(record.drawn).toEqual([made.participants.employee]);
    expect(record.list).toBe(`${made.participants.employee} permenpanrb-6-2022@1 5\n`);
    expect(
      await (await get(made.officer.accountId, made.at(`/second-look-draws/${id}/daftar.txt`))).text(),
    ).toBe(record.list);
    expect(await lookIn(made)).toMatchObject({ cause: 'lot', state: 'waiting', draw_rank: 1 });
    const events = await made.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .where('type', 'like', 'second-look%')
        .orderBy('id')
        .execute(),
    );
    expect(events.map(({ type }) => type)).toEqual([
      'second-look-draw-prepared',
      'second-look-draw-committed',
      'second-look-draw-committed',
      'second-look-draw-revealed',
      'second-look-draw-revealed',
      'second-looks-drawn',
      'second-look-ordered',
    ]);
  });

  it('keeps no secret before it is revealed', async () => {
    const made = await city();
    const { id } = await prepare(made);
    await step(made, id, 'commitments', 'officer');
    await step(made, id, 'commitments', 'auditor');
    const found = await test.owner.query(
      `select 1 from second_look_draws t where period_id = $1 and t::text like '%rahasia%'`,
      [made.periodId],
    );
    expect(found.rowCount).toBe(0);
    expect((await get(made.officer.accountId, made.at(`/second-look-draws/${id}/undian.json`))).status).toBe(
      404,
    );
  });

  it('is prepared once by two officers, and not before there is a result', async () => {
    const empty = await city({ rated: false });
    expect((await prepare(empty)).status).toBe(422);
    const made = await city();
    const both = await Promise.all([prepare(made), prepare(made)]);
    expect(both.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const id = newId();
    const again = await city();
    expect((await Promise.all([prepare(again, id), prepare(again, id)])).map(({ status }) => status)).toEqual(
      [303, 303],
    );
    expect(await draws(again)).toHaveLength(1);
  });

  it('takes one commitment and one secret of each, in this order', async () => {
    const made = await city();
    const { id } = await prepare(made);
    expect(await step(made, id, 'secrets', 'officer')).toBe(409);
    expect(await step(made, id, 'commitments', 'officer', 'pendek')).toBe(422);
    expect(await step(made, id, 'commitments', 'officer')).toBe(303);
    expect(await step(made, id, 'commitments', 'officer')).toBe(303);
    expect(await step(made, id, 'commitments', 'officer', 'rahasia lain yang panjang')).toBe(409);
    expect(await step(made, id, 'commitments', 'auditor', SECRETS.officer)).toBe(422);
    expect(await step(made, id, 'commitments', 'auditor')).toBe(303);
    expect(await step(made, id, 'secrets', 'auditor', 'bukan rahasia saya')).toBe(422);
    const both = await Promise.all([
      step(made, id, 'secrets', 'officer'),
      step(made, id, 'secrets', 'auditor'),
    ]);
    expect(both).toEqual([303, 303]);
    const [draw] = await draws(made);
    expect(draw).toMatchObject({ state: 'drawn', chosen: 1 });
    expect(await lookIn(made)).toMatchObject({ state: 'waiting' });
    expect(await step(made, id, 'secrets', 'auditor')).toBe(303);
    expect(await step(made, id, 'commitments', 'officer', 'rahasia lain yang panjang')).toBe(409);
  });

  it('takes a hash that was computed elsewhere, and nothing that is no hash', async () => {
    const made = await city();
    const { id } = await prepare(made);
    const send = async (commitment: string) =>
      (
        await post(made.officer.accountId, made.at(`/second-look-draws/${id}/commitments`), {
          as: 'officer',
          commitment,
        })
      ).status;
    expect(await send('abc')).toBe(422);
    expect(await send(DIGESTS.sha256('rahasia di kertas'))).toBe(303);
    await step(made, id, 'commitments', 'auditor');
    expect(await step(made, id, 'secrets', 'officer', 'rahasia di kertas')).toBe(303);
  });

  it('is two people’s: nobody acts for both, nobody for the other', async () => {
    const made = await city();
    await made.db.write((tx) =>
      tx.db
        .insertInto('role_grants')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          person_id: made.officer.id,
          role: 'auditor',
          unit_id: null,
          granted_at: tx.now,
        })
        .execute(),
    );
    const { id } = await prepare(made);
    const commit = async (who: string | null, as: string) =>
      (
        await post(who, made.at(`/second-look-draws/${id}/commitments`), {
          as,
          secret: `rahasia sebagai ${as}`,
        })
      ).status;
    expect(await commit(made.auditor.accountId, 'officer')).toBe(403);
    expect(await commit(made.officer.accountId, 'officer')).toBe(303);
    expect(await commit(made.officer.accountId, 'auditor')).toBe(422);
    expect(await commit(made.auditor.accountId, 'auditor')).toBe(303);
  });

  it('is seen by officers and auditors, and moved by officers of the agency and auditors', async () => {
    const [made, other] = [await city(), await city({ rated: false })];
    const { id } = await prepare(made);
    const accounts = {
      nobody: null,
      employee: made.employee.accountId,
      appraiser: made.appraiser.accountId,
      leader: made.mayor.accountId,
      'unit officer': made.unitOfficer.accountId,
      auditor: made.auditor.accountId,
      'other agency': other.officer.accountId,
    };
    const answers: Record<string, number[]> = {};
    for (const [name, account] of Object.entries(accounts))
      answers[name] = [
        (await get(account, made.at(`/periods/${made.periodId}/second-looks`))).status,
        (await prepare(made, newId(), account)).status,
        (
          await post(account, made.at(`/second-look-draws/${id}/commitments`), {
            as: 'officer',
            secret: SECRETS.officer,
          })
        ).status,
        (await post(account, made.at(`/second-look-draws/${id}/abandonment`), { reason: 'Alasan' })).status,
      ];
    expect(answers).toEqual({
      nobody: [303, 303, 303, 303],
      employee: [404, 404, 403, 403],
      appraiser: [404, 404, 403, 403],
      leader: [403, 403, 403, 403],
      'unit officer': [200, 403, 403, 403],
      auditor: [200, 403, 403, 403],
      'other agency': [404, 404, 404, 404],
    });
  });

  it('is given up in the open: at once before a secret is known, afterwards when two days have passed', async () => {
    const made = await city();
    const { id } = await prepare(made);
    const abandon = async (draw: string, reason = 'Auditor berhalangan.') =>
      (await post(made.officer.accountId, made.at(`/second-look-draws/${draw}/abandonment`), { reason }))
        .status;
    expect(await abandon(id, ' ')).toBe(422);
    expect(await abandon(id)).toBe(303);
    const second = await prepare(made);
    await step(made, second.id, 'commitments', 'officer');
    await step(made, second.id, 'commitments', 'auditor');
    await step(made, second.id, 'secrets', 'officer');
    expect(await abandon(second.id)).toBe(409);
    test.setNow(new Date(TEST_NOW.getTime() + 2 * 86_400_000));
    expect(await abandon(second.id)).toBe(303);
    test.setNow(TEST_NOW);
    expect((await draws(made)).map(({ attempt, state }) => `${attempt} ${state}`)).toEqual([
      '1 abandoned',
      '2 abandoned',
    ]);
    const third = await prepare(made);
    expect(third.status).toBe(303);
  });

  it('takes nobody a second time', async () => {
    const made = await city();
    await drawnIn(app, made);
    expect((await prepare(made)).status).toBe(422);
  });
});
