import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: {
    id: 'Seberapa jauh hasil ini bergantung pada siapa yang menilai?',
    en: 'How far does this result depend on who rated?',
  },
  chance: {
    id: 'Seandainya pejabat lain yang menilai, kategorinya diperkirakan berbeda pada {chance} kemungkinan.',
    en: 'Had another official rated, the category is expected to differ in {chance} cases.',
  },
  chanceWithRange: {
    id: 'Seandainya pejabat lain yang menilai, kategorinya diperkirakan berbeda pada {chance} kemungkinan; nilainya kebanyakan antara {low} dan {high}.',
    en: 'Had another official rated, the category is expected to differ in {chance} cases; the score would mostly lie between {low} and {high}.',
  },
  chanceWithScore: {
    id: 'Seandainya pejabat lain yang menilai, kategorinya diperkirakan berbeda pada {chance} kemungkinan; nilainya kebanyakan sekitar {score}.',
    en: 'Had another official rated, the category is expected to differ in {chance} cases; the score would mostly be about {score}.',
  },
  unknown: {
    id: 'Kemungkinan kategori berbeda bila pejabat lain menilai belum dapat diperkirakan.',
    en: 'The chance of another category had another official rated is not estimable yet.',
  },
  'why-not-computed': {
    id: 'Angka periode ini belum dihitung untuk hasil ini. Angka dihitung setelah penilaian masuk; Anda tidak perlu melakukan apa pun.',
    en: 'The figures of this period were not computed for this result yet. They are computed once ratings have come in; you need not do anything.',
  },
  'why-outdated': {
    id: 'Hasil ini lebih baru daripada angka terakhir. Setelah dihitung ulang, perkiraannya tampil di sini.',
    en: 'This result is newer than the latest figures. The estimate stands here once they are computed again.',
  },
  'why-unlinked': {
    id: 'Tidak ada penilai lain yang menilai orang-orang yang dinilai pejabat ini. Karena itu data tidak dapat membedakan penilai yang ketat dari hasil kerja yang memang lebih rendah; angka apa pun hanya akan berupa anggapan.',
    en: 'Nobody else rated any of the people whom this official rated. The data cannot tell a strict rater from work that was in fact lower; any figure would be an assumption.',
  },
  'why-not-playable': {
    id: 'Pada skema ini tidak ada butir yang dinilai oleh pejabat penilai.',
    en: 'Under this scheme the appraiser rates no item.',
  },
  'why-too-few': {
    id: 'Penilaian pada periode ini masih terlalu sedikit.',
    en: 'There are too few ratings in this period.',
  },
  'why-no-variation': {
    id: 'Semua penilaian pada periode ini sama, sehingga perbedaan antarpenilai tidak terlihat.',
    en: 'All ratings of this period are equal: differences between raters cannot be seen.',
  },
  'why-not-crossed': {
    id: 'Belum ada orang yang dinilai oleh lebih dari satu penilai, sehingga perbedaan antarpenilai tidak terlihat.',
    en: 'Nobody was rated by more than one rater: differences between raters cannot be seen.',
  },
  'why-no-residual': {
    id: 'Penilaian periode ini terlalu seragam untuk membedakan penilai dari orang yang dinilai.',
    en: 'The ratings of this period are too uniform to tell raters from the people rated.',
  },
  'why-no-convergence': {
    id: 'Perhitungan tidak mencapai angka yang tetap untuk periode ini.',
    en: 'The computation did not settle for this period.',
  },
  voicesSame: {
    id: 'Tanpa salah satu suara lain, kategorinya tetap sama; nilainya antara {low} dan {high}.',
    en: 'Without any one of the other voices the category stays the same; the score lies between {low} and {high}.',
  },
  voicesSameScore: {
    id: 'Tanpa salah satu suara lain, kategorinya tetap sama; nilainya menjadi {score}.',
    en: 'Without any one of the other voices the category stays the same; the score becomes {score}.',
  },
  voicesOther: {
    id: 'Tanpa {voice}, kategorinya menjadi {category}.',
    en: 'Without {voice} the category would be {category}.',
  },
  voicesSameNoScore: {
    id: 'Tanpa salah satu suara lain, kategorinya tetap sama.',
    en: 'Without any one of the other voices the category stays the same.',
  },
  oneVoice: {
    id: 'Hasil ini hanya bersumber dari penilaian satu orang, yaitu pejabat penilai.',
    en: 'This result rests on the ratings of one person alone, the appraiser.',
  },
  hidden: {
    id: 'Sebagian angka disembunyikan untuk melindungi penilai tanpa nama: formulirnya terlalu sedikit, sehingga isi satu formulir dapat ditebak.',
    en: 'Some figures are hidden to protect people who rated without a name: there are so few forms that one could be guessed.',
  },
  tooFew: {
    id: 'Tidak dihitung karena formulirnya terlalu sedikit: {voices}.',
    en: 'Not counted, because too few forms came: {voices}.',
  },
  wholeOnly: {
    id: 'Suara tanpa nama hanya dikeluarkan seluruhnya, tidak pernah satu per satu.',
    en: 'A voice without a name is only ever left out as a whole, never form by form.',
  },
  secondSame: {
    id: 'Penilai kedua, yang menilai ulang tanpa melihat nilai pertama, sampai pada kategori yang sama.',
    en: 'A second appraiser, who rated again without seeing the first ratings, came to the same category.',
  },
  secondOther: {
    id: 'Penilai kedua, yang menilai ulang tanpa melihat nilai pertama, sampai pada kategori yang berbeda.',
    en: 'A second appraiser, who rated again without seeing the first ratings, came to another category.',
  },
  weak: {
    id: 'Pejabat penilai hanya sedikit terhubung dengan penilai lain; perkiraan ini bergantung pada anggapan bahwa unit-unit rata-rata setara.',
    en: 'The appraiser is linked to other raters by little; the estimate rests on the assumption that units are alike on average.',
  },
  use: {
    id: 'Angka ini tidak mengubah hasil. Jangan dipakai untuk menebak siapa menilai apa, menegur penilai, atau membandingkan pegawai.',
    en: 'These figures change nothing. Do not use them to guess who rated what, to reproach a rater, or to compare employees.',
  },
  basis: {
    id: 'Perkiraan dari {forms} penilaian oleh {raters} penilai yang namanya diketahui, dihitung {when}; {draws} kali dicoba dengan rumus skema ini.',
    en: 'Estimated from {forms} ratings by {raters} named raters, computed {when}; tried {draws} times with the formula of this scheme.',
  },
  method: { id: 'Cara menghitung', en: 'How this is computed' },
  aligned: {
    id: 'Kategori hasil ini tidak mengikuti nilainya saja: skema menyelaraskannya dengan predikat resmi atau membatasinya.',
    en: 'The category does not follow from the score alone: the scheme aligns it with the official predicate or limits it.',
  },
  keyResult: { id: 'hasil', en: 'the result' },
  keyWithout: { id: 'tanpa satu suara', en: 'without one voice' },
  keyOthers: { id: 'pejabat lain (8 dari 10)', en: 'other officials (8 in 10)' },
  outOf: { id: '{count} dari 20', en: '{count} in 20' },
  shares: { id: 'Kategori seandainya pejabat lain menilai', en: 'Categories had other officials rated' },
  asTable: { id: 'Sebagai tabel', en: 'As a table' },
  tableTitle: { id: 'Hasil tanpa satu suara', en: 'The result without one voice' },
  voice: { id: 'Suara', en: 'Voice' },
  forms: { id: 'Jumlah formulir', en: 'Number of forms' },
  score: { id: 'Nilai', en: 'Score' },
  category: { id: 'Kategori', en: 'Category' },
  predicate: { id: 'Predikat resmi', en: 'Official predicate' },
  asItStands: { id: 'Hasil yang berlaku', en: 'The result as it stands' },
  noResult: { id: 'tidak ada hasil: suara ini wajib', en: 'no result: this voice is required' },
  hiddenCell: { id: 'disembunyikan', en: 'hidden' },
  share: { id: 'Kemungkinan', en: 'Chance' },
});
