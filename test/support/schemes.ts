/** A scheme of an agency's own for tests: the national one under another name, adopted by an officer's act. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { WHOLE_AGENCY } from '#features/people/index.ts';
import { adoptVersion } from '#features/schemes/index.ts';
import { projectRoot } from '#platform/project-root.ts';
import type { City } from './city.ts';

const NATIONAL = path.join(projectRoot(), 'schemes/nasional/permenpanrb-6-2022/v1/scheme.yaml');

export function localScheme(id: string, version = 1, more = ''): string {
  const text = readFileSync(NATIONAL, 'utf8')
    .replace(/^id: .*$/m, `id: ${id}`)
    .replace(/^version: .*$/m, `version: ${version}`)
    .replace(/^authority: national$/m, 'authority: local');
  return `${text}\n${more}`;
}

/** Adopts a scheme text in the name of the city's officer. */
export async function adopt(city: City, source: string): Promise<void> {
  const { officer } = city;
  await city.db.write((tx) =>
    adoptVersion(
      tx,
      {
        personId: officer.id,
        accountId: officer.accountId,
        name: officer.name,
        officer: WHOLE_AGENCY,
        leader: { kind: 'none' },
        isAuditor: false,
      },
      { source, decree: '800/12/2026', decidedOn: '2026-01-05', draftId: null },
    ),
  );
}

/** The text of a shipped scheme, such as `kota-sawahlunto/sawahlunto-kinerja`. */
export function shippedScheme(place: string, version = 1): string {
  return readFileSync(path.join(projectRoot(), 'schemes', place, `v${version}`, 'scheme.yaml'), 'utf8');
}

/** Puts the participants of the city's open period under a version that it has adopted. */
export async function putUnder(city: City, id: string, version = 1): Promise<void> {
  await city.db.write((tx) =>
    tx.db
      .updateTable('participants')
      .set({ scheme_id: id, scheme_version: version })
      .where('agency_id', '=', tx.agencyId)
      .where('period_id', '=', city.periodId)
      .execute(),
  );
}
