import { messages } from '#platform/locale/messages.ts';

/** Words of the officer's page of invitations and of the letters it prints. */
export const officerText = messages({
  title: { id: 'Undangan', en: 'Invitations' },
  above: { id: 'Pegawai', en: 'People' },
  intro: {
    id: 'Dengan surat undangan seseorang membuat kata sandinya sendiri. Surat baru membatalkan surat sebelumnya.',
    en: 'With a letter of invitation people choose their own password. A new letter cancels the one before.',
  },
  noMail: {
    id: 'Tera di sini tidak mengirim surel, jadi surat undangan dicetak dan dibagikan.',
    en: 'Tera sends no e-mail here, so invitation letters are printed and handed out.',
  },
  unit: { id: 'Unit kerja (beserta bawahannya)', en: 'Unit (and those below it)' },
  allUnits: { id: 'Semua unit', en: 'All units' },
  standing: { id: 'Keadaan akun', en: 'Account' },
  allStandings: { id: 'Semua', en: 'All' },
  without: { id: 'Belum diundang', en: 'Not invited' },
  invited: { id: 'Diundang', en: 'Invited' },
  invitedUntil: { id: 'Diundang, berlaku sampai {until}', en: 'Invited, valid until {until}' },
  active: { id: 'Akun aktif', en: 'Active account' },
  search: { id: 'Nama atau NIP', en: 'Name or NIP' },
  show: { id: 'Tampilkan', en: 'Show' },
  person: { id: 'Nama', en: 'Name' },
  nip: { id: 'NIP', en: 'NIP' },
  unitName: { id: 'Unit kerja', en: 'Unit' },
  email: { id: 'Surel', en: 'E-mail' },
  choose: { id: 'Pilih', en: 'Choose' },
  chooseNamed: { id: 'Pilih {name}', en: 'Choose {name}' },
  reserved: { id: 'oleh pengelola instansi', en: 'by the agency’s officer' },
  print: { id: 'Cetak surat untuk yang dipilih', en: 'Print letters for those chosen' },
  printAll: { id: 'Cetak surat untuk semua {count} orang ini', en: 'Print letters for all {count} people' },
  printHint: {
    id: 'Untuk akun yang sudah aktif, surat ini mengganti kata sandi yang terlupa.',
    en: 'For an active account the letter replaces a forgotten password.',
  },
  mail: { id: 'Kirim lewat surel', en: 'Send by e-mail' },
  mailed: {
    id: '{count} undangan sedang dikirim. {without} orang tanpa alamat surel: cetak suratnya.',
    en: '{count} invitations are being sent. {without} people have no e-mail: print their letters.',
  },
  nobodyChosen: {
    id: 'Belum ada yang dipilih. Centang satu orang atau lebih, lalu coba lagi.',
    en: 'Nobody was chosen. Tick one or more people and try again.',
  },
  nobodyLeft: {
    id: 'Tidak ada surat yang dapat dibuat untuk pilihan ini.',
    en: 'No letter can be made for this choice.',
  },
  tooMany: {
    id: 'Paling banyak {most} surat sekali cetak. Saring per unit kerja.',
    en: 'At most {most} letters at once. Filter by unit.',
  },
  removeSecondFactor: {
    id: 'Matikan juga verifikasi dua langkah (telepon dan kode cadangan hilang)',
    en: 'Also turn off two-step verification (phone and backup codes lost)',
  },
  removeSecondFactorHint: {
    id: 'Hanya setelah Anda yakin siapa orangnya, misalnya bertatap muka. Tindakan ini tercatat.',
    en: 'Only once you are sure who it is, for example face to face. This act is on the record.',
  },
  empty: { id: 'Tidak ada orang yang cocok dengan saringan ini', en: 'Nobody matches this filter' },
  emptyBody: {
    id: 'Ubah saringan, atau masukkan pegawai lebih dahulu.',
    en: 'Change the filter, or bring in people first.',
  },
  chosenTitle: { id: 'Untuk yang dipilih', en: 'For those chosen' },

  lettersTitle: { id: 'Surat undangan', en: 'Invitation letters' },
  lettersIntro: {
    id: '{count} surat siap dicetak (Ctrl+P), satu halaman A4 tiap orang. Halaman ini tampil satu kali saja; kode di dalamnya tidak disimpan.',
    en: '{count} letters, ready to print (Ctrl+P), one A4 page each. This page is shown only once; its codes are not kept.',
  },
  lettersBack: { id: 'Kembali ke undangan', en: 'Back to invitations' },
  letterTo: { id: 'Kepada Yth.', en: 'To' },
  letterBody: {
    id: '{agency} memakai Tera untuk penilaian kinerja. Dengan surat ini Anda membuat kata sandi Anda sendiri; tidak ada orang lain yang mengetahuinya.',
    en: '{agency} uses Tera for appraisal. With this letter you choose a password of your own; nobody else knows it.',
  },
  letterQr: { id: 'Kode QR menuju halaman undangan', en: 'QR code to the invitation page' },
  letterLink: {
    id: 'Pindai kode di samping, atau buka alamat ini:',
    en: 'Scan the code beside this, or open this address:',
  },
  letterCode: { id: 'Kode undangan', en: 'Invitation code' },
  letterUntil: { id: 'Berlaku satu kali, sampai {until}.', en: 'Works once, until {until}.' },
  letterStep1: {
    id: 'Buka alamat di atas. Pastikan nama dan NIP yang tampil milik Anda.',
    en: 'Open the address above. Make sure that the name and NIP shown are yours.',
  },
  letterStep2: {
    id: 'Buat kata sandi paling sedikit 10 karakter.',
    en: 'Choose a password of at least 10 characters.',
  },
  letterStep3: {
    id: 'Selanjutnya masuk dengan NIP dan kata sandi itu.',
    en: 'From then on sign in with your NIP and that password.',
  },
  letterSecret: {
    id: 'Perlakukan surat ini seperti kunci: jangan difoto atau diteruskan. Bila hilang, mintalah surat baru; yang lama otomatis batal.',
    en: 'Treat this letter like a key: do not photograph it or pass it on. If it is lost, ask for a new one; the old one stops working.',
  },
});
