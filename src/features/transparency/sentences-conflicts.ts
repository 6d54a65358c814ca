/** Conflicts of interest and second looks, in words. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import { consequenceLabel, kindLabel, settlementLabel } from '#features/conflicts/index.ts';
import type { PayloadOf } from './vocabulary.ts';
import { date, plain, type Sentences } from './words.ts';

const DECLARERS: Readonly<Record<PayloadOf<'conflict-declared'>['as'], Bilingual>> = {
  rater: { id: 'oleh penilai', en: 'by the rater' },
  ratee: { id: 'oleh yang dinilai', en: 'by the one who is rated' },
  officer: { id: 'oleh pengelola kinerja', en: 'by an officer' },
};

export const conflicts = {
  'conflict-declared': ({ kind, as, since }) =>
    say(
      { id: '{kind} dinyatakan {by}, sejak {since}.', en: '{kind} declared {by}, since {since}.' },
      { kind: kindLabel(kind), by: DECLARERS[as], since: date(since) },
    ),
  'conflict-confirmed': ({ kind }) =>
    say({ id: '{kind} dikonfirmasi.', en: '{kind} confirmed.' }, { kind: kindLabel(kind) }),
  'conflict-rejected': ({ kind, reason }) =>
    say(
      { id: '{kind} tidak diterima. Alasan: {reason}', en: '{kind} not accepted. Reason: {reason}' },
      { kind: kindLabel(kind), reason },
    ),
  'conflict-ended': ({ kind, until, reason }) =>
    say(
      until
        ? { id: '{kind} berakhir {until}. Alasan: {reason}', en: '{kind} ended on {until}. Reason: {reason}' }
        : {
            id: 'Pernyataan {kind} ditarik. Alasan: {reason}',
            en: 'Declaration withdrawn: {kind}. Reason: {reason}',
          },
      { kind: kindLabel(kind), until: date(until), reason },
    ),
  'conflict-commented': ({ kind }) =>
    say({ id: '{kind} ditanggapi.', en: '{kind} commented on.' }, { kind: kindLabel(kind) }),
  'conflicts-sought': ({ period, people, found, open, gone }) =>
    say(
      {
        id: 'Benturan kepentingan pada {period} diperiksa: {people} peserta, {found} ditemukan, {open} baru menunggu keputusan, {gone} sudah tidak ada.',
        en: 'Conflicts of interest in {period} sought: {people} participants, {found} found, {open} new ones to decide, {gone} gone.',
      },
      { period, people, found, open, gone },
    ),
  'conflict-settled': ({ kind, consequence, settlement, reason }) =>
    say(
      {
        id: '{kind} (menurut skema: {consequence}) diputuskan: {settlement}. Alasan: {reason}',
        en: '{kind} (by the scheme: {consequence}) decided: {settlement}. Reason: {reason}',
      },
      {
        kind: kindLabel(kind),
        consequence: consequenceLabel(consequence),
        settlement: settlementLabel(settlement),
        reason,
      },
    ),
  'conflict-reopened': ({ kind, reason }) =>
    say(
      {
        id: 'Keputusan tentang {kind} dibuka kembali. Alasan: {reason}',
        en: 'Decision reopened: {kind}. Reason: {reason}',
      },
      { kind: kindLabel(kind), reason },
    ),
  'conflicts-exported': ({ rows }) =>
    say(
      {
        id: 'Daftar benturan kepentingan diunduh: {rows} baris.',
        en: 'List of conflicts of interest downloaded: {rows} rows.',
      },
      { rows },
    ),
  'households-recorded': ({ file, people }) =>
    say(
      {
        id: 'Sidik data rumah tangga {people} pegawai dicatat dari berkas {file}; isi berkas tidak disimpan.',
        en: 'Fingerprints of the households of {people} people recorded from the file {file}; its content is not kept.',
      },
      { people, file },
    ),
  'households-removed': ({ people }) =>
    say(
      {
        id: 'Sidik data rumah tangga {people} pegawai dihapus.',
        en: 'Fingerprints of the households of {people} people removed.',
      },
      { people },
    ),
} satisfies Partial<Sentences>;

const PARTIES: Readonly<Record<PayloadOf<'second-look-draw-committed'>['by'], Bilingual>> = {
  officer: { id: 'pengelola kinerja', en: 'the officer' },
  auditor: { id: 'auditor', en: 'the auditor' },
};

const OUTCOMES: Readonly<Record<PayloadOf<'second-look-compared'>['outcome'], Bilingual>> = {
  agrees: { id: 'sejalan dengan penilaian pertama', en: 'agrees with the first appraisal' },
  items: { id: 'berbeda pada sebagian butir', en: 'differs in some items' },
  category: { id: 'berbeda kategori', en: 'differs in the category' },
};

export const secondLooks = {
  'second-look-draw-prepared': ({ period, attempt, eligible, listSha256 }) =>
    say(
      {
        id: 'Undian penilaian kedua {period} ke-{attempt} disiapkan: {eligible} penilaian, SHA-256 daftar {listSha256}.',
        en: 'Draw {attempt} of second looks for {period} prepared: {eligible} appraisals, SHA-256 of the list {listSha256}.',
      },
      { period, attempt, eligible, listSha256 },
    ),
  'second-look-draw-committed': ({ period, by, commitment }) =>
    say(
      {
        id: 'Komitmen {by} untuk undian {period} dicatat: {commitment}.',
        en: 'Commitment of {by} to the draw for {period} recorded: {commitment}.',
      },
      { by: PARTIES[by], period, commitment },
    ),
  'second-look-draw-revealed': ({ period, by, secret }) =>
    say(
      {
        id: 'Rahasia {by} untuk undian {period} dibuka: {secret}.',
        en: 'Secret of {by} for the draw for {period} revealed: {secret}.',
      },
      { by: PARTIES[by], period, secret },
    ),
  'second-looks-drawn': ({ period, eligible, chosen, seed }) =>
    say(
      {
        id: 'Undian {period}: {chosen} dari {eligible} penilaian terpilih, benih {seed}.',
        en: 'Draw for {period}: {chosen} of {eligible} appraisals drawn, seed {seed}.',
      },
      { period, chosen, eligible, seed },
    ),
  'second-look-draw-abandoned': ({ period, reason }) =>
    say(
      {
        id: 'Undian penilaian kedua {period} dibatalkan. Alasan: {reason}',
        en: 'Draw of second looks for {period} abandoned. Reason: {reason}',
      },
      { period, reason },
    ),
  'second-look-ordered': ({ cause }) =>
    cause === 'lot'
      ? {
          id: 'Penilaian ini terpilih lewat undian untuk dinilai kedua kali.',
          en: 'This appraisal was drawn by lot for a second look.',
        }
      : {
          id: 'Penilai kedua diminta karena benturan kepentingan.',
          en: 'A second appraiser was asked for because of a conflict of interest.',
        },
  'second-look-asked': ({ dueOn }) =>
    say(
      { id: 'Penilai kedua ditetapkan, tenggat {dueOn}.', en: 'Second appraiser chosen, due on {dueOn}.' },
      { dueOn: date(dueOn) },
    ),
  'second-look-declined': ({ kind, reason }) =>
    say(
      kind === 'declined'
        ? {
            id: 'Penilai kedua menolak permintaan. Alasan: {reason}',
            en: 'The second appraiser declined. Reason: {reason}',
          }
        : {
            id: 'Penilai kedua diganti. Alasan: {reason}',
            en: 'The second appraiser was replaced. Reason: {reason}',
          },
      { reason },
    ),
  'second-look-given': plain('Penilaian kedua diberikan.', 'The second look was given.'),
  'second-look-compared': ({ outcome }) =>
    say(
      { id: 'Penilaian kedua dibandingkan: {outcome}.', en: 'Second look compared: {outcome}.' },
      { outcome: OUTCOMES[outcome] },
    ),
  'second-look-noted': plain(
    'Perbedaan penilaian kedua dipertimbangkan oleh atasan penilai.',
    'The superior of the appraiser considered how the second look differs.',
  ),
  'second-look-cancelled': ({ reason }) =>
    say(
      { id: 'Penilaian kedua dibatalkan. Alasan: {reason}', en: 'Second look cancelled. Reason: {reason}' },
      { reason },
    ),
} satisfies Partial<Sentences>;
