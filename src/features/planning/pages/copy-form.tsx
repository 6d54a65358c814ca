import { SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';

export function CopyForm({ base, revision, from }: { base: string; revision: number; from: string }) {
  return (
    <form method="post" action={`${base}/copy`} data-controller="once">
      <input type="hidden" name="revision" value={revision} />
      <SubmitButton look="outline" icon="copy">
        {text.copyLast({ period: from })}
      </SubmitButton>
    </form>
  );
}
