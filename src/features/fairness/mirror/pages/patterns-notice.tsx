import type { Visit } from '#features/people/index.ts';
import { Card, LinkButton } from '#ui/parts.tsx';
import type { PatternsWaiting } from '../answers/questions.ts';
import { text } from '../text-answers.ts';

/** On the home page of the appraiser whom it concerns. */
export function PatternsNotice({ visit, patterns }: { visit: Visit; patterns: PatternsWaiting }) {
  return (
    <Card title={text.homeTitle()}>
      <div class="flex flex-wrap items-center justify-between gap-4">
        <p class="max-w-prose">{text.homeBody({ count: patterns.count, period: patterns.periodName })}</p>
        <LinkButton href={visit.path(`/fairness/mirror/${patterns.periodId}`)} look="primary" icon="chart">
          {text.openMirror()}
        </LinkButton>
      </div>
    </Card>
  );
}
