/**
 * Results by sex, age or education, so coarse that nobody can be recognised. Groups below the minimum are put together
 * with the next smallest until each has enough; where fewer than two groups remain nothing is shown. As the groups
 * make up all answers and are shown once, when everything has been released, none can be found by subtraction.
 */

export type Group<Content> = {
  /** Codes of the groups that were put together; one where it stands alone. */
  readonly codes: readonly string[];
  readonly answers: number;
  readonly content: readonly Content[];
};

/** Merges the smallest groups until all have at least `least`; undefined where only one would remain. */
export function safeGroups<Content>(
  groups: readonly { readonly code: string; readonly answers: number; readonly content: Content }[],
  least: number,
): readonly Group<Content>[] | undefined {
  let merged: Group<Content>[] = groups
    .filter(({ answers }) => answers > 0)
    .map(({ code, answers, content }) => ({ codes: [code], answers, content: [content] }));
  for (;;) {
    if (merged.length < 2) return undefined;
    const [smallest, next, ...others] = [...merged].sort((a, b) => a.answers - b.answers);
    if (!smallest || !next || smallest.answers >= least) return merged;
    merged = [
      ...others,
      {
        codes: [...smallest.codes, ...next.codes],
        answers: smallest.answers + next.answers,
        content: [...smallest.content, ...next.content],
      },
    ];
  }
}
