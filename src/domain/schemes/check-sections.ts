/** Checks of the sections that say what is measured, who sees what, and in which steps. */
import { say } from '../bilingual.ts';
import { leastAnswers } from './hearing.ts';
import type { Report } from './mechanisms/mechanism.ts';
import { reportRepeated, reportUnknown, type Sections } from './reports.ts';

/** Voices whose members must stay unknown to the person appraised. */
const ANONYMOUS = ['colleague', 'subordinate', 'service-user', 'citizen'] as const;

export function checkSections(sections: Sections, report: Report): void {
  const names = Object.keys(sections.components);
  reportRepeated(report, ['indicators'], sections.indicators ?? []);
  for (const [index, { component }] of (sections.indicators ?? []).entries())
    if (!names.includes(component))
      reportUnknown(report, ['indicators', index, 'component'], component, names);
  reportRepeated(report, ['steps'], sections.steps ?? []);
  for (const [index, { to }] of (sections.openness?.shown ?? []).entries())
    reportTwice(report, ['openness', 'shown', index, 'to'], to);
  reportTwice(report, ['measurability', 'require'], sections.measurability?.require ?? []);
  checkAnonymity(sections, report);
  checkAsking(sections, report);
}

/** Whoever asks fewer people than have to answer, or more at least than at most, can never hear enough of them. */
function checkAsking(sections: Sections, report: Report): void {
  for (const [name, limits] of Object.entries(sections.asking?.voices ?? {})) {
    const least = leastAnswers(sections, name);
    if (limits.fewest < least)
      report(
        ['asking', 'voices', name, 'fewest'],
        say(
          {
            id: 'meminta {fewest} orang, padahal suara ini dihitung mulai {least} jawaban',
            en: 'asks {fewest} people, but this voice counts from {least} answers on',
          },
          { fewest: limits.fewest, least },
        ),
        say({ id: 'tulis fewest: {least} atau lebih', en: 'write fewest: {least} or more' }, { least }),
      );
    if (limits.most < limits.fewest)
      report(
        ['asking', 'voices', name, 'most'],
        say(
          { id: 'lebih kecil daripada fewest ({fewest})', en: 'is less than fewest ({fewest})' },
          { fewest: limits.fewest },
        ),
        say(
          { id: 'tulis most: {fewest} atau lebih', en: 'write most: {fewest} or more' },
          { fewest: limits.fewest },
        ),
      );
  }
}

function reportTwice(report: Report, path: readonly PropertyKey[], entries: readonly string[]): void {
  for (const [index, entry] of entries.entries()) {
    if (entries.indexOf(entry) === index) continue;
    report(
      [...path, index],
      say({ id: '"{entry}" sudah disebut', en: '"{entry}" is already named' }, { entry }),
      { id: 'hapus yang kedua', en: 'remove the second' },
    );
  }
}

/** A mean of fewer answers than the promised number would tell who gave them. */
function checkAnonymity({ components, openness }: Sections, report: Report): void {
  const least = openness?.anonymousFrom;
  if (least === undefined) return;
  for (const [name, settings] of Object.entries(components)) {
    if (!settings || !('voices' in settings)) continue;
    for (const voice of ANONYMOUS) {
      const rule = settings.voices[voice];
      if (!rule || (rule.atLeast ?? 1) >= least) continue;
      report(
        ['components', name, 'voices', voice],
        say(
          {
            id: 'dihitung mulai {atLeast} jawaban, padahal openness.anonymousFrom menjanjikan {least}',
            en: 'counted from {atLeast} answers on, but openness.anonymousFrom promises {least}',
          },
          { atLeast: rule.atLeast ?? 1, least },
        ),
        say({ id: 'tulis atLeast: {least}', en: 'write atLeast: {least}' }, { least }),
      );
    }
  }
}
