/** What happened around asking others and working teams. Nobody who is asked is named here. */
import { say } from '#domain/bilingual.ts';
import { dateInWords } from '#domain/explanation.ts';
import { VOICES, type Voice, voiceLabel } from '#domain/schemes/index.ts';
import type { Sentences } from './words.ts';

function labelOf(voice: string) {
  const known: Voice | undefined = VOICES.find((each) => each === voice);
  return known ? voiceLabel(known) : { id: voice, en: voice };
}

const ROLES = { lead: { id: 'ketua', en: 'lead' }, member: { id: 'anggota', en: 'member' } } as const;

export const asking = {
  'voices-prepared': ({ participants, proposed, tooFew }) =>
    say(
      {
        id: 'Suara lain disiapkan untuk {participants} pegawai: {proposed} permintaan diusulkan, {tooFew} suara terlalu sedikit orangnya.',
        en: 'Other voices prepared for {participants} people: {proposed} requests proposed, {tooFew} voices with too few people.',
      },
      { participants, proposed, tooFew },
    ),
  'voices-opened': ({ requests, raters, tooFew, closesOn }) =>
    say(
      {
        id: 'Pengumpulan suara dibuka: {requests} permintaan kepada {raters} orang, sampai {date}; {tooFew} suara tidak ditanyakan.',
        en: 'Collection of voices opened: {requests} requests to {raters} people, until {date}; {tooFew} voices are not asked.',
      },
      { requests, raters, tooFew, date: dateInWords(closesOn) },
    ),
  'voices-rescheduled': ({ opensOn, closesOn }) =>
    say(
      {
        id: 'Hari pengumpulan suara diubah: {from} sampai {until}.',
        en: 'Days of the collection of voices changed: {from} to {until}.',
      },
      { from: dateInWords(opensOn), until: dateInWords(closesOn) },
    ),
  'voices-reminded': ({ raters }) =>
    say(
      {
        id: '{raters} orang diingatkan untuk memberi suara.',
        en: '{raters} people were reminded to give their voice.',
      },
      { raters },
    ),
  'voices-replaced': ({ withdrawn, added }) =>
    say(
      {
        id: 'Penjawab yang tidak dapat menjawab diganti: {withdrawn} ditarik, {added} diminta.',
        en: 'Raters who cannot answer were replaced: {withdrawn} withdrawn, {added} asked.',
      },
      { withdrawn, added },
    ),
  'voice-request-added': ({ voice }) =>
    say(
      {
        id: 'Seseorang ditambahkan untuk ditanya sebagai {voice}.',
        en: 'Somebody was added to be asked as {voice}.',
      },
      { voice: labelOf(voice) },
    ),
  'voice-request-withdrawn': ({ voice, reason }) =>
    say(
      {
        id: 'Seseorang tidak jadi ditanya sebagai {voice}. Alasan: {reason}',
        en: 'Somebody is no longer asked as {voice}. Reason: {reason}',
      },
      { voice: labelOf(voice), reason },
    ),
  'voice-request-restored': ({ voice }) =>
    say(
      {
        id: 'Seseorang yang ditarik dikembalikan sebagai {voice}.',
        en: 'Somebody who was withdrawn is asked again as {voice}.',
      },
      { voice: labelOf(voice) },
    ),
  'voice-request-declined': () =>
    say(
      { id: 'Satu permintaan untuk memberi suara ditolak.', en: 'One request to give a voice was declined.' },
      {},
    ),
  'team-saved': ({ name, isNew }) =>
    say(
      isNew
        ? { id: 'Tim kerja {name} dibentuk.', en: 'Working team {name} made.' }
        : { id: 'Tim kerja {name} diubah.', en: 'Working team {name} changed.' },
      { name },
    ),
  'team-member-added': ({ team, role, from }) =>
    say(
      {
        id: 'Masuk tim kerja {team} sebagai {role} sejak {from}.',
        en: 'Joined the working team {team} as {role} on {from}.',
      },
      { team, role: ROLES[role], from: dateInWords(from) },
    ),
  'team-member-ended': ({ team, until }) =>
    say(
      until
        ? {
            id: 'Keanggotaan tim kerja {team} berakhir {until}.',
            en: 'Left the working team {team} on {until}.',
          }
        : {
            id: 'Keanggotaan tim kerja {team} dilanjutkan.',
            en: 'Membership of the working team {team} goes on.',
          },
      { team, until: until ? dateInWords(until) : '' },
    ),
  'team-member-withdrawn': ({ team, reason }) =>
    say(
      {
        id: 'Catatan keanggotaan tim kerja {team} dibatalkan. Alasan: {reason}',
        en: 'The record of membership of the team {team} was withdrawn. Reason: {reason}',
      },
      { team, reason },
    ),
  'teams-imported': ({ file, teams, members }) =>
    say(
      {
        id: 'Tim kerja dari berkas {file}: {teams} tim baru, {members} keanggotaan dicatat.',
        en: 'Working teams from the file {file}: {teams} new teams, {members} memberships recorded.',
      },
      { file, teams, members },
    ),
} satisfies Partial<Sentences>;
