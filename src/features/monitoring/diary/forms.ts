import { z } from 'zod';
import { readLink } from '#platform/links/check-link.ts';
import { civilDate, maybeText, someText } from '#platform/web/forms.ts';
import { refusals } from '../words.ts';
import { diaryText } from './text.ts';

export const SEEN_LIMIT = 2000;
export const EFFECT_LIMIT = 1000;

const LINE = /^(result|value|item):(.{1,200})$/;

const words = {
  onDate: civilDate(),
  line: z
    .string()
    .optional()
    .transform((typed, context) => {
      if (!typed || typed === 'whole') return { target: 'whole', lineId: '' } as const;
      const [, target, lineId] = LINE.exec(typed) ?? [];
      if (lineId && (target === 'result' || target === 'value' || target === 'item'))
        return { target, lineId } as const;
      context.addIssue({ code: 'custom', message: diaryText.lineGone() });
      return z.NEVER;
    }),
  seen: someText(SEEN_LIMIT),
  effect: maybeText(EFFECT_LIMIT),
  link: z
    .string()
    .optional()
    .transform((typed, context) => {
      if (!typed?.trim()) return null;
      const url = readLink(typed);
      if (url) return url.toString();
      context.addIssue({ code: 'custom', message: refusals.link() });
      return z.NEVER;
    }),
};

export const observationForm = z.object({ id: z.uuid(), share: z.literal('yes').optional(), ...words });
export const changeForm = z.object({ revision: z.coerce.number().int().min(1), ...words });
