import { messages } from '#platform/locale/messages.ts';

export const heardText = messages({
  title: { id: 'Suara lain', en: 'Other voices' },
  intro: {
    id: 'Yang dikatakan orang lain tentang pekerjaan ini. Suara tanpa nama ditampilkan sebagai rata-rata dari sejumlah formulir; catatannya diacak dan tidak bertanggal. Semua dirilis bersama, sekali, dan tidak berubah sesudahnya.',
    en: 'What others said about this work. Voices without a name are shown as the mean of a number of forms; their remarks are shuffled and have no date. Everything is released together, once, and does not change afterwards.',
  },
  waiting: {
    id: 'Suara lain masih dikumpulkan sampai {date}. Sebelum itu tidak ada yang dapat dilihat, oleh siapa pun.',
    en: 'Other voices are being collected until {date}. Before that there is nothing to see, for anybody.',
  },
  none: { id: 'Belum ada suara lain', en: 'No other voices yet' },
  noneHint: {
    id: 'Suara lain belum diminta untuk periode ini.',
    en: 'Other voices have not been asked for in this period.',
  },
  whoWasAsked: { id: 'Siapa yang diminta', en: 'Who was asked' },
  forms: {
    id: '{count} formulir',
    en: { one: '{count} form', other: '{count} forms' },
  },
  tooFew: { id: 'Terlalu sedikit', en: 'Too few' },
  tooFewHint: {
    id: 'Formulir yang masuk kurang dari {least}. Isinya dihapus tanpa dibaca, dan bobot suara ini dibagi kepada suara lain secara terbuka.',
    en: 'Fewer than {least} forms came in. They were removed unread, and the weight of this voice is shared openly among the others.',
  },
  component: { id: 'Yang dinilai', en: 'What was rated' },
  mean: { id: 'Rata-rata', en: 'Mean' },
  level: { id: 'tingkat {level}', en: 'level {level}' },
  notCounted: { id: 'terlalu sedikit jawaban', en: 'too few answers' },
  remarks: { id: 'Catatan', en: 'Remarks' },
  noRemarks: { id: 'Tidak ada catatan.', en: 'No remarks.' },
  general: { id: 'Umum', en: 'In general' },
  hidden: {
    id: 'Catatan ini disembunyikan oleh petugas. Alasan: {reason}',
    en: 'This remark was hidden by an officer. Reason: {reason}',
  },
  keptAfterReport: {
    id: 'Pernah dilaporkan; petugas memutuskan tetap ditampilkan. Alasan: {reason}',
    en: 'Was reported; an officer decided that it stays. Reason: {reason}',
  },
  reported: { id: 'Dilaporkan, menunggu keputusan petugas.', en: 'Reported, waiting for an officer.' },
  report: { id: 'Laporkan catatan ini', en: 'Report this remark' },
  reportHint: {
    id: 'Misalnya menghina, mengancam, atau menyangkut urusan pribadi. Petugas kepegawaian akan memutuskan.',
    en: 'For instance insulting, threatening or about private matters. A personnel officer will decide.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  saidBy: { id: 'oleh {person}', en: 'by {person}' },
});
