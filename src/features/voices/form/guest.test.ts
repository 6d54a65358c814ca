/** The form of somebody without an account: the code is the right to it, once. */
import { describe, expect, it } from 'vitest';
import { randomCode } from '#platform/printed-code.ts';
import { createCity } from '../../../../test/support/city.ts';
import { guestHash, guestPath, readGuestCode } from './code.ts';
import { answerAll, formStage, hidden } from './form.fixture.ts';
import { guessLimit } from './guess-limit.ts';

const mixed = (question: number, codes: readonly string[]) => codes[question % 3] ?? '';

describe('the form of a guest', async () => {
  const stage = await formStage();
  const { city, app } = stage;
  const other = await createCity(stage.test.database, 'kota-lain');
  const send = async (path: string) => {
    const html = await (await app.get(null, `${path}/review`)).text();
    return app.post(null, `${path}/answer`, { revision: hidden(html, 'revision') });
  };

  it('welcomes with who asks, about whom and why, without a session and without another site', async () => {
    const { path } = await stage.askGuest('Ibu Sri Hartati');
    const response = await app.get(null, path);
    expect(response.status).toBe(200);
    expect(response.headers.get('referrer-policy')).toBe('same-origin');
    expect(response.headers.get('cache-control')).toBe('no-store');
    expect(response.headers.get('x-robots-tag')).toBe('noindex');
    expect(response.headers.get('set-cookie')).toBeNull();
    const html = await response.text();
    for (const words of [
      'Pemerintah kota-contoh meminta suara Anda',
      'Rina Novita',
      'Perawat Ahli Pertama',
      'Puskesmas Contoh',
      'pihak luar instansi',
      'Mengapa Anda',
    ])
      expect(html).toContain(words);
    expect(html).not.toMatch(/(src|href|action)="(https?:)?\/\//);
    const english = await (await app.get(null, path, { cookie: 'locale=en' })).text();
    expect(english).toContain('Your voice about Rina Novita');
  });

  it('is answered step by step and sent once; afterwards the link opens nothing', async () => {
    const { id, path } = await stage.askGuest('Bapak Yusuf');
    await answerAll(stage, null, path, mixed);
    const before = await stage.rows('voice_answers');
    const html = await (await app.get(null, `${path}/review`)).text();
    const once = () => app.post(null, `${path}/answer`, { revision: hidden(html, 'revision') });
    const answers = await Promise.all([once(), once()]);
    expect(answers.map(({ headers }) => headers.get('location'))).toEqual([
      '/voices/thanks',
      '/voices/thanks',
    ]);
    expect(await stage.rows('voice_answers')).toBe(before + 1);
    expect(await stage.stateOf(id)).toBe('answered');
    const thanks = await (await app.get(null, '/voices/thanks')).text();
    expect(thanks).toContain('suara Anda sudah diterima');
    for (const inner of ['', '?q=1', '/review', '/refusal'])
      expect((await app.get(null, path + inner)).status, inner).toBe(404);
    // A second click is no failure.
    expect((await once()).headers.get('location')).toBe('/voices/thanks');
    expect(await stage.rows('voice_answers')).toBe(before + 1);
  });

  it('goes on where it was left, with the same link', async () => {
    const { path } = await stage.askGuest('Ibu Ratna');
    const html = await (await app.get(null, `${path}?q=1`)).text();
    const name = /name="(answer:[^"]+)"/.exec(html)?.[1] ?? '';
    const left = await app.post(null, `${path}/draft`, {
      revision: hidden(html, 'revision'),
      page: hidden(html, 'page'),
      q: '1',
      go: 'later',
      [name]: 'teladan',
    });
    expect(left.headers.get('location')).toBe(path);
    const start = await (await app.get(null, path)).text();
    expect(start).toContain('Lanjutkan');
    expect(start).toContain(`${path}?q=2`);
  });

  it('answers the same to every link that opens nothing', async () => {
    const spent = await stage.askGuest('Bapak Anton');
    await answerAll(stage, null, spent.path, mixed);
    await send(spent.path);
    const withdrawn = await stage.askGuest('Ibu Wati');
    await city.db.write((tx) =>
      tx.db
        .updateTable('voice_requests')
        .set({ state: 'withdrawn' })
        .where('agency_id', '=', tx.agencyId)
        .where('id', '=', withdrawn.id)
        .execute(),
    );
    const proposed = randomCode(16);
    await stage.ask('Ibu Nur', city.participants.employee, 'outsider', {
      state: 'proposed',
      tokenHash: guestHash(proposed),
    });
    const valid = await stage.askGuest('Ibu Ani');
    const code = valid.path.split('/').at(-1) ?? '';
    const main = (html: string) => /<main.*<\/main>/s.exec(html)?.[0];
    const bodies = new Set<string | undefined>();
    for (const address of [
      spent.path,
      withdrawn.path,
      guestPath(city.code, proposed),
      guestPath(city.code, randomCode(16)),
      guestPath(other.code, code),
      guestPath('kota-yang-tidak-ada', code),
      `/voices/${city.code}/keliru`,
      `/voices/${city.code}/${'0'.repeat(400)}`,
    ]) {
      const response = await app.get(null, address);
      expect(response.status, address).toBe(404);
      bodies.add(main(await response.text()));
    }
    expect(bodies.size).toBe(1);
    expect((await app.get(null, valid.path)).status).toBe(200);
  });

  it('takes a code as people type it', () => {
    const code = randomCode(16);
    expect(code).toHaveLength(16);
    expect(readGuestCode(`${code.slice(0, 4)}-${code.slice(4).toLowerCase()}`)).toBe(code);
    expect(readGuestCode('tidak-ada')).toBeUndefined();
  });

  it('can be declined with a reason that officers read', async () => {
    const { id, path } = await stage.askGuest('Bapak Gunawan');
    const form = await (await app.get(null, `${path}/refusal`)).text();
    expect(form).not.toContain('name="kind"');
    const declined = await app.post(null, `${path}/refusal`, {
      id: hidden(form, 'id'),
      reason: 'contact',
      words: 'Baru sekali bertemu.',
    });
    expect(declined.headers.get('location')).toBe('/voices/declined');
    expect(await stage.stateOf(id)).toBe('declined');
    expect((await app.get(null, '/voices/declined')).status).toBe(200);
    expect((await app.get(null, path)).status).toBe(404);
  });

  it('is not asked of somebody with an account by their code', async () => {
    const code = randomCode(16);
    await stage.ask(city.colleague, city.participants.employee, 'colleague', { tokenHash: guestHash(code) });
    expect((await app.get(null, guestPath(city.code, code))).status).toBe(404);
  });

  it('makes whoever tries addresses wait', async () => {
    let last = 200;
    for (let tries = 0; tries < 60 && last !== 429; tries += 1)
      last = (await app.get(null, guestPath(city.code, randomCode(16)))).status;
    expect(last).toBe(429);
  });
});

describe('counting wrong codes', () => {
  const at = (minute: number) => new Date(Date.UTC(2026, 10, 21, 3, minute));

  it('is by network, and forgotten after ten minutes', () => {
    const limit = guessLimit();
    for (let tries = 0; tries < 40; tries += 1) limit.countWrong('203.0.113.0/24', at(0));
    expect(limit.isOver('203.0.113.0/24', at(9))).toBe(true);
    expect(limit.isOver('198.51.100.0/24', at(9))).toBe(false);
    expect(limit.isOver('203.0.113.0/24', at(11))).toBe(false);
  });

  it('remembers only so many networks', () => {
    const limit = guessLimit();
    for (let tries = 0; tries < 40; tries += 1) limit.countWrong('first', at(0));
    for (let network = 0; network < 10_000; network += 1) limit.countWrong(String(network), at(0));
    expect(limit.isOver('first', at(1))).toBe(false);
  });
});
