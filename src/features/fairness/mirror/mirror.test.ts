import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { compareWaiting } from '#features/second-looks/jobs.ts';
import { testApp } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { earlierPeriod, spreadOverMonths } from './mirror.fixture.ts';

const WORDS = 'Tim ini baru dibentuk; bukti yang saya lihat belum lengkap pada triwulan pertama.';

describe("an appraiser's mirror", async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const at = (inside: string) => `/a/${city.code}${inside}`;
  const before = await app.get(city.appraiser.accountId, at('/fairness/mirror'));
  const stage = await fairnessStage(city, { state: 'open' });
  await compareWaiting(city.db, stage.schemes);
  await spreadOverMonths(city.db, stage.periodId);
  const runId = await stage.run();
  const own = at(`/fairness/mirror/${stage.periodId}`);
  const read = async (who: { accountId: string }, path = own) => {
    const answer = await app.get(who.accountId, path);
    // Words wrap at plain spaces only.
    return { status: answer.status, html: (await answer.text()).replaceAll('\u00a0', ' ') };
  };
  const answersOf = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('fairness_answers')
        .select(['rater_id', 'detector', 'body'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );

  it('says that figures come, where none were computed', async () => {
    expect(before.status).toBe(200);
    expect(await before.text()).toContain('Angka periode ini belum dihitung');
  });

  it('opens for the one who rated, and for nobody else, not by its address either', async () => {
    expect((await read(stage.severe)).status).toBe(200);
    for (const name of ['officer', 'unitOfficer', 'auditor', 'employee', 'colleague', 'stranger'] as const) {
      expect((await read(city[name], at('/fairness/mirror'))).status, name).toBe(404);
      expect((await read(city[name])).status, name).toBe(404);
      expect(
        (await app.post(city[name].accountId, `${own}/answers`, { 'answer-severity': WORDS })).status,
        name,
      ).toBe(404);
    }
    // Who rates others elsewhere, or stands above, has a mirror of their own and none of this period.
    for (const name of ['mayor', 'head', 'appraiser'] as const)
      expect((await read(city[name])).status, name).toBe(404);
    expect((await read(other.officer)).status).toBe(404);
    expect((await read(other.appraiser)).status).toBe(404);
    expect((await app.get(null, own)).status).toBe(303);
    expect((await app.post(null, `${own}/answers`, {})).status).toBe(303);
    expect((await read(stage.severe, at(`/fairness/mirror/${city.periodId}`))).status).toBe(404);
    expect((await read(stage.severe, at('/fairness/mirror/bukan-id'))).status).toBe(404);
    expect(await answersOf()).toEqual([]);
  });

  it('says in plain words how the ratings lie, with an example, and names no other appraiser', async () => {
    const { html } = await read(stage.severe, at('/fairness/mirror'));
    expect(html).toMatch(/Penilaian Anda rata-rata \d+ poin lebih rendah daripada penilaian orang lain/);
    expect(html).toContain('Data cukup untuk mengatakan bahwa selisih itu melebihi batas 5 poin');
    expect(html).toMatch(/di samping penilaian kedua atas orang yang sama/);
    expect(html).toMatch(/Penilai lain memberikannya pada \d+ % butir/);
    expect(html).toMatch(/hanya selisih di atas \d+ poin yang dapat terlihat/);
    expect(html).toContain('Jangan membidik tengah');
    for (const { name, id } of stage.appraisers)
      if (id !== stage.severe.id) expect(html, name).not.toContain(name);
    expect(html).not.toMatch(/pelanggaran|kecurangan|\bbias\b/i);
    expect(gzipSync(html).length).toBeLessThan(20_000);
  });

  it('says the same in English', async () => {
    for (const who of [stage.severe, stage.halo, stage.island]) {
      const answer = await app.get(who.accountId, own, { cookie: 'locale=en' });
      expect(answer.status).toBe(200);
      expect(await answer.text()).toContain('A mirror of your ratings');
    }
  });

  it('records for the people concerned that their second look was read', async () => {
    const logged = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select('person_id')
        .distinct()
        .where('agency_id', '=', tx.agencyId)
        .where('actor_id', '=', stage.severe.id)
        .where('what', '=', 'second-look')
        .execute(),
    );
    const staff = new Set(stage.staff.get(stage.severe.id)?.map(({ person }) => person.id));
    expect(logged.length).toBeGreaterThan(0);
    expect(logged.every(({ person_id }) => staff.has(person_id))).toBe(true);
  });

  it('says that nothing can be estimated where nobody else rated the same people, and what would help', async () => {
    const { html } = await read(stage.island);
    expect(html).toContain('Belum dapat diperkirakan');
    expect(html).toContain('Tidak seorang pun yang Anda nilai juga dinilai oleh orang lain');
    expect(html).toContain('Yang membuatnya dapat diperkirakan');
    expect(html).not.toContain('interval 95 %:');
    expect(html).toContain('Dengan 8 penilaian');
  });

  it('shows forms whose items are alike', async () => {
    const { html } = await read(stage.halo);
    expect(html).toMatch(/lebih mirip satu sama lain daripada yang lazim/);
    expect(html).toContain('Formulir Anda yang paling seragam');
  });

  it('compares with the period before under the same scheme, and says so where the scheme was another', async () => {
    expect((await read(stage.severe)).html).toContain('Belum ada periode sebelumnya dengan skema yang sama');
    await earlierPeriod(city.db, runId, { raterId: stage.severe.id, severity: 3 });
    const { html } = await read(stage.severe);
    expect(html).toMatch(/Dibandingkan dengan Penilaian 2024, penilaian Anda \d+ poin lebih ketat/);
    expect(html).toContain('Data cukup untuk mengatakan arahnya');
    await earlierPeriod(city.db, runId, {
      raterId: stage.halo.id,
      severity: 3,
      schemeId: 'jambi-adil-terbuka',
      periodName: 'Uji coba 2024',
    });
    expect((await read(stage.halo)).html).toContain('Periode sebelumnya (Uji coba 2024) memakai skema lain');
    // The latest period with figures comes first; the other stays within reach.
    expect(html).toContain('Penilaian 2024</a>');
  });

  it('takes explanations early, once, and keeps what was typed where it is too short', async () => {
    const send = async (body: string) => {
      const answer = await app.post(stage.severe.accountId, `${own}/answers`, { 'answer-severity': body });
      return { status: answer.status, location: answer.headers.get('location'), html: await answer.text() };
    };
    const short = await send('Sudah tepat.');
    expect(short.status).toBe(422);
    expect(short.html).toContain('Sudah tepat.');
    expect(short.html).toContain('sedikitnya dengan satu kalimat');
    const both = await Promise.all([send(WORDS), send(WORDS)]);
    expect(both.map(({ status, location }) => [status, location])).toEqual([
      [303, own],
      [303, own],
    ]);
    expect((await send('Penjelasan kedua yang berbeda isinya.')).status).toBe(303);
    expect(await answersOf()).toEqual([{ rater_id: stage.severe.id, detector: 'severity', body: WORDS }]);
    const { html } = await read(stage.severe);
    expect(html).toContain(WORDS);
    expect(html).not.toContain('name="answer-severity"');
  });

  it('stays after the period was closed', async () => {
    await city.db.write((tx) =>
      tx.db
        .updateTable('periods')
        .set({ state: 'closed' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', stage.periodId)
        .execute(),
    );
    expect((await read(stage.severe)).html).toContain(WORDS);
  });
});
