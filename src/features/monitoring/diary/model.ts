/** What somebody saw a person do, as pages and other features see it. */
export const OBSERVATION_TARGETS = ['whole', 'result', 'value', 'item'] as const;
/** `whole`: nothing in particular · `item`: an item that a scheme of the agency lets appraisers rate. */
export type ObservationTarget = (typeof OBSERVATION_TARGETS)[number];

export interface Wording {
  /** Civil date on which it was seen. */
  readonly onDate: string;
  readonly target: ObservationTarget;
  /** Id of the result, code of the value, `component.item`; empty for the whole. */
  readonly lineId: string;
  readonly seen: string;
  readonly effect: string;
  readonly link: string | null;
  readonly file: { readonly id: string; readonly name: string } | null;
}

export interface Observation extends Wording {
  readonly id: string;
  readonly participantId: string;
  readonly author: { readonly id: string; readonly name: string; readonly role: 'appraiser' | 'superior' };
  readonly revision: number;
  readonly createdAt: Date;
  readonly sharedAt: Date | null;
  /** When a rating that cites it was given: from then on the person reads it too. */
  readonly citedAt: Date | null;
  readonly removedAt: Date | null;
}

export interface PastWording extends Wording {
  readonly revision: number;
  readonly savedAt: Date;
}
