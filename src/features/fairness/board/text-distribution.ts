import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Sebaran predikat menurut unit', en: 'Predicates by unit' },
  finding: {
    id: '{share} % pegawai mendapat predikat {predicate}',
    en: '{share} % of employees have the predicate {predicate}',
  },
  findingHidden: {
    id: 'Sebaran di tampilan ini tidak dirinci agar tidak ada orang yang dapat dikenali',
    en: 'The spread in this view is not detailed, so that nobody can be recognised',
  },
  intro: {
    id: 'Semua hasil yang berlaku, apa pun skemanya. Angka di bawah {minimum} orang disembunyikan, beserta angka lain yang memungkinkan orang menghitungnya kembali.',
    en: 'All results in force, whatever their scheme. Numbers below {minimum} people are hidden, with others from which they could be worked out.',
  },
  small: {
    id: 'Unit dengan kurang dari {minimum} pegawai tidak boleh dipaksa mengikuti, atau dituduh menyimpang dari, kurva mana pun: satu orang saja sudah menggeser bagiannya terlalu jauh. Lihat unit di atasnya.',
    en: 'Units with fewer than {minimum} employees must not be forced onto a curve, nor accused of leaving it: a single person moves their shares too far. Look at the unit above.',
  },
  unit: { id: 'Unit', en: 'Unit' },
  spread: { id: 'Sebaran', en: 'Spread' },
  people: { id: 'Pegawai', en: 'Employees' },
  mostUsed: { id: 'Predikat terbanyak', en: 'Most used predicate' },
  share: { id: '{predicate} {share} %', en: '{predicate} {share} %' },
  inNumbers: { id: 'Lihat sebagai tabel', en: 'Show as a table' },
  hidden: { id: 'disembunyikan', en: 'hidden' },
  merged: { id: 'tidak dirinci', en: 'not detailed' },
  fewerThan: { id: 'tidak ditampilkan', en: 'not shown' },
  agency: { id: 'Seluruh instansi', en: 'Whole agency' },
  wholeOf: { id: '{unit}, semuanya', en: '{unit}, everybody' },
  ownOf: { id: '{unit} (langsung)', en: '{unit} (itself)' },
  nobody: { id: 'Belum ada hasil di tampilan ini', en: 'There are no results in this view yet' },
  nobodyHint: {
    id: 'Sebaran terisi setelah pejabat penilai memberikan hasil.',
    en: 'The spread fills once appraisers have given results.',
  },
  guidanceTitle: { id: 'Di samping pedoman kementerian', en: "Beside the ministry's guidance" },
  guidanceIntro: {
    id: 'SE MenPANRB 3/2023 memberi batas menurut predikat unit, bukan kurva tetap. Nilai p adalah peluang mendapat jumlah sejauh ini atau lebih seandainya bagian sebenarnya tepat di batas (uji binomial eksak), dikoreksi karena banyak batas diuji sekaligus (Benjamini–Hochberg); hanya untuk unit dengan {minimum} pegawai atau lebih.',
    en: 'SE MenPANRB 3/2023 sets limits by the predicate of the unit, not a fixed curve. p is the chance of a count as far off or further if the true share lay exactly at the limit (exact binomial test), corrected for testing many limits at once (Benjamini–Hochberg); only for units with {minimum} employees or more.',
  },
  organisation: { id: 'Predikat unit', en: 'Predicate of the unit' },
  limit: { id: 'Pedoman', en: 'Guidance' },
  actual: { id: 'Keadaan', en: 'Actual' },
  judgement: { id: 'Kesesuaian', en: 'Whether kept' },
  kept: { id: 'Sesuai', en: 'Kept' },
  notKept: { id: 'Tidak sesuai', en: 'Not kept' },
  notJudged: {
    id: 'Tidak dinilai: kurang dari {minimum} pegawai',
    en: 'Not judged: fewer than {minimum} employees',
  },
  notShown: {
    id: 'Tidak ditampilkan: menyangkut angka tersembunyi',
    en: 'Not shown: would tell of hidden numbers',
  },
  evidence: { id: 'Nilai p', en: 'p value' },
  actualWords: { id: '{share} % ({people} orang)', en: '{share} % ({people} people)' },
  noOrganisation: {
    id: 'Predikat unit-unit di tampilan ini belum ditetapkan, sehingga belum ada pedoman yang berlaku.',
    en: 'The predicates of the units in this view were not fixed yet, so no guidance holds.',
  },
  below: { id: 'p < {least}', en: 'p < {least}' },
  pIs: { id: 'p = {p}', en: 'p = {p}' },
  noTest: { id: '–', en: '–' },
  inflationTitle: {
    id: 'Apakah semua orang mendapat predikat yang sama?',
    en: 'Does everybody get the same predicate?',
  },
  inflationFinding: {
    id: 'Di {count} dari {units} unit, predikat terbanyak dipakai untuk {percent} % pegawai atau lebih',
    en: 'In {count} of {units} units the most used predicate covers {percent} % of employees or more',
  },
  inflationIntro: {
    id: 'Predikat yang sama bagi hampir semua orang tidak lagi membedakan kinerja. Mintalah bukti, baik untuk predikat tertinggi maupun untuk predikat yang menjadi kebiasaan. Garis putus menandai {percent} %. Unit yang angkanya disembunyikan tidak dihitung.',
    en: 'A predicate that nearly everybody gets no longer tells performance apart. Ask for evidence, at the top and at the usual one. The broken line marks {percent} %. Units with hidden numbers are not counted.',
  },
  inflationNobody: {
    id: 'Tidak ada unit di tampilan ini yang bagiannya boleh ditampilkan.',
    en: 'There is no unit in this view whose shares may be shown.',
  },
  shareOf: { id: 'Bagian predikat terbanyak', en: 'Share of the most used predicate' },
});
