/** What a rule says to an input that it must refuse. */
import { problemText } from '#domain/problem.ts';
import { ruleNamed } from '#domain/rules/index.ts';

/** Each problem in one line of English; fails where the input was accepted. */
export function refusedTexts(name: string, input: unknown): readonly string[] {
  const result = ruleNamed(name)?.run(input);
  if (!result || result.ok) throw new Error(`${name} accepted ${JSON.stringify(input)}`);
  return result.problems.map((problem) => problemText(problem, 'en'));
}

/** The paths of the fields that were refused, in their order. */
export function refusedPaths(name: string, input: unknown): readonly string[] {
  return refusedTexts(name, input).map((text) => text.split(':')[0] ?? '');
}
