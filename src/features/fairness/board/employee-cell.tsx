import type { Visit } from '#features/people/index.ts';
import type { StoredRatee } from '../store/types.ts';

/** Somebody who was rated, with the way to the result that is behind a figure, and their unit. */
export function EmployeeCell(props: {
  visit: Visit;
  ratee: Pick<StoredRatee, 'participantId' | 'name' | 'unitName'>;
}) {
  const { visit, ratee } = props;
  return (
    <>
      <a class="link" href={visit.path(`/appraisals/${ratee.participantId}/result`)}>
        {ratee.name}
      </a>
      <span class="block text-xs font-normal text-base-content/75">{ratee.unitName}</span>
    </>
  );
}
