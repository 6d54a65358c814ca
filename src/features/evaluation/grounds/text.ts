/** Words of citing, of reasons that rest on evidence, and of the meter of months. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  // Citing.
  grounds: { id: 'Dasar alasan: rujukan atau tanggal', en: 'What the reason rests on: citation or date' },
  groundsFor: { id: 'Dasar alasan: {what}', en: 'What the reason rests on: {what}' },
  groundsHint: {
    id: 'Untuk rating di ujung skala: rujuk sedikitnya satu, atau isi tanggal kejadian yang Anda ceritakan di alasan.',
    en: 'For a rating at an end of the scale: cite at least one, or give the date of what you tell in the reason.',
  },
  exampleOn: { id: 'Tanggal kejadian', en: 'Date it happened' },
  exampleOnFor: { id: 'Tanggal kejadian: {what}', en: 'Date it happened: {what}' },
  others: {
    id: 'Rujuk yang lain dari periode ini ({count})',
    en: 'Cite something else of this period ({count})',
  },
  nothingToCite: {
    id: 'Belum ada pengamatan, umpan balik, atau bukti tentang butir ini.',
    en: 'There are no observations, feedback or evidence on this item yet.',
  },
  writeNote: { id: 'Catat pengamatan', en: 'Write an observation' },
  openSource: { id: 'Buka', en: 'Open' },
  diary: { id: 'catatan pengamatan', en: 'observation' },
  feedback: { id: 'umpan balik', en: 'feedback' },
  evidence: { id: 'bukti', en: 'evidence' },
  progress: { id: 'realisasi', en: 'progress' },
  'check-in': { id: 'dialog kinerja', en: 'check-in' },
  citation: { id: '{kind} {date}', en: '{kind} of {date}' },
  said: { id: '{kind} {date} dari {who}', en: '{kind} of {date} by {who}' },
  noteExample: { id: 'Kejadian {date}', en: 'Happened on {date}' },
  noteCited: { id: 'Rujukan: {sources}', en: 'Cites: {sources}' },
  openness: {
    id: 'Catatan pengamatan yang Anda rujuk terbaca oleh pegawai begitu hasil diberikan.',
    en: 'The employee reads the observations that you cite the moment the result is given.',
  },
  mirror: {
    id: 'Cermin penilaian Anda (hanya untuk Anda)',
    en: 'A mirror of your ratings (for you alone)',
  },
  // What is missing.
  needsGround: {
    id: '{what}: rating ini berada di ujung skala. Rujuk sedikitnya satu pengamatan, umpan balik, atau bukti, atau isi tanggal kejadian yang Anda ceritakan.',
    en: '{what}: this rating is at an end of the scale. Cite at least one observation, feedback or evidence, or give the date of what you tell.',
  },
  needsReason: {
    id: '{what}: tuliskan alasan untuk rating di ujung skala.',
    en: '{what}: give the reason for a rating at an end of the scale.',
  },
  outside: {
    id: '{what}: tanggal kejadian harus antara {from} dan {until}.',
    en: '{what}: the date has to be between {from} and {until}.',
  },
  short: {
    id: '{what}: ceritakan apa yang terjadi, sedikitnya {count} karakter, atau rujuk bukti.',
    en: '{what}: tell what happened in at least {count} characters, or cite evidence.',
  },
  alike: {
    id: '{what}: semua butir diberi nilai yang sama. Beri sedikitnya satu alasan dengan rujukan atau tanggal kejadian.',
    en: '{what}: every item has the same value. Give at least one reason with a citation or a dated example.',
  },
  alikeNational: {
    id: 'Semua rating sama. Beri alasan dengan tanggal kejadian, atau rujuk bukti pada sedikitnya satu butir.',
    en: 'All ratings are the same. Give a reason with the date it happened, or cite evidence on at least one item.',
  },
  // The result.
  cardTitle: { id: 'Bukti yang dirujuk', en: 'The evidence that is cited' },
  cardIntro: {
    id: 'Kejadian, pengamatan, umpan balik, dan bukti yang menjadi dasar alasan pejabat penilai.',
    en: 'Events, observations, feedback and evidence that the appraiser’s reasons rest on.',
  },
  // The meter.
  meterTitle: { id: 'Sebaran bukti sepanjang periode', en: 'Evidence over the period' },
  meterLate: {
    id: '{percent} % bukti berasal dari seperempat akhir periode (sejak {date}).',
    en: '{percent} % of the evidence comes from the last quarter of the period (since {date}).',
  },
  meterLateQuarter: {
    id: '{percent} % bukti berasal dari triwulan terakhir (sejak {date}).',
    en: '{percent} % of the evidence comes from the last quarter (since {date}).',
  },
  meterNone: {
    id: 'Belum ada realisasi, bukti, umpan balik, pengamatan, atau dialog yang tercatat pada periode ini.',
    en: 'No progress, evidence, feedback, observation or check-in has been recorded in this period.',
  },
  meterWarning: {
    id: 'Ingatan cenderung condong ke minggu-minggu terakhir. Periksa juga catatan dari awal periode.',
    en: 'Memory leans towards the last weeks. Look at what was recorded early in the period too.',
  },
  meterEmpty: { id: 'Tanpa bukti: {months}.', en: 'Without evidence: {months}.' },
  meterTable: { id: 'Lihat sebagai tabel', en: 'See it as a table' },
  meterCaption: { id: 'Jumlah bukti per bulan', en: 'Pieces of evidence by month' },
  month: { id: 'Bulan', en: 'Month' },
  total: { id: 'Jumlah', en: 'All' },
  ahead: { id: 'belum lewat', en: 'not over' },
  col_progress: { id: 'Realisasi', en: 'Progress' },
  col_evidence: { id: 'Bukti', en: 'Evidence' },
  col_feedback: { id: 'Umpan balik', en: 'Feedback' },
  col_diary: { id: 'Pengamatan', en: 'Observations' },
  'col_check-in': { id: 'Dialog', en: 'Check-ins' },
});
