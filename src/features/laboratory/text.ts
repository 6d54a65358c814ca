/** Words of the laboratory that several pages use. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  title: { id: 'Laboratorium keadilan', en: 'Fairness laboratory' },
  intro: {
    id: 'Uji sebuah skema pada pegawai rekaan sebelum ditetapkan: seberapa sering orang mendapat kategori yang bukan semestinya bila penilainya ketat, murah nilai, atau tidak ajek, dan apa yang memperbaikinya.',
    en: 'Test a scheme on invented people before it is adopted: how often somebody gets a category that is not theirs when raters are severe, lenient or inconsistent, and what would mend it.',
  },
  schemes: { id: 'Skema', en: 'Schemes' },
  newRun: { id: 'Simulasi baru', en: 'New simulation' },
  none: { id: 'Belum ada simulasi', en: 'No simulations yet' },
  noneHint: {
    id: 'Jalankan simulasi pertama untuk sebuah rancangan. Hasilnya disimpan, dapat dibagikan, dan dapat diulang dengan benih yang sama.',
    en: 'Run the first simulation of a draft. It is kept, can be shared, and can be repeated with the same seed.',
  },
  noneReader: {
    id: 'Petugas kepegawaian menjalankan simulasi. Bila sebuah rancangan sedang dibahas, Anda pun dapat mencobanya.',
    en: 'Personnel officers run simulations. While a draft is under discussion you may try it too.',
  },
  nothingFound: { id: 'Tidak ada simulasi yang cocok', en: 'No simulation fits' },
  nothingFoundHint: { id: 'Coba kata lain.', en: 'Try other words.' },
  search: { id: 'Cari simulasi atau skema', en: 'Find a simulation or scheme' },
  searchAct: { id: 'Cari', en: 'Search' },
  name: { id: 'Nama simulasi', en: 'Name of the simulation' },
  scheme: { id: 'Skema', en: 'Scheme' },
  size: { id: 'Ukuran', en: 'Size' },
  sizeOf: { id: '{people} pegawai × {periods} periode', en: '{people} people × {periods} periods' },
  state: { id: 'Keadaan', en: 'State' },
  when: { id: 'Dijalankan', en: 'Run' },
  by: { id: '{date} oleh {who}', en: '{date} by {who}' },
  state_waiting: { id: 'Menunggu giliran', en: 'Waiting' },
  state_running: { id: 'Sedang dihitung', en: 'Computing' },
  state_done: { id: 'Selesai', en: 'Done' },
  state_cancelled: { id: 'Dibatalkan', en: 'Cancelled' },
  state_failed: { id: 'Tidak dapat dijalankan', en: 'Could not be run' },
  draftOption: { id: 'Rancangan: {title} (versi {version})', en: 'Draft: {title} (version {version})' },
  versionOption: { id: '{title} (versi {version})', en: '{title} (version {version})' },
  draftRevision: { id: '{title}, rancangan revisi {revision}', en: '{title}, draft revision {revision}' },
  besideName: { id: '{name} · {scheme}', en: '{name} · {scheme}' },
  runTitle: { id: 'simulasi “{name}”', en: 'simulation “{name}”' },
  started: { id: 'Simulasi dijalankan.', en: 'The simulation is running.' },
  startedTwo: { id: 'Kedua simulasi dijalankan.', en: 'Both simulations are running.' },
  cancelled: { id: 'Simulasi dibatalkan.', en: 'The simulation was cancelled.' },
  cancel: { id: 'Batalkan simulasi', en: 'Cancel the simulation' },
  refresh: { id: 'Muat ulang', en: 'Reload' },
  people: { id: 'pegawai rekaan', en: 'invented people' },
  leaveOrStay: {
    id: 'Anda dapat meninggalkan halaman ini; hitungan tetap berjalan.',
    en: 'You may leave this page; the computation goes on.',
  },
  expected: { id: 'Perkiraan waktu: {time}.', en: 'Expected time: {time}.' },
  left: { id: 'Perkiraan sisa waktu: {time}.', en: 'Expected time left: {time}.' },
  seconds: { id: 'sekitar {count} detik', en: 'about {count} seconds' },
  minutes: { id: 'sekitar {count} menit', en: 'about {count} minutes' },
  cancelledHint: {
    id: 'Simulasi ini dihentikan sebelum selesai, sehingga tidak ada hasilnya. Pengaturannya masih tersimpan.',
    en: 'This simulation was stopped before its end, so it has no result. Its settings are kept.',
  },
  failedHint: {
    id: 'Skema pada simulasi ini tidak dapat dibaca atau tidak dapat diberi masukan rekaan. Perbaiki rancangannya, lalu jalankan simulasi baru.',
    en: 'The scheme of this simulation cannot be read or cannot be given invented evidence. Mend the draft and run a new one.',
  },
  // Refusals
  nameMissing: { id: 'Beri nama simulasi ini.', en: 'Give this simulation a name.' },
  nameTooLong: { id: 'Nama paling panjang 120 karakter.', en: 'The name may have at most 120 characters.' },
  schemeMissing: { id: 'Pilih rancangan atau versi skema.', en: 'Choose a draft or a version of a scheme.' },
  structureMissing: { id: 'Pilih susunan pegawai.', en: 'Choose a structure.' },
  noOwnStructure: {
    id: 'Belum ada periode dengan sekurang-kurangnya 20 pegawai dan penilainya. Pilih susunan rekaan.',
    en: 'There is no period with at least 20 people and their appraisers yet. Choose an invented structure.',
  },
  wholeBetween: {
    id: 'Tulis bilangan bulat dari {from} sampai {to}.',
    en: 'Write a whole number from {from} to {to}.',
  },
  draftHasProblems: {
    id: 'Rancangan ini masih memiliki {count} masalah. Perbaiki dahulu di editor, lalu coba lagi.',
    en: 'This draft still has {count} problems. Mend them in the editor first.',
  },
  notOpenForRunning: {
    id: 'Rancangan ini tidak sedang dibahas, sehingga hanya petugas yang dapat menjalankannya.',
    en: 'This draft is not under discussion, so only officers can run it.',
  },
  notSimulable: {
    id: 'Skema ini tidak memberi kategori bagi seorang pun dalam susunan itu, misalnya karena suara yang wajib tidak ada penilainya. Pilih susunan atau skema lain.',
    en: 'This scheme gives nobody in that structure a category, for example because a required voice has no rater. Choose another structure or scheme.',
  },
  tooLarge: {
    id: 'Simulasi ini berisi {size} penilaian rekaan. Selain petugas, paling banyak {most}: kurangi pegawai atau periode.',
    en: 'This simulation has {size} invented appraisals. Others than officers may run at most {most}: take fewer people or periods.',
  },
  tooMany: {
    id: 'Anda masih memiliki {count} simulasi yang belum selesai. Tunggu sampai selesai atau batalkan, lalu coba lagi.',
    en: 'You still have {count} unfinished simulations. Wait for them or cancel one, then try again.',
  },
});
