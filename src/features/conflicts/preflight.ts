/** Before a period opens: appraisers whom the scheme would have replaced are known while there is time to choose others. */
import { askingRules, type Scheme } from '#domain/schemes/index.ts';
import type { Candidate, Finding, PreflightCheck } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { messages } from '#platform/locale/messages.ts';
import { conflictsBetween, pairKey } from './between.ts';
import { strictest } from './strictest.ts';
import { kindLabel } from './words.ts';

const text = messages({
  title: {
    id: '{count} penilaian dengan benturan kepentingan yang meminta pengganti',
    en: {
      one: '{count} appraisal with a conflict of interest that asks for another appraiser',
      other: '{count} appraisals with a conflict of interest that asks for another appraiser',
    },
  },
  advice: {
    id: 'Menurut skema, pejabat penilai ini diganti. Tetapkan penilai lain sebelum periode dibuka.',
    en: 'By the scheme these appraisers are replaced. Assign others before the period opens.',
  },
  detail: { id: '{kinds}; penilai: {appraiser}', en: '{kinds}; appraiser: {appraiser}' },
});

export const conflictCheck: PreflightCheck = {
  code: 'conflicts',
  severity: 'warning',
  title: (count) => text.title({ count }),
  advice: text.advice,
  async find(tx, { candidates, schemes, period, today }) {
    const on = today < period.startsOn ? period.startsOn : today > period.endsOn ? period.endsOn : today;
    const findings: Finding[] = [];
    for (const { id, version, scheme } of schemes) {
      if (!scheme) continue;
      const own = candidates.filter((each) => each.scheme.id === id && each.scheme.version === version);
      findings.push(...(await replaced(tx, scheme, own, { on, periodId: period.id })));
    }
    return findings;
  },
};

async function replaced(
  tx: Tx,
  scheme: Scheme,
  candidates: readonly Candidate[],
  at: { readonly on: string; readonly periodId: string },
): Promise<readonly Finding[]> {
  const pairs = candidates.flatMap(({ personId, appraiser }) =>
    appraiser ? [{ raterId: appraiser.id, rateeId: personId }] : [],
  );
  const { contactMonths } = askingRules(scheme);
  const conflicts = await conflictsBetween(tx, pairs, { ...at, contactMonths });
  return candidates.flatMap((candidate) => {
    const { appraiser, personId } = candidate;
    const own = (appraiser && conflicts.get(pairKey(appraiser.id, personId))) || [];
    if (!appraiser || strictest(scheme, own) !== 'replace') return [];
    return [
      {
        name: candidate.name,
        detail: text.detail({
          kinds: own.map(({ kind }) => inLocale(kindLabel(kind))).join(', '),
          appraiser: appraiser.name,
        }),
        path: `/people/${personId}/appraiser`,
        unitName: candidate.unitName,
      },
    ];
  });
}
