import { Badge } from '#ui/parts.tsx';
import { spanInWords } from '../span.ts';
import { text } from '../text.ts';
import type { AssignmentRow } from './queries.ts';

/** Who appraises, appraised and will appraise somebody; what is in force today stands out. */
export function AssignmentList({
  assignments,
  today,
}: {
  assignments: readonly AssignmentRow[];
  today: string;
}) {
  if (assignments.length === 0) return <p class="text-base-content/75">{text.none()}</p>;
  return (
    <ol class="grid gap-4">
      {assignments.map((each) => (
        <li key={each.id} class="grid gap-0.5 border-l-2 border-base-300 pl-4">
          <div class="flex flex-wrap items-center gap-2">
            <span class="font-medium">{each.appraiserName}</span>
            {isInForce(each, today) ? <Badge tone="success">{text.inForce()}</Badge> : null}
            {each.validFrom > today ? <Badge tone="info">{text.planned()}</Badge> : null}
          </div>
          <p class="text-sm">
            {text.superior()}: {each.superiorName ?? text.none()}
          </p>
          <p class="text-sm text-base-content/75">
            {spanInWords(each.validFrom, each.validUntil)}
            {' · '}
            {each.source === 'officer' ? text.byOfficer() : text.fromHierarchy()}
            {each.reason ? ` · ${each.reason}` : ''}
          </p>
        </li>
      ))}
    </ol>
  );
}

export function isInForce(assignment: AssignmentRow, today: string): boolean {
  return assignment.validFrom <= today && (assignment.validUntil === null || assignment.validUntil > today);
}
