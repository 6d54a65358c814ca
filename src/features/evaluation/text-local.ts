/** Words of appraisals under a scheme of the agency. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  intro: {
    id: 'Dinilai menurut skema {scheme}. Angka dari rencana, kemajuan, dan berkas diambil apa adanya; yang Anda isi hanya bagian Anda.',
    en: 'Appraised under the scheme {scheme}. Numbers from plan, progress and files are taken as they are; you fill in only what is yours.',
  },
  readScheme: { id: 'Baca skema ini', en: 'Read this scheme' },
  // Preview.
  preview: { id: 'Hasil sementara', en: 'Result so far' },
  previewNotYet: {
    id: 'Kategori belum dapat dihitung. Yang masih ditunggu: {components}.',
    en: 'The category cannot be computed yet. Still awaited: {components}.',
  },
  previewIncomplete: {
    id: 'Kategori belum dapat dihitung karena ada isian yang belum lengkap.',
    en: 'The category cannot be computed yet because some fields are not complete.',
  },
  category: { id: 'Kategori', en: 'Category' },
  score: { id: 'Nilai', en: 'Score' },
  suggestions: { id: 'Usulan rating resmi', en: 'Suggested official ratings' },
  resultsRating: { id: 'Hasil kerja', en: 'Results' },
  behaviourRating: { id: 'Perilaku kerja', en: 'Behaviour' },
  suggestionWaits: { id: 'menunggu data', en: 'awaiting data' },
  predicateNow: {
    id: 'Predikat resmi dengan rating di bawah: {predicate}',
    en: 'Official predicate with the ratings below: {predicate}',
  },
  predicateSuggested: {
    id: 'Predikat resmi bila usulan diikuti: {predicate}',
    en: 'Official predicate if the suggestions are followed: {predicate}',
  },
  showTree: { id: 'Lihat perhitungannya', en: 'See how it is computed' },
  noteTitle: { id: 'Catatan', en: 'Notes' },
  measuredFrom: {
    id: '{origin}: {note}. Dicatat oleh {name}, {when}.',
    en: '{origin}: {note}. Recorded by {name}, {when}.',
  },
  fromFile: { id: 'Berkas', en: 'File' },
  releasedOn: { id: '{origin}, {when}.', en: '{origin}, {when}.' },
  fromVoices: { id: 'Suara lain, dirilis bersama', en: 'Other voices, released together' },
  fromSurvey: { id: 'Survei', en: 'Survey' },
  fromRegister: { id: 'Daftar inovasi', en: 'Register of innovations' },
  byOfficer: { id: 'Entri petugas', en: 'Entered by an officer' },
  // The result.
  byScheme: { id: 'Menurut skema {scheme}', en: 'Under the scheme {scheme}' },
  officialPredicate: { id: 'Predikat kinerja resmi', en: 'Official predicate' },
  bandFrom: { id: '{category}: {from} ke atas', en: '{category}: {from} and above' },
  aligned: { id: 'Disesuaikan dengan predikat resmi', en: 'Aligned with the official predicate' },
  mappingTitle: { id: 'Dari skema ke predikat resmi', en: 'From the scheme to the official predicate' },
  mappingIntro: {
    id: 'Kedua rating resmi diusulkan skema dari bukti yang sama, lalu ditegaskan atau diubah dengan alasan. Matriks PermenPANRB 6/2022 menyatukan keduanya menjadi predikat.',
    en: 'The scheme suggests both official ratings from the same evidence; they are confirmed, or changed with a reason. The matrix of PermenPANRB 6/2022 joins them into the predicate.',
  },
  rating: { id: 'Rating', en: 'Rating' },
  suggested: { id: 'Usulan skema', en: 'Suggested' },
  decided: { id: 'Ditetapkan', en: 'Decided' },
  reason: { id: 'Alasan', en: 'Reason' },
  asSuggested: { id: 'sesuai usulan', en: 'as suggested' },
  // How it is made.
  makingTitle: { id: 'Bagaimana nilai ini tersusun', en: 'How this score is made' },
  makingFinding: {
    id: 'Sumbangan terbesar: {name}, {points} dari {total} poin.',
    en: 'The largest part: {name}, {points} of {total} points.',
  },
  component: { id: 'Komponen', en: 'Component' },
  weight: { id: 'Bobot', en: 'Weight' },
  componentScore: { id: 'Nilai', en: 'Score' },
  points: { id: 'Sumbangan', en: 'Part' },
  picture: { id: 'Gambar', en: 'Picture' },
  total: { id: 'Jumlah', en: 'Total' },
  capped: { id: 'dibatasi skema', en: 'capped by the scheme' },
  leftOut: { id: 'tidak dihitung', en: 'left out' },
  legend: {
    id: 'Bagian tua: sumbangan. Bagian muda: ruang yang tersisa sampai 100.',
    en: 'Dark: the part that counted. Light: the room left up to 100.',
  },
  measurements: { id: 'Data terukur', en: 'Measurements' },
  asJson: { id: 'Penjelasan sebagai JSON', en: 'Explanation as JSON' },
  // What-if.
  tryIt: { id: 'Coba ubah masukan', en: 'Try other values' },
  whatIfTitle: { id: 'Bagaimana jika?', en: 'What if?' },
  whatIfIntro: {
    id: 'Ubah nilai di bawah untuk melihat hasil yang akan keluar. Tidak ada yang disimpan dan hasil yang sah tidak berubah.',
    en: 'Change values below to see what would come out. Nothing is stored, and the real result does not change.',
  },
  whatIfAnonymous: {
    id: 'Jawaban orang lain hanya dapat diubah bersama-sama, sehingga tidak terbaca satu per satu.',
    en: 'What other people answered can only be changed together, so that nobody can be read out.',
  },
  compute: { id: 'Hitung', en: 'Compute' },
  startAgain: { id: 'Mulai lagi dari hasil yang sah', en: 'Start again from the real result' },
  backToResult: { id: 'Kembali ke hasil', en: 'Back to the result' },
  now: { id: 'Sekarang', en: 'Now' },
  changed: { id: 'Jika diubah', en: 'If changed' },
  same: { id: 'Tidak ada yang berubah.', en: 'Nothing changes.' },
  unchangedYet: { id: 'Belum ada nilai yang diubah.', en: 'No value has been changed yet.' },
  whatDiffers: { id: 'Yang akan berbeda', en: 'What would differ' },
  wouldBe: { id: 'Hasilnya akan menjadi', en: 'The result would be' },
  part: { id: 'Bagian', en: 'Part' },
  cannotSay: {
    id: 'Dengan nilai ini hasil belum dapat dihitung: {components} belum ada.',
    en: 'With these values there is no result yet: {components} is missing.',
  },
  localOnlyOfficial: {
    id: 'Keputusan atas keberatan mengubah rating resmi; kategori skema mengikuti predikatnya.',
    en: 'A decision on an objection changes the official ratings; the category of the scheme follows the predicate.',
  },
});
