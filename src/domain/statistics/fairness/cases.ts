// The people behind a flag, the most telling first: a reviewer reads forms, not statistics.
import type { DetectionData } from './detect.ts';
import type { Flag } from './types.ts';

const MOST_CASES = 50;
/** No case at all. */
const NONE = Number.NEGATIVE_INFINITY;

/** People per flag, at most fifty. One pass over the forms of the raters flagged. */
export function casesOf(data: DetectionData, flags: readonly Flag[]): readonly (readonly number[])[] {
  const { ratee, rater, raters } = data.forms.ratings;
  const formsOf = new Map<number, number[]>();
  const isFlagged = new Uint8Array(raters);
  for (const flag of flags) {
    isFlagged[flag.rater] = 1;
    formsOf.set(flag.rater, []);
  }
  if (flags.length === 0) return [];
  for (let k = 0; k < rater.length; k++) if (isFlagged[rater[k]!] === 1) formsOf.get(rater[k]!)?.push(k);
  return flags.map((flag) => {
    const forms = formsOf.get(flag.rater) ?? [];
    const tells = evidence(data, flag, forms);
    const ranked = forms
      .map((form) => ({ person: ratee[form]!, value: tells(form) }))
      .filter((each) => each.value > NONE)
      .sort((one, other) => other.value - one.value || one.person - other.person);
    return [...new Set(ranked.map((each) => each.person))].slice(0, MOST_CASES);
  });
}

/** How much a form speaks for the flag. */
function evidence(data: DetectionData, flag: Flag, forms: readonly number[]): (form: number) => number {
  const { model, deleted, forms: all } = data;
  const { items, day, group, tie } = all;
  const side = Math.sign(flag.effect);
  if (flag.detector === 'halo' && items)
    return (form) => (items.count[form]! > 1 ? -items.squares[form]! / (items.count[form]! - 1) : NONE);
  if (flag.detector === 'straight-lining' && items) return (form) => (items.straight[form] === 1 ? 0 : NONE);
  if (!model || !deleted) return () => NONE;
  const compared = (value: (form: number) => number) => (form: number) =>
    deleted.others(form) > 0 ? value(form) : NONE;
  switch (flag.detector) {
    case 'severity':
    case 'leniency':
      return compared((form) => side * (deleted.predicted(form) - model.centred[form]!));
    case 'central-tendency':
      return compared((form) => Math.abs(deleted.predicted(form)));
    case 'drift': {
      const middle = forms.reduce((sum, form) => sum + (day?.[form] ?? 0), 0) / Math.max(1, forms.length);
      return compared((form) => side * deleted.residual(form) * ((day?.[form] ?? 0) - middle));
    }
    case 'group-difference':
      return compared((form) => (group?.[form] === flag.group ? side * deleted.residual(form) : NONE));
    case 'ties':
      return compared((form) => (tie?.[form] === 1 ? deleted.residual(form) : NONE));
    default:
      return () => NONE;
  }
}
