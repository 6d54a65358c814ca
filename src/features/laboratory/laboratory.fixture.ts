/** Drafts of a test city, and a run small enough for a test. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { newId } from '#platform/identifier.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { TestApp } from '../../../test/support/app.ts';
import { type City, createCity, type TestPerson } from '../../../test/support/city.ts';
import type { TestDatabase } from '../../../test/support/database.ts';
import { fieldsOf } from './form.ts';
import { settingsOf } from './presets.ts';

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

/** So many more people of the clinic, appraised by its head in the period of the city. */
export async function addStaff(test: TestDatabase, city: City, count: number): Promise<void> {
  await test.owner.query(
    `with made as (
      insert into people (agency_id, id, kind, name, created_at, updated_at)
      select $1, gen_random_uuid(), 'non-asn', 'Pegawai ' || n, now(), now() from generate_series(1, $2) n
      returning id
    ), placed as (
      insert into placements (agency_id, id, person_id, unit_id, kind, position_name, position_kind, is_head, valid_from)
      select $1, gen_random_uuid(), id, $3, 'definitive', 'Perawat', 'jf', false, '2024-01-01' from made
      returning id, person_id
    )
    insert into participants (agency_id, id, period_id, person_id, placement_id, unit_id, appraiser_id, starts_on,
      ends_on, state, created_at, scheme_id, scheme_version)
    select $1, gen_random_uuid(), p.id, placed.person_id, placed.id, $3, $4, p.starts_on, p.ends_on, 'active', now(),
      p.scheme_id, p.scheme_version
    from placed, periods p where p.agency_id = $1 and p.id = $5`,
    [city.agencyId, count, city.units.clinic, city.appraiser.id, city.periodId],
  );
}

export const NATIONAL = 'version:permenpanrb-6-2022@1';

/** Two cities, three drafts in one of them, and the questions that tests ask again and again. */
export async function laboratoryBench(test: TestDatabase, app: TestApp) {
  const city = await createCity(test.database, 'kota-coba');
  const other = await createCity(test.database, 'kota-lain');
  const drafts = { draft: newId(), discussion: newId(), broken: newId() };
  for (const [state, id] of Object.entries(drafts)) await addDraft(city, id, state as keyof typeof drafts);
  const path = (inside = '') => `/a/${city.code}/laboratory${inside}`;
  return {
    city,
    other,
    drafts,
    path,
    ask: (
      fields: Record<string, string> = {},
      who: Pick<TestPerson, 'accountId'> | null = city.officer,
    ): Promise<Response> =>
      app.post(who?.accountId ?? null, path(), {
        id: newId(),
        secondId: newId(),
        ...fieldsOf(settingsOf('reported')),
        ...SMALL,
        subject: NATIONAL,
        ...fields,
      }),
    stateOf: async (id: string) =>
      (await test.owner.query('select * from laboratory_runs where id = $1', [id])).rows[0],
    counts: async () =>
      (
        await test.owner.query(
          `select (select count(*) from laboratory_runs)::int as runs,
            (select count(*) from audit_events where type like 'laboratory.%')::int as events,
            (select count(*) from graphile_worker._private_jobs)::int as jobs`,
        )
      ).rows[0],
  };
}
