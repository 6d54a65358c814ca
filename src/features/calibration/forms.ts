/** Day, time and place of a meeting, from a form. */
import { z } from 'zod';
import { civilDate, someText } from '#platform/web/forms.ts';
import { text } from './pages/text.ts';

const webLink = z
  .string()
  .trim()
  .max(500)
  .optional()
  .transform((value, context) => {
    if (!value) return null;
    if (/^https?:\/\/\S+$/.test(value)) return value;
    context.addIssue({ code: 'custom', message: text.linkWrong() });
    return z.NEVER;
  });
export const arrangement = {
  heldOn: civilDate(),
  startsAt: someText(40),
  place: someText(200),
  link: webLink,
};
