/** What happened to innovations. */
import { say } from '#domain/bilingual.ts';
import { date, optional, REASON, type Sentences } from './words.ts';

const DECISIONS = {
  adopt: { id: 'dipakai di unitnya', en: 'adopted in its unit' },
  decline: { id: 'tidak dipakai', en: 'not adopted' },
  withdraw: { id: 'ditarik', en: 'withdrawn' },
  'propose-again': { id: 'diusulkan lagi', en: 'proposed again' },
  publish: { id: 'diterbitkan di galeri', en: 'published in the gallery' },
  unpublish: { id: 'ditarik dari galeri', en: 'taken out of the gallery' },
} as const;

export const innovations = {
  'innovation-proposed': ({ title }) =>
    say({ id: 'Inovasi {title} diusulkan.', en: 'Innovation {title} proposed.' }, { title }),
  'innovation-edited': ({ title }) =>
    say(
      { id: 'Usulan inovasi {title} diubah.', en: 'Proposal of the innovation {title} changed.' },
      { title },
    ),
  'innovation-decided': ({ title, act, reason }) =>
    say(
      { id: 'Inovasi {title} {decision}.{reason}', en: 'Innovation {title} {decision}.{reason}' },
      { title, decision: DECISIONS[act], reason: optional(REASON, reason) },
    ),
  'innovation-members': ({ title, added, removed }) =>
    say(
      {
        id: 'Anggota inovasi {title} diubah: {added} ditambahkan, {removed} dikeluarkan.',
        en: 'Members of the innovation {title} changed: {added} added, {removed} removed.',
      },
      { title, added: added.length, removed: removed.length },
    ),
  'innovation-step-claimed': ({ title, stage, reachedOn }) =>
    say(
      {
        id: 'Inovasi {title}: tahap {stage} dicatat tercapai pada {day}.',
        en: 'Innovation {title}: stage {stage} recorded as reached on {day}.',
      },
      { title, stage, day: date(reachedOn) },
    ),
  'innovation-verification-asked': ({ title, unit }) =>
    say(
      {
        id: 'Inovasi {title}: {unit} diminta memeriksa satu tahap.',
        en: 'Innovation {title}: {unit} was asked to check a stage.',
      },
      { title, unit },
    ),
  'innovation-step-verified': ({ title, verdict, reason }) =>
    say(
      verdict === 'confirmed'
        ? {
            id: 'Inovasi {title}: satu tahap dibenarkan. Alasan: {reason}',
            en: 'Innovation {title}: a stage was confirmed. Reason: {reason}',
          }
        : {
            id: 'Inovasi {title}: satu tahap tidak dibenarkan. Alasan: {reason}',
            en: 'Innovation {title}: a stage was not confirmed. Reason: {reason}',
          },
      { title, reason },
    ),
} satisfies Partial<Sentences>;
