import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { type TestApp, testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';

describe('recording progress', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app: TestApp = await testApp(test);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const indicator = plan.results[1]?.indicators[0];
  if (!indicator) throw new Error('the sample plan has indicators');
  const base = `/a/${city.code}/appraisals/${id}`;
  const employee = city.employee.accountId;
  const entry = (more: Record<string, string | Blob> = {}) => ({
    id: newId(),
    linkId: newId(),
    indicatorId: indicator.id,
    onDate: '2026-06-30',
    value: '10',
    ...more,
  });
  const post = (fields: Record<string, string | Blob>) =>
    app.post(employee, `${base}/progress/entries`, fields);
  const entries = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('progress_entries')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('created_at')
        .execute(),
    );
  const evidence = () =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('evidence')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .orderBy('created_at')
        .execute(),
    );
  const events = (type: string) =>
    city.db.read((tx) =>
      tx.db
        .selectFrom('audit_events')
        .selectAll()
        .where('agency_id', '=', tx.agencyId)
        .where('type', '=', type)
        .execute(),
    );

  it('takes numbers as an Indonesian writes them and keeps them exactly', async () => {
    const fields = entry({ value: '1.234,5678', narrative: 'Rekap layanan' });
    const response = await post(fields);
    expect(response.headers.get('location')).toBe(`${base}/progress/${indicator.id}`);
    const row = (await entries()).find((each) => each.id === fields.id);
    expect(row).toMatchObject({ value: '1234.5678', narrative: 'Rekap layanan', on_date: '2026-06-30' });
    const html = await (await app.get(employee, `${base}/progress/${indicator.id}`)).text();
    expect(html).toContain('1.234,5678 pasien');
    expect(html).toContain('rencana saat ini');
  });

  it('counts the days of the agency, not of the server', async () => {
    // 23 November 16:59:59 UTC is still the 23rd in Jakarta (23:59:59 WIB); one second later it is the 24th.
    test.setNow(new Date('2026-11-23T16:59:59Z'));
    expect((await post(entry({ onDate: '2026-11-24' }))).status).toBe(422);
    test.setNow(new Date('2026-11-23T17:00:00Z'));
    expect((await post(entry({ onDate: '2026-11-24' }))).status).toBe(303);
    test.setNow(new Date('2026-11-23T02:00:00Z'));
  });

  it('says what is wrong beside what was typed', async () => {
    const cases: [Record<string, string>, string][] = [
      [{ onDate: '2025-12-31' }, 'di luar masa penilaian'],
      [{ onDate: '2026-11-24' }, 'belum terjadi'],
      [{ value: 'banyak' }, 'Tulis angka'],
      [{ value: '', narrative: '' }, 'Isi angka realisasi'],
      [{ indicatorId: newId() }, 'tidak ada dalam rencana'],
      [{ link: 'javascript:alert(1)' }, 'diawali https://'],
      [{ onDate: '2026-02-30' }, 'tanggal yang benar'],
    ];
    const before = (await entries()).length;
    for (const [wrong, words] of cases) {
      const response = await post(entry({ narrative: 'Tetap ada', ...wrong }));
      const html = await response.text();
      expect(response.status, words).toBe(422);
      expect(html).toContain(words);
      if (!('narrative' in wrong)) expect(html).toContain('Tetap ada');
    }
    expect(await entries()).toHaveLength(before);
  });

  it('does nothing twice: double click, two tabs', async () => {
    const fields = entry({ files: new File(['a;b'], 'a.csv'), link: 'https://example.org/a' });
    const answers = await Promise.all([post(fields), post(fields), post(fields)]);
    expect(answers.map((each) => each.status)).toEqual([303, 303, 303]);
    expect((await entries()).filter((each) => each.id === fields.id)).toHaveLength(1);
    expect((await evidence()).filter((each) => each.progress_entry_id === fields.id)).toHaveLength(2);
    const recorded = (await events('progress.recorded')).filter((each) => each.subject_id === fields.id);
    expect(recorded).toHaveLength(1);
  });

  it('corrects by taking back and recording anew; two corrections at once have one outcome', async () => {
    const fields = entry({ value: '77' });
    await post(fields);
    const change = () => entry({ value: '78', replaces: fields.id, reason: 'Salah hitung' });
    const missing = await post({ ...change(), reason: '' });
    expect(missing.status).toBe(422);
    const answers = await Promise.all([post(change()), post(change())]);
    expect(answers.map((each) => each.status).sort()).toEqual([303, 409]);
    const rows = await entries();
    expect(rows.filter((each) => each.value === '78.0000')).toHaveLength(1);
    expect(rows.find((each) => each.id === fields.id)).toMatchObject({ withdrawn_reason: 'Salah hitung' });
    const html = await (await app.get(employee, `${base}/progress/${indicator.id}`)).text();
    expect(html).toContain('Salah hitung');
  });

  it('takes back once, and the value counts no more', async () => {
    const fields = entry({ value: '500' });
    await post(fields);
    const address = `${base}/progress/entries/${fields.id}/withdrawal`;
    const answers = await Promise.all([
      app.post(employee, address, { reason: 'Ganda' }),
      app.post(employee, address, { reason: 'Ganda' }),
    ]);
    expect(answers.map((each) => each.status)).toEqual([303, 303]);
    expect((await events('progress.withdrawn')).filter((each) => each.subject_id === fields.id)).toHaveLength(
      1,
    );
    expect((await app.post(employee, address, { reason: ' ' })).status).toBe(422);
    expect(
      (await app.post(employee, `${base}/progress/entries/${newId()}/withdrawal`, { reason: 'x' })).status,
    ).toBe(404);
  });

  it('waits for an agreed plan and an open period', async () => {
    const colleague = city.colleague.accountId;
    const theirs = `/a/${city.code}/appraisals/${city.participants.colleague}`;
    const early = await app.post(colleague, `${theirs}/progress/entries`, entry());
    expect(early.status).toBe(422);
    expect(await early.text()).toContain('setelah rencana (SKP) disepakati');
    expect(await (await app.get(colleague, `${theirs}/progress`)).text()).toContain('Belum ada rencana');
    const setState = (state: string) =>
      city.db.write((tx) =>
        tx.db
          .updateTable('periods')
          .set({ state })
          .where('agency_id', '=', tx.agencyId)
          .where('id', '=', city.periodId)
          .execute(),
      );
    await setState('closed');
    const late = await post(entry());
    expect(late.status).toBe(422);
    expect(await late.text()).toContain('tidak sedang dibuka');
    const feedback = { id: newId(), line: 'value:loyal', body: 'x' };
    expect((await app.post(city.appraiser.accountId, `${base}/feedback`, feedback)).status).toBe(422);
    await setState('open');
  });
});
