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
  'unsealing-requested': ({ reason }) =>
    say(
      {
        id: 'Pembukaan segel satu catatan diminta. Alasan: {reason}',
        en: 'Opening the seal of one remark was requested. Reason: {reason}',
      },
      { reason },
    ),
  'unsealing-opened': ({ reason }) =>
    say(
      {
        id: 'Segel satu catatan dibuka dengan dua kunci; pemberinya diberi tahu. Alasan: {reason}',
        en: 'The seal of one remark was opened with two keys; its writer was told. Reason: {reason}',
      },
      { reason },
    ),
  'unsealing-refused': ({ reason }) =>
    say(
      {
        id: 'Pembukaan segel satu catatan ditolak. Alasan: {reason}',
        en: 'Opening the seal of one remark was refused. Reason: {reason}',
      },
      { reason },
    ),
  'voice-remark-reported': ({ reason }) =>
    say(
      {
        id: 'Satu catatan dari suara lain dilaporkan. Alasan: {reason}',
        en: 'A remark of other voices was reported. Reason: {reason}',
      },
      { reason },
    ),
  'voice-remark-decided': ({ decision, reason }) =>
    say(
      decision === 'hidden'
        ? {
            id: 'Catatan yang dilaporkan disembunyikan. Alasan: {reason}',
            en: 'The reported remark was hidden. Reason: {reason}',
          }
        : {
            id: 'Catatan yang dilaporkan tetap ditampilkan. Alasan: {reason}',
            en: 'The reported remark stays. Reason: {reason}',
          },
      { reason },
    ),
  'voice-letter-mended': ({ to }) =>
    say(
      {
        id: 'Alamat undangan untuk {to} diperbaiki; undangan dikirim lagi.',
        en: 'Address of the invitation to {to} mended; it is sent again.',
      },
      { to },
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
