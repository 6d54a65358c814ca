/** Fields and values of a difference as a reader knows them. */
import { formatDate } from '#platform/locale/format.ts';
import { messages } from '#platform/locale/messages.ts';
import { educationLabel, kindLabel, levelLabel, positionKindLabel, sexLabel } from '../../labels.ts';
import type { FieldChange } from '../difference.ts';
import { text } from './text.ts';

const fields = messages({
  kind: { id: 'Jenis', en: 'Kind' },
  name: { id: 'Nama', en: 'Name' },
  titleBefore: { id: 'Gelar depan', en: 'Title before' },
  titleAfter: { id: 'Gelar belakang', en: 'Title after' },
  sex: { id: 'Jenis kelamin', en: 'Sex' },
  birthDate: { id: 'Tanggal lahir', en: 'Date of birth' },
  email: { id: 'Surel', en: 'E-mail' },
  phone: { id: 'Telepon', en: 'Telephone' },
  rank: { id: 'Golongan', en: 'Rank' },
  rankFrom: { id: 'TMT golongan', en: 'Rank since' },
  education: { id: 'Pendidikan', en: 'Education' },
  unitCode: { id: 'Unit kerja', en: 'Unit' },
  code: { id: 'Kode unit', en: 'Code of the unit' },
  parentCode: { id: 'Unit induk', en: 'Unit above' },
  headTitle: { id: 'Jabatan pimpinan', en: 'Post of the head' },
  positionName: { id: 'Jabatan', en: 'Position' },
  positionKind: { id: 'Jenis jabatan', en: 'Kind of post' },
  positionLevel: { id: 'Jenjang', en: 'Level' },
  echelon: { id: 'Eselon', en: 'Echelon' },
  isHead: { id: 'Memimpin unit', en: 'Heads the unit' },
  from: { id: 'TMT jabatan', en: 'In the post since' },
  endedOn: { id: 'Tidak aktif sejak', en: 'Ended on' },
});
const answers = messages({ yes: { id: 'ya', en: 'yes' }, no: { id: 'tidak', en: 'no' } });

export function fieldLabel(field: string): string {
  const known: Readonly<Record<string, () => string>> = fields;
  return known[field]?.() ?? field;
}

const SAID: Readonly<Record<string, (value: string) => string>> = {
  kind: kindLabel,
  sex: sexLabel,
  education: educationLabel,
  positionKind: positionKindLabel,
  positionLevel: levelLabel,
  birthDate: (value) => formatDate(value, 'short'),
  rankFrom: (value) => formatDate(value, 'short'),
  from: (value) => formatDate(value, 'short'),
  endedOn: (value) => formatDate(value, 'short'),
};

export function shownValue(field: string, value: FieldChange['old']): string {
  if (value === null || value === '') return text.nothing();
  if (typeof value === 'boolean') return value ? answers.yes() : answers.no();
  return SAID[field]?.(value) ?? value;
}
