import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Suara lain', en: 'Other voices' },
  intro: {
    id: 'Rekan, bawahan, atasan, dan pihak lain diminta menilai dengan formulir singkat. Suara tanpa nama dirilis bersama setelah hari terakhir, mulai jumlah formulir paling sedikit.',
    en: 'Colleagues, subordinates, superiors and others are asked for a short form. Voices without a name are released together after the last day, from the least number of forms up.',
  },
  preparation: { id: 'penyiapan suara lain', en: 'preparation of other voices' },

  plan: { id: 'Rencanakan pengumpulan suara', en: 'Plan the round' },
  planHint: {
    id: 'Tera mengusulkan siapa yang ditanya tentang siapa, dengan beban serata mungkin. Pegawai dan pejabat penilai dapat menyesuaikan usulan sebelum Anda membukanya.',
    en: 'Tera proposes who is asked about whom, with the load spread as evenly as can be. Employees and appraisers can adjust the proposal before you open it.',
  },
  opensOn: { id: 'Mulai bertanya', en: 'Asking begins' },
  closesOn: { id: 'Hari terakhir', en: 'Last day' },
  opensHint: { id: 'Rencana; Anda sendiri yang membukanya.', en: 'A plan; you open it yourself.' },
  closesHint: {
    id: 'Paling lambat {last}, sehari sebelum batas penilaian.',
    en: 'At the latest {last}, the day before ratings are due.',
  },
  start: { id: 'Siapkan usulan', en: 'Prepare the proposal' },
  started: {
    id: 'Usulan sedang disiapkan. Halaman ini memperbarui diri.',
    en: 'The proposal is being prepared. This page updates itself.',
  },
  noVoices: {
    id: 'Skema periode ini tidak meminta suara lain',
    en: 'The scheme of this period asks for no other voices',
  },
  noVoicesHint: {
    id: 'Tambahkan suara pada komponen skema bila rekan, bawahan, atau pihak lain perlu didengar.',
    en: 'Add voices to the components of the scheme if colleagues, subordinates or others should be heard.',
  },
  seeSchemes: { id: 'Lihat skema', en: 'See the schemes' },
  notYet: { id: 'Suara lain belum direncanakan', en: 'Other voices are not planned yet' },
  notYetHint: {
    id: 'Petugas kepegawaian instansi merencanakan kapan suara lain dikumpulkan.',
    en: 'The personnel officer of the agency plans when other voices are collected.',
  },

  alreadyPlanned: {
    id: 'Pengumpulan suara periode ini sudah direncanakan. Muat ulang halaman.',
    en: 'The round of this period is planned already. Reload the page.',
  },
  periodNotOpen: {
    id: 'Suara lain dikumpulkan selama periode berjalan; periode ini belum dibuka atau sudah ditutup.',
    en: 'Other voices are collected while the period is open; this one is not.',
  },
  beforePeriod: {
    id: 'Periode baru dimulai {date}. Pilih hari itu atau sesudahnya.',
    en: 'The period begins on {date}. Choose that day or a later one.',
  },
  opensInPast: {
    id: 'Hari itu sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'That day is past. Choose today or later.',
  },
  closesInPast: {
    id: 'Hari terakhir sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'The last day is past. Choose today or later.',
  },
  closesBeforeOpening: {
    id: 'Hari terakhir harus sesudah hari mulai.',
    en: 'The last day must come after the first.',
  },
  closesTooLate: {
    id: 'Penilaian harus selesai {due}, dan suara dirilis sehari setelah hari terakhir. Pilih paling lambat {last}.',
    en: 'Ratings are due on {due}, and voices are released the day after the last. Choose {last} at the latest.',
  },
  notReady: {
    id: 'Belum dapat dibuka. Selesaikan dahulu yang tercantum di halaman ini.',
    en: 'It cannot be opened yet. First settle what this page lists.',
  },

  statePreparing: { id: 'Disiapkan', en: 'Being prepared' },
  stateAsking: { id: 'Sedang bertanya', en: 'Asking' },
  stateReleased: { id: 'Dirilis', en: 'Released' },
  until: { id: 'sampai {date}', en: 'until {date}' },
  nextStep: { id: 'Langkah berikutnya', en: 'Next step' },
  nextPreparing: {
    id: 'Pegawai dan pejabat penilai dapat menyesuaikan daftar mereka. Buka setelah semua hambatan selesai: setiap orang yang diusulkan menerima permintaan.',
    en: 'Employees and appraisers can adjust their lists. Open once nothing stands in the way: everybody who is proposed receives a request.',
  },
  nextAsking: {
    id: 'Formulir dapat dikirim sampai {date}. Semua suara dirilis bersama pada hari berikutnya; tidak seorang pun dapat melihat atau memajukannya.',
    en: 'Forms can be sent until {date}. All voices are released together on the next day; nobody can see them or bring that forward.',
  },
  nextReleased: {
    id: 'Suara telah dirilis dan menjadi bagian dari penilaian.',
    en: 'The voices have been released and are part of the appraisals.',
  },
  working: { id: 'Usulan sedang disiapkan', en: 'The proposal is being prepared' },
  workingWait: { id: 'Menunggu giliran', en: 'Waiting for its turn' },
  failed: { id: 'Penyiapan terhenti', en: 'The preparation stopped' },
  failedHint: {
    id: 'Yang sudah diusulkan tetap ada. Siapkan lagi untuk melanjutkan.',
    en: 'What was proposed already is kept. Prepare again to go on.',
  },
  again: { id: 'Siapkan lagi', en: 'Prepare again' },
  againHint: {
    id: 'Melengkapi usulan bagi yang belum lengkap dan mengganti orang yang sudah tidak dapat ditanya. Perubahan oleh orang tetap dipertahankan.',
    en: 'Fills in what is missing and replaces people who can no longer be asked. What people changed is kept.',
  },
  open: { id: 'Buka dan mintai semua orang', en: 'Open and ask everybody' },
  opened: {
    id: 'Dibuka. Semua orang yang diusulkan telah diminta.',
    en: 'Opened. Everybody proposed has been asked.',
  },

  blockers: { id: 'Harus selesai sebelum dibuka', en: 'To be settled before opening' },
  cautions: { id: 'Perlu diketahui', en: 'Good to know' },
  noBlockers: { id: 'Tidak ada hambatan: dapat dibuka.', en: 'Nothing stands in the way: it can be opened.' },
  'block-not-prepared': { id: 'Usulan belum selesai disiapkan.', en: 'The proposal is not ready.' },
  'block-nobody': { id: 'Belum ada orang yang akan ditanya.', en: 'Nobody is to be asked yet.' },
  'block-no-keys': {
    id: 'Kedua kunci segel belum ada. Tanpa kunci, suara tanpa nama tidak dapat dijamin.',
    en: 'The two seal keys do not exist. Without them, voices without a name cannot be promised.',
  },
  'block-guest-address': {
    id: '{count} pihak luar belum mempunyai alamat surel.',
    en: '{count} people outside have no e-mail address yet.',
  },
  'block-last-day': {
    id: 'Hari terakhir sudah lewat atau melampaui batas penilaian.',
    en: 'The last day is past or later than ratings allow.',
  },
  'block-period-closed': { id: 'Periode tidak sedang berjalan.', en: 'The period is not open.' },
  'fix-not-prepared': { id: 'Lihat penyiapan', en: 'See the preparation' },
  'fix-nobody': { id: 'Lihat daftar pegawai', en: 'See the people' },
  'fix-no-keys': { id: 'Buat kunci segel', en: 'Make the seal keys' },
  'fix-guest-address': { id: 'Lengkapi alamat', en: 'Complete the addresses' },
  'fix-last-day': { id: 'Ubah hari', en: 'Change the days' },
  'fix-period-closed': { id: 'Lihat periode', en: 'See the period' },
  'caution-too-few': {
    id: '{count} suara terlalu sedikit orangnya untuk tetap tanpa nama. Suara itu tidak ditanyakan dan bobotnya dibagi terbuka kepada suara lain.',
    en: '{count} voices have too few people to stay without a name. They are not asked, and their weight is shared openly among the others.',
  },
  'caution-unreachable': {
    id: '{count} orang tidak mempunyai akun maupun alamat surel, sehingga tidak dapat menjawab.',
    en: '{count} people have neither an account nor an e-mail address and cannot answer.',
  },
  'see-too-few': { id: 'Lihat pegawainya', en: 'See the people' },
  'see-unreachable': { id: 'Lihat orangnya', en: 'See the people' },

  byUnit: { id: 'Per unit kerja', en: 'By unit' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  participants: { id: 'Pegawai', en: 'People' },
  voices: { id: 'Suara', en: 'Voices' },
  proposed: { id: 'Diusulkan', en: 'Proposed' },
  asked: { id: 'Diminta', en: 'Asked' },
  stillOpen: { id: 'Belum kembali', en: 'Still open' },
  tooFew: { id: 'Terlalu sedikit', en: 'Too few' },
  flagged: { id: 'Hubungan tercatat', en: 'Relations noted' },
  noUnits: { id: 'Belum ada yang disiapkan di unit Anda.', en: 'Nothing is prepared in your units yet.' },
  total: { id: 'Seluruhnya', en: 'In all' },
  peopleList: { id: 'Daftar pegawai', en: 'People' },
  loadList: { id: 'Beban penjawab', en: 'Load of raters' },
  reports: { id: 'Laporan', en: 'Reports' },
  letters: { id: 'Surat', en: 'Letters' },
  overview: { id: 'Ringkasan', en: 'Overview' },
  views: { id: 'Tampilan suara lain', en: 'Views of other voices' },
  progressOf: { id: 'Formulir yang sudah kembali', en: 'Forms that came back' },

  days: { id: 'Ubah hari', en: 'Change the days' },
  dayReason: { id: 'Alasan', en: 'Reason' },
  saveDays: { id: 'Simpan hari', en: 'Save the days' },
  daysSaved: { id: 'Hari disimpan.', en: 'Days saved.' },
  remind: { id: 'Ingatkan yang belum menjawab', en: 'Remind who has not answered' },
  remindHint: {
    id: 'Pemberitahuan dan surel kepada {count} orang yang masih mempunyai formulir terbuka; paling sering sekali dalam {days} hari.',
    en: 'A notification and a letter to {count} people with an open form; at most once in {days} days.',
  },
  remindedOn: { id: 'Terakhir diingatkan {date}.', en: 'Last reminded on {date}.' },
  remindLater: {
    id: 'Baru saja diingatkan. Dapat diingatkan lagi mulai {date}.',
    en: 'They were reminded recently. They can be reminded again from {date}.',
  },
  reminded: {
    id: '{count} orang diingatkan.',
    en: { one: '{count} person reminded.', other: '{count} people reminded.' },
  },
  nobodyToRemind: { id: 'Semua orang sudah menjawab.', en: 'Everybody has answered.' },
  replace: { id: 'Ganti yang tidak dapat menjawab', en: 'Replace who cannot answer' },
  replaceHint: {
    id: 'Orang yang berhenti, menolak, atau mempunyai benturan kepentingan diganti dengan yang berikutnya. Tera juga melakukannya setiap hari.',
    en: 'Whoever left, declined or has a conflict of interest is replaced by the next. Tera also does this every day.',
  },
  replaced: {
    id: '{withdrawn} ditarik, {added} diminta sebagai pengganti.',
    en: '{withdrawn} withdrawn, {added} asked instead.',
  },
  nothingToReplace: { id: 'Tidak ada yang perlu diganti.', en: 'Nobody needs to be replaced.' },
  history: { id: 'Riwayat', en: 'History' },
  'act-prepare': { id: 'Usulan disiapkan', en: 'Proposal prepared' },
  'act-open': { id: 'Dibuka', en: 'Opened' },
  'act-reschedule': { id: 'Hari diubah', en: 'Days changed' },
  'act-remind': { id: 'Diingatkan', en: 'Reminded' },
  'act-replace': { id: 'Pengganti diminta', en: 'Others asked instead' },
  'act-release': { id: 'Dirilis', en: 'Released' },
  by: { id: '{act} oleh {name}', en: '{act} by {name}' },
});
