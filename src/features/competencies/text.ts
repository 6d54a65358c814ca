import { messages } from '#platform/locale/messages.ts';

/** Words of the frame, used on every page of competencies. */
export const text = messages({
  navigation: { id: 'Halaman kompetensi', en: 'Pages of competencies' },
  dictionary: { id: 'Kamus', en: 'Dictionary' },
  standards: { id: 'Standar jabatan', en: 'Standards of posts' },
  units: { id: 'Kompetensi per unit', en: 'Competencies by unit' },
  needs: { id: 'Kebutuhan pengembangan', en: 'Development needs' },
});
