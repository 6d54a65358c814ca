import { describe, expect, it } from 'vitest';
import { readSchemeSource } from '#app/schemes.ts';
import { DECREE, draftStage } from './drafts.fixture.ts';

describe('the adoption of a draft', async () => {
  const { get, post, city, start, row, save, versions, eventTypes } = await draftStage();
  const adopt = (account: string, base: string, revision: number, more: Record<string, string> = {}) =>
    post(account, `${base}/adoption`, { ...DECREE, revision: String(revision), ...more });

  it('makes one version, whoever clicks twice or together', async () => {
    const made = await city();
    const id = await start(made, { schemeId: 'kinerja-kota' });
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const officer = made.officer.accountId;
    const answers = await Promise.all([
      adopt(officer, base, 1),
      adopt(officer, base, 1),
      adopt(officer, base, 1),
    ]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409, 409]);
    const draft = await row(made, id);
    expect(draft.state).toBe('adopted');
    expect(await versions(made)).toEqual([
      {
        scheme_id: 'kinerja-kota',
        version: 1,
        decree: DECREE.decree,
        decided_on: DECREE.decidedOn,
        draft_id: id,
        source: draft.source,
      },
    ]);
    expect(await eventTypes(made)).toEqual(['scheme-draft-started', 'scheme-adopted']);
    expect((await save(made, id, 'a: 1\n', 1)).status).toBe(409);
  });

  it('gives two drafts of one scheme two numbers, each in its own text', async () => {
    const made = await city();
    const officer = made.officer.accountId;
    const first = await start(made, { schemeId: 'kinerja-kota' });
    await adopt(officer, `/a/${made.code}/scheme-drafts/${first}`, 1);
    const next = { base: 'kinerja-kota@1', kind: 'next' };
    const [second, third] = [await start(made, next), await start(made, next)];
    expect([(await row(made, second)).version, (await row(made, third)).version]).toEqual([2, 2]);
    const answers = await Promise.all(
      [second, third].map((id) => adopt(officer, `/a/${made.code}/scheme-drafts/${id}`, 1)),
    );
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    const adopted = await versions(made);
    expect(adopted.map((each) => each.version)).toEqual([1, 2, 3]);
    for (const each of adopted) expect(each.source).toContain(`\nversion: ${each.version}\n`);
    const numbered = adopted.find((each) => each.version === 3)?.draft_id ?? '';
    expect(await row(made, numbered)).toMatchObject({ version: 3, revision: 2, state: 'adopted' });
  });

  it('asks for the decision and a look at the text, and adopts what was looked at', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const officer = made.officer.accountId;
    for (const [more, words] of [
      [{ decree: ' ' }, 'belum diisi'],
      [{ decidedOn: '2026-13-01' }, 'tanggal yang benar'],
      [{ decidedOn: '2026-11-24' }, 'belum tiba'],
      [{ confirm: '' }, 'sudah diperiksa'],
    ] as const) {
      const response = await adopt(officer, base, 1, more);
      expect(response.status, words).toBe(422);
      const html = await response.text();
      expect(html).toContain(words);
      if (!('decree' in more)) expect(html).toContain(`value="${DECREE.decree}"`);
    }
    await save(made, id, `${(await row(made, id)).source}# ditambah rekan\n`, 1);
    expect((await adopt(officer, base, 1)).status).toBe(409);
    expect(await versions(made)).toEqual([]);
    expect((await adopt(officer, base, 2)).status).toBe(303);
  });

  it('tells the other officers and lets a period use the version', async () => {
    const made = await city();
    const id = await start(made, {
      schemeId: 'kinerja-kota',
      titleId: 'Kinerja kota',
      titleEn: 'City performance',
    });
    await adopt(made.officer.accountId, `/a/${made.code}/scheme-drafts/${id}`, 1);
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'path'])
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'scheme-adopted')
        .execute(),
    );
    expect(told).toEqual([{ person_id: made.unitOfficer.id, path: '/schemes/kinerja-kota/1' }]);
    const form = await (await get(made.officer.accountId, `/a/${made.code}/periods/new`)).text();
    expect(form).toContain('value="kinerja-kota@1"');
    expect(form).toContain('Kinerja kota');
  });

  it('shows what changes against the version it was begun from', async () => {
    const made = await city();
    const officer = made.officer.accountId;
    const first = await start(made, { schemeId: 'kinerja-kota' });
    await adopt(officer, `/a/${made.code}/scheme-drafts/${first}`, 1);
    const second = await start(made, { base: 'kinerja-kota@1', kind: 'next' });
    const { source } = await row(made, second);
    await save(made, second, source.replace('{ hasil: 60, perilaku: 40 }', '{ hasil: 55, perilaku: 45 }'), 1);
    const html = await (await get(officer, `/a/${made.code}/scheme-drafts/${second}/adoption`)).text();
    expect(html).toContain('Tetapkan versi 2');
    expect(html).toMatch(/Sebelum: 60.*Sesudah: 55/s);
    expect(html).toContain('{ hasil: 55, perilaku: 45 }');
  });

  it('never lets a scheme take the place of a national one', async () => {
    const made = await city();
    const id = await start(made);
    const { source, scheme_id } = await row(made, id);
    await save(made, id, source.replace(`id: ${scheme_id}`, 'id: permenpanrb-6-2022'), 1);
    const response = await adopt(made.officer.accountId, `/a/${made.code}/scheme-drafts/${id}`, 2);
    expect(response.status).toBe(422);
    expect(await response.text()).toContain('milik skema nasional');
    await save(made, id, source.replace('authority: local', 'authority: national'), 2);
    expect((await adopt(made.officer.accountId, `/a/${made.code}/scheme-drafts/${id}`, 3)).status).toBe(422);
    expect(await versions(made)).toEqual([]);
  });

  it('takes a template that comes with Tera as it is, once, by an officer of the agency', async () => {
    const [made, other] = [await city(), await city()];
    const path = `/a/${made.code}/schemes/jambi-adil-terbuka/1/adoption`;
    const answers: Record<string, number> = {};
    for (const [name, account] of [
      ['nobody', null],
      ['employee', made.employee.accountId],
      ['colleague', made.colleague.accountId],
      ['appraiser', made.appraiser.accountId],
      ['head', made.head.accountId],
      ['stranger', made.stranger.accountId],
      ['other agency', other.officer.accountId],
      ['auditor', made.auditor.accountId],
      ['mayor', made.mayor.accountId],
      ['unit officer', made.unitOfficer.accountId],
    ] as const)
      answers[name] = (await post(account, path, DECREE)).status;
    // Everyone of the agency may read a template, so that all of them are told that this is not theirs to do.
    const told = { employee: 403, colleague: 403, appraiser: 403, head: 403, stranger: 403 };
    expect(answers).toEqual({
      nobody: 303,
      ...told,
      'other agency': 404,
      auditor: 403,
      mayor: 403,
      'unit officer': 403,
    });
    expect(await versions(made)).toEqual([]);
    const officer = made.officer.accountId;
    expect((await post(officer, path, { ...DECREE, decree: '' })).status).toBe(422);
    const both = await Promise.all([post(officer, path, DECREE), post(officer, path, DECREE)]);
    expect(both.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const [version, ...more] = await versions(made);
    expect(more).toEqual([]);
    expect(version).toMatchObject({ scheme_id: 'jambi-adil-terbuka', version: 1, draft_id: null });
    expect(version?.source).toBe(readSchemeSource('jambi-adil-terbuka', 1));
    expect(await (await get(officer, path)).text()).toContain('sudah ditetapkan instansi Anda');
    const form = await (await get(officer, `/a/${made.code}/periods/new`)).text();
    expect(form).toContain('value="jambi-adil-terbuka@1"');
    const elsewhere = await (await get(other.officer.accountId, `/a/${other.code}/periods/new`)).text();
    expect(elsewhere).not.toContain('jambi-adil-terbuka');
    for (const wrong of ['permenpanrb-6-2022/1', 'jambi-adil-terbuka/7', 'tidak-ada/1'])
      expect((await post(officer, `/a/${made.code}/schemes/${wrong}/adoption`, DECREE)).status).toBe(404);
  });

  it('counts on from a template: its next version is the second, in the agency that changes it', async () => {
    const made = await city();
    const id = await start(made, { base: 'sawahlunto-kinerja@1', kind: 'next' });
    const draft = await row(made, id);
    expect(draft).toMatchObject({ scheme_id: 'sawahlunto-kinerja', version: 2 });
    const shipped = readSchemeSource('sawahlunto-kinerja', 1) ?? '';
    expect(draft.source).toBe(shipped.replace('version: 1', 'version: 2'));
  });
});
