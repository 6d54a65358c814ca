/** Checks of the sections that guide the appraisal beside the result: behaviours, plan, pattern, credit. */
import { Decimal } from 'decimal.js';
import { say } from '../bilingual.ts';
import { PREDICATES } from '../rules/codes.ts';
import type { Scheme } from './language.ts';
import type { Report } from './mechanisms/mechanism.ts';
import { below, reportRepeated, reportUnknown, type Sections } from './reports.ts';

export function checkAppraisal(sections: Sections, report: Report): void {
  reportRepeated(report, ['behaviours', 'values'], sections.behaviours?.values ?? []);
  const { plan } = sections;
  if (plan) {
    for (const list of ['models', 'lineKinds', 'aspects', 'perspectives', 'annexes'] as const)
      reportRepeated(report, ['plan', list], plan[list]);
  }
  reportRepeated(report, ['checkIns', 'frequencies'], sections.checkIns?.frequencies ?? []);
  if (sections.organisation) checkOrganisation(sections.organisation, below(report, 'organisation'));
  if (sections.creditPoints) checkCreditPoints(sections.creditPoints, below(report, 'creditPoints'));
}

type Organisation = NonNullable<Scheme['organisation']>;
type Pattern = Organisation['distribution'][string];

function checkOrganisation({ predicates, distribution }: Organisation, report: Report): void {
  reportRepeated(report, ['predicates'], predicates);
  const codes = predicates.map(({ code }) => code);
  for (const code of codes) {
    if (Object.hasOwn(distribution, code)) continue;
    report(
      ['distribution', code],
      say({ id: 'pola untuk {code} belum ada', en: 'the pattern for {code} is missing' }, { code }),
      { id: 'tulis dominant dan limits', en: 'write dominant and limits' },
    );
  }
  for (const [code, pattern] of Object.entries(distribution)) {
    if (!codes.includes(code)) reportUnknown(report, ['distribution', code], code, codes);
    checkPattern(pattern, below(report, 'distribution', code));
  }
}

/** A pattern that no group of people can keep would warn everybody for ever. */
function checkPattern({ dominant, limits }: Pattern, report: Report): void {
  let leastTogether = 0;
  for (const [index, limit] of limits.entries()) {
    if (limit.kind === 'min-percent') leastTogether += limit.percent;
    const shuts = limit.kind === 'none' || (limit.kind === 'max-percent' && limit.percent === 0);
    if (!shuts || !limit.predicates.includes(dominant)) continue;
    report(
      ['limits', index],
      { id: 'menutup predikat yang seharusnya dominan', en: 'shuts out the predicate that should dominate' },
      { id: 'ubah dominant atau batas ini', en: 'change dominant or this limit' },
    );
  }
  for (const [index, most] of limits.entries()) {
    if (most.kind !== 'max-percent') continue;
    for (const least of limits) {
      if (least.kind !== 'min-percent' || least.percent <= most.percent) continue;
      if (!least.predicates.every((predicate) => most.predicates.includes(predicate))) continue;
      report(
        ['limits', index, 'percent'],
        say(
          {
            id: 'lebih kecil daripada batas paling sedikit {least} %',
            en: 'is below the least share of {least} %',
          },
          { least: least.percent },
        ),
        {
          id: 'naikkan batas ini, atau turunkan batas paling sedikit',
          en: 'raise this limit, or lower the least share',
        },
      );
    }
  }
  if (leastTogether <= 100) return;
  report(
    ['limits'],
    say(
      { id: 'batas paling sedikit berjumlah {sum} %', en: 'the least shares sum to {sum} %' },
      { sum: leastTogether },
    ),
    { id: 'turunkan sampai paling banyak 100 %', en: 'lower them to at most 100 %' },
  );
}

function checkCreditPoints(
  { percent, coefficients }: NonNullable<Scheme['creditPoints']>,
  report: Report,
): void {
  for (const [index, predicate] of PREDICATES.entries()) {
    const better = PREDICATES[index - 1];
    if (better === undefined || percent[predicate] <= percent[better]) continue;
    report(
      ['percent', predicate],
      say({ id: 'lebih besar daripada {better}', en: 'is more than that of {better}' }, { better }),
      {
        id: 'predikat yang lebih baik tidak boleh memberi angka lebih kecil',
        en: 'a better predicate may not give less',
      },
    );
  }
  for (const [level, coefficient] of Object.entries(coefficients)) {
    if (new Decimal(coefficient).decimalPlaces() <= 2) continue;
    report(
      ['coefficients', level],
      { id: 'lebih dari dua angka desimal', en: 'has more than two decimals' },
      { id: 'tulis dua angka desimal', en: 'write two decimals' },
    );
  }
}
