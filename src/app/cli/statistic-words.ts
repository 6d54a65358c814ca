/** What each coefficient means and must not be used for, printed with every answer. */
import type { Bilingual } from '#domain/bilingual.ts';
import type { NotEstimableReason } from '#domain/statistics/ratings.ts';

export const STATISTICS = [
  'icc',
  'krippendorff',
  'kendall-w',
  'kappa',
  'weighted-kappa',
  'fleiss-kappa',
  'rasch',
  'generalizability',
] as const;
export type StatisticName = (typeof STATISTICS)[number];

export interface StatisticWords {
  readonly model: Bilingual;
  readonly notFor: Bilingual;
  readonly reference: string;
}

const KAPPA_NOT_FOR = {
  id: 'Bukan untuk menentukan penilai mana yang benar, dan tidak dapat dibandingkan antara tabel yang sebaran kategorinya berbeda.',
  en: 'Not for saying which rater is right, nor for comparing tables whose categories are used differently often.',
};

export const STATISTIC_WORDS: Readonly<Record<StatisticName, StatisticWords>> = {
  icc: {
    model: {
      id: 'Korelasi intrakelas Shrout & Fleiss dari analisis varians; baris = yang dinilai, kolom = penilai. ICC1: penilai berbeda untuk setiap baris; ICC2: penilai yang sama mewakili banyak penilai; ICC3: hanya penilai ini; akhiran k: rata-rata semua kolom. Batas 95 %.',
      en: 'Intraclass correlations of Shrout & Fleiss by analysis of variance; rows = targets, columns = judges. ICC1: other judges for each row; ICC2: the same judges, standing for many; ICC3: these judges only; k: of the mean of all columns. Limits of 95 %.',
    },
    notFor: {
      id: 'Bukan untuk menilai seorang penilai, dan bukan untuk membandingkan kelompok yang keragamannya berbeda.',
      en: 'Not for judging a single judge, nor for comparing groups that differ more or less among themselves.',
    },
    reference: 'Shrout & Fleiss 1979, Psychol. Bull. 86:420–428',
  },
  krippendorff: {
    model: {
      id: 'Alfa Krippendorff; baris = pengkode, kolom = unit, kosong = tidak dinilai. Selang 95 % dari pengambilan ulang unit.',
      en: 'Krippendorff’s alpha; rows = coders, columns = units, empty = missing. 95 % interval by drawing the units again.',
    },
    notFor: {
      id: 'Bukan untuk menilai seorang pengkode, dan bukan untuk data yang hampir semua nilainya sama.',
      en: 'Not for judging a single coder, nor for data in which nearly all values are the same.',
    },
    reference: 'Krippendorff 2011, Computing Krippendorff’s alpha-reliability',
  },
  'kendall-w': {
    model: {
      id: 'Koefisien konkordansi Kendall dengan koreksi nilai kembar; baris = yang dinilai, kolom = penilai. p dari khi-kuadrat, pPermutation dari pengacakan.',
      en: 'Kendall’s coefficient of concordance, corrected for ties; rows = objects, columns = judges. p by chi-square, pPermutation by shuffling.',
    },
    notFor: {
      id: 'Bukan bukti bahwa urutan bersama itu benar: para penilai dapat keliru bersama-sama.',
      en: 'Not evidence that the common order is right: judges may err together.',
    },
    reference: 'Kendall & Babington Smith 1939, Ann. Math. Statist. 10:275–287',
  },
  kappa: {
    model: {
      id: 'Kappa Cohen dari tabel dua penilai; se untuk selang 95 %, se0 untuk z dan p.',
      en: 'Cohen’s kappa of the table of two raters; se belongs to the 95 % interval, se0 to z and p.',
    },
    notFor: KAPPA_NOT_FOR,
    reference:
      'Cohen 1960, Educ. Psychol. Meas. 20:37–46; Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72:323–327',
  },
  'weighted-kappa': {
    model: {
      id: 'Kappa Cohen berbobot dari tabel dua penilai: selisih kecil dihitung sebagian; se untuk selang 95 %, se0 untuk z dan p.',
      en: 'Cohen’s weighted kappa of the table of two raters: near misses count in part; se belongs to the 95 % interval, se0 to z and p.',
    },
    notFor: KAPPA_NOT_FOR,
    reference:
      'Cohen 1968, Psychol. Bull. 70:213–220; Fleiss, Cohen & Everitt 1969, Psychol. Bull. 72:323–327',
  },
  'fleiss-kappa': {
    model: {
      id: 'Kappa Fleiss; baris = kasus, kolom = penilai, isi sel = kategori.',
      en: 'Fleiss’ kappa; rows = cases, columns = raters, cells = categories.',
    },
    notFor: {
      id: 'Bukan untuk skala berurutan (selisih kecil dihitung sebagai salah) dan bukan untuk menilai seorang penilai.',
      en: 'Not for ordered scales (a near miss counts as a miss), nor for judging a single rater.',
    },
    reference: 'Fleiss 1971, Psychol. Bull. 76:378–382',
  },
  rasch: {
    model: {
      id: 'Model Rasch banyak segi: ln P(k)/P(k−1) = yang dinilai − penilai − butir − ambang, dalam logit; penilai positif = keras. map memakai sebaran awal, jml tidak; mml merata-ratakan yang dinilai, untuk panel.',
      en: 'Many-facet Rasch model: ln P(k)/P(k−1) = ratee − rater − item − threshold, in logits; a positive rater is severe. map has priors, jml has none; mml averages over the ratees, for panels.',
    },
    notFor: {
      id: 'Bukan untuk mengubah nilai resmi, mengurutkan orang yang galatnya bertumpang tindih, atau menghukum penilai yang keras. Butir pada satu formulir saling bergantung, sehingga galatnya tampak terlalu kecil.',
      en: 'Not for changing a legal score, ranking people whose errors overlap, or disciplining a severe rater. Items of one form depend on each other, so errors look too small.',
    },
    reference: 'Linacre 1994, Many-Facet Rasch Measurement, 2nd ed.',
  },
  generalizability: {
    model: {
      id: 'Komponen varians dari data seimbang orang × penilai (× butir), semuanya acak; taksiran negatif ditampilkan dan dihitung 0. decisionStudy: keandalan untuk urutan (generalizability) dan untuk ambang (dependability).',
      en: 'Variance components of balanced data, persons × raters (× items), all random; a negative estimate is shown and counts as 0. decisionStudy: reliability for an order (generalizability) and for a threshold (dependability).',
    },
    notFor: {
      id: 'Bukan untuk menilai seorang penilai atau butir, dan bukan jaminan bahwa rata-rata sekian penilai benar.',
      en: 'Not for judging a single rater or item, nor a promise that the mean of so many raters is right.',
    },
    reference: 'Brennan 2001, Generalizability Theory; Cronbach, Gleser, Nanda & Rajaratnam 1972',
  },
};

/** Why there is no number, and what would help. */
export const NOT_ESTIMABLE_WORDS: Readonly<Record<NotEstimableReason, Bilingual>> = {
  'too-few': {
    id: 'Belum dapat diperkirakan: datanya terlalu sedikit.',
    en: 'Not estimable: there are too few data.',
  },
  'no-variation': {
    id: 'Belum dapat diperkirakan: nilainya tidak cukup berbeda satu sama lain, sehingga kesepakatan tidak dapat dipisahkan dari kebetulan.',
    en: 'Not estimable: the values differ too little to tell agreement from chance.',
  },
  'not-crossed': {
    id: 'Belum dapat diperkirakan: tidak ada yang dinilai oleh dua penilai.',
    en: 'Not estimable: nobody was rated by two raters.',
  },
  'no-residual': {
    id: 'Belum dapat diperkirakan: setiap nilai dijelaskan tanpa sisa, sehingga ketelitiannya tidak dapat diukur.',
    en: 'Not estimable: every value is explained without remainder, so nothing is left to measure precision with.',
  },
  'no-convergence': {
    id: 'Belum dapat diperkirakan: perhitungannya tidak mencapai hasil yang tetap.',
    en: 'Not estimable: the computation did not settle.',
  },
};

export const USAGE: Bilingual = {
  id: `tera statistic NAMA BERKAS [pilihan]

NAMA dan isi BERKAS (CSV atau xlsx, dengan judul kolom):
  icc             baris = yang dinilai, kolom = penilai; tanpa sel kosong
  kendall-w       sama
  krippendorff    baris = pengkode, kolom = unit, kosong = tidak dinilai
                  --level nominal|ordinal|interval|ratio (wajib)
  kappa           tabel persegi berisi jumlah, atau dua kolom nilai dari dua penilai
  weighted-kappa  sama; --weights linear|quadratic|BERKAS|"0,1,3;1,0,6;3,6,0" (bawaan: linear)
  fleiss-kappa    baris = kasus, kolom = penilai, isi sel = kategori
  rasch           satu penilaian per baris: ratee, rater, item (bila ada), score (bilangan bulat)
                  --method map|jml|mml (bawaan: map), --priors estimated|ratee=1,rater=0.25,item=1,
                  --pairs memeriksa setiap pasangan penilai dan yang dinilai
  generalizability  satu penilaian per baris, lengkap: ratee, rater, item (bila ada), score
                  --raters 1,2,3,5,8 --items 1,3,6: berapa penilai dan butir yang diperlukan

  --columns ratee=…,rater=…,item=…,score=…   judul kolom pada satu penilaian per baris
  --categories a,b,c       urutan kategori pada dua kolom nilai
  --[no-]header            baris pertama adalah (bukan) judul; bawaan: ditebak
  --[no-]labels            kolom pertama hanya (bukan) nama baris; bawaan: ditebak
  --seed N                 benih pengambilan ulang dan pengacakan (bawaan: 1)
`,
  en: `tera statistic NAME FILE [options]

NAME and what FILE holds (CSV or xlsx, with a heading):
  icc             rows = targets, columns = judges; no empty cell
  kendall-w       the same
  krippendorff    rows = coders, columns = units, empty = missing
                  --level nominal|ordinal|interval|ratio (required)
  kappa           a square table of counts, or two columns of ratings by two raters
  weighted-kappa  the same; --weights linear|quadratic|FILE|"0,1,3;1,0,6;3,6,0" (default: linear)
  fleiss-kappa    rows = cases, columns = raters, cells = categories
  rasch           one rating a row: ratee, rater, item (if any), score (whole numbers)
                  --method map|jml|mml (default: map), --priors estimated|ratee=1,rater=0.25,item=1,
                  --pairs looks at every pair of rater and ratee
  generalizability  one rating a row, complete: ratee, rater, item (if any), score
                  --raters 1,2,3,5,8 --items 1,3,6: how many raters and items are needed

  --columns ratee=…,rater=…,item=…,score=…   headings where a row is one rating
  --categories a,b,c       order of the categories in two columns of ratings
  --[no-]header            the first row is (not) a heading; found out by default
  --[no-]labels            the first column only names (does not name) the rows; found out by default
  --seed N                 seed of drawing again and shuffling (default: 1)
`,
};
