/** The diary of observations, in words: that a note was written, never what it says. */
import { plain, type Sentences } from './words.ts';

export const diary = {
  'observation.written': plain('Catatan pengamatan ditulis.', 'Observation written.'),
  'observation.changed': plain('Catatan pengamatan diubah.', 'Observation changed.'),
  'observation.removed': plain(
    'Catatan pengamatan dihapus dari daftar.',
    'Observation removed from the list.',
  ),
  'observation.shared': plain(
    'Catatan pengamatan dibagikan kepada pegawai.',
    'Observation shared with the employee.',
  ),
} satisfies Partial<Sentences>;
