/** From form data to typed input. */
import { z } from 'zod';
import { readLink } from '#platform/links/check-link.ts';
import { civilDate, decimalText, maybeText, someText } from '#platform/web/forms.ts';
import type { NewEvidence } from './commands/attach-evidence.ts';
import type { KeptFile } from './uploads.ts';
import { refusals } from './words.ts';

/** A number, or nothing. */
const maybeDecimal = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const parsed = decimalText().safeParse(typed);
    if (parsed.success) return parsed.data;
    context.addIssue({ code: 'custom', message: parsed.error.issues[0]?.message ?? '' });
    return z.NEVER;
  });

const maybeLink = z
  .string()
  .optional()
  .transform((typed, context) => {
    if (!typed?.trim()) return null;
    const url = readLink(typed);
    if (url) return url.toString();
    context.addIssue({ code: 'custom', message: refusals.link() });
    return z.NEVER;
  });

const evidenceFields = { linkId: z.uuid(), link: maybeLink, linkTitle: maybeText(200) };

export const realisationForm = z
  .object({
    id: z.uuid(),
    indicatorId: someText(100),
    onDate: civilDate(),
    value: maybeDecimal,
    narrative: maybeText(4000),
    ...evidenceFields,
    /** The entry that this one takes the place of. */
    replaces: z.union([z.literal(''), z.uuid()]).optional(),
    reason: maybeText(500),
  })
  .transform(({ replaces, reason, ...rest }, context) => {
    if (!replaces) return { ...rest, replaces: null };
    if (reason) return { ...rest, replaces: { entryId: replaces, reason } };
    context.addIssue({ code: 'custom', path: ['reason'], message: refusals.reasonMissing() });
    return z.NEVER;
  });

export const evidenceForm = z.object(evidenceFields);
export const reasonForm = z.object({ reason: someText(500) });

const LINE = /^(result|indicator|value):(.{1,100})$/;

export const feedbackForm = z.object({
  id: z.uuid(),
  line: z.string().transform((typed, context) => {
    const [, target, lineId] = LINE.exec(typed) ?? [];
    if (lineId && (target === 'result' || target === 'indicator' || target === 'value'))
      return { target, lineId } as const;
    context.addIssue({ code: 'custom', message: refusals.lineGone() });
    return z.NEVER;
  }),
  body: someText(4000),
  observation: maybeText(2000),
  impact: maybeText(2000),
  nextStep: maybeText(2000),
});

export const askForm = z.object({ id: z.uuid(), askedId: z.uuid(), message: maybeText(500) });

export const checkInForm = z.object({
  versionId: z.uuid(),
  heldOn: civilDate(),
  notes: someText(8000),
  nextSteps: maybeText(4000),
});

export const answerForm = z.object({
  versionId: z.uuid(),
  act: z.enum(['agree', 'dispute']),
  reply: maybeText(4000),
});

/** Text fields of a form that also carries files. */
export function textFields(form: FormData): Record<string, string> {
  return Object.fromEntries(
    [...form.entries()].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
  );
}

/** A kept file is evidence under its own id, so that sending a form twice attaches it once. */
export function newEvidence(
  files: readonly KeptFile[],
  link: { readonly linkId: string; readonly link: string | null; readonly linkTitle: string | null },
): NewEvidence[] {
  const evidence: NewEvidence[] = files.map((file) => ({
    id: file.id,
    kind: 'file',
    fileId: file.id,
    title: file.name,
  }));
  if (link.link) {
    const title = link.linkTitle ?? new URL(link.link).hostname;
    evidence.push({ id: link.linkId, kind: 'link', url: link.link, title });
  }
  return evidence;
}
