import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { adopt, putUnder, shippedScheme } from '../../../test/support/schemes.ts';
import { countedStep, type InnovationComponent } from './stages.ts';

const WORDS = {
  title: 'Antrean imunisasi lewat pesan singkat',
  problem: 'Ibu menunggu sampai tiga jam di puskesmas.',
  idea: 'Nomor antrean dikirim sehari sebelumnya.',
};

describe('innovations', async () => {
  const test = await testDatabase();
  const { get, post } = await testApp(test);
  let serial = 0;

  async function stage() {
    serial += 1;
    const city = await createCity(test.database, `kota-inovasi-${serial}`);
    await adopt(city, shippedScheme('kota-sawahlunto/sawahlunto-kinerja'));
    await putUnder(city, 'sawahlunto-kinerja');
    const base = `/a/${city.code}`;
    const act = (who: TestPerson, path: string, fields: Record<string, string>) =>
      post(who.accountId, `${base}${path}`, fields);
    const read = async (who: TestPerson, path: string) => (await get(who.accountId, `${base}${path}`)).text();
    return { city, base, act, read };
  }

  async function proposed() {
    const made = await stage();
    const id = newId();
    expect((await made.act(made.city.employee, '/innovations', { id, ...WORDS })).status).toBe(303);
    return { ...made, id };
  }

  async function adopted() {
    const made = await proposed();
    const path = `/innovations/${made.id}`;
    expect((await made.act(made.city.appraiser, `${path}/decision`, { act: 'adopt' })).status).toBe(303);
    return { ...made, path };
  }

  const STEP = {
    stage: 'bermanfaat',
    reachedOn: '2026-06-30',
    account: 'Dipakai setiap hari imunisasi sejak Maret.',
    measure: 'menit tunggu',
    before: '95',
    after: '32,5',
    link: 'https://drive.example.go.id/antrean',
  };

  it('are proposed once, with what was typed kept where something is wrong', async () => {
    const { city, act, read } = await stage();
    const id = newId();
    const wrong = await act(city.employee, '/innovations', { id, ...WORDS, members: '12345' });
    expect(wrong.status).toBe(422);
    const text = await wrong.text();
    expect(text).toContain('Bukan NIP: 12345');
    expect(text).toContain(WORDS.idea);
    const unknown = await act(city.employee, '/innovations', {
      id,
      ...WORDS,
      members: '199001012015011999',
    });
    expect(await unknown.text()).toContain('Tidak ada pegawai instansi ini dengan NIP 199001012015011999');
    const both = await Promise.all([1, 2].map(() => act(city.employee, '/innovations', { id, ...WORDS })));
    expect(both.map(({ status }) => status)).toEqual([303, 303]);
    expect((await read(city.colleague, '/innovations')).split(WORDS.title)).toHaveLength(2);
  });

  it('are decided by the head of the unit or above, or its officer, and by nobody who has a part in them', async () => {
    const roles: readonly [keyof City, number][] = [
      ['employee', 403],
      ['colleague', 403],
      ['stranger', 403],
      ['auditor', 403],
      ['appraiser', 303],
      ['head', 303],
      ['officer', 303],
      ['unitOfficer', 303],
      ['mayor', 303],
    ];
    for (const [role, status] of roles) {
      const { city, act, id } = await proposed();
      const answer = await act(city[role] as TestPerson, `/innovations/${id}/decision`, { act: 'adopt' });
      expect(answer.status, role).toBe(status);
    }
    const { city, id } = await proposed();
    const other = await createCity(test.database, `kota-lain-${serial}`);
    const path = `/a/${city.code}/innovations/${id}`;
    expect((await get(other.officer.accountId, path)).status).toBe(404);
    expect((await get(null, path)).status).toBe(303);
  });

  it('need a reason to be declined, can be proposed again, and one of two decisions wins', async () => {
    const { city, act, id } = await proposed();
    const path = `/innovations/${id}/decision`;
    expect((await act(city.appraiser, path, { act: 'decline', reason: ' ' })).status).toBe(422);
    const race = await Promise.all([
      act(city.appraiser, path, { act: 'adopt' }),
      act(city.head, path, { act: 'decline', reason: 'Belum ada anggaran.' }),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([303, 422]);
    const again = await act(city.employee, path, { act: 'propose-again' });
    expect([303, 422]).toContain(again.status);
  });

  it('climb the stages of the scheme; a stage is recorded once and not before its day', async () => {
    const { city, act, read, path } = await adopted();
    const step = (fields: Record<string, string>) =>
      act(city.employee, `${path}/steps`, { id: newId(), ...fields });
    expect((await step({ ...STEP, reachedOn: '2027-01-01' })).status).toBe(422);
    expect((await step({ ...STEP, after: 'banyak' })).status).toBe(422);
    expect((await step({ ...STEP, measure: '' })).status).toBe(422);
    expect((await step({ ...STEP, link: 'javascript:alert(1)' })).status).toBe(422);
    expect((await step({ ...STEP, stage: 'terbang' })).status).toBe(422);
    expect((await step(STEP)).status).toBe(303);
    expect((await step(STEP)).status).toBe(422);
    expect((await act(city.colleague, `${path}/steps`, { id: newId(), ...STEP })).status).toBe(403);
    expect(await read(city.colleague, path)).toContain('menit tunggu: dari 95 menjadi 32,5');
  });

  async function claimed() {
    const made = await adopted();
    const stepId = newId();
    await made.act(made.city.employee, `${made.path}/steps`, { id: stepId, ...STEP });
    return { ...made, stepId, step: `${made.path}/steps/${stepId}` };
  }

  it('are checked by the head of another unit whom the officer asks, once', async () => {
    const { city, act, read, step, path } = await claimed();
    const ask = (unit: string, who = city.officer) => act(who, `${step}/unit`, { unit });
    for (const own of [city.units.clinic, city.units.health])
      expect((await ask(own)).status, 'own line').toBe(422);
    expect((await ask(city.units.schools, city.employee)).status).toBe(403);
    expect((await ask(city.units.city)).status).toBe(303);
    const check = (who: TestPerson, verdict: string, reason: string) =>
      act(who, `${step}/verdict`, { verdict, reason });
    expect((await check(city.employee, 'confirmed', 'Benar.')).status).toBe(403);
    expect((await check(city.head, 'confirmed', 'Benar.')).status).toBe(403);
    expect((await check(city.mayor, 'confirmed', '')).status).toBe(422);
    const race = await Promise.all([
      check(city.mayor, 'confirmed', 'Kami melihat antreannya pada 2 Juli.'),
      check(city.mayor, 'refused', 'Belum terlihat.'),
    ]);
    expect(race.map(({ status }) => status).sort()).toEqual([303, 422]);
    expect(await read(city.colleague, path)).toMatch(/(Dibenarkan|Tidak dibenarkan) oleh Pemerintah Kota/);
  });

  async function confirmed() {
    const made = await claimed();
    await made.act(made.city.officer, `${made.step}/unit`, { unit: made.city.units.city });
    await made.act(made.city.mayor, `${made.step}/verdict`, {
      verdict: 'confirmed',
      reason: 'Kami melihat antreannya.',
    });
    return made;
  }

  it('stand in the public gallery once published, without a name of anybody', async () => {
    const early = await claimed();
    const publish = { act: 'publish', publicText: 'Ibu tidak lagi menunggu berjam-jam.' };
    expect((await early.act(early.city.officer, `${early.path}/decision`, publish)).status).toBe(422);
    const { city, act, path } = await confirmed();
    const gallery = async () => (await get(null, `/innovations/${city.code}`)).text();
    expect(await gallery()).toContain('Belum ada inovasi yang diterbitkan');
    expect((await act(city.employee, `${path}/decision`, publish)).status).toBe(403);
    expect((await act(city.officer, `${path}/decision`, publish)).status).toBe(303);
    const shown = await gallery();
    expect(shown).toContain('Ibu tidak lagi menunggu berjam-jam.');
    expect(shown).toContain('menit tunggu: dari 95 menjadi 32,5');
    expect(shown).not.toContain('Rina Novita');
    expect((await get(null, '/innovations/kota-yang-tidak-ada')).status).toBe(404);
  });

  it('count for their people in the period, as shown before, and not twice', async () => {
    const { city, base, act, read } = await confirmed();
    const path = `/periods/${city.periodId}/innovations`;
    expect((await get(city.employee.accountId, `${base}${path}`)).status).toBe(404);
    const shown = await read(city.officer, path);
    expect(shown).toContain('Manfaatnya terukur');
    expect(shown).toContain('Dibenarkan oleh Pemerintah Kota');
    const seen = /name="seen" value="([^"]+)"/.exec(shown)?.[1] ?? '';
    expect((await act(city.officer, path, { seen: 'lain' })).status).toBe(422);
    expect((await act(city.officer, path, { seen })).status).toBe(303);
    const { rows } = await test.owner.query(
      `select value, origin from measurements where agency_id = $1 and participant_id = $2 and component = 'inovasi'`,
      [city.agencyId, city.participants.employee],
    );
    expect(rows).toEqual([
      {
        origin: 'register',
        value: { items: [{ title: WORDS.title, stage: 'bermanfaat', verifiedBy: 'Pemerintah Kota' }] },
      },
    ]);
    expect(await read(city.officer, path)).toContain('Semua sudah tercatat');
  });
});

describe('what an innovation counts in a period', () => {
  const component: InnovationComponent = {
    name: 'inovasi',
    label: { id: 'Inovasi', en: 'Innovation' },
    unverifiedPercent: '50',
    stages: [
      { code: 'satu', label: { id: 'Satu', en: 'One' }, points: '20' },
      { code: 'dua', label: { id: 'Dua', en: 'Two' }, points: '60' },
      { code: 'tiga', label: { id: 'Tiga', en: 'Three' }, points: '100' },
    ],
  };
  const span = { startsOn: '2026-01-01', endsOn: '2026-06-30' };
  const step = (stage: string, reachedOn: string, verdict: 'confirmed' | 'refused' | null = null) => ({
    stage,
    reachedOn,
    verdict,
    verifiedByUnit: verdict === 'confirmed' ? 'Dinas Lain' : null,
  });

  it.each([
    ['the stage worth most', [step('satu', '2026-02-01'), step('tiga', '2026-03-01')], { stage: 'tiga' }],
    [
      'a confirmed stage before a higher one that nobody has checked and that is worth less',
      [step('dua', '2026-02-01', 'confirmed'), step('tiga', '2026-03-01')],
      { stage: 'dua', verifiedBy: 'Dinas Lain' },
    ],
    ['nothing for a refused one', [step('tiga', '2026-02-01', 'refused')], undefined],
    ['nothing for what was reached before', [step('tiga', '2025-12-31')], undefined],
    ['the last day of the period', [step('satu', '2026-06-30')], { stage: 'satu' }],
    ['nothing for a stage that the scheme does not know', [step('empat', '2026-02-01')], undefined],
  ])('is %s', (_name, steps, expected) => {
    expect(countedStep(component, steps, span)).toEqual(expected);
  });
});
