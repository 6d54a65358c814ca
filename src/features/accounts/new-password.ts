import { type PersonalWords, passwordProblem } from './password-policy.ts';
import { text } from './text.ts';

/** What stands against a new password typed twice, by field; empty when nothing does. */
export function newPasswordErrors(
  fields: { readonly password: string; readonly repeat: string },
  person: PersonalWords,
): Record<string, string> {
  const problem = passwordProblem(fields.password, person);
  if (problem) return { password: problem };
  return fields.password === fields.repeat ? {} : { repeat: text.passwordsDiffer() };
}
