/** What is known of a whole (a line, a form, a team) is said of its parts, where nothing closer is known. */
import type { ExplainedInput } from '../../explanation.ts';
import { type Annotations, annotated } from './mechanism.ts';

/**
 * The inputs of the part of the evidence at `path`, annotated. An input without an annotation of its own
 * gets who gave the whole and when; the note of the whole stands once, at the first input.
 */
export function annotatedWithin(
  path: string,
  inputs: readonly ExplainedInput[],
  annotations: Annotations,
): readonly ExplainedInput[] {
  const note = annotations[path]?.note;
  return inputs.map((input, index) => {
    const given = annotatedByGiver(path, input, annotations);
    if (index > 0 || note === undefined || annotations[input.path]) return given;
    return { ...given, source: { ...given.source, note } };
  });
}

/** One input, annotated; where nothing is known of it, with who gave the whole at `path`, and when. */
export function annotatedByGiver(
  path: string,
  input: ExplainedInput,
  annotations: Annotations,
): ExplainedInput {
  const whole = annotations[path];
  if (annotations[input.path] || !whole) return annotated(input, annotations);
  const { who, when } = whole;
  if (who === undefined && when === undefined) return input;
  return {
    ...input,
    source: { ...(who === undefined ? {} : { who }), ...(when === undefined ? {} : { when }) },
  };
}
