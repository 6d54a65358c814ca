/** Why something was not done, and what to do; used by commands, so apart from the words of the pages. */
import { messages } from '#platform/locale/messages.ts';
import type { UploadProblem } from '#platform/storage/upload.ts';
import type { Blocked } from './policy.ts';

export const refusals = messages({
  indicatorGone: {
    id: 'Indikator ini tidak ada dalam rencana yang berlaku. Pilih indikator lain.',
    en: 'This indicator is not in the plan in force. Choose another indicator.',
  },
  lineGone: {
    id: 'Pilih hasil kerja, indikator, atau nilai yang diberi umpan balik.',
    en: 'Choose the result, indicator or value that the feedback is about.',
  },
  future: {
    id: 'Tanggal ini belum terjadi. Isi tanggal hari ini atau sebelumnya.',
    en: 'This date has not come yet. Give today or an earlier date.',
  },
  outside: {
    id: 'Tanggal di luar masa penilaian. Isi tanggal antara {from} dan {to}.',
    en: 'The date is outside the appraisal. Give a date between {from} and {to}.',
  },
  beforeCheckpoint: {
    id: 'Dialog untuk titik ini paling awal {date}.',
    en: 'The check-in for this checkpoint can be held from {date}.',
  },
  noNumber: {
    id: 'Target indikator ini berupa kata-kata ({target}). Tuliskan realisasinya pada uraian.',
    en: 'The target of this indicator is in words ({target}). Describe what was achieved.',
  },
  saySomething: { id: 'Tuliskan uraian realisasinya.', en: 'Describe what was achieved.' },
  valueOrWords: {
    id: 'Isi angka realisasi, uraian, atau keduanya.',
    en: 'Give the value, a description, or both.',
  },
  alreadyWithdrawn: {
    id: 'Catatan ini sudah ditarik, mungkin dari halaman lain. Muat ulang halaman.',
    en: 'This entry was already withdrawn, perhaps from another page. Reload the page.',
  },
  nothingAttached: {
    id: 'Pilih berkas atau tuliskan tautan.',
    en: 'Choose a file or give a link.',
  },
  link: {
    id: 'Tautan harus lengkap dan diawali https:// atau http://, misalnya https://drive.google.com/…',
    en: 'The link must be complete and begin with https:// or http://, for example https://drive.google.com/…',
  },
  notAColleague: {
    id: 'Pilih rekan, bawahan, atau atasan dari daftar.',
    en: 'Choose a colleague, subordinate or superior from the list.',
  },
  tooLateToWithdraw: {
    id: 'Umpan balik dapat ditarik dalam {hours} jam setelah diberikan. Batas itu sudah lewat.',
    en: 'Feedback can be withdrawn within {hours} hours after it was given. That time has passed.',
  },
  reasonMissing: { id: 'Tuliskan alasannya.', en: 'Please give the reason.' },
  replyMissing: {
    id: 'Tuliskan bagian mana yang tidak sesuai.',
    en: 'Please say what is not right.',
  },
  tooManyFiles: {
    id: 'Paling banyak {count} berkas sekaligus. Berkas lain dapat ditambahkan sesudahnya.',
    en: 'At most {count} files at once. More can be added afterwards.',
  },
  tooMuch: {
    id: 'Kiriman terlalu besar. Satu berkas paling besar 10 MB; kirim berkas satu per satu.',
    en: 'Too much was sent. One file may have up to 10 MB; send the files one by one.',
  },
});

const blocked = messages({
  'period-not-open': {
    id: 'Periode penilaian ini tidak sedang dibuka, sehingga tidak ada yang dapat dicatat.',
    en: 'This appraisal period is not open, so nothing can be recorded.',
  },
  excluded: {
    id: 'Pegawai ini tidak ikut dalam periode penilaian ini.',
    en: 'This person does not take part in this period.',
  },
  'plan-not-agreed': {
    id: 'Realisasi dapat dicatat setelah rencana (SKP) disepakati dengan pejabat penilai.',
    en: 'Progress can be recorded once the plan (SKP) has been agreed with the appraiser.',
  },
});

export function blockedWords(why: NonNullable<Blocked>): string {
  return blocked[why]();
}

const uploads = messages({
  empty: {
    id: '{name} kosong. Pilih berkas lain.',
    en: '{name} is empty. Choose another file.',
  },
  'too-large': {
    id: '{name} lebih besar dari 10 MB. Perkecil berkasnya, atau simpan di tempat lain dan beri tautannya.',
    en: '{name} is larger than 10 MB. Make it smaller, or keep it elsewhere and give the link.',
  },
  kind: {
    id: '{name} tidak dapat diterima. Gunakan PDF, gambar, dokumen Office atau OpenDocument tanpa makro, TXT, atau CSV.',
    en: '{name} cannot be taken. Use PDF, pictures, Office or OpenDocument files without macros, TXT or CSV.',
  },
  'not-what-it-says': {
    id: 'Isi {name} tidak sesuai dengan jenis berkasnya. Simpan ulang dari aplikasi asalnya, lalu unggah kembali.',
    en: 'The content of {name} is not what its name says. Save it again in its application, then upload it.',
  },
});

export function uploadWords(problem: UploadProblem, name: string): string {
  return uploads[problem]({ name });
}
