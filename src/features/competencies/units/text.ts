import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Kompetensi per unit', en: 'Competencies by unit' },
  intro: {
    id: 'Kesesuaian kompetensi pegawai dengan standar jabatannya, unit demi unit.',
    en: 'How far the competencies of people match the standards of their posts, unit by unit.',
  },
  few: { id: '<5', en: '<5' },
  tooFew: { id: '<5 orang', en: '<5 people' },
  hiding: {
    id: 'Bila yang dinilai kurang dari lima orang, angkanya tidak ditampilkan, dan persentase dibulatkan ke bawah per 5 %, agar keadaan seseorang tidak dapat ditebak. Unit dengan kurang dari sepuluh pegawai digabung dengan unit di atasnya.',
    en: 'A cell over fewer than five people is not shown, and percents go down in steps of 5 %, so that nobody can be guessed. Units with fewer than ten people stand together with the unit above.',
  },
  colours: {
    id: 'Warna mengikuti batas kesesuaian: mulai 80 % memenuhi, mulai 68 % masih memenuhi, di bawahnya kurang.',
    en: 'Colours follow the bounds of the match: from 80 % qualified, from 68 % still qualified, below that not.',
  },
  period: { id: 'Data', en: 'Data' },
  latest: { id: 'Tingkat terakhir setiap pegawai', en: 'The latest level of everybody' },
  group: { id: 'Kompetensi', en: 'Competencies' },
  behavioural: { id: 'Manajerial dan sosial kultural', en: 'Managerial and socio-cultural' },
  technical: { id: 'Teknis: {family}', en: 'Technical: {family}' },
  unit: { id: 'Unit', en: 'Unit' },
  allUnits: { id: 'Semua unit', en: 'All units' },
  allCompetencies: { id: 'Semua kompetensi', en: 'All competencies' },
  withUnits: { id: 'bersama {names}', en: 'with {names}' },
  withMany: { id: 'bersama {count} unit di bawahnya', en: 'with {count} units below' },
  table: { id: 'Kesesuaian menurut unit dan kompetensi', en: 'Match by unit and competency' },
  percent: { id: '{value} %', en: '{value} %' },
  empty: { id: 'Belum ada angka yang dapat ditampilkan', en: 'There are no figures to show yet' },
  emptyHint: {
    id: 'Angka muncul begitu paling sedikit lima pegawai suatu unit dinilai kompetensinya, dari hasil penilaian atau uji kompetensi, dan standar jabatannya sudah ditetapkan.',
    en: 'Figures appear once at least five people of a unit have been assessed, by results or by an assessment centre, and the standards of their posts are set.',
  },
  merged: { id: 'Unit Anda dihitung bersama unit di atasnya', en: 'Your unit counts with the unit above it' },
  mergedHint: {
    id: 'Pegawainya kurang dari sepuluh orang, sehingga angkanya tidak ditampilkan sendiri.',
    en: 'It has fewer than ten people, so its figures are not shown alone.',
  },
  // Needs
  needsTitle: { id: 'Rekap kebutuhan pengembangan', en: 'Development needs by unit' },
  needsIntro: {
    id: 'Berapa pegawai yang di bawah standar dan berapa yang sudah merencanakan pengembangannya, sebagai bahan program pelatihan.',
    en: 'How many people are below the standard and how many have taken it up, for planning the training programme.',
  },
  needsHiding: {
    id: 'Jumlah di bawah lima ditulis <5. Jumlah seluruhnya hanya menambahkan angka yang tertulis, sehingga angka kecil tidak dapat dihitung balik.',
    en: 'Counts below five are written <5. Totals add only the numbers that are written, so that small ones cannot be worked out.',
  },
  competency: { id: 'Kompetensi', en: 'Competency' },
  assessed: { id: 'Dinilai', en: 'Assessed' },
  below: { id: 'Di bawah standar', en: 'Below the standard' },
  needs: { id: 'Kebutuhan berjalan', en: 'Needs under way' },
  total: { id: 'Jumlah yang tertulis', en: 'Total of what is written' },
  export: { id: 'Unduh', en: 'Download' },
  sheet: { id: 'Kebutuhan pengembangan', en: 'Development needs' },
  note: { id: 'Catatan', en: 'Note' },
  noRows: { id: 'Tidak ada yang cocok', en: 'Nothing matches' },
  noRowsHint: { id: 'Pilih unit atau kompetensi lain.', en: 'Choose another unit or competency.' },
});
