import { Notice } from '#ui/parts.tsx';
import type { EvaluationView } from '../evaluation-view.ts';
import { text } from '../text-rating.ts';

/** Why the form is open again, when an earlier version of the result was taken back. */
export function TakenBackNotice({ evaluation }: { evaluation: EvaluationView }) {
  const [latest] = evaluation.results;
  if (!latest || (latest.state !== 'withdrawn' && latest.state !== 'revoked')) return null;
  const act = evaluation.acts.find((each) => each.subjectId === latest.id && each.reason);
  return (
    <Notice tone="warning">
      {text.tookBack({
        version: latest.version,
        what: latest.state === 'withdrawn' ? text.withdrawn() : text.revoked(),
        reason: act?.reason ?? '',
      })}
    </Notice>
  );
}
