/** The record about calibration meetings, in words. No sentence says who judged what. */
import { type Bilingual, say } from '#domain/bilingual.ts';
import type { PayloadOf } from './vocabulary.ts';
import { date, optional, REASON, type Sentences } from './words.ts';

const KINDS: Readonly<Record<PayloadOf<'calibration-item-returned'>['kind'], Bilingual>> = {
  evidence: { id: 'bukti', en: 'evidence' },
  criteria: { id: 'penerapan kriteria', en: 'how criteria were applied' },
  distribution: { id: 'pola distribusi', en: 'the distribution pattern' },
};

export const calibration = {
  'calibration-called': ({ period, unit, heldOn }) =>
    say(
      {
        id: 'Rapat kalibrasi {period} dipanggil untuk {heldOn}: {unit}.',
        en: 'Calibration meeting of {period} called for {heldOn}: {unit}.',
      },
      { period, unit: unit ?? { id: 'seluruh instansi', en: 'the whole agency' }, heldOn: date(heldOn) },
    ),
  'calibration-arranged': ({ period, heldOn, place }) =>
    say(
      {
        id: 'Rapat kalibrasi {period} diatur ulang: {heldOn}, {place}.',
        en: 'Calibration meeting of {period} rearranged: {heldOn}, {place}.',
      },
      { period, heldOn: date(heldOn), place },
    ),
  'calibration-handed-over': ({ period, to, reason }) =>
    say(
      {
        id: 'Pimpinan rapat kalibrasi {period} diserahkan kepada {to}. Alasan: {reason}',
        en: 'The chair of the calibration meeting of {period} was handed over to {to}. Reason: {reason}',
      },
      { period, to, reason },
    ),
  'calibration-agenda-added': ({ period, ordinal }) =>
    say(
      {
        id: 'Butir {ordinal} masuk agenda rapat kalibrasi {period}.',
        en: 'Item {ordinal} was put on the agenda of the calibration meeting of {period}.',
      },
      { period, ordinal },
    ),
  'calibration-item-dropped': ({ period, ordinal, reason }) =>
    say(
      {
        id: 'Butir {ordinal} dihapus dari agenda rapat kalibrasi {period}. Alasan: {reason}',
        en: 'Item {ordinal} was dropped from the agenda of the calibration meeting of {period}. Reason: {reason}',
      },
      { period, ordinal, reason },
    ),
  'calibration-invited': ({ period }) =>
    say(
      { id: 'Diundang ke rapat kalibrasi {period}.', en: 'Invited to the calibration meeting of {period}.' },
      { period },
    ),
  'calibration-invitation-answered': ({ period, answer, reason }) =>
    say(
      answer === 'accepted'
        ? {
            id: 'Undangan rapat kalibrasi {period} diterima.{because}',
            en: 'Invitation to the calibration meeting of {period} accepted.{because}',
          }
        : {
            id: 'Undangan rapat kalibrasi {period} ditolak.{because}',
            en: 'Invitation to the calibration meeting of {period} declined.{because}',
          },
      { period, because: optional(REASON, reason) },
    ),
  'calibration-member-replaced': ({ period, reason }) =>
    say(
      {
        id: 'Dibebaskan dari keanggotaan rapat kalibrasi {period}. Alasan: {reason}',
        en: 'Released as a member of the calibration meeting of {period}. Reason: {reason}',
      },
      { period, reason },
    ),
  'calibration-started': ({ period, items, members }) =>
    say(
      {
        id: 'Undangan rapat kalibrasi {period} dikirim: {items} berkas, {members} anggota.',
        en: 'Invitations to the calibration meeting of {period} sent: {items} dossiers, {members} members.',
      },
      { period, items, members },
    ),
  'calibration-judged': ({ ordinal }) =>
    say(
      {
        id: 'Penilaian buta atas berkas {ordinal} dikirim.',
        en: 'A blind judgement of dossier {ordinal} was submitted.',
      },
      { ordinal },
    ),
  'calibration-item-opened': ({ ordinal, judgements, recused }) =>
    say(
      {
        id: 'Butir {ordinal} dibuka: {judgements} penilaian, {recused} anggota tidak ikut.',
        en: 'Item {ordinal} opened: {judgements} judgements, {recused} members took no part.',
      },
      { ordinal, judgements, recused },
    ),
  'calibration-item-noted': ({ heldOn }) =>
    say(
      {
        id: 'Penilaian dibahas dalam rapat kalibrasi {heldOn}, tanpa catatan.',
        en: 'Appraisal discussed in the calibration meeting of {heldOn}, no remark.',
      },
      { heldOn: date(heldOn) },
    ),
  'calibration-item-returned': ({ heldOn, kind, reason }) =>
    say(
      {
        id: 'Penilaian dikembalikan kepada penilainya oleh rapat kalibrasi {heldOn}, dasar: {kind}. Alasan: {reason}',
        en: 'Appraisal returned to its author by the calibration meeting of {heldOn}, about {kind}. Reason: {reason}',
      },
      { heldOn: date(heldOn), kind: KINDS[kind], reason },
    ),
  'calibration-return-answered': ({ kind, answer, words }) =>
    say(
      answer === 'stood'
        ? {
            id: 'Penilai mempertahankan penilaian yang dikembalikan ({kind}): {words}',
            en: 'The appraiser stands by the appraisal that was returned ({kind}): {words}',
          }
        : {
            id: 'Penilai menarik penilaian yang dikembalikan ({kind}) untuk diperbaiki: {words}',
            en: 'The appraiser took back the appraisal that was returned ({kind}) to change it: {words}',
          },
      { kind: KINDS[kind], words },
    ),
  'calibration-closed': ({ period, items, returned, note }) =>
    say(
      {
        id: 'Rapat kalibrasi {period} ditutup: {items} butir, {returned} dikembalikan.{because}',
        en: 'Calibration meeting of {period} closed: {items} items, {returned} returned.{because}',
      },
      { period, items, returned, because: optional({ id: ' Catatan: {value}', en: ' Note: {value}' }, note) },
    ),
  'calibration-cancelled': ({ period, reason }) =>
    say(
      {
        id: 'Rapat kalibrasi {period} dibatalkan. Alasan: {reason}',
        en: 'Calibration meeting of {period} cancelled. Reason: {reason}',
      },
      { period, reason },
    ),
} satisfies Partial<Sentences>;
