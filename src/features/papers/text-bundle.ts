/** Words of printing for many people, and of the head of an agency's papers. */
import { messages } from '#platform/locale/messages.ts';

export const bundleText = messages({
  title: { id: 'Cetak dokumen', en: 'Print papers' },
  intro: {
    id: 'Dokumen satu unit atau satu tim dalam satu berkas PDF. Penyusunan berjalan di belakang; halaman ini boleh ditinggalkan.',
    en: 'The papers of a unit or a team in one PDF file. It is made in the background; you may leave this page.',
  },
  period: { id: 'Periode', en: 'Period' },
  noPeriod: { id: 'Belum ada periode yang dibuka', en: 'No period has been opened yet' },
  noPeriodBody: {
    id: 'Dokumen dapat dicetak setelah periode penilaian dibuka.',
    en: 'Papers can be printed once a period has been opened.',
  },
  whose: { id: 'Unit atau tim', en: 'Unit or team' },
  myTeam: { id: 'Tim saya (yang saya nilai)', en: 'My team (whom I appraise)' },
  withBelow: { id: 'Termasuk semua unit di bawahnya', en: 'With all units below it' },
  withBelowHint: { id: 'Tidak berlaku untuk tim.', en: 'Has no meaning for a team.' },
  which: { id: 'Dokumen', en: 'Papers' },
  onlyFinal: {
    id: 'Hanya SKP yang disepakati dan hasil yang disahkan yang dicetak.',
    en: 'Only agreed plans and ratified results are printed.',
  },
  choosePapers: { id: 'Pilih sekurangnya satu dokumen.', en: 'Choose at least one paper.' },
  chooseUnit: { id: 'Pilih unit atau tim.', en: 'Choose a unit or a team.' },
  choosePeriod: { id: 'Pilih periode.', en: 'Choose a period.' },
  start: { id: 'Susun berkas', en: 'Make the file' },
  started: { id: 'Berkas sedang disusun.', en: 'The file is being made.' },
  nobody: {
    id: 'Tidak ada pegawai yang dinilai di sana pada periode ini.',
    en: 'Nobody is appraised there in this period.',
  },
  tooMany: {
    id: 'Ada {count} pegawai; satu berkas memuat paling banyak {most}. Pilih unit yang lebih kecil.',
    en: 'There are {count} people; one file holds at most {most}. Choose a smaller unit.',
  },
  recent: { id: 'Berkas terakhir', en: 'Latest files' },
  none: { id: 'Belum ada berkas', en: 'No files yet' },
  noneBody: {
    id: 'Berkas yang Anda susun tercantum di sini.',
    en: 'The files you make are listed here.',
  },
  state: { id: 'Keadaan', en: 'State' },
  requestedBy: { id: 'Diminta oleh', en: 'Asked for by' },
  requestedAt: { id: 'Diminta', en: 'Asked for' },
  teamOf: { id: 'Tim {name}', en: 'Team of {name}' },
  waiting: { id: 'Menunggu giliran', en: 'Waiting' },
  running: { id: 'Sedang disusun', en: 'Being made' },
  done: { id: 'Selesai', en: 'Done' },
  failed: { id: 'Gagal', en: 'Failed' },
  cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  progress: { id: 'Pegawai yang sudah disusun', en: 'People done' },
  leave: {
    id: 'Anda boleh meninggalkan halaman ini. Pemberitahuan dikirim setelah selesai.',
    en: 'You may leave this page. You are told when it has finished.',
  },
  silent: {
    id: 'Penyusunan tampaknya terhenti, mungkin karena server dinyalakan ulang. Anda dapat melanjutkannya.',
    en: 'The work seems to have stopped, perhaps because the server was restarted. You can go on with it.',
  },
  cancel: { id: 'Batalkan', en: 'Cancel' },
  cancelledDone: { id: 'Penyusunan dibatalkan.', en: 'The work was cancelled.' },
  cancelledBody: {
    id: 'Penyusunan dibatalkan. Tidak ada berkas yang disimpan.',
    en: 'The work was cancelled. No file was kept.',
  },
  resume: { id: 'Susun lagi', en: 'Make it again' },
  overAlready: { id: 'Penyusunan berkas ini sudah selesai.', en: 'This file has been finished already.' },
  download: { id: 'Unduh PDF', en: 'Download the PDF' },
  made: {
    id: '{papers} dokumen dari {people} pegawai.',
    en: '{papers} papers of {people} people.',
  },
  nothingProblem: {
    id: 'Tidak ada dokumen yang dapat dicetak: belum ada SKP yang disepakati atau hasil yang disahkan.',
    en: 'There is nothing to print: no plan has been agreed and no result ratified yet.',
  },
  unprintableProblem: {
    id: 'Dokumen {name} tidak dapat disusun. Dokumen lain tidak hilang; sampaikan hal ini kepada pengelola Tera.',
    en: 'The papers of {name} could not be set. Nothing else was lost; please tell those who run Tera.',
  },
  unexpectedProblem: {
    id: 'Terjadi gangguan saat menyusun berkas. Coba lagi; bila terulang, sampaikan kepada pengelola Tera.',
    en: 'Something went wrong while the file was made. Try again; if it happens again, tell those who run Tera.',
  },
  lacking: { id: 'Belum dapat dicetak', en: 'Could not be printed yet' },
  lackingIntro: {
    id: 'Dokumen berikut belum ada karena SKP belum disepakati atau hasil belum disahkan.',
    en: 'These papers are not there yet, because the plan is not agreed or the result not ratified.',
  },
  name: { id: 'Nama', en: 'Name' },
  back: { id: 'Cetak dokumen', en: 'Print papers' },
  headTitle: { id: 'Kepala dokumen', en: 'Head of the papers' },
  headIntro: {
    id: 'Lambang instansi di bagian atas setiap dokumen, dan tempat penandatanganan.',
    en: 'The emblem of the agency at the top of each paper, and where papers are signed.',
  },
  headLink: { id: 'Lambang dan tempat', en: 'Emblem and place' },
  place: { id: 'Tempat penandatanganan', en: 'Place of signing' },
  placeHint: { id: 'Misalnya nama ibu kota atau kota.', en: 'For example the name of the city.' },
  emblem: { id: 'Lambang', en: 'Emblem' },
  emblemHint: {
    id: 'PNG atau SVG, paling besar 500 KB. Bila kosong, lambang yang ada tetap dipakai.',
    en: 'PNG or SVG, at most 500 KB. Left empty, the present emblem stays.',
  },
  emblemNow: { id: 'Lambang yang dipakai sekarang', en: 'The emblem in use' },
  noEmblem: { id: 'Belum ada lambang.', en: 'There is no emblem yet.' },
  removeEmblem: { id: 'Hapus lambang', en: 'Remove the emblem' },
  save: { id: 'Simpan', en: 'Save' },
  saved: { id: 'Kepala dokumen disimpan.', en: 'The head of the papers was saved.' },
  emblemEmpty: { id: 'Berkas ini kosong.', en: 'This file is empty.' },
  emblemTooLarge: {
    id: 'Gambar terlalu besar. Perkecil sampai paling besar 500 KB.',
    en: 'The picture is too large. Make it at most 500 KB.',
  },
  emblemKind: {
    id: 'Bukan PNG atau SVG. Simpan gambar dalam salah satu bentuk itu.',
    en: 'Not a PNG or SVG. Save the picture as one of these.',
  },
  emblemTooManyPixels: {
    id: 'Ukuran gambar lebih dari 4000 titik. Perkecil gambar.',
    en: 'The picture is more than 4000 pixels wide or high. Make it smaller.',
  },
  emblemNotPlain: {
    id: 'SVG ini memuat skrip, gambar tertanam, atau tautan keluar. Simpan sebagai SVG sederhana atau PNG.',
    en: 'This SVG holds scripts, embedded pictures or links. Save it as a plain SVG or as PNG.',
  },
  emblemUnreadable: {
    id: 'Gambar ini rusak atau tidak dapat dibaca. Simpan ulang lalu coba lagi.',
    en: 'This picture is broken or cannot be read. Save it again and retry.',
  },
});
