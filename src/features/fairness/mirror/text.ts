import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Cermin penilaian Anda', en: 'A mirror of your ratings' },
  link: { id: 'Cermin penilaian Anda', en: 'A mirror of your ratings' },
  intro: {
    id: 'Bagaimana penilaian Anda dibandingkan dengan penilaian orang lain atas orang yang sama atau yang sebanding. Halaman ini hanya dapat dibuka oleh Anda. Petugas kepegawaian, pimpinan, dan auditor melihat ringkasannya pada halaman keadilan periode: selisih dengan interval, pola, dan penjelasan Anda.',
    en: 'How your ratings compare with those of others about the same or comparable people. Only you can open this page. Personnel officers, leaders and auditors see its summary on the fairness page of the period: the difference with its interval, the patterns and your explanations.',
  },
  periods: { id: 'Periode yang Anda nilai', en: 'Periods you rated in' },
  thisPeriod: { id: 'Sedang dilihat', en: 'Shown now' },
  noFigures: {
    id: 'Angka periode ini belum dihitung',
    en: 'The figures of this period were not computed yet',
  },
  noFiguresBody: {
    id: 'Angka dihitung setelah penilaian masuk, paling lambat malam berikutnya. Anda tidak perlu melakukan apa pun.',
    en: 'Figures are computed once ratings have come in, at the latest the following night. You need not do anything.',
  },
  noForms: {
    id: 'Belum ada penilaian Anda dalam perhitungan terakhir',
    en: 'The last computation holds no rating of yours',
  },
  noFormsBody: {
    id: 'Cermin ini terisi setelah Anda memberi penilaian dan angka dihitung ulang.',
    en: 'This mirror fills once you have rated and the figures were computed again.',
  },
  goToTeam: { id: 'Buka tim saya', en: 'Open my team' },

  scheme: { id: 'Skema {scheme}, versi {version}', en: 'Scheme {scheme}, version {version}' },
  basedOn: {
    id: '{forms} penilaian Anda · {shared} dari {people} orang juga dinilai orang lain · dihitung {when} dari {all} penilaian oleh {raters} penilai yang namanya diketahui',
    en: '{forms} ratings of yours · {shared} of {people} people were rated by others too · computed {when} from {all} ratings by {raters} named raters',
  },
  points: {
    id: 'Satuannya poin: 0 untuk taraf terendah setiap butir, 100 untuk taraf tertinggi. Nilai sebuah formulir adalah rata-rata butirnya.',
    en: 'The unit is a point: 0 for the lowest level of each item, 100 for the highest. The score of a form is the mean of its items.',
  },

  severity: { id: 'Lebih ketat atau lebih longgar?', en: 'Stricter or more lenient?' },
  lower: {
    id: 'Penilaian Anda rata-rata {points} poin lebih rendah daripada penilaian orang lain atas orang yang sama atau sebanding.',
    en: 'Your ratings are on average {points} points lower than those of others about the same or comparable people.',
  },
  higher: {
    id: 'Penilaian Anda rata-rata {points} poin lebih tinggi daripada penilaian orang lain atas orang yang sama atau sebanding.',
    en: 'Your ratings are on average {points} points higher than those of others about the same or comparable people.',
  },
  alike: {
    id: 'Penilaian Anda rata-rata sama dengan penilaian orang lain atas orang yang sama atau sebanding.',
    en: 'Your ratings are on average like those of others about the same or comparable people.',
  },
  range: {
    id: 'Selisih sebenarnya, dengan keyakinan 95 %, terletak antara {low} dan {high}.',
    en: 'With 95 % confidence the true difference lies between {low} and {high}.',
  },
  pointsLower: { id: '{points} poin lebih rendah', en: '{points} points lower' },
  pointsHigher: { id: '{points} poin lebih tinggi', en: '{points} points higher' },
  pointsSame: { id: 'sama', en: 'no difference' },
  enoughBeyond: {
    id: 'Data cukup untuk mengatakan bahwa selisih itu melebihi batas {threshold} poin yang didaftarkan sebelum hasil terlihat.',
    en: 'The data suffice to say that the difference is beyond the {threshold} points registered before results were seen.',
  },
  enoughWithin: {
    id: 'Data cukup untuk mengatakan bahwa selisih itu tidak melebihi batas {threshold} poin.',
    en: 'The data suffice to say that the difference is not beyond {threshold} points.',
  },
  notEnough: {
    id: 'Data belum cukup untuk mengatakan apakah selisih itu melebihi batas {threshold} poin.',
    en: 'The data do not suffice to say whether the difference is beyond {threshold} points.',
  },
  weakLink: {
    id: 'Hanya satu orang yang Anda nilai juga dinilai oleh orang lain. Angka ini bertumpu pada satu orang itu: bacalah sebagai dugaan.',
    en: 'Only one of the people you rated was rated by others too. The figure rests on that one person: read it as a guess.',
  },
  ownSubset: {
    id: 'Penilai dalam periode ini terbagi atas {count} kelompok yang tidak terhubung. Angka di atas menganggap kelompok-kelompok itu rata-rata setara; tanpa anggapan itu, di dalam kelompok Anda saja, angkanya {words}.',
    en: 'The raters of this period fall into {count} groups that nothing joins. The figure above assumes that groups are equal on average; without that assumption, within your group alone, it is {words}.',
  },
  severityPlot: {
    id: 'Selisih penilaian Anda dengan interval 95 %',
    en: 'Your difference with its 95 % interval',
  },
  severityLegend: {
    id: 'Titik: perkiraan. Garis: interval 95 %. Bidang di tengah: batas kebijakan ±{threshold} poin.',
    en: 'Dot: estimate. Line: 95 % interval. Band in the middle: policy threshold of ±{threshold} points.',
  },
  axisLow: { id: 'lebih rendah', en: 'lower' },
  axisHigh: { id: 'lebih tinggi', en: 'higher' },
  thisPeriodRow: { id: 'Periode ini', en: 'This period' },
  columnWhat: { id: 'Periode', en: 'Period' },
  columnEstimate: { id: 'Perkiraan (poin)', en: 'Estimate (points)' },
  columnInterval: { id: 'Interval 95 %', en: '95 % interval' },
  model: {
    id: 'Model: nilai formulir = rata-rata + orang yang dinilai + penilai + sisa (efek acak bersilang, REML). Perkiraan dengan sedikit penilaian ditarik ke arah nol.',
    en: 'Model: score of a form = mean + person rated + rater + rest (crossed random effects, REML). With few ratings the estimate is drawn towards zero.',
  },

  notEstimable: { id: 'Belum dapat diperkirakan', en: 'Not estimable yet' },
  whyUnlinked: {
    id: 'Tidak seorang pun yang Anda nilai juga dinilai oleh orang lain. Maka tidak dapat dibedakan apakah Anda yang ketat atau longgar, ataukah orang-orang itu memang bekerja lebih baik atau lebih buruk.',
    en: 'None of the people you rated was rated by anybody else. So it cannot be told whether you are strict or lenient, or whether these people simply work better or worse.',
  },
  whyTooFew: {
    id: 'Jumlah penilaian, orang, atau penilai dalam skema ini terlalu sedikit untuk modelnya.',
    en: 'There are too few ratings, people or raters under this scheme for the model.',
  },
  whyNoVariation: {
    id: 'Semua nilai dalam skema ini sama, sehingga tidak ada yang dapat dibandingkan.',
    en: 'All scores under this scheme are equal, so there is nothing to compare.',
  },
  whyNotCrossed: {
    id: 'Dalam skema ini tidak ada orang yang dinilai dua penilai, sehingga penilai dan orang yang dinilai tidak dapat dipisahkan.',
    en: 'Under this scheme nobody was rated by two raters, so raters and people rated cannot be told apart.',
  },
  whyNoResidual: {
    id: 'Nilai dalam skema ini cocok sempurna dengan modelnya, sehingga ketidakpastiannya tidak dapat diperkirakan.',
    en: 'The scores under this scheme fit the model perfectly, so its uncertainty cannot be estimated.',
  },
  whyNoConvergence: {
    id: 'Perhitungan tidak mencapai nilai yang tetap. Petugas dapat menghitung ulang.',
    en: 'The computation did not settle. An officer can run it again.',
  },
  wouldHelp: {
    id: 'Yang membuatnya dapat diperkirakan: penilaian kedua, atau suara bernama (ketua tim, atasan penilai), atas sedikitnya dua orang yang Anda nilai. Penilaian kedua ditentukan dengan undian; Anda tidak perlu memintanya.',
    en: 'What would make it estimable: second looks, or named voices (team lead, appraiser’s superior), about at least two of the people you rated. Second looks are drawn by lot; you need not ask for them.',
  },

  example: { id: 'Contoh', en: 'An example' },
  exampleLook: {
    id: 'Penilaian Anda atas {person} di samping penilaian kedua atas orang yang sama: Anda rata-rata {words}.',
    en: 'Your rating of {person} beside a second look at the same person: on average you are {words}.',
  },
  exampleOne: {
    id: 'Satu contoh bukan bukti: penilai kedua pun dapat keliru.',
    en: 'One example proves nothing: the second appraiser may be wrong as well.',
  },
  noExample: {
    id: 'Belum ada contoh: belum ada penilaian kedua yang dapat dibandingkan dengan penilaian Anda. Penilaian kedua diundi setiap periode.',
    en: 'No example yet: no second look can be compared with a rating of yours. Second looks are drawn each period.',
  },
  item: { id: 'Butir', en: 'Item' },
  you: { id: 'Anda', en: 'You' },
  second: { id: 'Penilai kedua', en: 'Second appraiser' },
  same: { id: 'sama', en: 'the same' },
  place: { id: 'Tempat pada skala', en: 'Place on the scale' },
  placeKey: {
    id: 'Lingkaran kosong: Anda. Titik penuh: penilai kedua. Kiri taraf terendah, kanan taraf tertinggi.',
    en: 'Empty circle: you. Full dot: second appraiser. Left the lowest level, right the highest.',
  },
  itemsLeft: { id: 'Butir lainnya', en: 'Other items' },
  moreItems: { id: 'Tampilkan {count} butir lainnya', en: 'Show {count} other items' },

  use: { id: 'Taraf yang Anda gunakan', en: 'The levels you used' },
  useFinding: {
    id: 'Taraf yang paling sering Anda berikan: {level}, pada {percent} % butir.',
    en: 'The level you gave most often: {level}, on {percent} % of items.',
  },
  useOthers: {
    id: 'Penilai lain memberikannya pada {percent} % butir.',
    en: 'Other appraisers gave it on {percent} % of items.',
  },
  useHidden: {
    id: 'Perbandingan dengan penilai lain disembunyikan karena penilai lain dalam skema ini kurang dari {count}: penilaian perorangan akan terbaca.',
    en: 'The comparison with other appraisers is hidden because there are fewer than {count} others under this scheme: ratings of single people could be read from it.',
  },
  useUnknown: {
    id: 'Perbandingan dengan penilai lain belum tersedia untuk perhitungan ini.',
    en: 'The comparison with other appraisers is not available for this computation.',
  },
  useLegend: {
    id: 'Batang penuh: Anda. Belah ketupat: semua penilai lain bersama-sama. Hasil kerja tidak dihitung di sini karena barisnya berbeda bagi tiap orang.',
    en: 'Full bar: you. Diamond: all other appraisers together. Results are not counted here because their lines differ from person to person.',
  },
  level: { id: 'Taraf', en: 'Level' },
  levelLowest: { id: 'terendah', en: 'lowest' },
  levelHighest: { id: 'tertinggi', en: 'highest' },
  levelAt: { id: 'taraf {at} dari 100', en: 'level {at} of 100' },
  ownShare: { id: 'Anda', en: 'You' },
  othersShare: { id: 'Penilai lain', en: 'Others' },
  timesGiven: { id: 'Berapa kali', en: 'Times' },
  ends: { id: 'Ujung skala', en: 'Ends of the scale' },
  endsBody: {
    id: '{low} % butir pada taraf terendah, {high} % pada taraf tertinggi.',
    en: '{low} % of items at the lowest level, {high} % at the highest.',
  },
  straight: { id: 'Formulir dengan satu taraf saja', en: 'Forms with one level only' },
  straightBody: {
    id: '{own} % formulir Anda; lazimnya {usual} % pada nilai rata-rata yang sama. Formulir seperti ini dapat benar, tetapi juga dapat berarti tarafnya diisi tanpa ditimbang butir demi butir.',
    en: '{own} % of your forms; {usual} % is usual at the same mean. Such a form may be right, or may mean that it was filled without weighing item by item.',
  },
  straightSuch: { id: 'Misalnya: {people}.', en: 'Such as: {people}.' },
  between: { id: 'Beda antarorang', en: 'Differences between people' },
  betweenBody: {
    id: 'Satu poin beda antarorang menurut penilai lain menjadi {slope} poin pada Anda.',
    en: 'One point of difference between people, as others see it, is {slope} points for you.',
  },
  betweenInterval: {
    id: 'Interval 95 %: {low} sampai {high}, dari {count} penilaian.',
    en: '95 % interval: {low} to {high}, from {count} ratings.',
  },
  betweenEnough: {
    id: 'Data cukup untuk mengatakan bahwa ini lain dari penilai lain.',
    en: 'The data suffice to say that this is unlike other appraisers.',
  },
  betweenOpen: {
    id: 'Data belum cukup untuk mengatakan bahwa ini lain dari penilai lain.',
    en: 'The data do not suffice to say that this is unlike other appraisers.',
  },
  straightNone: {
    id: 'Tidak ada formulir Anda yang seluruh butirnya sama.',
    en: 'None of your forms has the same level on every item.',
  },
  useCare: {
    id: 'Tidak ada pembagian yang benar dengan sendirinya: tim yang baik wajar bernilai tinggi.',
    en: 'No distribution is right in itself: a good team naturally scores high.',
  },

  halo: { id: 'Beda antarbutir di dalam satu formulir', en: 'Differences between items within a form' },
  haloLess: {
    id: 'Butir-butir dalam satu formulir Anda lebih mirip satu sama lain daripada yang lazim: sebarannya {ratio} kali yang lazim pada nilai rata-rata yang sama.',
    en: 'The items within a form of yours are more alike than usual: their spread is {ratio} times what is usual at the same mean.',
  },
  haloMore: {
    id: 'Butir-butir dalam satu formulir Anda lebih berbeda satu sama lain daripada yang lazim: sebarannya {ratio} kali yang lazim pada nilai rata-rata yang sama.',
    en: 'The items within a form of yours differ more than usual: their spread is {ratio} times what is usual at the same mean.',
  },
  haloUsual: {
    id: 'Butir-butir dalam satu formulir Anda berbeda satu sama lain seperti yang lazim ({ratio} kali).',
    en: 'The items within a form of yours differ from one another as is usual ({ratio} times).',
  },
  haloNone: {
    id: 'Belum dapat dikatakan: diperlukan formulir dengan sedikitnya dua butir, dan pembanding dari penilai lain.',
    en: 'Nothing can be said yet: it needs forms with at least two items, and other appraisers to compare with.',
  },
  haloInterval: {
    id: 'Interval 95 %: {low} sampai {high} kali, dari {count} formulir.',
    en: '95 % interval: {low} to {high} times, from {count} forms.',
  },
  haloEnough: {
    id: 'Data cukup untuk mengatakan bahwa ini lain dari yang lazim.',
    en: 'The data suffice to say that this is unlike the usual.',
  },
  haloOpen: {
    id: 'Data belum cukup untuk mengatakan bahwa ini lain dari yang lazim.',
    en: 'The data do not suffice to say that this is unlike the usual.',
  },
  haloUntested: {
    id: 'Formulirnya terlalu sedikit untuk mengatakan apakah ini lain dari yang lazim.',
    en: 'The forms are too few to say whether this is unlike the usual.',
  },
  haloMeaning: {
    id: 'Jika kesan umum menentukan semua butir, butirnya menjadi sama. Namun orang yang memang baik di semua hal juga menghasilkan formulir seperti itu.',
    en: 'Where a general impression decides every item, items become alike. But a person who is good at everything gives such a form too.',
  },
  haloPlot: {
    id: 'Butir setiap formulir Anda, dari yang paling seragam',
    en: 'The items of each of your forms, the most alike first',
  },
  haloLegend: {
    id: 'Setiap baris satu formulir. Titik: butir pada skala 0–100, makin besar makin banyak butir. Garis tegak: nilai formulir. Formulir yang seluruhnya di ujung skala ditaruh terakhir.',
    en: 'Each row is a form. Dots: items on the scale from 0 to 100, larger where more items coincide. Upright line: score of the form. Forms wholly at an end of the scale stand last.',
  },
  haloExample: {
    id: 'Formulir Anda yang paling seragam: {person}. Ingatlah satu butir yang paling berbeda dari yang lain; apakah formulir ini menunjukkannya?',
    en: 'Your most uniform form: {person}. Think of the item that differs most from the others: does this form show it?',
  },
  person: { id: 'Orang', en: 'Person' },
  formScore: { id: 'Nilai formulir', en: 'Score of the form' },
  formSpread: { id: 'Simpangan antarbutir', en: 'Deviation between items' },
  itemsCount: { id: 'Butir', en: 'Items' },
  moreForms: { id: 'Ditampilkan {shown} dari {count} formulir.', en: 'Shown: {shown} of {count} forms.' },

  howTo: { id: 'Cara memakai halaman ini', en: 'How to use this page' },
  howTo1: {
    id: 'Ambil satu contoh di atas dan tanyakan: bukti apa yang saya lihat, dan akankah rekan saya membaca bukti itu sama?',
    en: 'Take one example above and ask: what evidence did I see, and would a colleague read it in the same way?',
  },
  howTo2: {
    id: 'Jangan membidik tengah. Menaikkan atau menurunkan nilai agar angka di sini menjadi nol justru membuat penilaian tidak lagi mengatakan sesuatu tentang orangnya.',
    en: 'Do not aim at the middle. Moving ratings so that the figures here become zero makes them say nothing about the person any more.',
  },
  howTo3: {
    id: 'Tidak ada nilai yang dikoreksi dari halaman ini. Nilai yang Anda berikan tetap nilai yang sah.',
    en: 'No score is corrected from this page. The score you gave stays the legal score.',
  },
  howTo4: {
    id: 'Angka ini bukan dasar hukuman atau teguran, dan bukan ukuran mutu Anda sebagai penilai: penilai yang ketat dapat saja yang paling cermat.',
    en: 'These figures are no ground for punishment or reprimand, and no measure of your quality as an appraiser: the strict one may be the most careful one.',
  },
});
