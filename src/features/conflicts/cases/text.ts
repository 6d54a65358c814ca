import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  replaceNotSecond: {
    id: 'Skema meminta penilai diganti; penilai kedua tidak cukup.',
    en: 'The scheme asks for another appraiser; a second one is not enough.',
  },
  substituteMissing: { id: 'Pilih siapa yang menilai.', en: 'Please choose who is to appraise.' },
  substituteSame: { id: 'Pilih orang lain.', en: 'Please choose somebody else.' },
  substituteConflicts: {
    id: 'Antara orang ini dan pegawai juga ada benturan yang menurut skema meminta penggantian. Pilih orang lain.',
    en: 'This person and the employee have a conflict that asks for replacement too. Please choose somebody else.',
  },
  alreadyReplaced: {
    id: 'Penilainya sudah diganti sejak halaman ini dibuka. Muat ulang halaman.',
    en: 'The appraiser was replaced since this page was opened. Reload the page.',
  },
  back: { id: 'Benturan kepentingan', en: 'Conflicts of interest' },
  title: { id: '{kind}: {ratee} dan {rater}', en: '{kind}: {ratee} and {rater}' },
  fact: { id: 'Fakta', en: 'The fact' },
  employee: { id: 'Pegawai', en: 'Employee' },
  appraiser: { id: 'Pejabat penilai', en: 'Appraiser' },
  period: { id: 'Periode', en: 'Period' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  origin: { id: 'Asal', en: 'Source' },
  declared: { id: 'Dinyatakan', en: 'Declared' },
  found: { id: 'Ditemukan dari data', en: 'Found in the data' },
  declaration: { id: 'Buka pernyataan', en: 'Open the declaration' },
  byScheme: { id: 'Menurut skema', en: 'By the scheme' },
  decide: { id: 'Putuskan', en: 'Decide' },
  decideIntro: {
    id: 'Keputusan dan alasannya dapat dibaca pegawai, penilai, dan auditor.',
    en: 'The employee, the appraiser and auditors can read the decision and its reason.',
  },
  chooseSubstitute: { id: 'Pejabat penilai pengganti', en: 'Appraiser instead' },
  substituteHint: {
    id: 'Diusulkan: atasan penilai, lalu pejabat dengan jenis jabatan yang sama di dekatnya, tanpa benturan yang meminta penggantian.',
    en: 'Proposed: the appraiser’s superior, then nearby people of the same kind of post, without a conflict that asks for replacement.',
  },
  superiorOf: { id: 'atasan penilai', en: 'the appraiser’s superior' },
  load: {
    id: 'menilai {count} pegawai',
    en: { one: 'appraises {count} person', other: 'appraises {count} people' },
  },
  noSubstitute: {
    id: 'Tidak ada usulan. Tetapkan penilai di halaman pegawai, lalu periksa ulang periode.',
    en: 'Nobody to propose. Assign an appraiser on the page of the person, then look through the period again.',
  },
  toPerson: { id: 'Ganti penilai di halaman pegawai', en: 'Change the appraiser on the person’s page' },
  reason: { id: 'Alasan', en: 'Reason' },
  replaceNow: { id: 'Ganti penilai mulai hari ini', en: 'Replace the appraiser from today' },
  keepTitle: { id: 'Penilai tetap', en: 'The appraiser stays' },
  keepIntro: {
    id: 'Bila tidak ada jalan lain, penilai dapat tetap dengan alasan tertulis.',
    en: 'Where there is no other way the appraiser may stay, with a written reason.',
  },
  keepNow: { id: 'Tetapkan penilai ini', en: 'Let the appraiser stay' },
  replaceTitle: { id: 'Ganti penilai', en: 'Replace the appraiser' },
  secondTitle: { id: 'Penilai kedua', en: 'Second appraiser' },
  secondIntro: {
    id: 'Seorang penilai lain mengisi instrumen yang sama tanpa melihat nilai penilai pertama. Hasil resmi tidak berubah karenanya.',
    en: 'Somebody else fills in the same instrument without seeing the first ratings. The official result does not change by it.',
  },
  secondNow: { id: 'Pilih penilai kedua', en: 'Choose a second appraiser' },
  resultGiven: {
    id: 'Hasil penilaian sudah diberikan oleh penilai ini. Pengganti hanya berlaku untuk langkah berikutnya; pertimbangkan penilai kedua.',
    en: 'This appraiser has given the result already. A substitute only serves for what comes; consider a second appraiser.',
  },
  decided: { id: 'Keputusan', en: 'Decision' },
  decidedBy: { id: '{name}, {when}', en: '{name}, {when}' },
  reopen: { id: 'Buka kembali keputusan', en: 'Reopen the decision' },
  reopened: { id: 'Keputusan dibuka kembali.', en: 'The decision was reopened.' },
  settled: { id: 'Keputusan dicatat.', en: 'The decision was recorded.' },
  noted: {
    id: 'Menurut skema cukup ditampilkan; tidak ada yang perlu diputuskan.',
    en: 'By the scheme it is only shown; nothing has to be decided.',
  },
  gone: { id: 'Benturan ini sudah tidak ada.', en: 'This conflict does not stand any more.' },
});
