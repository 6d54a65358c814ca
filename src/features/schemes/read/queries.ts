/** What the list of schemes shows: every version this agency may read, and which periods use it. */
import type { Bilingual } from '#domain/bilingual.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { SchemeStore } from '../store.ts';
import type { Standing } from './access.ts';

export interface PeriodOfScheme {
  readonly id: string;
  readonly name: string;
  readonly state: string;
}

export interface SchemeLine {
  readonly id: string;
  readonly version: number;
  readonly standing: Standing;
  readonly title: Bilingual;
  readonly summary: Bilingual;
  readonly effective: Scheme['effective'];
  /** Decree of the adoption, where the agency adopted it. */
  readonly decree: string | null;
  readonly decidedOn: string | null;
  readonly periods: readonly PeriodOfScheme[];
  readonly isNewest: boolean;
  /** Names and texts in both languages in which the list is searched. */
  readonly searchable: readonly string[];
}

/** Versions in the order national, own, templates; of each the newest first. */
export async function listSchemes(tx: Tx, schemes: SchemeStore): Promise<readonly SchemeLine[]> {
  const [usable, adoptions, periods] = [
    await schemes.usable(tx),
    await adoptionsOf(tx),
    await periodsByScheme(tx),
  ];
  const taken = new Set(usable.map(({ scheme }) => keyOf(scheme)));
  const templates = schemes.shipped.filter(({ scheme }) => !taken.has(keyOf(scheme)));
  const line = (scheme: Scheme, standing: Standing, siblings: readonly Scheme[]): SchemeLine => {
    const key = keyOf(scheme);
    const adoption = adoptions.get(key);
    return {
      id: scheme.id,
      version: scheme.version,
      standing,
      title: scheme.title,
      summary: scheme.summary,
      effective: scheme.effective,
      decree: adoption?.decree ?? null,
      decidedOn: adoption?.decidedOn ?? null,
      periods: periods.get(key) ?? [],
      isNewest: !siblings.some((other) => other.id === scheme.id && other.version > scheme.version),
      searchable: searchableTexts(scheme),
    };
  };
  const readable = usable.map(({ scheme }) => scheme);
  const offered = templates.map(({ scheme }) => scheme);
  const standingOf = ({ authority }: Scheme) => (authority === 'national' ? 'national' : 'adopted');
  return [
    ...readable.map((scheme) => line(scheme, standingOf(scheme), readable)),
    ...offered.map((scheme) => line(scheme, 'template', offered)),
  ].sort(
    (first, second) =>
      ORDER.indexOf(first.standing) - ORDER.indexOf(second.standing) ||
      second.effective.from.localeCompare(first.effective.from) ||
      first.id.localeCompare(second.id) ||
      second.version - first.version,
  );
}

function searchableTexts(scheme: Scheme): readonly string[] {
  const components = Object.values(scheme.components).map(({ label }) => label);
  const texts = [scheme.title, scheme.summary, ...components].flatMap(({ id, en }) => [id, en]);
  return [scheme.id, ...texts, ...Object.values(scheme.regulations).map(({ name }) => name)];
}

const ORDER: readonly Standing[] = ['national', 'adopted', 'template'];

function keyOf({ id, version }: { id: string; version: number }): string {
  return `${id}@${version}`;
}

async function adoptionsOf(tx: Tx) {
  const rows = await tx.db
    .selectFrom('scheme_versions')
    .select(['scheme_id', 'version', 'decree', 'decided_on'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  return new Map(
    rows.map((row) => [
      keyOf({ id: row.scheme_id, version: row.version }),
      { decree: row.decree, decidedOn: row.decided_on },
    ]),
  );
}

/** Periods by the versions that they use: as their own, or for a part of their people. */
async function periodsByScheme(tx: Tx): Promise<ReadonlyMap<string, readonly PeriodOfScheme[]>> {
  const own = await tx.db
    .selectFrom('periods')
    .select(['id', 'name', 'state', 'scheme_id', 'scheme_version', 'starts_on'])
    .where('agency_id', '=', tx.agencyId)
    .execute();
  const scoped = await tx.db
    .selectFrom('period_schemes')
    .innerJoin('periods', (join) =>
      join.onRef('periods.id', '=', 'period_schemes.period_id').on('periods.agency_id', '=', tx.agencyId),
    )
    .select(['periods.id', 'periods.name', 'periods.state', 'periods.starts_on'])
    .select(['period_schemes.scheme_id', 'period_schemes.scheme_version'])
    .where('period_schemes.agency_id', '=', tx.agencyId)
    .execute();
  const found = new Map<string, PeriodOfScheme[]>();
  const newestFirst = [...own, ...scoped].sort((a, b) => b.starts_on.localeCompare(a.starts_on));
  for (const { id, name, state, scheme_id, scheme_version } of newestFirst) {
    const key = keyOf({ id: scheme_id, version: scheme_version });
    const list = found.get(key) ?? [];
    if (!list.some((period) => period.id === id)) list.push({ id, name, state });
    found.set(key, list);
  }
  return found;
}

/** Periods that use one version. */
export async function periodsOf(
  tx: Tx,
  scheme: { readonly id: string; readonly version: number },
): Promise<readonly PeriodOfScheme[]> {
  return (await periodsByScheme(tx)).get(keyOf(scheme)) ?? [];
}
