/** The reading of an employee number as a calculator. */
import { z } from 'zod';
import { type Bilingual, inBoth, joinBoth, say } from '../bilingual.ts';
import { codedValue, dateInWords, textValue } from '../explanation.ts';
import { type Option, optionsOf } from './codes.ts';
import { maskNip, NIP_KINDS, type Nip, type NipKind, type NipMessage, parseNip } from './nip.ts';
import { NIP_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

const KIND_OPTIONS: readonly Option<NipKind>[] = optionsOf(NIP_KINDS, (kind) =>
  kind === 'pns' ? { id: 'PNS', en: 'PNS (civil servant)' } : { id: 'PPPK', en: 'PPPK (contract employee)' },
);

const SEXES: Readonly<Record<'male' | 'female', Bilingual>> = {
  male: { id: 'laki-laki', en: 'male' },
  female: { id: 'perempuan', en: 'female' },
};

function messagesText(messages: readonly NipMessage<string>[]): Bilingual {
  return joinBoth(
    messages.map(({ what, remedy, digits }) =>
      inBoth((language) => {
        const where =
          digits[0] === digits[1]
            ? { id: `angka ke-${digits[0]}`, en: `digit ${digits[0]}` }
            : {
                id: `angka ke-${digits[0]} sampai ke-${digits[1]}`,
                en: `digits ${digits[0]} to ${digits[1]}`,
              };
        return `${what[language]} (${where[language]}): ${remedy[language]}`;
      }),
    ),
    '; ',
  );
}

function ruleText(nip: Nip): Bilingual {
  if (!nip.valid) {
    return say(
      { id: 'Nomor ini tidak sah: {problems}.', en: 'This number is not valid: {problems}.' },
      { problems: messagesText(nip.problems) },
    );
  }
  const read = say(
    {
      id: 'Lahir {birthDate}, diangkat {appointed}, {sex}, nomor urut {serial}.',
      en: 'Born {birthDate}, appointed {appointed}, {sex}, serial {serial}.',
    },
    {
      birthDate: dateInWords(nip.birthDate),
      appointed: nip.appointed,
      sex: SEXES[nip.sex],
      serial: nip.serial,
    },
  );
  if (nip.warnings.length === 0) return read;
  return say(
    { id: '{read} Perlu diperiksa: {warnings}.', en: '{read} Worth a look: {warnings}.' },
    { read, warnings: messagesText(nip.warnings) },
  );
}

export const nipRule = defineRule({
  name: 'nip',
  title: { id: 'Pemeriksaan NIP', en: 'Employee number (NIP)' },
  description: {
    id: 'Membaca tanggal lahir, pengangkatan, dan jenis kelamin dari NIP PNS atau NI PPPK.',
    en: 'Reads birth date, appointment and sex from the number of a PNS or PPPK.',
  },
  basis: NIP_BASIS,
  fields: [
    { kind: 'text', name: 'nip', label: { id: 'NIP', en: 'NIP' }, maximumLength: 40 },
    { kind: 'choice', name: 'kind', label: { id: 'Jenis pegawai', en: 'Kind' }, options: KIND_OPTIONS },
  ],
  input: z.strictObject({ nip: z.string().max(40), kind: z.enum(NIP_KINDS) }),
  answer: ({ nip: given, kind }) => {
    const nip = parseNip(given, kind);
    const explanation = {
      code: 'nip',
      label: { id: 'Nomor induk pegawai', en: 'Employee number' },
      value: codedValue(
        'boolean',
        String(nip.valid),
        nip.valid ? { id: 'Sah', en: 'Valid' } : { id: 'Tidak sah', en: 'Not valid' },
      ),
      rule: ruleText(nip),
      basis: NIP_BASIS,
      // The number is personal data and this tree may be logged or mailed: it carries the mask only.
      inputs: [{ path: 'nip', label: { id: 'NIP', en: 'NIP' }, value: textValue(maskNip(given)) }],
      children: [],
    };
    if (!nip.valid) return { valid: false, problems: nip.problems, explanation };
    const { nip: _digits, ...fields } = nip;
    return { ...fields, explanation };
  },
  examples: [
    {
      title: { id: 'PNS laki-laki, diangkat Mei 2015', en: 'Male PNS, appointed May 2015' },
      input: { nip: '198609262015051001', kind: 'pns' },
      output: {
        valid: true,
        birthDate: '1986-09-26',
        appointed: '2015-05',
        sex: 'male',
        serial: '001',
        warnings: [],
      },
    },
    {
      title: {
        id: 'PPPK: dua angka setelah tahun adalah kode kontrak',
        en: 'PPPK: contract code after the year',
      },
      input: { nip: '199205082023212001', kind: 'pppk' },
      output: {
        valid: true,
        birthDate: '1992-05-08',
        appointed: '2023',
        sex: 'female',
        serial: '001',
        warnings: [],
      },
    },
  ],
});
