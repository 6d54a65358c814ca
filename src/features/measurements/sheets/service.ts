/** Cases of a service, one row a case. */
import type { Bilingual } from '#domain/bilingual.ts';
import { type CellProblem, choiceIn, missing, type SheetForm, type SheetRow } from './sheet.ts';
import { minuteOf } from './when.ts';

type Report = (problem: CellProblem) => void;

function timeIn(row: SheetRow, key: 'start' | 'end', report: Report): string | null | undefined {
  const written = row.text(key);
  if (written === '' && key === 'end') return null;
  const time = minuteOf(written);
  if (time) return time;
  report(
    written === ''
      ? missing(row, key)
      : {
          row: row.number,
          key,
          reason: { id: 'bukan tanggal dan jam yang ada', en: 'is not a date and time that exist' },
          remedy: { id: 'tulis seperti 02-03-2026 09:15', en: 'write it like 02-03-2026 09:15' },
        },
  );
  return undefined;
}

type Services = readonly { readonly code: string; readonly label: Bilingual }[];
interface FileCase {
  readonly id: string;
  readonly service: string;
  readonly start: string;
  readonly end: string | null;
}

export function serviceSheet(services: Services): SheetForm {
  return {
    columns: [
      {
        key: 'id',
        heading: { id: 'Nomor berkas', en: 'Case number' },
        required: true,
        help: { id: 'Nomor yang dipakai kantor', en: 'The number the office uses' },
      },
      {
        key: 'service',
        heading: { id: 'Layanan', en: 'Service' },
        required: true,
        help: { id: 'Layanan menurut skema', en: 'A service of the scheme' },
        choices: services.map((service) => service.label.id),
      },
      {
        key: 'start',
        heading: { id: 'Diterima', en: 'Received' },
        required: true,
        help: { id: 'Tanggal dan jam berkas lengkap diterima', en: 'Date and time the case was complete' },
      },
      {
        key: 'end',
        heading: { id: 'Selesai', en: 'Finished' },
        required: false,
        help: {
          id: 'Tanggal dan jam selesai; kosong bila belum',
          en: 'Date and time finished; empty when not',
        },
      },
    ],
    examples: services.slice(0, 2).map((service, index) => ({
      id: `${index + 1}/III/2026`,
      service: service.label.id,
      start: '02-03-2026 09:15',
      end: index === 0 ? '03-03-2026 10:00' : '',
    })),
    keep: (rows) => ({ kind: 'cases', cases: casesIn(rows, services, () => undefined) }),
    read: (rows, report) => ({ cases: casesIn(rows, services, report) }),
  };
}

function casesIn(rows: readonly SheetRow[], services: Services, report: Report): readonly FileCase[] {
  return rows.flatMap((row) => {
    const id = row.text('id');
    if (id === '') report(missing(row, 'id'));
    const service = choiceIn(row, 'service', services, report);
    const start = timeIn(row, 'start', report);
    const end = timeIn(row, 'end', report);
    if (!service || !start || end === undefined) return [];
    if (end !== null && end < start)
      report({
        row: row.number,
        key: 'end',
        reason: { id: 'lebih awal daripada diterima', en: 'is before it was received' },
        remedy: { id: 'periksa kedua tanggal dan jam', en: 'check both dates and times' },
      });
    return [{ id, service, start, end }];
  });
}
