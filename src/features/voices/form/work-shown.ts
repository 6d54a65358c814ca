/**
 * What a rater may see of a person's work beside an item. A colleague may know what somebody works on, not how it
 * was measured or judged: feedback of others, attendance and other measurements are shown to no voice.
 *
 * | voice | results | indicators and targets | last recorded | realisation and evidence |
 * |---|---|---|---|---|
 * | appraiser-superior (reads the whole appraisal anyway) | yes | yes | yes | yes |
 * | team-lead | yes | yes | yes | no |
 * | colleague, subordinate | yes | yes | yes | no |
 * | service-user, outsider | main results | no | no | no |
 */
import type { AskedVoice } from '#domain/schemes/index.ts';
import { type IndicatorProgress, progressOf } from '#features/monitoring/index.ts';
import type { Tx } from '#platform/database/database.ts';

export interface WorkShown {
  readonly statement: string;
  readonly indicators: readonly {
    readonly statement: string;
    readonly target: string;
    /** Civil date of the latest progress. */
    readonly lastOn: string | undefined;
    readonly realisation: string | undefined;
    readonly evidence: readonly string[];
  }[];
}

type Sight = 'titles' | 'targets' | 'all';

const SIGHT: Readonly<Record<AskedVoice, Sight>> = {
  'appraiser-superior': 'all',
  'team-lead': 'targets',
  colleague: 'targets',
  subordinate: 'targets',
  'service-user': 'titles',
  outsider: 'titles',
};

/** Whether this voice reads what is recorded about the person: then that it was read is recorded too. */
export function readsRecord(voice: AskedVoice): boolean {
  return SIGHT[voice] === 'all';
}

/** The agreed results of a participant as this voice may see them; empty while no plan is agreed. */
export async function workShown(
  tx: Tx,
  participantId: string,
  voice: AskedVoice,
): Promise<readonly WorkShown[]> {
  return asSeenBy(await progressOf(tx, participantId), SIGHT[voice]);
}

/** Pure: leaves out what the voice may not see. */
export function asSeenBy(progress: readonly IndicatorProgress[], sight: Sight): readonly WorkShown[] {
  const byResult = Map.groupBy(progress, ({ result }) => result);
  return [...byResult].flatMap(([result, indicators]) => {
    if (sight === 'titles')
      return result.kind === 'main' ? [{ statement: result.statement, indicators: [] }] : [];
    return {
      statement: result.statement,
      indicators: indicators.map(({ indicator, entries, realisation, evidence }) => ({
        statement: indicator.statement,
        target: indicator.target.text,
        lastOn: entries.at(-1)?.onDate,
        realisation: sight === 'all' && realisation ? `${realisation} ${indicator.target.unit}` : undefined,
        evidence: sight === 'all' ? evidence.map(({ title }) => title) : [],
      })),
    };
  });
}

/** Words of fewer letters join sentences and say nothing of a subject. */
const SHORTEST_WORD = 5;

function wordsOf(text: string): ReadonlySet<string> {
  return new Set(
    text
      .toLowerCase()
      .match(/\p{L}+/gu)
      ?.filter((word) => word.length >= SHORTEST_WORD),
  );
}

/** Those that share words with the item come first; otherwise the order of the plan stays. */
export function nearestFirst(work: readonly WorkShown[], about: string): readonly WorkShown[] {
  const subject = wordsOf(about);
  const shared = ({ statement, indicators }: WorkShown) => {
    const words = wordsOf([statement, ...indicators.map((each) => each.statement)].join(' '));
    return [...words].filter((word) => subject.has(word)).length;
  };
  return work
    .map((each) => ({ each, count: shared(each) }))
    .toSorted((one, other) => other.count - one.count)
    .map(({ each }) => each);
}
