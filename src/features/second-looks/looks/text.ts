import { messages } from '#platform/locale/messages.ts';

/** What stands in the way of an act on a second look. */
export const text = messages({
  dueEarlier: {
    id: 'Tenggat sudah lewat. Pilih hari ini atau sesudahnya.',
    en: 'That day has passed. Give today or a later day.',
  },
  notFitting: {
    id: 'Orang ini tidak lagi dapat diusulkan. Pilih dari daftar.',
    en: 'This person cannot be proposed any more. Please choose from the list.',
  },
  nobodyAsked: { id: 'Belum ada yang diminta menilai.', en: 'Nobody was asked yet.' },
  alreadyGiven: {
    id: 'Penilaian kedua ini sudah diberikan atau tidak lagi menunggu Anda.',
    en: 'This second look was given, or no longer waits for you.',
  },
  stale: {
    id: 'Isian ini sudah berubah di tempat lain. Muat ulang halaman untuk melihat yang terbaru.',
    en: 'This form was changed elsewhere. Reload the page to see the latest.',
  },
  nothingToNote: {
    id: 'Kategorinya tidak berbeda; tidak ada yang perlu dipertimbangkan.',
    en: 'The category does not differ; there is nothing to consider.',
  },
  alreadyNoted: {
    id: 'Pertimbangan sudah dicatat. Muat ulang halaman.',
    en: 'It was considered already. Reload the page.',
  },
});
