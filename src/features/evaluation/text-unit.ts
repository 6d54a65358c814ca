/** Words of a unit's own evaluation. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  calibrate: { id: 'Panggil rapat kalibrasi', en: 'Call a calibration meeting' },
  title: { id: 'Predikat unit dan sebaran', en: "Unit's predicate and distribution" },
  organisation: { id: 'Organisasi', en: 'Organisation' },
  period: { id: 'Periode', en: 'Period' },
  show: { id: 'Tampilkan', en: 'Show' },
  predicate: { id: 'Predikat kinerja organisasi', en: "The organisation's predicate" },
  notFixed: { id: 'Belum ditetapkan', en: 'Not fixed yet' },
  notFixedText: {
    id: 'Predikat unit ditetapkan oleh pimpinan satu tingkat di atasnya, sebelum pola distribusi dapat diperiksa.',
    en: "The leader one level up fixes the unit's predicate; only then can the distribution be checked.",
  },
  fixedBy: { id: 'Ditetapkan oleh {name} · {when}', en: 'Fixed by {name} · {when}' },
  rated: {
    id: '{rated} dari {population} pegawai sudah memiliki hasil, {ratified} disahkan.',
    en: '{rated} of {population} people have a result, {ratified} ratified.',
  },
  distribution: { id: 'Sebaran predikat', en: 'Distribution of predicates' },
  nobodyRated: { id: 'Belum ada hasil di unit ini.', en: 'There is no result in this unit yet.' },
  findingKept: {
    id: 'Sebaran sesuai dengan pola untuk predikat {predicate}',
    en: 'The distribution keeps to the pattern for {predicate}',
  },
  findingBroken: {
    id: 'Sebaran tidak sesuai dengan pola untuk predikat {predicate}',
    en: 'The distribution departs from the pattern for {predicate}',
  },
  findingNone: { id: 'Sebaran sampai saat ini', en: 'The distribution so far' },
  people: { id: 'Pegawai', en: 'People' },
  share: { id: 'Bagian', en: 'Share' },
  allowed: { id: 'Pedoman', en: 'Guideline' },
  atMost: { id: 'paling banyak {percent} %', en: 'at most {percent} %' },
  atLeast: { id: 'paling sedikit {percent} %', en: 'at least {percent} %' },
  warning: { id: 'Pedoman yang tidak dipenuhi', en: 'Guidelines not kept' },
  warningText: {
    id: 'Pola ini pedoman untuk dipertimbangkan (SE MenPANRB 3/2023), bukan alasan untuk mengubah penilaian yang benar. Setiap perubahan karena pola diberi tanda dan terlihat oleh pegawai yang bersangkutan.',
    en: 'The pattern is a guideline to be considered (SE MenPANRB 3/2023), no reason to change a right appraisal. Every change made for it is labelled and seen by the person concerned.',
  },
  small: { id: 'Unit kecil', en: 'Small unit' },
  incomplete: {
    id: 'Belum semua pegawai dinilai; sebaran masih dapat berubah.',
    en: 'Not everyone has been rated; the distribution may still change.',
  },
  given: { id: 'Alasan yang diberikan', en: 'Reason given' },
  reason: { id: 'Alasan penetapan', en: 'Reason' },
  reasonHint: {
    id: 'Capaian perjanjian kinerja dan pemenuhan ekspektasi pimpinan.',
    en: "Achievement of the performance agreement and of the leader's expectations.",
  },
  distributionReason: { id: 'Alasan sebaran berbeda dari pola', en: 'Reason for departing from the pattern' },
  distributionReasonRequired: {
    id: 'Diwajibkan instansi bila sebaran tidak sesuai dengan pola.',
    en: 'Required by the agency when the distribution departs from the pattern.',
  },
  distributionReasonOptional: {
    id: 'Dianjurkan bila sebaran tidak sesuai dengan pola.',
    en: 'Recommended when the distribution departs from the pattern.',
  },
  fix: { id: 'Tetapkan predikat unit', en: "Fix the unit's predicate" },
  change: { id: 'Tetapkan kembali', en: 'Fix again' },
  changeHint: {
    id: 'Penetapan lama tetap tersimpan dan dapat dibaca di riwayat.',
    en: 'The earlier decision is kept and can be read in the history.',
  },
  fixedFlash: { id: 'Predikat unit sudah ditetapkan.', en: "The unit's predicate has been fixed." },
  history: { id: 'Riwayat penetapan', en: 'Earlier decisions' },
});
