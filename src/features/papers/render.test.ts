import { describe, expect, test } from 'vitest';
import { objectOf, readPdf } from '#platform/documents/pdf-objects.ts';
import { pdfRuns, pdfText } from '#platform/documents/pdf-text.ts';
import {
  renderEvaluationDocument,
  renderEvaluationPaper,
  renderFeedbackPaper,
  renderPlanPaper,
  renderUnitBundle,
} from './render.ts';
import { sampleExplanation } from './sample-explanation.ts';
import {
  decidedObjection,
  mayor,
  sampleDocument,
  sampleEvaluation,
  sampleFeedback,
  samplePlan,
} from './samples.ts';

/** Text without spaces, because a cell may break anywhere between words. */
const packed = (text: string) => text.replace(/\s+/g, '');
const packedText = (file: Buffer) => packed(pdfText(file));
const pageCount = (file: Buffer) => readPdf(file).pages.length;

function isLandscape(file: Buffer, page: number): boolean {
  const { pages, ...pdf } = readPdf(file);
  const box = /\/MediaBox \[0 0 ([\d.]+) ([\d.]+)\]/.exec(objectOf(pdf, pages[page] ?? 0).head);
  return Number(box?.[1]) > Number(box?.[2]);
}

describe('A. Sasaran Kinerja Pegawai', () => {
  test('quantitative: columns, sections, behaviour, annex and signatures', () => {
    const file = renderPlanPaper(samplePlan());
    const text = packedText(file);
    for (const part of [
      'SASARAN KINERJA PEGAWAI',
      'BAGI PEJABAT ADMINISTRASI DAN PEJABAT FUNGSIONAL',
      'Periode penilaian: 1 Januari s.d. 31 Desember 2026',
      'Rencana Hasil Kerja Pimpinan yang Diintervensi',
      'Indikator Kinerja Individu',
      'A. Utama',
      'B. Tambahan',
      '(Penugasan dari Kepala Badan Perencanaan Pembangunan Daerah)',
      'Berorientasi Pelayanan',
      'Kolaboratif',
      'Ekspektasi Khusus Pimpinan',
      'Dukungan Sumber Daya',
      'Skema Pertanggungjawaban',
      'Konsekuensi',
      'Kota Contoh, 12 Januari 2026',
      'NIP 199205082023082001',
    ]) {
      expect(text).toContain(packed(part));
    }
    expect(text).not.toContain('Realisasi');
    expect(isLandscape(file, 0)).toBe(true);
  });

  test('leaders have perspectives and no aspects; a mayor has neither NIP nor rank', () => {
    const file = renderPlanPaper(samplePlan({ main: 1 }, { audience: 'leader', appraiser: mayor }));
    const text = packedText(file);
    expect(text).toContain(packed('BAGI PEJABAT PIMPINAN TINGGI DAN PIMPINAN UNIT KERJA MANDIRI'));
    expect(text).toContain(packed('Penguatan internal'));
    expect(text).not.toContain('Kuantitas');
    expect(text.match(/NIP\d{18}/g)).toHaveLength(4);
    expect(text).not.toMatch(/null|none|undefined/);
  });

  test('qualitative: measures as prose on an upright sheet; an empty section says so', () => {
    const file = renderPlanPaper(samplePlan({ additional: 0 }, { approach: 'qualitative' }));
    expect(packedText(file)).toContain(packed('Ukuran keberhasilan/indikator kinerja individu dan target:'));
    expect(packedText(file)).toContain(packed('(target: 97,5 %)'));
    expect(pdfRuns(file)).toContain('Tidak ada');
    expect(isLandscape(file, 0)).toBe(false);
  });
});

describe('B. and C.', () => {
  test('feedback has what came of it but no rating', () => {
    const text = packedText(renderFeedbackPaper(sampleFeedback()));
    expect(text).toContain(packed('PERIODE: TRIWULAN III'));
    expect(text).toContain(packed('Realisasi Berdasarkan Bukti Dukung'));
    expect(text).toContain(packed('Jadwal pemutakhiran perlu diumumkan lebih awal'));
    expect(text).not.toContain('Rating');
  });

  test('evaluation: all options of each choice, and the note only while a choice is open', () => {
    const decided = packedText(renderEvaluationPaper(sampleEvaluation()));
    for (const part of [
      'Istimewa / Baik / Butuh Perbaikan / Kurang / Sangat Kurang',
      'Di atas ekspektasi / Sesuai ekspektasi / Di bawah ekspektasi',
      'Sangat Baik / Baik / Butuh Perbaikan / Kurang/Misconduct / Sangat Kurang',
      'Pola Distribusi',
    ]) {
      expect(decided).toContain(packed(part));
    }
    expect(decided).not.toContain(packed('Coret yang tidak perlu'));
    const open = packedText(renderEvaluationPaper(sampleEvaluation({}, { predicate: null })));
    expect(open).toContain(packed('*) Coret yang tidak perlu.'));
  });

  test('unchosen options are struck through, the chosen one is not', () => {
    const struck = (file: Buffer) =>
      (file.toString('latin1').match(/\/TextDecorationType \/LineThrough/g) ?? []).length;
    // Organisation 4 of 5, results 2 of 3, behaviour 2 of 3, predicate 4 of 5.
    expect(struck(renderEvaluationPaper(sampleEvaluation()))).toBe(12);
    expect(struck(renderEvaluationPaper(sampleEvaluation({}, { predicate: null })))).toBe(8);
  });

  test('the curve is described to those who cannot see it', () => {
    const file = renderEvaluationPaper(sampleEvaluation({}, { dominantPredicate: 'sangat-baik' }));
    expect(file.toString('latin1')).toContain('dengan puncak pada predikat Sangat Baik');
    expect(packedText(renderEvaluationPaper(sampleEvaluation({}, { dominantPredicate: null })))).toContain(
      packed('Belum ditetapkan'),
    );
  });

  test('25 wordy results: every page has heads and its number', () => {
    const file = renderEvaluationPaper(sampleEvaluation({ main: 25, additional: 2, long: true }));
    const pages = pageCount(file);
    expect(pages).toBeGreaterThan(8);
    const runs = pdfRuns(file);
    for (let page = 1; page <= pages; page += 1) expect(runs).toContain(`Halaman ${page} dari ${pages}`);
    const text = packedText(file);
    expect(text).toContain(packed('data sektoral ke-25 yang lengkap'));
    const heads = text.split(packed('(1)(2)(3)(4)(5)(6)(7)(8)')).length - 1;
    expect(heads).toBeGreaterThanOrEqual(pages - 2);
  });

  test('the explanation is printed from the tree with rule, basis and who gave what', () => {
    const file = renderEvaluationPaper(sampleEvaluation({}, { explanation: sampleExplanation }));
    const text = packedText(file);
    for (const part of [
      'LAMPIRAN: PENJELASAN HASIL',
      'Predikat Anda Baik.',
      'Sesuai ekspektasi (usulan)',
      'Jumlah dataset yang diterbitkan (utama): Di atas ekspektasi (Drs. Bambang Sulistyo, M.Si., 18 Desember 2026). Alasan: Melebihi target 12 dataset',
      'Ketepatan waktu: belum ada',
      'Dasar: PermenPANRB 6 Tahun 2022, Pasal 24',
      '1.1.1.',
      '33,3',
    ]) {
      expect(text).toContain(packed(part));
    }
    expect(isLandscape(file, pageCount(file) - 1)).toBe(false);
  });
});

describe('D. Dokumen Evaluasi Kinerja Pegawai', () => {
  test('one page with its boxes; without an objection the superior does not sign', () => {
    const file = renderEvaluationDocument(sampleDocument());
    const text = packedText(file);
    expect(pageCount(file)).toBe(1);
    for (const part of ['Atasan Pejabat Penilai Kinerja', 'Catatan/Rekomendasi', 'Tidak ada keberatan.']) {
      expect(text).toContain(packed(part));
    }
    expect(text).toContain(packed('10. Pegawai yang Dinilai,'));
    expect(text).toContain(packed('11. Pejabat Penilai Kinerja,'));
    expect(text).not.toContain(packed('9. Atasan'));
  });

  test('an objection decided is printed with reasons, and the superior signs', () => {
    const file = renderEvaluationDocument(sampleDocument({ objection: decidedObjection }));
    const text = packedText(file);
    expect(pageCount(file)).toBe(1);
    expect(text).toContain(packed('Predikat diubah menjadi Sangat Baik'));
    expect(text).toContain(packed('Diajukan tanggal 6 Januari 2027'));
    expect(text).toContain(packed('Kota Contoh, 12 Januari 20279. Atasan Pejabat Penilai Kinerja,'));
  });

  test('an emblem is printed where an agency gave one, with its description', () => {
    const bytes = Buffer.from(
      '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9"><path d="M0 0h9v9H0z"/></svg>',
    );
    const emblem = { bytes, format: 'svg', description: 'Lambang Kota Contoh' } as const;
    expect(renderEvaluationDocument(sampleDocument({ emblem })).toString('latin1')).toContain(
      '(Lambang Kota Contoh)',
    );
  });

  test('names are text, never markup, and long words stay whole', () => {
    const plain = String.raw`#panic[x] *A* $b$ @c <d> \e _f_ `;
    const name = `${plain}${'W'.repeat(180)} 👍 محمد ꦲꦏ`;
    const sample = sampleDocument();
    const file = renderEvaluationDocument({
      ...sample,
      appraisee: { ...sample.appraisee, name },
      notes: [`Tautan https://contoh.go.id/${'berkas-sangat-panjang-'.repeat(12)}`, 'Baris satu\nBaris dua'],
    });
    const text = packedText(file);
    expect(text).toContain(packed(plain) + 'W'.repeat(180));
    expect(text).toContain('berkas-sangat-panjang-'.repeat(12));
    expect(pdfRuns(file)).toContain('Baris dua');
  });

  test('the file names itself, its office, its language and its day, and is the same every time', () => {
    const file = renderEvaluationDocument(sampleDocument());
    const all = file.toString('latin1');
    expect(all).toContain(
      '(Dokumen Evaluasi Kinerja Pegawai: Rahmawati Nurhaliza, S.Kom., 1 Januari s.d. 31 Desember 2026)',
    );
    expect(all).toContain('(Pemerintah Kota Contoh)');
    expect(all).toContain('/Lang (id-ID)');
    expect(all).toContain('D:20261231');
    expect(renderEvaluationDocument(sampleDocument()).equals(file)).toBe(true);
    expect(packedText(file)).toContain(
      packed('EKP-2026-000123 · 1 Januari s.d. 31 Desember 2026 · Periksa keaslian'),
    );
  });
});

test('a unit is one file: papers in order, page numbers of their own, progress told', async () => {
  const sample = sampleDocument();
  const papers = Array.from({ length: 10 }, (_, index) => {
    const appraisee = { ...sample.appraisee, name: `Pegawai ${index + 1}` };
    return index % 2 === 0 ? sampleDocument({ appraisee }) : samplePlan({ main: 1 }, { appraisee });
  });
  const heard: string[] = [];
  const file = await renderUnitBundle(papers, 'Berkas Dinas Contoh', (done, total) => {
    heard.push(`${done}/${total}`);
  });
  expect(heard).toEqual(['4/10', '8/10', '10/10']);
  const pages = pdfText(file).split('\n');
  expect(pages[0]).toContain('Pegawai 1');
  expect(pages[0]).toContain('Halaman 1 dari 1');
  expect(pages[1]).toContain('Pegawai 2');
  expect(pages[1]).toMatch(/Halaman 1 dari [23]$/);
  expect(pages.at(-1)).toContain('Pegawai 10');
  expect(file.toString('latin1')).toContain('(Berkas Dinas Contoh)');
});
