import { beforeAll, describe, expect, it } from 'vitest';
import { schemeStore } from '#app/scheme-store.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { withJobs } from '../../../../test/support/jobs.ts';
import { type AskingCity, askingCity, makeKeys } from './asking.fixture.ts';
import { askingTasks } from './index.ts';

describe('a round of other voices', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  await withJobs(test, askingTasks(schemeStore()));
  let city: AskingCity;

  beforeAll(async () => {
    city = await askingCity(test.database, 'kota-tanya', { keys: false });
  });

  const path = (more = '') => `/a/${city.code}/periods/${city.periodId}/voices${more}`;
  const officer = () => city.officer.accountId;
  const html = async (account: string | null, address: string) => (await app.get(account, address)).text();

  async function prepared(): Promise<string> {
    for (let tries = 0; tries < 200; tries += 1) {
      const text = await html(officer(), path());
      if (!text.includes('Usulan sedang disiapkan') && !text.includes('Menunggu giliran')) return text;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
    throw new Error('the round was never prepared');
  }

  const requests = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('voice_requests as request')
        .innerJoin('voice_pools as pool', 'pool.id', 'request.pool_id')
        .select(['request.id', 'request.state', 'request.rater_id', 'pool.voice', 'pool.participant_id'])
        .select('pool.state as pool_state')
        .where('request.agency_id', '=', tx.agencyId)
        .execute(),
    );

  it('refuses days that leave no time, keeps what was typed, and starts once however often the form is sent', async () => {
    const id = newId();
    const send = (fields: Record<string, string>) =>
      app.post(officer(), path(), { id, opensOn: '2026-11-24', closesOn: '2026-12-05', ...fields });
    const late = await send({ closesOn: '2026-12-20' });
    expect(late.status).toBe(422);
    const said = await late.text();
    expect(said).toContain('paling lambat 19 Desember 2026');
    expect(said).toContain('value="2026-12-20"');
    expect((await send({ opensOn: '2026-11-01' })).status).toBe(422);
    expect((await send({ closesOn: '2026-11-24' })).status).toBe(422);
    expect((await send({ closesOn: 'besok' })).status).toBe(422);
    const both = await Promise.all([send({}), send({})]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect((await send({ id: newId() })).status).toBe(409);
    await prepared();
  });

  it('proposes for everybody, says where too few exist, and asks nobody before it is opened', async () => {
    const rows = await requests();
    const about = (participantId: string, voice: string) =>
      rows.filter((row) => row.participant_id === participantId && row.voice === voice);
    // Eight nurses under one appraiser: halfway between the scheme's fewest (3) and most (6).
    expect(about(city.participants.employee, 'colleague')).toHaveLength(5);
    expect(about(city.participants.employee, 'appraiser-superior').map((row) => row.rater_id)).toEqual([
      city.head.id,
    ]);
    expect(about(city.participants.appraiser, 'subordinate')).toHaveLength(5);
    expect(about(city.participants.stranger, 'colleague')).toHaveLength(0);
    expect(rows.every((row) => row.state === 'proposed')).toBe(true);
    // Eight nurses are asked about each other, five of them about their head too: 45 requests, spread evenly.
    const nurses = new Set([city.employee.id, city.colleague.id, ...city.nurses.map((each) => each.id)]);
    const loads = Map.groupBy(rows, (row) => row.rater_id ?? '');
    expect(new Set([...nurses].map((id) => loads.get(id)?.length))).toEqual(new Set([5, 6]));
    expect(about(city.participants.employee, 'subordinate')).toEqual([]);
  });

  it('lists what stands in the way with the page that mends it, and opens only when nothing does', async () => {
    const before = await html(officer(), path());
    expect(before).toContain('Kedua kunci segel belum ada');
    expect(before).toContain(`/a/${city.code}/seal-keys`);
    expect(before).not.toContain('Buka dan mintai semua orang');
    expect((await app.post(officer(), path('/opening'))).status).toBe(409);
    await makeKeys(city);
    const after = await html(officer(), path());
    expect(after).toContain('Tidak ada hambatan');
    expect(after).toContain('terlalu sedikit orangnya');
    const both = await Promise.all([
      app.post(officer(), path('/opening')),
      app.post(officer(), path('/opening')),
    ]);
    expect(both.map((each) => each.status).sort()).toEqual([303, 409]);
    const rows = await requests();
    expect(new Set(rows.filter((row) => row.pool_state === 'collecting').map((row) => row.state))).toEqual(
      new Set(['asked']),
    );
    expect(rows.filter((row) => row.pool_state === 'too-few').every((row) => row.state === 'withdrawn')).toBe(
      true,
    );
  });

  it('tells everybody once, however many people it is about', async () => {
    const told = await city.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'path', 'parameters'])
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'voice-asked')
        .execute(),
    );
    expect(new Set(told.map((row) => row.person_id)).size).toBe(told.length);
    expect(told.find((row) => row.person_id === city.colleague.id)?.path).toBe('/voices');
  });

  it('reminds at most once in three days', async () => {
    expect((await app.post(officer(), path('/reminders'))).status).toBe(303);
    const again = await app.post(officer(), path('/reminders'));
    expect(again.status).toBe(422);
    expect(await again.text()).toContain('mulai 26 November 2026');
  });

  it('moves the last day while it asks, with a reason, and never beyond the day on which ratings are due', async () => {
    const send = (fields: Record<string, string>) => app.post(officer(), path('/days'), fields);
    expect((await send({ closesOn: '2026-12-10', reason: '' })).status).toBe(422);
    expect((await send({ closesOn: '2026-12-20', reason: 'Masa cuti' })).status).toBe(422);
    expect((await send({ closesOn: '2026-11-22', reason: 'Masa cuti' })).status).toBe(422);
    expect((await send({ closesOn: '2026-12-10', reason: 'Masa cuti' })).status).toBe(303);
    expect(await html(officer(), path())).toContain('10 Desember 2026');
  });

  it('asks somebody else when a person leaves, and does nothing twice', async () => {
    test.setNow(new Date('2026-11-23T03:00:00Z'));
    const gone = city.nurses[0];
    if (!gone) throw new Error('the clinic has nurses');
    const asked = (await requests()).filter((row) => row.rater_id === gone.id && row.state === 'asked');
    await city.db.write((tx) =>
      tx.db
        .updateTable('people')
        .set({ ended_on: '2026-11-23', ended_reason: 'pindah' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', gone.id)
        .execute(),
    );
    expect((await app.post(officer(), path('/replacements'))).status).toBe(303);
    const rows = await requests();
    expect(rows.filter((row) => row.rater_id === gone.id && row.state === 'asked')).toEqual([]);
    for (const { participant_id, voice } of asked) {
      const live = rows.filter(
        (row) => row.participant_id === participant_id && row.voice === voice && row.state === 'asked',
      );
      expect(live, voice).toHaveLength(5);
    }
    await app.post(officer(), path('/replacements'));
    expect((await requests()).length).toBe(rows.length);
  });

  it('is seen and done by those who may', async () => {
    const other = await createCity(test.database, 'kota-tetangga');
    const accounts: Record<string, [string | null, read: number, names: number, act: number]> = {
      nobody: [null, 303, 303, 303],
      employee: [city.employee.accountId, 404, 404, 404],
      appraiser: [city.appraiser.accountId, 404, 404, 404],
      'other agency': [other.officer.accountId, 404, 404, 404],
      'unit officer': [city.unitOfficer.accountId, 200, 200, 403],
      mayor: [city.mayor.accountId, 200, 403, 403],
      auditor: [city.auditor.accountId, 200, 200, 403],
      officer: [officer(), 200, 200, 303],
    };
    for (const [name, [account, read, names, act]] of Object.entries(accounts)) {
      expect((await app.get(account, path())).status, name).toBe(read);
      for (const list of ['/people', '/load', '/people.xlsx', '/load.xlsx'])
        expect((await app.get(account, path(list))).status, `${name} ${list}`).toBe(names);
      expect((await app.post(account, path('/replacements'))).status, name).toBe(act);
      expect((await app.post(account, path('/opening'))).status, name).toBe(
        act === 303 && name === 'officer' ? 409 : act,
      );
      expect(
        (await app.post(account, path('/days'), { closesOn: '2026-12-11', reason: 'Masa cuti' })).status,
        name,
      ).toBe(act);
      expect((await app.post(account, path('/preparation'))).status, name).toBe(
        name === 'officer' ? 409 : act,
      );
    }
  });

  it('shows officers of single units their own units only', async () => {
    const own = await html(city.unitOfficer.accountId, path('/people'));
    expect(own).toContain(city.employee.name);
    expect(own).not.toContain(city.stranger.name);
    expect(await html(officer(), path('/people'))).toContain(city.stranger.name);
    const load = await html(city.unitOfficer.accountId, path('/load'));
    expect(load).toContain(city.colleague.name);
    expect(load).not.toContain(city.mayor.name);
  });

  it('filters lists and links to them', async () => {
    const few = await html(officer(), path('/people?show=too-few'));
    expect(few).toContain(city.stranger.name);
    expect(few).not.toContain(`>${city.employee.name}<`);
    expect(await html(officer(), path('/people?q=Rina'))).toContain(city.employee.name);
    expect(await html(officer(), path('/people?q=tidak-ada'))).toContain('Tidak ada yang cocok');
    expect(await html(officer(), path('/load?over=yes'))).toContain('Tidak ada yang cocok');
  });
});
