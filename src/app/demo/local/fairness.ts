/** Figures of fairness: asked for like every night, so that the worker makes them once the demonstration runs. */
import { fairnessWork } from '#features/fairness/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { newId } from '#platform/identifier.ts';
import type { DemoPerson } from '../people.ts';

const FOREWORD =
  'Sebagian penilai memberi nilai lebih rendah atau lebih tinggi daripada rekannya untuk orang yang sama. Untuk sebagian unit hal itu belum dapat dibedakan dari mutu timnya, karena tidak ada penilai lain yang melihat orang-orangnya.';
const MEASURES =
  'Penilaian kedua diperluas menjadi 35 % pada tahun ini. Penilai yang polanya perlu ditinjau sudah diminta penjelasan, dan pelatihan menilai diulang sebelum periode berikutnya.';

/** Runs for every period with results, and the report of the year that has ended. */
export async function askForFigures(
  tx: Tx,
  city: { readonly officer: DemoPerson; readonly reportYear: number | null },
): Promise<void> {
  const { officer, reportYear } = city;
  await fairnessWork.ask(tx, officer.id);
  if (reportYear !== null)
    await fairnessWork.report(tx, {
      id: newId(),
      year: reportYear,
      words: { foreword: FOREWORD, measures: MEASURES },
      madeBy: officer.id,
    });
}
