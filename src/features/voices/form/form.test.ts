/** The form of a rater inside: who finds it, how it is saved, checked and sent, and what sending leaves behind. */
import { beforeAll, describe, expect, it } from 'vitest';
import { TEST_VOICE_KEY } from '../../../../test/support/app.ts';
import { createCity } from '../../../../test/support/city.ts';
import { answersOf } from '../sealed/give.ts';
import { openDraft } from '../sealed/index.ts';
import { answerAll, CLOSES_ON, formStage, hidden } from './form.fixture.ts';
import { CANNOT_SAY } from './questions.ts';

const mixed = (question: number, codes: readonly string[]) => codes[question % 3] ?? '';

describe('the form of a rater', async () => {
  const stage = await formStage();
  const { city, app } = stage;
  const about = city.participants.employee;
  const as = (person: { readonly accountId: string }) => person.accountId;
  const baseOf = (id: string) => `/a/${city.code}/voices/${id}`;
  let serial = 0;
  /** Somebody of the clinic who is asked about the nurse. */
  const rater = async () => {
    serial += 1;
    const person = await stage.person(`Perawat Nomor${serial}`);
    const id = await stage.ask(person, about, 'colleague');
    return { person, id, base: baseOf(id) };
  };
  const save = async (account: string, base: string, q: number, fields: Record<string, string>) => {
    const html = await (await app.get(account, `${base}?q=${q}`)).text();
    return app.post(account, `${base}/draft`, {
      revision: hidden(html, 'revision'),
      page: hidden(html, 'page'),
      q: String(q),
      go: 'next',
      ...fields,
    });
  };
  const send = async (account: string, base: string, more: Record<string, string> = {}) => {
    const html = await (await app.get(account, `${base}/review`)).text();
    return app.post(account, `${base}/answer`, { revision: hidden(html, 'revision'), ...more });
  };

  it('is found by its rater and by nobody else, the officer and the ratee included', async () => {
    const { person, id, base } = await rater();
    const other = await createCity(stage.test.database, 'kota-lain');
    const pages = ['', '?q=1', '?all=1', '/review', '/refusal'];
    const posts = ['/draft', '/answer', '/refusal'];
    const strangers = [city.employee, city.appraiser, city.head, city.colleague, city.stranger];
    const roles = [city.officer, city.unitOfficer, city.auditor, city.mayor, other.officer];
    for (const inner of pages) {
      expect((await app.get(as(person), base + inner)).status, inner).toBe(200);
      expect((await app.get(null, base + inner)).headers.get('location')).toMatch(/^\/sign-in/);
      for (const who of [...strangers, ...roles])
        expect((await app.get(as(who), base + inner)).status, `${who.name} ${inner}`).toBe(404);
    }
    for (const inner of posts)
      for (const who of [...strangers, ...roles])
        expect((await app.post(as(who), base + inner, { q: '1' })).status, inner).toBe(404);
    expect((await app.get(as(other.officer), `/a/${other.code}/voices/${id}`)).status).toBe(404);
    expect((await app.get(as(person), `${base}?q=99`)).status).toBe(404);
    expect((await app.get(as(person), `/a/${city.code}/voices/keliru`)).status).toBe(404);
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('is not there while it is only proposed', async () => {
    const id = await stage.ask(city.colleague, city.participants.head, 'subordinate', { state: 'proposed' });
    expect((await app.get(as(city.colleague), baseOf(id))).status).toBe(404);
    const list = await (await app.get(as(city.colleague), `/a/${city.code}/voices`)).text();
    expect(list).toContain('Tidak ada formulir yang menunggu Anda');
  });

  it('is listed with what it takes, and the home page says so', async () => {
    const { person, base } = await rater();
    const list = await (await app.get(as(person), `/a/${city.code}/voices`)).text();
    expect(list).toContain('Rina Novita');
    expect(list).toContain('13 pertanyaan, sekitar 3 menit');
    expect(list).toContain('Sampai 5 Desember 2026');
    const home = await (await app.get(as(person), `/a/${city.code}`)).text();
    expect(home).toContain('Anda diminta memberi suara tentang 1 orang');
    await answerAll(stage, as(person), base, mixed);
    await send(as(person), base);
    expect(await (await app.get(as(person), `/a/${city.code}`)).text()).not.toContain(
      'diminta memberi suara',
    );
    const after = await (await app.get(as(person), `/a/${city.code}/voices`)).text();
    expect(after).toContain('Terkirim');
  });

  it('is sent as it was answered, spends the request, and cannot be opened again', async () => {
    const { person, id, base } = await rater();
    const review = await answerAll(stage, as(person), base, (question, codes) =>
      question === 2 ? CANNOT_SAY : (codes[question % 3] ?? ''),
    );
    expect(review).toContain('Rata-rata dari sedikitnya 5 formulir');
    expect((await send(as(person), base)).status).toBe(303);
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
    const own = sent.find(({ content }) => !JSON.stringify(content).includes('"akuntabel"'));
    expect(Object.keys(own?.content.components ?? {})).toEqual(['sikap', 'etosKerja', 'kontribusiTim']);
    expect(own?.content.components.sikap).toMatchObject({
      items: { 'berorientasi-pelayanan': 'konsisten', kompeten: 'teladan' },
    });
    for (const inner of ['', '?q=1', '?all=1', '/review', '/refusal']) {
      const page = await (await app.get(as(person), base + inner)).text();
      expect(page).toContain('suara Anda sudah diterima');
      expect(page).toContain('tidak lagi tahu yang mana milik Anda');
      expect(page).not.toContain('<textarea');
    }
    expect((await save204(base, person)).status).toBe(409);
  });
  const save204 = (base: string, person: { readonly accountId: string }) =>
    app.post(as(person), `${base}/draft`, { q: '1', revision: '1', page: 'x' }, { 'x-autosave': '1' });

  it('counts once, however often it is sent', async () => {
    const { person, base } = await rater();
    await answerAll(stage, as(person), base, mixed);
    const before = await stage.rows('voice_answers');
    const html = await (await app.get(as(person), `${base}/review`)).text();
    const once = () => app.post(as(person), `${base}/answer`, { revision: hidden(html, 'revision') });
    const answers = await Promise.all([once(), once(), once()]);
    expect(answers.map(({ status }) => status)).toEqual([303, 303, 303]);
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([base, base, base]);
    expect((await once()).status).toBe(303);
    expect(await stage.rows('voice_answers')).toBe(before + 1);
  });

  it('leaves nothing behind but the sealed form and the spent request', async () => {
    const { person, base } = await rater();
    await answerAll(stage, as(person), base, mixed);
    const html = await (await app.get(as(person), `${base}/review`)).text();
    const before = await everything();
    await app.post(as(person), `${base}/answer`, { revision: hidden(html, 'revision') });
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
    const { person, base } = await rater();
    const before = await everything();
    await answerAll(stage, as(person), base, mixed);
    const after = await everything();
    const changed = [...after.keys()].filter((table) => after.get(table) !== before.get(table));
    expect(changed).toEqual(['voice_drafts']);
  });

  it('is kept sealed while it is filled in, and goes on with another device', async () => {
    const { person, id, base } = await rater();
    const other = await rater();
    const words = 'Beliau membantu warga di loket.';
    await save(as(person), base, 1, {
      'answer:sikap.berorientasi-pelayanan': 'teladan',
      'remark:sikap.berorientasi-pelayanan': words,
    });
    const { rows } = await stage.test.owner.query<{ sealed: string }>(
      'select sealed from voice_drafts where request_id = $1',
      [id],
    );
    const sealed = rows[0]?.sealed ?? '';
    expect(Buffer.from(sealed, 'base64').toString('latin1')).not.toContain('loket');
    expect(JSON.stringify(openDraft(TEST_VOICE_KEY, id, sealed))).toContain(words);
    expect(() => openDraft(TEST_VOICE_KEY, other.id, sealed)).toThrow();
    const start = await (await app.get(as(person), base)).text();
    expect(start).toContain(`href="${base}?q=2"`);
    const first = await (await app.get(as(person), `${base}?q=1`)).text();
    expect(first).toMatch(/value="teladan" checked/);
    expect(first).toContain(words);
    expect(await (await app.get(as(other.person), `${other.base}?q=1`)).text()).not.toContain(words);
  });

  it('shows both when two devices answer one question, and keeps both when they answer two', async () => {
    const { person, base } = await rater();
    const draw = async (q: number) => (await app.get(as(person), `${base}?q=${q}`)).text();
    const [here, there] = [await draw(1), await draw(1)];
    const [second] = [await draw(2)];
    const post = (html: string, fields: Record<string, string>, headers = {}) =>
      app.post(
        as(person),
        `${base}/draft`,
        {
          revision: hidden(html, 'revision'),
          page: hidden(html, 'page'),
          q: hidden(html, 'q'),
          go: 'next',
          ...fields,
        },
        headers,
      );
    const first = 'answer:sikap.berorientasi-pelayanan';
    expect((await post(there, { [first]: 'teladan' })).status).toBe(303);
    expect((await post(second, { 'answer:sikap.akuntabel': 'konsisten' })).status).toBe(303);
    const refused = await post(here, { [first]: 'jarang' });
    expect(refused.status).toBe(409);
    const both = await refused.text();
    expect(both).toContain('Yang tersimpan di sana: Teladan');
    expect(both).toMatch(/value="jarang" checked/);
    expect((await post(here, { [first]: 'jarang' }, { 'x-autosave': '1' })).status).toBe(409);
    expect((await post(both, { [first]: 'jarang' })).status).toBe(303);
    expect(await draw(1)).toMatch(/value="jarang" checked/);
    expect(await draw(2)).toMatch(/value="konsisten" checked/);
  });

  it('does not take the late save of a page for another device', async () => {
    const { person, base } = await rater();
    const html = await (await app.get(as(person), `${base}?q=1`)).text();
    const post = (answer: string, headers = {}) =>
      app.post(
        as(person),
        `${base}/draft`,
        {
          revision: hidden(html, 'revision'),
          page: hidden(html, 'page'),
          q: '1',
          go: 'next',
          'answer:sikap.berorientasi-pelayanan': answer,
        },
        headers,
      );
    const saved = await post('teladan', { 'x-autosave': '1' });
    expect([saved.status, saved.headers.get('x-revision')]).toEqual([204, '1']);
    expect((await post('jarang')).status).toBe(303);
    // The save in the background comes last with what stood there earlier.
    expect((await post('teladan', { 'x-autosave': '1' })).status).toBe(204);
    expect(await (await app.get(as(person), `${base}?q=1`)).text()).toMatch(/value="jarang" checked/);
  });

  it('keeps what was typed when a remark is too long, and takes no level that it does not offer', async () => {
    const { person, base } = await rater();
    const long = 'kata '.repeat(130);
    const refused = await save(as(person), base, 1, {
      'answer:sikap.berorientasi-pelayanan': 'teladan',
      'remark:sikap.berorientasi-pelayanan': long,
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('paling banyak 600');
    expect(html).toContain(long.trim());
    expect(html).toMatch(/value="teladan" checked/);
    await save(as(person), base, 1, {
      'answer:sikap.berorientasi-pelayanan': 'sempurna',
      'answer:sikap.loyal': 'jarang',
    });
    const review = await (await app.get(as(person), `${base}/review`)).text();
    expect(review).toContain('belum ada yang dapat dikirim');
  });

  it('asks once for an example where every level is the same', async () => {
    const { person, id, base } = await rater();
    await answerAll(stage, as(person), base, (_, codes) => codes[1] ?? '');
    const asked = await send(as(person), base);
    expect(asked.status).toBe(422);
    expect(await asked.text()).toContain('Bolehkah kami meminta satu contoh?');
    expect(await stage.stateOf(id)).toBe('asked');
    expect((await send(as(person), base, { nudged: 'yes' })).status).toBe(303);
    expect(await stage.stateOf(id)).toBe('answered');
    const second = await rater();
    await answerAll(stage, as(second.person), second.base, (_, codes) => codes[0] ?? '');
    await save(as(second.person), second.base, 14, { 'remark:': 'Menyusun jadwal jaga sejak Maret.' });
    expect((await send(as(second.person), second.base)).status).toBe(303);
  });

  it('cannot be sent without a single level', async () => {
    const { person, id, base } = await rater();
    await answerAll(stage, as(person), base, () => CANNOT_SAY);
    const refused = await send(as(person), base);
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('belum ada yang dapat dikirim');
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('is checked again when another device changed it after the check', async () => {
    const { person, id, base } = await rater();
    await answerAll(stage, as(person), base, mixed);
    const html = await (await app.get(as(person), `${base}/review`)).text();
    await save(as(person), base, 14, { 'remark:': 'Satu catatan lagi.' });
    const refused = await app.post(as(person), `${base}/answer`, { revision: hidden(html, 'revision') });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Satu catatan lagi.');
    expect(await stage.stateOf(id)).toBe('asked');
  });

  it('shows remarks word for word, and warns of what may tell who wrote them', async () => {
    const { person, base } = await rater();
    await save(as(person), base, 1, {
      'answer:sikap.berorientasi-pelayanan': 'teladan',
      'remark:sikap.berorientasi-pelayanan': `Saya ${person.name} <b>melihat</b> sendiri.`,
    });
    const review = await (await app.get(as(person), `${base}/review`)).text();
    expect(review).toContain(`Saya ${person.name} &lt;b>melihat&lt;/b> sendiri.`);
    expect(review).toContain('mungkin menunjukkan siapa Anda');
  });

  describe('after the last day', () => {
    let late: Awaited<ReturnType<typeof rater>>;
    beforeAll(async () => {
      late = await rater();
      await answerAll(stage, as(late.person), late.base, mixed);
    });

    it('is open on the day itself and over on the next', async () => {
      stage.test.setNow(new Date(`${CLOSES_ON}T16:30:00Z`));
      const html = await (await app.get(as(late.person), `${late.base}/review`)).text();
      const revision = hidden(html, 'revision');
      stage.test.setNow(new Date(`${CLOSES_ON}T17:30:00Z`));
      const before = await stage.rows('voice_answers');
      expect((await app.post(as(late.person), `${late.base}/answer`, { revision })).status).toBe(303);
      expect(await stage.rows('voice_answers')).toBe(before);
      const page = await (await app.get(as(late.person), late.base)).text();
      expect(page).toContain('Pengumpulan suara ini sudah berakhir');
      expect(await stage.stateOf(late.id)).toBe('asked');
    });
  });
});
