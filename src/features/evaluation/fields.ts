/** Names of the fields on the forms of an assessment. */

export const lineField = (
  resultId: string,
  part: 'rating' | 'reason' | 'realisation' | 'on' | 'cite',
): string => `line-${resultId}-${part}`;

export const valueField = (code: string, part: 'rating' | 'reason' | 'note' | 'on' | 'cite'): string =>
  `value-${code}-${part}`;
