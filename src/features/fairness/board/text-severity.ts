import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Ketat dan longgarnya penilai', en: 'Severity of raters' },
  finding: {
    id: '{severe} penilai hampir pasti lebih ketat dan {lenient} lebih longgar daripada yang lain, lebih dari {threshold} poin',
    en: '{severe} raters are almost surely stricter and {lenient} more lenient than others by more than {threshold} points',
  },
  findingNone: {
    id: 'Tidak ada penilai yang hampir pasti berselisih lebih dari {threshold} poin',
    en: 'No rater is almost surely off by more than {threshold} points',
  },
  findingUnknown: {
    id: 'Ketat-longgarnya penilai belum dapat diperkirakan',
    en: 'The severity of raters is not estimable yet',
  },
  intro: {
    id: 'Berapa poin seorang penilai memberi lebih rendah (ketat) atau lebih tinggi (longgar) daripada penilai lain atas orang yang sama atau sebanding, pada skala 0 sampai 100. Garis adalah interval 95 %. Urutan ini bukan peringkat: penilai yang garisnya saling menutup tidak dapat dibedakan.',
    en: 'By how many points a rater gives less (strict) or more (lenient) than others about the same or comparable people, on a scale from 0 to 100. Lines are 95 % intervals. The order is no ranking: raters whose lines overlap cannot be told apart.',
  },
  lenient: { id: 'lebih longgar', en: 'more lenient' },
  strict: { id: 'lebih ketat', en: 'stricter' },
  rater: { id: 'Penilai', en: 'Rater' },
  place: { id: 'Letak terhadap penilai lain', en: 'Place among other raters' },
  difference: { id: 'Selisih, interval 95 %', en: 'Difference, 95 % interval' },
  forms: { id: 'Penilaian', en: 'Ratings' },
  words: {
    id: '{side} {points} poin ({low} sampai {high})',
    en: '{side} by {points} points ({low} to {high})',
  },
  wordsSame: { id: 'sama ({low} sampai {high})', en: 'the same ({low} to {high})' },
  notComparable: { id: 'Tidak dapat dibandingkan', en: 'Cannot be compared' },
  withinOnly: {
    id: 'Hanya di dalam kelompok {subset}: {words}',
    en: 'Within group {subset} only: {words}',
  },
  weak: { id: 'terhubung lewat satu orang saja', en: 'tied by one person only' },
  someHere: {
    id: '{here} dari {all} penilaian tentang pegawai di tampilan ini',
    en: '{here} of {all} ratings are about employees in this view',
  },
  keyUsual: { id: 'dalam batas, atau belum pasti', en: 'within the limit, or not sure' },
  keyBeyond: {
    id: 'hampir pasti melewati batas (peluang ≥ {percent} %)',
    en: 'almost surely beyond (probability ≥ {percent} %)',
  },
  keyUnknown: { id: 'tidak dapat dibandingkan', en: 'cannot be compared' },
  keyBand: { id: 'batas kebijakan ±{threshold} poin', en: 'policy limit of ±{threshold} points' },
  someOf: {
    id: 'Ditampilkan {shown} dari {total} penilai: yang di kedua ujung, dan semua yang melewati batas.',
    en: 'Shown are {shown} of {total} raters: those at both ends, and all beyond the limit.',
  },
  showAll: { id: 'Tampilkan semua penilai', en: 'Show all raters' },
  showSome: { id: 'Tampilkan ringkas', en: 'Show fewer' },
  unlinkedTitle: {
    id: 'Tidak dapat dibandingkan ({count})',
    en: 'Cannot be compared ({count})',
  },
  unlinkedIntro: {
    id: 'Pegawai mereka tidak dinilai orang lain. Angka apa pun di sini hanya akan mencerminkan anggapan, maka tidak ditulis.',
    en: 'Nobody else rated their people. Any number here would only be an assumption, so none is given.',
  },
  nobody: { id: 'Tidak ada penilai di tampilan ini', en: 'There is no rater in this view' },
  nobodyHint: {
    id: 'Pilih unit lain, atau tunggu sampai hasil diberikan dan dihitung.',
    en: 'Choose another unit, or wait until results were given and computed.',
  },

  adjustedTitle: { id: 'Nilai apa adanya dan nilai yang disetarakan', en: 'Raw and adjusted figures' },
  adjustedFinding: {
    id: 'Bagi {count} dari {people} pegawai, kategori bergantung pada siapa yang menilai',
    en: 'For {count} of {people} employees the category depends on who rated',
  },
  adjustedFindingNone: {
    id: 'Tidak seorang pun dari {people} pegawai yang kategorinya jelas bergantung pada siapa yang menilai',
    en: 'For none of {people} employees does the category clearly depend on who rated',
  },
  adjustedIntro: {
    id: 'Setiap titik satu pegawai. Mendatar: rata-rata penilaian apa adanya. Tegak: perkiraan bila semua penilai sama ketatnya. Di garis miring, keduanya sama. Nilai resmi tidak berubah.',
    en: 'Each dot is an employee. Across: the mean of the ratings as given. Up: the estimate if all raters were equally severe. On the slanting line both agree. The official score does not change.',
  },
  raw: { id: 'Rata-rata apa adanya', en: 'Mean as given' },
  adjusted: { id: 'Nilai yang disetarakan', en: 'Adjusted figure' },
  adjustedKey: {
    id: 'Belah ketupat: kategorinya kemungkinan lain bila penilainya tidak lebih ketat atau longgar daripada rata-rata. Skema menghitungnya kembali dengan butir penilai digeser sebesar ketat-longgarnya; suara lain dan hasil ukur tetap. Nilai yang disetarakan juga ditarik ke arah rata-rata bila formulirnya sedikit.',
    en: 'Diamond: probably another category had the appraiser been neither stricter nor more lenient than average. The scheme computes it again with the items of the appraiser moved by the severity; other voices and measurements stay. The adjusted figure is also drawn towards the mean where forms are few.',
  },
  moversTitle: { id: 'Bergantung pada siapa yang menilai', en: 'Depends on who rated' },
  moversIntro: {
    id: 'Bukan nilai yang dikoreksi, dan bukan peringkat: menurut abjad. Hanya tanda untuk dilihat lagi pada keberatan atau kalibrasi. Diperiksa {examined} pegawai dengan penilai yang paling berbeda dari rata-rata.',
    en: 'No corrected scores, and no ranking: in the order of names. Only a sign to look again in objections and calibration. Examined were {examined} employees of the appraisers furthest from the average.',
  },
  employee: { id: 'Pegawai', en: 'Employee' },
  why: { id: 'Sebabnya', en: 'Why' },
  category: { id: 'Kategori resmi (tetap)', en: 'Official category (stays)' },
  range: { id: 'Rentang 95 %', en: '95 % range' },
  rangeWords: { id: '{low} sampai {high}', en: '{low} to {high}' },
  whyCategory: {
    id: 'ketat atau longgarnya penilai',
    en: 'severity of the appraiser',
  },
  whyAssumption: {
    id: 'anggapan bahwa pulau-pulau penilai setara',
    en: 'the assumption that islands of raters are equal',
  },
  moversNone: { id: 'Tidak ada', en: 'None' },
  allMovers: { id: 'Tampilkan semua {count} pegawai', en: 'Show all {count} employees' },
  ordinalAgrees: {
    id: 'Diperiksa dengan model kedua yang hanya memakai urutan taraf (Rasch banyak segi, {ratings} penilaian butir): urutan {raters} penilai hampir sama (korelasi {agreement}).',
    en: 'Checked by a second model that uses only the order of levels (many-facet Rasch, {ratings} item ratings): the order of {raters} raters is nearly the same (correlation {agreement}).',
  },
  ordinalDiffers: {
    id: 'Model kedua yang hanya memakai urutan taraf (Rasch banyak segi, {ratings} penilaian butir) mengurutkan {raters} penilai secara lain (korelasi {agreement}). Keketatan di sini diragukan; jangan disimpulkan.',
    en: 'A second model that uses only the order of levels (many-facet Rasch, {ratings} item ratings) orders {raters} raters differently (correlation {agreement}). Severities here are doubtful; conclude nothing.',
  },
  ordinalContradicts: {
    id: '{count} penilai yang ditandai berada di sisi lain menurut model kedua.',
    en: {
      one: '{count} rater named here stands on the other side by the second model.',
      other: '{count} raters named here stand on the other side by the second model.',
    },
  },
});
