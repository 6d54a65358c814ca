/** What commands and checks say. The pages' own words stand in text-pages.ts. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  periodNotOpen: {
    id: 'Periode penilaian ini tidak sedang dibuka, sehingga rating tidak dapat diubah.',
    en: 'This period is not open, so ratings cannot be changed.',
  },
  excluded: {
    id: 'Pegawai ini tidak ikut dinilai pada periode ini.',
    en: 'This person does not take part in this period.',
  },
  noPlan: {
    id: 'Belum ada SKP yang disepakati. Sepakati SKP lebih dahulu.',
    en: 'No plan has been agreed yet. Agree the plan first.',
  },
  planChanged: {
    id: 'SKP berubah sejak draf ini dibuka. Muat ulang halaman dan periksa kembali.',
    en: 'The plan has changed since this draft was opened. Reload the page and check again.',
  },
  stale: {
    id: 'Draf ini sudah diubah di tempat lain. Muat ulang halaman sebelum melanjutkan.',
    en: 'This draft was changed elsewhere. Reload the page before you go on.',
  },
  changed: {
    id: 'Keadaannya sudah berubah sejak halaman ini dibuka. Muat ulang halaman untuk melihat keadaan terkini.',
    en: 'The state has changed since this page was opened. Reload the page to see what it is now.',
  },
  resultGivenAlready: {
    id: 'Hasil sudah diberikan, sehingga penilaian diri tidak dapat dibuka kembali.',
    en: 'The result has been given, so the self-assessment cannot be reopened.',
  },
  ratingMissing: { id: 'Pilih rating.', en: 'Choose a rating.' },
  reasonForRating: {
    id: 'Tuliskan alasan untuk rating di atas atau di bawah ekspektasi.',
    en: 'Give the reason for a rating above or below expectation.',
  },
  uniformReasonMissing: {
    id: 'Semua rating sama. Tuliskan satu kalimat mengapa demikian.',
    en: 'All ratings are the same. Say in one sentence why.',
  },
  decisionMissing: { id: 'Putuskan ratingnya.', en: 'Decide the rating.' },
  mainBelowExcludesAbove: {
    id: 'Ada hasil kerja utama di bawah ekspektasi, sehingga hasil kerja tidak dapat dinilai di atas ekspektasi. Pilih rating lain atau tinjau rating hasil kerja itu.',
    en: 'A main result is below expectation, so results cannot be rated above expectation. Choose another rating, or review that result.',
  },
  departureReasonMissing: {
    id: 'Keputusan berbeda dari saran. Tuliskan alasannya.',
    en: 'The decision departs from the suggestion. Give the reason.',
  },
  incomplete: {
    id: 'Penilaian belum lengkap. Lengkapi isian yang ditandai.',
    en: 'The rating is not complete. Fill in the marked fields.',
  },
  selfIncomplete: {
    id: 'Isi realisasi dan rating untuk setiap hasil kerja.',
    en: 'Give realisation and rating for every result.',
  },
  realisationMissing: { id: 'Tuliskan realisasinya.', en: 'Describe what was achieved.' },
  reasonMissing: { id: 'Tuliskan alasannya.', en: 'Please give the reason.' },
  groundMissing: { id: 'Pilih dasar perubahan.', en: 'Choose the ground.' },
  objectionTooLate: {
    id: 'Batas waktu keberatan sudah lewat pada {date}. Menurut PP 30/2019 Pasal 59, tidak mengajukan keberatan dalam batas waktu berarti menerima.',
    en: 'The deadline for objections passed on {date}. By PP 30/2019 Article 59, not objecting in time means accepting.',
  },
  explanationAwaited: {
    id: 'Penjelasan pejabat penilai masih ditunggu sampai {date}. Putusan tanpa penjelasan baru dapat diberikan setelah tanggal itu.',
    en: "The appraiser's explanation is awaited until {date}. A decision without it can be given only after that date.",
  },
  ratingsUnchanged: {
    id: 'Rating yang dipilih sama dengan yang lama. Pilih rating lain, atau putuskan menolak keberatan.',
    en: 'The ratings chosen are the same as before. Choose others, or decide to uphold the result.',
  },
  mayNotFix: {
    id: 'Predikat unit ditetapkan oleh pimpinan satu tingkat di atas unit ini.',
    en: "The unit's predicate is fixed by the leader one level above this unit.",
  },
  distributionReasonMissing: {
    id: 'Sebaran tidak sesuai dengan pola. Tuliskan alasannya sebagaimana diwajibkan instansi.',
    en: 'The distribution departs from the pattern. Give the reason, as the agency requires.',
  },
  lapseReason: {
    id: 'Tidak mengajukan keberatan dalam batas waktu',
    en: 'No objection within the deadline',
  },
  dueObjection: {
    id: 'keberatan atas hasil penilaian; hasil dianggap diterima',
    en: 'objection to the result; it counts as accepted',
  },
});
