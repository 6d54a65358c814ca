/** What citizens meet: the form behind a code, one answer a token, friendly refusals, nothing that tells who answered. */
import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { ELEMENTS } from '#domain/surveys/index.ts';
import { newId } from '#platform/identifier.ts';
import { GOOD, type SurveyPlace, surveyStage, TODAY } from './surveys.fixture.ts';

describe('answering', async () => {
  const stage = await surveyStage();
  const { app, test, prepared, tokens, send, fieldsOf, post } = stage;

  const waiting = async ({ city }: SurveyPlace) =>
    city.db.read((tx) =>
      tx.db.selectFrom('survey_intake').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );

  it('asks one question a screen, keeps what was pressed, and needs no script', async () => {
    const place = await prepared();
    const [code = ''] = await tokens(place, 1);
    const path = `/s/${place.city.code}/${code}`;
    const start = await (await app.get(null, path)).text();
    expect(start).toContain('Tanpa nama, tanpa akun');
    expect(start).not.toContain('<script');
    const carried: Record<string, string> = { id: randomUUID(), at: '-1', go: 'start' };
    for (const [index, element] of ELEMENTS.entries()) {
      const html = await (await app.post(null, path, carried)).text();
      expect(html).toContain(`Pertanyaan ${index + 1} dari 9`);
      expect(html).toContain(element.question.id);
      for (const known of ELEMENTS.slice(0, index)) expect(html).toContain(`name="${known.code}" value="3"`);
      delete carried.go;
      carried.at = String(index);
      carried[element.code] = '3';
    }
    const last = await (await app.post(null, path, carried)).text();
    expect(last).toContain('Kirim jawaban');
    const sent = await app.post(null, path, { ...carried, at: '9', go: 'send', words: 'Antrean cepat.' });
    expect(sent.status).toBe(303);
    const thanks = await (await app.get(null, sent.headers.get('location') ?? '')).text();
    expect(thanks).toContain('Terima kasih, jawaban Anda dihitung');
    expect(await waiting(place)).toMatchObject([
      { answers: '333333333', day: TODAY, words: 'Antrean cepat.' },
    ]);
  });

  it('keeps the answers when the language is changed midway', async () => {
    const place = await prepared();
    const path = `/s/${place.city.code}/${place.codes.hall}`;
    const answer = await app.post(null, path, { id: randomUUID(), at: '2', u1: '4', u2: '2', locale: 'en' });
    const html = await answer.text();
    expect(answer.headers.get('set-cookie')).toContain('locale=en');
    expect(html).toContain('Question 3 of 9');
    expect(html).toContain('name="u1" value="4"');
    expect(html).toContain('lang="en"');
  });

  it('says which question has no answer, on the long page and on the single one', async () => {
    const place = await prepared();
    const path = `/s/${place.city.code}/${place.codes.hall}`;
    const { u4: _, ...without } = fieldsOf(GOOD, { words: 'Ramah.' }) as Record<string, string>;
    const long = await app.post(null, path, { ...without, form: 'long' });
    expect(long.status).toBe(422);
    const html = await long.text();
    expect(html).toContain('1 pertanyaan belum dijawab');
    expect(html).toMatch(/name="u1" value="3" checked/);
    expect(html).toContain('Ramah.');
    const single = await (await app.post(null, path, without)).text();
    expect(single).toContain('Pertanyaan 4 dari 9');
    expect(await waiting(place)).toEqual([]);
  });

  it('takes one answer a token, also when two press at once and when the same form comes twice', async () => {
    const place = await prepared();
    const [code = '', other = ''] = await tokens(place, 2);
    const path = `/s/${place.city.code}/${code}`;
    const both = await Promise.all([send(place, code), send(place, code), send(place, code)]);
    expect(both.map((each) => each.status).sort()).toEqual([303, 410, 410]);
    expect(await waiting(place)).toHaveLength(1);
    expect((await app.get(null, path)).status).toBe(410);
    expect(await (await app.get(null, path)).text()).toContain('Kode ini sudah dipakai');
    const form = fieldsOf(GOOD);
    const twice = await Promise.all([
      app.post(null, `/s/${place.city.code}/${other}`, form),
      app.post(null, `/s/${place.city.code}/${other}`, form),
    ]);
    expect(twice.map((each) => each.status)).toEqual([303, 303]);
    expect(await waiting(place)).toHaveLength(2);
  });

  it('takes one answer a device a day where a counter is open', async () => {
    const place = await prepared();
    const sent = await send(place, place.codes.hall);
    const cookie = (sent.headers.get('set-cookie') ?? '').split(';')[0] ?? '';
    const path = `/s/${place.city.code}/${place.codes.hall}`;
    const again = await (await app.get(null, path, { cookie })).text();
    expect(again).toContain('Anda sudah menjawab hari ini');
    await app.post(null, path, fieldsOf(GOOD), { cookie });
    expect(await waiting(place)).toHaveLength(1);
    expect((await app.get(null, path)).status).toBe(200);
  });

  it('asks for the code of the receipt where a counter wants one, however it is typed', async () => {
    const place = await prepared();
    const [code = ''] = await tokens(place, 1);
    const poster = await (await app.get(null, `/s/${place.city.code}/${place.codes.desk}`)).text();
    expect(poster).toContain('Tulis kode di struk Anda');
    const typed = `${code.slice(0, 5).toLowerCase()} - ${code.slice(5)}`;
    const found = await app.get(null, `/s/${place.city.code}?code=${encodeURIComponent(typed)}`);
    expect(found.headers.get('location')).toBe(`/s/${place.city.code}/${code}`);
    await send(place, place.codes.desk);
    expect(await waiting(place)).toEqual([]);
  });

  it('refuses kindly before the first day, after the last, and once it was closed early', async () => {
    const place = await prepared({ startsOn: '2026-11-24', endsOn: '2026-11-25' });
    const [code = ''] = await tokens(place, 1);
    const path = `/s/${place.city.code}/${code}`;
    expect(await (await app.get(null, path)).text()).toContain('Survei dimulai 24 November 2026');
    // 23:30 on the last day in Jakarta, then half past midnight.
    test.setNow(new Date('2026-11-25T16:30:00Z'));
    expect((await app.get(null, path)).status).toBe(200);
    test.setNow(new Date('2026-11-25T17:30:00Z'));
    const over = await app.get(null, path);
    expect(over.status).toBe(410);
    expect(await over.text()).toContain('Survei ini sudah selesai');
    expect((await send(place, code)).status).toBe(410);
    test.setNow(new Date('2026-11-23T02:00:00Z'));
    const closed = await prepared();
    await post(closed.city, `/surveys/rounds/${closed.roundId}/closing`, { reason: 'Loket pindah' });
    expect((await send(closed, closed.codes.hall)).status).toBe(410);
    expect(await waiting(closed)).toEqual([]);
  });

  it('knows no code that was never given out, and stops whoever tries many', async () => {
    const place = await prepared();
    const from = { 'x-forwarded-for': '198.51.100.9' };
    const wrong = (code: string) => app.get(null, `/s/${place.city.code}/${code}`, from);
    expect((await wrong('omong-kosong')).status).toBe(404);
    expect((await app.get(null, '/s/kota-tidak-ada/ABCDEF')).status).toBe(404);
    for (let tries = 1; tries < 30; tries += 1) expect((await wrong(`ABCDEFGH${tries}`)).status).toBe(404);
    const stopped = await wrong('ABCDEFGHJK');
    expect(stopped.status).toBe(429);
    expect(await stopped.text()).toContain('Terlalu banyak percobaan');
    const elsewhere = await app.get(null, `/s/${place.city.code}/ABCDEFGHJK`, {
      'x-forwarded-for': '198.51.100.10',
    });
    expect(elsewhere.status).toBe(404);
    // The next hour begins anew.
    test.setNow(new Date('2026-11-23T03:00:00Z'));
    expect((await wrong('ABCDEFGHJK')).status).toBe(404);
    test.setNow(new Date('2026-11-23T02:00:00Z'));
  });

  it('takes thirty open answers an hour from one address, and more from others', async () => {
    const place = await prepared();
    const from = '198.51.100.20';
    for (let sent = 0; sent < 30; sent += 1)
      expect((await send(place, place.codes.hall, GOOD, {}, from)).status).toBe(303);
    expect((await send(place, place.codes.hall, GOOD, {}, from)).status).toBe(429);
    expect((await send(place, place.codes.hall, GOOD, {}, '198.51.100.21')).status).toBe(303);
    expect(await waiting(place)).toHaveLength(31);
  });

  it('stores neither address nor time nor token with an answer, and forgets the marks the next day', async () => {
    const place = await prepared();
    const [code = ''] = await tokens(place, 1);
    await send(place, code, GOOD, { words: 'Baik.' }, '198.51.100.77');
    await send(place, place.codes.hall, GOOD, {}, '198.51.100.77');
    const { rows } = await test.owner.query<{ name: string }>(
      `select table_name as name from information_schema.columns where column_name = 'agency_id' and table_schema = 'public'`,
    );
    for (const { name } of rows) {
      const found = await test.owner.query(
        `select 1 from "${name}" t where agency_id = $1 and t::text like '%198.51.100%'`,
        [place.city.agencyId],
      );
      expect(found.rowCount, name).toBe(0);
    }
    const [answer] = await waiting(place);
    expect(Object.keys(answer ?? {}).sort()).toEqual([
      'agency_id',
      'answers',
      'counter_id',
      'day',
      'extras',
      'id',
      'profile',
      'round_id',
      'words',
    ]);
    // A random id, not one that begins with a time.
    expect(answer?.id.charAt(14)).toBe('4');
    const events = await place.city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .select('type')
        .where('agency_id', '=', tx.agencyId)
        .where('actor_id', 'is', null)
        .execute(),
    );
    expect(events).toEqual([]);
    await stage.night(place.city, '2026-11-24');
    const left = await place.city.db.read(async (tx) => ({
      marks: await tx.db
        .selectFrom('survey_marks')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .execute(),
      salts: await tx.db
        .selectFrom('survey_salts')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    }));
    expect(left).toEqual({ marks: [], salts: [] });
  });

  it('takes nothing that is not an answer', async () => {
    const place = await prepared();
    const path = `/s/${place.city.code}/${place.codes.hall}`;
    const nonsense = await app.post(null, path, { ...fieldsOf(GOOD), u3: '7', at: 'x', sex: 'x' });
    expect(nonsense.status).toBe(422);
    const odd = await app.post(null, path, {
      ...fieldsOf(GOOD),
      id: newId(),
      sex: 'female',
      age: '200',
      words: 'x'.repeat(5000),
    });
    expect(odd.status).toBe(303);
    const [answer] = await waiting(place);
    expect(answer?.profile).toEqual({ sex: 'female' });
    expect(answer?.words).toHaveLength(1000);
    expect(answer?.id.charAt(14)).toBe('4');
    const huge = await app.post(null, path, { ...fieldsOf(GOOD), words: 'x'.repeat(70_000) });
    expect(huge.status).toBe(413);
  });

  it('fits every page into a few kilobytes with nothing to fetch', async () => {
    const place = await prepared();
    const path = `/s/${place.city.code}/${place.codes.hall}`;
    const pages = [
      await app.get(null, path),
      await app.get(null, `${path}?form=long`),
      await app.post(null, path, { ...fieldsOf(GOOD), go: 'start', form: 'long' }),
      await app.post(null, path, { at: '9', id: randomUUID(), go: 'back' }),
      await app.get(null, `/s/${place.city.code}/${place.codes.desk}`),
    ];
    for (const each of pages) {
      const html = await each.text();
      expect(html.length).toBeLessThan(20_000);
      expect(html).not.toMatch(/<script|rel="stylesheet"|<img|src="/);
    }
  });
});
