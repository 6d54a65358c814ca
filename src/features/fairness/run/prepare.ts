/** What a run is computed from: the forms as tables, what stands beside them, and a fingerprint of it all. */
import { createHash } from 'node:crypto';
import type { FairnessSettings, RatingTable } from '#domain/statistics/fairness/types.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Block, collectForms } from '../collect/forms.ts';
import { tableOf } from '../collect/table.ts';
import { tiesOf, unnamedForms } from '../collect/ties.ts';
import { METHOD } from './method.ts';

export interface Prepared {
  /** One for each scheme version with at least one form. */
  readonly models: readonly { readonly block: Block; readonly table: RatingTable }[];
  /** By `scheme@version`, then by voice. */
  readonly unnamed: ReadonlyMap<string, Readonly<Record<string, number>>>;
  readonly inputSha256: string;
}

export async function prepare(
  tx: Tx,
  schemes: SchemeStore,
  { periodId, settings }: { readonly periodId: string; readonly settings: FairnessSettings },
): Promise<Prepared> {
  const blocks = await collectForms(tx, schemes, periodId);
  const ties = await tiesOf(tx, periodId);
  const models = blocks
    .filter(({ forms }) => forms.length > 0)
    .map((block) => ({ block, table: tableOf(block, ties) }));
  return {
    models,
    unnamed: await unnamedForms(tx, periodId),
    inputSha256: fingerprint(settings, models),
  };
}

/** Forms and settings as bytes: whoever has the same data and the same settings gets the same figures. */
function fingerprint(settings: FairnessSettings, models: Prepared['models']): string {
  const hash = createHash('sha256').update(`${METHOD}\n${inOrder(settings)}\n`);
  for (const { block, table } of models) {
    const { id, version } = block.compiled.scheme;
    hash.update(`${id}@${version}\n`);
    hash.update([...table.rateeIds, ...table.raterIds, ...table.itemIds].join('\n'));
    for (const column of [
      table.ratee,
      table.rater,
      table.item,
      table.score,
      table.day,
      table.tie,
      table.role,
    ])
      if (column) hash.update(new Uint8Array(column.buffer, column.byteOffset, column.byteLength));
  }
  return hash.digest('hex');
}

/** As text in which the order of the keys says nothing: the database gives them back in another. */
function inOrder(value: unknown): string {
  return JSON.stringify(value, (_, inner: unknown) =>
    typeof inner === 'object' && inner !== null && !Array.isArray(inner)
      ? Object.fromEntries(Object.entries(inner).sort(([a], [b]) => (a < b ? -1 : 1)))
      : inner,
  );
}
