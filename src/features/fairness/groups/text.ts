import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Perbedaan antarkelompok', en: 'Differences between groups' },
  intro: {
    id: 'Apakah kelompok pegawai dinilai berbeda, setelah jabatan dan unitnya diperhitungkan. Selisih bukan bukti perlakuan tidak adil, dan tidak adanya selisih bukan bukti bahwa semuanya adil.',
    en: 'Whether groups of employees were rated differently, after allowing for post and unit. A difference is no proof of unfair treatment, and no difference is no proof that all is fair.',
  },
  notComputed: {
    id: 'Angka periode ini belum dihitung',
    en: 'The figures of this period were not computed yet',
  },
  notComputedBody: {
    id: 'Angka dihitung pada malam setelah penilaian masuk, atau sekarang bila diminta petugas.',
    en: 'They are computed the night after ratings came in, or now when an officer asks.',
  },
  toRun: { id: 'Buka perhitungan', en: 'Open the computation' },
  found: {
    id: 'Dari {all} perbandingan, {count} menunjukkan selisih yang sulit dijelaskan oleh kebetulan saja. Telaah penyebabnya sebelum menyimpulkan apa pun.',
    en: {
      one: 'Of {all} comparisons {count} shows a difference that chance alone hardly explains. Look for its causes before concluding anything.',
      other:
        'Of {all} comparisons {count} show differences that chance alone hardly explains. Look for their causes before concluding anything.',
    },
  },
  notFound: {
    id: 'Dari {all} perbandingan, tidak satu pun menunjukkan selisih yang pasti. Itu tidak membuktikan bahwa tidak ada: selisih kecil tidak terlihat pada jumlah pegawai ini.',
    en: 'Of {all} comparisons none shows a sure difference. That does not prove that there is none: small differences cannot be seen with so many employees.',
  },
  nothingCompared: {
    id: 'Belum ada kelompok yang cukup besar untuk dibandingkan.',
    en: 'No groups are large enough to be compared yet.',
  },
  scheme: { id: 'Skema {scheme}, versi {version}', en: 'Scheme {scheme}, version {version}' },
  'attribute-sex': { id: 'Jenis kelamin', en: 'Sex' },
  'attribute-age': { id: 'Umur', en: 'Age' },
  'attribute-employment': { id: 'Jenis kepegawaian', en: 'Kind of employment' },
  'attribute-unit': { id: 'Unit kerja', en: 'Unit' },
  'attribute-place': { id: 'Daerah asal', en: 'Place of origin' },
  'attribute-religion': { id: 'Agama atau kepercayaan', en: 'Religion or belief' },
  'attribute-disability': { id: 'Disabilitas', en: 'Disability' },
  female: { id: 'Perempuan', en: 'Women' },
  male: { id: 'Laki-laki', en: 'Men' },
  pns: { id: 'PNS', en: 'PNS' },
  pppk: { id: 'PPPK', en: 'PPPK' },
  'below-30': { id: 'Di bawah 30 tahun', en: 'Below 30' },
  '30-39': { id: '30–39 tahun', en: '30 to 39' },
  '40-49': { id: '40–49 tahun', en: '40 to 49' },
  '50-up': { id: '50 tahun ke atas', en: '50 and above' },
  pair: { id: '{one} dibanding {other}', en: '{one} against {other}' },
  others: { id: 'pegawai lain', en: 'everybody else' },
  lower: {
    id: '{group} dinilai rata-rata {points} poin lebih rendah daripada {others} dengan jabatan dan unit yang sebanding.',
    en: '{group} were rated {points} points lower on average than {others} of comparable post and unit.',
  },
  higher: {
    id: '{group} dinilai rata-rata {points} poin lebih tinggi daripada {others} dengan jabatan dan unit yang sebanding.',
    en: '{group} were rated {points} points higher on average than {others} of comparable post and unit.',
  },
  lowerUnit: {
    id: '{group} dinilai rata-rata {points} poin lebih rendah daripada {others} dengan jabatan yang sebanding.',
    en: '{group} were rated {points} points lower on average than {others} of comparable post.',
  },
  higherUnit: {
    id: '{group} dinilai rata-rata {points} poin lebih tinggi daripada {others} dengan jabatan yang sebanding.',
    en: '{group} were rated {points} points higher on average than {others} of comparable post.',
  },
  unsure: {
    id: 'Tidak terlihat selisih yang pasti antara kelompok-kelompok ini.',
    en: 'No sure difference between these groups is seen.',
  },
  seenButMany: {
    id: 'Ada rentang yang tidak melewati nol, tetapi selisih seperti itu biasa muncul karena kebetulan bila banyak kelompok dibandingkan, atau terlalu kecil untuk berarti.',
    en: 'An interval does not cross nought, but such differences are usual by chance where many groups are compared, or too small to matter.',
  },
  cannotTell: {
    id: 'Belum dapat diperkirakan: kelompok ini tidak dapat dipisahkan dari jabatan, unit, atau segelintir penilai.',
    en: 'Not estimable: these groups cannot be told from posts, units, or a handful of appraisers.',
  },
  tooSmall: {
    id: 'Tidak ditampilkan: kurang dari dua kelompok yang beranggota sedikitnya {least} orang.',
    en: 'Not shown: fewer than two groups of at least {least} people.',
  },
  hidden: {
    id: '{groups} kelompok, seluruhnya {people} orang, tidak ditampilkan supaya tidak menunjuk orang: kelompok yang lebih kecil dari {least} orang, dan yang perlu disembunyikan bersamanya.',
    en: '{groups} groups, {people} people together, are not shown so that nobody is pointed at: groups of fewer than {least} people, and those that have to be hidden with them.',
  },
  unknown: {
    id: '{people} orang tidak diketahui kelompoknya dan tidak dihitung.',
    en: 'The group of {people} people is not known; they are left out.',
  },
  rounded: {
    id: 'Angka dibulatkan (orang ke kelipatan lima, poin ke bilangan bulat) supaya data ini tidak dapat ditelusuri ke satu orang.',
    en: 'Figures are rounded (people to five, points to whole ones) so that this data cannot be traced to one person.',
  },
  group: { id: 'Kelompok', en: 'Group' },
  plot: { id: 'Selisih dengan rentang 95 %', en: 'Difference with its 95 % interval' },
  difference: { id: 'Selisih (95 %)', en: 'Difference (95 %)' },
  people: { id: 'Orang', en: 'People' },
  endLower: { id: 'dinilai lebih rendah', en: 'rated lower' },
  endHigher: { id: 'lebih tinggi', en: 'higher' },
  interval: { id: '{value} ({low} … {high})', en: '{value} ({low} … {high})' },
  notEstimable: { id: 'belum dapat diperkirakan', en: 'not estimable' },
  keyUsual: { id: 'bisa jadi kebetulan', en: 'may be chance' },
  keyBeyond: { id: 'sulit dijelaskan kebetulan', en: 'hardly chance' },
  keyUnknown: { id: 'belum dapat diperkirakan', en: 'not estimable' },
  keyBand: { id: 'selisih kecil', en: 'small difference' },
  asTable: { id: 'Semua angka', en: 'All figures' },
  rawBeside: { id: 'apa adanya {gap}', en: 'as it stands {gap}' },
  raw: { id: 'Selisih apa adanya', en: 'Difference as it stands' },
  adjusted: { id: 'Setelah jabatan dan unit diperhitungkan', en: 'After allowing for post and unit' },
  adjustedPost: { id: 'Setelah jabatan diperhitungkan', en: 'After allowing for post' },
  rawShort: { id: 'Apa adanya', en: 'As it stands' },
  adjustedShort: { id: 'Jabatan dan unit sama', en: 'Same post and unit' },
  adjustedPostShort: { id: 'Jabatan sama', en: 'Same post' },
  columns: {
    id: 'd: selisih dalam simpangan baku. q: bagian temuan keliru yang diharapkan di antara temuan sekuat itu, atas semua perbandingan.',
    en: 'd: the difference in standard deviations. q: the share of wrong findings expected among findings this strong, over all comparisons.',
  },
  standardised: { id: 'Dalam simpangan baku (d)', en: 'In standard deviations (d)' },
  top: { id: 'Sangat Baik', en: 'Very good' },
  below: { id: 'Di bawah Baik', en: 'Below good' },
  share: {
    id: '{group} lawan {others}; selisih {low} … {high} poin persen',
    en: '{group} against {others}; difference {low} … {high} percentage points',
  },
  q: { id: 'q (banyak perbandingan)', en: 'q (many comparisons)' },
  suppressed: { id: 'disembunyikan', en: 'hidden' },
  readTitle: { id: 'Membaca dengan benar', en: 'Reading this rightly' },
  read1: {
    id: 'Selisih dapat disebabkan oleh tugas, pengalaman, beban kerja, penilai yang kebetulan ketat, atau cara menilai yang tidak setara. Angka ini tidak dapat membedakannya.',
    en: 'A difference can come of tasks, experience, workload, an appraiser who happens to be strict, or rating that is not equal. These figures cannot tell them apart.',
  },
  read2: {
    id: 'Jabatan dan unit diperhitungkan. Bila siapa yang mendapat jabatan sudah tidak setara, selisih yang sebenarnya lebih besar daripada yang tampak di sini; karena itu selisih apa adanya ditampilkan di sampingnya.',
    en: 'Post and unit are allowed for. Where who is given which post is unequal already, the true difference is larger than it seems; the difference as it stands is therefore shown beside it.',
  },
  read3: {
    id: 'Rentang 95 % menampung penilai yang menilai banyak orang. Bila rentang melewati nol, arah selisih belum pasti.',
    en: 'The 95 % interval allows for appraisers who rate many people. Where it crosses nought the direction is not sure.',
  },
  read4: {
    id: 'Rentang pada porsi Sangat Baik dan di bawah Baik menganggap orang dinilai sendiri-sendiri, sehingga sedikit terlalu sempit.',
    en: 'The intervals of shares take people to be rated one by one and are therefore a little too narrow.',
  },
  notUse: {
    id: 'Jangan dipakai untuk mengubah nilai, menetapkan kuota, atau menilai satu orang atau satu pejabat.',
    en: 'Not to be used to change scores, to set quotas, or to judge one person or one official.',
  },
  basis: {
    id: '{people} orang dinilai {appraisers} pejabat; nilai 0–100, rata-rata butir formulir pejabat penilai; dihitung {when}.',
    en: '{people} people rated by {appraisers} officials; scores 0 to 100, mean of the items of the appraiser’s form; computed {when}.',
  },
  methodTitle: { id: 'Cara menghitung', en: 'Method' },
  method: {
    id: 'Regresi linear dengan jenis dan jenjang jabatan serta unit tingkat atas; galat baku per penilai (CR2) dengan derajat bebas Satterthwaite; porsi dengan metode Newcombe; q menurut Benjamini dan Hochberg atas semua perbandingan perhitungan ini.',
    en: 'Linear regression on kind and level of post and top-level unit; standard errors by appraiser (CR2) with Satterthwaite degrees of freedom; shares by Newcombe’s method; q by Benjamini and Hochberg over all comparisons of this run.',
  },
  sources: {
    id: 'Rujukan: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018; Newcombe 1998; Benjamini & Hochberg 1995.',
    en: 'References: Bell & McCaffrey 2002; Pustejovsky & Tipton 2018; Newcombe 1998; Benjamini & Hochberg 1995.',
  },
  held: { id: 'Data yang dipegang untuk membandingkan', en: 'Data held to compare' },
  download: { id: 'Unduh CSV', en: 'Download CSV' },
  low: { id: 'batas bawah', en: 'lower limit' },
  high: { id: 'batas atas', en: 'upper limit' },
});
