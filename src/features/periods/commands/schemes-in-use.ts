import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Candidate } from '../candidates.ts';
import type { SchemeInUse } from '../preflight/index.ts';
import type { Period } from '../queries.ts';
import { schemeKey } from '../schemes.ts';

/** The period's own version and those that its rules give to anybody. */
export async function schemesInUse(
  tx: Tx,
  schemes: SchemeStore,
  period: Period,
  taking: readonly Candidate[],
): Promise<readonly SchemeInUse[]> {
  const own = { id: period.schemeId, version: period.schemeVersion };
  const counts = new Map([[schemeKey(own), { ...own, people: 0 }]]);
  for (const { scheme } of taking) {
    const known = counts.get(schemeKey(scheme)) ?? { ...scheme, people: 0 };
    counts.set(schemeKey(scheme), { ...known, people: known.people + 1 });
  }
  const found: SchemeInUse[] = [];
  for (const use of counts.values())
    found.push({ ...use, scheme: (await schemes.find(tx, use.id, use.version))?.scheme });
  return found.filter((use) => use.people > 0 || taking.length === 0);
}
