import { isAgencyOfficer } from '../actor.ts';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';

export type PeopleTab =
  | 'people'
  | 'appraisers'
  | 'conflicts'
  | 'units'
  | 'teams'
  | 'competencies'
  | 'history'
  | 'import'
  | 'invitations'
  | 'roles';

/** The way between the pages about people; each officer sees what they may use. */
export function PeopleTabs({ visit, current }: { visit: Visit; current?: PeopleTab }) {
  const all = isAgencyOfficer(visit.actor);
  const tabs: readonly (readonly [PeopleTab, string, string])[] = [
    ['people', '/people', text.peopleTitle()],
    ['appraisers', '/people/appraisers', text.appraisersTitle()],
    ['conflicts', '/conflicts', text.conflicts()],
    ['units', '/units', text.units()],
    ['teams', '/teams', text.workingTeams()],
    ['competencies', '/competencies', text.competencies()],
    ['history', '/people/history', text.earlierYears()],
    ...(all
      ? ([
          ['import', '/people/import', text.doImport()],
          ['invitations', '/people/invitations', text.invitations()],
          ['roles', '/roles', text.roles()],
        ] as const)
      : []),
  ];
  return (
    <nav
      aria-label={text.peopleNavigation()}
      class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm"
    >
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
