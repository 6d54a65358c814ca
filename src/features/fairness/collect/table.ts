/** Forms as the columns that the models read. Names stay here: a row says the fifth person and the second rater. */
import type { RatingTable } from '#domain/statistics/fairness/types.ts';
import { daysBetween } from '#platform/clock/clock.ts';
import { type Block, type Form, RATER_ROLES } from './forms.ts';

/** Pairs of rater and participant between whom a tie was declared or found: `rater participant`. */
export type Ties = ReadonlySet<string>;

export function tieKey(raterId: string, participantId: string): string {
  return `${raterId} ${participantId}`;
}

/** `rateeIds` are participants, `raterIds` people; the scale runs from 0 to 100. */
export function tableOf({ forms }: Pick<Block, 'forms'>, ties: Ties): RatingTable {
  const participants = indexed(forms.map((form) => form.participantId));
  const raters = indexed(forms.map((form) => form.raterId));
  const items = indexed(forms.flatMap((form) => form.items.map(({ code }) => code)));
  const roles = RATER_ROLES.filter((role) => forms.some((form) => form.role === role));
  const start = forms.reduce((first, { on }) => (on < first ? on : first), forms[0]?.on ?? '');
  const rows = forms.flatMap((form) => form.items.map((item) => ({ form, item })));
  const int = (of: (row: { form: Form; item: Form['items'][number] }) => number | undefined) =>
    Int32Array.from(rows, (row) => of(row) ?? 0);
  return {
    rateeIds: [...participants.keys()],
    raterIds: [...raters.keys()],
    itemIds: [...items.keys()],
    ratee: int(({ form }) => participants.get(form.participantId)),
    rater: int(({ form }) => raters.get(form.raterId)),
    item: int(({ item }) => items.get(item.code)),
    score: Float64Array.from(rows, ({ item }) => item.at),
    day: int(({ form }) => daysBetween(start, form.on)),
    tie: Uint8Array.from(rows, ({ form }) => (ties.has(tieKey(form.raterId, form.participantId)) ? 1 : 0)),
    role: Uint8Array.from(rows, ({ form }) => roles.indexOf(form.role)),
    roleIds: roles,
  };
}

/** Every value once, sorted, so that the same forms in another order give the same table. */
function indexed(values: readonly string[]): ReadonlyMap<string, number> {
  return new Map([...new Set(values)].sort().map((value, index) => [value, index]));
}
