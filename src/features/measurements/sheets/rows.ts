/** Innovations, teams, single scores and facts: sheets of one short row each. */
import type { Bilingual } from '#domain/bilingual.ts';
import { choiceIn, countIn, missing, type SheetForm } from './sheet.ts';

type Options = readonly { readonly code: string; readonly label: Bilingual }[];

const labels = (options: Options) => options.map((option) => option.label.id);

export function innovationSheet(stages: Options): SheetForm {
  return {
    columns: [
      {
        key: 'title',
        heading: { id: 'Judul inovasi', en: 'Innovation' },
        required: true,
        help: { id: 'Nama inovasi', en: 'What it is called' },
      },
      {
        key: 'stage',
        heading: { id: 'Tahap', en: 'Stage' },
        required: true,
        help: { id: 'Tahap terjauh yang sudah dicapai', en: 'The furthest stage reached' },
        choices: labels(stages),
      },
      {
        key: 'verifiedBy',
        heading: { id: 'Diverifikasi oleh', en: 'Verified by' },
        required: false,
        help: {
          id: 'Unit lain yang memverifikasi; kosong bila belum',
          en: 'The other unit; empty when nobody',
        },
      },
    ],
    examples: [
      { title: 'Antrean daring loket', stage: labels(stages).at(-1) ?? '', verifiedBy: 'Inspektorat Daerah' },
    ],
    read: (rows, report) => ({
      items: rows.flatMap((row) => {
        const title = row.text('title');
        // A row with a name alone says that the person has none: it is how a file records zero.
        if (title === '' && row.text('stage') === '' && row.text('verifiedBy') === '') return [];
        if (title === '') report(missing(row, 'title'));
        const stage = choiceIn(row, 'stage', stages, report);
        const verifiedBy = row.text('verifiedBy');
        return stage ? [{ title, stage, ...(verifiedBy ? { verifiedBy } : {}) }] : [];
      }),
    }),
  };
}

const ROLES: Options = [
  { code: 'lead', label: { id: 'ketua', en: 'lead' } },
  { code: 'member', label: { id: 'anggota', en: 'member' } },
];

export function teamSheet(levels: Options): SheetForm {
  return {
    columns: [
      {
        key: 'name',
        heading: { id: 'Tim', en: 'Team' },
        required: true,
        help: { id: 'Nama tim kerja', en: 'Name of the team' },
      },
      {
        key: 'role',
        heading: { id: 'Peran', en: 'Role' },
        required: true,
        help: { id: 'ketua atau anggota', en: 'lead or member' },
        choices: labels(ROLES),
      },
      {
        key: 'months',
        heading: { id: 'Bulan', en: 'Months' },
        required: true,
        help: { id: 'Lama bergabung, 1 sampai 12', en: 'Months in the team, 1 to 12' },
      },
      {
        key: 'level',
        heading: { id: 'Tingkat', en: 'Level' },
        required: true,
        help: { id: 'Diberikan ketua tim', en: 'Given by the team lead' },
        choices: labels(levels),
      },
    ],
    examples: [{ name: 'Tim SAKIP', role: 'anggota', months: '6', level: labels(levels)[1] ?? '' }],
    read: (rows, report) => ({
      teams: rows.flatMap((row) => {
        const name = row.text('name');
        if (name === '' && row.text('role') === '' && row.text('level') === '') return [];
        if (name === '') report(missing(row, 'name'));
        const role = choiceIn(row, 'role', ROLES, report);
        const months = countIn(row, 'months', { most: 12 }, report);
        const level = choiceIn(row, 'level', levels, report);
        return role && months !== undefined && level ? [{ name, role, months, level }] : [];
      }),
    }),
  };
}

/** One value a person; a second row for the same person is reported. */
function single(heading: Bilingual, help: Bilingual, example: string, read: SheetForm['read']): SheetForm {
  return {
    columns: [{ key: 'value', heading, required: true, help }],
    examples: [{ value: example }],
    read(rows, report) {
      for (const row of rows.slice(1))
        report({
          row: row.number,
          key: 'value',
          reason: {
            id: `sudah ada di baris ${rows[0]?.number}`,
            en: `stands in row ${rows[0]?.number} already`,
          },
          remedy: { id: 'tulis satu baris setiap orang', en: 'write one row for each person' },
        });
      return read(rows.slice(0, 1), report);
    },
  };
}

export const SCORE_SHEET = single(
  { id: 'Nilai', en: 'Score' },
  { id: 'Bilangan; desimal dengan koma atau titik', en: 'A number; decimals with a comma or a point' },
  '87,5',
  ([row], report) => {
    const written = row?.text('value').replace(',', '.') ?? '';
    if (row && written === '') report(missing(row, 'value'));
    return { score: written };
  },
);

const ANSWERS: Options = [
  { code: 'yes', label: { id: 'ya', en: 'yes' } },
  { code: 'no', label: { id: 'tidak', en: 'no' } },
];

export const FACT_SHEET = single(
  { id: 'Jawaban', en: 'Answer' },
  { id: 'ya atau tidak', en: 'yes or no' },
  'tidak',
  ([row], report) => ({ value: row && choiceIn(row, 'value', ANSWERS, report) === 'yes' }),
);
