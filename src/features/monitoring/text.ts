import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Kemajuan', en: 'Progress' },
  recordAct: { id: 'Catat realisasi', en: 'Record progress' },
  giveFeedback: { id: 'Beri umpan balik', en: 'Give feedback' },
  feedback: { id: 'Umpan balik', en: 'Feedback' },
  evidence: { id: 'Bukti dukung', en: 'Evidence' },
  toPlan: { id: 'Buka rencana', en: 'Open the plan' },
  noPlanTitle: { id: 'Belum ada rencana yang disepakati', en: 'No plan has been agreed yet' },

  elapsed: { id: 'Waktu berjalan', en: 'Time passed' },
  elapsedShare: {
    id: '{percent} % masa penilaian sudah berjalan',
    en: '{percent} % of the period has passed',
  },
  attention: {
    id: '{count} dari {total} indikator perlu perhatian',
    en: '{count} of {total} indicators need attention',
  },
  allWell: {
    id: 'Semua indikator terukur sejalan dengan targetnya',
    en: 'All measured indicators are in line with their targets',
  },
  nothingYet: { id: 'Belum ada realisasi tercatat', en: 'No progress recorded yet' },
  evidenceCount: {
    id: '{count} bukti dukung',
    en: { one: '1 piece of evidence', other: '{count} pieces of evidence' },
  },
  recent: {
    id: '{percent} % bukti berasal dari seperempat masa terakhir',
    en: '{percent} % of the evidence is from the last quarter of the time',
  },
  feedbackCount: {
    id: '{count} umpan balik',
    en: { one: '1 piece of feedback', other: '{count} pieces of feedback' },
  },

  main: { id: 'Utama', en: 'Main' },
  additional: { id: 'Tambahan', en: 'Additional' },
  target: { id: 'Target', en: 'Target' },
  realisation: { id: 'Realisasi', en: 'Realisation' },
  asTable: { id: 'Lihat sebagai tabel', en: 'Show as a table' },
  detail: { id: 'Riwayat dan bukti', en: 'History and evidence' },
  lastEntry: { id: 'Catatan terakhir', en: 'Latest entry' },
  none: { id: 'belum ada', en: 'none yet' },

  reached: { id: 'Target tercapai', en: 'Target reached' },
  'on-track': { id: 'Sejalan', en: 'On track' },
  behind: { id: 'Tertinggal', en: 'Behind' },
  'not-yet': { id: 'Belum mencapai target', en: 'Not yet at target' },
  missing: { id: 'Belum ada angka', en: 'No value yet' },
  unmeasured: { id: 'Dinilai dari uraian', en: 'Judged by its description' },

  findingShare: { id: '{percent} % dari target', en: '{percent} % of the target' },
  findingPace: {
    id: '{percent} % dari target; rencana saat ini {due} %',
    en: '{percent} % of the target; the plan for now is {due} %',
  },
  findingCeiling: {
    id: '{value} dari batas {target}; batas saat ini {due}',
    en: '{value} of a ceiling of {target}; the ceiling for now is {due}',
  },
  findingLower: {
    id: '{value}, target paling tinggi {target}; capaian {percent} %',
    en: '{value}, target at most {target}; achievement {percent} %',
  },
  findingZero: {
    id: 'Realisasi {value}; target {target}',
    en: 'Realisation {value}; target {target}',
  },
  legendPlot: {
    id: 'Garis tebal: realisasi. Garis putus-putus: target. Garis titik-titik: laju merata sepanjang masa penilaian dan hari ini.',
    en: 'Thick line: realisation. Broken line: target. Dotted lines: an even pace over the period, and today.',
  },
  legendPlain: {
    id: 'Garis tebal: realisasi. Garis putus-putus: target. Garis titik-titik: hari ini.',
    en: 'Thick line: realisation. Broken line: target. Dotted line: today.',
  },
  targetLabel: { id: 'Target {value}', en: 'Target {value}' },
  rangeTo: { id: '{from} sampai {to}', en: '{from} to {to}' },
  accumulationSum: { id: 'Setiap catatan dijumlahkan', en: 'Entries are added up' },
  accumulationLatest: { id: 'Catatan terakhir yang berlaku', en: 'The latest entry counts' },
  accumulationAverage: { id: 'Dihitung rata-rata semua catatan', en: 'The average of all entries counts' },
  formulaLower: {
    id: 'Target ini makin rendah makin baik: capaian = (2 × target − realisasi) ÷ target.',
    en: 'Lower is better here: achievement = (2 × target − realisation) ÷ target.',
  },

  date: { id: 'Tanggal', en: 'Date' },
  onDate: { id: 'Tanggal realisasi', en: 'Date of the realisation' },
  onDateHint: { id: 'Sampai hari ini, {today}.', en: 'Up to today, {today}.' },
  indicator: { id: 'Indikator', en: 'Indicator' },
  chooseIndicator: { id: 'Pilih indikator', en: 'Choose an indicator' },
  value: { id: 'Angka realisasi', en: 'Value' },
  valueIn: { id: 'Angka realisasi ({unit})', en: 'Value ({unit})' },
  valueHint: { id: 'Misalnya 12 atau 97,5. {how}.', en: 'For example 12 or 97.5. {how}.' },
  narrative: { id: 'Uraian', en: 'Description' },
  narrativeHint: {
    id: 'Apa yang dikerjakan dan hasilnya, singkat saja.',
    en: 'What was done and what came of it, in a few words.',
  },
  files: { id: 'Berkas bukti', en: 'Evidence files' },
  filesHint: {
    id: 'PDF, gambar, dokumen Office atau OpenDocument, TXT, CSV. Paling banyak {count} berkas, masing-masing 10 MB.',
    en: 'PDF, pictures, Office or OpenDocument files, TXT, CSV. At most {count} files of up to 10 MB each.',
  },
  photoShrunk: {
    id: 'Foto besar diperkecil agar cepat terkirim.',
    en: 'Large photos were made smaller to send them faster.',
  },
  keptFiles: { id: 'Sudah terunggah', en: 'Already uploaded' },
  link: { id: 'Tautan bukti', en: 'Link to evidence' },
  linkHint: {
    id: 'Tera memeriksa apakah tautan dapat dibuka orang lain. Atur berbagi agar atasan dapat membuka.',
    en: 'Tera checks whether others can open the link. Share it so that your superior can.',
  },
  linkTitle: { id: 'Judul tautan', en: 'Title of the link' },
  save: { id: 'Simpan realisasi', en: 'Save progress' },
  saveChange: { id: 'Simpan perubahan', en: 'Save the change' },
  cancel: { id: 'Batal', en: 'Cancel' },
  saved: { id: 'Realisasi tersimpan.', en: 'Progress saved.' },
  changeTitle: { id: 'Ubah realisasi', en: 'Change progress' },
  changeReason: { id: 'Alasan perubahan', en: 'Reason for the change' },
  changeExplained: {
    id: 'Catatan lama ditarik dan tetap terlihat dalam riwayat; yang baru menggantikannya.',
    en: 'The old entry is withdrawn and stays in the history; the new one takes its place.',
  },

  history: { id: 'Riwayat realisasi', en: 'History of progress' },
  noEntries: { id: 'Belum ada catatan', en: 'No entries yet' },
  noEntriesHint: {
    id: 'Catat realisasi begitu ada kemajuan: angka atau uraian, dengan buktinya.',
    en: 'Record progress as it happens: a value or words, with the evidence.',
  },
  noEntriesReader: {
    id: 'Pegawai belum mencatat realisasi.',
    en: 'The employee has not recorded any progress.',
  },
  withdrawnEntries: { id: 'Catatan yang ditarik ({count})', en: 'Withdrawn entries ({count})' },
  withdrawnOn: { id: 'Ditarik {at}: {reason}', en: 'Withdrawn {at}: {reason}' },
  change: { id: 'Ubah catatan', en: 'Change entry' },
  withdraw: { id: 'Tarik catatan', en: 'Withdraw entry' },
  withdrawEvidence: { id: 'Tarik bukti', en: 'Withdraw evidence' },
  formerTitle: { id: 'Indikator dari rencana sebelumnya', en: 'Indicators of earlier plans' },
  formerHint: {
    id: 'Tidak ada lagi dalam rencana yang berlaku; catatannya tetap tersimpan.',
    en: 'No longer in the plan in force; what was recorded is kept.',
  },
  withdrawReason: { id: 'Alasan penarikan', en: 'Reason for withdrawing' },
  withdrawn: {
    id: 'Catatan ditarik dan tetap terlihat dalam riwayat.',
    en: 'The entry was withdrawn and stays in the history.',
  },
  recordedAt: { id: 'dicatat {at}', en: 'recorded {at}' },

  addEvidence: { id: 'Tambah bukti', en: 'Add evidence' },
  evidenceSaved: { id: 'Bukti tersimpan.', en: 'Evidence saved.' },
  evidenceWithdrawn: { id: 'Bukti ditarik.', en: 'The evidence was withdrawn.' },
  noEvidence: { id: 'Tanpa bukti', en: 'No evidence' },
  linkAgain: { id: 'Periksa lagi', en: 'Check again' },
  linkAsked: {
    id: 'Tautan akan diperiksa sebentar lagi; hasilnya muncul di halaman ini.',
    en: 'The link will be checked in a moment; the finding appears on this page.',
  },
  'link-unchecked': { id: 'Sedang diperiksa', en: 'Being checked' },
  'link-reachable': { id: 'Dapat dibuka', en: 'Can be opened' },
  'link-needs-sign-in': { id: 'Perlu masuk akun', en: 'Needs a sign-in' },
  'link-broken': { id: 'Tautan mati', en: 'Broken link' },
  'link-unreachable': { id: 'Belum dapat diperiksa', en: 'Could not be checked' },
  'advice-needs-sign-in': {
    id: 'Atur berbagi agar atasan dapat membuka, lalu periksa lagi.',
    en: 'Share it so that your superior can open it, then check again.',
  },
  'advice-broken': {
    id: 'Alamatnya tidak ada. Perbaiki dengan menambahkan tautan yang benar.',
    en: 'The address does not exist. Add the right link.',
  },
  'advice-unreachable': {
    id: 'Tera tidak dapat membuka alamat ini: mungkin jaringan dalam kantor, atau sedang terganggu.',
    en: 'Tera cannot open this address: it may be inside the office network, or down at the moment.',
  },
});
