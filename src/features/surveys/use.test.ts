/** A settled result goes to people's appraisals only by an act, only as their scheme asks, and once. */
import { beforeAll, describe, expect, it } from 'vitest';
import { currentMeasurements } from '#features/measurements/index.ts';
import { newId } from '#platform/identifier.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';
import { GOOD, type SurveyPlace, surveyStage } from './surveys.fixture.ts';

const BETTER = { u1: 4, u2: 4, u3: 4, u4: 4, u5: 4, u6: 4, u7: 4, u8: 4, u9: 3 } as const;

describe('using a result', async () => {
  const { app, test, prepared, send, night, post } = await surveyStage();
  let place: SurveyPlace;
  let use: string;
  const measured = async (participant: string) =>
    (await place.city.db.read((tx) => currentMeasurements(tx, participant))).get('kepuasanMasyarakat');

  beforeAll(async () => {
    place = await prepared({ endsOn: '2026-11-23' });
    const { city, desk, hall } = place;
    await adopt(city, shippedScheme('kota-kupang/kupang-evaluasi'));
    await putUnder(city, 'kupang-evaluasi');
    await post(city, `/surveys/counters/${hall}/people`, {
      id: newId(),
      person: city.colleague.id,
      from: '2026-01-01',
    });
    const rollId = newId();
    await post(city, `/surveys/rounds/${place.roundId}/tokens/${desk}`, { id: rollId, count: '6' });
    const codes = await city.db.read((tx) =>
      tx.db
        .selectFrom('survey_tokens')
        .select('code')
        .where('agency_id', '=', tx.agencyId)
        .where('round_id', '=', place.roundId)
        .execute(),
    );
    for (const { code } of codes) await send(place, code, GOOD);
    for (let sent = 0; sent < 6; sent += 1) await send(place, place.codes.hall, BETTER);
    use = `/surveys/rounds/${place.roundId}/units/${city.units.clinic}/use`;
  });

  it('waits until the round is settled and what is unusual has been decided', async () => {
    const { city, roundId } = place;
    const status = async () => (await app.get(city.officer.accountId, `/a/${city.code}${use}`)).status;
    expect(await status()).toBe(409);
    test.setNow(new Date('2026-11-24T02:00:00Z'));
    await night(city, '2026-11-24');
    // All answers of this test are copies of each other.
    expect(await status()).toBe(409);
    const batches = await city.db.read((tx) =>
      tx.db
        .selectFrom('survey_batches')
        .select('id')
        .where('agency_id', '=', tx.agencyId)
        .where('state', '=', 'flagged')
        .execute(),
    );
    for (const { id } of batches)
      await post(city, `/surveys/rounds/${roundId}/batches/${id}/decision`, {
        unit: city.units.clinic,
        act: 'keep',
        [`reason-${id}`]: 'Diperiksa di loket',
      });
    expect(await status()).toBe(200);
  });

  it('shows who would get what and changes nothing', async () => {
    const { city } = place;
    const html = await (await app.get(city.unitOfficer.accountId, `/a/${city.code}${use}`)).text();
    expect(html).toContain('Pakai untuk penilaian (3 pegawai)');
    // By hand: GOOD is 31 of 36, BETTER 35 of 36; (31 + 35) ÷ 2 ÷ 9 × 25 = 91.67
    expect(html).toContain('91,67');
    expect(html).not.toContain('Agus Salim');
    const byCounter = await (
      await app.get(city.officer.accountId, `/a/${city.code}${use}?counter=yes`)
    ).text();
    // 35 ÷ 9 × 25 = 97.22 for the one who serves at the open counter.
    expect(byCounter).toContain('97,22');
    expect(await measured(city.participants.employee)).toBeUndefined();
  });

  it('is an act of the unit’s officers, once', async () => {
    const { city } = place;
    const fields = { id: newId(), period: city.periodId, counter: 'yes' };
    for (const { accountId } of [city.auditor, city.mayor, city.employee])
      expect((await post(city, use, fields, accountId)).status).toBe(403);
    expect((await post(city, use, fields, city.stranger.accountId)).status).toBe(404);
    const both = await Promise.all([post(city, use, fields), post(city, use, fields)]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    const value = (u1: string, u9: string) => ({
      count: expect.any(Number),
      means: expect.objectContaining({ u1, u9 }),
    });
    // u1: (3 × 25 + 4 × 25) ÷ 2 = 87.5; u9: 75. The colleague's counter alone: 100 and 75.
    expect(await measured(city.participants.employee)).toMatchObject({
      origin: 'survey',
      value: { ...value('87.5', '75'), count: 12 },
    });
    expect((await measured(city.participants.colleague))?.value).toMatchObject({
      ...value('100', '75'),
      count: 6,
    });
    const rows = await city.db.read((tx) =>
      tx.db.selectFrom('measurements').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(rows).toHaveLength(3);
    const own = await app.get(
      city.employee.accountId,
      `/a/${city.code}/appraisals/${city.participants.employee}/measurements`,
    );
    const html = await own.text();
    expect(html).toContain('Survei kepuasan masyarakat SKM Semester II, Puskesmas Contoh');
    expect(html).toContain('91,67');
    const told = await (await app.get(city.employee.accountId, `/a/${city.code}/notifications`)).text();
    expect(told).toContain('dipakai dalam penilaian Anda');
    const again = await (await app.get(city.officer.accountId, `/a/${city.code}${use}`)).text();
    expect(again).toContain('mengganti yang ada');
    expect(again).toContain('Sudah dipakai');
  });

  it('goes nowhere under a scheme without a survey, or when the period is not open', async () => {
    const { city } = place;
    await city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ state: 'closed' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', city.periodId)
        .execute(),
    );
    expect((await post(city, use, { id: newId(), period: city.periodId })).status).toBe(409);
    expect((await post(city, use, { id: newId(), period: newId() })).status).toBe(422);
    const none = await (await app.get(city.officer.accountId, `/a/${city.code}${use}`)).text();
    expect(none).toContain('Tidak ada periode yang terbuka');
    await city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ state: 'open' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', city.periodId)
        .execute(),
    );
    await putUnder(city, 'permenpanrb-6-2022');
    const html = await (await app.get(city.officer.accountId, `/a/${city.code}${use}`)).text();
    expect(html).toContain('Tidak ada pegawai yang skemanya memuat survei');
    expect((await post(city, use, { id: newId(), period: city.periodId })).status).toBe(422);
  });
});
