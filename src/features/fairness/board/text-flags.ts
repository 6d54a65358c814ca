import type { DetectorName, NotTestedReason } from '#domain/statistics/fairness/types.ts';
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Pola yang perlu ditinjau', en: 'Patterns to review' },
  finding: {
    id: '{patterns} pola pada {raters} penilai',
    en: '{patterns} patterns of {raters} raters',
  },
  findingNone: { id: 'Tidak ada pola yang cukup jelas', en: 'No pattern is clear enough' },
  intro: {
    id: 'Yang buktinya paling kuat lebih dahulu. Karena banyak penilai diuji sekaligus, batasnya dikoreksi: rata-rata paling banyak {rate} % dari pola tiap jenis hanyalah kebetulan.',
    en: 'The strongest evidence first. As many raters are tested at once, the limits are corrected: on average at most {rate} % of the patterns of a kind are chance alone.',
  },
  pattern: { id: 'Pola', en: 'Pattern' },
  rater: { id: 'Penilai', en: 'Rater' },
  size: { id: 'Besarnya (interval 95 %)', en: 'Size (95 % interval)' },
  forms: { id: 'Penilaian', en: 'Ratings' },
  evidence: { id: 'Bukti', en: 'Evidence' },
  answered: { id: 'Penjelasan', en: 'Explanation' },
  isAnswered: { id: 'Sudah dijelaskan', en: 'Explained' },
  notAnswered: { id: 'Belum dijelaskan', en: 'Not explained yet' },
  open: { id: 'Lihat penilaian di baliknya', en: 'See the ratings behind it' },
  showAll: { id: 'Tampilkan semua pola', en: 'Show all patterns' },
  none: { id: 'Tidak ada pola yang perlu ditinjau', en: 'No patterns to review' },
  noProof: {
    id: 'Tanpa tanda bukan bukti adil.',
    en: 'No flag is no proof of fairness.',
  },
  noProofBody: {
    id: 'Kebanyakan pejabat menilai 5 sampai 15 orang. Pada jumlah itu hampir semua pola, kecuali butir yang serupa, tidak akan terlihat sekalipun ada. Tabel ini menunjukkan dari seratus penilai yang benar-benar berpola, berapa yang ditemukan dalam simulasi.',
    en: 'Most appraisers rate 5 to 15 people. With so few, almost no pattern but alike items would be seen even if it were there. The table says how many of a hundred raters with a true pattern were found in simulations.',
  },
  powerTable: { id: 'Peluang sebuah pola ditemukan', en: 'How likely a pattern is found' },
  powerForms: { id: '{count} penilaian', en: '{count} ratings' },
  ofHundred: { id: '{count} dari 100', en: '{count} of 100' },
  powerSource: {
    id: 'Simulasi: 500 penilai, 7 butir, skala 1 sampai 5, 4 % penilai diberi pola, batas 5 %.',
    en: 'Simulation: 500 raters, 7 items, scale from 1 to 5, 4 % of raters with a planted pattern, limit 5 %.',
  },
  detectorsTitle: { id: 'Apa yang diuji, dan apa yang tidak', en: 'What was tested, and what was not' },
  detectorsWhole: {
    id: 'Pengujian dilakukan atas seluruh instansi dalam skema ini.',
    en: 'Tests are made over the whole agency under this scheme.',
  },
  detector: { id: 'Pola', en: 'Pattern' },
  tested: { id: 'Diuji', en: 'Tested' },
  flagged: { id: 'Ditandai', en: 'Flagged' },
  notTested: { id: 'Tidak diuji, sebabnya', en: 'Not tested, and why' },
  detectable: { id: 'Terkecil yang dapat terlihat', en: 'Smallest that can be seen' },
  calibration: { id: 'Penyetelan', en: 'Calibration' },
  calibrated: { id: 'pusat {centre}, lebar {scale}', en: 'centre {centre}, scale {scale}' },
  notCalibrated: { id: 'tidak disetel', en: 'not calibrated' },
  unavailable: { id: 'Tidak diuji sama sekali: {why}', en: 'Not tested at all: {why}' },
  overall: {
    id: 'Seluruh instansi: {effect} ({low} sampai {high})',
    en: 'Whole agency: {effect} ({low} to {high})',
  },

  'no-model': { id: 'model tidak dapat diperkirakan', en: 'the model is not estimable' },
  'no-items': { id: 'formulir tidak memuat butir', en: 'forms hold no items' },
  'no-days': { id: 'tanggal penilaian tidak ada', en: 'there are no dates' },
  'no-groups': {
    id: 'kelompok pegawai tidak diperiksa per penilai, hanya bersama-sama di halaman Kelompok',
    en: 'groups are not examined by rater, only together on the page of groups',
  },
  'no-ties': { id: 'tidak ada hubungan yang dinyatakan', en: 'no ties were declared' },
  'no-rater-qualifies': {
    id: 'tidak ada penilai dengan cukup penilaian',
    en: 'no rater has enough ratings',
  },
  'few-forms': { id: 'terlalu sedikit penilaian: {count}', en: 'too few ratings: {count}' },
  unlinked: { id: 'tidak terhubung: {count}', en: 'not tied: {count}' },
  'no-contrast': { id: 'tidak ada bandingan: {count}', en: 'no contrast: {count}' },

  effectSevere: { id: '{effect} poin lebih rendah', en: '{effect} points lower' },
  effectLenient: { id: '{effect} poin lebih tinggi', en: '{effect} points higher' },
  effectPoints: { id: '{effect} poin', en: '{effect} points' },
  effectYear: { id: '{effect} poin per tahun', en: '{effect} points a year' },
  effectSlope: {
    id: '{effect} poin untuk tiap poin menurut penilai lain',
    en: '{effect} points for every point of other raters',
  },
  effectRatio: { id: '{effect} kali sebaran yang lazim', en: '{effect} times the usual spread' },
  effectShare: {
    id: '{effect} % formulir di atas yang lazim',
    en: '{effect} % of forms beyond what is usual',
  },
  interval: { id: '{low} sampai {high}', en: '{low} to {high}' },
  probability: {
    id: 'peluang {percent} % melewati batas',
    en: '{percent} % probability of being beyond the limit',
  },
  probabilityMost: {
    id: 'peluang > 99,9 % melewati batas',
    en: 'probability > 99.9 % of being beyond the limit',
  },
  q: { id: 'q = {q}', en: 'q = {q}' },
  qLeast: { id: 'q < 0,001', en: 'q < 0.001' },

  flagTitle: { id: 'Pola: {pattern}', en: 'Pattern: {pattern}' },
  aboutRater: { id: 'Penilaian oleh {rater}', en: 'Ratings by {rater}' },
  question: {
    id: 'Ini pertanyaan, bukan kesimpulan. Nilai tetap seperti diberikan.',
    en: 'This is a question, not a conclusion. Scores stay as they were given.',
  },
  facts: { id: 'Bukti', en: 'Evidence' },
  factSize: { id: 'Besarnya', en: 'Size' },
  factInterval: { id: 'Interval 95 %', en: '95 % interval' },
  factForms: { id: 'Jumlah penilaian', en: 'Number of ratings' },
  factCertainty: { id: 'Kepastian', en: 'Certainty' },
  factDetectable: {
    id: 'Terkecil yang akan terlihat (4 dari 5 kali)',
    en: 'Smallest that would be seen (4 times in 5)',
  },
  factLimit: { id: 'Batas kebijakan', en: 'Policy limit' },
  factLimitValue: { id: '±{threshold} poin', en: '±{threshold} points' },
  factMethod: { id: 'Metode', en: 'Method' },
  factMethodValue: { id: 'versi {method}, dihitung {when}', en: 'version {method}, computed {when}' },
  corrected: { id: '{q}, setelah koreksi banyak uji', en: '{q}, corrected for many tests' },
  innocent: {
    id: 'Penjelasan wajar yang perlu diperiksa lebih dahulu',
    en: 'Reasonable explanations to examine first',
  },
  answer: { id: 'Penjelasan penilai', en: "The appraiser's explanation" },
  answerBy: { id: '{rater}, {when}', en: '{rater}, {when}' },
  noAnswer: {
    id: 'Belum ada penjelasan. Penilai diminta menjelaskan sebelum menetapkan hasil yang bersangkutan.',
    en: 'There is no explanation yet. The appraiser is asked for it before ratifying the results concerned.',
  },
  cases: { id: 'Penilaian di baliknya', en: 'The ratings behind it' },
  casesHint: {
    id: 'Yang paling berperan lebih dahulu. Membuka sebuah hasil dicatat dan dapat dilihat pegawainya.',
    en: 'The most telling first. Opening a result is recorded, and the employee can see it.',
  },
  casesAll: {
    id: 'Pola ini menyangkut semua penilaiannya. Di bawah ini penilaian yang dapat Anda lihat.',
    en: 'This pattern concerns all of the ratings. Below are those that you may see.',
  },
  casesOutside: {
    id: '{count} penilaian lain berada di luar unit yang dapat Anda lihat.',
    en: {
      one: '{count} more rating is outside the units that you may see.',
      other: '{count} more ratings are outside the units that you may see.',
    },
  },
  employee: { id: 'Pegawai', en: 'Employee' },
  unit: { id: 'Unit', en: 'Unit' },
  given: { id: 'Diberi penilai ini', en: 'Given by this rater' },
  others: { id: 'Rata-rata penilai lain', en: 'Mean of other raters' },
  onDay: { id: 'Tanggal', en: 'Date' },
  openResult: { id: 'Buka hasil', en: 'Open the result' },
  noOthers: { id: 'tidak ada', en: 'none' },
  points: {
    id: '{value} ({count} penilai)',
    en: { one: '{value} ({count} rater)', other: '{value} ({count} raters)' },
  },
  nextSteps: { id: 'Yang dapat dilakukan', en: 'What can be done' },
  stepCalibration: {
    id: 'Bawa ke rapat kalibrasi: penilaian dapat dikembalikan kepada penilainya dengan alasan, tidak pernah diubah orang lain.',
    en: 'Bring it to a calibration meeting: a rating may be returned to its author with a reason, never changed by others.',
  },
  stepSecondLook: {
    id: 'Tambahkan penilaian kedua atas sebagian pegawainya, agar perbandingan lebih pasti.',
    en: 'Add second looks at some of the people, to make the comparison surer.',
  },
  stepTraining: {
    id: 'Tawarkan latihan menilai. Jangan mengarahkan nilai yang sedang diberikan.',
    en: 'Offer training in rating. Do not steer ratings while they are given.',
  },
  toSecondLooks: { id: 'Undian penilaian kedua', en: 'Draw of second looks' },
  toCalibration: { id: 'Rapat kalibrasi', en: 'Calibration meetings' },
  toBoard: { id: 'Kembali ke papan', en: 'Back to the board' },

  severityWhy1: {
    id: 'Penilai melihat bukti yang tidak dilihat penilai lain.',
    en: 'The appraiser saw evidence that others did not see.',
  },
  severityWhy2: {
    id: 'Timnya menghadapi tugas atau keadaan yang tidak tampak dalam formulir.',
    en: 'The team met tasks or circumstances that do not show in the forms.',
  },
  severityWhy3: {
    id: 'Perbandingannya bertumpu pada sedikit orang yang juga dinilai penilai lain.',
    en: 'The comparison rests on few people who were rated by others too.',
  },
  severityWhy4: {
    id: 'Timnya memang lebih baik atau lebih lemah dalam hal yang tidak terlihat pada orang-orang yang dinilai bersama.',
    en: 'The team truly is better or weaker in ways that the people rated by both do not show.',
  },
  centralWhy1: {
    id: 'Orang-orangnya memang bekerja setara, misalnya karena jabatannya sama.',
    en: 'These people do work equally well, for example in the same post.',
  },
  centralWhy2: {
    id: 'Skalanya hanya punya sedikit taraf, atau nilainya sudah dekat ujung skala.',
    en: 'The scale has few levels, or scores are close to its end already.',
  },
  haloWhy1: {
    id: 'Butir-butirnya memang berkaitan pada pekerjaan ini.',
    en: 'The items do go together in this work.',
  },
  haloWhy2: {
    id: 'Orangnya memang merata, atau nilainya sudah di ujung skala.',
    en: 'The person is even, or the score is at the end of the scale already.',
  },
  driftWhy1: {
    id: 'Kinerja orang-orang yang dinilai belakangan memang lain.',
    en: 'Those rated later did work differently.',
  },
  driftWhy2: {
    id: 'Urutan menilai mengikuti unit atau jabatan.',
    en: 'The order of rating followed units or posts.',
  },
  groupWhy1: {
    id: 'Tugas dan jabatan kelompok-kelompok itu berbeda.',
    en: 'Tasks and posts of the groups differ.',
  },
  fewWhy: {
    id: 'Jumlah orangnya kecil, sehingga kebetulan berperan besar.',
    en: 'Numbers are small, so that chance matters much.',
  },
  tiesWhy: {
    id: 'Orang yang hubungannya dinyatakan itu memang bekerja lebih baik atau lebih buruk.',
    en: 'The person with the declared tie did work better or worse.',
  },
});

const SEVERITY = [text.severityWhy1, text.severityWhy2, text.severityWhy3, text.severityWhy4];

/** What may lie behind a pattern without anybody having done wrong. */
export const INNOCENT: Readonly<Record<DetectorName, readonly (() => string)[]>> = {
  severity: SEVERITY,
  leniency: SEVERITY,
  'central-tendency': [text.centralWhy1, text.centralWhy2, text.fewWhy],
  halo: [text.haloWhy1, text.haloWhy2],
  'straight-lining': [text.haloWhy1, text.haloWhy2],
  drift: [text.driftWhy1, text.driftWhy2],
  'group-difference': [text.groupWhy1, text.fewWhy],
  ties: [text.tiesWhy, text.fewWhy],
};

export const NOT_TESTED: readonly NotTestedReason[] = ['few-forms', 'unlinked', 'no-contrast'];

/** Power in simulations by forms a rater: 8, 20, 40, 100; measured with 500 raters, see docs/fairness/board.md. */
export const POWER: readonly (readonly [DetectorName, readonly number[]])[] = [
  ['halo', [1, 1, 1, 1]],
  ['central-tendency', [0, 0.58, 0.99, 1]],
  ['drift', [0.01, 0.18, 0.62, 1]],
  ['group-difference', [0.01, 0.12, 0.62, 1]],
  ['ties', [0.02, 0.06, 0.4, 0.92]],
];
export const POWER_FORMS: readonly number[] = [8, 20, 40, 100];
