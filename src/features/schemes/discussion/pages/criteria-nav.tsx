import type { Visit } from '#features/people/index.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Icon } from '#ui/icon.tsx';
import { Card } from '#ui/parts.tsx';
import { CRITERION_GROUPS, type Criterion, type CriterionGroup } from '../criterion.ts';
import type { CriterionCount } from '../queries.ts';
import { text } from '../text.ts';
import type { Forum } from '../view.ts';
import { criterionPath, forumPath } from './frame.tsx';

interface Props {
  readonly visit: Visit;
  readonly forum: Forum;
  /** The criterion that is being read; undefined for all. */
  readonly chosen: Criterion | undefined;
}

/** The criteria of the draft by part; what belongs to a component is folded into it until somebody spoke of it. */
export function CriteriaNav({ visit, forum, chosen }: Props) {
  return (
    <Card title={text.criteria()} id="criteria" padded={false}>
      <p class="px-5 pb-3 text-sm text-base-content/75">{text.chooseCriterion()}</p>
      <nav aria-label={text.criteria()} class="border-t border-base-300">
        {chosen ? (
          <p class="px-5 py-2.5 text-sm">
            <a class="link" href={forumPath(visit, forum.draft)}>
              {text.allCriteria()}
            </a>
          </p>
        ) : null}
        {CRITERION_GROUPS.map((group) => (
          <Group key={group} visit={visit} forum={forum} chosen={chosen} group={group} />
        ))}
      </nav>
    </Card>
  );
}

function Group({ visit, forum, chosen, group }: Props & { group: CriterionGroup }) {
  const { criteria, counts } = forum;
  const own = criteria.filter((each) => each.group === group);
  if (own.length === 0) return null;
  const shown = own.filter(
    ({ depth, path }) => depth === 0 || counts.has(path) || isInside(chosen?.path, path),
  );
  const list = (
    <ul class="pb-2">
      {shown.map((criterion) => (
        <li key={criterion.path}>
          <CriterionLink
            visit={visit}
            forum={forum}
            criterion={criterion}
            isChosen={chosen?.path === criterion.path}
          />
        </li>
      ))}
    </ul>
  );
  if (group === 'whole') return list;
  const isOpen = group === 'components' || chosen?.group === group;
  return (
    <details class="group/part border-t border-base-300" open={isOpen}>
      <summary class="px-5 py-2.5 cursor-pointer flex items-center gap-2 text-sm font-medium">
        <Icon name="chevronDown" size={16} class="-rotate-90 group-open/part:rotate-0 text-base-content/75" />
        <span class="grow">{GROUP_LABELS[group]()}</span>
        <Tally counts={own.flatMap(({ path }) => counts.get(path) ?? [])} />
      </summary>
      {list}
    </details>
  );
}

/** Whether a place is the chosen criterion's component or a part of it. */
function isInside(chosen: string | undefined, path: string): boolean {
  const component = (place: string) => place.split('.').slice(0, 2).join('.');
  return chosen?.startsWith('components.') === true && component(chosen) === component(path);
}

function CriterionLink(props: { visit: Visit; forum: Forum; criterion: Criterion; isChosen: boolean }) {
  const { visit, forum, criterion, isChosen } = props;
  const count = forum.counts.get(criterion.path);
  return (
    <a
      class={`flex justify-between gap-3 py-2 pr-5 text-sm hover:bg-base-200 ${criterion.depth === 1 ? 'pl-9' : 'pl-5'} ${isChosen ? 'bg-base-200 font-medium' : ''}`}
      href={criterionPath(visit, forum.draft, criterion.path)}
      aria-current={isChosen ? 'page' : undefined}
    >
      <span class="min-w-0 wrap-anywhere underline decoration-base-content/30 underline-offset-2">
        {inLocale(criterion.label)}
      </span>
      <Tally counts={count ? [count] : []} />
    </a>
  );
}

/** How much was said; what waits for an answer is said in words for those who do not see the mark. */
function Tally({ counts }: { counts: readonly CriterionCount[] }) {
  const sum = (name: keyof CriterionCount) => counts.reduce((total, each) => total + each[name], 0);
  const all = sum('proposals') + sum('comments');
  if (all === 0) return null;
  const unanswered = sum('unanswered');
  return (
    <span class="num font-normal whitespace-nowrap text-base-content/75">
      <span class="sr-only">{text.opinions()}: </span>
      <Icon name="message" size={14} class="mr-1 -mt-0.5" />
      {all}
      {unanswered > 0 ? (
        <>
          {' '}
          <span class="badge badge-sm badge-warning badge-soft text-base-content">
            <span class="sr-only">{text.unanswered()}: </span>
            {unanswered}
          </span>
        </>
      ) : null}
    </span>
  );
}

const GROUP_LABELS: Readonly<Record<CriterionGroup, () => string>> = {
  whole: text.group_whole,
  components: text.group_components,
  result: text.group_result,
  indicators: text.group_indicators,
  official: text.group_official,
  scales: text.group_scales,
  steps: text.group_steps,
  openness: text.group_openness,
};
