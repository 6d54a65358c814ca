/** Which ids and numbers of versions are taken: by what is shipped and by what the agency adopted. */
import type { Tx } from '#platform/database/database.ts';
import type { SchemeStore } from '../store.ts';

export interface KnownVersion {
  readonly id: string;
  readonly version: number;
  readonly title: { readonly id: string; readonly en: string };
  /** National and templates are shipped; adopted ones are the agency's own. */
  readonly kind: 'national' | 'adopted' | 'template';
}

/** Every version that a draft can begin from: the agency's own first, then templates, then national ones. */
export async function knownVersions(tx: Tx, schemes: SchemeStore): Promise<readonly KnownVersion[]> {
  const adopted: KnownVersion[] = (await schemes.usable(tx))
    .filter(({ scheme }) => scheme.authority === 'local')
    .map(({ scheme }) => ({ id: scheme.id, version: scheme.version, title: scheme.title, kind: 'adopted' }));
  const isAdopted = new Set(adopted.map((each) => `${each.id}@${each.version}`));
  const shipped: KnownVersion[] = schemes.shipped
    .filter(({ scheme }) => !isAdopted.has(`${scheme.id}@${scheme.version}`))
    .map(({ scheme }) => ({
      id: scheme.id,
      version: scheme.version,
      title: scheme.title,
      kind: scheme.authority === 'national' ? 'national' : 'template',
    }));
  const of = (kind: KnownVersion['kind']) => shipped.filter((each) => each.kind === kind);
  return [...adopted.reverse(), ...of('template'), ...of('national')];
}

export function nationalIds(schemes: SchemeStore): ReadonlySet<string> {
  return new Set(
    schemes.shipped.filter(({ scheme }) => scheme.authority === 'national').map(({ scheme }) => scheme.id),
  );
}

/** Ids that a new scheme may not take: those of shipped, adopted and drafted ones. */
export async function takenIds(tx: Tx, schemes: SchemeStore): Promise<ReadonlySet<string>> {
  const adopted = await tx.db
    .selectFrom('scheme_versions')
    .select('scheme_id')
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .execute();
  return new Set([...schemes.shipped.map(({ scheme }) => scheme.id), ...adopted.map((row) => row.scheme_id)]);
}

/** One more than the highest number that is shipped or adopted under this id. */
export async function nextVersion(tx: Tx, schemes: SchemeStore, schemeId: string): Promise<number> {
  const row = await tx.db
    .selectFrom('scheme_versions')
    .select((select) => select.fn.max('version').as('highest'))
    .where('agency_id', '=', tx.agencyId)
    .where('scheme_id', '=', schemeId)
    .executeTakeFirst();
  const shipped = schemes.shipped
    .filter(({ scheme }) => scheme.id === schemeId)
    .map(({ scheme }) => scheme.version);
  return Math.max(0, row?.highest ?? 0, ...shipped) + 1;
}
