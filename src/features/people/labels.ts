/** Closed words of people and posts, as they are read. */
import { messages } from '#platform/locale/messages.ts';

const kinds = messages({
  pns: { id: 'PNS', en: 'PNS' },
  pppk: { id: 'PPPK', en: 'PPPK' },
  'non-asn': { id: 'Non-ASN', en: 'Non-ASN' },
});
const positionKinds = messages({
  'jpt-madya': { id: 'JPT Madya', en: 'High leader, middle (JPT Madya)' },
  'jpt-pratama': { id: 'JPT Pratama', en: 'High leader, first (JPT Pratama)' },
  administrator: { id: 'Administrator', en: 'Administrator' },
  pengawas: { id: 'Pengawas', en: 'Supervisor (Pengawas)' },
  jf: { id: 'Jabatan fungsional', en: 'Functional' },
  pelaksana: { id: 'Pelaksana', en: 'Staff (Pelaksana)' },
  other: { id: 'Lainnya', en: 'Other' },
});
const levels = messages({
  pemula: { id: 'Pemula', en: 'Pemula' },
  terampil: { id: 'Terampil', en: 'Terampil' },
  mahir: { id: 'Mahir', en: 'Mahir' },
  penyelia: { id: 'Penyelia', en: 'Penyelia' },
  'ahli-pertama': { id: 'Ahli Pertama', en: 'Ahli Pertama' },
  'ahli-muda': { id: 'Ahli Muda', en: 'Ahli Muda' },
  'ahli-madya': { id: 'Ahli Madya', en: 'Ahli Madya' },
  'ahli-utama': { id: 'Ahli Utama', en: 'Ahli Utama' },
});
const placementKinds = messages({
  definitive: { id: 'Definitif', en: 'Definitive' },
  plt: { id: 'Plt', en: 'Acting (Plt)' },
  plh: { id: 'Plh', en: 'Acting (Plh)' },
});
const roles = messages({
  officer: { id: 'Pengelola kinerja', en: 'Personnel officer' },
  leader: { id: 'Pemimpin', en: 'Leader' },
  auditor: { id: 'Pengawas (Inspektorat)', en: 'Auditor (Inspektorat)' },
});
const sexes = messages({ male: { id: 'Laki-laki', en: 'Male' }, female: { id: 'Perempuan', en: 'Female' } });
const education = messages({
  s3: { id: 'S-3', en: 'Doctorate (S-3)' },
  s2: { id: 'S-2', en: 'Master (S-2)' },
  s1: { id: 'S-1', en: 'Bachelor (S-1)' },
  d4: { id: 'D-IV', en: 'Diploma IV' },
  d3: { id: 'D-III', en: 'Diploma III' },
  d2: { id: 'D-II', en: 'Diploma II' },
  d1: { id: 'D-I', en: 'Diploma I' },
  slta: { id: 'SLTA', en: 'Upper secondary (SLTA)' },
  'below-slta': { id: 'SLTP ke bawah', en: 'Below upper secondary' },
});

export const PERSON_KINDS = ['pns', 'pppk', 'non-asn'] as const;
export const POSITION_KINDS = [
  'jpt-madya',
  'jpt-pratama',
  'administrator',
  'pengawas',
  'jf',
  'pelaksana',
  'other',
] as const;
export const LEVELS = [
  'pemula',
  'terampil',
  'mahir',
  'penyelia',
  'ahli-pertama',
  'ahli-muda',
  'ahli-madya',
  'ahli-utama',
] as const;
export const ROLES = ['officer', 'leader', 'auditor'] as const;
export type Role = (typeof ROLES)[number];

/** The label of a code; a code of a later version is shown as it is. */
function labelled(catalogue: Readonly<Record<string, () => string>>): (code: string | null) => string {
  return (code) => (code === null ? '' : (catalogue[code]?.() ?? code));
}

export const kindLabel = labelled(kinds);
export const positionKindLabel = labelled(positionKinds);
export const levelLabel = labelled(levels);
export const placementKindLabel = labelled(placementKinds);
export const roleLabel = labelled(roles);
export const sexLabel = labelled(sexes);
export const educationLabel = labelled(education);
