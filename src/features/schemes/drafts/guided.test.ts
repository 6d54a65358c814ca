import { describe, expect, it } from 'vitest';
import type { City } from '../../../../test/support/city.ts';
import { draftStage } from './drafts.fixture.ts';

describe('the guided editor in the application', async () => {
  const { get, post, city, start, row, save } = await draftStage();
  const at = (made: City, id: string, section = '') => `/a/${made.code}/scheme-drafts/${id}/guided${section}`;
  const weights = (hasil: string, perilaku: string, revision: number) => ({
    revision: String(revision),
    'combination.weights[0].percent.hasil': hasil,
    'combination.weights[0].percent.perilaku': perilaku,
    'official.results.from.hasil': '100',
    'official.behaviour.from.perilaku': '100',
  });

  it('saves wrong weights, shows every problem of the draft with its place, and is mended', async () => {
    const made = await city();
    const officer = made.officer.accountId;
    const id = await start(made);
    await save(made, id, (await row(made, id)).source.replace('en: Trial scheme', 'en: ""'), 1);
    const wrong = await post(officer, at(made, id, '/weights'), weights('70', '40', 2));
    expect(wrong.status).toBe(303);
    const page = await (await get(officer, at(made, id, '/weights'))).text();
    expect(page).toContain('2 masalah');
    expect(page).toContain(`${at(made, id, '/weights')}#list-combination.weights[0].percent`);
    expect(page).toContain('id="list-combination.weights[0].percent"');
    expect(page).toContain(`${at(made, id, '/title')}#title.en`);
    expect(page).toContain('110 %');
    const title = await (await get(officer, at(made, id, '/title'))).text();
    expect(title).toContain('id="title.en"');
    await post(officer, at(made, id, '/weights'), weights('62,5', '37,5', 3));
    await post(officer, at(made, id, '/title'), {
      revision: '4',
      'title.id': 'Skema percobaan',
      'title.en': 'Trial',
    });
    const mended = await (await get(officer, at(made, id))).text();
    expect(mended).not.toContain('masalah</span>');
    const { source, title: name } = await row(made, id);
    expect(source).toContain('# Bobot dalam persen, berjumlah 100.');
    expect(source).toContain('percent: { hasil: "62.5", perilaku: "37.5" }');
    expect(name).toBe('Skema percobaan');
  });

  it('writes no revision for a form that changes nothing, and one for two clicks', async () => {
    const made = await city();
    const id = await start(made);
    const officer = made.officer.accountId;
    await post(officer, at(made, id, '/weights'), weights('60', '40', 1));
    expect((await row(made, id)).revision).toBe(1);
    const both = await Promise.all(
      [1, 2].map(() => post(officer, at(made, id, '/weights'), weights('55', '45', 1))),
    );
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect((await row(made, id)).revision).toBe(2);
  });

  it('keeps what the second of two officers typed and shows what the first changed', async () => {
    const made = await city();
    const id = await start(made);
    const officer = made.officer.accountId;
    await post(officer, at(made, id, '/weights'), weights('50', '50', 1));
    const late = await post(officer, at(made, id, '/title'), {
      revision: '1',
      'title.id': 'Nama dari rekan',
      'title.en': 'Trial scheme',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('value="Nama dari rekan"');
    expect(page).toContain('percent: { hasil: 50, perilaku: 50 }');
    expect(page).toContain('name="revision" value="2"');
    const again = await post(officer, at(made, id, '/title'), {
      revision: '2',
      'title.id': 'Nama dari rekan',
      'title.en': 'Trial scheme',
    });
    expect(again.status).toBe(303);
    const { source } = await row(made, id);
    expect(source).toContain('Nama dari rekan');
    expect(source).toContain('hasil: 50, perilaku: 50');
  });

  it('puts both texts against each other where entries came or went meanwhile', async () => {
    const made = await city();
    const id = await start(made);
    const officer = made.officer.accountId;
    await post(officer, at(made, id, '/scale.mutu'), { revision: '1', act: 'remove:scales.mutu.levels[3]' });
    const late = await post(officer, at(made, id, '/scale.mutu'), {
      revision: '1',
      'scales.mutu.levels[0].score': '99',
    });
    expect(late.status).toBe(409);
    const page = await late.text();
    expect(page).toContain('name="source"');
    expect(page).toContain('score: 99');
    expect((await row(made, id)).revision).toBe(2);
  });

  it('knows only the sections of the draft, only its editors, and only a readable text', async () => {
    const made = await city();
    const id = await start(made);
    const officer = made.officer.accountId;
    expect((await get(officer, at(made, id, '/tidak-ada'))).status).toBe(404);
    expect((await post(officer, at(made, id, '/tidak-ada'), { revision: '1' })).status).toBe(404);
    expect((await post(officer, at(made, id, '/title'), { revision: '99' })).status).toBe(404);
    expect((await post(officer, at(made, id, '/title'), {})).status).toBe(404);
    for (const path of ['', '/title', '/scale.mutu']) {
      expect((await get(officer, at(made, id, path))).status).toBe(200);
      for (const reader of [made.unitOfficer, made.auditor, made.mayor]) {
        expect((await get(reader.accountId, at(made, id, path))).status).toBe(403);
        expect((await post(reader.accountId, at(made, id, '/title'), { revision: '1' })).status).toBe(403);
      }
      for (const other of [made.employee, made.appraiser, made.head, made.stranger])
        expect((await get(other.accountId, at(made, id, path))).status).toBe(404);
    }
    await save(made, id, 'id: [', 1);
    const sent = await get(officer, at(made, id, '/title'));
    expect(sent.status).toBe(303);
    expect(sent.headers.get('location')).toBe(`/a/${made.code}/scheme-drafts/${id}/yaml`);
  });
});
