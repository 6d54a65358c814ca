/** Words of the comparison of two schemes. */
import { messages } from '#platform/locale/messages.ts';

export const text = messages({
  compare: { id: 'Bandingkan', en: 'Compare' },
  title: { id: 'Apa yang berubah', en: 'What changed' },
  versionName: { id: '{title}, versi {version}', en: '{title}, version {version}' },
  swap: { id: 'Tukar urutan', en: 'Swap the order' },
  same: {
    id: 'Kedua versi sama. Tidak ada yang berubah.',
    en: 'Both versions say the same. Nothing changed.',
  },
  summary: {
    id: '{count} perubahan, {result} di antaranya dapat mengubah hasil penilaian.',
    en: {
      one: '{count} change; {result} of them can change the result of an appraisal.',
      other: '{count} changes; {result} of them can change the result of an appraisal.',
    },
  },
  noneChangesResult: {
    id: '{count} perubahan; tidak satu pun mengubah hasil dari masukan yang sama.',
    en: {
      one: '{count} change; the same evidence still gives the same result.',
      other: '{count} changes; the same evidence still gives the same result.',
    },
  },
  noMatch: { id: 'Tidak ada perubahan yang cocok.', en: 'No change matches.' },
  noMatchBody: {
    id: 'Hapus saringan untuk melihat semua perubahan.',
    en: 'Clear the filters to see all changes.',
  },
  onlyResults: { id: 'Hanya yang mengubah hasil', en: 'Only what changes a result' },
  all: { id: 'Semua perubahan', en: 'All changes' },
  show: { id: 'Tampilkan', en: 'Show' },
  search: { id: 'Cari dalam perubahan', en: 'Search the changes' },
  searchButton: { id: 'Terapkan', en: 'Apply' },
  where: { id: 'Di mana', en: 'Where' },
  before: { id: 'Sebelum', en: 'Before' },
  after: { id: 'Sesudah', en: 'After' },
  effect: { id: 'Pengaruh', en: 'Effect' },
  effect_result: { id: 'Mengubah hasil', en: 'Changes results' },
  effect_process: { id: 'Mengubah cara kerja', en: 'Changes the process' },
  effect_text: { id: 'Kata-kata saja', en: 'Words only' },
  kind_added: { id: 'ditambahkan', en: 'added' },
  kind_removed: { id: 'dihapus', en: 'removed' },
  kind_changed: { id: 'diubah', en: 'changed' },
  kind_moved: { id: 'diurutkan ulang', en: 'reordered' },
  notThere: { id: 'tidak ada', en: 'not there' },
});
