import { describe, expect, it } from 'vitest';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, createPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';

const FIELDS = {
  name: 'Penilaian Kinerja 2027',
  startsOn: '2027-01-01',
  endsOn: '2027-12-31',
  checkInEvery: 'quarter',
  scheme: 'permenpanrb-6-2022@1',
  distributionPolicy: 'advise',
};

/** An appraiser for everyone, as the officer would have confirmed them. */
async function assignEverybody(tx: Tx, city: City): Promise<void> {
  const rows: [person: string, appraiser: string, superior: string | null][] = [
    [city.head.id, city.mayor.id, city.mayor.id],
    [city.appraiser.id, city.head.id, city.mayor.id],
    [city.employee.id, city.appraiser.id, city.head.id],
    [city.colleague.id, city.appraiser.id, city.head.id],
    [city.stranger.id, city.head.id, city.mayor.id],
    [city.officer.id, city.head.id, city.mayor.id],
    [city.unitOfficer.id, city.head.id, city.mayor.id],
    [city.auditor.id, city.head.id, city.mayor.id],
  ];
  await tx.db
    .insertInto('appraiser_assignments')
    .values(
      rows.map(([person_id, appraiser_id, superior_id]) => ({
        agency_id: tx.agencyId,
        id: newId(),
        person_id,
        appraiser_id,
        superior_id,
        source: 'officer',
        valid_from: '2024-01-01',
        created_at: tx.now,
      })),
    )
    .execute();
}

describe('a period', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function city(): Promise<City> {
    serial += 1;
    return createCity(test.database, `kota-${serial}`);
  }

  async function draft(made: City, fields: Record<string, string> = {}): Promise<string> {
    const id = newId();
    const response = await post(made.officer.accountId, `/a/${made.code}/periods`, {
      ...FIELDS,
      id,
      ...fields,
    });
    expect(response.status).toBe(303);
    return id;
  }

  const state = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('periods')
        .select('state')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow(),
    );
  const participants = (made: City, id: string) =>
    made.db.read((tx) =>
      tx.db
        .selectFrom('participants')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('period_id', '=', id)
        .execute(),
    );

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

  it('leaves out whom an officer excludes and says why', async () => {
    const made = await city();
    await made.db.write((tx) => assignEverybody(tx, made));
    const id = await draft(made);
    const base = `/a/${made.code}/periods/${id}`;
    const list = await (await get(made.officer.accountId, `${base}/participants?q=rina`)).text();
    const placement = /placement=([0-9a-f-]{36})/.exec(list)?.[1] ?? '';
    const empty = await post(made.officer.accountId, `${base}/exclusions`, { placement, reason: ' ' });
    expect(empty.status).toBe(422);
    await post(made.officer.accountId, `${base}/exclusions`, {
      placement,
      reason: 'Cuti di luar tanggungan negara',
    });
    await post(made.officer.accountId, `${base}/opening`);
    const rows = await participants(made, id);
    expect(rows.find((row) => row.person_id === made.employee.id)).toMatchObject({
      state: 'excluded',
      excluded_reason: 'Cuti di luar tanggungan negara',
    });
    expect(rows.filter((row) => row.state === 'active')).toHaveLength(7);
  });

  it('takes only the chosen units and everything below them', async () => {
    const [made, other] = [await city(), await city()];
    await made.db.write((tx) => assignEverybody(tx, made));
    const chosen = {
      [`unit-${made.units.health}`]: 'yes',
      [`unit-${other.units.health}`]: 'yes',
      'unit-x': 'yes',
    };
    const id = await draft(made, chosen);
    await post(made.officer.accountId, `/a/${made.code}/periods/${id}/opening`);
    const people = (await participants(made, id)).map((row) => row.person_id);
    const inside = [made.head, made.unitOfficer, made.appraiser, made.employee, made.colleague];
    expect(people.toSorted()).toEqual(inside.map((person) => person.id).toSorted());
  });

  it('moves deadlines of an open period and nothing else, and keeps both in the record', async () => {
    const made = await city();
    const base = `/a/${made.code}/periods/${made.periodId}`;
    const fields = {
      planDueOn: '2026-02-14',
      startsOn: '2025-01-01',
      name: 'Lain',
      distributionPolicy: 'reason',
    };
    expect((await post(made.officer.accountId, base, fields)).status).toBe(303);
    const event = await made.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('payload')
        .where('agency_id', '=', tx.agencyId)
        .executeTakeFirstOrThrow(),
    );
    expect(event.payload).toEqual({
      name: 'Penilaian 2026',
      changes: [
        { field: 'planDueOn', from: '2026-01-31', to: '2026-02-14' },
        { field: 'distributionPolicy', from: 'advise', to: 'reason' },
      ],
    });
  });

  it('shows and applies later changes: a new person, a transfer and another appraiser', async () => {
    const made = await city();
    await made.db.write((tx) => assignEverybody(tx, made));
    const id = await draft(made, { startsOn: '2026-01-01', name: 'Penilaian 2026 B', endsOn: '2026-12-31' });
    const base = `/a/${made.code}/periods/${id}`;
    expect((await post(made.officer.accountId, `${base}/opening`)).status).toBe(303);
    expect(await (await get(made.officer.accountId, `${base}/changes`)).text()).toContain(
      'Peserta sudah sesuai',
    );
    const old = (await participants(made, id)).find((row) => row.person_id === made.colleague.id);
    await made.db.write(async (tx) => {
      await createPerson(tx, {
        account: 'baru',
        name: 'Pegawai Baru',
        unitId: made.units.clinic,
        post: 'Perawat',
        kind: 'jf',
      });
      await transfer(tx, made, old?.placement_id ?? '');
    });
    const page = await (await get(made.officer.accountId, `${base}/changes`)).text();
    expect(page).toContain('Pegawai Baru');
    expect(page).toContain('sampai 30 September 2026');
    expect(page).toContain('Agus Salim');
    const fingerprint = /name="fingerprint" value="([0-9a-f]+)"/.exec(page)?.[1] ?? '';
    const stale = await post(made.officer.accountId, `${base}/changes`, { fingerprint: 'older' });
    expect(stale.status).toBe(409);
    const answers = await Promise.all([
      post(made.officer.accountId, `${base}/changes`, { fingerprint }),
      post(made.officer.accountId, `${base}/changes`, { fingerprint }),
    ]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const rows = await participants(made, id);
    const ofColleague = rows.filter((row) => row.person_id === made.colleague.id);
    expect(ofColleague.map((row) => [row.state, row.starts_on, row.ends_on, row.appraiser_id])).toEqual([
      ['moved', '2026-01-01', '2026-09-30', made.appraiser.id],
      ['active', '2026-10-01', '2026-12-31', made.appraiser.id],
    ]);
    expect(rows.find((row) => row.person_id === made.stranger.id)?.appraiser_id).toBe(made.mayor.id);
    expect(await (await get(made.officer.accountId, `${base}/changes`)).text()).toContain(
      'Peserta sudah sesuai',
    );
  });

  it('asks for a reason to close while people are unfinished, and to reopen', async () => {
    const made = await city();
    const base = `/a/${made.code}/periods/${made.periodId}`;
    const page = await (await get(made.officer.accountId, `${base}/closing`)).text();
    expect(page).toContain('5 peserta belum selesai');
    expect((await post(made.officer.accountId, `${base}/closing`)).status).toBe(422);
    expect((await post(made.officer.accountId, `${base}/closing`, { reason: 'Akhir tahun' })).status).toBe(
      303,
    );
    expect((await state(made, made.periodId)).state).toBe('closed');
    expect((await post(made.officer.accountId, `${base}/reopening`)).status).toBe(422);
    expect(
      (await post(made.officer.accountId, `${base}/reopening`, { reason: 'Ada keberatan' })).status,
    ).toBe(303);
    expect(await (await get(made.officer.accountId, base)).text()).toContain('Ada keberatan');
  });
});

/** Moves the colleague to the schools from 1 October; the stranger gets the mayor as appraiser. */
async function transfer(tx: Tx, made: City, placementId: string): Promise<void> {
  await tx.db
    .updateTable('placements')
    .set({ valid_until: '2026-10-01' })
    .where('agency_id', '=', tx.agencyId)
    .where('id', '=', placementId)
    .execute();
  await tx.db
    .insertInto('placements')
    .values({
      agency_id: tx.agencyId,
      id: newId(),
      person_id: made.colleague.id,
      unit_id: made.units.schools,
      kind: 'definitive',
      position_name: 'Pengelola Data',
      position_kind: 'pelaksana',
      is_head: false,
      valid_from: '2026-10-01',
    })
    .execute();
  await tx.db
    .updateTable('appraiser_assignments')
    .set({ appraiser_id: made.mayor.id })
    .where('agency_id', '=', tx.agencyId)
    .where('person_id', '=', made.stranger.id)
    .execute();
}
