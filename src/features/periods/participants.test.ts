import { describe, expect, it } from 'vitest';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import { type City, createPerson } from '../../../test/support/city.ts';
import { assignEverybody, periodStage } from '../../../test/support/period-stage.ts';

describe('participants of a period', async () => {
  const { get, post, city, draft, state, participants } = await periodStage();

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
    const rows = (await participants(made, id)).toSorted((one, other) =>
      one.starts_on.localeCompare(other.starts_on),
    );
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
