import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Siapa menilai siapa', en: 'Who rated whom' },
  finding: {
    id: '{raters} penilai terbagi atas {islands} pulau yang tidak terhubung',
    en: '{raters} raters fall into {islands} islands that nothing joins',
  },
  findingOne: {
    id: 'Semua {raters} penilai terhubung satu sama lain',
    en: 'All {raters} raters are joined with each other',
  },
  intro: {
    id: 'Setiap titik satu penilai. Garis: ada pegawai yang dinilai keduanya; makin banyak, makin tebal. Yang berada di pulau berbeda tidak dapat dibandingkan, seberapa pun banyak penilaiannya.',
    en: 'Each dot is a rater. A line: both rated some of the same employees; the more, the thicker. Those on different islands cannot be compared, however many their ratings.',
  },
  key: {
    id: 'Titik: penilai, makin besar makin banyak penilaiannya. Belah ketupat bernomor: bila penilai ini tidak ada, pulaunya pecah. Kotak kosong: pulau dengan satu penilai.',
    en: 'Dot: a rater, larger with more ratings. Numbered diamond: without this rater the island breaks apart. Empty square: an island of one rater.',
  },
  tooMany: {
    id: 'Gambar ini memuat {most} penilai dengan penilaian terbanyak dari {total}; tabel memuat semuanya.',
    en: 'The picture holds the {most} raters with most ratings out of {total}; the table holds all.',
  },
  islandsTitle: { id: 'Pulau-pulau', en: 'The islands' },
  island: { id: 'Pulau', en: 'Island' },
  islandName: { id: 'Pulau {number}', en: 'Island {number}' },
  mainIsland: { id: 'Pulau {number} (terbesar)', en: 'Island {number} (the largest)' },
  raters: { id: 'Penilai', en: 'Raters' },
  people: { id: 'Pegawai', en: 'Employees' },
  units: { id: 'Unit pegawai yang dinilai', en: 'Units of those rated' },
  means: { id: 'Artinya', en: 'Meaning' },
  meansMain: {
    id: 'Penilai yang terhubung kuat di sini dapat dibandingkan satu sama lain.',
    en: 'Raters tied firmly here can be compared with each other.',
  },
  meansApart: {
    id: 'Hanya dapat dibandingkan di dalam pulau ini.',
    en: 'Comparable only within this island.',
  },
  meansSingle: {
    id: 'Tidak dapat dibandingkan dengan siapa pun.',
    en: 'Cannot be compared with anybody.',
  },
  andMore: { id: '{names} dan {count} unit lain', en: '{names} and {count} more units' },
  cutTitle: { id: 'Sambungan yang bertumpu pada satu penilai', en: 'Joints that rest on one rater' },
  cutIntro: {
    id: 'Tanpa penilai ini pulaunya pecah. Tambahkan penilaian kedua di sekitarnya agar perbandingan tidak bertumpu pada satu orang.',
    en: 'Without these raters their island breaks apart. Add second looks around them, so that comparisons do not rest on one person.',
  },
  cutPeople: {
    id: '{count} pegawai adalah satu-satunya sambungan antara dua bagian.',
    en: {
      one: '{count} employee is the only joint between two parts.',
      other: '{count} employees are the only joint between two parts.',
    },
  },
  number: { id: 'No.', en: 'No.' },
  rater: { id: 'Penilai', en: 'Rater' },
  forms: { id: 'Penilaian', en: 'Ratings' },
  proposalsTitle: { id: 'Penilaian kedua yang paling berguna', en: 'The most useful second looks' },
  proposalsIntro: {
    id: 'Dua orang yang dinilai juga oleh penilai dari luar membuat seorang penilai dapat dibandingkan. Ini jumlah paling sedikit; siapa orangnya ditentukan undian, bukan dipilih.',
    en: 'Two people who are rated by somebody from outside as well make a rater comparable. These are the fewest; who they are is drawn by lot, not chosen.',
  },
  proposal: {
    id: '{needed} dari {outOf} pegawai {unit} yang dinilai {rater}',
    en: '{needed} of {outOf} employees of {unit} rated by {rater}',
  },
  byWhom: { id: 'Dinilai juga oleh, misalnya', en: 'Also rated by, such as' },
  whom: { id: 'Siapa', en: 'Whom' },
  anyOutside: { id: 'penilai mana pun dari unit lain', en: 'any rater of another unit' },
  toDraw: { id: 'Buka undian penilaian kedua', en: 'Open the draw of second looks' },
  moreProposals: {
    id: 'Setelah yang ini, masih ada {count} penilai yang belum terhubung.',
    en: 'After these, {count} more raters are not tied.',
  },
  noProposals: {
    id: 'Semua penilai di tampilan ini sudah terhubung dengan cukup.',
    en: 'All raters in this view are tied well enough.',
  },
});
