import type { MeasurabilityGap } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Card, Notice } from '#ui/parts.tsx';
import { type Criterion, fullLabel } from '../criterion.ts';
import { text } from '../text.ts';
import { anchorOf, type Forum, isPresent } from '../view.ts';
import { criterionPath } from './frame.tsx';

/** What the draft says of one criterion, with what belongs to it. */
export function CriterionCard(props: {
  visit: Visit;
  forum: Forum;
  criterion: Criterion;
  gaps: readonly MeasurabilityGap[];
}) {
  const { visit, forum, criterion, gaps } = props;
  const { draft } = forum;
  const parts = forum.criteria.filter(
    ({ path, depth }) => depth === 1 && criterion.depth === 0 && path.startsWith(`${criterion.path}.`),
  );
  return (
    <Card
      title={inLocale(fullLabel(criterion))}
      id="criterion"
      aside={
        forum.seesDraft && isPresent(criterion) ? (
          <a
            class="link print:hidden"
            href={`${visit.path(`/scheme-drafts/${draft.id}/page`)}#${anchorOf(criterion.path)}`}
          >
            {text.readDraft()}
          </a>
        ) : null
      }
    >
      <div class="grid gap-4">
        {isPresent(criterion) ? (
          <div class="grid gap-2">
            {criterion.meaning ? <p class="max-w-prose">{inLocale(criterion.meaning)}</p> : null}
            {criterion.facts.length > 0 ? (
              <>
                <p class="text-sm text-base-content/75">{text.criterionSays()}</p>
                <ul class="list-disc pl-5 grid gap-1 text-sm max-w-prose">
                  {criterion.facts.map((fact) => (
                    <li key={fact.id} class="wrap-anywhere">
                      {inLocale(fact)}
                    </li>
                  ))}
                </ul>
              </>
            ) : null}
          </div>
        ) : (
          <Notice tone="neutral">{text.criterionGone()}</Notice>
        )}
        {gaps.length > 0 ? (
          <Notice tone="warning" title={text.notMeasurable()}>
            <GapList gaps={gaps} />
          </Notice>
        ) : null}
        {parts.length > 0 ? (
          <div>
            <h3 class="text-sm font-medium">{text.partsOf()}</h3>
            <ul class="flex flex-wrap gap-x-5 gap-y-1.5 mt-1.5 text-sm">
              {parts.map((part) => (
                <li key={part.path}>
                  <a class="link" href={criterionPath(visit, draft, part.path)}>
                    {inLocale(part.label)}
                  </a>
                </li>
              ))}
            </ul>
          </div>
        ) : null}
      </div>
    </Card>
  );
}

/** What an indicator lacks, why that matters and what to do. */
export function GapList({ gaps }: { gaps: readonly MeasurabilityGap[] }) {
  return (
    <ul class="mt-1 grid gap-1 text-sm">
      {gaps.map(({ part, what, why, remedy }) => (
        <li key={part}>
          <span class="font-medium inline-block first-letter:uppercase">{inLocale(what)}.</span>{' '}
          {inLocale(why)} {inLocale(remedy)}
        </li>
      ))}
    </ul>
  );
}
