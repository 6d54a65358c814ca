import type { DetectorName } from '#domain/statistics/fairness/types.ts';
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  cardTitle: { id: 'Pola yang perlu ditinjau', en: 'Patterns to review' },
  cardIntro: {
    id: 'Perhitungan terakhir menemukan pola dalam penilaian Anda. Sebuah pola bukan kesalahan: ia meminta penjelasan, dan penjelasannya Anda yang tahu. Penjelasan Anda dibaca petugas bersama polanya.',
    en: 'The last computation found a pattern in your ratings. A pattern is not a fault: it asks for an explanation, and it is you who knows it. Officers read your explanation together with the pattern.',
  },
  none: { id: 'Tidak ada pola yang perlu ditinjau', en: 'No patterns to review' },
  noneBody: {
    id: 'Perhitungan terakhir tidak menemukan pola dalam penilaian Anda. Ini bukan bukti bahwa tidak ada apa-apa; di bawah tertulis apa yang dapat terlihat.',
    en: 'The last computation found no pattern in your ratings. This is no proof that there is none; what can be seen is said below.',
  },
  pageTitle: { id: 'Sebelum mengesahkan: jelaskan pola ini', en: 'Before ratifying: explain these patterns' },
  pageIntro: {
    id: 'Penilaian atas {person} termasuk dalam pola berikut. Jelaskan masing-masing dengan satu kalimat atau lebih; sesudah itu hasilnya dapat Anda sahkan. Nilainya tidak perlu diubah, dan pertanyaan ini diajukan sekali saja untuk periode ini.',
    en: 'The rating of {person} is part of the following patterns. Explain each in a sentence or more; after that you can ratify the result. The ratings need not change, and this is asked only once in this period.',
  },
  innocent: { id: 'Penjelasan yang wajar, misalnya', en: 'Reasonable explanations, such as' },
  casesTitle: {
    id: 'Penilaian Anda di balik pola ini ({count})',
    en: 'Your ratings behind this pattern ({count})',
  },
  moreCases: { id: 'dan {count} lagi', en: 'and {count} more' },
  aboutAll: {
    id: 'Pola ini menyangkut semua penilaian Anda dalam skema ini.',
    en: 'This pattern concerns all of your ratings under this scheme.',
  },
  evidence: {
    id: '{n} penilaian · model: {model} · {evidence}',
    en: '{n} ratings · model: {model} · {evidence}',
  },
  modelSeverity: { id: 'efek acak bersilang', en: 'crossed random effects' },
  modelDetector: { id: 'pembandingan dengan semua penilai', en: 'comparison with all appraisers' },
  evidenceProbability: {
    id: 'peluang melebihi batas {percent} %',
    en: 'probability of being beyond the threshold {percent} %',
  },
  evidenceQ: { id: 'q {q} (setelah koreksi banyak uji)', en: 'q {q} (corrected for many tests)' },
  evidenceInterval: { id: 'interval 95 %: {low} sampai {high}', en: '95 % interval: {low} to {high}' },
  field: { id: 'Penjelasan Anda: {pattern}', en: 'Your explanation: {pattern}' },
  fieldHint: {
    id: 'Misalnya bukti yang Anda lihat, keadaan tim, atau cara Anda memakai skala. {least}–{most} karakter; tidak dapat diubah setelah dikirim.',
    en: 'Such as the evidence you saw, the situation of the team, or how you use the scale. {least} to {most} characters; cannot be changed once sent.',
  },
  tooShort: {
    id: 'Jelaskan sedikitnya dengan satu kalimat ({least} karakter).',
    en: 'Please explain in a sentence at least ({least} characters).',
  },
  send: { id: 'Kirim penjelasan', en: 'Send the explanation' },
  sendOnWay: { id: 'Kirim dan kembali ke hasil', en: 'Send and go back to the result' },
  backToResult: { id: 'Kembali ke hasil tanpa menjelaskan', en: 'Back to the result without explaining' },
  yourAnswer: { id: 'Penjelasan Anda, {when}', en: 'Your explanation, {when}' },
  sentOnWay: {
    id: 'Penjelasan Anda dicatat. Silakan sahkan hasilnya.',
    en: 'Your explanation was recorded. Please ratify the result.',
  },
  nothingLeft: {
    id: 'Tidak ada lagi pola yang perlu dijelaskan. Silakan sahkan hasilnya.',
    en: 'No pattern is left to explain. Please ratify the result.',
  },
  sent: { id: 'Penjelasan Anda dicatat.', en: 'Your explanation was recorded.' },
  nothingToAnswer: {
    id: 'Tidak ada pola yang perlu dijelaskan lagi pada perhitungan terbaru.',
    en: 'The newest computation holds no pattern that needs an explanation any more.',
  },
  newOnes: {
    id: 'Penjelasan Anda dicatat. Perhitungan baru menemukan satu pola lagi; jelaskan juga yang ini.',
    en: 'Your explanation was recorded. A new computation found another pattern; please explain this one too.',
  },
  homeTitle: { id: 'Ada pola yang perlu Anda jelaskan', en: 'There is a pattern for you to explain' },
  homeBody: {
    id: '{count} pola dalam penilaian Anda pada {period}. Satu kalimat cukup; sebelum mengesahkan hasil, pertanyaannya akan muncul juga.',
    en: '{count} patterns in your ratings of {period}. A sentence is enough; before ratifying you will be asked as well.',
  },
  openMirror: { id: 'Buka cermin penilaian', en: 'Open the mirror' },

  severityName: { id: 'lebih rendah daripada penilai lain', en: 'lower than other appraisers' },
  leniencyName: { id: 'lebih tinggi daripada penilai lain', en: 'higher than other appraisers' },
  centralName: { id: 'beda antarorang kecil', en: 'small differences between people' },
  haloName: { id: 'butir dalam satu formulir mirip', en: 'items within a form alike' },
  straightName: { id: 'satu taraf untuk semua butir', en: 'one level for every item' },
  driftName: { id: 'berubah menurut tanggal', en: 'changing with the date' },
  groupName: { id: 'berbeda menurut kelompok', en: 'different by group' },
  tiesName: { id: 'berbeda pada hubungan yang dinyatakan', en: 'different on declared ties' },

  severity: {
    id: 'Penilaian Anda rata-rata {effect} poin lebih rendah daripada penilaian orang lain atas orang yang sama atau sebanding.',
    en: 'Your ratings are on average {effect} points lower than those of others about the same or comparable people.',
  },
  leniency: {
    id: 'Penilaian Anda rata-rata {effect} poin lebih tinggi daripada penilaian orang lain atas orang yang sama atau sebanding.',
    en: 'Your ratings are on average {effect} points higher than those of others about the same or comparable people.',
  },
  central: {
    id: 'Beda antarorang dalam penilaian Anda kecil: satu poin beda menurut penilai lain menjadi {effect} poin pada Anda.',
    en: 'Differences between people are small in your ratings: one point of difference for other appraisers is {effect} points for you.',
  },
  halo: {
    id: 'Butir-butir dalam satu formulir Anda lebih mirip daripada yang lazim: sebarannya {effect} kali yang lazim pada nilai rata-rata yang sama.',
    en: 'The items within a form of yours are more alike than usual: their spread is {effect} times what is usual at the same mean.',
  },
  straight: {
    id: 'Formulir dengan satu taraf untuk semua butir lebih sering daripada yang lazim pada nilai rata-rata yang sama, dengan selisih {effect} % dari formulir Anda.',
    en: 'Forms with one level on every item are more frequent than usual at the same mean, by {effect} % of your forms.',
  },
  driftStricter: {
    id: 'Penilaian Anda makin ketat menurut tanggal: {effect} poin per tahun.',
    en: 'Your ratings become stricter by date: {effect} points a year.',
  },
  driftLooser: {
    id: 'Penilaian Anda makin longgar menurut tanggal: {effect} poin per tahun.',
    en: 'Your ratings become more lenient by date: {effect} points a year.',
  },
  group: {
    id: 'Selisih Anda dengan penilai lain tidak sama bagi semua kelompok orang: bedanya {effect} poin.',
    en: 'Your difference from other appraisers is not the same for all groups of people: it differs by {effect} points.',
  },
  ties: {
    id: 'Pada orang yang hubungannya dengan Anda dinyatakan, penilaian Anda berbeda {effect} poin dari yang diperkirakan.',
    en: 'On people with a declared tie to you, your ratings differ by {effect} points from what is expected.',
  },

  severityWhy1: {
    id: 'Anda melihat bukti yang tidak dilihat penilai lain.',
    en: 'You saw evidence that others did not see.',
  },
  severityWhy2: {
    id: 'Tim menghadapi tugas atau keadaan yang tidak tampak dalam formulir.',
    en: 'The team met tasks or circumstances that do not show in the forms.',
  },
  severityWhy3: {
    id: 'Hanya sedikit orang Anda yang juga dinilai orang lain.',
    en: 'Only few of your people were rated by others too.',
  },
  centralWhy1: {
    id: 'Orang-orangnya memang bekerja setara, misalnya karena jabatannya sama.',
    en: 'These people do work equally well, for example in the same post.',
  },
  centralWhy2: { id: 'Skalanya hanya punya sedikit taraf.', en: 'The scale has few levels only.' },
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
    id: 'Urutan penilaian mengikuti unit atau jabatan.',
    en: 'The order of rating followed units or posts.',
  },
  groupWhy1: {
    id: 'Tugas dan jabatan kelompok-kelompok itu berbeda.',
    en: 'Tasks and posts of the groups differ.',
  },
  groupWhy2: {
    id: 'Jumlah orangnya kecil, sehingga kebetulan berperan besar.',
    en: 'Numbers are small, so that chance matters much.',
  },
  tiesWhy1: {
    id: 'Orang itu memang bekerja lebih baik atau lebih buruk.',
    en: 'The person did work better or worse.',
  },
});

interface PatternWords {
  readonly name: () => string;
  /** `isRising` only matters for drift: ratings becoming higher. */
  readonly sentence: (effect: string, isRising: boolean) => string;
  readonly innocent: readonly (() => string)[];
}

export const PATTERNS: Readonly<Record<DetectorName, PatternWords>> = {
  severity: {
    name: text.severityName,
    sentence: (effect) => text.severity({ effect }),
    innocent: [text.severityWhy1, text.severityWhy2, text.severityWhy3],
  },
  leniency: {
    name: text.leniencyName,
    sentence: (effect) => text.leniency({ effect }),
    innocent: [text.severityWhy1, text.severityWhy2, text.severityWhy3],
  },
  'central-tendency': {
    name: text.centralName,
    sentence: (effect) => text.central({ effect }),
    innocent: [text.centralWhy1, text.centralWhy2],
  },
  halo: {
    name: text.haloName,
    sentence: (effect) => text.halo({ effect }),
    innocent: [text.haloWhy1, text.haloWhy2],
  },
  'straight-lining': {
    name: text.straightName,
    sentence: (effect) => text.straight({ effect }),
    innocent: [text.haloWhy1, text.haloWhy2],
  },
  drift: {
    name: text.driftName,
    sentence: (effect, isRising) =>
      isRising ? text.driftLooser({ effect }) : text.driftStricter({ effect }),
    innocent: [text.driftWhy1, text.driftWhy2],
  },
  'group-difference': {
    name: text.groupName,
    sentence: (effect) => text.group({ effect }),
    innocent: [text.groupWhy1, text.groupWhy2],
  },
  ties: {
    name: text.tiesName,
    sentence: (effect) => text.ties({ effect }),
    innocent: [text.tiesWhy1, text.groupWhy2],
  },
};
