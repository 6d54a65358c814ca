import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Kriteria periode', en: 'Criteria of the period' },
  intro: {
    id: 'Kriteria diumumkan sebelum periode dibuka agar setiap pegawai tahu dengan apa ia dinilai.',
    en: 'Criteria are published before the period opens, so that everybody knows what they are appraised by.',
  },
  state: { id: 'Pengumuman', en: 'Publication' },
  unpublished: { id: 'Kriteria belum diumumkan', en: 'The criteria have not been published' },
  unpublishedHint: {
    id: 'Pengumuman memberi tahu {people} pegawai dan memulai masa pengumuman {days} hari. Sesudah itu skema periode tidak berubah lagi, kecuali pengumuman dicabut.',
    en: 'Publishing tells {people} employees and starts the notice time of {days} days. After that the schemes of the period stay as they are unless the publication is withdrawn.',
  },
  publish: { id: 'Umumkan kriteria', en: 'Publish the criteria' },
  published: { id: 'Kriteria diumumkan {date}', en: 'Criteria published on {date}' },
  noticeRuns: {
    id: 'Masa pengumuman {days} hari berjalan sampai {date}. Periode dapat dibuka sejak hari itu.',
    en: 'The notice time of {days} days runs until {date}. The period can be opened from that day.',
  },
  noticeOver: {
    id: 'Masa pengumuman {days} hari telah berakhir pada {date}.',
    en: 'The notice time of {days} days ended on {date}.',
  },
  withdraw: { id: 'Cabut pengumuman', en: 'Withdraw the publication' },
  withdrawReason: { id: 'Alasan mencabut', en: 'Reason for withdrawing' },
  withdrawHint: {
    id: 'Setelah dicabut, skema dapat diubah dan masa pengumuman dimulai lagi. Pernyataan sudah membaca tetap berlaku bagi versi skema yang sama.',
    en: 'Once withdrawn the schemes can be changed and the notice time begins anew. Confirmations stay valid for the same version of a scheme.',
  },
  schemes: { id: 'Skema yang berlaku', en: 'Schemes in force' },
  scheme: { id: 'Skema', en: 'Scheme' },
  people: { id: 'Pegawai', en: 'People' },
  notice: { id: 'Masa pengumuman', en: 'Notice time' },
  days: { id: '{days} hari', en: '{days} days' },
  noNotice: { id: 'tidak diminta', en: 'not asked for' },
  reading: { id: 'Pernyataan sudah membaca', en: 'Confirmation of having read' },
  readingAtLeast: { id: 'paling sedikit {percent} %', en: 'at least {percent} %' },
  confirmed: { id: 'Sudah menyatakan membaca', en: 'Have confirmed reading' },
  waiting: { id: 'Belum menyatakan membaca', en: 'Have not confirmed yet' },
  waitingIntro: {
    id: 'Nama di bawah ini dapat diingatkan sekaligus, sekali sehari.',
    en: 'Everybody named below can be reminded at once, once a day.',
  },
  remind: { id: 'Ingatkan {count} pegawai', en: 'Remind {count} employees' },
  reminded: { id: '{count} pegawai diingatkan.', en: '{count} employees reminded.' },
  remindedAlready: {
    id: 'Semua sudah diingatkan hari ini.',
    en: 'Everybody has been reminded today already.',
  },
  nobodyWaiting: { id: 'Semua sudah menyatakan membaca', en: 'Everybody has confirmed' },
  name: { id: 'Nama', en: 'Name' },
  unit: { id: 'Unit', en: 'Unit' },
  search: { id: 'Cari nama atau unit', en: 'Search name or unit' },
  publishedDone: {
    id: 'Kriteria diumumkan kepada {count} pegawai.',
    en: 'Criteria published to {count} employees.',
  },
  withdrawnDone: { id: 'Pengumuman kriteria dicabut.', en: 'The publication was withdrawn.' },
  alreadyPublished: {
    id: 'Kriteria sudah diumumkan. Muat ulang halaman.',
    en: 'The criteria have been published already. Reload the page.',
  },
  notPublished: {
    id: 'Pengumuman sudah dicabut. Muat ulang halaman.',
    en: 'The publication has been withdrawn already. Reload the page.',
  },
  fixedWhilePublished: {
    id: 'Kriteria sudah diumumkan kepada pegawai, sehingga skema dan tanggal mulai periode tidak dapat diubah. Cabut pengumuman lebih dahulu.',
    en: 'The criteria have been published, so the schemes and the first day of the period cannot change. Withdraw the publication first.',
  },
  nobodyToTell: {
    id: 'Belum ada pegawai yang ikut dalam periode ini. Lengkapi unit periode dahulu.',
    en: 'Nobody takes part in this period yet. Complete its units first.',
  },
  schemeMissing: {
    id: 'Skema {scheme} tidak tersedia. Pilih skema lain pada periode.',
    en: 'The scheme {scheme} is not there. Choose another for the period.',
  },
  // The employee's page
  mine: { id: 'Kriteria penilaian saya', en: 'What I am appraised by' },
  mineIntro: {
    id: 'Periode {period}. Bacalah kriteria di bawah ini. Bila ada yang tidak jelas, tanyakan kepada atasan atau pengelola kinerja sebelum periode dibuka.',
    en: 'Period {period}. Please read the criteria below. If anything is unclear, ask your superior or the personnel officer before the period opens.',
  },
  component: { id: 'Komponen', en: 'Component' },
  weight: { id: 'Bobot', en: 'Weight' },
  givenBy: { id: 'Diberikan oleh', en: 'Given by' },
  meaning: { id: 'Yang dinilai', en: 'What is appraised' },
  indicators: { id: 'Katalog indikator', en: 'Catalogue of indicators' },
  readAll: { id: 'Baca seluruh skema', en: 'Read the whole scheme' },
  confirm: { id: 'Saya telah membaca kriteria ini', en: 'I have read these criteria' },
  confirmHint: {
    id: 'Pernyataan ini hanya berarti Anda telah membaca. Anda tetap dapat mengajukan usul dan keberatan.',
    en: 'This only says that you have read them. You may still make proposals and objections.',
  },
  confirmedOn: { id: 'Anda menyatakan telah membaca pada {date}.', en: 'You confirmed reading on {date}.' },
  confirmedDone: {
    id: 'Terima kasih. Pernyataan Anda dicatat.',
    en: 'Thank you. Your confirmation is on record.',
  },
  nothing: {
    id: 'Belum ada kriteria yang diumumkan bagi Anda',
    en: 'No criteria have been published for you',
  },
  nothingHint: {
    id: 'Anda akan diberi tahu ketika kriteria periode berikutnya diumumkan.',
    en: 'You will be told when the criteria of the next period are published.',
  },
  // Checks before opening
  checkPublished: { id: 'Kriteria belum diumumkan', en: 'Criteria not published' },
  checkPublishedAdvice: {
    id: 'Skema yang dipakai meminta kriteria diumumkan sebelum periode dibuka.',
    en: 'A scheme in use asks for the criteria to be published before the period opens.',
  },
  checkNotice: { id: 'Masa pengumuman belum selesai', en: 'The notice time is still running' },
  checkNoticeAdvice: {
    id: 'Tunggu sampai masa pengumuman selesai; pegawai memakai waktu ini untuk membaca dan bertanya.',
    en: 'Wait until the notice time is over; people use it to read and to ask.',
  },
  checkNoticeDetail: { id: 'dapat dibuka sejak {date}', en: 'can be opened from {date}' },
  checkRead: {
    id: '{count} pegawai belum menyatakan membaca kriteria',
    en: '{count} employees have not confirmed the criteria',
  },
  checkReadAdvice: {
    id: 'Skema meminta bagian tertentu pegawai menyatakan telah membaca. Ingatkan mereka dari halaman kriteria.',
    en: 'The scheme asks a share of the people to confirm that they have read. Remind them from the criteria page.',
  },
  checkReadRest: {
    id: '{count} pegawai belum menyatakan membaca kriteria (bagian minimum tercapai)',
    en: '{count} employees have not confirmed the criteria (the least share is reached)',
  },
  checkReadRestAdvice: {
    id: 'Periode dapat dibuka. Sebaiknya mereka tetap diingatkan.',
    en: 'The period can be opened. They should still be reminded.',
  },
});
