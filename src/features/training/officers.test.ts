import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { assignEverybody, FIELDS } from '../../../test/support/period-stage.ts';
import { remindAgencyOfTraining } from './jobs.ts';
import { EXPERT_LEVELS, SCHEME, statuses, trainingStage, words } from './training.fixture.ts';

const MATERIAL = `/material/${SCHEME}`;

describe('officers of training', async () => {
  const stage = await trainingStage();
  const { course, city: newCity, addCase, pass, certificates, told, get, post, done, later } = stage;

  it('alone write lessons and cases', async () => {
    later(0);
    const { city, lessons, cases } = await course();
    const refused = { nobody: 303, employee: 403, unitOfficer: 403, auditor: 403 };
    const paths = [
      '/material',
      MATERIAL,
      `${MATERIAL}/lessons/${lessons[0]}`,
      `${MATERIAL}/cases/${cases[0]}`,
    ];
    for (const path of paths)
      expect(await statuses(city, (who) => get(who, city, path)), path).toEqual(refused);
    const acts = [
      `${MATERIAL}/lessons`,
      `${MATERIAL}/lessons/${lessons[0]}/withdrawal`,
      `${MATERIAL}/cases/${cases[0]}/withdrawal`,
      `${MATERIAL}/cases/${cases[0]}/version`,
      `${MATERIAL}/cases/${cases[0]}/position`,
    ];
    for (const path of acts) {
      const found = await statuses(city, (who) =>
        stage.app.post(who?.accountId ?? null, `/a/${city.code}/training${path}`, { by: 'up' }),
      );
      expect(found, path).toEqual(refused);
    }
    const other = await newCity();
    expect((await get(other.officer, other, `${MATERIAL}/cases/${cases[0]}`)).status).toBe(404);
    expect((await get(city.officer, city, '/material/tidak-ada')).status).toBe(404);
  });

  it('keep what was typed where something lacks or somebody else saved first', async () => {
    const { city, lessons } = await course();
    const form = { id: newId(), title: '', body: 'Isi yang sudah ditulis.' };
    const bad = await post(city.officer, city, `${MATERIAL}/lessons`, form);
    expect([bad.status, (await bad.text()).includes('Isi yang sudah ditulis.')]).toEqual([422, true]);
    const again = { ...form, title: 'Sekali saja' };
    await Promise.all([1, 2].map(() => done(post(city.officer, city, `${MATERIAL}/lessons`, again))));
    const page = await (await get(city.officer, city, MATERIAL)).text();
    expect(page.match(/Sekali saja<\/a>/g)).toHaveLength(1);
    const one = `${MATERIAL}/lessons/${lessons[0]}`;
    await done(post(city.officer, city, one, { revision: '1', title: 'Pertama', body: 'A' }));
    const stale = await post(city.officer, city, one, { revision: '1', title: 'Kedua', body: 'B' });
    const html = await stale.text();
    expect([stale.status, html.includes('value="Kedua"'), html.includes('value="2"')]).toEqual([
      409,
      true,
      true,
    ]);
  });

  it('publish a case only when it is whole, and replace one that was published by a new version', async () => {
    later(0);
    const given = await course(2);
    const { city, cases } = given;
    const id = newId();
    await done(
      post(city.officer, city, `${MATERIAL}/cases`, { id, heading: 'Belum lengkap', situation: '' }),
    );
    await done(post(city.officer, city, `${MATERIAL}/cases/${id}/publication`));
    const lacking = words(await (await get(city.officer, city, `${MATERIAL}/cases/${id}`)).text());
    expect(lacking).toContain('Tuliskan keadaannya.');
    expect(lacking).toContain('Paling sedikit tiga butir dinilai ahli.');
    await pass(given, city.appraiser);
    const base = `${MATERIAL}/cases/${cases[0]}`;
    expect((await post(city.officer, city, `${base}/dossier`, { heading: 'X', revision: '2' })).status).toBe(
      409,
    );
    const made = await Promise.all([1, 2].map(() => done(post(city.officer, city, `${base}/version`))));
    const next = new Set(made.map((answer) => answer.headers.get('location')));
    expect(next.size).toBe(1);
    const draft = [...next][0]?.split('/').at(-1) ?? '';
    await done(post(city.officer, city, `${MATERIAL}/cases/${draft}/publication`));
    const states = await city.db.read((tx) =>
      tx.db
        .selectFrom('training_cases')
        .select(['id', 'state'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    const stateOf = new Map(states.map((row) => [row.id, row.state]));
    expect([stateOf.get(cases[0] ?? ''), stateOf.get(draft)]).toEqual(['replaced', 'published']);
    expect((await get(city.appraiser, city, given.base)).status).toBe(200);
    expect(await certificates(city)).toHaveLength(1);
  });

  it('move lessons up and down', async () => {
    const { city, lessons, base } = await course();
    await done(post(city.officer, city, `${MATERIAL}/lessons/${lessons[1]}/position`, { by: 'up' }));
    const html = await (await get(city.appraiser, city, base)).text();
    expect(html.indexOf(lessons[1] ?? '')).toBeLessThan(html.indexOf(lessons[0] ?? ''));
  });

  it('see who appraises and is certified, invite the others once a day, and take the list along', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await pass(given, city.appraiser);
    const page = words(await (await get(city.officer, city, '/appraisers')).text());
    expect(page).toContain('1 dari 3 penilai bersertifikat.');
    const roles = await statuses(city, (who) => get(who, city, '/appraisers'));
    expect(roles).toEqual({ nobody: 303, employee: 403, unitOfficer: 200, auditor: 200 });
    const filtered = words(await (await get(city.officer, city, '/appraisers?state=valid')).text());
    expect(filtered).toContain('1 dari 1 penilai bersertifikat.');
    const filter = { search: '', scheme: '', state: 'not-certified' };
    await done(post(city.officer, city, '/invitations', filter));
    await done(post(city.officer, city, '/invitations', filter));
    expect((await told(city, city.head.id)).filter(({ kind }) => kind === 'training-invited')).toHaveLength(
      1,
    );
    expect((await told(city, city.appraiser.id)).some(({ kind }) => kind === 'training-invited')).toBe(false);
    expect((await post(city.auditor, city, '/invitations', filter)).status).toBe(403);
    const csv = await (await get(city.officer, city, '/appraisers.csv?state=valid')).text();
    expect(csv.trim().split('\n')).toHaveLength(2);
    const xlsx = await get(city.auditor, city, '/appraisers.xlsx');
    expect(xlsx.headers.get('content-type')).toContain('spreadsheetml');
  });

  it('recognise a certificate from outside, once, with a date that holds', async () => {
    later(0);
    const { city } = await course();
    const form = {
      id: newId(),
      person: city.head.id,
      scheme: SCHEME,
      number: 'LAN/12/2026',
      issuer: 'LAN RI',
      issuedOn: '2026-10-01',
    };
    const refused = await post(city.officer, city, '/certificates', { ...form, issuedOn: '2026-12-01' });
    const html = await refused.text();
    expect([refused.status, html.includes('LAN/12/2026')]).toEqual([422, true]);
    expect(
      (await post(city.officer, city, '/certificates', { ...form, issuedOn: '2020-01-01' })).status,
    ).toBe(422);
    const file = new File(['%PDF-1.4\n%%EOF'], 'sertifikat.pdf');
    await Promise.all([1, 2].map(() => done(post(city.officer, city, '/certificates', { ...form, file }))));
    const [held, ...more] = await certificates(city);
    expect(more).toEqual([]);
    expect(held).toMatchObject({ valid_until: '2028-10-01', origin: 'recognised' });
    expect((await get(city.head, city, `/certificates/${form.id}/file`)).status).toBe(200);
    expect((await get(city.employee, city, `/certificates/${form.id}/file`)).status).toBe(404);
    expect((await post(city.unitOfficer, city, '/certificates', form)).status).toBe(403);
  });

  it('revoke with a reason, and only once', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await pass(given, city.appraiser);
    const path = `/certificates/${(await certificates(city))[0]?.id}/revocation`;
    expect((await post(city.officer, city, path, { reason: ' ' })).status).toBe(422);
    const roles = await statuses(city, (who) =>
      stage.app.post(who?.accountId ?? null, `/a/${city.code}/training${path}`, { reason: 'x' }),
    );
    expect(roles).toEqual({ nobody: 303, employee: 404, unitOfficer: 403, auditor: 403 });
    const answers = await Promise.all(
      ['Nilai dibagikan', 'Nilai dibagikan'].map((reason) => post(city.officer, city, path, { reason })),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([303, 409]);
    const page = words(await (await get(city.officer, city, '/appraisers')).text());
    expect(page).toContain('0 dari 3 penilai bersertifikat.');
    expect((await told(city, city.appraiser.id)).map(({ kind }) => kind)).toContain('certificate-revoked');
  });

  it('are warned before a period opens whose scheme requires a certificate', async () => {
    later(0);
    const { city } = await course();
    await city.db.write((tx) => assignEverybody(tx, city));
    const id = newId();
    const scheme = `${SCHEME}@1`;
    const made = await stage.app.post(city.officer.accountId, `/a/${city.code}/periods`, {
      ...FIELDS,
      id,
      scheme,
    });
    expect(made.status).toBe(303);
    const html = words(
      await (await stage.app.get(city.officer.accountId, `/a/${city.code}/periods/${id}`)).text(),
    );
    const check = words(
      await (await stage.app.get(city.officer.accountId, `/a/${city.code}/periods/${id}/preflight`)).text(),
    );
    expect(`${html} ${check}`).toContain('penilai belum bersertifikat');
  });

  it('need not remind: people are told 30 and 7 days before the end, and when it has ended', async () => {
    later(0);
    const given = await course();
    const { city } = given;
    await pass(given, city.appraiser);
    const on = async (instant: string) => {
      stage.test.setNow(new Date(instant));
      return city.db.write((tx) => remindAgencyOfTraining(tx, 'Asia/Jakarta'));
    };
    expect(await on('2028-10-22T01:00:00Z')).toBe(0);
    expect(await on('2028-10-23T01:00:00Z')).toBe(1);
    expect(await on('2028-10-24T01:00:00Z')).toBe(0);
    expect(await on('2028-11-15T01:00:00Z')).toBe(1);
    expect(await on('2028-11-23T01:00:00Z')).toBe(1);
    expect(await on('2028-11-24T01:00:00Z')).toBe(0);
    expect((await told(city, city.appraiser.id)).map(({ kind }) => kind).slice(-3)).toEqual([
      'certificate-ending',
      'certificate-ending',
      'certificate-ended',
    ]);
    later(0);
  });

  it('write cases whose items the scheme knows', async () => {
    const city = await newCity();
    const id = await addCase(city, 'Sebuah kasus');
    const html = words(await (await get(city.officer, city, `${MATERIAL}/cases/${id}`)).text());
    for (const item of Object.keys(EXPERT_LEVELS)) expect(html).toContain(`Karena bukti ${item}.`);
  });
});
