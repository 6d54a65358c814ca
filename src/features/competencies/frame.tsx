/** What every page of competencies has around it: its title, its acts, and the way between the pages. */
import type { ComponentChildren } from 'preact';
import { type Actor, isOfficer, type Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { text } from './text.ts';

export type CompetencyTab = 'dictionary' | 'standards' | 'units' | 'needs';

/** Officers, leaders and auditors look at units side by side; everybody may read what is asked of posts. */
export function overseesUnits({ officer, leader, isAuditor }: Actor): boolean {
  return officer.kind !== 'none' || leader.kind !== 'none' || isAuditor;
}

/** Where in the navigation these pages stand for whoever looks. */
export function navigationKey(actor: Actor): string {
  if (isOfficer(actor)) return 'people';
  return actor.leader.kind === 'none' ? 'mine' : 'organisation';
}

export function CompetencyFrame(props: {
  visit: Visit;
  title: string;
  current: CompetencyTab;
  intro?: ComponentChildren;
  above?: ComponentChildren;
  acts?: ComponentChildren;
  /** What is done to one thing is reached from its list; the tabs lead between lists. */
  hasTabs?: boolean;
  children: ComponentChildren;
}) {
  const { visit, title, current, intro, above, acts, hasTabs = true, children } = props;
  return (
    <Layout chrome={visit.chrome} title={title} current={navigationKey(visit.actor)} width="wide">
      <PageHeading title={title} intro={intro} above={above} acts={acts} />
      {hasTabs ? <Tabs visit={visit} current={current} /> : null}
      {children}
    </Layout>
  );
}

function Tabs({ visit, current }: { visit: Visit; current: CompetencyTab }) {
  const tabs: readonly (readonly [CompetencyTab, string, string])[] = [
    ['dictionary', '/competencies', text.dictionary()],
    ['standards', '/competencies/standards', text.standards()],
    ...(overseesUnits(visit.actor)
      ? ([
          ['units', '/competencies/units', text.units()],
          ['needs', '/competencies/needs', text.needs()],
        ] as const)
      : []),
  ];
  return (
    <nav
      aria-label={text.navigation()}
      class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm print:hidden"
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
