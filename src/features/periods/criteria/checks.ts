/** A period cannot open before its criteria were published, the notice time has run, and people have read them. */
import { formatDate } from '#platform/locale/format.ts';
import type { Candidate } from '../candidates.ts';
import type { Finding, PreflightCheck, PreflightInput } from '../preflight/check.ts';
import { askedBy, earliestOpening, readingOf, shortOf } from './readers.ts';
import { text } from './text.ts';

const pathOf = ({ period }: PreflightInput) => `/periods/${period.id}/criteria`;

const published: PreflightCheck = {
  code: 'criteria-published',
  severity: 'blocking',
  title: () => text.checkPublished(),
  advice: text.checkPublishedAdvice,
  find: (_tx, input) => {
    const { period, schemes } = input;
    if (period.criteriaPublishedOn || !askedBy(schemes).publication) return [];
    return [{ name: period.name, detail: text.unpublished(), path: pathOf(input), unitName: '' }];
  },
};

const notice: PreflightCheck = {
  code: 'criteria-notice',
  severity: 'blocking',
  title: () => text.checkNotice(),
  advice: text.checkNoticeAdvice,
  find: (_tx, input) => {
    const { period, schemes, today } = input;
    if (!period.criteriaPublishedOn) return [];
    const earliest = earliestOpening(period.criteriaPublishedOn, askedBy(schemes));
    if (today >= earliest) return [];
    const detail = text.checkNoticeDetail({ date: formatDate(earliest) });
    return [{ name: period.name, detail, path: pathOf(input), unitName: '' }];
  },
};

const finding =
  (input: PreflightInput) =>
  (each: Candidate): Finding => ({
    name: each.name,
    detail: each.positionName,
    path: pathOf(input),
    unitName: each.unitName,
  });

const read: PreflightCheck = {
  code: 'criteria-read',
  severity: 'blocking',
  title: (count) => text.checkRead({ count }),
  advice: text.checkReadAdvice,
  find: async (tx, input) => {
    if (!input.period.criteriaPublishedOn) return [];
    const reading = await readingOf(tx, input.period.id, input.candidates);
    return shortOf(input.schemes, reading).short.map(finding(input));
  },
};

const readByAll: PreflightCheck = {
  code: 'criteria-read-by-all',
  severity: 'warning',
  title: (count) => text.checkReadRest({ count }),
  advice: text.checkReadRestAdvice,
  find: async (tx, input) => {
    if (!input.period.criteriaPublishedOn) return [];
    const reading = await readingOf(tx, input.period.id, input.candidates);
    return shortOf(input.schemes, reading).rest.map(finding(input));
  },
};

export const CRITERIA_CHECKS: readonly PreflightCheck[] = [published, notice, read, readByAll];
