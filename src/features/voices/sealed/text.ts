import { messages } from '#platform/locale/messages.ts';

export const sealText = messages({
  bothKeys: {
    id: 'Kunci yang lain Anda yang membuatnya. Kedua kunci harus dipegang dua orang: mintalah pemegang lain membuat kunci ini.',
    en: 'You made the other key. The two keys are held by two people: please ask the other holder to make this one.',
  },
  alreadyMade: {
    id: 'Kunci ini sudah dibuat. Frasa sandinya hanya ditampilkan sekali; bila belum dicatat, buat kunci baru.',
    en: 'This key has been made. Its passphrase is shown once; if it was not noted, make a new key.',
  },
  answered: {
    id: 'Formulir ini sudah dikirim. Isinya tidak dapat dibuka atau diubah lagi, juga oleh Anda.',
    en: 'This form has been sent. It can no longer be opened or changed, not even by you.',
  },
  over: {
    id: 'Pengumpulan suara ini sudah berakhir. Formulir tidak dapat dikirim lagi.',
    en: 'This collection of voices is over. The form can no longer be sent.',
  },
  noKeys: {
    id: 'Kunci segel belum lengkap. Formulir tanpa nama baru dapat dikirim setelah Inspektorat dan petugas kepegawaian membuat kuncinya.',
    en: 'The seal keys are not complete. Forms without a name can be sent once the inspectorate and the personnel officer have made theirs.',
  },
  reasonShort: {
    id: 'Tuliskan alasan pembukaan segel dalam sedikitnya 20 huruf; pemberi suara akan membacanya.',
    en: 'Please give the reason for opening the seal in at least 20 letters; whoever wrote the remark will read it.',
  },
  caseExists: {
    id: 'Sudah ada perkara tentang catatan ini. Buka dari daftar.',
    en: 'There is a case about this remark already. Open it from the list.',
  },
  halfGiven: { id: 'Kunci ini sudah diberikan.', en: 'This key has been given already.' },
  twoPeople: {
    id: 'Anda sudah memberikan kunci yang lain. Kedua kunci harus diberikan dua orang.',
    en: 'You have given the other key. The two keys are given by two people.',
  },
  wrongPassphrase: {
    id: 'Frasa sandi ini tidak membuka kunci. Periksa penulisannya, atau cari frasa sandi kunci yang berlaku saat suara itu diberikan.',
    en: 'This passphrase does not open the key. Check the spelling, or find the passphrase of the key that held when the voice was given.',
  },
  reportReason: {
    id: 'Tuliskan apa yang tidak pantas dalam catatan ini.',
    en: 'Please say what is improper in this remark.',
  },
  alreadyReported: {
    id: 'Catatan ini sudah dilaporkan.',
    en: 'This remark has been reported already.',
  },
  alreadyDecided: {
    id: 'Laporan ini sudah diputuskan oleh petugas lain.',
    en: 'Another officer has decided this report.',
  },
  decisionReason: { id: 'Tuliskan alasan keputusan.', en: 'Please give the reason of the decision.' },
  keysTitle: { id: 'Kunci segel', en: 'Seal keys' },
  keysIntro: {
    id: 'Suara tanpa nama disimpan terpisah dari pemberinya. Asalnya hanya dapat dibuka untuk satu perkara, oleh Inspektorat dan petugas kepegawaian bersama-sama, masing-masing dengan kuncinya; pemberi suara selalu diberi tahu. Frasa sandi hanya ditampilkan sekali: tulis di kertas dan simpan di tempat terkunci. Bila hilang, tidak seorang pun dapat memulihkannya.',
    en: 'Voices without a name are kept apart from whoever gave them. Their origin can be opened for one case only, by the inspectorate and the personnel officer together, each with their key; whoever gave the voice is always told. A passphrase is shown once: write it on paper and keep it locked. If it is lost, nobody can restore it.',
  },
  holder_auditor: { id: 'Kunci Inspektorat', en: 'Key of the inspectorate' },
  holder_officer: { id: 'Kunci petugas kepegawaian', en: 'Key of the personnel officer' },
  keyMade: { id: 'Dibuat oleh {person}, {date}.', en: 'Made by {person}, {date}.' },
  keyMissing: { id: 'Belum dibuat.', en: 'Not made yet.' },
  keyMissingBy_auditor: {
    id: 'Belum dibuat. Auditor Inspektorat membuatnya dari halaman ini.',
    en: 'Not made yet. An auditor of the inspectorate makes it on this page.',
  },
  keyMissingBy_officer: {
    id: 'Belum dibuat. Petugas kepegawaian instansi membuatnya dari halaman ini.',
    en: 'Not made yet. A personnel officer of the agency makes it on this page.',
  },
  makeKey: { id: 'Buat kunci', en: 'Make the key' },
  replaceKey: { id: 'Ganti kunci', en: 'Replace the key' },
  replaceKeyHint: {
    id: 'Kunci baru berlaku bagi suara yang dikirim sejak sekarang. Suara sebelumnya tetap memerlukan frasa sandi lama.',
    en: 'A new key holds for voices sent from now on. Earlier ones still need the former passphrase.',
  },
  passphraseTitle: { id: 'Catat frasa sandi ini', en: 'Note this passphrase' },
  passphraseOnce: {
    id: 'Frasa sandi ini tidak disimpan dan tidak akan ditampilkan lagi.',
    en: 'This passphrase is not stored and will not be shown again.',
  },
  passphraseNoted: { id: 'Sudah saya catat', en: 'I have noted it' },
  casesTitle: { id: 'Pembukaan segel', en: 'Opening a seal' },
  casesIntro: {
    id: 'Perkara tentang catatan yang dilaporkan. Asal sebuah catatan terbuka hanya bila kedua pemegang kunci memberikan kuncinya.',
    en: 'Cases about reported remarks. The origin of a remark opens only when both holders give their key.',
  },
  noCases: { id: 'Belum ada perkara.', en: 'There is no case.' },
  noCasesHint: {
    id: 'Catatan yang dilaporkan ada di daftar laporan; perkara dibuka dari sana.',
    en: 'Reported remarks are in the list of reports; a case is opened from there.',
  },
  reportsTitle: { id: 'Catatan yang dilaporkan', en: 'Reported remarks' },
  reportsIntro: {
    id: 'Catatan dari suara lain yang dinilai tidak pantas oleh pembacanya. Putuskan apakah disembunyikan atau tetap ditampilkan; pegawai yang bersangkutan membaca alasannya.',
    en: 'Remarks of other voices that a reader found improper. Decide whether they are hidden or stay; the person concerned reads the reason.',
  },
  noReports: { id: 'Tidak ada laporan.', en: 'There are no reports.' },
  about: { id: 'Tentang', en: 'About' },
  remark: { id: 'Catatan', en: 'Remark' },
  voice: { id: 'Suara', en: 'Voice' },
  reportedBecause: { id: 'Alasan laporan', en: 'Reason of the report' },
  reason: { id: 'Alasan', en: 'Reason' },
  hide: { id: 'Sembunyikan', en: 'Hide' },
  keep: { id: 'Tetap tampilkan', en: 'Let it stand' },
  hidden: { id: 'Disembunyikan', en: 'Hidden' },
  kept: { id: 'Tetap ditampilkan', en: 'Stays' },
  openCase: { id: 'Buka perkara', en: 'Open a case' },
  caseReasonHint: {
    id: 'Dibaca oleh kedua pemegang kunci dan oleh pemberi suara bila segel dibuka.',
    en: 'Read by both key holders, and by whoever wrote the remark if the seal is opened.',
  },
  state_waiting: { id: 'Menunggu kunci', en: 'Waiting for keys' },
  state_opened: { id: 'Terbuka', en: 'Opened' },
  state_refused: { id: 'Ditolak', en: 'Refused' },
  given: { id: 'sudah diberikan oleh {person}', en: 'given by {person}' },
  notGiven: { id: 'belum diberikan', en: 'not given yet' },
  giveHalf_auditor: { id: 'Berikan kunci Inspektorat', en: 'Give the key of the inspectorate' },
  giveHalf_officer: { id: 'Berikan kunci petugas kepegawaian', en: "Give the officer's key" },
  passphrase: { id: 'Frasa sandi', en: 'Passphrase' },
  passphraseHint: {
    id: 'Lima kelompok lima huruf, seperti tertulis di kertas.',
    en: 'Five groups of five signs, as on the paper.',
  },
  refuse: { id: 'Tolak pembukaan', en: 'Refuse to open' },
  writer: { id: 'Pemberi catatan', en: 'Writer of the remark' },
  writerTold: {
    id: 'Pemberi catatan sudah diberi tahu bahwa segelnya dibuka, beserta alasannya.',
    en: 'The writer has been told that the seal was opened, with the reason.',
  },
  onlyHolders: {
    id: 'Nama hanya tampil kepada kedua pemegang kunci perkara ini.',
    en: 'The name is shown to the two key holders of this case only.',
  },
  caseMade: { id: 'Perkara dibuka.', en: 'The case is open.' },
  halfTaken: {
    id: 'Kunci Anda diterima. Segel terbuka setelah kunci yang lain diberikan.',
    en: 'Your key was taken. The seal opens once the other key is given.',
  },
  opened: { id: 'Segel dibuka.', en: 'The seal is open.' },
  refusedDone: { id: 'Pembukaan ditolak.', en: 'Opening was refused.' },
  decided: { id: 'Keputusan disimpan.', en: 'The decision is kept.' },
  person: { id: 'Pegawai', en: 'Person' },
  releasedNote: { id: 'Suara lain, dirilis bersama', en: 'Other voices, released together' },
});
