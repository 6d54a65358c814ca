import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Dari mana perbedaan nilai berasal', en: 'Where differences in scores come from' },
  finding: {
    id: '{ratee} % perbedaan antara dua formulir berasal dari pegawainya, {rater} % dari penilainya',
    en: '{ratee} % of the differences between two forms come from the employee, {rater} % from the rater',
  },
  whole: {
    id: 'Dihitung dari seluruh instansi dalam skema ini, bukan hanya dari unit yang dipilih.',
    en: 'Computed from the whole agency under this scheme, not only from the unit chosen.',
  },
  ratee: { id: 'Pegawai yang dinilai', en: 'Employee rated' },
  rater: { id: 'Ketat-longgarnya penilai', en: 'Severity of the rater' },
  residual: {
    id: 'Sisa: pasangan penilai–pegawai, saat, kebetulan',
    en: 'Rest: the pair of both, the moment, chance',
  },
  reliabilityTitle: { id: 'Seberapa andal satu penilaian', en: 'How reliable one rating is' },
  single: { id: 'Satu formulir oleh satu penilai', en: 'One form by one rater' },
  mean: {
    id: 'Rata-rata sekarang ({forms} formulir per pegawai)',
    en: 'The mean as it is ({forms} forms an employee)',
  },
  adjusted: { id: 'Nilai yang disetarakan, sekarang', en: 'The adjusted figure, as it is' },
  withInterval: {
    id: '{value} (interval 95 %: {low} sampai {high})',
    en: '{value} (95 % interval: {low} to {high})',
  },
  reliabilityHint: {
    id: '0 berarti nilai tidak mencerminkan pegawainya sama sekali, 1 berarti sepenuhnya. Untuk keputusan penting lazimnya diharapkan 0,8 atau lebih.',
    en: '0 means that scores do not reflect the employee at all, 1 that they do fully. For decisions that matter 0.8 or more is usually wished for.',
  },
  curveTitle: {
    id: 'Untuk keandalan 0,8 diperlukan {raters} penilai per pegawai',
    en: 'For a reliability of 0.8 it takes {raters} raters an employee',
  },
  curveNone: { id: 'Berapa penilai diperlukan', en: 'How many raters it takes' },
  raters: { id: 'Banyaknya penilai per pegawai', en: 'Raters an employee' },
  reliability: { id: 'Keandalan', en: 'Reliability' },
  target: { id: 'Keandalan', en: 'Reliability' },
  needRaw: { id: 'Rata-rata apa adanya', en: 'Mean as given' },
  needAdjusted: { id: 'Disetarakan', en: 'Adjusted' },
  never: { id: 'tidak tercapai', en: 'never' },
});
