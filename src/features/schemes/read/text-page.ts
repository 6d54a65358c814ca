/** Words of the page of a scheme: its frame, the picture and how a result is made. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  inShort: { id: 'Singkatnya', en: 'In short' },
  whatCounts: {
    id: 'Skema ini menilai {count} hal: {list}.',
    en: {
      one: 'This scheme appraises one thing: {list}.',
      other: 'This scheme appraises {count} things: {list}.',
    },
  },
  whatCountsBonus: {
    id: 'Skema ini menilai {count} hal: {list}; selain itu {bonus}.',
    en: {
      one: 'This scheme appraises one thing: {list}; besides, {bonus}.',
      other: 'This scheme appraises {count} things: {list}; besides, {bonus}.',
    },
  },
  bonusAdds: {
    id: '{label} menambah paling banyak {points} angka',
    en: '{label} adds at most {points} points',
  },
  withPercent: { id: '{label} ({percent} %)', en: '{label} ({percent} %)' },
  howMatrix: {
    id: 'Kedua rating dipertemukan dalam satu matriks dan menghasilkan satu dari {count} kategori, dari {best} sampai {worst}, tanpa nilai angka.',
    en: 'The two ratings meet in one matrix and give one of {count} categories, from {best} to {worst}, without any number.',
  },
  howMatrixBands: {
    id: 'Kedua nilai diubah menjadi tingkat, dipertemukan dalam satu matriks, dan menghasilkan satu dari {count} kategori, dari {best} sampai {worst}.',
    en: 'The two scores are turned into levels, meet in one matrix and give one of {count} categories, from {best} to {worst}.',
  },
  howMean: {
    id: 'Nilai akhir menentukan satu dari {count} kategori, dari {best} (mulai {bestFrom}) sampai {worst} (di bawah {worstTo}).',
    en: 'The final score gives one of {count} categories, from {best} (from {bestFrom}) to {worst} (below {worstTo}).',
  },
  howMeanGated: {
    id: 'Nilai akhir menentukan satu dari {count} kategori, dari {best} (mulai {bestFrom}) sampai {worst} (di bawah {worstTo}), dan {gates} syarat dapat membatasi kategori itu.',
    en: 'The final score gives one of {count} categories, from {best} (from {bestFrom}) to {worst} (below {worstTo}), and {gates} gate(s) can limit it.',
  },
  howLowest: {
    id: 'Komponen yang paling rendah menentukan satu dari {count} kategori, dari {best} sampai {worst}.',
    en: 'The lowest component decides one of {count} categories, from {best} to {worst}.',
  },
  whoNational: {
    id: 'Masukan diberikan oleh {voices}, dan kategorinya adalah predikat kinerja resmi.',
    en: 'The evidence comes from {voices}, and the category is the official predicate.',
  },
  whoLocal: {
    id: 'Masukan diberikan oleh {voices}; setiap hasil didampingi predikat kinerja resmi dan tidak pernah bertentangan dengannya.',
    en: 'The evidence comes from {voices}; every result comes with the official predicate and never contradicts it.',
  },
  // The picture and its table.
  picture: { id: 'Bagaimana hasil ditentukan', en: 'How a result is made' },
  pictureLabel: {
    id: 'Gambar alur {title}: masukan, penggabungan, kategori. Tabel di sampingnya memuat hal yang sama.',
    en: 'Picture of {title}: inputs, how they are joined, categories. The table beside says the same.',
  },
  mark_row: { id: 'baris', en: 'row' },
  mark_column: { id: 'kolom', en: 'column' },
  mark_weights: { id: 'memilih bobot', en: 'chooses weights' },
  mark_gate: { id: 'syarat', en: 'condition' },
  mark_official: { id: 'hasil resmi', en: 'official' },
  mark_shown: { id: 'tampil', en: 'shown' },
  jointMatrix: { id: 'Matriks', en: 'Matrix' },
  jointScore: { id: 'Nilai akhir', en: 'Final score' },
  jointLowest: { id: 'Yang terendah', en: 'The lowest' },
  gateAtMost: { id: 'paling tinggi {category}', en: 'at most {category}' },
  fromScore: { id: 'mulai {score}', en: 'from {score}' },
  categoryIsPredicate: {
    id: 'Kategori ini adalah predikat kinerja resmi.',
    en: 'The category is the official predicate.',
  },
  localCategory: { id: 'Kategori skema', en: 'Category of the scheme' },
  localCategoryFrom: { id: 'disejalankan dengan predikat resmi', en: 'kept in line with the predicate' },
  officialPredicate: { id: 'Predikat kinerja resmi', en: 'Official predicate' },
  officialFrom: {
    id: 'dua rating resmi dalam matriks nasional',
    en: 'two official ratings in the national matrix',
  },
  step: { id: 'Langkah', en: 'Step' },
  detail: { id: 'Rinciannya', en: 'Detail' },
  tableCaption: { id: 'Dari masukan sampai hasil', en: 'From evidence to result' },
  stepInputs: { id: 'Yang dinilai', en: 'What is appraised' },
  stepJoin: { id: 'Penggabungan', en: 'How it is joined' },
  stepGates: { id: 'Syarat pembatas', en: 'Gates' },
  stepCategory: { id: 'Kategori', en: 'Category' },
  stepOfficial: { id: 'Hasil resmi', en: 'Official result' },
  role_weight: { id: 'bobot {percent} %', en: 'weight {percent} %' },
  role_weight_when: { id: 'bobot {percent} % bila {condition}', en: 'weight {percent} % if {condition}' },
  role_bonus: {
    id: '{percent} % dari nilainya ditambahkan, paling banyak {atMost}',
    en: '{percent} % of its score is added, at most {atMost}',
  },
  role_row: { id: 'menentukan baris matriks', en: 'chooses the row of the matrix' },
  role_column: { id: 'menentukan kolom matriks', en: 'chooses the column of the matrix' },
  role_lowest: { id: 'yang terendah menentukan', en: 'the lowest decides' },
  role_row_percent: {
    id: '{percent} % dari nilai yang menentukan baris matriks',
    en: '{percent} % of the score that chooses the row of the matrix',
  },
  role_column_percent: {
    id: '{percent} % dari nilai yang menentukan kolom matriks',
    en: '{percent} % of the score that chooses the column of the matrix',
  },
  role_lowest_percent: {
    id: '{percent} % dari salah satu nilai; yang terendah menentukan',
    en: '{percent} % of one of the scores; the lowest decides',
  },
  role_chooses: { id: 'menentukan bobot yang berlaku', en: 'chooses the weights that hold' },
  role_opens: { id: 'syarat untuk {category}', en: 'a condition of {category}' },
  role_gate: { id: 'diperiksa dalam syarat “{gate}”', en: 'looked at by the gate “{gate}”' },
  role_official: { id: 'hanya untuk rating resmi', en: 'for the official rating only' },
  role_shown: { id: 'ditampilkan, tidak dihitung', en: 'shown, not counted' },
  yes: { id: '{label}: ya', en: '{label}: yes' },
  no: { id: '{label}: tidak', en: '{label}: no' },
  and: { id: ' dan ', en: ' and ' },
  joinMean: {
    id: 'Setiap nilai dikali bobotnya lalu dijumlahkan.',
    en: 'Each score is multiplied by its weight and summed.',
  },
  joinMeanRounded: {
    id: 'Setiap nilai dikali bobotnya lalu dijumlahkan; hasilnya dibulatkan ke {decimals} angka di belakang koma.',
    en: 'Each score is multiplied by its weight and summed; the sum is rounded to {decimals} decimals.',
  },
  joinCap: { id: 'Nilai akhir paling tinggi {points}.', en: 'The final score is at most {points}.' },
  joinReweight: {
    id: 'Komponen yang tidak berlaku atau boleh kosong tidak dianggap nol: bobotnya dibagikan secara terbuka kepada komponen lain.',
    en: 'A component that does not apply or may be left out never counts as zero: its weight is openly shared among the others.',
  },
  joinMatrix: {
    id: '{rows} menentukan baris, {columns} menentukan kolom.',
    en: '{rows} chooses the row, {columns} the column.',
  },
  joinLowest: {
    id: 'Tingkat yang paling rendah di antara {list} menentukan hasilnya.',
    en: 'The lowest level among {list} decides.',
  },
  // Categories and gates.
  categories: { id: 'Kategori dan ambangnya', en: 'Categories and thresholds' },
  category: { id: 'Kategori', en: 'Category' },
  scoreRange: { id: 'Nilai akhir', en: 'Final score' },
  furtherCondition: { id: 'Syarat lain', en: 'Further condition' },
  agreesWith: { id: 'Sejalan dengan predikat resmi', en: 'Agrees with the official predicate' },
  rangeTop: { id: '{from} ke atas', en: '{from} and above' },
  rangeMiddle: { id: '{from} sampai kurang dari {to}', en: '{from} to less than {to}' },
  rangeBottom: { id: 'kurang dari {to}', en: 'less than {to}' },
  rulerLabel: {
    id: 'Pita nilai dari {from} sampai {to}: {list}.',
    en: 'Band of scores from {from} to {to}: {list}.',
  },
  alsoCalled: { id: 'juga disebut {names}', en: 'also called {names}' },
  none: { id: '–', en: '–' },
  matrixCaption: { id: 'Matriks: {rows} dan {columns}', en: 'Matrix: {rows} and {columns}' },
  axisCaption: { id: 'Dari nilai {label} menjadi tingkat', en: 'From the score of {label} to a level' },
  level: { id: 'Tingkat', en: 'Level' },
  score: { id: 'Nilai', en: 'Score' },
  lowestLevel: { id: 'Tingkat terendah', en: 'Lowest level' },
  gates: { id: 'Syarat pembatas', en: 'Gates' },
  gatesIntro: {
    id: 'Syarat ini tidak dapat ditutup dengan nilai tinggi di bagian lain. Bila terjadi, kategori paling tinggi yang dapat diperoleh adalah yang disebut.',
    en: 'High scores elsewhere cannot make up for these. Where one applies, the category named is the highest that can be reached.',
  },
  gateWhen: { id: 'Berlaku bila', en: 'Applies when' },
  gateHighest: { id: 'Kategori paling tinggi', en: 'Highest category' },
  belowScore: { id: '{label} di bawah {score}', en: '{label} below {score}' },
});
