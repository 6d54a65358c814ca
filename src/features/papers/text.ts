import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Dokumen', en: 'Papers' },
  intro: {
    id: 'Dokumen resmi penilaian ini sebagai PDF berbahasa Indonesia, siap ditandatangani.',
    en: 'The official papers of this appraisal as PDF in Indonesian, ready to sign.',
  },
  skp: { id: 'Sasaran Kinerja Pegawai (SKP)', en: 'Performance plan (SKP)' },
  feedback: { id: 'Umpan Balik Berkelanjutan', en: 'Continuous feedback' },
  evaluation: { id: 'Evaluasi Kinerja Pegawai', en: 'Performance evaluation' },
  document: { id: 'Dokumen Evaluasi Kinerja Pegawai', en: 'Performance evaluation document' },
  skpAbout: {
    id: 'Rencana hasil kerja, indikator, target, perilaku kerja, dan lampirannya.',
    en: 'Planned results, indicators, targets, behaviour and the annex.',
  },
  feedbackAbout: {
    id: 'Rencana dengan realisasi dan umpan balik, per tahap atau sampai akhir.',
    en: 'The plan with realisation and feedback, by stage or to the end.',
  },
  evaluationAbout: {
    id: 'Rencana dengan realisasi, umpan balik, rating, predikat, dan penjelasan hasil.',
    en: 'The plan with realisation, feedback, ratings, predicate and the explanation of the result.',
  },
  documentAbout: {
    id: 'Satu lembar untuk berkas kepegawaian: predikat, catatan, keberatan, dan keputusan.',
    en: 'One sheet for the staff file: predicate, notes, objection and decision.',
  },
  ready: { id: 'Siap dicetak', en: 'Ready to print' },
  draft: { id: 'Rancangan', en: 'Draft' },
  missing: { id: 'Belum ada', en: 'Not yet there' },
  noPlan: { id: 'SKP belum disusun.', en: 'The plan has not been written yet.' },
  planNotAgreed: { id: 'SKP belum disepakati.', en: 'The plan has not been agreed yet.' },
  noResult: { id: 'Hasil penilaian belum diberikan.', en: 'The result has not been given yet.' },
  notRatified: { id: 'Hasil penilaian belum disahkan.', en: 'The result has not been ratified yet.' },
  toPlan: { id: 'Buka SKP', en: 'Open the plan' },
  toEvaluation: { id: 'Buka penilaian', en: 'Open the evaluation' },
  toResult: { id: 'Buka hasil', en: 'Open the result' },
  draftPlanNote: {
    id: 'Belum disepakati; tercetak dengan tanda RANCANGAN.',
    en: 'Not agreed yet; printed with the mark RANCANGAN (draft).',
  },
  draftResultNote: {
    id: 'Hasil belum disahkan; tercetak dengan tanda RANCANGAN.',
    en: 'The result is not ratified yet; printed with the mark RANCANGAN (draft).',
  },
  versionNote: { id: 'Versi {version}, disepakati {date}.', en: 'Version {version}, agreed on {date}.' },
  ratifiedNote: { id: 'Disahkan {date}.', en: 'Ratified on {date}.' },
  revision: { id: 'Rancangan perubahan', en: 'Draft of the revision' },
  view: { id: 'Lihat', en: 'View' },
  download: { id: 'Unduh', en: 'Download' },
  viewOf: { id: 'Lihat {paper}', en: 'View {paper}' },
  downloadOf: { id: 'Unduh {paper}', en: 'Download {paper}' },
  newTab: { id: '(di tab baru)', en: '(in a new tab)' },
  wholePeriod: { id: 'Akhir', en: 'Final' },
  signing: { id: 'Tempat dan tanggal tanda tangan', en: 'Place and date of signing' },
  place: { id: 'Tempat', en: 'Place' },
  date: { id: 'Tanggal', en: 'Date' },
  placeHint: { id: 'Bila kosong: {place}.', en: 'If empty: {place}.' },
  dateHint: {
    id: 'Bila kosong: tanggal kesepakatan atau pengesahan.',
    en: 'If empty: the date of agreement or ratification.',
  },
  apply: { id: 'Terapkan pada dokumen', en: 'Apply to the papers' },
  applied: {
    id: 'Dokumen di halaman ini dicetak dengan tempat dan tanggal tersebut.',
    en: 'The papers on this page are printed with this place and date.',
  },
  placeTooLong: {
    id: 'Terlalu panjang: paling banyak {limit} karakter.',
    en: 'Too long: at most {limit} characters.',
  },
  dateWrong: {
    id: 'Tulis tanggal yang benar, misalnya 2026-01-31.',
    en: 'Give a real date, for example 2026-01-31.',
  },
  dateOutside: {
    id: 'Tanggal harus sejak awal periode dan paling lambat dua tahun sesudahnya.',
    en: 'The date must be after the period began and at most two years after its end.',
  },
  toBundle: { id: 'Cetak untuk satu unit atau tim', en: 'Print for a whole unit or team' },
});
