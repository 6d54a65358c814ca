/** A check of a period before it opens: where its scheme takes ratings only from certified appraisers, who is not. */
import type { Finding, PreflightCheck } from '#features/periods/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { certificationOf } from '../certification.ts';
import { office } from '../text-office.ts';

/** A warning only: the training can be taken until ratings begin, and the rating itself is refused without it. */
export const certificateCheck: PreflightCheck = {
  code: 'appraisers-certified',
  severity: 'warning',
  title: (count) => (count > 0 ? office.checkTitle({ count }) : office.checkPassed()),
  advice: office.checkAdvice,
  find: async (tx, { period, schemes, candidates, today }) => {
    const on = today > period.startsOn ? today : period.startsOn;
    const findings: Finding[] = [];
    for (const { id, version, scheme } of schemes) {
      if (scheme?.training?.certificate !== 'required') continue;
      const own = candidates.filter((each) => each.scheme.id === id && each.scheme.version === version);
      const appraisers = new Map(
        own.flatMap(({ appraiser }) => (appraiser ? [[appraiser.id, appraiser.name]] : [])),
      );
      const held = await certificationOf(tx, [...appraisers.keys()], id, on);
      for (const [personId, name] of appraisers)
        if (held.get(personId)?.state !== 'valid')
          findings.push({
            name,
            detail: inLocale(scheme.title),
            path: `/training/appraisers?scheme=${id}&state=not-certified`,
            unitName: '',
          });
    }
    return findings;
  },
};
