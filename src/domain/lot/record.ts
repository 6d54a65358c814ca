/** The published record of a draw, and its check: every step is computed again from what the parties revealed. */
import { z } from 'zod';
import type { Bilingual } from '../bilingual.ts';
import { commitmentOf, type Digests, draw, readList, seedOf } from './draw.ts';

const hash = z.string().regex(/^[0-9a-f]{64}$/);
const party = z.object({
  /** SHA-256 of the secret, recorded before anybody revealed anything. */
  commitment: hash,
  secret: z.string(),
  committedAt: z.string(),
  revealedAt: z.string(),
});

export const drawRecordSchema = z.object({
  format: z.literal('tera-draw'),
  version: z.literal(1),
  agency: z.string(),
  period: z.string(),
  id: z.string(),
  attempt: z.int().min(1),
  /** As `listText` writes it. */
  list: z.string(),
  listSha256: hash,
  officer: party,
  auditor: party,
  seed: hash,
  /** Ids in the order of their tickets. */
  drawn: z.array(z.string()),
});
export type DrawRecord = z.output<typeof drawRecordSchema>;

/** What does not fit, in the order of the draw; nothing where the record is as it has to be. */
export function problemsOfDraw(digests: Digests, record: DrawRecord): readonly Bilingual[] {
  const problems: Bilingual[] = [];
  const expect = (holds: boolean, problem: Bilingual) => {
    if (!holds) problems.push(problem);
  };
  const eligible = readList(record.list);
  expect(eligible !== undefined, {
    id: 'daftar tidak urut, berisi baris ganda, atau tidak dapat dibaca',
    en: 'the list is not in order, has a line twice or cannot be read',
  });
  expect(digests.sha256(record.list) === record.listSha256, {
    id: 'SHA-256 daftar tidak cocok dengan daftarnya',
    en: 'the SHA-256 of the list does not fit the list',
  });
  expect(commitmentOf(digests, record.officer.secret) === record.officer.commitment, {
    id: 'rahasia pengelola kinerja tidak cocok dengan komitmennya',
    en: 'the officer’s secret does not fit the commitment',
  });
  expect(commitmentOf(digests, record.auditor.secret) === record.auditor.commitment, {
    id: 'rahasia auditor tidak cocok dengan komitmennya',
    en: 'the auditor’s secret does not fit the commitment',
  });
  const seed = seedOf(digests, {
    officer: record.officer.secret,
    auditor: record.auditor.secret,
    listSha256: record.listSha256,
  });
  expect(seed === record.seed, {
    id: 'benih tidak sama dengan hash kedua rahasia dan daftar',
    en: 'the seed is not the hash of both secrets and the list',
  });
  const drawn = draw(digests, eligible ?? [], seed).map(({ id }) => id);
  expect(drawn.length === record.drawn.length && drawn.every((id, at) => id === record.drawn[at]), {
    id: 'yang terpilih bukan yang keluar dari undian ini',
    en: 'those drawn are not those that this draw gives',
  });
  return problems;
}
