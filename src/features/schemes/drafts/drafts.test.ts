import { describe, expect, it } from 'vitest';
import type { City } from '../../../../test/support/city.ts';
import { DECREE, draftStage } from './drafts.fixture.ts';
import { emptyScheme } from './empty-scheme.ts';

/** Who asks, in the order of what they may do. */
function askers(made: City, other: City): readonly (readonly [name: string, account: string | null])[] {
  return [
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
    ['officer', made.officer.accountId],
  ];
}

/** Before a draft is discussed only officers, leaders and auditors know of it; only officers of the agency act. */
const CLOSED = {
  nobody: 303,
  employee: 404,
  colleague: 404,
  appraiser: 404,
  head: 404,
  stranger: 404,
  'other agency': 404,
  auditor: 403,
  mayor: 403,
  'unit officer': 403,
};
/** While it is discussed everyone of the agency knows of it. */
const DISCUSSED = {
  ...CLOSED,
  employee: 403,
  colleague: 403,
  appraiser: 403,
  head: 403,
  stranger: 403,
};

describe('a draft of a scheme', async () => {
  const { get, post, city, start, row, save, versions, eventTypes } = await draftStage();

  it('lets each role do what is theirs, while written and while discussed', async () => {
    const [made, other] = [await city(), await city()];
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const dates = { from: '2026-11-23', until: '2026-12-07' };
    const acts: [
      act: string,
      path: string,
      fields: Record<string, string | Blob>,
      others: object,
      officer: number,
    ][] = [
      [
        'start',
        `/a/${made.code}/scheme-drafts`,
        { base: 'empty', kind: 'new', schemeId: 'lain' },
        { ...CLOSED, ...DISCUSSED, 'other agency': 404 },
        303,
      ],
      ['save', `${base}/yaml`, { source: `${emptyScheme()}# 1\n`, revision: '1' }, CLOSED, 303],
      ['upload', `${base}/file`, { file: new File([emptyScheme()], 'a.yaml'), revision: '2' }, CLOSED, 303],
      ['close early', `${base}/discussion-closing`, {}, CLOSED, 409],
      ['open', `${base}/discussion-opening`, dates, CLOSED, 303],
      [
        'save in discussion',
        `${base}/yaml`,
        { source: `${emptyScheme()}# 2\n`, revision: '3' },
        DISCUSSED,
        303,
      ],
      ['drop in discussion', `${base}/dropping`, { dropReason: 'Tidak perlu' }, DISCUSSED, 409],
      ['close', `${base}/discussion-closing`, { reason: 'Cukup' }, DISCUSSED, 303],
      ['drop', `${base}/dropping`, { dropReason: 'Tidak perlu' }, CLOSED, 303],
      ['adopt dropped', `${base}/adoption`, { ...DECREE, revision: '4' }, CLOSED, 409],
    ];
    for (const [act, path, fields, others, officer] of acts) {
      const answers: Record<string, number> = {};
      for (const [name, account] of askers(made, other))
        answers[name] = (await post(account, path, fields)).status;
      expect(answers, act).toEqual({ ...others, officer });
    }
    expect((await row(made, id)).state).toBe('dropped');
  });

  it('is adopted by an officer of the agency and nobody else', async () => {
    const [made, other] = [await city(), await city()];
    const id = await start(made);
    const answers: Record<string, number> = {};
    for (const [name, account] of askers(made, other)) {
      const path = `/a/${made.code}/scheme-drafts/${id}/adoption`;
      answers[name] = (await post(account, path, { ...DECREE, revision: '1' })).status;
    }
    expect(answers).toEqual({ ...CLOSED, officer: 303 });
    expect(await versions(made)).toHaveLength(1);
  });

  it('shows its pages to those who may read it and its editors to those who may change it', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const read = ['', '/revisions', '/revisions/1', '/source.yaml'];
    const change = ['/yaml', '/adoption'];
    const status = async (account: string, path: string) => (await get(account, base + path)).status;
    for (const path of read) {
      for (const reader of [made.officer, made.unitOfficer, made.auditor, made.mayor])
        expect(await status(reader.accountId, path), path).toBe(200);
      expect(await status(made.employee.accountId, path), path).toBe(404);
    }
    for (const path of change) {
      expect(await status(made.officer.accountId, path), path).toBe(200);
      for (const reader of [made.unitOfficer, made.auditor, made.mayor])
        expect(await status(reader.accountId, path), path).toBe(403);
      expect(await status(made.employee.accountId, path), path).toBe(404);
    }
    await post(made.officer.accountId, `${base}/discussion-opening`, {
      from: '2026-11-23',
      until: '2026-12-07',
    });
    for (const path of read) expect(await status(made.employee.accountId, path), path).toBe(200);
    for (const path of change) expect(await status(made.employee.accountId, path), path).toBe(403);
    const list = await (await get(made.employee.accountId, `/a/${made.code}/scheme-drafts`)).text();
    expect(list).toContain('Skema percobaan');
  });

  it('begins once however often it is asked, from any version, under a free code', async () => {
    const made = await city();
    const fields = {
      base: 'permenpanrb-6-2022@1',
      kind: 'new',
      schemeId: 'kinerja-kota',
      titleId: 'Kinerja kota',
    };
    const id = await start(made, fields);
    const again = await post(made.officer.accountId, `/a/${made.code}/scheme-drafts`, { id, ...fields });
    expect(again.status).toBe(303);
    const draft = await row(made, id);
    expect(draft).toMatchObject({
      scheme_id: 'kinerja-kota',
      version: 1,
      title: 'Kinerja kota',
      revision: 1,
      based_on_id: 'permenpanrb-6-2022',
    });
    expect(draft.source).toContain('id: kinerja-kota\nversion: 1\nauthority: local\n');
    expect(draft.source).toContain('# Dari yang terbaik. Kode SIASN');
    const ask = async (more: Record<string, string>) => {
      const response = await post(made.officer.accountId, `/a/${made.code}/scheme-drafts`, {
        ...fields,
        ...more,
      });
      return [response.status, await response.text()] as const;
    };
    for (const [more, words] of [
      [{ kind: 'next' }, 'hanya dibuat dengan peraturan'],
      [{ schemeId: 'Kinerja Kota' }, 'Tulis kode dengan huruf kecil'],
      [{ schemeId: 'permenpanrb-6-2022' }, 'sudah dipakai skema lain'],
      [{ base: '' }, 'tidak dapat dibaca'],
    ] as const) {
      const [status, html] = await ask(more);
      expect(status, words).toBe(422);
      expect(html).toContain(words);
      expect(html).toContain('value="Kinerja kota"');
    }
    expect((await ask({ base: 'tidak-ada@1' }))[0]).toBe(404);
    expect(await eventTypes(made)).toEqual(['scheme-draft-started']);
  });

  it('keeps every saved text, faulty ones too, and says what is wrong with them', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const wrong = (await row(made, id)).source.replace('hasil: 60', 'hasil: 75');
    expect((await save(made, id, wrong, 1)).status).toBe(303);
    const html = await (await get(made.officer.accountId, `${base}/yaml`)).text();
    expect(html).toContain('combination.weights[0]');
    const line = wrong.split('\n').findIndex((each) => each.includes('hasil: 75')) + 1;
    expect(html).toContain(`${base}/yaml#L${line}`);
    expect(html).toContain(`id="L${line}"`);
    expect((await save(made, id, 'language: 1\nid: [', 2)).status).toBe(303);
    const unreadable = await (await get(made.officer.accountId, base)).text();
    expect(unreadable).toContain('belum dapat dibaca sebagai YAML');
    const adoption = await post(made.officer.accountId, `${base}/adoption`, { ...DECREE, revision: '3' });
    expect(adoption.status).toBe(422);
    expect(await versions(made)).toEqual([]);
    const history = await (await get(made.officer.accountId, `${base}/revisions/2`)).text();
    expect(history).toContain('hasil: 75');
    expect(history).toContain('hasil: 60');
  });

  it('writes nothing when the same text is sent again', async () => {
    const made = await city();
    const id = await start(made);
    const source = `${(await row(made, id)).source}# catatan`;
    const both = await Promise.all([save(made, id, source, 1), save(made, id, source, 1)]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect((await row(made, id)).revision).toBe(2);
    expect(await eventTypes(made)).toEqual(['scheme-draft-started', 'scheme-draft-saved']);
  });

  it('tells the second of two officers what the first saved and keeps both texts', async () => {
    const made = await city();
    const id = await start(made);
    const { source } = await row(made, id);
    const [mine, theirs] = [`${source}# milik saya\n`, `${source}# milik rekan\n`];
    const answers = await Promise.all([save(made, id, mine, 1), save(made, id, theirs, 1)]);
    expect(answers.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const refused = await (answers.find((each) => each.status === 409) as Response).text();
    expect(refused).toContain('milik saya');
    expect(refused).toContain('milik rekan');
    expect(refused).toContain('Maya Putri menyimpan naskah ke-2');
    expect(refused).toContain('name="revision" value="2"');
    expect((await row(made, id)).revision).toBe(2);
  });

  it('refuses what is too large or no text, and keeps the saved one', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const large = await save(made, id, `# ${'a'.repeat(300_000)}\n`, 1);
    expect(large.status).toBe(422);
    expect(await large.text()).toContain('300.000');
    expect((await save(made, id, 'a'.repeat(2_000_000), 1)).status).toBe(422);
    const binary = new File([new Uint8Array([0xff, 0xfe, 0x00, 0x41])], 'scheme.yaml');
    const upload = await post(made.officer.accountId, `${base}/file`, { file: binary, revision: '1' });
    expect(upload.status).toBe(422);
    expect(await upload.text()).toContain('bukan teks UTF-8');
    expect((await post(made.officer.accountId, `${base}/file`, { revision: '1' })).status).toBe(422);
    expect((await row(made, id)).revision).toBe(1);
  });

  it('gives the file back byte for byte', async () => {
    const made = await city();
    const id = await start(made);
    const typed = 'a: 1\r\n# komentar: "ü" 中\r\n';
    await save(made, id, typed, 1);
    const response = await get(made.officer.accountId, `/a/${made.code}/scheme-drafts/${id}/source.yaml`);
    expect(response.headers.get('content-disposition')).toContain('attachment');
    expect(await response.text()).toBe('a: 1\n# komentar: "ü" 中\n');
  });

  it('is put before everyone, who are told once, and taken back', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    const open = (from: string, until: string) =>
      post(made.officer.accountId, `${base}/discussion-opening`, { from, until });
    expect((await open('2026-12-07', '2026-12-01')).status).toBe(422);
    expect((await open('2026-11-01', '2026-11-22')).status).toBe(422);
    expect((await open('2026-11-23', '2028-11-22')).status).toBe(422);
    expect((await open('besok', '')).status).toBe(422);
    const both = await Promise.all([open('2026-11-23', '2026-12-07'), open('2026-11-23', '2026-12-07')]);
    expect(both.map((each) => each.status).toSorted()).toEqual([303, 409]);
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'scheme-discussion-opened')
        .execute(),
    );
    expect(told).toHaveLength(9);
    const closing = await post(made.officer.accountId, `${base}/discussion-closing`, {
      reason: 'Usulan cukup',
    });
    expect(closing.status).toBe(303);
    const page = await (await get(made.officer.accountId, base)).text();
    expect(page).toContain('Usulan cukup');
    expect(await eventTypes(made)).toEqual([
      'scheme-draft-started',
      'scheme-discussion-opened',
      'scheme-discussion-closed',
    ]);
  });

  it('is dropped only with a reason and never changes again', async () => {
    const made = await city();
    const id = await start(made);
    const base = `/a/${made.code}/scheme-drafts/${id}`;
    expect((await post(made.officer.accountId, `${base}/dropping`, { dropReason: ' ' })).status).toBe(422);
    expect((await post(made.officer.accountId, `${base}/dropping`, { dropReason: 'Sudah ada' })).status).toBe(
      303,
    );
    expect((await save(made, id, 'a: 1\n', 1)).status).toBe(409);
    expect((await get(made.officer.accountId, `${base}/yaml`)).status).toBe(303);
    expect((await row(made, id)).revision).toBe(1);
  });
});
