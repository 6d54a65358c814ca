import type { VNode } from 'preact';
import { askingRules, type Scheme } from '#domain/schemes/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { Card } from '#ui/parts.tsx';
import type { Conflict } from './between.ts';
import { text } from './facts-text.ts';
import { strictest } from './strictest.ts';

/** One conflict as a sentence: a fact with its date, never what somebody told about it. */
export function conflictInWords(scheme: Scheme, { kind, since }: Pick<Conflict, 'kind' | 'since'>): string {
  const date = formatDate(since);
  switch (kind) {
    case 'family':
      return text.family({ date });
    case 'business':
      return text.business({ date });
    case 'dispute':
      return text.dispute({ date });
    case 'pending-case':
      return text.pendingCase({ date });
    case 'same-household':
      return text.sameHousehold();
    case 'mutual-appraisal':
      return text.mutualAppraisal({ date });
    case 'short-contact':
      return text.shortContact({ months: askingRules(scheme).contactMonths });
    case 'open-objection':
      return text.openObjection({ date });
  }
}

const FOLLOWS = { flag: text.flag, 'second-appraiser': text.second, replace: text.replace } as const;

/** What stands between two people, as facts in words; nothing where nothing does. */
export function ConflictFacts(props: { scheme: Scheme; conflicts: readonly Conflict[] }): VNode | null {
  const { scheme, conflicts } = props;
  const consequence = strictest(scheme, conflicts);
  if (!consequence) return null;
  return (
    <Card title={text.title()} id="conflicts">
      <ul class="list-disc pl-5 grid gap-1">
        {conflicts.map((conflict) => (
          <li key={conflict.kind}>{conflictInWords(scheme, conflict)}</li>
        ))}
      </ul>
      <p class="mt-3 font-medium">{FOLLOWS[consequence]()}</p>
      <p class="mt-1 text-sm text-base-content/75">{text.intro()}</p>
    </Card>
  );
}
