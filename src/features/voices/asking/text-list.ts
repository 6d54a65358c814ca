import { messages } from '#platform/locale/messages.ts';

export const listText = messages({
  title: { id: 'Siapa yang ditanya', en: 'Who is asked' },
  intro: {
    id: 'Daftar orang yang diminta menilai {person}. Yang terlihat hanya siapa yang ditanya, tidak pernah siapa yang sudah menjawab.',
    en: 'The people who are asked about {person}. It only shows who is asked, never who has answered.',
  },
  introOfficer: {
    id: 'Daftar orang yang diminta menilai {person}. Sebagai petugas Anda melihat permintaan mana yang masih terbuka, supaya dapat mengingatkan; pegawai dan pejabat penilai tidak melihatnya. Apa yang dijawab tidak terlihat oleh siapa pun sebelum rilis.',
    en: 'The people who are asked about {person}. As an officer you see which requests are still open, so that you can remind; employee and appraiser do not. What was answered is seen by nobody before the release.',
  },
  introOwn: {
    id: 'Daftar orang yang diminta menilai Anda. Yang terlihat hanya siapa yang ditanya, tidak pernah siapa yang sudah menjawab.',
    en: 'The people who are asked about you. It only shows who is asked, never who has answered.',
  },
  preparingUntil: {
    id: 'Daftar ini dapat disesuaikan sampai petugas membukanya, direncanakan {date}.',
    en: 'This list can be adjusted until the officer opens the round, planned for {date}.',
  },
  askingUntil: {
    id: 'Mereka sedang ditanya sampai {date}. Semua suara dirilis bersama sesudahnya.',
    en: 'They are being asked until {date}. All voices are released together afterwards.',
  },
  released: { id: 'Suara telah dirilis.', en: 'The voices have been released.' },
  seeHeard: { id: 'Lihat suara yang didengar', en: 'See what was heard' },
  noRound: { id: 'Belum ada yang ditanya', en: 'Nobody is asked yet' },
  noRoundHint: {
    id: 'Petugas kepegawaian merencanakan kapan rekan, bawahan, dan pihak lain ditanya. Setelah itu daftarnya ada di sini.',
    en: 'The personnel officer plans when colleagues, subordinates and others are asked. Their list then stands here.',
  },
  noVoices: {
    id: 'Skema penilaian ini tidak meminta suara lain.',
    en: 'This scheme asks for no other voices.',
  },
  working: {
    id: 'Daftar sedang disiapkan. Muat ulang sebentar lagi.',
    en: 'The list is being prepared. Reload in a moment.',
  },
  anonymous: { id: 'Tanpa nama', en: 'Without a name' },
  named: { id: 'Dengan nama', en: 'With their name' },
  count: { id: '{count} orang; {fewest} sampai {most}', en: '{count} people; {fewest} to {most}' },
  countOne: { id: '{count} orang', en: '{count} people' },
  tooFewHere: {
    id: 'Diperlukan paling sedikit {least} orang agar tidak ada yang dapat dikenali; sekarang {count}. Tambahkan orang, atau suara ini tidak ditanyakan dan bobotnya dibagi terbuka kepada suara lain.',
    en: 'At least {least} people are needed so that nobody can be recognised; now there are {count}. Add people, or this voice is not asked and its weight is shared openly among the others.',
  },
  tooFewAsking: {
    id: 'Terlalu sedikit orang untuk tetap tanpa nama: suara ini tidak ditanyakan. Bobotnya dibagi terbuka kepada suara lain.',
    en: 'Too few people to stay without a name: this voice is not asked. Its weight is shared openly among the others.',
  },
  nobodyNamed: {
    id: 'Tidak ada: jabatan ini belum mempunyai {voice}. Bobotnya dibagi terbuka kepada suara lain.',
    en: 'None: there is no {voice} for this post. The weight is shared openly among the other voices.',
  },
  onlyAdded: {
    id: 'Tidak diusulkan oleh Tera. Tambahkan orang yang menerima layanan pegawai ini.',
    en: 'Not proposed by Tera. Add people who are served by this employee.',
  },
  proposedByTera: { id: 'diusulkan Tera', en: 'proposed by Tera' },
  addedBy: { id: 'ditambahkan oleh {name}', en: 'added by {name}' },
  open: { id: 'Belum kembali', en: 'Still open' },
  done: { id: 'Sudah kembali', en: 'Came back' },
  declined: { id: 'Tidak bersedia', en: 'Declined' },
  declinedWhy: { id: 'Alasan: {reason}', en: 'Reason: {reason}' },
  noAddress: { id: 'Belum ada alamat surel', en: 'No e-mail address yet' },
  withdraw: { id: 'Tarik', en: 'Withdraw' },
  withdrawName: { id: 'Tarik {name}', en: 'Withdraw {name}' },
  reason: { id: 'Alasan', en: 'Reason' },
  withdrawReasonHint: {
    id: 'Terlihat oleh pegawai, pejabat penilai, dan petugas.',
    en: 'Seen by the employee, the appraiser and the officers.',
  },
  withdrawn: { id: 'Sudah ditarik', en: 'Withdrawn' },
  restore: { id: 'Kembalikan', en: 'Put back' },
  restoreName: { id: 'Kembalikan {name}', en: 'Put {name} back' },
  add: { id: 'Tambahkan orang', en: 'Add somebody' },
  addTo: { id: 'Sebagai', en: 'As' },
  person: { id: 'Orang', en: 'Person' },
  personHint: {
    id: 'Cari menurut nama, jabatan, atau NIP.',
    en: 'Search by name, post or NIP.',
  },
  guest: { id: 'Pihak luar instansi', en: 'Somebody outside the agency' },
  guestHint: {
    id: 'Menerima tautan sekali pakai lewat surel; tidak perlu akun.',
    en: 'Receives a one-time link by e-mail; needs no account.',
  },
  guestName: { id: 'Nama', en: 'Name' },
  organisation: { id: 'Lembaga atau pekerjaan', en: 'Organisation or occupation' },
  email: { id: 'Alamat surel', en: 'E-mail address' },
  emailHint: {
    id: 'Boleh menyusul; harus ada sebelum petugas membuka.',
    en: 'May follow; needed before the officer opens the round.',
  },
  saveEmail: { id: 'Simpan alamat', en: 'Save the address' },
  emailOf: { id: 'Alamat surel {name}', en: 'E-mail address of {name}' },
  emailSaved: { id: 'Alamat disimpan.', en: 'Address saved.' },
  emailWrong: { id: 'Tulis alamat surel yang lengkap.', en: 'Give a complete e-mail address.' },
  addPerson: { id: 'Tambahkan', en: 'Add' },
  added: { id: 'Ditambahkan.', en: 'Added.' },
  withdrawnDone: { id: 'Ditarik.', en: 'Withdrawn.' },
  restoredDone: { id: 'Dikembalikan.', en: 'Put back.' },
  history: { id: 'Riwayat perubahan', en: 'History of changes' },
  noHistory: { id: 'Belum ada yang diubah.', en: 'Nothing was changed yet.' },
  'act-add': { id: '{name} menambahkan {rater}', en: '{name} added {rater}' },
  'act-withdraw': { id: '{name} menarik {rater}', en: '{name} withdrew {rater}' },
  'act-restore': { id: '{name} mengembalikan {rater}', en: '{name} put {rater} back' },
  relation: { id: 'Hubungan yang tercatat', en: 'Relation on record' },

  'why-left': { id: 'Tidak lagi bekerja di sini', en: 'No longer works here' },
  'why-no-contact': {
    id: 'Tidak lagi cukup lama bekerja bersama',
    en: 'No longer worked together long enough',
  },
  'why-conflict': { id: 'Benturan kepentingan', en: 'Conflict of interest' },
  'why-too-few': { id: 'Terlalu sedikit untuk tetap tanpa nama', en: 'Too few to stay without a name' },

  stillPreparing: {
    id: 'Usulan masih disiapkan. Coba lagi sebentar.',
    en: 'The proposal is still being prepared. Try again in a moment.',
  },
  noLongerOpen: {
    id: 'Daftar ini tidak dapat diubah lagi: permintaan sudah dikirim atau sudah berakhir.',
    en: 'This list can no longer be changed: requests were sent or are over.',
  },
  voiceClosed: {
    id: 'Suara ini tidak ditanyakan dalam pengumpulan ini.',
    en: 'This voice is not asked in this round.',
  },
  wrongKind: { id: 'Pilih suara yang sesuai dengan orangnya.', en: 'Choose the voice that fits the person.' },
  tooMany: {
    id: 'Sudah {most} orang, sebanyak yang diizinkan skema. Tarik seseorang dahulu.',
    en: 'There are {most} people already, as many as the scheme allows. Withdraw somebody first.',
  },
  tooFewLeft: {
    id: 'Paling sedikit {fewest} orang harus ditanya. Tambahkan pengganti dahulu, lalu tarik orang ini.',
    en: 'At least {fewest} people have to be asked. Add somebody first, then withdraw this person.',
  },
  choosePerson: {
    id: 'Pilih seseorang dari hasil pencarian.',
    en: 'Choose somebody from the search results.',
  },
  hasLeft: {
    id: '{name} tidak lagi bekerja di sini. Pilih orang lain.',
    en: '{name} no longer works here. Choose somebody else.',
  },
  notSelf: {
    id: 'Penilaian diri diberikan di halaman penilaian, bukan di sini.',
    en: 'The self-assessment is given on the evaluation page, not here.',
  },
  isAppraiser: {
    id: '{name} adalah pejabat penilai dan memberi penilaiannya sendiri. Pilih orang lain.',
    en: '{name} is the appraiser and gives an own rating. Choose somebody else.',
  },
  isSuperior: {
    id: '{name} adalah atasan pejabat penilai. Pilih orang lain.',
    en: "{name} is the appraiser's superior. Choose somebody else.",
  },
  isSubordinate: {
    id: '{name} adalah bawahan yang dinilai dan hanya dapat ditanya sebagai bawahan.',
    en: '{name} is appraised by this person and can only be asked as a subordinate.',
  },
  alreadyAsked: {
    id: '{name} sudah ada dalam daftar. Satu orang bersuara satu kali.',
    en: '{name} is on the list already. One person speaks once.',
  },
  tooBusy: {
    id: '{name} sudah diminta menilai {count} orang, sebanyak yang diizinkan. Pilih orang lain.',
    en: '{name} is asked about {count} people already, as many as allowed. Choose somebody else.',
  },
  ruledOut: { id: '{name} tidak dapat ditanya. {why}', en: '{name} cannot be asked. {why}' },
  guestAlready: { id: 'Orang ini sudah ada dalam daftar.', en: 'This person is on the list already.' },
  guestIsInsider: {
    id: 'Alamat ini milik pegawai instansi. Tambahkan sebagai rekan atau penerima layanan.',
    en: 'This address belongs to somebody of the agency. Add them as a colleague or user of the service.',
  },
});
