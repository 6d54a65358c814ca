/** Until when an employee may object to a result: calendar days after the day it was received. */
import { z } from 'zod';
import { say } from '../bilingual.ts';
import { dateInWords, dateValue, type ExplainedInput, integerValue } from '../explanation.ts';
import { civilDate, words } from '../problem.ts';
import { OBJECTION_BASIS } from './regulations.ts';
import { defineRule } from './rule.ts';

/** PP 30/2019 Article 59: within 14 days of receipt; the text says days, so calendar days are counted. */
export const OBJECTION_DAYS = 14;

/** The last civil date on which an objection is in time: received on 2 January, 14 days → 16 January. */
export function objectionDeadline(received: string, days: number = OBJECTION_DAYS): string {
  const date = new Date(`${received}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

const input = z
  .strictObject({
    received: civilDate(),
    filed: civilDate().optional(),
    days: z.int().min(1).max(366).optional(),
  })
  .refine((given) => given.filed === undefined || given.filed >= given.received, {
    path: ['filed'],
    ...words(
      { id: 'mendahului tanggal diterima', en: 'is before the date of receipt' },
      { id: 'periksa kedua tanggal', en: 'check both dates' },
    ),
  });

export const objectionDeadlineRule = defineRule({
  name: 'objection-deadline',
  title: { id: 'Batas waktu keberatan', en: 'Objection deadline' },
  description: {
    id: 'Tanggal terakhir mengajukan keberatan atas hasil penilaian, dihitung dalam hari kalender.',
    en: 'The last date to object to an appraisal, counted in calendar days.',
  },
  basis: OBJECTION_BASIS,
  fields: [
    { kind: 'date', name: 'received', label: { id: 'Hasil diterima tanggal', en: 'Result received on' } },
    {
      kind: 'date',
      name: 'filed',
      label: { id: 'Keberatan diajukan tanggal', en: 'Objection filed on' },
      optional: true,
    },
    {
      kind: 'integer',
      name: 'days',
      label: { id: 'Jumlah hari kalender', en: 'Calendar days' },
      minimum: 1,
      maximum: 366,
      preset: OBJECTION_DAYS,
      optional: true,
    },
  ],
  input,
  answer: ({ received, filed, days = OBJECTION_DAYS }) => {
    const deadline = objectionDeadline(received, days);
    const inTime = filed === undefined ? undefined : filed <= deadline;
    const inputs: ExplainedInput[] = [
      { path: 'received', label: { id: 'Diterima', en: 'Received' }, value: dateValue(received) },
      { path: 'days', label: { id: 'Hari kalender', en: 'Calendar days' }, value: integerValue(days) },
    ];
    if (filed)
      inputs.push({ path: 'filed', label: { id: 'Diajukan', en: 'Filed' }, value: dateValue(filed) });
    const closing =
      inTime === undefined
        ? { id: '', en: '' }
        : inTime
          ? { id: ' Keberatan diajukan tepat waktu.', en: ' The objection is in time.' }
          : { id: ' Keberatan diajukan melewati batas waktu.', en: ' The objection is late.' };
    return {
      deadline,
      ...(inTime === undefined ? {} : { inTime }),
      explanation: {
        code: 'objection-deadline',
        label: { id: 'Batas waktu keberatan', en: 'Objection deadline' },
        value: dateValue(deadline),
        rule: say(
          {
            id: 'Hasil diterima {received}. Keberatan dapat diajukan sampai dengan {deadline}, yaitu {days} hari kalender setelahnya.{closing}',
            en: 'The result was received on {received}. An objection may be filed up to and including {deadline}, {days} calendar days later.{closing}',
          },
          { received: dateInWords(received), deadline: dateInWords(deadline), days, closing },
        ),
        basis: OBJECTION_BASIS,
        inputs,
        children: [],
      },
    };
  },
  examples: [
    {
      title: { id: 'Satu hari terlambat', en: 'One day late' },
      input: { received: '2026-01-02', filed: '2026-01-17' },
      output: { deadline: '2026-01-16', inTime: false },
    },
    {
      title: { id: 'Hari terakhir', en: 'The last day' },
      input: { received: '2026-01-02', filed: '2026-01-16' },
      output: { deadline: '2026-01-16', inTime: true },
    },
    {
      title: { id: 'Melewati akhir Februari tahun kabisat', en: 'Across the end of a leap February' },
      input: { received: '2028-02-20' },
      output: { deadline: '2028-03-05' },
    },
  ],
});
