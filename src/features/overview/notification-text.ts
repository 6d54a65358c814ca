/** Every kind of notification as a sentence. A kind without its sentence does not compile. */

import type { NotificationKind } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { TASK_KINDS } from './stages.ts';
import { reminderWords } from './task-text.ts';

interface Sentence {
  readonly id: string;
  readonly en: string;
  readonly tone: 'act' | 'news' | 'warning';
}

/** Names in braces are parameters; a sentence whose parameter is missing is said without the part in brackets. */
const SENTENCES: Readonly<Record<NotificationKind, Sentence>> = {
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
  'workshop-place': {
    id: 'Anda mendapat tempat di lokakarya[ {what}][, {date}].',
    en: 'You have a place at the workshop[ {what}][, {date}].',
    tone: 'news',
  },
  'workshop-changed': {
    id: 'Waktu atau tempat lokakarya[ {what}] berubah[: {date}].',
    en: 'Time or place of the workshop[ {what}] changed[: {date}].',
    tone: 'warning',
  },
  'workshop-cancelled': {
    id: 'Lokakarya[ {what}] dibatalkan[, semula {date}].',
    en: 'The workshop[ {what}] was cancelled[, planned for {date}].',
    tone: 'warning',
  },
  'workshop-near': {
    id: 'Lokakarya[ {what}] segera dimulai[: {date}].',
    en: 'The workshop[ {what}] begins soon[: {date}].',
    tone: 'act',
  },
  'voice-asked': {
    id: 'Anda diminta memberi penilaian tentang {count} orang[ untuk {period}][, sampai {date}].',
    en: 'You are asked about {count} people[ for {period}][, until {date}].',
    tone: 'act',
  },
  'voice-reminder': {
    id: 'Penilaian Anda tentang {count} orang masih ditunggu[ sampai {date}].',
    en: 'Your assessment of {count} people is still awaited[ until {date}].',
    tone: 'act',
  },
  'voices-released': {
    id: 'Suara lain telah dirilis[ untuk {period}].',
    en: 'Other voices have been released[ for {period}].',
    tone: 'news',
  },
  'voice-remark-reported': {
    id: 'Sebuah catatan dari suara lain dilaporkan dan menunggu keputusan Anda.',
    en: 'A remark of other voices was reported and waits for your decision.',
    tone: 'act',
  },
  'seal-opened': {
    id: 'Segel sebuah suara yang Anda berikan dibuka oleh Inspektorat dan petugas kepegawaian[. Alasan: {what}].',
    en: 'The seal of a voice you gave was opened by the inspectorate and the personnel officer[. Reason: {what}].',
    tone: 'news',
  },
  'record-contested': {
    id: 'Sanggahan atas data[ {person}] menunggu keputusan Anda.',
    en: 'An objection to data[ of {person}] awaits your decision.',
    tone: 'act',
  },
  'record-contest-accepted': {
    id: 'Sanggahan Anda[ atas {what}] diterima[ oleh {person}]; datanya sudah diperbaiki.',
    en: 'Your objection[ to {what}] was accepted[ by {person}]; the data were corrected.',
    tone: 'news',
  },
  'record-contest-refused': {
    id: 'Sanggahan Anda[ atas {what}] tidak diterima[ oleh {person}]. Alasannya tercantum.',
    en: 'Your objection[ to {what}] was not accepted[ by {person}]. The reason is given.',
    tone: 'warning',
  },
  'conflict-declared': {
    id: '[Sebuah {what} telah dinyatakan. ]Anda dapat menanggapinya satu kali.',
    en: 'A relation that concerns you was declared. You may comment once.',
    tone: 'warning',
  },
  'conflict-to-decide': {
    id: 'Pernyataan benturan kepentingan[ ({what})] menunggu keputusan Anda.',
    en: 'A declared conflict of interest awaits your decision.',
    tone: 'act',
  },
  'conflict-confirmed': {
    id: 'Pernyataan benturan kepentingan[ ({what})] dikonfirmasi.',
    en: 'A declared conflict of interest was confirmed.',
    tone: 'news',
  },
  'conflict-rejected': {
    id: 'Pernyataan benturan kepentingan[ ({what})] tidak diterima. Alasannya tercantum.',
    en: 'A declared conflict of interest was not accepted. The reason is given.',
    tone: 'news',
  },
  'conflict-ended': {
    id: 'Pernyataan benturan kepentingan[ ({what})] telah berakhir.',
    en: 'A declared conflict of interest has ended.',
    tone: 'news',
  },
  'conflicts-open': {
    id: '[{what} ]benturan kepentingan menunggu keputusan Anda[ pada {period}].',
    en: '[{what} ]conflicts of interest await your decision[ in {period}].',
    tone: 'act',
  },
  'second-look-commit': {
    id: 'Undian penilaian kedua[ {period}] menunggu komitmen Anda.',
    en: 'The draw of second looks[ for {period}] awaits your commitment.',
    tone: 'act',
  },
  'second-look-reveal': {
    id: 'Undian penilaian kedua[ {period}] menunggu Anda membuka rahasia.',
    en: 'The draw of second looks[ for {period}] awaits that you reveal your secret.',
    tone: 'act',
  },
  'second-look-asked': {
    id: 'Anda diminta menjadi penilai kedua[ pada {period}][, paling lambat {date}].',
    en: 'You are asked to be a second appraiser[ in {period}][, by {date}].',
    tone: 'act',
  },
  'second-look-declined': {
    id: 'Penilai kedua[ {person}] tidak dapat menilai; pilih orang lain.',
    en: 'The second appraiser[ {person}] cannot do it; please choose another.',
    tone: 'act',
  },
  'second-look-given': {
    id: 'Penilaian kedua[ atas {person}] sudah dapat dibandingkan.',
    en: 'The second look[ at {person}] can be compared now.',
    tone: 'news',
  },
  'second-look-made': {
    id: 'Penilaian kedua atas kinerja Anda[ pada {period}] telah dibuat. Hasil resmi Anda tidak berubah.',
    en: 'A second look at your performance[ in {period}] was made. Your official result stays as it is.',
    tone: 'news',
  },
  'second-look-differs': {
    id: 'Penilaian kedua[ atas {person}] berbeda kategori dan perlu Anda pertimbangkan.',
    en: 'The second look[ at {person}] differs in the category; please consider it.',
    tone: 'act',
  },
  'competency-outcome-recorded': {
    id: 'Hasil uji kompetensi Anda dicatat[ dari {what}].',
    en: 'The outcome of your competency assessment was recorded[: {what}].',
    tone: 'news',
  },
  'development-need-added': {
    id: '[{person} menambahkan ]kebutuhan pengembangan[: {what}].',
    en: '[{person} added ]a development need[: {what}].',
    tone: 'news',
  },
  'development-need-moved': {
    id: 'Kebutuhan pengembangan[ {what}] diperbarui[ oleh {person}].',
    en: 'The development need[ {what}] was updated[ by {person}].',
    tone: 'news',
  },
  'innovation-joined': {
    id: '[{person} ]mencantumkan Anda sebagai anggota inovasi[ {what}].',
    en: '[{person} ]named you as a member of the innovation[ {what}].',
    tone: 'news',
  },
  'innovation-changed': {
    id: 'Ada keputusan tentang inovasi[ {what}][ dari {person}].',
    en: 'There is a decision about the innovation[ {what}][ by {person}].',
    tone: 'news',
  },
  'innovation-to-verify': {
    id: 'Unit Anda diminta memeriksa inovasi[ {what}].',
    en: 'Your unit is asked to check the innovation[ {what}].',
    tone: 'act',
  },
  'run-finished': {
    id: 'Pekerjaan selesai[: {what}].',
    en: 'The work has finished[: {what}].',
    tone: 'news',
  },
  'survey-closed': {
    id: 'Survei[ {what}] selesai. Hasilnya siap diperiksa.',
    en: 'The survey[ {what}] is over. Its results are ready.',
    tone: 'act',
  },
  'survey-flagged': {
    id: 'Ada jawaban tidak biasa pada survei[ {what}] yang menunggu keputusan Anda.',
    en: 'Unusual answers of the survey[ {what}] await your decision.',
    tone: 'act',
  },
  'survey-words-reported': {
    id: 'Tulisan warga pada survei[ {what}] dilaporkan.',
    en: 'Words of a citizen in the survey[ {what}] were reported.',
    tone: 'act',
  },
  'survey-published': {
    id: 'Hasil survei[ {what}] unit Anda diumumkan.',
    en: 'The result of the survey[ {what}] of your unit was published.',
    tone: 'news',
  },
  'survey-used': {
    id: 'Hasil survei[ {what}] dipakai dalam penilaian Anda.',
    en: 'The result of the survey[ {what}] became part of your appraisal.',
    tone: 'news',
  },
};

export function notificationSentence(
  kind: NotificationKind,
  parameters: Readonly<Record<string, string>>,
): string {
  const known: Record<string, string> = { ...parameters, ...reminded(parameters) };
  const said = SENTENCES[kind][currentLocale()]
    .replace(/\[([^\]]*)\]/g, (_, part: string) => (complete(part, known) ? part : ''))
    .replace(/\{(\w+)\}/g, (_, name: string) => known[name] ?? '');
  return said.charAt(0).toLocaleUpperCase('id') + said.slice(1);
}

/** A reminder is kept as codes, so that each reader reads it in their language. */
function reminded(parameters: Readonly<Record<string, string>>): Record<string, string> {
  const kind = TASK_KINDS.find((each) => each === parameters.task);
  if (!kind || !parameters.dueOn) return {};
  const what = reminderWords(kind, parameters.whose === 'own', Number(parameters.more ?? 0));
  return { what, date: formatDate(parameters.dueOn) };
}

function complete(part: string, parameters: Readonly<Record<string, string>>): boolean {
  return [...part.matchAll(/\{(\w+)\}/g)].every(([, name]) => Boolean(name && parameters[name]));
}

export function notificationTone(kind: NotificationKind): Sentence['tone'] {
  return SENTENCES[kind].tone;
}

export const NOTIFICATION_KINDS = Object.keys(SENTENCES) as readonly NotificationKind[];
