/** Words of what is compared: with the period before, with second looks, with what can be seen at all. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  drift: { id: 'Berubah dari waktu ke waktu?', en: 'Does it change over time?' },
  driftSince: {
    id: 'Dibandingkan dengan {period}, penilaian Anda {words}.',
    en: 'Compared with {period}, your ratings are {words}.',
  },
  stricter: { id: '{points} poin lebih ketat', en: '{points} points stricter' },
  looser: { id: '{points} poin lebih longgar', en: '{points} points more lenient' },
  driftSame: { id: 'sama', en: 'the same' },
  driftRange: { id: 'Interval 95 %: {low} sampai {high}.', en: '95 % interval: {low} to {high}.' },
  driftClear: { id: 'Data cukup untuk mengatakan arahnya.', en: 'The data suffice to say the direction.' },
  driftUnclear: {
    id: 'Data belum cukup untuk mengatakan bahwa ada perubahan.',
    en: 'The data do not suffice to say that there is a change.',
  },
  driftUnlinked: {
    id: 'Belum dapat diperkirakan, karena ketat atau longgarnya penilaian Anda pada periode ini belum dapat diperkirakan.',
    en: 'Not estimable, because the strictness of your ratings of this period is not estimable yet.',
  },
  driftNoBefore: {
    id: 'Belum ada periode sebelumnya dengan skema yang sama dan angka yang dapat diperkirakan.',
    en: 'There is no earlier period under the same scheme with an estimable figure.',
  },
  driftOther: {
    id: 'Periode sebelumnya ({period}) memakai skema lain; ketat atau longgarnya tidak dapat dibandingkan.',
    en: 'The period before ({period}) used another scheme; strictness cannot be compared.',
  },
  driftCommon: {
    id: 'Keduanya dihitung terhadap rata-rata penilai pada periode masing-masing.',
    en: 'Both are counted against the mean of the raters of their own period.',
  },
  driftWithin: {
    id: 'Di dalam periode ini, dari penilaian pertama sampai terakhir ({days} hari): {words} (interval 95 %: {low} sampai {high}; dari {count} penilaian atas orang yang juga dinilai orang lain).',
    en: 'Within this period, from the first rating to the last ({days} days): {words} (95 % interval: {low} to {high}; from {count} ratings of people whom others rated too).',
  },
  driftTooWide: {
    id: 'Di dalam periode ini belum dapat diperkirakan: {count} penilaian yang dapat dibandingkan, dalam {days} hari, terlalu sedikit.',
    en: 'Within this period it is not estimable yet: {count} comparable ratings over {days} days are too few.',
  },
  driftWithinNone: {
    id: 'Perubahan di dalam periode belum dapat diperkirakan: penilaian Anda diberikan pada hari yang sama atau terlalu sedikit.',
    en: 'Change within the period is not estimable: your ratings were given on one day, or are too few.',
  },
  driftPlot: {
    id: 'Selisih setiap penilaian Anda menurut tanggal',
    en: 'Difference of each of your ratings by date',
  },
  driftLegend: {
    id: 'Titik: nilai formulir Anda dikurangi nilai yang disetarakan untuk orang itu. Di atas garis nol: Anda memberi lebih tinggi.',
    en: 'Dot: score of your form less the adjusted figure of that person. Above zero: you gave more.',
  },
  date: { id: 'Tanggal', en: 'Date' },
  deviation: { id: 'Selisih (poin)', en: 'Difference (points)' },

  looks: { id: 'Kesesuaian dengan penilaian kedua', en: 'Agreement with second looks' },
  looksFinding: {
    id: '{equal} dari {items} butir sama dengan penilaian kedua ({percent} %).',
    en: '{equal} of {items} items are the same as in second looks ({percent} %).',
  },
  looksDifference: { id: 'Rata-rata Anda memberi {words}.', en: 'On average you gave {words}.' },
  looksRange: {
    id: 'Interval 95 %: {low} sampai {high} poin.',
    en: '95 % interval: {low} to {high} points.',
  },
  looksOpen: {
    id: 'Data belum cukup untuk mengatakan bahwa Anda memberi lebih tinggi atau lebih rendah.',
    en: 'The data do not suffice to say that you give more or less.',
  },
  looksFew: {
    id: 'Dari {count} penilaian kedua; interval baru dapat diberikan mulai tiga.',
    en: 'From {count} second looks; an interval can be given from three on.',
  },
  looksNone: {
    id: 'Belum ada penilaian kedua yang dapat dibandingkan dengan penilaian Anda pada periode ini.',
    en: 'No second look can be compared with your ratings of this period yet.',
  },
  looksCare: {
    id: 'Penilai kedua melihat bukti yang sama, tetapi tidak bekerja dengan orangnya setiap hari. Berbeda tidak berarti salah.',
    en: 'A second appraiser sees the same evidence, but does not work with the person every day. To differ is not to be wrong.',
  },
  looksPlot: {
    id: 'Nilai Anda dan penilai kedua, per orang',
    en: 'Your score and that of the second appraiser, by person',
  },
  looksLegend: {
    id: 'Lingkaran kosong: Anda. Titik penuh: penilai kedua. Skala 0–100.',
    en: 'Empty circle: you. Full dot: second appraiser. Scale 0 to 100.',
  },
  equalItems: { id: 'Butir yang sama', en: 'Equal items' },
  difference: { id: 'Selisih', en: 'Difference' },
  outcome: { id: 'Hasil', en: 'Outcome' },
  agrees: { id: 'sama', en: 'agrees' },
  items: { id: 'butir berbeda, kategori sama', en: 'items differ, same category' },
  category: { id: 'kategori berbeda', en: 'another category' },
  openLook: { id: 'Buka penilaian kedua', en: 'Open the second look' },
  byLot: { id: 'undian', en: 'by lot' },
  byConflict: { id: 'benturan kepentingan', en: 'conflict of interest' },

  power: {
    id: 'Apa yang dapat terlihat dengan {count} penilaian',
    en: 'What can be seen with {count} ratings',
  },
  powerSeverity: {
    id: 'Dengan {count} penilaian, hanya selisih di atas {points} poin yang dapat terlihat (empat dari lima kali).',
    en: 'With {count} ratings only a difference above {points} points can be seen (four times in five).',
  },
  powerNothing: {
    id: 'Dengan {count} penilaian, selisih sebesar apa pun belum dapat dipastikan.',
    en: 'With {count} ratings no difference, however large, can be established.',
  },
  powerKind: { id: 'Yang diperiksa', en: 'What is checked' },
  powerSmallest: { id: 'Terkecil yang dapat terlihat', en: 'Smallest that can be seen' },
  powerForms: { id: 'Penilaian', en: 'Ratings' },
  powerNotTested: {
    id: 'tidak diperiksa: penilaian kurang dari {minimum}',
    en: 'not checked: fewer than {minimum} ratings',
  },
  powerFewShared: {
    id: 'tidak diperiksa: kurang dari {minimum} penilaian yang dapat dibandingkan, atau tidak beragam',
    en: 'not checked: fewer than {minimum} ratings that can be compared, or nothing varies',
  },
  powerNoTies: {
    id: 'tidak diperiksa: terlalu sedikit hubungan yang dinyatakan',
    en: 'not checked: too few declared ties',
  },
  powerUnknown: { id: 'tidak diperiksa', en: 'not checked' },
  smallestSlope: {
    id: 'kemiringan {value} atau kurang (1 = seperti penilai lain)',
    en: 'a slope of {value} or less (1 = as others)',
  },
  smallestRatio: {
    id: '{value} kali sebaran yang lazim atau kurang',
    en: '{value} times the usual spread or less',
  },
  smallestShare: {
    id: '{percent} % formulir di atas yang lazim',
    en: '{percent} % of forms above the usual',
  },
  smallestYear: { id: '{points} poin per tahun', en: '{points} points a year' },
  smallestPoints: { id: '{points} poin', en: '{points} points' },
  powerCare: {
    id: 'Tidak adanya pola bukan bukti bahwa penilaian adil; dengan sedikit penilaian, banyak hal tetap tidak terlihat.',
    en: 'That no pattern shows is no proof of fairness: with few ratings much stays unseen.',
  },
});
