/** The form of a rater inside: who finds it, how it is saved, checked and sent, and what sending leaves behind. */
import { beforeAll, describe, expect, it } from 'vitest';
import { TEST_VOICE_KEY } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { answersOf } from '../sealed/give.ts';
import {
  answerAll,
  CLOSES_ON,
  formStage,
  hidden,
  newRater,
  type Rater,
  saveStep,
  sendForm,
} from './form.fixture.ts';
import { CANNOT_SAY } from './questions.ts';

const mixed = (question: number, codes: readonly string[]) => codes[question % 3] ?? '';

describe('the form of a rater', async () => {
  const stage = await formStage();
  const { city, app } = stage;
  const rater = () => newRater(stage);
  const as = (person: { readonly accountId: string }) => person.accountId;
  const baseOf = (id: string) => `/a/${city.code}/voices/${id}`;
  it('is found by its rater and by nobody else, the officer and the ratee included', async () => {
    const own = await rater();
    const { account, id, base } = own;
    const other = await createCity(stage.test.database, 'kota-lain');
    const pages = ['', '?q=1', '?all=1', '/review', '/refusal'];
    const posts = ['/draft', '/answer', '/refusal'];
    const strangers = [city.employee, city.appraiser, city.head, city.colleague, city.stranger];
    const roles = [city.officer, city.unitOfficer, city.auditor, city.mayor, other.officer];
    for (const inner of pages) {
      expect((await app.get(account, base + inner)).status, inner).toBe(200);
      expect((await app.get(null, base + inner)).headers.get('location')).toMatch(/^\/sign-in/);
      for (const who of [...strangers, ...roles])
        expect((await app.get(as(who), base + inner)).status, `${who.name} ${inner}`).toBe(404);
    }
    for (const inner of posts)
      for (const who of [...strangers, ...roles])
        expect((await app.post(as(who), base + inner, { q: '1' })).status, inner).toBe(404);
    expect((await app.get(as(other.officer), `/a/${other.code}/voices/${id}`)).status).toBe(404);
    expect((await app.get(account, `${base}?q=99`)).status).toBe(404);
    expect((await app.get(account, `/a/${city.code}/voices/keliru`)).status).toBe(404);
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('is not there while it is only proposed', async () => {
    const id = await stage.ask(city.colleague, city.participants.head, 'subordinate', { state: 'proposed' });
    expect((await app.get(as(city.colleague), baseOf(id))).status).toBe(404);
    const list = await (await app.get(as(city.colleague), `/a/${city.code}/voices`)).text();
    expect(list).toContain('Tidak ada formulir yang menunggu Anda');
  });

  it('is listed with what it takes, and the home page says so', async () => {
    const own = await rater();
    const { account, base } = own;
    const list = await (await app.get(account, `/a/${city.code}/voices`)).text();
    expect(list).toContain('Rina Novita');
    expect(list).toContain('13 pertanyaan, sekitar 3 menit');
    expect(list).toContain('Sampai 5 Desember 2026');
    const home = await (await app.get(account, `/a/${city.code}`)).text();
    expect(home).toContain('Anda diminta memberi suara tentang 1 orang');
    await answerAll(stage, account, base, mixed);
    await sendForm(stage, own);
    expect(await (await app.get(account, `/a/${city.code}`)).text()).not.toContain('diminta memberi suara');
    const after = await (await app.get(account, `/a/${city.code}/voices`)).text();
    expect(after).toContain('Terkirim');
  });

  it('is sent as it was answered, spends the request, and cannot be opened again', async () => {
    const own = await rater();
    const { account, id, base } = own;
    const review = await answerAll(stage, account, base, (question, codes) =>
      question === 2 ? CANNOT_SAY : (codes[question % 3] ?? ''),
    );
    expect(review).toContain('Rata-rata dari sedikitnya 5 formulir');
    expect((await sendForm(stage, own)).status).toBe(303);
    expect(await stage.stateOf(id)).toBe('answered');
    const sent = await city.db.read(async (tx) => {
      const pool = await tx.db
        .selectFrom('voice_requests')
        .select('pool_id')
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', id)
        .executeTakeFirstOrThrow();
      return answersOf(tx, TEST_VOICE_KEY, pool.pool_id);
    });
    const form = sent.find(({ content }) => !JSON.stringify(content).includes('"akuntabel"'));
    expect(Object.keys(form?.content.components ?? {})).toEqual(['sikap', 'etosKerja', 'kontribusiTim']);
    expect(form?.content.components.sikap).toMatchObject({
      items: { 'berorientasi-pelayanan': 'konsisten', kompeten: 'teladan' },
    });
    for (const inner of ['', '?q=1', '?all=1', '/review', '/refusal']) {
      const page = await (await app.get(account, base + inner)).text();
      expect(page).toContain('suara Anda sudah diterima');
      expect(page).toContain('tidak lagi tahu yang mana milik Anda');
      expect(page).not.toContain('<textarea');
    }
    expect((await lateSave(base, account)).status).toBe(409);
  });
  const lateSave = (base: string, account: string) =>
    app.post(account, `${base}/draft`, { q: '1', revision: '1', page: 'x' }, { 'x-autosave': '1' });

  it('counts once, however often it is sent', async () => {
    const own = await rater();
    const { account, base } = own;
    await answerAll(stage, account, base, mixed);
    const before = await stage.rows('voice_answers');
    const html = await (await app.get(account, `${base}/review`)).text();
    const once = () => app.post(account, `${base}/answer`, { revision: hidden(html, 'revision') });
    const answers = await Promise.all([once(), once(), once()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([base, base, base]);
    expect((await once()).status).toBe(303);
    expect(await stage.rows('voice_answers')).toBe(before + 1);
  });

  it('leaves nothing behind but the sealed form and the spent request', async () => {
    const own = await rater();
    const { account, base } = own;
    await answerAll(stage, account, base, mixed);
    const html = await (await app.get(account, `${base}/review`)).text();
    const before = await everything();
    await app.post(account, `${base}/answer`, { revision: hidden(html, 'revision') });
    const after = await everything();
    const changed = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    expect(changed.sort()).toEqual(['voice_answers', 'voice_drafts', 'voice_requests']);
  });
  const everything = async () => {
    const { rows } = await stage.test.owner.query<{ table_name: string }>(
      `select table_name from information_schema.columns
       where table_schema = 'public' and column_name = 'agency_id' order by table_name`,
    );
    const digests = new Map<string, string>();
    for (const { table_name: table } of rows) {
      const found = await stage.test.owner.query<{ digest: string }>(
        `select coalesce(md5(string_agg(t::text, '' order by t::text)), '') as digest from "${table}" t`,
      );
      digests.set(table, found.rows[0]?.digest ?? '');
    }
    return digests;
  };

  it('is filled in without anybody being able to see when: no reading and no act is recorded', async () => {
    const own = await rater();
    const { account, base } = own;
    const before = await everything();
    await answerAll(stage, account, base, mixed);
    const after = await everything();
    const changed = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    expect(changed).toEqual(['voice_drafts']);
  });

  it('asks once for an example where every level is the same', async () => {
    const own = await rater();
    const { account, id, base } = own;
    await answerAll(stage, account, base, (_, codes) => codes[1] ?? '');
    const asked = await sendForm(stage, own);
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('Bolehkah kami meminta satu contoh?');
    expect(await stage.stateOf(id)).toBe('asked');
    expect((await sendForm(stage, own, { nudged: 'yes' })).status).toBe(303);
    expect(await stage.stateOf(id)).toBe('answered');
    const second = await rater();
    await answerAll(stage, second.account, second.base, (_, codes) => codes[0] ?? '');
    await saveStep(stage, second, 14, { 'remark:': 'Menyusun jadwal jaga sejak Maret.' });
    expect((await sendForm(stage, second)).status).toBe(303);
  });

  it('cannot be sent without a single level', async () => {
    const own = await rater();
    const { account, id, base } = own;
    await answerAll(stage, account, base, () => CANNOT_SAY);
    const refused = await sendForm(stage, own);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('belum ada yang dapat dikirim');
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('shows remarks word for word, and warns of what may tell who wrote them', async () => {
    const own = await rater();
    const { account, base, person } = own;
    await saveStep(stage, own, 1, {
      'answer:sikap.berorientasi-pelayanan': 'teladan',
      'remark:sikap.berorientasi-pelayanan': `Saya ${person.name} <b>melihat</b> sendiri.`,
    });
    const review = await (await app.get(account, `${base}/review`)).text();
    expect(review).toContain(`Saya ${person.name} &lt;b>melihat&lt;/b> sendiri.`);
    expect(review).toContain('mungkin menunjukkan siapa Anda');
  });

  describe('after the last day', () => {
    let late: Rater;
    beforeAll(async () => {
      late = await rater();
      await answerAll(stage, late.account, late.base, mixed);
    });

    it('is open on the day itself and over on the next', async () => {
      stage.test.setNow(new Date(`${CLOSES_ON}T16:30:00Z`));
      const html = await (await app.get(late.account, `${late.base}/review`)).text();
      const revision = hidden(html, 'revision');
      stage.test.setNow(new Date(`${CLOSES_ON}T17:30:00Z`));
      const before = await stage.rows('voice_answers');
      expect((await app.post(late.account, `${late.base}/answer`, { revision })).status).toBe(303);
      expect(await stage.rows('voice_answers')).toBe(before);
      const page = await (await app.get(late.account, late.base)).text();
      expect(page).toContain('Pengumpulan suara ini sudah berakhir');
      expect(await stage.stateOf(late.id)).toBe('asked');
    });
  });
});
