import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { text } from '../text.ts';

const TABS = [
  ['files', '/attendance', 'tabFiles'],
  ['letters', '/attendance/letters', 'tabLetters'],
  ['pins', '/attendance/numbers', 'tabPins'],
  ['calendar', '/attendance/calendar', 'tabCalendar'],
  ['contests', '/contests', 'tabContests'],
] as const;
export type Tab = (typeof TABS)[number][0];

/** Everything an officer does with attendance, under one heading. */
export function AttendanceFrame(props: {
  visit: Visit;
  tab: Tab;
  title: string;
  intro?: string | undefined;
  width?: 'narrow' | 'normal';
  children: ComponentChildren;
}) {
  const { visit, tab, title, intro } = props;
  return (
    <Layout chrome={visit.chrome} title={title} current="attendance" width={props.width ?? 'normal'}>
      <PageHeading title={title} intro={intro} />
      <AttendanceTabs visit={visit} tab={tab} />
      {props.children}
    </Layout>
  );
}

export function AttendanceTabs({ visit, tab }: { visit: Visit; tab: Tab }) {
  return (
    <nav
      aria-label={text.tabs()}
      class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm print:hidden"
    >
      {TABS.map(([key, path, label]) => (
        <a
          key={key}
          href={visit.path(path)}
          class={`px-3 py-2.5 border-b-2 -mb-px whitespace-nowrap ${key === tab ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
          aria-current={key === tab ? 'page' : undefined}
        >
          {text[label]()}
        </a>
      ))}
    </nav>
  );
}
