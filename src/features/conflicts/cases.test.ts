import { describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { declared, household } from './conflicts.fixture.ts';
import { lookAtAgency } from './jobs.ts';

describe('a conflict between an employee and the appraiser', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;
  async function city(
    kind: 'family' | 'dispute' = 'family',
  ): Promise<City & { caseId: string; path: string }> {
    serial += 1;
    const made = await createCity(test.database, `kota-${serial}`);
    await made.db.write((tx) => declared(tx, { rater: made.appraiser, ratee: made.employee, kind }));
    await lookAtAgency(made.db, schemeStore(), 'Asia/Jakarta');
    const [found] = await cases(made);
    return { ...made, caseId: found?.id ?? '', path: `/a/${made.code}/conflict-cases/${found?.id}` };
  }
  const cases = (made: City) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('conflict_cases')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('kind')
        .execute(),
    );
  const participant = (made: City) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('participants')
        .select(['appraiser_id', 'superior_id'])
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', made.participants.employee)
        .executeTakeFirstOrThrow(),
    );

  it('is found at night, once, and officers are told once', async () => {
    const made = await city();
    await lookAtAgency(made.db, schemeStore(), 'Asia/Jakarta');
    expect((await cases(made)).map(({ kind, state }) => `${kind} ${state}`)).toEqual(['family open']);
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'kind'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(told).toEqual([{ person_id: made.officer.id, kind: 'conflicts-open' }]);
  });

  it('is found by two at once as one row each', async () => {
    serial += 1;
    const made = await createCity(test.database, `kota-${serial}`);
    await made.db.write((tx) =>
      household(tx, made, [
        { person: made.appraiser, card: 'a' },
        { person: made.employee, card: 'a' },
        { person: made.colleague, card: 'a' },
      ]),
    );
    const look = () =>
      post(made.officer.accountId, `/a/${made.code}/conflicts/findings`, { periodId: made.periodId });
    const answers = await Promise.all([look(), look(), look()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect((await cases(made)).map(({ kind, state }) => `${kind} ${state}`)).toEqual([
      'same-household open',
      'same-household open',
    ]);
  });

  it('is settled by another appraiser, dated, for the period too', async () => {
    const made = await city();
    const page = await (await get(made.officer.accountId, made.path)).text();
    expect(page).toContain('Sari Wulandari');
    const fields = {
      settlement: 'replaced',
      substituteId: made.head.id,
      'reason-replaced': 'Hubungan keluarga.',
    };
    const answers = await Promise.all([
      post(made.officer.accountId, `${made.path}/settlement`, fields),
      post(made.unitOfficer.accountId, `${made.path}/settlement`, {
        settlement: 'kept',
        'reason-kept': 'Tidak ada lain.',
      }),
    ]);
    expect(answers.map(({ status }) => status).toSorted()).toEqual([303, 409]);
    const [settled] = await cases(made);
    if (settled?.settlement === 'replaced') {
      expect(await participant(made)).toEqual({ appraiser_id: made.head.id, superior_id: made.mayor.id });
    } else expect(settled?.settlement).toBe('kept');
  });

  it('can be replaced, and then read by everybody concerned as a fact with its reason', async () => {
    const made = await city();
    const fields = {
      settlement: 'replaced',
      substituteId: made.head.id,
      'reason-replaced': 'Hubungan keluarga.',
    };
    expect((await post(made.officer.accountId, `${made.path}/settlement`, fields)).status).toBe(303);
    expect(await participant(made)).toEqual({ appraiser_id: made.head.id, superior_id: made.mayor.id });
    const html = await (
      await get(made.employee.accountId, `/a/${made.code}/appraisals/${made.participants.employee}/conflicts`)
    ).text();
    expect(html).toContain('Penilai diganti: Sari Wulandari');
    expect(html).toContain('Hubungan keluarga.');
    expect(html).not.toContain('Saudara kandung');
    const pending = await get(made.officer.accountId, `/a/${made.code}/periods/${made.periodId}/changes`);
    expect(await pending.text()).not.toContain('Pejabat penilai berganti');
  });

  it('refuses a substitute who conflicts too, one missing, a reason missing', async () => {
    const made = await city();
    await made.db.write((tx) => declared(tx, { rater: made.head, ratee: made.employee, kind: 'business' }));
    const settle = async (fields: Record<string, string>) =>
      (await post(made.officer.accountId, `${made.path}/settlement`, fields)).status;
    const by = { settlement: 'replaced', 'reason-replaced': 'Keluarga' };
    expect(await settle({ ...by, substituteId: made.head.id })).toBe(422);
    expect(await settle({ ...by, substituteId: made.appraiser.id })).toBe(422);
    expect(await settle(by)).toBe(422);
    expect(await settle({ settlement: 'kept', 'reason-kept': ' ' })).toBe(422);
    expect(await settle({ settlement: 'kept', 'reason-kept': 'Tidak ada pejabat lain.' })).toBe(303);
    expect(await settle({ settlement: 'kept', 'reason-kept': 'Tidak ada pejabat lain.' })).toBe(409);
    const again = await post(made.officer.accountId, `${made.path}/reopening`, {
      'reason-reopen': 'Ada pejabat baru.',
    });
    expect(again.status).toBe(303);
    expect((await cases(made))[0]).toMatchObject({ state: 'open', settlement: null });
  });

  it('is decided by officers of the unit and read by auditors', async () => {
    const other = await city();
    const accounts = (made: City) =>
      ({
        nobody: null,
        employee: made.employee.accountId,
        colleague: made.colleague.accountId,
        appraiser: made.appraiser.accountId,
        superior: made.head.accountId,
        auditor: made.auditor.accountId,
        leader: made.mayor.accountId,
        'other agency': other.officer.accountId,
        officer: made.officer.accountId,
      }) as const;
    const made = await city('dispute');
    const answers: Record<string, [number, number]> = {};
    for (const [name, account] of Object.entries(accounts(made)))
      answers[name] = [
        (await get(account, made.path)).status,
        (await post(account, `${made.path}/settlement`, { settlement: 'kept', 'reason-kept': 'Alasan' }))
          .status,
      ];
    expect(answers).toEqual({
      nobody: [303, 303],
      employee: [404, 404],
      colleague: [404, 404],
      appraiser: [404, 404],
      superior: [404, 404],
      auditor: [200, 403],
      leader: [404, 404],
      'other agency': [404, 404],
      officer: [200, 303],
    });
  });

  it('stands in the list, the file and the pre-flight of the next period', async () => {
    const made = await city();
    const list = await (await get(made.officer.accountId, `/a/${made.code}/conflicts`)).text();
    expect(list).toContain('Rina Novita');
    expect(list).toContain('Ganti penilai');
    const file = await get(made.officer.accountId, `/a/${made.code}/conflicts/list.xlsx?tab=appraisals`);
    expect(file.headers.get('content-type')).toContain('spreadsheetml');
    expect((await get(made.employee.accountId, `/a/${made.code}/conflicts`)).status).toBe(403);
    expect((await get(made.auditor.accountId, `/a/${made.code}/conflicts`)).status).toBe(200);
  });
});
