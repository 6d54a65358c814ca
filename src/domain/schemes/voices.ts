/** Who gives a value: the closed list of voices of the scheme language. */
import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';

/** Every voice; the appraiser decides, the others are heard, `measured` comes from records. */
export const VOICES = [
  'self',
  'appraiser',
  'appraiser-superior',
  'team-lead',
  'colleague',
  'subordinate',
  'service-user',
  'outsider',
  'citizen',
  'officer',
  'measured',
] as const;
export type Voice = (typeof VOICES)[number];

const LABELS: Readonly<Record<Voice, Bilingual>> = {
  self: { id: 'Pegawai sendiri', en: 'The employee' },
  appraiser: { id: 'Pejabat penilai', en: 'The appraiser' },
  'appraiser-superior': { id: 'Atasan pejabat penilai', en: "The appraiser's superior" },
  'team-lead': { id: 'Ketua tim', en: 'The team lead' },
  colleague: { id: 'Rekan kerja', en: 'Colleagues' },
  subordinate: { id: 'Bawahan', en: 'Subordinates' },
  'service-user': { id: 'Penerima layanan', en: 'Users of the service' },
  outsider: { id: 'Pihak luar instansi', en: 'People outside the agency' },
  citizen: { id: 'Masyarakat', en: 'Citizens' },
  officer: { id: 'Petugas kepegawaian', en: 'The personnel officer' },
  measured: { id: 'Data terukur', en: 'Measured data' },
};

export function voiceLabel(voice: Voice): Bilingual {
  return LABELS[voice];
}

/** A voice in a scheme file. */
export const voice = z.enum(VOICES);
