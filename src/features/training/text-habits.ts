import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Kebiasaan menilai Anda', en: 'Your rating habits' },
  intro: {
    id: 'Dihitung hanya dari kasus latihan yang sudah Anda kirim, dibandingkan dengan para ahli. Halaman ini hanya dapat dilihat oleh Anda dan tidak mengubah penilaian apa pun.',
    en: 'Counted only from the practice cases that you sent, compared with the experts. Only you can see this page, and it changes no appraisal.',
  },
  choose: { id: 'Skema', en: 'Scheme' },
  show: { id: 'Tampilkan', en: 'Show' },
  tooLittle: { id: 'Belum cukup untuk disimpulkan', en: 'Too little to tell' },
  tooLittleBody: {
    id: 'Anda sudah menilai {cases} kasus dengan {items} butir. Gambaran ini baru berarti sejak {leastCases} kasus dan {leastItems} butir; di bawah itu kebetulan lebih besar daripada kebiasaan.',
    en: 'You have rated {cases} cases with {items} items. This picture means something from {leastCases} cases and {leastItems} items; below that, chance is larger than habit.',
  },
  toCourse: { id: 'Buka pelatihan', en: 'Open the training' },
  noneSent: { id: 'Belum ada kasus yang Anda kirim.', en: 'You have not sent a case yet.' },
  severity: { id: 'Ketat atau longgar', en: 'Severe or mild' },
  severity_milder: {
    id: 'Rata-rata Anda menilai lebih tinggi daripada para ahli, sebesar {value} % dari rentang skala.',
    en: 'On average you rate higher than the experts, by {value} % of the range of the scale.',
  },
  'severity_more-severe': {
    id: 'Rata-rata Anda menilai lebih rendah daripada para ahli, sebesar {value} % dari rentang skala.',
    en: 'On average you rate lower than the experts, by {value} % of the range of the scale.',
  },
  'severity_like-experts': {
    id: 'Rata-rata Anda sejalan dengan para ahli: selisihnya {value} % dari rentang skala.',
    en: 'On average you agree with the experts: the difference is {value} % of the range of the scale.',
  },
  spread: { id: 'Rentang yang dipakai', en: 'Range used' },
  spread_narrower: {
    id: 'Anda memakai bagian skala yang lebih sempit daripada para ahli. Yang sangat baik dan yang kurang jadi tampak mirip.',
    en: 'You use a narrower part of the scale than the experts. The very good and the weak then look alike.',
  },
  spread_wider: {
    id: 'Anda memakai skala lebih lebar daripada para ahli. Perbedaan kecil jadi tampak besar.',
    en: 'You use more of the scale than the experts. Small differences then look large.',
  },
  'spread_like-experts': {
    id: 'Anda memakai skala kurang lebih selebar para ahli.',
    en: 'You use about as much of the scale as the experts.',
  },
  halo: { id: 'Membedakan butir', en: 'Telling items apart' },
  halo_alike: {
    id: 'Dalam satu kasus, butir-butir Anda nilai hampir sama, sedangkan para ahli membedakannya. Kesan umum mungkin menutupi bukti tiap butir.',
    en: 'Within a case you rate the items almost alike, while the experts tell them apart. The general impression may cover the evidence on single items.',
  },
  halo_apart: {
    id: 'Dalam satu kasus, Anda membedakan butir lebih jauh daripada para ahli.',
    en: 'Within a case you tell the items further apart than the experts do.',
  },
  'halo_like-experts': {
    id: 'Dalam satu kasus, Anda membedakan butir kurang lebih seperti para ahli.',
    en: 'Within a case you tell the items apart about as the experts do.',
  },
  ownAndExperts: {
    id: 'Sebaran Anda {own} %, para ahli {experts} % dari rentang skala.',
    en: 'Your spread is {own} %, the experts’ {experts} % of the range of the scale.',
  },
  distance: { id: 'Jarak rata-rata ke ahli', en: 'Mean distance to the experts' },
  agreement: { id: 'Kesejalanan urutan', en: 'Agreement in order' },
  agreementHint: {
    id: '{value} (1: tinggi dan rendah di tempat yang sama dengan ahli; 0: tidak berhubungan)',
    en: '{value} (1: high and low where the experts are; 0: unrelated)',
  },
  noAgreement: {
    id: 'tidak dapat dihitung: nilainya tidak pernah berbeda',
    en: 'cannot be counted: the ratings never differ',
  },
  basis: { id: '{cases} kasus, {items} butir', en: '{cases} cases, {items} items' },
  basisLabel: { id: 'Dihitung dari', en: 'Counted from' },
  plotFinding_milder: {
    id: 'Anda cenderung menilai lebih tinggi daripada ahli',
    en: 'You tend to rate higher than the experts',
  },
  'plotFinding_more-severe': {
    id: 'Anda cenderung menilai lebih rendah daripada ahli',
    en: 'You tend to rate lower than the experts',
  },
  'plotFinding_like-experts': { id: 'Anda sejalan dengan para ahli', en: 'You are in line with the experts' },
  plotLegend: {
    id: 'Satu titik per kasus: selisih rata-rata Anda terhadap ahli. Kiri: lebih rendah; kanan: lebih tinggi. Bidang di tengah: sejalan.',
    en: 'One dot a case: your mean difference from the experts. Left: lower; right: higher. The band in the middle: in line.',
  },
  difference: { id: 'Selisih (% rentang)', en: 'Difference (% of range)' },
  lower: { id: 'lebih rendah', en: 'lower' },
  higher: { id: 'lebih tinggi', en: 'higher' },
  advice: { id: 'Yang dapat dicoba', en: 'What to try' },
  advice_severity: {
    id: 'Sebelum memilih tingkat, baca uraian tingkat di atas dan di bawahnya, lalu tunjuk bukti yang membedakannya.',
    en: 'Before choosing a level, read the words of the level above and below, and point to the evidence that tells them apart.',
  },
  advice_spread: {
    id: 'Pakai seluruh skala bila buktinya ada: tingkat tertinggi dan terendah bukan hanya untuk hal luar biasa.',
    en: 'Use the whole scale where there is evidence: the highest and lowest levels are not only for the extraordinary.',
  },
  advice_halo: {
    id: 'Nilai satu butir untuk semua bukti dahulu, baru butir berikutnya, supaya kesan umum tidak terbawa.',
    en: 'Rate one item on all its evidence before the next, so that the general impression is not carried over.',
  },
  advice_none: {
    id: 'Pertahankan: sebutkan bukti untuk setiap tingkat, juga ketika sudah yakin.',
    en: 'Keep it up: name the evidence for each level, also when you are sure.',
  },
});
