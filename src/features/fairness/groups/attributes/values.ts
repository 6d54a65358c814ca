/** Values that an attribute may have, as they are written in files and shown. Pure. */
import type { Bilingual } from '#domain/bilingual.ts';
import type { HeldAttribute } from '../types.ts';

export const HELD_LABELS: Readonly<Record<HeldAttribute, Bilingual>> = {
  place: { id: 'Daerah asal', en: 'Place of origin' },
  religion: { id: 'Agama atau kepercayaan', en: 'Religion or belief' },
  disability: { id: 'Disabilitas', en: 'Disability' },
};

interface Choice {
  readonly code: string;
  readonly label: Bilingual;
  /** Further spellings, in small letters. */
  readonly also: readonly string[];
}

const RELIGIONS: readonly Choice[] = [
  { code: 'islam', label: { id: 'Islam', en: 'Islam' }, also: ['muslim'] },
  { code: 'kristen', label: { id: 'Kristen', en: 'Protestant' }, also: ['kristen protestan', 'protestan'] },
  { code: 'katolik', label: { id: 'Katolik', en: 'Catholic' }, also: ['kristen katolik', 'katholik'] },
  { code: 'hindu', label: { id: 'Hindu', en: 'Hindu' }, also: [] },
  { code: 'buddha', label: { id: 'Buddha', en: 'Buddhist' }, also: ['budha'] },
  { code: 'konghucu', label: { id: 'Konghucu', en: 'Confucian' }, also: ['khonghucu'] },
  {
    code: 'kepercayaan',
    label: { id: 'Kepercayaan kepada Tuhan YME', en: 'Belief in the One God' },
    also: ['kepercayaan', 'penghayat', 'penghayat kepercayaan'],
  },
];

const DISABILITY: readonly Choice[] = [
  {
    code: 'yes',
    label: { id: 'Penyandang disabilitas', en: 'With a disability' },
    also: ['ya', 'y', 'yes', 'disabilitas'],
  },
  {
    code: 'no',
    label: { id: 'Bukan penyandang disabilitas', en: 'Without a disability' },
    also: ['tidak', 't', 'no', 'non disabilitas'],
  },
];

const CHOICES: Readonly<Partial<Record<HeldAttribute, readonly Choice[]>>> = {
  religion: RELIGIONS,
  disability: DISABILITY,
};

export const PLACE_AT_MOST = 60;

/** Labels to choose from; null where any words will do. */
export function choicesOf(kind: HeldAttribute): readonly Bilingual[] | null {
  return CHOICES[kind]?.map(({ label }) => label) ?? null;
}

/** The value as it is kept; undefined where it is none of this attribute. */
export function readValue(kind: HeldAttribute, typed: string): string | undefined {
  const words = typed.trim().replace(/\s+/g, ' ');
  if (kind === 'place')
    return /\p{L}{2}/u.test(words) && words.length <= PLACE_AT_MOST ? titled(words) : undefined;
  const small = words.toLowerCase();
  return CHOICES[kind]?.find(({ code, label, also }) =>
    [code, label.id.toLowerCase(), label.en.toLowerCase(), ...also].includes(small),
  )?.code;
}

/** `KOTA bandung` and `Kota Bandung` are one place. */
function titled(words: string): string {
  return words.toLowerCase().replace(/(^|[\s-])\p{L}/gu, (letter) => letter.toUpperCase());
}

export function valueLabel(kind: HeldAttribute, value: string): Bilingual {
  return CHOICES[kind]?.find(({ code }) => code === value)?.label ?? { id: value, en: value };
}
