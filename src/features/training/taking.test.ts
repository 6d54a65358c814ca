import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { certificationOf } from './certification.ts';
import { EXPERT_LEVELS, SCHEME, trainingStage, words } from './training.fixture.ts';

const FAR = {
  'mutuKerja.ketelitian': 'jarang',
  'mutuKerja.kegunaan': 'jarang',
  'perilaku.akuntabel': 'jarang',
  'perilaku.harmonis': 'teladan',
};

describe('taking a course', async () => {
  const stage = await trainingStage();
  const { course, readAll, begin, send, pass, certificates, told, get, post, done, later } = stage;

  it('leads from lessons to cases to the certificate', async () => {
    later(0);
    const given = await course();
    const { city, base, lessons } = given;
    const { appraiser } = city;
    const early = await post(appraiser, city, `${base}/cases`);
    expect(early.status).toBe(409);
    const first = await done(post(appraiser, city, `${base}/lessons/${lessons[0]}/reading`));
    expect(first.headers.get('location')).toContain(lessons[1]);
    const last = await done(post(appraiser, city, `${base}/lessons/${lessons[1]}/reading`));
    expect(last.headers.get('location')).toBe(`/a/${city.code}/training${base}`);
    const one = await begin(given, appraiser);
    await done(send(city, appraiser, one, EXPERT_LEVELS));
    const compared = words(await (await get(appraiser, city, `/cases/${one}`)).text());
    expect(compared).toContain('Lulus: jarak Anda 0 %');
    expect(compared).toContain('Karena bukti perilaku.akuntabel.');
    expect(compared).toContain('Tinggal 1 kasus lagi.');
    expect(await certificates(city)).toHaveLength(0);
    const two = await begin(given, appraiser);
    await done(send(city, appraiser, two, EXPERT_LEVELS));
    const [certificate, ...others] = await certificates(city);
    expect(others).toEqual([]);
    expect(certificate).toMatchObject({
      person_id: appraiser.id,
      number: '001/JAMBI-ADIL-TERBUKA/2026',
      valid_from: '2026-11-23',
      valid_until: '2028-11-23',
      origin: 'course',
    });
    expect((await told(city, appraiser.id)).map(({ kind }) => kind)).toContain('certificate-given');
    const page = await get(appraiser, city, `/certificates/${certificate?.id}`);
    expect(words(await page.text())).toContain('22 November 2028');
    const states = await city.db.read((tx) =>
      certificationOf(tx, [appraiser.id, city.employee.id], SCHEME, '2026-11-23'),
    );
    expect(states.get(appraiser.id)).toEqual({ state: 'valid', until: '2028-11-22' });
    expect(states.get(city.employee.id)).toEqual({ state: 'none', until: null });
  });

  it('numbers certificates without a gap, also when two pass at the same moment', async () => {
    later(0);
    const given = await course(2);
    const { city } = given;
    const attempts = new Map<string, string>();
    for (const who of [city.appraiser, city.head]) {
      await readAll(given, who);
      await done(send(city, who, await begin(given, who), EXPERT_LEVELS));
      attempts.set(who.id, await begin(given, who));
    }
    await Promise.all(
      [city.appraiser, city.head].map((who) =>
        done(send(city, who, attempts.get(who.id) ?? '', EXPERT_LEVELS)),
      ),
    );
    const numbers = (await certificates(city)).map(({ number }) => number).sort();
    expect(numbers).toEqual(['001/JAMBI-ADIL-TERBUKA/2026', '002/JAMBI-ADIL-TERBUKA/2026']);
  });

  it('sends once, however often it is clicked, and begins one case at a time', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await readAll(given, city.employee);
    const begun = await Promise.all([begin(given, city.employee), begin(given, city.employee)]);
    expect(new Set(begun).size).toBe(1);
    const [id = ''] = begun;
    const answers = await Promise.all([
      send(city, city.employee, id, EXPERT_LEVELS),
      send(city, city.employee, id, FAR),
    ]);
    for (const answer of answers) expect(answer.status).toBe(303);
    const rows = await city.db.read((tx) =>
      tx.db
        .selectFrom('acts')
        .select('act')
        .where('agency_id', '=', tx.agencyId)
        .where('subject_id', '=', id)
        .execute(),
    );
    expect(rows).toEqual([{ act: 'send' }]);
  });

  it('saves what was rated so far, and lets no older page overwrite it', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await readAll(given, city.appraiser);
    const id = await begin(given, city.appraiser);
    const fields = {
      revision: '1',
      'mutuKerja.kegunaan.level': 'konsisten',
      'mutuKerja.kegunaan.reason': 'Dipakai',
    };
    const saved = await stage.app.post(
      city.appraiser.accountId,
      `/a/${city.code}/training/cases/${id}`,
      fields,
      {
        'x-autosave': '1',
      },
    );
    expect([saved.status, saved.headers.get('x-revision')]).toEqual([204, '2']);
    expect(await (await get(city.appraiser, city, `/cases/${id}`)).text()).toContain('value="Dipakai"');
    const stale = await post(city.appraiser, city, `/cases/${id}`, {
      ...fields,
      'mutuKerja.kegunaan.reason': 'Lain',
    });
    const kept = await stale.text();
    expect([stale.status, kept.includes('value="Lain"'), kept.includes('value="2"')]).toEqual([
      409,
      true,
      true,
    ]);
    expect((await send(city, city.appraiser, id, EXPERT_LEVELS, 1)).status).toBe(409);
    const partly = await send(city, city.appraiser, id, { 'mutuKerja.kegunaan': 'teladan' }, 2);
    expect(partly.status).toBe(422);
    const html = await partly.text();
    expect(words(html)).toContain('Pilih tingkat untuk Ketelitian.');
    expect(html).toMatch(/value="teladan" checked|checked[^>]*value="teladan"/);
    await done(send(city, city.appraiser, id, EXPERT_LEVELS, 2));
    expect((await post(city.appraiser, city, `/cases/${id}`, { revision: '3' })).status).toBe(409);
  });

  it('asks for another case after a failure, and for the lessons again once none is left', async () => {
    later(0);
    const given = await course();
    const { city, base } = given;
    const { appraiser } = city;
    await readAll(given, appraiser);
    later(1);
    const one = await begin(given, appraiser);
    await done(send(city, appraiser, one, FAR));
    expect(words(await (await get(appraiser, city, `/cases/${one}`)).text())).toContain('Belum lulus');
    later(2);
    const two = await begin(given, appraiser);
    expect(two).not.toBe(one);
    await done(send(city, appraiser, two, EXPERT_LEVELS));
    expect((await post(appraiser, city, `${base}/cases`)).status).toBe(409);
    expect(words(await (await get(appraiser, city, base)).text())).toContain('Bacalah pelajaran sekali lagi');
    later(3);
    await readAll(given, appraiser);
    later(4);
    const again = await begin(given, appraiser);
    await done(send(city, appraiser, again, EXPERT_LEVELS));
    expect(await certificates(city)).toHaveLength(1);
    const attempts = await city.db.read((tx) =>
      tx.db.selectFrom('training_attempts').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    expect(attempts).toHaveLength(3);
  });

  it('is for oneself alone: what somebody rated is not there for others', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await readAll(given, city.appraiser);
    const id = await begin(given, city.appraiser);
    for (const who of [city.employee, city.officer, city.auditor, city.head])
      expect((await get(who, city, `/cases/${id}`)).status, who.name).toBe(404);
    expect((await get(null, city, `/cases/${id}`)).status).toBe(303);
    expect((await send(city, city.head, id, EXPERT_LEVELS)).status).toBe(404);
    const other = await stage.city();
    expect((await get(other.appraiser, city, `/cases/${id}`)).status).toBe(404);
    expect((await get(city.appraiser, city, '/courses/ada-tidak')).status).toBe(404);
    expect((await get(city.appraiser, city, `${given.base}/lessons/${newId()}`)).status).toBe(404);
  });

  it('keeps certificates to their holder and those who oversee, and logs who looked', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await pass(given, city.appraiser);
    const [certificate] = await certificates(city);
    const path = `/certificates/${certificate?.id}`;
    expect((await get(city.appraiser, city, path)).status).toBe(200);
    expect((await get(city.officer, city, path)).status).toBe(200);
    expect((await get(city.auditor, city, path)).status).toBe(200);
    expect((await get(city.employee, city, path)).status).toBe(404);
    const looks = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(looks.map(({ actor_id: id }) => id).sort()).toEqual([city.officer.id, city.auditor.id].sort());
  });

  it('shows habits from three cases on, to the person only', async () => {
    later(0);
    const given = await course(3);
    const { city } = given;
    await pass(given, city.appraiser);
    const own = words(await (await get(city.appraiser, city, '/habits')).text());
    expect(own).toContain('Anda sejalan dengan para ahli');
    expect(own).toContain('3 kasus, 12 butir');
    expect(words(await (await get(city.officer, city, '/habits')).text())).toContain(
      'Belum ada kasus yang Anda kirim.',
    );
    const two = await course(2);
    await pass(two, two.city.appraiser);
    expect(words(await (await get(two.city.appraiser, two.city, '/habits')).text())).toContain(
      'Belum cukup untuk disimpulkan',
    );
  });
});
