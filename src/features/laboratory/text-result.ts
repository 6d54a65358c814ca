/** Words of what a simulation found. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  finding: {
    id: 'Dari setiap 100 pegawai rekaan{given}, sekitar {wrong} mendapat kategori yang bukan semestinya: {low} terlalu rendah dan {high} terlalu tinggi.',
    en: 'Of every 100 invented people{given} about {wrong} get a category that is not theirs: {low} too low and {high} too high.',
  },
  amongGiven: { id: ' yang mendapat kategori', en: ' who get a category' },
  findingNone: {
    id: 'Dari {people} pegawai rekaan, tidak seorang pun mendapat kategori yang bukan semestinya.',
    en: 'Of {people} invented people nobody gets a category that is not theirs.',
  },
  findingOpen: {
    id: 'Selain itu, {share} dari semua pegawai tidak mendapat kategori sama sekali karena suara yang wajib tidak kembali.',
    en: 'Besides, {share} of all people get no category at all, because a required voice did not come back.',
  },
  interval: {
    id: 'Salah kategori {share} (rentang 95 %: {low} sampai {high}), dihitung pada {people} penilaian rekaan: {periods} ulangan seluruh susunan.',
    en: 'Wrong category {share} (95 % interval: {low} to {high}), from {people} invented appraisals: {periods} repetitions of the whole structure.',
  },
  mends: {
    id: 'Yang paling mengurangi: {what}, menjadi {share}.',
    en: 'What would help most: {what}, down to {share}.',
  },
  mends_severity: { id: 'bila semua penilai sama ketat', en: 'if all raters were equally severe' },
  mends_favouritism: { id: 'bila tidak ada yang diistimewakan', en: 'if nobody were favoured' },
  mends_halo: { id: 'bila setiap butir dinilai sendiri-sendiri', en: 'if each item were judged by itself' },
  'mends_central-tendency': { id: 'bila ujung skala dipakai', en: 'if the ends of the scale were used' },
  mends_noise: { id: 'bila penilai selalu ajek', en: 'if raters were always consistent' },
  mends_missing: { id: 'bila semua formulir kembali', en: 'if all forms came back' },
  mends_raters: { id: '{count} penilai untuk setiap suara', en: '{count} raters of every voice' },
  mends_looks: { id: 'penilaian kedua untuk semua pegawai', en: 'a second look for everybody' },
  notReal: {
    id: 'Simulasi ini tidak berkata apa pun tentang pegawai, penilai, atau unit yang sesungguhnya: tidak ada satu pun penilaian nyata di dalamnya. Hasilnya tidak boleh dipakai untuk mengubah nilai siapa pun.',
    en: 'This simulation says nothing of any real person, rater or unit: no real rating is in it. It must not be used to change anybody’s result.',
  },
  silent: {
    id: '{voice} tidak pernah dihitung: diminta {asked}, sedangkan skema mensyaratkan paling sedikit {atLeast}.',
    en: '{voice} never count: {asked} were asked, and the scheme needs at least {atLeast}.',
  },
  confusion: {
    id: 'Kategori semestinya dan kategori yang diberikan',
    en: 'True category and category given',
  },
  confusionHint: {
    id: 'Setiap baris: dari 100 pegawai yang semestinya di kategori itu, berapa yang mendapat kategori di kepala kolom. Bingkai menandai yang benar; makin gelap makin banyak.',
    en: 'Each row: of 100 people who belong in that category, how many get the one at the head of the column. The frame marks what is right; darker means more.',
  },
  trueCategory: { id: 'Semestinya', en: 'True' },
  given: { id: 'Diberikan', en: 'Given' },
  noCategory: { id: 'Tanpa kategori', en: 'No category' },
  people: { id: 'Penilaian rekaan', en: 'Invented appraisals' },
  confusionIntervals: { id: 'Rentang ketidakpastian setiap sel', en: 'Uncertainty of every cell' },
  shares: { id: 'Semua bagian dengan rentangnya', en: 'All shares with their intervals' },
  shareInterval: { id: 'Bagian (rentang 95 %)', en: 'Share (95 % interval)' },
  wrong: { id: 'Salah kategori', en: 'Wrong category' },
  tooLow: { id: 'Terlalu rendah', en: 'Too low' },
  tooHigh: { id: 'Terlalu tinggi', en: 'Too high' },
  far: { id: 'Dua kategori atau lebih', en: 'Two categories off or more' },
  noResult: { id: 'Tanpa kategori', en: 'No category' },
  excluded: {
    id: '{count} penilaian rekaan tidak ikut dihitung: tingkat sejatinya pun tidak memberi kategori dalam susunan ini.',
    en: '{count} invented appraisals are left out: even their true level gives no category in this structure.',
  },
  depends: { id: 'Bergantung pada siapa', en: 'Whom it depends on' },
  dependsFinding: {
    id: '{person} dari perbedaan nilai berasal dari pegawainya, {rater} dari penilainya, {noise} dari kebetulan.',
    en: '{person} of the differences in score come from the people, {rater} from their raters, {noise} from chance.',
  },
  dependsHint: {
    id: 'Penilai: keketatan, perlakuan istimewa, kesan umum, dan kecenderungan memusat. Kebetulan: ketidakajekan satu butir dan formulir yang tidak kembali.',
    en: 'Raters: severity, favour, general impression, central tendency. Chance: inconsistency of single items and forms that did not come back.',
  },
  dependsRank: {
    id: 'Skema ini tidak memberi nilai angka; yang dihitung adalah urutan kategorinya.',
    en: 'This scheme gives no score; the order of its categories is used.',
  },
  person: { id: 'Pegawai', en: 'The person' },
  rater: { id: 'Penilai', en: 'The raters' },
  noise: { id: 'Kebetulan', en: 'Chance' },
  partly: {
    id: 'Bagian ini dan grafik di bawah dihitung pada {people} penilaian rekaan.',
    en: 'This part and the curves below rest on {people} invented appraisals.',
  },
  removed: { id: 'Satu gangguan dihilangkan', en: 'One disturbance taken away' },
  removedHint: {
    id: 'Orang, penilai, dan kebetulannya sama; hanya satu gangguan yang tidak terjadi.',
    en: 'The same people, raters and chance; only one disturbance does not happen.',
  },
  asItIs: { id: 'Seperti diatur', en: 'As set' },
  without_severity: { id: 'Tanpa perbedaan keketatan', en: 'Without spread of severity' },
  without_favouritism: { id: 'Tanpa perlakuan istimewa', en: 'Without favour' },
  without_halo: { id: 'Tanpa kesan umum', en: 'Without general impression' },
  'without_central-tendency': { id: 'Tanpa kecenderungan memusat', en: 'Without central tendency' },
  without_noise: { id: 'Tanpa ketidakajekan', en: 'Without inconsistency' },
  without_missing: { id: 'Semua formulir kembali', en: 'All forms come back' },
  byRaters: { id: 'Dengan lebih banyak penilai', en: 'With more raters' },
  byRatersFinding: {
    id: 'Dengan satu penilai untuk setiap suara, {before} salah kategori; dengan {many} penilai, {after}.',
    en: 'With one rater of every voice {before} are in a wrong category, with {many} raters {after}.',
  },
  byRatersNone: {
    id: 'Skema ini tidak mendengar suara yang terdiri atas beberapa penilai, sehingga tidak ada yang dapat ditambah di sini.',
    en: 'This scheme hears no voice of several raters, so there is nothing to add here.',
  },
  ratersAxis: { id: 'Penilai untuk setiap suara', en: 'Raters of every voice' },
  byLooks: { id: 'Dengan penilaian kedua', en: 'With second looks' },
  byLooksFinding: {
    id: 'Bila semua pegawai dinilai dua pejabat penilai, salah kategori berubah dari {before} menjadi {after}; bila tiga, {three}.',
    en: 'If two appraisers rated everybody, wrong categories would go from {before} to {after}; with three, to {three}.',
  },
  byLooksNone: {
    id: 'Dalam skema ini tidak ada yang dinilai pejabat penilai, sehingga penilaian kedua tidak mengubah apa pun.',
    en: 'Nothing in this scheme is rated by an appraiser, so second looks change nothing.',
  },
  looksAxis: { id: 'Penilaian kedua (% pegawai)', en: 'Second looks (% of people)' },
  threeAppraisers: {
    id: '200 berarti tiga penilai untuk setiap pegawai.',
    en: '200 means three appraisers for everybody.',
  },
  linked: { id: 'Penilai yang dapat dibandingkan', en: 'Appraisers who can be compared' },
  linkedFinding: {
    id: 'Penilaian kedua juga menghubungkan para penilai. Pada {percent} %, {share} dari mereka tergabung dalam satu kelompok yang keketatannya dapat dibandingkan.',
    en: 'Second looks also link the appraisers. At {percent} %, {share} of them form one group whose severity can be compared.',
  },
  linkedNever: {
    id: 'Penilaian kedua juga menghubungkan para penilai, tetapi dalam susunan ini kurang dari 90 % dari mereka terhubung.',
    en: 'Second looks also link the appraisers, but in this structure fewer than 90 % of them become linked.',
  },
  legend: {
    id: 'Titik: bagian salah kategori. Pita: rentang 95 %.',
    en: 'Dots: share in a wrong category. Band: 95 % interval.',
  },
  assumptions: { id: 'Apa yang dianggap', en: 'What is assumed' },
  assume1: {
    id: 'Setiap pegawai rekaan memiliki tingkat sejati di setiap butir. Kategori semestinya adalah kategori yang diberikan skema bila semua tingkat sejati ditulis apa adanya.',
    en: 'Every invented person has a true level in each item. The true category is what the scheme gives when all true levels are written as they are.',
  },
  assume2: {
    id: 'Separuh keragaman sejati bersifat umum bagi orangnya, separuh khas komponennya; butir di dalamnya berbeda setengah simpangan.',
    en: 'Half the true variance is general to the person, half belongs to the component; items within it differ by half a standard deviation.',
  },
  assume3: {
    id: 'Semua gangguan berdistribusi normal, tetap sepanjang periode, dan tidak saling bergantung. Dunia nyata tidak serapi itu.',
    en: 'All disturbances are normal, constant through a period and independent. The real world is not so tidy.',
  },
  assume4: {
    id: 'Data terukur dan survei dianggap benar, kecuali kesalahan contoh pada survei. Fakta seperti hukuman disiplin sama bagi semua orang, seperti pada contoh skema.',
    en: 'Measured data and surveys are taken as true, but for the sampling error of surveys. Facts such as disciplinary measures are the same for everybody, as in the example of the scheme.',
  },
  assume5: {
    id: 'Rentang 95 % berasal dari perbedaan antarulangan (Student). Rentang itu mengatakan apa yang akan diberikan benih lain, bukan seberapa tepat anggapan ini.',
    en: 'The 95 % intervals come from the differences between repetitions (Student). They tell what another seed would give, not how right the assumptions are.',
  },
  assume6: {
    id: 'Pejabat penilai memutuskan sesuai saran skema; rating resmi tidak diubah dengan alasan.',
    en: 'Appraisers decide as the scheme suggests; official ratings are not departed from with a reason.',
  },
  handling: { id: 'Bagaimana setiap komponen diperlakukan', en: 'How each component is treated' },
  component: { id: 'Komponen', en: 'Component' },
  treatment: { id: 'Perlakuan', en: 'Treatment' },
  handling_rated: { id: 'Dinilai, dengan gangguan', en: 'Rated, disturbed' },
  handling_survey: { id: 'Survei, rata-rata banyak penjawab', en: 'Survey, the mean of many' },
  handling_true: { id: 'Terukur, dianggap benar', en: 'Measured, taken as true' },
  handling_constant: { id: 'Tetap, seperti contoh skema', en: 'Constant, as in the example' },
  settings: { id: 'Pengaturan dan benih', en: 'Settings and seed' },
  structure: { id: 'Susunan', en: 'Structure' },
  structureOwn: {
    id: 'instansi sendiri, {people} pegawai, {appraisers} penilai, {units} unit',
    en: 'the agency’s own, {people} people, {appraisers} appraisers, {units} units',
  },
  structureInvented: {
    id: 'rekaan, {people} pegawai, {appraisers} penilai, {units} unit',
    en: 'invented, {people} people, {appraisers} appraisers, {units} units',
  },
  again: { id: 'Jalankan lagi dengan perubahan', en: 'Run again with changes' },
  compareNew: { id: 'Bandingkan dengan skema lain', en: 'Compare with another scheme' },
  json: { id: 'Unduh JSON', en: 'Download JSON' },
  csv: { id: 'Unduh CSV', en: 'Download CSV' },
  compareWith: { id: 'Bandingkan dengan simulasi tersimpan', en: 'Compare with a saved simulation' },
  compareAct: { id: 'Bandingkan', en: 'Compare' },
  beside: { id: 'Simulasi pasangannya', en: 'Its companion' },
  share_link: {
    id: 'Alamat halaman ini dapat dibagikan: siapa pun di instansi yang boleh membaca skemanya dapat membukanya.',
    en: 'The address of this page can be shared: everybody in the agency who may read the scheme can open it.',
  },
  // Comparison
  comparison: { id: 'Dua simulasi berdampingan', en: 'Two simulations side by side' },
  better: {
    id: '“{name}” lebih jarang salah kategori: {share} poin persen lebih rendah (rentang 95 %: {low} sampai {high}).',
    en: '“{name}” has fewer wrong categories: {share} percentage points lower (95 % interval: {low} to {high}).',
  },
  undecided: {
    id: 'Perbedaannya {share} poin persen (rentang 95 %: {low} sampai {high}), sehingga keduanya belum dapat dibedakan. Tambah periode bila perlu.',
    en: 'They differ by {share} percentage points (95 % interval: {low} to {high}), so they cannot be told apart yet. Add periods if needed.',
  },
  same: { id: 'Keduanya sama sampai angka terakhir.', en: 'Both are the same to the last digit.' },
  paired: {
    id: 'Orang, penilai, dan kebetulannya sama; hanya skemanya yang berbeda. Perbedaannya dihitung berpasangan.',
    en: 'The same people, raters and chance; only the schemes differ. The difference is computed pair by pair.',
  },
  unpaired: {
    id: 'Kedua simulasi tidak memakai orang dan kebetulan yang sama. Yang berbeda: {list}. Perbedaannya dapat berasal dari situ.',
    en: 'The two do not share people and chance. What differs: {list}. The difference may come from that.',
  },
  differs_seed: { id: 'benih', en: 'seed' },
  differs_settings: { id: 'pengaturan', en: 'settings' },
  differs_structure: { id: 'susunan', en: 'structure' },
  otherCategories: {
    id: 'Skema dengan lebih banyak kategori lebih mudah meleset satu kategori. Bandingkan juga “dua kategori atau lebih”.',
    en: 'A scheme with more categories is more easily off by one. Look at “two categories off or more” too.',
  },
  notFinished: {
    id: 'Salah satu simulasi belum selesai. Bandingkan lagi setelah keduanya selesai.',
    en: 'One of the simulations is not finished. Compare again when both are.',
  },
  chooseOther: { id: 'Pilih simulasi', en: 'Choose a simulation' },
  figure: { id: 'Angka', en: 'Figure' },
  categories: { id: 'Kategori', en: 'Categories' },
  withInterval: { id: '{share} ({low}–{high})', en: '{share} ({low}–{high})' },
  // In a discussion
  discussionTitle: { id: 'Diuji di laboratorium keadilan', en: 'Tested in the fairness laboratory' },
  discussionIntro: {
    id: 'Simulasi dengan pegawai rekaan: seberapa sering rancangan ini memberi kategori yang bukan semestinya.',
    en: 'Simulations with invented people: how often this draft gives a category that is not theirs.',
  },
  discussionNone: { id: 'Rancangan ini belum diuji.', en: 'This draft has not been tested yet.' },
  discussionRun: { id: 'Uji rancangan ini', en: 'Test this draft' },
  discussionAll: { id: 'Laboratorium keadilan', en: 'Fairness laboratory' },
  discussionWrong: { id: '{share} salah kategori', en: '{share} in a wrong category' },
});
