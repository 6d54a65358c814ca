import { messages } from '#platform/locale/messages.ts';

/** Words of the check before sending, of what follows, and of refusals. */
export const text = messages({
  title: { id: 'Periksa sebelum kirim', en: 'Check before sending' },
  intro: {
    id: 'Ini yang akan dibaca {person}, tidak lebih dan tidak kurang.',
    en: 'This is what {person} will read, no more and no less.',
  },
  seenTitle: { id: 'Yang akan dibaca {person}', en: 'What {person} will read' },
  meanOf: { id: 'Rata-rata dari sedikitnya {least} formulir', en: 'The mean of at least {least} forms' },
  meanOnly: {
    id: 'Satu angka untuk seluruh bagian ini. Tingkat yang Anda pilih tidak ditampilkan.',
    en: 'One figure for this whole part. The levels you chose are not shown.',
  },
  partEmpty: {
    id: 'Anda tidak menilai bagian ini; formulir Anda tidak ikut dihitung di sini.',
    en: 'You rated nothing here; your form does not count in this part.',
  },
  remarksTitle: { id: 'Catatan, tanpa nama', en: 'Remarks, without a name' },
  remarksNamed: { id: 'Catatan', en: 'Remarks' },
  remarksMixed: {
    id: 'Kata demi kata seperti di bawah, diacak bersama catatan orang lain, tanpa nama, tanggal, dan urutan.',
    en: 'Word by word as below, shuffled with the remarks of others, without name, date or order.',
  },
  noRemarks: { id: 'Anda tidak menulis catatan.', en: 'You wrote no remarks.' },
  wholeForm: { id: 'Umum', en: 'In general' },
  saidBy: { id: 'Ditulis oleh {name}, {voice}', en: 'Written by {name}, {voice}' },
  ownTitle: { id: 'Jawaban Anda ({answered} dari {total})', en: 'Your answers ({answered} of {total})' },
  ownHidden: {
    id: 'Hanya Anda yang melihat daftar ini, dan hanya sampai formulir dikirim.',
    en: 'Only you see this list, and only until the form is sent.',
  },
  change: { id: 'Ubah', en: 'Change' },
  changeItem: { id: 'Ubah jawaban untuk {item}', en: 'Change the answer on {item}' },
  unanswered: { id: 'Belum dijawab', en: 'Not answered' },
  unansweredNotice: {
    id: '{count} pertanyaan belum dijawab. Bila dikirim begini, butir itu tidak dihitung.',
    en: {
      one: '{count} question is not answered. Sent like this, that item is not counted.',
      other: '{count} questions are not answered. Sent like this, those items are not counted.',
    },
  },
  answerThem: { id: 'Jawab sekarang', en: 'Answer now' },

  changedSince: {
    id: 'Jawaban Anda berubah di perangkat lain sejak halaman ini dibuka. Periksa sekali lagi sebelum mengirim.',
    en: 'Your answers changed on another device since this page was opened. Please check once more before sending.',
  },

  // What may tell who wrote it
  mayTell: { id: 'Catatan ini mungkin menunjukkan siapa Anda', en: 'This remark may tell who you are' },
  'hint-name': { id: 'memuat nama Anda: “{words}”', en: 'it has your name: “{words}”' },
  'hint-number': { id: 'memuat nomor induk: “{words}”', en: 'it has a personal number: “{words}”' },
  'hint-phone': { id: 'memuat nomor telepon: “{words}”', en: 'it has a phone number: “{words}”' },
  'hint-mail': { id: 'memuat alamat surel: “{words}”', en: 'it has a mail address: “{words}”' },
  'hint-role': { id: 'menyebut peran Anda: “{words}”', en: 'it says your role: “{words}”' },
  'hint-post': {
    id: 'menyebut jabatan atau unit Anda: “{words}”',
    en: 'it names your post or unit: “{words}”',
  },
  mayTellAdvice: {
    id: 'Anda boleh mengirimnya seperti ini. Yang dapat menilai apakah kata-kata ini hanya cocok untuk Anda adalah Anda sendiri.',
    en: 'You may send it like this. Only you can tell whether these words fit you alone.',
  },

  // The promise
  promiseTitle: { id: 'Janji kami', en: 'Our promise' },
  promiseStored: {
    id: 'Yang disimpan: jawaban Anda, tersegel, tanpa nama dan tanpa waktu. Bahwa Anda diminta dan apakah formulir Anda masih terbuka tercatat terpisah.',
    en: 'What is kept: your answers, sealed, without a name and without a time. That you were asked, and whether your form is still open, is kept apart.',
  },
  promiseReleased: {
    id: 'Dibuka serentak sesudah {date}, dan hanya bila ada sedikitnya {least} formulir. Bila kurang, semuanya dihapus tanpa dibaca.',
    en: 'Opened all at once after {date}, and only if there are at least {least} forms. With fewer, all are removed unread.',
  },
  promiseSeal: {
    id: 'Siapa yang mengirim hanya dapat dibuka bila dua pemegang kunci, Inspektorat dan petugas kepegawaian, membukanya bersama untuk satu kasus. Alasannya dicatat dan Anda diberi tahu.',
    en: 'Who sent it can only be opened when two key holders, the inspectorate and the personnel officer, open it together for one case. The reason is recorded and you are told.',
  },
  promiseSealGuest: {
    id: 'Siapa yang mengirim hanya dapat dibuka bila dua pemegang kunci, Inspektorat dan petugas kepegawaian, membukanya bersama untuk satu kasus. Alasannya dicatat, dan instansi memberi tahu Anda.',
    en: 'Who sent it can only be opened when two key holders, the inspectorate and the personnel officer, open it together for one case. The reason is recorded, and the agency tells you.',
  },
  promiseFinal: {
    id: 'Sesudah dikirim, formulir tidak dapat dibuka atau diubah lagi, juga oleh Anda: sistem tidak lagi tahu yang mana milik Anda.',
    en: 'Once sent, the form cannot be opened or changed, not even by you: the system no longer knows which one is yours.',
  },
  promiseNamed: {
    id: 'Formulir ini memuat nama Anda. Sesudah {date}, {person} dan pejabat penilainya membaca jawaban dan catatan Anda bersama nama Anda.',
    en: 'This form has your name. After {date}, {person} and the appraiser read your answers and remarks together with your name.',
  },
  promiseNamedFinal: {
    id: 'Sesudah dikirim, formulir tidak dapat diubah lagi.',
    en: 'Once sent, the form cannot be changed.',
  },

  // Sending
  send: { id: 'Kirim', en: 'Send' },
  sendAnyway: { id: 'Kirim tanpa contoh', en: 'Send without an example' },
  writeExample: { id: 'Tulis satu contoh', en: 'Write one example' },
  nudgeTitle: { id: 'Bolehkah kami meminta satu contoh?', en: 'May we ask for one example?' },
  'nudge-one-level': {
    id: 'Semua butir Anda beri tingkat yang sama. Satu contoh dari yang Anda lihat membuat suara Anda lebih berarti.',
    en: 'You gave every item the same level. One example of what you saw makes your voice count for more.',
  },
  'nudge-only-ends': {
    id: 'Semua butir Anda beri tingkat tertinggi atau terendah. Satu contoh dari yang Anda lihat membuat suara Anda lebih berarti.',
    en: 'You gave every item the highest or the lowest level. One example of what you saw makes your voice count for more.',
  },
  nothingToSend: {
    id: 'Belum ada satu butir pun yang dinilai, sehingga belum ada yang dapat dikirim. Jawab sedikitnya satu, atau nyatakan bahwa Anda tidak dapat menjawab.',
    en: 'Not a single item is rated yet, so there is nothing to send. Answer at least one, or say that you cannot answer.',
  },

  // Afterwards
  thanksTitle: {
    id: 'Terima kasih, suara Anda sudah diterima',
    en: 'Thank you, your voice has been received',
  },
  thanksBody: {
    id: 'Formulir ini tidak dapat dibuka lagi, juga oleh Anda. Itu disengaja: jawaban dipisahkan dari nama Anda, dan sistem tidak lagi tahu yang mana milik Anda.',
    en: 'This form cannot be opened again, not even by you. That is on purpose: the answers were parted from your name, and the system no longer knows which ones are yours.',
  },
  thanksNamed: {
    id: 'Formulir ini tidak dapat diubah lagi. Isinya dibuka bersama suara lain sesudah pengumpulan berakhir.',
    en: 'This form cannot be changed any more. It is opened together with the other voices after the collection has ended.',
  },
  thanksReleased: {
    id: 'Semua suara dibuka serentak sesudah {date}.',
    en: 'All voices are opened at once after {date}.',
  },
  thanksClose: { id: 'Anda dapat menutup halaman ini.', en: 'You can close this page.' },
  nextOne: { id: 'Formulir berikutnya', en: 'The next form' },
  backToList: { id: 'Kembali ke daftar', en: 'Back to the list' },
  overTitle: { id: 'Pengumpulan suara ini sudah berakhir', en: 'This collection of voices is over' },
  overBody: {
    id: 'Formulir tidak dapat diisi lagi. Anda tidak perlu melakukan apa pun.',
    en: 'The form can no longer be filled in. There is nothing you need to do.',
  },
  withdrawnTitle: { id: 'Permintaan ini ditarik', en: 'This request was withdrawn' },
  withdrawnBody: {
    id: 'Anda tidak perlu mengisi formulir ini lagi. Jawaban yang sempat tersimpan tidak dipakai.',
    en: 'You need not fill in this form any more. Answers that were saved are not used.',
  },
  declinedTitle: { id: 'Anda menyatakan tidak dapat menjawab', en: 'You said that you cannot answer' },
  declinedBody: {
    id: 'Terima kasih sudah memberi tahu. Petugas kepegawaian dapat meminta orang lain.',
    en: 'Thank you for telling us. The personnel officer can ask somebody else.',
  },

  // Declining
  refuseTitle: { id: 'Anda tidak dapat menjawab?', en: 'You cannot answer?' },
  refuseIntro: {
    id: 'Itu boleh dan tidak ada akibatnya bagi Anda. Alasan Anda dibaca petugas kepegawaian saja, agar orang lain dapat diminta.',
    en: 'That is allowed and has no consequence for you. Only the personnel officer reads your reason, so that somebody else can be asked.',
  },
  reason: { id: 'Alasan', en: 'Reason' },
  'reason-contact': {
    id: 'Saya tidak cukup mengenal pekerjaannya',
    en: 'I do not know the work well enough',
  },
  'reason-conflict': { id: 'Ada benturan kepentingan', en: 'There is a conflict of interest' },
  'reason-conflict-hint': {
    id: 'Hubungan keluarga, usaha, perselisihan, atau perkara yang sedang berjalan.',
    en: 'Family, business, a dispute, or a pending case.',
  },
  'reason-other': { id: 'Alasan lain', en: 'Another reason' },
  reasonMissing: { id: 'Pilih alasannya.', en: 'Please choose the reason.' },
  declareTitle: { id: 'Bila ada benturan kepentingan', en: 'If there is a conflict of interest' },
  declareHint: {
    id: 'Anda dapat sekaligus menyatakan hubungannya. Pernyataan itu dicatat sebagai fakta dan diketahui {person}. Boleh dikosongkan.',
    en: 'You can declare the relation at the same time. It is recorded as a fact and {person} is told. It may be left empty.',
  },
  declareKind: { id: 'Hubungan', en: 'Relation' },
  declareNot: { id: 'Tidak saya nyatakan', en: 'I do not declare it' },
  relation: { id: 'Hubungan keluarga', en: 'Family relation' },
  relationHint: { id: 'Hanya untuk hubungan keluarga.', en: 'Only for a family relation.' },
  relationNone: { id: 'Pilih…', en: 'Choose…' },
  relationMissing: { id: 'Pilih hubungan keluarganya.', en: 'Please choose the family relation.' },
  words: { id: 'Penjelasan', en: 'Explanation' },
  wordsHint: {
    id: 'Singkat saja. Untuk “Alasan lain” wajib diisi.',
    en: 'A few words. Needed for “Another reason”.',
  },
  wordsMissing: { id: 'Tulis alasannya dengan singkat.', en: 'Please write the reason in a few words.' },
  refuse: { id: 'Nyatakan tidak dapat menjawab', en: 'Say that I cannot answer' },
  backToForm: { id: 'Kembali ke formulir', en: 'Back to the form' },

  // Guests
  goneTitle: { id: 'Tautan ini tidak berlaku', en: 'This link is not valid' },
  goneBody: {
    id: 'Mungkin formulirnya sudah dikirim, waktunya berakhir, permintaannya ditarik, atau alamatnya tidak lengkap. Salin alamat dari surat dengan lengkap, atau hubungi instansi yang meminta Anda.',
    en: 'Perhaps the form was sent, its time is over, the request was withdrawn, or the address is not complete. Copy the whole address from the letter, or ask the agency that wrote to you.',
  },
  tooManyTitle: { id: 'Terlalu banyak percobaan', en: 'Too many attempts' },
  tooManyBody: {
    id: 'Dari jaringan ini banyak alamat yang tidak berlaku dicoba. Tunggu sepuluh menit, lalu buka lagi tautan dari surat Anda.',
    en: 'Many addresses that are not valid were tried from this network. Wait ten minutes, then open the link of your letter again.',
  },
  guestDeclined: { id: 'Terima kasih sudah memberi tahu', en: 'Thank you for telling us' },
});
