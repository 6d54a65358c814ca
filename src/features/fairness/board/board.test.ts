import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../../test/support/app.ts';
import { type City, createCity, createPerson, type TestPerson } from '../../../../test/support/city.ts';
import { testDatabase } from '../../../../test/support/database.ts';
import { fairnessStage } from '../../../../test/support/fairness.ts';
import { flagsOf, rateesOf } from '../store/queries.ts';
import { latestRun } from '../store/runs.ts';
import { FIGURES } from './csv.ts';

describe('the fairness board', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database, 'papan');
  const stage = await fairnessStage(city);
  await stage.run();
  const elsewhere = await createCity(test.database, 'seberang');
  const board = `/a/papan/fairness/${stage.periodId}`;
  const unitOf = (index: number) => stage.units[index]?.id ?? '';
  const local = await grantedIn(city, 'officer', unitOf(0));
  const flags = await city.db.read(async (tx) =>
    flagsOf(tx, (await latestRun(tx, stage.periodId))?.id ?? ''),
  );
  const ofSevere = flags.find(
    ({ raterId, detector }) => raterId === stage.severe.id && detector === 'severity',
  );
  const rated = await city.db.read(async (tx) =>
    rateesOf(tx, (await latestRun(tx, stage.periodId))?.id ?? ''),
  );
  const bySevere = new Set(
    rated
      .filter(({ forms }) => forms.some((form) => form.raterId === stage.severe.id))
      .map((each) => each.unitId),
  );
  // A leader of a unit in which the severe appraiser rated nobody.
  const head = await grantedIn(city, 'leader', stage.units.find(({ id }) => !bySevere.has(id))?.id ?? '');
  const flagPath = `/a/papan/fairness/flags/${ofSevere?.id}`;
  const status = async (who: TestPerson | null, path: string) =>
    (await app.get(who?.accountId ?? null, path)).status;
  const html = async (who: TestPerson, path: string) => (await app.get(who.accountId, path)).text();

  it('is read by officers and leaders in their units and by auditors, and is not there for anybody else', async () => {
    const paths = [board, `${board}/board.csv?figure=raters`];
    for (const path of paths) {
      for (const reader of [city.officer, city.mayor, city.auditor, local, head])
        expect([path, await status(reader, path)]).toEqual([path, 200]);
      for (const stranger of [city.employee, city.stranger, city.appraiser, stage.severe, stage.island])
        expect([path, await status(stranger, path)]).toEqual([path, 404]);
      expect(await status(null, path)).toBe(303);
      expect(await status(elsewhere.officer, path)).toBe(404);
      expect(await status(elsewhere.officer, path.replace('/papan/', '/seberang/'))).toBe(404);
    }
  });

  it('opens a pattern to whoever may see somebody rated by its author', async () => {
    for (const reader of [city.officer, city.mayor, city.auditor, local])
      expect(await status(reader, flagPath)).toBe(200);
    for (const stranger of [head, city.unitOfficer, city.employee, stage.severe, elsewhere.officer])
      expect(await status(stranger, flagPath)).toBe(404);
    expect(await status(null, flagPath)).toBe(303);
    expect(await status(city.officer, `/a/papan/fairness/flags/${newId()}`)).toBe(404);
    expect(await status(city.officer, '/a/papan/fairness/flags/nonsense')).toBe(404);
  });

  it('says what the data tell and what not, in the first sentences, and stays small', async () => {
    const page = await html(city.officer, board);
    expect(page).toMatch(/Sekitar \d+ % perbedaan nilai berasal dari siapa yang menilai/);
    expect(page).toContain('29 dari 30 penilai dapat dibandingkan satu sama lain');
    expect(page).toContain('Tanpa tanda bukan bukti adil');
    expect(/\b(bias|pelanggaran|kecurangan)\b/i.exec(page)?.[0]).toBeUndefined();
    expect(gzipSync(page).length).toBeLessThan(20_000);
    const english = await app.get(city.officer.accountId, board, { cookie: 'locale=en' });
    expect(await english.text()).toContain('No flag is no proof of fairness');
  });

  it('gives whoever cannot be compared no number, and proposes who should rate as well', async () => {
    const page = await html(city.officer, `${board}?raters=all`);
    const row = rowOf(page, stage.island.name);
    expect(row).toContain('Tidak dapat dibandingkan');
    expect(row).not.toContain('poin');
    expect(rowOf(page, stage.severe.name)).toMatch(/lebih ketat \d+ poin/);
    expect(page).toContain(`2 dari 8 pegawai Dinas Arsip yang dinilai ${stage.island.name}`);
    expect(page).toContain(`/periods/${stage.periodId}/second-looks`);
    const csv = await html(city.officer, `${board}/board.csv?figure=raters`);
    const line = csv.split(/\r?\n/).find((each) => each.includes(stage.island.name));
    expect(line?.split(/[;,]/).slice(5, 10).join('')).toBe('');
  });

  it('shows a unit officer nobody from elsewhere', async () => {
    const page = await html(local, `${board}?raters=all`);
    const known = new Set((stage.staff.get(stage.severe.id) ?? []).map(({ person }) => person.name));
    expect(known.size).toBeGreaterThan(0);
    for (const [appraiserId, staff] of stage.staff) {
      const index = stage.appraisers.findIndex(({ id }) => id === appraiserId);
      if (index < 5) continue;
      for (const { person } of staff) expect(page).not.toContain(`${person.name}<`);
    }
    expect(page).not.toContain(`>${stage.island.name}<`);
    expect(page).not.toContain('Dinas Arsip');
    expect(await status(local, `${board}?unit=${unitOf(0)}`)).toBe(200);
    expect(await status(local, `${board}?unit=${unitOf(1)}`)).toBe(404);
    expect(await status(local, `${board}?unit=${city.units.city}`)).toBe(404);
    expect(await status(local, `${board}/board.csv?figure=ratees&unit=${unitOf(1)}`)).toBe(404);
    expect(await status(city.officer, `${board}?unit=nonsense`)).toBe(404);
  });

  it('says so where there is nobody in view', async () => {
    const page = await html(city.unitOfficer, board);
    expect(page).toContain('Tidak ada penilai di tampilan ini');
  });

  it('hides the same small numbers from everybody, so that two looks cannot be taken from each other', async () => {
    const countsIn = async (who: TestPerson, query: string) =>
      (await html(who, `${board}/board.csv?figure=distribution${query}`)).split(/\r?\n/);
    const whole = await countsIn(city.officer, '');
    const own = await countsIn(local, '');
    const line = (lines: readonly string[]) => lines.find((each) => each.includes('Dinas Perhubungan'));
    const numbers = (text: string | undefined) => text?.split(/[;,]/).slice(1).join(' ');
    expect(numbers(line(own))).toBe(numbers(line(whole)));
    for (const each of [...whole, ...own].slice(1))
      for (const cell of each.split(/[;,]/).slice(1))
        expect(/^[1-4]$/.test(cell.trim()) ? each : '').toBe('');
  });

  it('gives every figure as a file with its method and what it is not for', async () => {
    for (const figure of FIGURES) {
      const response = await app.get(city.auditor.accountId, `${board}/board.csv?figure=${figure}`);
      expect([figure, response.status]).toEqual([figure, 200]);
      expect(response.headers.get('content-type')).toContain('text/csv');
      const text = await response.text();
      expect(text).toContain('Jangan dipakai untuk:');
      expect(text).toContain('metode versi');
    }
    expect(await status(city.auditor, `${board}/board.csv?figure=names`)).toBe(404);
    expect(await status(city.auditor, `${board}/board.csv`)).toBe(404);
  });

  it('lists patterns by evidence and leads to the ratings behind them, and that is seen by those concerned', async () => {
    const page = await html(city.officer, board);
    expect(page).toContain(`/fairness/flags/${ofSevere?.id}`);
    const flag = await html(city.officer, flagPath);
    expect(flag).toContain('Ini pertanyaan, bukan kesimpulan');
    expect(flag).toContain('Penjelasan wajar yang perlu diperiksa lebih dahulu');
    const [first] = stage.staff.get(stage.severe.id) ?? [];
    expect(flag).toContain(`/appraisals/${first?.participantId}/result`);
    const seen = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['person_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .where('actor_id', '=', city.officer.id)
        .execute(),
    );
    const ids = seen.flatMap((row) => (row.what === 'pattern' ? [row.person_id] : []));
    // Whoever is named as depending on who rated sees that the board was read.
    expect(seen.some(({ what }) => what === 'fairness')).toBe(true);
    expect(ids).toContain(stage.severe.id);
    expect(ids).toContain(first?.person.id);
  });

  it('tells whoever may see only some of the ratings how many are elsewhere', async () => {
    const flag = await html(local, flagPath);
    const whole = await html(city.officer, flagPath);
    const cases = (text: string) => text.match(/\/appraisals\/[0-9a-f-]{36}\/result/g)?.length ?? 0;
    expect(cases(flag)).toBeLessThanOrEqual(cases(whole));
    expect(flag.includes('di luar unit yang dapat Anda lihat')).toBe(cases(flag) < cases(whole));
  });

  it('shows what an appraiser explained', async () => {
    await city.db.write((tx) =>
      tx.db
        .insertInto('fairness_answers')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          period_id: stage.periodId,
          rater_id: stage.severe.id,
          detector: 'severity',
          body: 'Tim ini menangani pengaduan terberat <b>sepanjang tahun</b>.',
          answered_at: tx.now,
        })
        .execute(),
    );
    const flag = await html(city.auditor, flagPath);
    expect(flag).toContain('pengaduan terberat &lt;b>sepanjang tahun&lt;/b>');
    expect(await html(city.auditor, board)).toContain('Sudah dijelaskan');
  });

  it('says why where nothing can be told, and gives no figures', async () => {
    const lonely = await createCity(test.database, 'sepi');
    const alone = await fairnessStage(lonely);
    await lonely.db.write((tx) =>
      tx.db
        .updateTable('second_looks')
        .set({ state: 'cancelled' })
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    await alone.run();
    const address = `/a/sepi/fairness/${alone.periodId}`;
    const page = await html(lonely.officer, address);
    expect(page).toContain('belum dapat diperkirakan');
    expect(page).toContain('Tidak seorang pun penilai dapat dibandingkan');
    expect(page).toContain('Tidak ada pegawai yang dinilai lebih dari satu penilai');
    expect(page).not.toMatch(/lebih (ketat|longgar) \d+ poin/);
    expect(page).not.toContain('NaN');
    expect(page).toContain('penilai mana pun dari unit lain');
    for (const figure of FIGURES)
      expect(await status(lonely.officer, `${address}/board.csv?figure=${figure}`)).toBe(200);
  });

  it('shows one scheme at a time where a period has several', async () => {
    const two = await createCity(test.database, 'dua');
    const both = await fairnessStage(two);
    const runId = await both.run();
    await two.db.write(async (tx) => {
      const [model] = await tx.db
        .selectFrom('fairness_models')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('run_id', '=', runId)
        .execute();
      if (!model) throw new Error('the run has a model');
      const copy = { ...model, ordinal: 1, figures: JSON.stringify(model.figures) };
      await tx.db.insertInto('fairness_models').values(copy).execute();
    });
    const address = `/a/dua/fairness/${both.periodId}`;
    const first = await html(two.officer, address);
    expect(first).toContain('name="scheme"');
    expect(first).toContain(both.severe.name);
    expect(first).toContain('board.csv?scheme=0&amp;figure=raters');
    const second = await html(two.officer, `${address}?scheme=1`);
    expect(second).not.toContain(both.severe.name);
    expect(second).toContain('Tidak ada penilai di tampilan ini');
    expect(await status(two.officer, `${address}?scheme=7`)).toBe(200);
  });

  it('says what to do where nothing was computed yet', async () => {
    const page = await html(city.officer, `/a/papan/fairness/${city.periodId}`);
    expect(page).toContain('Angka periode ini belum dihitung');
    expect(page).toContain(`/fairness/${city.periodId}/run`);
    expect(await status(city.officer, `/a/papan/fairness/${newId()}`)).toBe(404);
    expect(await status(city.officer, '/a/papan/fairness/nonsense')).toBe(404);
  });
});

function rowOf(page: string, name: string): string {
  return page.split('<tr').find((row) => row.includes(`>${name}<`) && row.includes('align-middle')) ?? '';
}

async function grantedIn(city: City, role: 'officer' | 'leader', unitId: string): Promise<TestPerson> {
  return city.db.write(async (tx) => {
    const person = await createPerson(tx, {
      account: `${city.code}:${role}-${unitId}`,
      name: `Pembaca ${role}`,
      unitId,
      post: 'Pengelola',
      kind: 'pelaksana',
    });
    await tx.db
      .insertInto('role_grants')
      .values({
        agency_id: tx.agencyId,
        id: newId(),
        person_id: person.id,
        role,
        unit_id: unitId,
        granted_at: tx.now,
      })
      .execute();
    return person;
  });
}
