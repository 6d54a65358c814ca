import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { discussionStage, opennessOf } from './discussion.fixture.ts';

describe('the discussion of a draft', async () => {
  const { test, get, post, discussed, save, row } = await discussionStage();

  it('is told to everyone once, and shows the criteria with what the draft says of them', async () => {
    const { made, textOf } = await discussed();
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select('person_id')
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'scheme-discussion-opened')
        .execute(),
    );
    expect(new Set(told.map((each) => each.person_id)).size).toBe(told.length);
    expect(told.map((each) => each.person_id)).toContain(made.employee.id);
    const page = await textOf(made.employee);
    expect(page).toContain('Dibuka sampai');
    expect(page).toContain('Bobot komponen');
    const weights = await textOf(made.employee, '?criterion=combination.weights');
    expect(weights).toMatch(/: \d+ %/);
    expect(weights).toContain('Tulis pendapat');
    expect((await get(made.employee.accountId, `${(await discussed()).forum}`)).status).toBe(404);
  });

  it('takes comments and proposals on one criterion, once however often the button is pressed', async () => {
    const { made, forum, textOf, events } = await discussed();
    const employee = made.employee.accountId;
    const fields = { id: newId(), kind: 'proposal', criterion: 'scales.mutu', body: 'Tambah satu tingkat.' };
    const [one, two] = await Promise.all([post(employee, forum, fields), post(employee, forum, fields)]);
    expect([one.status, two.status]).toEqual([303, 303]);
    expect(await events('scheme-proposal-made')).toHaveLength(1);
    const page = await textOf(made.colleague, '?criterion=scales.mutu');
    expect(page).toContain('Tambah satu tingkat.');
    expect(page).toContain(made.employee.name);
    expect(await textOf(made.colleague, '?criterion=')).not.toContain('Tambah satu tingkat.');
    const empty = await post(employee, forum, { ...fields, id: newId(), body: '  ', kind: 'comment' });
    expect(empty.status).toBe(422);
    expect(await empty.text()).toContain('Isian ini belum diisi.');
    const nowhere = await post(employee, forum, { ...fields, id: newId(), criterion: 'scales.tiada' });
    expect(nowhere.status).toBe(422);
    expect(await events('scheme-proposal-made')).toHaveLength(1);
  });

  it('is searched, filtered, ordered by support and paged', async () => {
    const { made, say, vote, answer, textOf } = await discussed();
    const first = await say(made.employee, 'Usulan pertama 100%_khusus');
    const second = await say(made.colleague, 'Usulan kedua');
    await say(made.stranger, 'Hanya komentar', { kind: 'comment' });
    await vote(made.stranger, first, 'for');
    await answer(second);
    const seen = async (inside: string) => {
      const page = await textOf(made.employee, inside);
      return ['Usulan pertama', 'Usulan kedua', 'Hanya komentar'].filter((each) => page.includes(each));
    };
    expect(await seen('')).toHaveLength(3);
    expect(await seen('?show=unanswered')).toEqual(['Usulan pertama']);
    expect(await seen('?show=answered')).toEqual(['Usulan kedua']);
    expect(await seen('?show=mine')).toEqual(['Usulan pertama']);
    expect(await seen('?show=proposals')).toEqual(['Usulan pertama', 'Usulan kedua']);
    expect(await seen('?q=100%25_k')).toEqual(['Usulan pertama']);
    expect(await seen('?q=%25')).toEqual(['Usulan pertama']);
    const support = await textOf(made.employee, '?sort=support');
    expect(support.indexOf('Usulan pertama')).toBeLessThan(support.indexOf('Usulan kedua'));
    const newest = await textOf(made.employee, '?show=proposals');
    expect(newest.indexOf('Usulan kedua')).toBeLessThan(newest.indexOf('Usulan pertama'));
    for (let count = 0; count < 18; count += 1) await say(made.employee, `Lagi ${count}`);
    expect(await textOf(made.employee, '?page=2')).toContain('Usulan pertama');
    expect(
      (await get(made.employee.accountId, `${(await discussed({ city: made })).forum}?page=x`)).status,
    ).toBe(200);
  });

  it('counts one vote of each person, changed as they like, and shows reasons without names', async () => {
    const { made, say, vote, votesOf, textOf, events } = await discussed();
    const proposal = await say(made.employee);
    const both = await Promise.all([
      vote(made.colleague, proposal, 'for'),
      vote(made.colleague, proposal, 'against', 'Membebani puskesmas kecil.'),
    ]);
    expect(both.map((each) => each.status)).toEqual([303, 303]);
    expect(await votesOf(proposal)).toHaveLength(1);
    await vote(made.colleague, proposal, 'against', 'Membebani puskesmas kecil.');
    await vote(made.stranger, proposal, 'for');
    await vote(made.stranger, proposal, 'for');
    await vote(made.officer, proposal, 'abstain', 'tidak disimpan');
    expect((await votesOf(proposal)).map((each) => each.reason).toSorted()).toEqual([
      '',
      '',
      'Membebani puskesmas kecil.',
    ]);
    for (const reader of [made.employee, made.officer, made.auditor]) {
      const page = await textOf(reader, `/${proposal}`);
      expect(page).toContain('1 setuju · 1 tidak setuju · 1 abstain');
      expect(page).toContain('Membebani puskesmas kecil.');
      expect(page).not.toContain(made.colleague.name);
    }
    expect(await textOf(made.colleague, `/${proposal}`)).toContain('Suara Anda: tidak setuju');
    // The record says that people voted, and never how.
    const votes = await events('scheme-vote-cast');
    expect(votes.map((each) => each.actor_id)).toContain(made.colleague.id);
    for (const { payload } of votes)
      expect(Object.keys(payload as object).toSorted()).toEqual(['isChange', 'title']);
    expect(votes.filter((each) => each.actor_id === made.stranger.id)).toHaveLength(1);
    await vote(made.colleague, proposal, 'for');
    expect(await textOf(made.employee, `/${proposal}`)).not.toContain('Membebani puskesmas kecil.');
  });

  it('asks for a real choice and leaves comments without votes', async () => {
    const { made, say, vote, votesOf } = await discussed();
    const proposal = await say(made.employee);
    const comment = await say(made.employee, 'Apa maksudnya?', { kind: 'comment' });
    expect((await vote(made.colleague, proposal, 'mungkin')).status).toBe(422);
    expect((await vote(made.colleague, comment, 'for')).status).toBe(404);
    expect(await votesOf(comment)).toEqual([]);
  });

  it('brings the voter back to where they were reading, and nowhere else', async () => {
    const { made, forum, say } = await discussed();
    const proposal = await say(made.employee);
    const back = async (to: string) =>
      (
        await post(made.colleague.accountId, `${forum}/${proposal}/votes`, { vote: 'for', back: to })
      ).headers.get('location');
    expect(await back(`${forum}?show=unanswered#said-${proposal}`)).toBe(
      `${forum}?show=unanswered#said-${proposal}`,
    );
    expect(await back('//evil.example')).toBe(forum);
    expect(await back('/a/other')).toBe(forum);
  });

  it('has each proposal answered; its author is told, and an answer can be put right', async () => {
    const { made, id, say, answer, textOf, proposalOf, events } = await discussed();
    const proposal = await say(made.employee);
    const { source, revision } = await row(made, id);
    await save(made, id, source.replace('Skema percobaan', 'Skema percobaan baru'), revision);
    const next = String(revision + 1);
    expect((await answer(proposal, { words: ' ' })).status).toBe(422);
    expect((await answer(proposal, { outcome: 'setuju' })).status).toBe(422);
    expect((await answer(proposal, { outcome: 'taken', revision: '1' })).status).toBe(422);
    expect((await answer(proposal, { outcome: 'taken', revision: '99' })).status).toBe(422);
    expect(
      (await answer(proposal, { outcome: 'taken', revision: next, words: 'Nama diganti.' })).status,
    ).toBe(303);
    const told = await made.db.read((tx) =>
      tx.db
        .selectFrom('notifications')
        .select(['person_id', 'path'])
        .where('agency_id', '=', tx.agencyId)
        .where('kind', '=', 'scheme-proposal-answered')
        .execute(),
    );
    expect(told).toEqual([
      { person_id: made.employee.id, path: `/scheme-drafts/${id}/discussion/${proposal}` },
    ]);
    // A second officer still has the page without an answer before their eyes.
    expect((await answer(proposal, { words: 'Lain' })).status).toBe(409);
    const seen = (await proposalOf(proposal)).answered_at?.toISOString() ?? '';
    expect(
      (await answer(proposal, { outcome: 'partly', revision: next, words: 'Sebagian.', seen })).status,
    ).toBe(303);
    expect(await proposalOf(proposal)).toMatchObject({ outcome: 'partly', answer: 'Sebagian.' });
    const page = await textOf(made.employee, `/${proposal}`);
    expect(page).toContain('Nama diganti.');
    expect(page).toContain('Diterima sebagian');
    expect((await events('scheme-proposal-answered')).map((each) => each.payload)).toMatchObject([
      { outcome: 'taken', isCorrection: false },
      { outcome: 'partly', isCorrection: true },
    ]);
    const change = await textOf(made.employee, `/changes/${next}`);
    expect(change).toContain('Skema percobaan baru');
    expect(change).toContain('Naikkan bobot perilaku.');
    // Texts that no answer points to stay between the officers.
    expect(
      (await get(made.employee.accountId, `/a/${made.code}/scheme-drafts/${id}/discussion/changes/1`)).status,
    ).toBe(404);
  });

  it('is withdrawn by its author as long as nobody has answered', async () => {
    const { made, say, answer, withdraw, vote, textOf, proposalOf } = await discussed();
    const proposal = await say(made.employee, 'Salah tulis');
    expect((await withdraw(made.employee, proposal)).status).toBe(303);
    expect((await withdraw(made.employee, proposal)).status).toBe(409);
    expect((await vote(made.colleague, proposal, 'for')).status).toBe(404);
    expect((await vote(made.employee, proposal, 'for')).status).toBe(409);
    expect(await textOf(made.colleague)).not.toContain('Salah tulis');
    expect(await textOf(made.employee, '?show=mine')).toContain('Salah tulis');
    const kept = await say(made.employee);
    const outcomes = await Promise.all([withdraw(made.employee, kept), answer(kept)]);
    // Whoever comes first wins; the other is told, or finds that it is gone.
    const { withdrawn_at, outcome } = await proposalOf(kept);
    expect((withdrawn_at === null) !== (outcome === null)).toBe(true);
    expect(outcomes.filter((each) => each.status === 303)).toHaveLength(1);
    expect([404, 409]).toContain(outcomes.find((each) => each.status !== 303)?.status);
  });

  it('takes nothing before its first day and after its last, or once it is closed', async () => {
    const { made, forum, say, vote, answer, withdraw, daysGoBy, close, textOf } = await discussed({
      days: 3,
    });
    const proposal = await say(made.employee);
    const write = () =>
      post(made.employee.accountId, forum, { kind: 'comment', criterion: '', body: 'Lagi' });
    await daysGoBy(4);
    const refused = async () => [
      (await write()).status,
      (await vote(made.colleague, proposal, 'for')).status,
      (await withdraw(made.employee, proposal)).status,
    ];
    expect(await refused()).toEqual([409, 409, 409]);
    expect(await textOf(made.employee)).toContain('Usulan sedang dijawab');
    expect((await answer(proposal)).status).toBe(303);
    expect((await close()).status).toBe(303);
    expect(await refused()).toEqual([409, 409, 409]);
    expect(await textOf(made.employee)).toContain('Pembahasan sudah ditutup');
    const early = await discussed({ from: '2099-01-01' });
    expect(await early.textOf(early.made.employee)).toContain('Pembahasan dibuka pada 1 Januari 2099');
    const writing = { kind: 'comment', criterion: '', body: 'Terlalu dini' };
    expect((await post(early.made.employee.accountId, early.forum, writing)).status).toBe(409);
  });

  it('is not voted in once it was closed, whoever is quicker', async () => {
    const { made, say, vote, close, votesOf } = await discussed();
    const proposal = await say(made.employee);
    const [voted, closed] = await Promise.all([vote(made.colleague, proposal, 'for'), close()]);
    expect(closed.status).toBe(303);
    expect(await votesOf(proposal)).toHaveLength(voted.status === 303 ? 1 : 0);
    expect([303, 409]).toContain(voted.status);
    expect((await vote(made.stranger, proposal, 'for')).status).toBe(409);
  });

  it('stays readable as it was when the draft goes back to its officers', async () => {
    const { made, id, say, close, textOf } = await discussed();
    await say(made.employee, 'Tentang skala', { criterion: 'scales.mutu' });
    await close();
    const { source, revision } = await row(made, id);
    await save(
      made,
      id,
      source.replace('{ id: Sangat baik, en: Very good }', '{ id: Rahasia, en: Secret }'),
      revision,
    );
    // The clock of the tests stands still: this text was saved later than the discussion was closed.
    await test.owner.query(
      `update scheme_draft_revisions set saved_at = saved_at + interval '1 minute'
       where draft_id = $1 and revision > $2`,
      [id, revision],
    );
    expect(await textOf(made.officer, '?criterion=scales.mutu')).toContain('Rahasia');
    const read = await textOf(made.employee, '?criterion=scales.mutu');
    expect(read).not.toContain('Rahasia');
    expect(read).toContain('Tentang skala');
    expect((await get(made.employee.accountId, `/a/${made.code}/scheme-drafts/${id}`)).status).toBe(404);
  });

  it('keeps what was said of a criterion that is no longer in the text', async () => {
    const { made, id, say, textOf } = await discussed({ more: opennessOf(5) });
    await say(made.employee, 'Perpanjang masa ini', { criterion: 'openness' });
    const { source, revision } = await row(made, id);
    await save(made, id, source.slice(0, source.indexOf('openness:')), revision);
    const page = await textOf(made.colleague, '?criterion=openness');
    expect(page).toContain('Perpanjang masa ini');
    expect(page).toContain('Kriteria ini tidak ada lagi');
  });
});
