/** What happened around other voices. Who answered stands nowhere in the record. */
import { say } from '#domain/bilingual.ts';
import type { Sentences } from './words.ts';

const HOLDERS = {
  auditor: { id: 'Inspektorat', en: 'the inspectorate' },
  officer: { id: 'petugas kepegawaian', en: 'the personnel officer' },
} as const;

export const voices = {
  'seal-key-made': ({ holder, replaces }) =>
    say(
      replaces === null
        ? { id: 'Kunci segel {holder} dibuat.', en: 'Seal key of {holder} made.' }
        : { id: 'Kunci segel {holder} diganti.', en: 'Seal key of {holder} replaced.' },
      { holder: HOLDERS[holder] },
    ),
  'voices-released': ({ pools, tooFew, forms, digest }) =>
    say(
      {
        id: 'Suara lain dirilis bersama: {forms} formulir dalam {pools} kelompok; {tooFew} kelompok terlalu sedikit dan dihapus. Sidik: {digest}.',
        en: 'Other voices released together: {forms} forms in {pools} groups; {tooFew} groups were too few and were removed. Digest: {digest}.',
      },
      { forms, pools, tooFew, digest },
    ),
} satisfies Partial<Sentences>;
