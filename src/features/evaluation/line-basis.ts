/** What stands beside a planned result or a value while it is rated: realisation, evidence, feedback of the year. */
import { feedbackOf, type IndicatorProgress, progressOf } from '#features/monitoring/index.ts';
import { type PlanContent, VALUE_CODES } from '#features/planning/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { formatDecimal } from '#platform/locale/format.ts';

export interface LineBasis {
  /** Realisation as it is read, by indicator; an indicator of which nothing was recorded is absent. */
  readonly realisations: ReadonlyMap<string, string>;
  /** Achievement in percent of the target as it is read, by indicator. */
  readonly achievements: ReadonlyMap<string, string>;
  /** `href` only for links; files are opened on the progress page. */
  readonly evidence: readonly { readonly title: string; readonly at: Date; readonly href: string | null }[];
  readonly feedback: readonly { readonly body: string; readonly author: string; readonly at: Date }[];
}

/** By planned result, and under its code for each of the seven values. */
export async function lineBasis(
  tx: Tx,
  participantId: string,
  plan: PlanContent,
): Promise<ReadonlyMap<string, LineBasis>> {
  const progress = await progressOf(tx, participantId);
  const feedback = (await feedbackOf(tx, participantId)).map((each) => ({
    lineId: each.lineId,
    body: each.body,
    author: each.author.name,
    at: each.createdAt,
  }));
  const basis = new Map<string, LineBasis>();
  for (const result of plan.results) {
    const own = progress.filter((each) => each.result.id === result.id);
    const ids = new Set([result.id, ...result.indicators.map((indicator) => indicator.id)]);
    basis.set(result.id, {
      realisations: present(own, realisationText),
      achievements: present(own, (each) => each.achievementPercent && formatDecimal(each.achievementPercent)),
      evidence: own.flatMap((each) => each.evidence).map(evidenceInBrief),
      feedback: feedback.filter((each) => ids.has(each.lineId)),
    });
  }
  for (const code of VALUE_CODES) {
    const said = feedback.filter((each) => each.lineId === code);
    basis.set(code, { realisations: new Map(), achievements: new Map(), evidence: [], feedback: said });
  }
  return basis;
}

function present(
  progress: readonly IndicatorProgress[],
  read: (each: IndicatorProgress) => string | null,
): ReadonlyMap<string, string> {
  return new Map(
    progress.flatMap((each): [string, string][] => {
      const value = read(each);
      return value ? [[each.indicator.id, value]] : [];
    }),
  );
}

/** `97,2 %`, or the last words where only words were recorded. */
function realisationText({ realisation, indicator, entries }: IndicatorProgress): string | null {
  if (realisation !== null) return `${formatDecimal(realisation)} ${indicator.target.unit}`.trim();
  return entries.findLast((entry) => entry.narrative)?.narrative ?? null;
}

function evidenceInBrief(evidence: IndicatorProgress['evidence'][number]): LineBasis['evidence'][number] {
  const { source } = evidence;
  const href = source.kind === 'link' && /^https?:/.test(source.url) ? source.url : null;
  return { title: evidence.title, at: evidence.createdAt, href };
}
