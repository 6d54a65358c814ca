/** Short words for states of days and contests, the same on every page. */
import { clockText, EXCUSE_LABELS } from '#domain/attendance/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import type { Tone } from '#ui/parts.tsx';
import { serviceOf } from '../components.ts';
import type { Contest, Subject } from '../contests.ts';
import type { DayRow } from '../days.ts';
import type { CaseProposal, DayProposal } from '../proposal.ts';
import { text } from '../text.ts';

/** `Hadir, terlambat 20 menit`. */
export function dayState(day: Pick<DayRow, 'status' | 'late' | 'early' | 'excuse' | 'missing'>): string {
  if (day.status !== 'present')
    return day.status === 'excused' && day.excuse
      ? `${text.excused()}: ${inLocale(EXCUSE_LABELS[day.excuse])}`
      : text[day.status]();
  return [
    text.present(),
    ...(day.missing === 'in' ? [text.noTimeIn()] : []),
    ...(day.late > 0 && day.missing !== 'in' ? [text.lateBy({ minutes: day.late })] : []),
    ...(day.missing === 'out' ? [text.noTimeOut()] : []),
    ...(day.early > 0 && day.missing !== 'out' ? [text.earlyBy({ minutes: day.early })] : []),
  ].join(', ');
}

/** The letter of a day in the calendar, with minutes where they count. */
export function dayCode({ status, late, early }: DayRow): string {
  if (status === 'excused') return 'I';
  if (status === 'absent') return 'A';
  if (status === 'off') return '';
  if (late === 0 && early === 0) return 'H';
  return [late > 0 ? `T${late}` : '', early > 0 ? `P${early}` : ''].filter(Boolean).join(' ');
}

export const CONTEST_TONES: Readonly<Record<Contest['state'], Tone>> = {
  open: 'warning',
  accepted: 'success',
  refused: 'error',
  withdrawn: 'neutral',
};

export function dayOrigin(day: DayRow): string {
  const note = day.note || '–';
  switch (day.origin) {
    case 'file':
      return text.fromFile({ note });
    case 'calendar':
      return text.fromCalendar({ note });
    case 'contest':
      return text.fromContest({ note });
    case 'officer':
      return text.fromOfficer({ note });
  }
}

export function proposedDayWords(proposal: DayProposal): string {
  return proposal.status === 'excused'
    ? `${text.excused()}: ${inLocale(EXCUSE_LABELS[proposal.excuse])}`
    : `${text.present()}, ${clockText(proposal.timeIn)}–${clockText(proposal.timeOut)}`;
}

export function proposedCaseWords(proposal: CaseProposal): string {
  return proposal.what === 'not-mine'
    ? text.proposedNotMine()
    : text.proposedTimes({
        start: momentWords(proposal.start),
        end: proposal.end ? momentWords(proposal.end) : text.notFinished(),
      });
}

/** `2026-03-02T09:15` as `2 Mar 2026 09.15`. */
export function momentWords(moment: string): string {
  return `${formatDate(moment.slice(0, 10), 'short')} ${moment.slice(11).replace(':', '.')}`;
}

export function subjectWords(subject: Subject): string {
  return subject.kind === 'day'
    ? text.dayNamed({ date: formatDate(subject.date) })
    : text.caseNamed({ number: subject.number });
}

export function serviceName(compiled: CompiledScheme, component: string, code: string): string {
  const service = serviceOf(compiled, component)?.services.find((each) => each.code === code);
  return service ? inLocale(service.label) : code;
}
