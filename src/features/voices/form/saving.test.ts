/** A form that is being filled in: sealed, saved step by step, and never lost between two devices. */
import { describe, expect, it } from 'vitest';
import { TEST_VOICE_KEY } from '../../../../test/support/app.ts';
import { openDraft } from '../sealed/index.ts';
import { answerAll, formStage, hidden, newRater, saveStep } from './form.fixture.ts';

const mixed = (question: number, codes: readonly string[]) => codes[question % 3] ?? '';

describe('a form that is being filled in', async () => {
  const stage = await formStage();
  const { app } = stage;
  const rater = () => newRater(stage);

  it('is kept sealed while it is filled in, and goes on with another device', async () => {
    const own = await rater();
    const { account, id, base } = own;
    const other = await rater();
    const words = 'Beliau membantu warga di loket.';
    await saveStep(stage, own, 1, {
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
    const start = await (await app.get(account, base)).text();
    expect(start).toContain(`href="${base}?q=2"`);
    const first = await (await app.get(account, `${base}?q=1`)).text();
    expect(first).toMatch(/value="teladan" checked/);
    expect(first).toContain(words);
    expect(await (await app.get(other.account, `${other.base}?q=1`)).text()).not.toContain(words);
  });

  it('shows both when two devices answer one question, and keeps both when they answer two', async () => {
    const own = await rater();
    const { account, base } = own;
    const draw = async (q: number) => (await app.get(account, `${base}?q=${q}`)).text();
    const [here, there] = [await draw(1), await draw(1)];
    const [second] = [await draw(2)];
    const post = (html: string, fields: Record<string, string>, headers = {}) =>
      app.post(
        account,
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
    const own = await rater();
    const { account, base } = own;
    const html = await (await app.get(account, `${base}?q=1`)).text();
    const post = (answer: string, headers = {}) =>
      app.post(
        account,
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
    expect(await (await app.get(account, `${base}?q=1`)).text()).toMatch(/value="jarang" checked/);
  });

  it('keeps what was typed when a remark is too long, and takes no level that it does not offer', async () => {
    const own = await rater();
    const { account, base } = own;
    const long = 'kata '.repeat(130);
    const refused = await saveStep(stage, own, 1, {
      'answer:sikap.berorientasi-pelayanan': 'teladan',
      'remark:sikap.berorientasi-pelayanan': long,
    });
    expect(refused.status).toBe(422);
    const html = await refused.text();
    expect(html).toContain('paling banyak 600');
    expect(html).toContain(long.trim());
    expect(html).toMatch(/value="teladan" checked/);
    await saveStep(stage, own, 1, {
      'answer:sikap.berorientasi-pelayanan': 'sempurna',
      'answer:sikap.loyal': 'jarang',
    });
    const review = await (await app.get(account, `${base}/review`)).text();
    expect(review).toContain('belum ada yang dapat dikirim');
  });

  it('is checked again when another device changed it after the check', async () => {
    const own = await rater();
    const { account, id, base } = own;
    await answerAll(stage, account, base, mixed);
    const html = await (await app.get(account, `${base}/review`)).text();
    await saveStep(stage, own, 14, { 'remark:': 'Satu catatan lagi.' });
    const refused = await app.post(account, `${base}/answer`, { revision: hidden(html, 'revision') });
    expect(refused.status).toBe(409);
    expect(await refused.text()).toContain('Satu catatan lagi.');
    expect(await stage.stateOf(id)).toBe('asked');
  });
});
