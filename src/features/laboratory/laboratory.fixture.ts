/** Drafts of a test city, and a run small enough for a test. */
import { schemeStore } from '#app/scheme-store.ts';
import type { City } from '../../../test/support/city.ts';

/** Forty people, five periods. */
export const SMALL: Readonly<Record<string, string>> = {
  name: 'Uji kecil',
  structure: 'invented',
  people: '40',
  span: '5',
  unit: '10',
  periods: '5',
  seed: '7',
  second: '',
};

export async function addDraft(
  city: City,
  id: string,
  kind: 'draft' | 'discussion' | 'broken',
): Promise<void> {
  await city.db.write(async (tx) => {
    const source =
      kind === 'broken' ? 'language: 1' : ((await schemeStore().source(tx, 'pp-30-2019', 1)) ?? '');
    await tx.db
      .insertInto('scheme_drafts')
      .values({
        agency_id: tx.agencyId,
        id,
        scheme_id: `skema-${kind}`,
        version: 1,
        title: `Rancangan ${kind}`,
        source,
        revision: 1,
        state: kind === 'discussion' ? 'discussion' : 'draft',
        ...(kind === 'discussion' ? { discussion_from: '2020-01-01', discussion_until: '2099-12-31' } : {}),
        created_by: city.officer.id,
        created_at: tx.now,
        updated_by: city.officer.id,
        updated_at: tx.now,
      })
      .execute();
    await tx.db
      .insertInto('scheme_draft_revisions')
      .values({
        agency_id: tx.agencyId,
        draft_id: id,
        revision: 1,
        source,
        saved_by: city.officer.id,
        saved_at: tx.now,
      })
      .execute();
  });
}
