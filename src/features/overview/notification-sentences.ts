/** What people are told about the appraisal itself: plan, check-ins, results, periods. */
import type { Sentence } from './notification-text.ts';

export const ABOUT_APPRAISALS = {
  'plan-proposed': {
    id: 'SKP[ {person}] diajukan dan menunggu persetujuan Anda.',
    en: 'The plan[ of {person}] was proposed and awaits your agreement.',
    tone: 'act',
  },
  'plan-returned': {
    id: 'SKP Anda dikembalikan[ oleh {person}] dengan catatan.',
    en: 'Your plan was returned[ by {person}] with comments.',
    tone: 'act',
  },
  'plan-agreed': {
    id: 'SKP[ {person}] telah disepakati.',
    en: 'The plan[ of {person}] was agreed.',
    tone: 'news',
  },
  'plan-commented': {
    id: '[{person} memberi ]catatan baru pada SKP.',
    en: '[{person} left ]a new comment on the plan.',
    tone: 'act',
  },
  'revision-opened': {
    id: 'SKP Anda dibuka untuk diubah[ oleh {person}].',
    en: 'Your plan was opened for revision[ by {person}].',
    tone: 'act',
  },
  'check-in-recorded': {
    id: 'Catatan dialog kinerja[ {what}] menunggu tanggapan Anda.',
    en: 'The record of the check-in[ {what}] awaits your answer.',
    tone: 'act',
  },
  'check-in-answered': {
    id: 'Catatan dialog kinerja[ {what}] telah ditanggapi[ {person}].',
    en: 'The record of the check-in[ {what}] was answered[ by {person}].',
    tone: 'news',
  },
  'feedback-given': {
    id: 'Anda menerima umpan balik[ dari {person}].',
    en: 'You received feedback[ from {person}].',
    tone: 'news',
  },
  'feedback-asked': {
    id: '[{person} meminta ]umpan balik Anda.',
    en: '[{person} asks for ]your feedback.',
    tone: 'act',
  },
  'observation-shared': {
    id: '[{person} membagikan ]catatan pengamatan tentang Anda.',
    en: '[{person} shared ]an observation about you.',
    tone: 'news',
  },
  'diary-reminder': {
    id: 'Belum ada catatan pengamatan Anda[ tentang {count} orang]. Satu kalimat pada hari kejadian membantu penilaian yang adil.',
    en: 'You have no observations yet[ about {count} people]. One sentence on the day helps to rate fairly.',
    tone: 'act',
  },
  'self-assessment-submitted': {
    id: 'Penilaian diri[ {person}] disampaikan; giliran Anda menilai.',
    en: 'The self-assessment[ of {person}] was submitted; it is your turn to rate.',
    tone: 'act',
  },
  'result-given': {
    id: 'Hasil penilaian Anda sudah ada[ untuk {period}].',
    en: 'Your result is there[ for {period}].',
    tone: 'act',
  },
  'result-withdrawn': {
    id: 'Hasil penilaian Anda ditarik kembali untuk diperbaiki[ oleh {person}].',
    en: 'Your result was withdrawn to be corrected[ by {person}].',
    tone: 'warning',
  },
  'result-ratified': {
    id: 'Hasil penilaian Anda disahkan.[ Keberatan dapat diajukan sampai {date}.]',
    en: 'Your result was ratified.[ You can object until {date}.]',
    tone: 'act',
  },
  'result-accepted': {
    id: 'Hasil penilaian[ {person}] telah diterima.',
    en: 'The result[ of {person}] was accepted.',
    tone: 'news',
  },
  'result-revoked': {
    id: 'Hasil penilaian yang sudah disahkan dibatalkan[ oleh {person}].',
    en: 'A ratified result was revoked[ by {person}].',
    tone: 'warning',
  },
  'objection-filed': {
    id: 'Keberatan diajukan[ {person}][; batas {date}].',
    en: 'An objection was filed[ by {person}][; due {date}].',
    tone: 'act',
  },
  'objection-explained': {
    id: 'Penjelasan atas keberatan[ {person}] telah diberikan.',
    en: 'The objection[ of {person}] was explained.',
    tone: 'news',
  },
  'objection-decided': {
    id: 'Keberatan[ {person}] telah diputuskan.',
    en: 'The objection[ of {person}] was decided.',
    tone: 'warning',
  },
  'period-opened': {
    id: 'Periode[ {period}] dibuka.[ SKP disepakati paling lambat {date}.]',
    en: 'The period[ {period}] was opened.[ Plans are agreed by {date}.]',
    tone: 'act',
  },
  'criteria-published': {
    id: 'Kriteria penilaian[ periode {period}] diumumkan. Bacalah dan nyatakan telah membaca.[ Periode dimulai {date}.]',
    en: 'The criteria[ of the period {period}] were published. Read them and confirm.[ The period begins on {date}.]',
    tone: 'act',
  },
  'appraiser-flagged': {
    id: '[{person} menyatakan ]pejabat penilai perlu diperiksa.',
    en: '[{person} says ]the appraiser needs to be checked.',
    tone: 'act',
  },
  'appraiser-flag-resolved': {
    id: 'Pertanyaan Anda tentang pejabat penilai telah ditangani.',
    en: 'Your question about the appraiser was handled.',
    tone: 'news',
  },
  'appraiser-changed': {
    id: 'Pejabat penilai berubah[: {person}].',
    en: 'The appraiser was changed[: {person}].',
    tone: 'news',
  },
  'deadline-near': {
    id: 'Batas waktu mendekat: {what}[, sampai {date}].',
    en: 'A deadline is near: {what}[, until {date}].',
    tone: 'act',
  },
  'deadline-passed': {
    id: 'Batas waktu sudah lewat: {what}[ ({date})].',
    en: 'A deadline has passed: {what}[ ({date})].',
    tone: 'warning',
  },
  'scheme-adopted': {
    id: 'Skema penilaian[ {what}] telah ditetapkan[ oleh {person}].',
    en: 'The scheme[ {what}] was adopted[ by {person}].',
    tone: 'news',
  },
  'scheme-discussion-opened': {
    id: 'Rancangan skema penilaian[ {what}] dapat Anda bahas[ sampai {date}].',
    en: 'The draft of the scheme[ {what}] is open for your comments[ until {date}].',
    tone: 'act',
  },
  'scheme-proposal-answered': {
    id: 'Pendapat Anda tentang rancangan skema[ {what}] telah dijawab[ oleh {person}].',
    en: 'What you said about the draft of the scheme[ {what}] was answered[ by {person}].',
    tone: 'news',
  },
  'training-invited': {
    id: '[{person} mengajak ]Anda mengikuti pelatihan penilai[ {what}].',
    en: '[{person} invites you to ]take the training of appraisers[ {what}].',
    tone: 'act',
  },
  'certificate-given': {
    id: 'Sertifikat penilai Anda terbit[: {what}][, berlaku sampai {date}].',
    en: 'Your certificate of appraisers was issued[: {what}][, valid until {date}].',
    tone: 'news',
  },
  'certificate-revoked': {
    id: 'Sertifikat penilai Anda dicabut[: {what}][ oleh {person}].',
    en: 'Your certificate of appraisers was revoked[: {what}][ by {person}].',
    tone: 'warning',
  },
  'certificate-ending': {
    id: 'Sertifikat penilai Anda[ {what}] segera berakhir[, pada {date}]. Perbarui lewat pelatihan.',
    en: 'Your certificate of appraisers[ {what}] ends soon[, on {date}]. Renew it in the training.',
    tone: 'act',
  },
  'certificate-ended': {
    id: 'Sertifikat penilai Anda[ {what}] sudah berakhir[ pada {date}].',
    en: 'Your certificate of appraisers[ {what}] ended[ on {date}].',
    tone: 'warning',
  },
  'workshop-invited': {
    id: 'Anda diundang ke lokakarya[ {what}][, {date}]. Nyatakan kehadiran Anda.',
    en: 'You are invited to the workshop[ {what}][, {date}]. Say whether you come.',
    tone: 'act',
  },
} satisfies Readonly<Record<string, Sentence>>;
