import { isOfficer, type Visit } from '#features/people/index.ts';
import { text } from '../text.ts';

export type RoundTab = 'overview' | 'people' | 'load' | 'letters' | 'reports';

/** The way between the views of a round; lists with names are for officers and auditors. */
export function RoundTabs(props: { visit: Visit; periodId: string; current: RoundTab }) {
  const { visit, periodId, current } = props;
  const base = `/periods/${periodId}/voices`;
  const seesNames = isOfficer(visit.actor) || visit.actor.isAuditor;
  const tabs: readonly (readonly [RoundTab, string, string])[] = [
    ['overview', base, text.overview()],
    ...(seesNames
      ? ([
          ['people', `${base}/people`, text.peopleList()],
          ['load', `${base}/load`, text.loadList()],
          ...(isOfficer(visit.actor) ? ([['letters', `${base}/letters`, text.letters()]] as const) : []),
          ['reports', '/voice-reports', text.reports()],
        ] as const)
      : []),
  ];
  return (
    <nav aria-label={text.views()} class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm">
      {tabs.map(([key, path, label]) => (
        <a
          key={key}
          href={visit.path(path)}
          class={`px-3 py-2.5 border-b-2 -mb-px whitespace-nowrap ${key === current ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
          aria-current={key === current ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
