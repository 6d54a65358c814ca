/** Every kind of notification as a sentence. A kind without its sentence does not compile. */

import type { NotificationKind } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { currentLocale } from '#platform/locale/locale.ts';
import { ABOUT_APPRAISALS } from './notification-sentences.ts';
import { AROUND_APPRAISALS } from './notification-sentences-around.ts';
import { ABOUT_CALIBRATION } from './notification-sentences-calibration.ts';
import { TASK_KINDS } from './stages.ts';
import { reminderWords } from './task-text.ts';

export interface Sentence {
  readonly id: string;
  readonly en: string;
  readonly tone: 'act' | 'news' | 'warning';
}

/** Names in braces are parameters; a sentence whose parameter is missing is said without the part in brackets. */
const SENTENCES: Readonly<Record<NotificationKind, Sentence>> = {
  ...ABOUT_APPRAISALS,
  ...AROUND_APPRAISALS,
  ...ABOUT_CALIBRATION,
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
