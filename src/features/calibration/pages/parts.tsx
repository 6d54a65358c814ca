import { PREDICATES, predicateLabel, RATINGS, ratingLabel } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Badge, type Tone } from '#ui/parts.tsx';
import type { Cause, ItemState, MeetingState, MemberState, RecusalKind } from '../transitions.ts';
import { text } from './text.ts';
import { text as itemText } from './text-items.ts';

const MEETING_TONE: Readonly<Record<MeetingState, Tone>> = {
  preparing: 'warning',
  judging: 'info',
  closed: 'success',
  cancelled: 'neutral',
};

export function MeetingBadge({ state }: { state: MeetingState }) {
  return <Badge tone={MEETING_TONE[state]}>{text[`state_${state}`]()}</Badge>;
}

const ITEM_TONE: Readonly<Record<ItemState, Tone>> = {
  blind: 'neutral',
  open: 'info',
  noted: 'success',
  returned: 'warning',
  stood: 'success',
  changed: 'success',
  dropped: 'neutral',
};

export function ItemBadge({ state }: { state: ItemState }) {
  return <Badge tone={ITEM_TONE[state]}>{text[`item_${state}`]()}</Badge>;
}

const MEMBER_TONE: Readonly<Record<MemberState, Tone>> = {
  listed: 'neutral',
  invited: 'info',
  accepted: 'success',
  declined: 'warning',
  replaced: 'neutral',
};

export function MemberBadge({ state }: { state: MemberState }) {
  return <Badge tone={MEMBER_TONE[state]}>{text[`member_${state}`]()}</Badge>;
}

export const causeLabel = (cause: Cause): string => text[`cause_${cause}`]();
export const ratingWords = (code: string | null): string => {
  const known = RATINGS.find((each) => each === code);
  return known ? inLocale(ratingLabel(known)) : '–';
};
export const predicateWords = (code: string | null): string => {
  const known = PREDICATES.find((each) => each === code);
  return known ? inLocale(predicateLabel(known)) : '–';
};
export const categoryWords = (scheme: Scheme, code: string | null): string => {
  const known = scheme.categories.find((each) => each.code === code);
  return known ? inLocale(known.label) : (code ?? '–');
};

/** To the person concerned: "your own appraisal". */
export const whyRecused = (kind: RecusalKind): string => itemText[`recused_${kind}`]();

/** In the minutes, about somebody else. */
export function recusalLabel(kind: RecusalKind): string {
  switch (kind) {
    case 'self':
    case 'appraiser':
    case 'superior':
      return itemText[`kind_${kind}`]();
    case 'line':
    case 'conflict':
    case 'seen':
      return itemText[`recused_${kind}`]();
  }
}
