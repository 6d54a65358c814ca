/** The form of the first run, from what was typed to what is made, or errors by field. */
import { z } from 'zod';
import { parseNip } from '#domain/rules/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { parseFields, someText } from '#platform/web/forms.ts';
import { AGENCY_CODE, type NewAgency, proposedCode, ZONES } from './commands/add-agency.ts';
import type { FirstOfficer } from './commands/first-run.ts';
import { newPasswordErrors } from './new-password.ts';
import { text } from './text.ts';

const schema = z.object({
  key: someText(40),
  agencyName: someText(200),
  code: z.string().trim().max(40).default(''),
  zone: z.enum(ZONES),
  officerName: someText(200),
  kind: z.enum(['pns', 'pppk', 'non-asn']),
  nip: z.string().trim().max(30).default(''),
  email: z.string().trim().toLowerCase().max(200).default(''),
  password: z.string().max(200).default(''),
  repeat: z.string().max(200).default(''),
});

export interface Start {
  readonly key: string;
  readonly agency: NewAgency;
  readonly officer: FirstOfficer;
  readonly password: string;
}

export type ReadStart =
  | { readonly ok: true; readonly start: Start }
  | { readonly ok: false; readonly errors: Record<string, string> };

export function readStart(fields: Record<string, string>): ReadStart {
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) return parsed;
  const form = parsed.value;
  const code = form.code || proposedCode(form.agencyName);
  const { nip, problem: nipProblem } = readNip(form.kind, form.nip);
  const officer = { name: form.officerName, kind: form.kind, nip, email: form.email || null };
  const emailProblem = problemOfEmail(form.email, nip);
  const errors: Record<string, string> = {
    ...(AGENCY_CODE.test(code) ? {} : { code: text.agencyCodeWrong() }),
    ...(nipProblem ? { nip: nipProblem } : {}),
    ...(emailProblem && !nipProblem ? { email: emailProblem } : {}),
    ...newPasswordErrors(form, officer),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  const agency = { code, name: form.agencyName, zone: form.zone };
  return { ok: true, start: { key: form.key, agency, officer, password: form.password } };
}

function readNip(kind: FirstOfficer['kind'], typed: string): { nip: string | null; problem?: string } {
  if (kind === 'non-asn') return { nip: null };
  if (!typed) return { nip: null, problem: text.nipMissing() };
  const read = parseNip(typed, kind);
  if (read.valid) return { nip: read.nip };
  const words = read.problems.map((each) => `${inLocale(each.what)} ${inLocale(each.remedy)}`);
  return { nip: null, problem: words.join(' ') };
}

function problemOfEmail(email: string, nip: string | null): string | undefined {
  if (!email) return nip ? undefined : text.emailNeeded();
  return z.email().safeParse(email).success ? undefined : text.emailWrong();
}
