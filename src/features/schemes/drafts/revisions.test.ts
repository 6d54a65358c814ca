import { describe, expect, it } from 'vitest';
import { draftStage } from './drafts.fixture.ts';

describe('the history of a draft', async () => {
  const { get, post, city, start, row, save } = await draftStage();

  it('keeps every text: compared with any other and with what it was begun from, and used again', async () => {
    const made = await city();
    const officer = made.officer.accountId;
    const id = await start(made, { base: 'pp-30-2019@1', kind: 'new', schemeId: 'riwayat' });
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const { source } = await row(made, id);
    await post(officer, `${base}/yaml`, {
      source: source.replace('results: 70, behaviour: 30', 'results: 65, behaviour: 35'),
      note: 'Perilaku lebih berat',
      revision: '1',
    });
    await save(made, id, source, 2);
    const page = async (path: string) => (await get(officer, base + path)).text();
    const list = await page('/revisions');
    expect(list).toContain('Perilaku lebih berat');
    expect(list).toContain('Naskah ke-3');
    expect(await page('/revisions/3')).toContain('results: 65');
    expect(await page('/revisions/3?against=1')).toContain('Kedua naskah sama.');
    const begun = await page('/revisions/1?against=base');
    expect(begun).toContain('authority: national');
    expect(begun).not.toContain('results: 70');
    expect(await page('/revisions/2?against=99')).toContain('Kedua naskah sama.');
    expect((await get(officer, `${base}/revisions/4`)).status).toBe(404);
    expect((await get(officer, `${base}/revisions/satu`)).status).toBe(404);
    const again = await page('/yaml?from=2');
    expect(again).toContain('results: 65');
    expect(again).toContain('name="revision" value="3"');
    expect(await page('/yaml?from=99')).toContain('results: 70');
  });
});
