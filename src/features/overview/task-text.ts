/** How an open task is said to the person whose turn it is: about themselves, and about one of their people. */
import { daysBetween } from '#platform/clock/clock.ts';
import { formatDate } from '#platform/locale/format.ts';
import { messages } from '#platform/locale/messages.ts';
import type { Task, TaskKind } from './stages.ts';

interface Words {
  /** The next act as an instruction. */
  readonly title: () => string;
  /** What it is for, in a sentence. */
  readonly why: () => string;
  /** The button. */
  readonly act: () => string;
}

const own = messages({
  writePlan: { id: 'Susun SKP Anda', en: 'Write your plan' },
  writePlanWhy: {
    id: 'Sepakati lebih dahulu apa yang akan dinilai: hasil kerja, target, dan perilaku yang diharapkan.',
    en: 'First agree what will be appraised: results, targets and the behaviour expected.',
  },
  writePlanAct: { id: 'Susun SKP', en: 'Write the plan' },
  answerComments: { id: 'Tanggapi catatan atas SKP Anda', en: 'Answer the comments on your plan' },
  answerCommentsWhy: {
    id: 'Pejabat penilai mengembalikan SKP dengan catatan. Perbaiki, lalu ajukan kembali.',
    en: 'Your appraiser returned the plan with comments. Mend it and propose it again.',
  },
  answerCommentsAct: { id: 'Buka catatan', en: 'Open the comments' },
  writeRevision: { id: 'Lanjutkan perubahan SKP Anda', en: 'Continue changing your plan' },
  writeRevisionWhy: {
    id: 'Perubahan SKP sedang terbuka. Ajukan bila sudah selesai.',
    en: 'Your plan is open for revision. Propose it when you are done.',
  },
  writeRevisionAct: { id: 'Ubah SKP', en: 'Change the plan' },
  selfAssess: { id: 'Isi penilaian diri', en: 'Write your self-assessment' },
  selfAssessWhy: {
    id: 'Sampaikan capaian Anda beserta buktinya sebelum pejabat penilai memberi rating.',
    en: 'Say what you achieved, with evidence, before your appraiser rates.',
  },
  selfAssessAct: { id: 'Isi penilaian diri', en: 'Write self-assessment' },
  acceptOrObject: { id: 'Terima hasil atau ajukan keberatan', en: 'Accept your result or object' },
  acceptOrObjectWhy: {
    id: 'Hasil penilaian sudah disahkan. Tanpa keberatan sampai batas waktu, hasil dianggap diterima.',
    en: 'Your result was ratified. Without an objection by the deadline it counts as accepted.',
  },
  acceptOrObjectAct: { id: 'Buka hasil', en: 'Open the result' },
  seeResult: { id: 'Lihat hasil penilaian Anda', en: 'See your result' },
  seeResultWhy: {
    id: 'Pejabat penilai sudah memberi hasil beserta alasannya. Hasil ini menunggu pengesahan.',
    en: 'Your appraiser has given a result and the reasons. It awaits ratification.',
  },
  answerCheckIn: { id: 'Tanggapi catatan dialog kinerja', en: 'Answer the record of a check-in' },
  answerCheckInWhy: {
    id: 'Setujui catatannya bila sesuai, atau sampaikan yang berbeda.',
    en: 'Agree if the record is right, or say what was different.',
  },
  answerCheckInAct: { id: 'Buka catatan dialog', en: 'Open the check-in' },
  recordProgress: { id: 'Catat realisasi dan bukti dukung', en: 'Record progress and evidence' },
  recordProgressWhy: {
    id: 'Catatan yang rutin membuat penilaian akhir tidak bergantung pada ingatan.',
    en: 'Regular notes keep the final appraisal from hanging on memory.',
  },
  recordProgressAct: { id: 'Catat realisasi', en: 'Record progress' },
});

const others = messages({
  agreePlan: { id: 'SKP menunggu persetujuan', en: 'Plan to agree' },
  agreeRevision: { id: 'Perubahan SKP menunggu persetujuan', en: 'Revision of a plan to agree' },
  holdCheckIn: { id: 'Dialog kinerja perlu dilaksanakan', en: 'Check-in to hold' },
  answerCheckIn: { id: 'Catatan dialog menunggu tanggapan', en: 'Check-in to answer' },
  rate: { id: 'Menunggu penilaian Anda', en: 'Rating to give' },
  ratify: { id: 'Hasil menunggu pengesahan', en: 'Result to ratify' },
  explain: { id: 'Keberatan menunggu penjelasan Anda', en: 'Objection to explain' },
  decide: { id: 'Keberatan menunggu keputusan Anda', en: 'Objection to decide' },
  actAgree: { id: 'Periksa SKP', en: 'Review the plan' },
  actHold: { id: 'Catat dialog', en: 'Record the check-in' },
  actAnswer: { id: 'Tanggapi', en: 'Answer' },
  actRate: { id: 'Beri penilaian', en: 'Rate' },
  actRatify: { id: 'Sahkan', en: 'Ratify' },
  actExplain: { id: 'Beri penjelasan', en: 'Explain' },
  actDecide: { id: 'Putuskan', en: 'Decide' },
  why: { id: 'Tanggung jawab Anda sebagai atasan.', en: 'Yours to do as the superior.' },
});

const asSuperior = (title: () => string, act: () => string): Words => ({ title, why: others.why, act });

const WORDS: Readonly<Record<TaskKind, Words>> = {
  'write-plan': { title: own.writePlan, why: own.writePlanWhy, act: own.writePlanAct },
  'answer-comments': { title: own.answerComments, why: own.answerCommentsWhy, act: own.answerCommentsAct },
  'write-revision': { title: own.writeRevision, why: own.writeRevisionWhy, act: own.writeRevisionAct },
  'self-assess': { title: own.selfAssess, why: own.selfAssessWhy, act: own.selfAssessAct },
  'accept-or-object': { title: own.acceptOrObject, why: own.acceptOrObjectWhy, act: own.acceptOrObjectAct },
  'see-result': { title: own.seeResult, why: own.seeResultWhy, act: own.acceptOrObjectAct },
  'answer-check-in': { title: own.answerCheckIn, why: own.answerCheckInWhy, act: own.answerCheckInAct },
  'record-progress': { title: own.recordProgress, why: own.recordProgressWhy, act: own.recordProgressAct },
  'agree-plan': asSuperior(others.agreePlan, others.actAgree),
  'agree-revision': asSuperior(others.agreeRevision, others.actAgree),
  'hold-check-in': asSuperior(others.holdCheckIn, others.actHold),
  rate: asSuperior(others.rate, others.actRate),
  ratify: asSuperior(others.ratify, others.actRatify),
  explain: asSuperior(others.explain, others.actExplain),
  decide: asSuperior(others.decide, others.actDecide),
};

export function ownTaskWords(task: Task): { title: string; why: string; act: string } {
  const words = WORDS[task.kind];
  return { title: withName(words.title(), task), why: words.why(), act: words.act() };
}

/** The same seen by the superior, whose answer to a check-in is about somebody else. */
export function teamTaskWords(task: Task): { title: string; act: string } {
  if (task.kind === 'answer-check-in') {
    return { title: withName(others.answerCheckIn(), task), act: others.actAnswer() };
  }
  const words = WORDS[task.kind];
  return { title: withName(words.title(), task), act: words.act() };
}

/** The kind alone, for filters and counts. */
export function taskKindLabel(kind: TaskKind): string {
  return kind === 'answer-check-in' ? others.answerCheckIn() : WORDS[kind].title();
}

const reminder = messages({
  alone: { id: '{title}', en: '{title}' },
  more: { id: '{title}, dan {count} hal lain', en: '{title}, and {count} more' },
});

/** What a reminder is about: the most urgent act, and how many there are besides. */
export function reminderWords(kind: TaskKind, isOwn: boolean, more: number): string {
  const said = isOwn ? WORDS[kind].title() : taskKindLabel(kind);
  const title = said.charAt(0).toLocaleLowerCase('id') + said.slice(1);
  return more > 0 ? reminder.more({ title, count: more }) : reminder.alone({ title });
}

function withName(title: string, task: Task): string {
  return task.what ? `${title}: ${task.what}` : title;
}

const time = messages({
  today: { id: 'hari ini', en: 'today' },
  tomorrow: { id: 'besok', en: 'tomorrow' },
  left: { id: 'sisa {count} hari', en: { one: '{count} day left', other: '{count} days left' } },
  late: { id: 'lewat {count} hari', en: { one: '{count} day late', other: '{count} days late' } },
  until: { id: 'Sampai {date}', en: 'Until {date}' },
});

export function daysLeft(dueOn: string, today: string): string {
  const days = daysBetween(today, dueOn);
  if (days === 0) return time.today();
  if (days === 1) return time.tomorrow();
  return days > 0 ? time.left({ count: days }) : time.late({ count: -days });
}

export function untilDate(dueOn: string): string {
  return time.until({ date: formatDate(dueOn) });
}
