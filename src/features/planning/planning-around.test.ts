import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import type { City } from '../../../test/support/city.ts';
import { planStage } from '../../../test/support/plan-stage.ts';
import { givePlan, samplePlan } from '../../../test/support/plans.ts';

describe('around a plan', async () => {
  const { get, post, city, stored, planIn } = await planStage();

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
