import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { givePlan } from '../../../test/support/plans.ts';

describe('evidence files', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const app = await testApp(test);
  const id = city.participants.employee;
  const plan = await givePlan(city.db, city, id);
  const indicator = plan.results[0]?.indicators[0];
  if (!indicator) throw new Error('the sample plan has indicators');
  const base = `/a/${city.code}/appraisals/${id}`;
  const employee = city.employee.accountId;
  const send = (files: File, more: Record<string, string> = {}) =>
    app.post(employee, `${base}/progress/entries`, {
      id: newId(),
      linkId: newId(),
      indicatorId: indicator.id,
      onDate: '2026-06-30',
      value: '80',
      files,
      ...more,
    });
  const rows = () =>
    city.db.read((tx) =>
      tx.db.selectFrom('evidence').selectAll().where('agency_id', '=', tx.agencyId).execute(),
    );

  it('refuses what could run, and what is empty or too large', async () => {
    const program = new File([new Uint8Array([0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0])], 'laporan.pdf');
    const cases: [File, string][] = [
      [program, 'tidak dapat diterima'],
      [new File(['<!doctype html><script>alert(1)</script>'], 'surat.pdf'), 'tidak sesuai'],
      [new File([''], 'kosong.pdf'), 'kosong'],
      [new File([new Uint8Array(10 * 1024 * 1024 + 1)], 'besar.pdf'), 'lebih besar dari 10 MB'],
    ];
    for (const [file, words] of cases) {
      const response = await send(file);
      expect(response.status, words).toBe(422);
      expect(await response.text()).toContain(words);
    }
    expect(await rows()).toEqual([]);
  });

  it('does not ask for a good file again when another field is wrong', async () => {
    const refused = await send(new File(['a;b'], 'rekap.csv'), { value: 'banyak' });
    const html = await refused.text();
    expect(html).toContain('rekap.csv');
    const kept = /name="kept" value="([^"]+)"/.exec(html)?.[1] ?? '';
    const accepted = await app.post(employee, `${base}/progress/entries`, {
      id: newId(),
      linkId: newId(),
      indicatorId: indicator.id,
      onDate: '2026-06-30',
      value: '81',
      kept,
    });
    expect(accepted.status).toBe(303);
    expect((await rows()).map((row) => row.title)).toEqual(['rekap.csv']);
  });

  it('does not attach somebody else’s file', async () => {
    const [theirs] = await city.db.read((tx) =>
      tx.db.selectFrom('files').select('id').where('agency_id', '=', tx.agencyId).execute(),
    );
    const colleaguePlan = await givePlan(city.db, city, city.participants.colleague);
    const response = await app.post(
      city.colleague.accountId,
      `/a/${city.code}/appraisals/${city.participants.colleague}/progress/entries`,
      {
        id: newId(),
        linkId: newId(),
        indicatorId: colleaguePlan.results[0]?.indicators[0]?.id ?? '',
        onDate: '2026-06-30',
        value: '1',
        kept: theirs?.id ?? '',
      },
    );
    expect(response.status).toBe(303);
    expect(await rows()).toHaveLength(1);
  });

  it('serves a file so that nothing in it can run', async () => {
    await send(new File(['%PDF-1.4\n%%EOF'], '../../surat "tugas".pdf'));
    const pdf = (await rows()).find((row) => row.title.endsWith('.pdf'));
    const csv = (await rows()).find((row) => row.title.endsWith('.csv'));
    const shown = await app.get(employee, `${base}/evidence/${pdf?.id}`);
    expect(shown.headers.get('content-type')).toBe('application/pdf');
    expect(shown.headers.get('content-disposition')).toMatch(/^inline; filename="surat[\w.-]+pdf"/);
    const kept = await app.get(city.appraiser.accountId, `${base}/evidence/${csv?.id}`);
    expect(kept.headers.get('content-disposition')).toMatch(/^attachment/);
    expect(await kept.text()).toBe('a;b');
    for (const response of [shown, kept]) {
      expect(response.headers.get('x-content-type-options')).toBe('nosniff');
      expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
      expect(response.headers.get('cache-control')).toBe('private, no-store');
    }
    expect(kept.headers.get('content-security-policy')).toContain('sandbox');
    const logged = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .execute(),
    );
    expect(logged).toEqual([{ actor_id: city.appraiser.id, what: 'evidence' }]);
  });
});
