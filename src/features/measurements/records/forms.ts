/** What an employee typed against a day or a case, as a proposal or as errors by field. */
import { clockMinuteOf, EXCUSES, type Excuse, MINUTES_OF_DAY } from '#domain/attendance/index.ts';
import { readLink } from '#platform/links/check-link.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { minuteOf } from '../sheets/when.ts';
import type { CaseProposal, DayProposal } from './proposal.ts';
import { text } from './text.ts';

export type Typed = Readonly<Record<string, string>>;

type Read<Proposal> =
  | { readonly ok: true; readonly proposal: Proposal; readonly reason: string; readonly link: string | null }
  | { readonly ok: false; readonly errors: FieldErrors };

/** Reason and link are the same for days and cases. */
function common(typed: Typed): { errors: Record<string, string>; reason: string; link: string | null } {
  const errors: Record<string, string> = {};
  const reason = (typed.reason ?? '').trim().slice(0, 2000);
  if (!reason) errors.reason = text.reasonMissing();
  const written = (typed.link ?? '').trim();
  const link = written ? readLink(written) : null;
  if (written && !link) errors.link = text.linkWrong();
  return { errors, reason, link: link ? link.href : null };
}

export function readDayForm(typed: Typed): Read<DayProposal> {
  const { errors, reason, link } = common(typed);
  const proposal = dayProposalOf(typed, errors);
  if (!proposal || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, proposal, reason, link };
}

function dayProposalOf(typed: Typed, errors: Record<string, string>): DayProposal | undefined {
  if (typed.should === 'excused') {
    const excuse = EXCUSES.find((each): each is Excuse => each === typed.excuse);
    if (excuse) return { status: 'excused', excuse };
    errors.excuse = text.kindMissing();
    return undefined;
  }
  if (typed.should !== 'present') {
    errors.should = text.chooseWhat();
    return undefined;
  }
  const timeIn = clockMinuteOf(typed.timeIn ?? '');
  const timeOut = clockMinuteOf(typed.timeOut ?? '');
  if (timeIn === undefined) errors.timeIn = text.timeWrong();
  if (timeOut === undefined) errors.timeOut = text.timeWrong();
  if (timeIn === undefined || timeOut === undefined) return undefined;
  // A shift across midnight is left on the next day.
  const isNight = timeOut <= timeIn && typed.night === 'yes';
  if (timeOut <= timeIn && !isNight) {
    errors.timeOut = text.timeOrder();
    return undefined;
  }
  return { status: 'present', timeIn, timeOut: isNight ? timeOut + MINUTES_OF_DAY : timeOut };
}

export function readCaseForm(typed: Typed): Read<CaseProposal> {
  const { errors, reason, link } = common(typed);
  const proposal = caseProposalOf(typed, errors);
  if (!proposal || Object.keys(errors).length > 0) return { ok: false, errors };
  return { ok: true, proposal, reason, link };
}

function caseProposalOf(typed: Typed, errors: Record<string, string>): CaseProposal | undefined {
  if (typed.should === 'not-mine') return { what: 'not-mine' };
  if (typed.should !== 'times') {
    errors.should = text.chooseWhat();
    return undefined;
  }
  const start = minuteOf(typed.start ?? '');
  const written = (typed.end ?? '').trim();
  const end = written ? minuteOf(written) : null;
  if (!start) errors.start = text.momentWrong();
  if (end === undefined) errors.end = text.momentWrong();
  if (!start || end === undefined) return undefined;
  if (end !== null && end < start) {
    errors.end = text.momentOrder();
    return undefined;
  }
  return { what: 'times', start, end };
}
