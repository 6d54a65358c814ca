import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { assignEverybody, FIELDS, periodStage } from '../../../test/support/period-stage.ts';

describe('a period', async () => {
  const { get, post, city, draft, state, participants } = await periodStage();

  it('is drafted with deadlines of the scheme and generated check-ins, once however often it is sent', async () => {
    const made = await city();
    const id = await draft(made);
    expect((await post(made.officer.accountId, `/a/${made.code}/periods`, { ...FIELDS, id })).status).toBe(
      303,
    );
    const html = await (await get(made.officer.accountId, `/a/${made.code}/periods/${id}`)).text();
    expect(html).toContain('31 Januari 2027');
    expect(html).toContain('Triwulan IV');
    const edit = await get(made.officer.accountId, `/a/${made.code}/periods/${id}/edit`);
    expect(edit.status).toBe(200);
  });

  it('keeps what was typed and names each fault', async () => {
    const made = await city();
    const response = await post(made.officer.accountId, `/a/${made.code}/periods`, {
      ...FIELDS,
      name: 'Penilaian 2026',
      planDueOn: '2029-01-01',
      objectionDays: '0',
      endsOn: '2026-12-31',
    });
    expect(response.status).toBe(422);
    const html = await response.text();
    expect(html).toContain('Hari terakhir harus sesudah hari pertama');
    expect(html).toContain('Isi bilangan 1 sampai 90');
    expect(html).toContain('value="2026-12-31"');
    const taken = await post(made.officer.accountId, `/a/${made.code}/periods`, {
      ...FIELDS,
      name: 'Penilaian 2026',
    });
    expect(taken.status).toBe(422);
    expect(await taken.text()).toContain('sudah dipakai');
  });

  it('lists what blocks, refuses to open, then opens once for two officers who click together', async () => {
    const made = await city();
    const id = await draft(made);
    const base = `/a/${made.code}/periods/${id}`;
    const before = await (await get(made.officer.accountId, `${base}/preflight`)).text();
    expect(before).toContain('8 pegawai tanpa pejabat penilai');
    expect(before).toContain(`/people/${made.employee.id}`);
    const refused = await post(made.officer.accountId, `${base}/opening`);
    expect(refused.status).toBe(422);
    expect((await state(made, id)).state).toBe('draft');

    await made.db.write((tx) => assignEverybody(tx, made));
    const ready = await (await get(made.officer.accountId, `${base}/preflight`)).text();
    expect(ready).toContain('Siap dibuka');
    const both = await Promise.all([
      post(made.officer.accountId, `${base}/opening`),
      post(made.officer.accountId, `${base}/opening`),
    ]);
    expect(both.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const rows = await participants(made, id);
    expect(rows).toHaveLength(8);
    expect(rows.find((row) => row.person_id === made.employee.id)).toMatchObject({
      appraiser_id: made.appraiser.id,
      superior_id: made.head.id,
      starts_on: '2027-01-01',
      ends_on: '2027-12-31',
      state: 'active',
    });
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'period-opened')
        .execute(),
    );
    expect(told).toHaveLength(8);
    const events = await made.db.read((tx) =>
      tx.db.selectFrom('audit_events').select('type').where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(events.map((each) => each.type)).toEqual(['period-drafted', 'period-opened']);
  });

  it('lets each role do what is theirs and nobody else anything', async () => {
    const made = await city();
    const other = await city();
    await made.db.write((tx) => assignEverybody(tx, made));
    const id = await draft(made);
    const base = `/a/${made.code}/periods/${id}`;
    const placement = await made.db.read((tx) =>
      tx.db
        .selectFrom('placements')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', made.employee.id)
        .executeTakeFirstOrThrow(),
    );
    const acts: [
      act: string,
      path: string,
      fields: Record<string, string>,
      officer: number,
      unitOfficer: number,
    ][] = [
      ['draft', `/a/${made.code}/periods`, { ...FIELDS, name: 'Lain', id: newId() }, 303, 403],
      ['change', base, { ...FIELDS, name: 'Penilaian 2027' }, 303, 403],
      [
        'exclude',
        `${base}/exclusions`,
        { placement: placement.id, reason: 'Cuti di luar tanggungan negara' },
        303,
        303,
      ],
      ['include', `${base}/inclusions`, { placement: placement.id }, 303, 303],
      ['open', `${base}/opening`, {}, 303, 403],
      ['update', `${base}/changes`, { fingerprint: 'old' }, 409, 403],
      ['close', `${base}/closing`, { reason: 'Akhir tahun' }, 303, 403],
      ['reopen', `${base}/reopening`, { reason: 'Keliru' }, 303, 403],
    ];
    for (const [act, path, fields, officer, unitOfficer] of acts) {
      const answers: Record<string, number> = {};
      const ask = async (name: string, account: string | null) => {
        answers[name] = (await post(account, path, fields)).status;
      };
      await ask('nobody', null);
      await ask('employee', made.employee.accountId);
      await ask('appraiser', made.appraiser.accountId);
      await ask('head', made.head.accountId);
      await ask('stranger', made.stranger.accountId);
      await ask('other agency', other.officer.accountId);
      await ask('auditor', made.auditor.accountId);
      await ask('mayor', made.mayor.accountId);
      await ask('unit officer', made.unitOfficer.accountId);
      await ask('officer', made.officer.accountId);
      expect(answers, act).toEqual({
        nobody: 303,
        employee: 404,
        appraiser: 404,
        head: 404,
        stranger: 404,
        'other agency': 404,
        auditor: 403,
        mayor: 403,
        'unit officer': unitOfficer,
        officer,
      });
    }
    expect((await state(made, id)).state).toBe('open');
    for (const page of ['', '/participants', '/preflight']) {
      expect((await get(made.employee.accountId, base + page)).status).toBe(404);
      expect((await get(made.auditor.accountId, base + page)).status).toBeLessThan(400);
    }
  });
});
