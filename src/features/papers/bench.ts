/** How fast this process sets the one-page Dokumen Evaluasi, each time for somebody else. */
import { renderEvaluationDocument } from './render.ts';
import { sampleDocument } from './samples.ts';

export type DocumentSpeed = {
  readonly documents: number;
  readonly seconds: number;
  readonly documentsPerSecond: number;
  readonly bytesPerDocument: number;
  /** Growth of the process's memory between the end of the warm-up and the end of the run. */
  readonly grownMegabytes: number;
};

function documentOf(number: number) {
  const sample = sampleDocument();
  const serial = String(number).padStart(6, '0');
  return {
    ...sample,
    code: `EKP-2026-${serial}`,
    appraisee: { ...sample.appraisee, name: `Pegawai Contoh ${serial}`, nip: `199205082023${serial}` },
    notes: [`Catatan untuk pegawai ke-${serial}`, ...sample.notes],
  };
}

const megabytes = () => process.memoryUsage.rss() / 1e6;

const turn = () => new Promise((resolve) => setImmediate(resolve));

/** Sets that many different documents after a short warm-up, with a turn of the event loop after every ten. */
export async function measureDocumentsPerSecond(documents = 500): Promise<DocumentSpeed> {
  const warmUp = Math.max(5, Math.ceil(documents / 10));
  for (let number = 0; number < warmUp; number += 1) renderEvaluationDocument(documentOf(number));
  const before = megabytes();
  const startedAt = performance.now();
  let bytes = 0;
  for (let number = 0; number < documents; number += 1) {
    bytes += renderEvaluationDocument(documentOf(warmUp + number)).length;
    if (number % 10 === 9) await turn();
  }
  const seconds = (performance.now() - startedAt) / 1000;
  return {
    documents,
    seconds,
    documentsPerSecond: documents / seconds,
    bytesPerDocument: Math.round(bytes / documents),
    grownMegabytes: Math.round(megabytes() - before),
  };
}
