/**
 * What becomes of a development need and who may do it. The employee and the appraiser act alike: a plan to learn is
 * an agreement, and both see every step of it.
 */
import type { Bilingual } from '#domain/bilingual.ts';
import type { TransitionTable } from '#domain/workflow/workflow.ts';

export const NEED_STATES = ['open', 'planned', 'done', 'dropped'] as const;
export type NeedState = (typeof NEED_STATES)[number];
export const NEED_ACTS = ['plan', 'finish', 'drop', 'reopen'] as const;
export type NeedAct = (typeof NEED_ACTS)[number];
export type NeedRole = 'employee' | 'appraiser';

const BOTH: readonly NeedRole[] = ['employee', 'appraiser'];

export const NEED: TransitionTable<NeedState, NeedAct, NeedRole> = [
  { from: ['open'], act: 'plan', by: BOTH, to: 'planned', reason: 'none' },
  { from: ['planned'], act: 'finish', by: BOTH, to: 'done', reason: 'required' },
  { from: ['open', 'planned'], act: 'drop', by: BOTH, to: 'dropped', reason: 'required' },
  { from: ['done', 'dropped'], act: 'reopen', by: BOTH, to: 'open', reason: 'required' },
];

export const PRIORITIES = ['high', 'medium', 'low'] as const;
export type Priority = (typeof PRIORITIES)[number];

export const LEARNINGS = ['course', 'coaching', 'assignment', 'exchange', 'self-study', 'study'] as const;
export type Learning = (typeof LEARNINGS)[number];

export const STATE_LABELS: Readonly<Record<NeedState, Bilingual>> = {
  open: { id: 'Terbuka', en: 'Open' },
  planned: { id: 'Direncanakan', en: 'Planned' },
  done: { id: 'Selesai', en: 'Done' },
  dropped: { id: 'Dihentikan', en: 'Dropped' },
};

export const PRIORITY_LABELS: Readonly<Record<Priority, Bilingual>> = {
  high: { id: 'Tinggi', en: 'High' },
  medium: { id: 'Sedang', en: 'Medium' },
  low: { id: 'Rendah', en: 'Low' },
};

/** Classical and other ways of building competence that PNS have; the words are the usual ones. */
export const LEARNING_LABELS: Readonly<Record<Learning, Bilingual>> = {
  course: { id: 'Pelatihan', en: 'Course' },
  coaching: { id: 'Bimbingan atau mentoring', en: 'Coaching or mentoring' },
  assignment: { id: 'Penugasan', en: 'Assignment' },
  exchange: { id: 'Magang atau pertukaran', en: 'Placement or exchange' },
  'self-study': { id: 'Belajar mandiri', en: 'Self-study' },
  study: { id: 'Tugas belajar', en: 'Study leave' },
};
