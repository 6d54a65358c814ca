import { messages } from '#platform/locale/messages.ts';

/** How the card of a person is computed, for whoever reads it. */
export const text = messages({
  title: {
    id: 'Cara menghitung: ketergantungan pada siapa yang menilai',
    en: 'How it is computed: dependence on who rated',
  },
  intro: {
    id: 'Kartu pada halaman hasil menjawab dua pertanyaan dengan rumus skema yang sama seperti hasil itu sendiri. Hasil tidak diubah oleh angka ini.',
    en: 'The card on the page of a result answers two questions with the same formula as the result itself. These figures do not change the result.',
  },
  withoutTitle: { id: 'Tanpa satu suara', en: 'Without one voice' },
  without1: {
    id: 'Setiap suara dikeluarkan bergantian dan skema menghitung ulang: bobotnya dibagi kepada suara lain, atau tidak ada hasil bila suara itu wajib. Keputusan yang hanya mengikuti saran skema mengikuti saran yang baru; keputusan yang menyimpang tetap.',
    en: 'Each voice in turn is left out and the scheme computes again: its weight is shared among the others, or there is no result where it is required. Decisions that only followed the scheme’s suggestion follow the new one; departures stay.',
  },
  without2: {
    id: 'Suara tanpa nama hanya dikeluarkan seluruhnya. Angka yang keluar dapat dihitung siapa pun dari rata-rata suara dan bobot yang sudah tampil pada penjelasan hasil, sehingga tidak mengungkap apa pun yang baru tentang satu formulir.',
    en: 'A voice without a name is only left out as a whole. What comes out could be computed by anybody from the means and weights that the explanation of the result shows, so nothing new is told of a single form.',
  },
  without3: {
    id: 'Bila formulir suara tanpa nama kurang dari jumlah terkecil, angka bagian itu disembunyikan.',
    en: 'Where a voice without a name has fewer forms than the minimum, the figures it takes part in are hidden.',
  },
  othersTitle: { id: 'Seandainya pejabat lain yang menilai', en: 'Had another official rated' },
  others1: {
    id: 'Dari semua penilaian periode itu yang penilainya diketahui, model efek acak bersilang memperkirakan taraf setiap orang, perbedaan keketatan antarpenilai, dan sisanya. Nilai sebuah formulir adalah rata-rata butirnya, dari 0 (taraf terendah) sampai 100 (taraf tertinggi).',
    en: 'From all ratings of the period whose rater is known, a model of crossed random effects estimates the level of each person, how raters differ in severity, and the rest. The score of a form is the mean of its items, from 0 (lowest level) to 100 (highest).',
  },
  others2: {
    id: 'Empat ratus kali, seorang pejabat khayalan diambil dari sebaran itu. Setiap butir pejabat penilai digeser sebesar selisihnya, dibulatkan acak ke taraf terdekat, lalu skema menghitung hasilnya. Suara lain dan data terukur tetap.',
    en: 'Four hundred times an imagined official is drawn from that distribution. Every item of the appraiser is moved by the difference and falls at random on a neighbouring level, then the scheme computes the result. Other voices and measured data stay.',
  },
  others3: {
    id: 'Dengan empat ratus percobaan, kemungkinan diketahui sampai kira-kira 2,5 persen. Karena itu ditulis “sekitar 1 dari 5” dan bukan persen.',
    en: 'With four hundred tries a chance is known to about 2.5 percent. It is therefore written “about 1 in 5” and not in percent.',
  },
  assumptionsTitle: { id: 'Anggapan dan batas', en: 'Assumptions and limits' },
  assumption1: {
    id: 'Penilai dianggap dapat saling menggantikan dan perbedaannya menyebar normal. Pada skala tiga taraf anggapan ini kasar.',
    en: 'Raters are taken to be exchangeable and to differ normally. On scales of three levels this is coarse.',
  },
  assumption2: {
    id: 'Bila pejabat penilai tidak terhubung dengan penilai lain, tidak ada angka: data tidak dapat membedakan penilai yang ketat dari hasil kerja yang lebih rendah.',
    en: 'Where the appraiser is not linked to other raters there is no figure: the data cannot tell a strict rater from lower work.',
  },
  assumption3: {
    id: 'Kemungkinan ini tidak mengatakan apa yang akan diberikan oleh pejabat tertentu.',
    en: 'The chance does not say what a certain official would have given.',
  },
  useTitle: { id: 'Boleh dan tidak boleh', en: 'What it is for, and what not' },
  useFor: {
    id: 'Dipakai untuk memahami seberapa pasti hasil, dan sebagai bahan bicara bila Anda mengajukan keberatan.',
    en: 'It is for understanding how certain a result is, and something to talk about when you object.',
  },
  useNot: {
    id: 'Tidak dipakai untuk mengubah hasil, menebak siapa menilai apa, menegur penilai, atau membandingkan pegawai.',
    en: 'It is not for changing a result, guessing who rated what, reproaching a rater, or comparing employees.',
  },
  sources: { id: 'Rujukan', en: 'References' },
});
