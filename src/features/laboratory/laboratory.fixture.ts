/** Drafts of a test city, and a run small enough for a test. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { projectRoot } from '#platform/project-root.ts';
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

const SOURCE = path.join(projectRoot(), 'schemes/nasional/pp-30-2019/v1/scheme.yaml');

export async function addDraft(
  city: City,
  id: string,
  kind: 'draft' | 'discussion' | 'broken',
): Promise<void> {
  await city.db.write(async (tx) => {
    const source = kind === 'broken' ? 'language: 1' : readFileSync(SOURCE, 'utf8');
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
