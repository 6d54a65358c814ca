/** Papers of an appraisal under a scheme of the agency: the official form as ever, and a page of its own behind it. */
import { writeFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { readPdf } from '#platform/documents/pdf-objects.ts';
import { pdfText } from '#platform/documents/pdf-text.ts';
import { testApp } from '../../../test/support/app.ts';
import { createCity } from '../../../test/support/city.ts';
import { testDatabase } from '../../../test/support/database.ts';
import { evaluationWalk } from '../../../test/support/evaluation.ts';
import { givePlan, samplePlan } from '../../../test/support/plans.ts';
import {
  adoptLocalScheme,
  instrumentOf,
  measure,
  planInWords,
  realise,
} from '../evaluation/local/local.fixture.ts';

const bare = (text: string) => text.replace(/\s+/g, '');

describe('papers under a scheme of the agency', async () => {
  const test = await testDatabase();
  const app = await testApp(test);
  const city = await createCity(test.database);
  await city.db.write((tx) => adoptLocalScheme(tx));
  const plan = await givePlan(city.db, city, city.participants.employee, planInWords(samplePlan()));
  await city.db.write((tx) => realise(tx, city, plan));
  await city.db.write((tx) => measure(tx, city));
  const walk = evaluationWalk(app, city);
  const paper = async (kind: string) => {
    const response = await app.get(city.employee.accountId, `${walk.path}/papers/${kind}.pdf`);
    expect(response.status).toBe(200);
    const file = Buffer.from(await response.arrayBuffer());
    if (process.env.TERA_SCREENSHOTS)
      await writeFile(`${process.env.TERA_SCREENSHOTS}/local-${kind}.pdf`, file);
    return { text: bare(pdfText(file)), pages: readPdf(file).pages.length };
  };

  it('print category, score and departure beside the predicate, and leave the form alone', async () => {
    const fields = {
      'official.results': 'above',
      'official.results.reason': 'Menangani dua kejadian luar biasa.',
      step: 'check',
    };
    const rated = await app.post(
      city.appraiser.accountId,
      `${walk.path}/evaluation/rating`,
      instrumentOf(plan, fields),
    );
    expect(rated.status).toBe(303);
    expect((await walk.give(1)).status).toBe(303);
    await walk.act(city.appraiser, 'ratification');
    const document = await paper('document');
    for (const said of [
      'DOKUMEN EVALUASI KINERJA PEGAWAI',
      'HASIL MENURUT SKEMA',
      'PENILAIAN KINERJA KOTA CONTOH',
      'MANTAP',
      '86,74',
      'Capaian kerja',
      '50 %',
      '43,34',
      'Sesuai ekspektasi',
      'Di atas ekspektasi',
      'Menangani dua kejadian luar biasa.',
      'Predikat kinerja menurut matriks PermenPANRB 6 Tahun 2022',
    ])
      expect(document.text).toContain(bare(said));
    // The official form stays one page; the annex is the second.
    expect(document.pages).toBe(2);
    const form = document.text.slice(0, document.text.indexOf(bare('HASIL MENURUT SKEMA')));
    expect(form).not.toContain('86,74');
    const evaluation = await paper('evaluation');
    for (const said of ['EVALUASI KINERJA PEGAWAI', 'HASIL MENURUT SKEMA', 'PENJELASAN HASIL'])
      expect(evaluation.text).toContain(bare(said));
  });
});
