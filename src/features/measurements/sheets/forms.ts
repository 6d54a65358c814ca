/** Filled-in forms, one row a form: answers to a survey, items rated by a voice, competency levels by a voice. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type Voice, voiceLabel } from '#domain/schemes/index.ts';
import {
  type CellProblem,
  choiceIn,
  oneOf,
  type SheetColumn,
  type SheetForm,
  type SheetRow,
} from './sheet.ts';

type Options = readonly { readonly code: string; readonly label: Bilingual }[];
type Report = (problem: CellProblem) => void;

const labels = (options: Options) => options.map((option) => option.label.id);

function questions(items: Options, choices: readonly string[]): readonly SheetColumn[] {
  return items.map(({ code, label }) => ({
    key: code,
    heading: label,
    required: false,
    help: { id: 'Kosong bila tidak dijawab', en: 'Empty where not answered' },
    choices,
  }));
}

/** Answers of a row by item; empty cells are left out. */
function answersIn(row: SheetRow, items: Options, levels: Options, report: Report): Record<string, string> {
  const answers: Record<string, string> = {};
  for (const { code } of items) {
    if (row.text(code) === '') continue;
    const level = choiceIn(row, code, levels, report);
    if (level) answers[code] = level;
  }
  if (Object.keys(answers).length === 0)
    report({
      row: row.number,
      key: items[0]?.code ?? '',
      reason: { id: 'tidak ada satu jawaban pun', en: 'has no answer at all' },
      remedy: { id: 'isi jawaban, atau hapus baris ini', en: 'fill in answers, or remove this row' },
    });
  return answers;
}

export function surveySheet(items: Options, levels: Options): SheetForm {
  return {
    columns: questions(items, labels(levels)),
    examples: [Object.fromEntries(items.map((item) => [item.code, labels(levels)[1] ?? '']))],
    read: (rows, report) => ({ answers: rows.map((row) => answersIn(row, items, levels, report)) }),
  };
}

function voiceColumn(voices: Options): SheetColumn {
  return {
    key: 'voice',
    heading: { id: 'Suara', en: 'Voice' },
    required: true,
    help: {
      id: 'Siapa yang mengisi; nama pengisi tidak ditulis',
      en: 'Who filled it in; names are not written',
    },
    choices: labels(voices),
  };
}

/** Voices that a file may bring; the appraiser rates in the page. */
export function voicesOfFile(voices: Readonly<Record<string, unknown>>): Options {
  return (Object.keys(voices) as Voice[])
    .filter((voice) => voice !== 'appraiser')
    .map((voice) => ({ code: voice, label: voiceLabel(voice) }));
}

function byVoice<Form>(
  rows: readonly SheetRow[],
  voices: Options,
  report: Report,
  formOf: (row: SheetRow) => Form,
): Record<string, Form[]> {
  const forms: Record<string, Form[]> = {};
  for (const row of rows) {
    const voice = choiceIn(row, 'voice', voices, report);
    const form = formOf(row);
    if (voice) forms[voice] = [...(forms[voice] ?? []), form];
  }
  return forms;
}

export function ratedItemsSheet(items: Options, levels: Options, voices: Options): SheetForm {
  return {
    columns: [voiceColumn(voices), ...questions(items, labels(levels))],
    examples: [
      Object.fromEntries([
        ['voice', labels(voices)[0] ?? ''],
        ...items.map((item) => [item.code, labels(levels)[1] ?? '']),
      ]),
    ],
    read: (rows, report) => ({
      forms: byVoice(rows, voices, report, (row) => ({ items: answersIn(row, items, levels, report) })),
    }),
  };
}

const LEVELS = ['1', '2', '3', '4', '5'] as const;

export function competenciesSheet(items: Options, voices: Options): SheetForm {
  return {
    columns: [voiceColumn(voices), ...questions(items, LEVELS)],
    examples: [
      Object.fromEntries([['voice', labels(voices)[0] ?? ''], ...items.map((item) => [item.code, '3'])]),
    ],
    read: (rows, report) => ({
      forms: byVoice(rows, voices, report, (row) => ({ levels: levelsIn(row, items, report) })),
    }),
  };
}

function levelsIn(row: SheetRow, items: Options, report: Report): Record<string, number> {
  const levels: Record<string, number> = {};
  for (const { code } of items) {
    const written = row.text(code);
    if (written === '') continue;
    if (LEVELS.some((level) => level === written)) levels[code] = Number(written);
    else report(oneOf(row, code, LEVELS));
  }
  return levels;
}
