import { describe, expect, it } from 'vitest';
import { pdfText } from '#platform/documents/pdf-text.ts';
import { newId } from '#platform/identifier.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../test/support/plans.ts';
import { appraisalFacts } from './queries.ts';
import { recordYear } from './year.fixture.ts';

const KINDS = ['skp', 'feedback', 'evaluation', 'document'] as const;

const bare = (text: string) => text.replace(/\s+/g, '');
/** Whether the paper says it, wherever its lines end. */
async function textOf(response: Response): Promise<string> {
  expect(response.status).toBe(200);
  expect(response.headers.get('content-type')).toBe('application/pdf');
  return bare(pdfText(Buffer.from(await response.arrayBuffer())));
}
function expectSaid(text: string, ...parts: readonly string[]): void {
  for (const part of parts) expect(text, part).toContain(bare(part));
}

describe('papers of an appraisal', async () => {
  const test = await testDatabase();
  const city = await createCity(test.database);
  const other = await createCity(test.database, 'kota-lain');
  const app = await testApp(test);
  const base = `/a/${city.code}/appraisals/${city.participants.employee}/papers`;
  const get = (who: { accountId: string } | null, inside = '') =>
    app.get(who?.accountId ?? null, base + inside);

  it('says in words what is missing, with the way there', async () => {
    const html = await (await get(city.employee)).text();
    expect(html).toContain('SKP belum disusun.');
    expect(html).toContain('Hasil penilaian belum diberikan.');
    expect(html).toContain(`/appraisals/${city.participants.employee}/plan"`);
    for (const kind of KINDS) {
      const response = await get(city.employee, `/${kind}.pdf`);
      expect(response.status, kind).toBe(303);
      expect(response.headers.get('location')).toBe(base);
    }
    expect((await get(city.employee, '/rahasia.pdf')).status).toBe(404);
    expect((await get(city.employee, '/skp')).status).toBe(404);
  });

  it('prints a draft with its mark: the author at any time, others once it is proposed', async () => {
    const participantId = city.participants.colleague;
    const address = `/a/${city.code}/appraisals/${participantId}/papers`;
    await city.db.write((tx) =>
      tx.db
        .insertInto('plans')
        .values({
          agency_id: tx.agencyId,
          id: newId(),
          participant_id: participantId,
          state: 'draft',
          content: JSON.stringify(samplePlan()),
          revision: 1,
          version: 0,
          updated_at: tx.now,
        })
        .execute(),
    );
    const own = await textOf(await app.get(city.colleague.accountId, `${address}/skp.pdf`));
    expectSaid(own, 'RANCANGAN', 'Dewi Lestari');
    expect((await app.get(city.appraiser.accountId, `${address}/skp.pdf`)).status).toBe(303);
    await city.db.write((tx) =>
      tx.db
        .updateTable('plans')
        .set({ state: 'proposed' })
        .where('agency_id', '=', tx.agencyId)
        .where('participant_id', '=', participantId)
        .execute(),
    );
    expectSaid(await textOf(await app.get(city.appraiser.accountId, `${address}/skp.pdf`)), 'RANCANGAN');
  });

  it('prints a whole appraisal: plan, progress, feedback, ratings, predicate, objection and decision', async () => {
    const plan = await givePlan(city.db, city, city.participants.employee);
    const [first] = plan.results;
    const [cover] = first?.indicators ?? [];
    if (!first || !cover) throw new Error('the sample plan has them');
    await recordYear(city, plan);
    const skp = await textOf(await get(city.employee, '/skp.pdf'));
    expectSaid(skp, 'Rina Novita', 'Budi Santoso', 'Perawat Ahli Pertama', 'Puskesmas Contoh', 'III/b');
    expectSaid(skp, first.statement, cover.statement, '95 %', 'Kuantitas', '20 Januari 2026', 'kota-contoh');
    expectSaid(skp, 'Menyapa setiap pasien', 'Vaksin dan rantai dingin', 'Akuntabel');
    expect(skp).not.toContain('RANCANGAN');

    const feedback = await textOf(await get(city.head, '/feedback.pdf'));
    expectSaid(
      feedback,
      'PERIODE: AKHIR',
      '900,5 pasien',
      'Loket kedua dibuka',
      'Dibantu #let x = *tebal* $1$',
    );
    expectSaid(feedback, 'Rekap kunjungan Agustus', 'Antrean makin tertib (pejabat penilai, 10 Juni 2026)');
    expectSaid(feedback, 'Laporan selalu lengkap');
    expect(feedback).not.toContain('Ditarik');
    const second2 = await textOf(await get(city.officer, '/feedback.pdf?stage=2'));
    expectSaid(
      second2,
      'PERIODE: TRIWULAN II',
      '400,5 pasien',
      'Antrean makin tertib',
      '1 April s.d. 30 Juni 2026',
    );
    for (const later of ['Dibantu', 'Rekap kunjungan', 'Laporan selalu'])
      expect(second2).not.toContain(bare(later));
    expect((await get(city.officer, '/feedback.pdf?stage=9')).status).toBe(404);

    const walk = evaluationWalk(app, city);
    await walk.given(plan);
    expectSaid(await textOf(await get(city.employee, '/evaluation.pdf')), 'RANCANGAN', 'Baik');
    expect((await get(city.employee, '/document.pdf')).status).toBe(303);
    expect((await walk.act(city.appraiser, 'ratification')).status).toBe(303);
    const open = await textOf(await get(city.employee, '/document.pdf'));
    expect(open).not.toContain(bare('Tidak ada keberatan.'));
    await walk.act(city.employee, 'objection', { reason: 'Dua laporan tidak dihitung.' });
    await walk.act(city.appraiser, 'explanation', { reason: 'Laporan diterima setelah tenggat.' });
    const decision = await walk.act(city.head, 'decision', {
      reason: 'Laporan sah menurut surat tugas.',
      decision: 'changed',
      newResultId: newId(),
      'results-rating': 'above',
      'behaviour-rating': 'above',
    });
    expect(decision.status).toBe(303);

    const evaluation = await textOf(await get(city.auditor, '/evaluation.pdf'));
    expectSaid(evaluation, 'Capaian Kinerja Organisasi', 'Istimewa', 'Di atas ekspektasi', 'Sangat Baik');
    expectSaid(evaluation, 'PENJELASAN HASIL', '900,5 pasien', 'Budi Santoso');
    expect(evaluation).not.toContain('RANCANGAN');
    const document = await textOf(await get(city.mayor, '/document.pdf'));
    expectSaid(document, 'DOKUMEN EVALUASI KINERJA PEGAWAI', 'PERIODE: AKHIR', 'SANGAT BAIK', 'ISTIMEWA');
    expectSaid(document, 'Disarankan mengikuti pelatihan manajemen imunisasi', 'Dua laporan tidak dihitung.');
    expectSaid(document, 'Laporan diterima setelah tenggat.', 'Predikat diubah menjadi Sangat Baik');
    expectSaid(document, 'Laporan sah menurut surat tugas.', 'Sari Wulandari', '23 November 2026');
    const signers = document.slice(document.indexOf('11.PejabatPenilai'));
    expectSaid(signers, 'Budi Santoso');
  });

  it('is there for whoever may read the appraisal, and for nobody else', async () => {
    const { employee, appraiser, head, officer, unitOfficer, auditor, mayor } = city;
    for (const who of [employee, appraiser, head, officer, unitOfficer, auditor, mayor]) {
      expect((await get(who)).status, who.name).toBe(200);
      for (const kind of KINDS)
        expect((await get(who, `/${kind}.pdf`)).status, `${who.name} ${kind}`).toBe(200);
    }
    for (const who of [city.colleague, city.stranger, other.officer, other.employee, other.mayor]) {
      expect((await get(who)).status, who.name).toBe(404);
      for (const kind of KINDS)
        expect((await get(who, `/${kind}.pdf`)).status, `${who.name} ${kind}`).toBe(404);
    }
    expect((await get(null)).status).toBe(303);
    expect((await get(null, '/skp.pdf')).headers.get('location')).toContain('/sign-in');
  });

  it('names the file after the person and records who looked', async () => {
    const response = await get(city.auditor, '/skp.pdf');
    expect(response.headers.get('content-disposition')).toBe(
      `inline; filename="SKP-2026-Rina-Novita.pdf"; filename*=UTF-8''SKP-2026-Rina-Novita.pdf`,
    );
    const kept = await get(city.auditor, '/feedback.pdf?stage=1&download=yes');
    expect(kept.headers.get('content-disposition')).toContain(
      'attachment; filename="Umpan-Balik-2026-Triwulan-I-Rina-Novita.pdf"',
    );
    const looked = await city.db.read((tx) =>
      tx.db
        .selectFrom('access_log')
        .select(['actor_id', 'what'])
        .where('agency_id', '=', tx.agencyId)
        .where('person_id', '=', city.employee.id)
        .execute(),
    );
    expect(looked).toContainEqual({ actor_id: city.auditor.id, what: 'paper:skp' });
    expect(looked.filter((each) => each.actor_id === city.employee.id)).toEqual([]);
  });

  it('takes place and date of signing, and says what is wrong with them', async () => {
    const hostile = 'Contoh "#strong[x]" <b>';
    const query = new URLSearchParams({ place: hostile, date: '2026-02-01' });
    const html = await (await get(city.employee, `?${query}`)).text();
    expect(html).toContain('date=2026-02-01');
    expect(html).not.toContain('<b>');
    const text = await textOf(await get(city.employee, `/skp.pdf?${query}`));
    expectSaid(text, hostile, '1 Februari 2026');
    for (const date of ['2026-02-30', 'kemarin', '2025-12-31', '2029-06-01']) {
      const refused = await get(city.employee, `?date=${date}`);
      expect(refused.status, date).toBe(422);
      const sent = await get(city.employee, `/skp.pdf?date=${date}`);
      expect(sent.status).toBe(303);
      expect(sent.headers.get('location')).toContain(`date=${date}`);
    }
    expect((await get(city.employee, `?place=${'x'.repeat(81)}`)).status).toBe(422);
  });

  it('asks the database as often for five people as for one', async () => {
    const count = (ids: readonly string[]) =>
      city.db.read(async (tx) => {
        let queries = 0;
        const counted = tx.db.withPlugin({
          transformQuery: ({ node }) => {
            queries += 1;
            return node;
          },
          transformResult: async ({ result }) => result,
        });
        const found = await appraisalFacts(Object.assign(Object.create(tx), { db: counted }), ids);
        expect(found.size).toBe(ids.length);
        return queries;
      });
    const one = await count([city.participants.employee]);
    expect(one).toBeGreaterThan(5);
    expect(await count(Object.values(city.participants))).toBe(one);
  });
});
