/** What a run says in a sentence that a mayor understands, and what would help most. */
import type { Outcome, Share } from '#domain/laboratory/index.ts';
import { text } from './text-result.ts';
import { ofHundred, percent } from './words.ts';

export function finding({ wrong, tooLow, tooHigh, noResult, people }: Outcome): string {
  const open = noResult.share > 0 ? ` ${text.findingOpen({ share: percent(noResult.share) })}` : '';
  if (wrong.share === 0) return `${text.findingNone({ people })}${open}`;
  const given = noResult.share > 0 ? text.amongGiven() : '';
  return `${text.finding({
    given,
    wrong: ofHundred(wrong.share),
    low: ofHundred(tooLow.share),
    high: ofHundred(tooHigh.share),
  })}${open}`;
}

interface Remedy {
  readonly what: string;
  readonly wrong: Share;
}

/**
 * The one change that would lower wrong categories most, and clearly: its interval lies below the share as it is.
 * Undefined where nothing tried does.
 */
export function bestRemedy(outcome: Outcome): Remedy | undefined {
  const { without, raters, looks } = outcome;
  const base = looks.find(({ at }) => at === 0)?.wrong.share ?? outcome.wrong.share;
  const most = raters.at(-1);
  const second = looks.find(({ at }) => at === 100);
  // That raters never err is no remedy that anybody can choose.
  const remedies: readonly Remedy[] = [
    ...without
      .filter(({ disturbance }) => disturbance !== 'noise')
      .map(({ disturbance, wrong }) => ({ what: text[`mends_${disturbance}`](), wrong })),
    ...(most ? [{ what: text.mends_raters({ count: most.at }), wrong: most.wrong }] : []),
    ...(second ? [{ what: text.mends_looks(), wrong: second.wrong }] : []),
  ];
  const [best] = remedies.toSorted((first, other) => first.wrong.share - other.wrong.share);
  return best && best.wrong.share < base - 0.005 ? best : undefined;
}
