import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Papan keadilan', en: 'Fairness board' },
  noFigures: {
    id: 'Angka periode ini belum dihitung',
    en: 'The figures of this period were not computed yet',
  },
  noFiguresBody: {
    id: 'Perhitungan berjalan setiap malam setelah ada hasil penilaian. Pengelola kinerja juga dapat memulainya sekarang.',
    en: 'The computation runs every night once there are results. An officer can also start it now.',
  },
  toRun: { id: 'Ke halaman perhitungan', en: 'Go to the computation' },
  computing: {
    id: 'Perhitungan baru sedang berjalan. Di bawah ini angka sebelumnya.',
    en: 'A new computation is under way. The figures below are the earlier ones.',
  },
  scheme: { id: 'Skema', en: 'Scheme' },
  unit: { id: 'Unit kerja', en: 'Unit' },
  allInScope: { id: 'Semua unit yang dapat Anda lihat', en: 'All units that you may see' },
  show: { id: 'Tampilkan', en: 'Show' },
  onThisPage: { id: 'Di halaman ini', en: 'On this page' },

  found: { id: 'Apa yang dapat dikatakan data ini', en: 'What these data can tell' },
  headlineShare: {
    id: 'Sekitar {share} % perbedaan nilai berasal dari siapa yang menilai',
    en: 'About {share} % of the differences in scores come from who rated',
  },
  headlineNone: {
    id: 'Seberapa jauh nilai bergantung pada penilai belum dapat diperkirakan',
    en: 'How far scores depend on the rater is not estimable yet',
  },
  comparable: {
    id: '{comparable} dari {raters} penilai dapat dibandingkan satu sama lain, karena ada pegawai yang dinilai lebih dari satu penilai.',
    en: '{comparable} of {raters} raters can be compared with each other, because some employees were rated by more than one.',
  },
  shareOfAgency: {
    id: 'Bagian ini dihitung dari seluruh instansi dalam skema ini; selebihnya tentang tampilan yang dipilih.',
    en: 'These shares are of the whole agency under this scheme; the rest is about the view chosen.',
  },
  comparableNone: {
    id: 'Tidak seorang pun penilai dapat dibandingkan dengan yang lain: hampir tidak ada pegawai yang dinilai lebih dari satu penilai.',
    en: 'No rater can be compared with the others: hardly any employee was rated by more than one.',
  },
  patternsSome: {
    id: '{patterns} pola pada {raters} penilai perlu ditinjau. Pola adalah pertanyaan, bukan tuduhan.',
    en: '{patterns} patterns of {raters} raters should be reviewed. A pattern is a question, not an accusation.',
  },
  patternsNone: {
    id: 'Tidak ada pola yang cukup jelas untuk ditinjau. Itu bukan bukti bahwa semua penilaian adil: lihat apa yang tidak dapat diuji.',
    en: 'No pattern is clear enough to be reviewed. That is no proof that all ratings are fair: see what could not be tested.',
  },
  shareMeaning: {
    id: 'Selebihnya berasal dari perbedaan antarpegawai ({ratee} %) dan dari hal lain yang tidak terjelaskan ({residual} %).',
    en: 'The rest comes from differences between employees ({ratee} %) and from what is not explained ({residual} %).',
  },
  cannot: { id: 'Apa yang tidak dapat dikatakan', en: 'What they cannot tell' },
  cannotUnlinked: {
    id: '{count} penilai menilai pegawai yang tidak dinilai orang lain. Ketat-longgarnya tidak dapat dibedakan dari mutu kerja pegawainya.',
    en: {
      one: '{count} rater rated employees whom nobody else rated. Their severity cannot be told from the quality of those employees.',
      other:
        '{count} raters rated employees whom nobody else rated. Their severity cannot be told from the quality of those employees.',
    },
  },
  cannotLimited: {
    id: '{count} penilai hanya terhubung lemah atau hanya di dalam kelompok kecilnya. Angkanya bertumpu pada sedikit orang.',
    en: {
      one: '{count} rater is tied weakly, or only within a small group. The figure rests on few people.',
      other:
        '{count} raters are tied weakly, or only within a small group. Their figures rest on few people.',
    },
  },
  warnSubsets: {
    id: 'Penilai terbagi atas {count} kelompok yang tidak terhubung. Penilai dari kelompok berbeda tidak dapat dibandingkan.',
    en: 'Raters fall into {count} groups that nothing joins. Raters of different groups cannot be compared.',
  },
  warnDepends: {
    id: 'Bagi {count} pegawai, nilai yang disetarakan bergantung pada anggapan bahwa kelompok-kelompok itu rata-rata sama baik.',
    en: 'For {count} employees the adjusted figure rests on the assumption that these groups are equally good on average.',
  },
  warnNoRater: {
    id: 'Perbedaan antarpenilai diperkirakan nol. Itu bukan bukti bahwa tidak ada: data ini tidak cukup untuk melihatnya.',
    en: 'Differences between raters are estimated as nought. That is no proof of none: these data are too few to show them.',
  },
  warnNoRatee: {
    id: 'Perbedaan antarpegawai diperkirakan nol: nilai-nilai ini tidak membedakan orang.',
    en: 'Differences between employees are estimated as nought: these scores do not tell people apart.',
  },
  warnNotConverged: {
    id: 'Perhitungan model belum mencapai nilai yang tetap. Bacalah angkanya sebagai ancar-ancar.',
    en: 'The model did not settle. Read the figures as a rough guide.',
  },
  warnFewRaters: {
    id: 'Kurang dari 30 penilai diuji, sehingga uji pola tidak dapat disetel terhadap kebiasaan instansi ini.',
    en: 'Fewer than 30 raters were tested, so that the tests could not be tuned to what is usual here.',
  },
  warnFewValues: {
    id: 'Skala hanya memuat {count} taraf. Model untuk nilai berjenjang lebih tepat; angka di sini ancar-ancar.',
    en: 'The scale has {count} levels only. A model for ordered levels would fit better; read the figures as a guide.',
  },
  warnOther: {
    id: 'Sebagian formulir tidak seragam (butir berbeda atau berulang); model sudah memperhitungkannya.',
    en: 'Some forms are not alike (other or repeated items); the model allows for it.',
  },
  tooMany: {
    id: 'Terlalu banyak pegawai untuk digambar satu per satu. Pilih satu unit kerja di atas untuk melihat bagian ini.',
    en: 'Too many employees to draw one by one. Choose a unit above to see this part.',
  },
  whyTooFew: {
    id: 'Formulir, pegawai, atau penilai dalam skema ini terlalu sedikit.',
    en: 'There are too few forms, employees or raters under this scheme.',
  },
  whyNoVariation: {
    id: 'Semua nilai dalam skema ini sama.',
    en: 'All scores under this scheme are equal.',
  },
  whyNotCrossed: {
    id: 'Tidak ada pegawai yang dinilai lebih dari satu penilai. Penilaian kedua atas sebagian pegawai akan membuatnya dapat diperkirakan.',
    en: 'No employee was rated by more than one rater. Second looks at some employees would make it estimable.',
  },
  whyNoResidual: {
    id: 'Nilai-nilainya cocok sempurna dengan model, sehingga ketidakpastiannya tidak dapat diperkirakan.',
    en: 'The scores fit the model perfectly, so that its uncertainty cannot be estimated.',
  },
  whyNoConvergence: {
    id: 'Perhitungan tidak mencapai nilai yang tetap. Hitung ulang; bila tetap demikian, beri tahu pengelola sistem.',
    en: 'The computation did not settle. Compute again; if it stays so, tell whoever runs the system.',
  },

  note: {
    id: '{basis} · {model} · dihitung {when} · metode versi {method}.',
    en: '{basis} · {model} · computed {when} · method version {method}.',
  },
  basisForms: { id: '{count} penilaian', en: { one: '{count} rating', other: '{count} ratings' } },
  basisPeople: { id: '{count} hasil', en: { one: '{count} result', other: '{count} results' } },
  modelCrossed: {
    id: 'model: nilai formulir = rata-rata + pegawai + penilai + sisa (efek acak bersilang, REML)',
    en: 'model: score of a form = mean + employee + rater + rest (crossed random effects, REML)',
  },
  modelNone: { id: 'model tidak dapat diperkirakan', en: 'model not estimable' },
  modelCounts: { id: 'hitungan hasil yang berlaku, tanpa model', en: 'counts of results in force, no model' },
  modelGraph: { id: 'siapa menilai siapa, tanpa model', en: 'who rated whom, no model' },
  mustNot: { id: 'Jangan dipakai untuk: {what}', en: 'Not to be used to: {what}' },
  mustNotSeverity: {
    id: 'mengubah nilai, memberi sanksi, atau menyusun peringkat penilai.',
    en: 'change a score, discipline anybody, or rank raters.',
  },
  mustNotAdjusted: {
    id: 'mengganti nilai resmi. Nilai resmi tetap berlaku; yang memutuskan adalah pejabat, dengan alasan tertulis.',
    en: 'replace the official score. It stays; officials decide, with written reasons.',
  },
  mustNotDistribution: {
    id: 'memaksa unit kecil mengikuti kurva, atau mengarahkan penilai saat mereka menilai.',
    en: 'force small units onto a curve, or steer raters while they rate.',
  },
  mustNotGraph: {
    id: 'menilai kerja sama antarunit. Gambar ini hanya menunjukkan siapa dapat dibandingkan dengan siapa.',
    en: 'judge how units work together. It only shows who can be compared with whom.',
  },
  mustNotVariance: {
    id: 'menyebut nilai seorang pegawai benar atau salah. Ini sifat cara menilainya, bukan orangnya.',
    en: "call one person's score right or wrong. It is a property of the procedure, not of people.",
  },
  mustNotFlags: {
    id: 'menyimpulkan niat seseorang atau menjatuhkan sanksi. Periksa dahulu penilaian di baliknya dan tanyakan penjelasannya.',
    en: "conclude anybody's intent or punish. Look at the ratings behind it and ask for the explanation first.",
  },
  csv: { id: 'Unduh CSV', en: 'Download CSV' },
  csvOf: { id: 'Unduh CSV: {what}', en: 'Download CSV: {what}' },
  noNames: {
    id: 'Seluruh data perhitungan tanpa nama, untuk diulang auditor dengan perintah tera fairness, ada di halaman laporan tahunan.',
    en: 'All data of the computation without names, to be repeated by an auditor with the command tera fairness, is on the page of yearly reports.',
  },
  toReports: { id: 'Laporan tahunan', en: 'Yearly reports' },

  unnamed: {
    id: 'Suara tanpa nama tidak masuk ke dalam model: siapa menulis formulir mana tidak disimpan di mana pun. Jumlahnya saja: {list}.',
    en: 'Voices without a name are in no model: who wrote which form is kept nowhere. Their number only: {list}.',
  },
  unnamedFew: { id: 'kurang dari {minimum}', en: 'fewer than {minimum}' },
  voiceForms: { id: '{voice} {count}', en: '{voice} {count}' },
});
