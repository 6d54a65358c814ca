/** What was released about a participant, as whoever may read it sees it: means, numbers of forms, words. */
import { type Explanation, valueLabel } from '#domain/explanation.ts';
import type { CompiledScheme, Voice } from '#domain/schemes/index.ts';
import { currentMeasurements } from '#features/measurements/index.ts';
import { withoutSingleForms } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Bilingual, inLocale } from '#platform/locale/locale.ts';
import { labelOfItem } from '../form/questions.ts';
import { namesOf } from '../names.ts';
import { type Remark, remarksOf } from '../sealed/remarks.ts';

export interface HeardVoice {
  readonly poolId: string;
  readonly voice: Voice;
  readonly isAnonymous: boolean;
  readonly least: number;
  /** Null where they were too few. */
  readonly forms: number | null;
  /** Mean of this voice in each component it speaks to; null where too few could say. */
  readonly means: readonly {
    readonly component: string;
    readonly label: Bilingual;
    readonly mean: string | null;
  }[];
  readonly remarks: readonly (Remark & {
    readonly about: Bilingual | null;
    readonly speaker: string | null;
  })[];
}

/** Empty before the release. */
export async function heardOf(
  tx: Tx,
  compiled: CompiledScheme,
  participantId: string,
): Promise<readonly HeardVoice[]> {
  const pools = await tx.db
    .selectFrom('voice_pools as pool')
    .innerJoin('voice_rounds as round', (join) =>
      join.onRef('round.id', '=', 'pool.round_id').on('round.agency_id', '=', tx.agencyId),
    )
    .select(['pool.id', 'pool.voice', 'pool.is_anonymous', 'pool.least', 'pool.released_forms'])
    .where('pool.agency_id', '=', tx.agencyId)
    .where('pool.participant_id', '=', participantId)
    .where('round.state', '=', 'released')
    .orderBy('pool.voice')
    .execute();
  if (pools.length === 0) return [];
  const measured = await currentMeasurements(tx, participantId);
  const evidence = Object.fromEntries(
    [...measured].filter(([, each]) => each.origin === 'voices').map(([name, { value }]) => [name, value]),
  );
  const { explanation } = withoutSingleForms(compiled.explain(evidence), compiled);
  const remarks = await remarksOf(tx, participantId);
  const names = await namesOf(
    tx,
    remarks.map(({ saidBy }) => saidBy),
  );
  return pools.map((pool) => ({
    poolId: pool.id,
    // The catalogue of voices is closed; a pool's voice is one of them.
    voice: pool.voice as Voice,
    isAnonymous: pool.is_anonymous,
    least: pool.least,
    forms: pool.released_forms,
    means: pool.released_forms === null ? [] : meansOf(compiled, explanation, pool.voice),
    remarks: remarks
      .filter(({ poolId }) => poolId === pool.id)
      .map((remark) => ({
        ...remark,
        about: labelOfItem(compiled.scheme, remark.item) ?? null,
        speaker: remark.saidBy === null ? null : (names.get(remark.saidBy) ?? null),
      })),
  }));
}

function meansOf(
  compiled: CompiledScheme,
  explanation: Explanation | null | undefined,
  voice: string,
): HeardVoice['means'] {
  return Object.entries(compiled.scheme.components).flatMap(([component, settings]) => {
    if (!('voices' in settings) || !(voice in settings.voices)) return [];
    const node = explanation ? find(explanation, `${component}-${voice}`) : undefined;
    const mean = node?.value.state === 'value' ? inLocale(valueLabel(node.value)) : null;
    return [{ component, label: settings.label, mean }];
  });
}

function find(node: Explanation, code: string): Explanation | undefined {
  if (node.code === code) return node;
  for (const child of node.children) {
    const found = find(child, code);
    if (found) return found;
  }
  return undefined;
}
