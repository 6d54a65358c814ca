import { describe, expect, it } from 'vitest';
import { addDays } from '#platform/clock/clock.ts';
import { discussionStage, opennessOf } from './discussion.fixture.ts';

describe('the adoption of a discussed draft', async () => {
  const { get, post, discussed, save, row, start, city, today } = await discussionStage();

  it('waits for an answer to every proposal', async () => {
    const { made, draft, say, answer, adopt, withdraw } = await discussed();
    const [one, two] = [await say(made.employee), await say(made.colleague)];
    await say(made.stranger, 'Hanya bertanya', { kind: 'comment' });
    const refused = await adopt();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('2 usulan belum dijawab');
    await answer(one);
    await withdraw(made.colleague, two);
    const page = await (await get(made.officer.accountId, `${draft}/adoption`)).text();
    expect(page).not.toContain('belum dijawab.');
    expect((await adopt()).status).toBe(303);
  });

  it('lets no answer slip away between the page and the act', async () => {
    const { made, say, adopt } = await discussed();
    const [adopted, said] = await Promise.all([
      adopt(),
      say(made.employee).then(
        () => true,
        () => false,
      ),
    ]);
    expect(adopted.status === 303).toBe(!said);
  });

  it('waits until the days of discussion that the scheme asks for have run', async () => {
    const { made, draft, adopt, daysGoBy, close } = await discussed({ more: opennessOf(5), days: 10 });
    const refused = await adopt();
    expect(refused.status).toBe(422);
    expect(await refused.text()).toContain('paling sedikit 5 hari; baru 0 hari berjalan');
    await daysGoBy(4);
    expect(await (await get(made.officer.accountId, `${draft}/adoption`)).text()).toContain('baru 4 hari');
    await close();
    await daysGoBy(20);
    // After it was closed the days no longer count; a second round adds to the first.
    expect(await (await adopt()).text()).toContain('baru 4 hari');
    const dates = { from: today, until: addDays(today, 9) };
    expect((await post(made.officer.accountId, `${draft}/discussion-opening`, dates)).status).toBe(303);
    await daysGoBy(1);
    expect((await adopt()).status).toBe(303);
  });

  it('counts no day beyond those announced, however late a round is closed', async () => {
    const { made, draft, adopt, daysGoBy, close } = await discussed({ more: opennessOf(5), days: 1 });
    await daysGoBy(30);
    expect(await (await adopt()).text()).toContain('baru 2 hari');
    await close();
    const dates = { from: addDays(today, 3), until: addDays(today, 9) };
    await post(made.officer.accountId, `${draft}/discussion-opening`, dates);
    expect(await (await adopt()).text()).toContain('baru 2 hari');
    await daysGoBy(5);
    expect(await (await adopt()).text()).toContain('baru 4 hari');
  });

  it('is refused without any discussion where the scheme asks for one', async () => {
    const made = await city();
    const id = await start(made);
    const { source, revision } = await row(made, id);
    await save(made, id, `${source}\n${opennessOf(5)}`, revision);
    const draft = `/a/${made.code}/scheme-drafts/${id}`;
    const page = await (await get(made.officer.accountId, `${draft}/adoption`)).text();
    expect(page).toContain('pembahasan belum dibuka');
    expect(page).not.toContain('name="decree"');
    expect((await get(made.employee.accountId, `${draft}/discussion`)).status).toBe(404);
  });

  it('keeps the outcome beside the version: votes, minority view, answers, changes', async () => {
    const { made, id, say, vote, answer, adopt, textOf, withdraw } = await discussed();
    const taken = await say(made.employee, 'Ganti nama skemanya', { criterion: 'scales.mutu' });
    const declined = await say(made.colleague, 'Hapus skala ini', { criterion: 'scales.mutu' });
    const gone = await say(made.stranger, 'Ditarik saja');
    await withdraw(made.stranger, gone);
    await vote(made.stranger, taken, 'for');
    await vote(made.colleague, taken, 'against', 'Nama lama sudah dikenal.');
    const { source, revision } = await row(made, id);
    await save(made, id, source.replace('Skema percobaan', 'Skema bersama'), revision);
    await answer(taken, { outcome: 'taken', words: 'Nama diganti.', revision: String(revision + 1) });
    await answer(declined, { words: 'Skala tetap diperlukan.' });
    expect(await textOf(made.employee, '/outcome')).toContain('Keadaan sementara');
    expect((await adopt()).status).toBe(303);
    for (const reader of [made.employee, made.stranger, made.auditor]) {
      const page = await textOf(reader, '/outcome');
      for (const said of [
        'Ganti nama skemanya',
        'Hapus skala ini',
        '1 setuju · 1 tidak setuju · 0 abstain',
        'Nama lama sudah dikenal.',
        'Skala tetap diperlukan.',
        'Catatan tetap',
        '2 suara dari 2 orang',
        `/discussion/changes/${revision + 1}`,
      ])
        expect(page, said).toContain(said);
      expect(page).not.toContain('Ditarik saja');
    }
    const { scheme_id, version } = await row(made, id);
    const adopted = await get(made.stranger.accountId, `/a/${made.code}/schemes/${scheme_id}/${version}`);
    expect(await adopted.text()).toContain(`/scheme-drafts/${id}/discussion/outcome`);
    expect((await answer(declined, { words: 'Berubah pikiran' })).status).toBe(409);
    expect((await vote(made.stranger, declined, 'for')).status).toBe(409);
    expect(await textOf(made.employee)).toContain('sudah ditetapkan');
  });

  it('warns of proposals that were taken up and changed nothing', async () => {
    const { made, draft, say, answer, adopt } = await discussed();
    await answer(await say(made.employee), { outcome: 'taken' });
    const page = await (await get(made.officer.accountId, `${draft}/adoption`)).text();
    expect(page).toContain('1 usulan yang diterima belum menunjuk naskah');
    expect((await adopt()).status).toBe(303);
  });
});
