/** What was released about a participant, as whoever may read it sees it: means, numbers of forms, words. */
import { type ExplainedValue, type Explanation, valueLabel } from '#domain/explanation.ts';
import type { CompiledScheme, Voice } from '#domain/schemes/index.ts';
import { currentMeasurements } from '#features/measurements/index.ts';
import { withoutSingleForms } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { formatNumber } from '#platform/locale/format.ts';
import { type Bilingual, inLocale } from '#platform/locale/locale.ts';
import { labelOfItem } from '../form/questions.ts';
import { namesOf } from '../names.ts';
import { type Remark, remarksOf } from '../sealed/remarks.ts';
import { heardText } from './text.ts';

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
    means:
      pool.released_forms === null ? [] : meansOf(compiled, explanation, { voice: pool.voice, evidence }),
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
  { scheme }: CompiledScheme,
  explanation: Explanation | null | undefined,
  { voice, evidence }: { readonly voice: string; readonly evidence: Readonly<Record<string, unknown>> },
): HeardVoice['means'] {
  return Object.entries(scheme.components).flatMap(([component, settings]) => {
    const mean = (code: string) => shown(explanation ? find(explanation, code)?.value : undefined);
    const line = (said: string | null) => [{ component, label: settings.label, mean: said }];
    // Given by one voice alone: the component is what it said.
    if (!('voices' in settings)) return settings.givenBy === voice ? line(mean(component)) : [];
    if (!(voice in settings.voices)) return [];
    if (settings.mechanism !== 'competencies') return line(mean(`${component}-${voice}`));
    const level = meanLevel(evidence[component], voice);
    return line(level === null ? null : heardText.level({ level }));
  });
}

const TWO_DECIMALS = { maximumFractionDigits: 2 };

function shown(value: ExplainedValue | undefined): string | null {
  if (value?.state !== 'value') return null;
  return value.kind === 'decimal'
    ? formatNumber(Number(value.value), TWO_DECIMALS)
    : inLocale(valueLabel(value));
}

/** The mean of all levels that a voice gave; of competencies the engine joins voices one by one, not as a whole. */
function meanLevel(value: unknown, voice: string): string | null {
  const { forms } = (value ?? {}) as { readonly forms?: Readonly<Record<string, readonly LevelForm[]>> };
  const levels = (forms?.[voice] ?? []).flatMap((form) => Object.values(form.levels ?? {}));
  if (levels.length === 0) return null;
  return formatNumber(levels.reduce((sum, level) => sum + level, 0) / levels.length, TWO_DECIMALS);
}

interface LevelForm {
  readonly levels?: Readonly<Record<string, number>>;
}

function find(node: Explanation, code: string): Explanation | undefined {
  if (node.code === code) return node;
  for (const child of node.children) {
    const found = find(child, code);
    if (found) return found;
  }
  return undefined;
}
