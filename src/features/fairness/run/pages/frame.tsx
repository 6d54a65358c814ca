/** Head and ways of everything about one period. */
import type { ComponentChildren } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { PageHeading } from '#ui/parts.tsx';
import { text } from '../text.ts';

export type FairnessTab = 'board' | 'groups' | 'run' | 'settings';

export function FairnessFrame(props: {
  visit: Visit;
  period: { readonly id: string; readonly name: string };
  current: FairnessTab;
  title: string;
  intro?: string;
  /** Groups are shown to those who oversee the whole agency only. */
  hasGroups: boolean;
  children: ComponentChildren;
}) {
  const { visit, period, current, hasGroups } = props;
  const tabs: readonly (readonly [FairnessTab, string, string])[] = [
    ['board', `/fairness/${period.id}`, text.board()],
    ...(hasGroups ? [['groups', `/fairness/${period.id}/groups`, text.groups()] as const] : []),
    ['run', `/fairness/${period.id}/run`, text.calculation()],
    ['settings', `/fairness/${period.id}/settings`, text.settings()],
  ];
  return (
    <Layout chrome={visit.chrome} title={`${props.title} · ${period.name}`} current="fairness">
      <PageHeading
        title={props.title}
        above={
          <>
            <a class="link" href={visit.path('/fairness')}>
              {text.title()}
            </a>{' '}
            · {period.name}
          </>
        }
        {...(props.intro ? { intro: props.intro } : {})}
      />
      <nav aria-label={period.name} class="print:hidden">
        <ul class="flex flex-wrap gap-x-5 gap-y-1 border-b border-base-300">
          {tabs.map(([key, path, label]) => (
            <li key={key}>
              <a
                href={visit.path(path)}
                aria-current={key === current ? 'page' : undefined}
                class={`inline-block py-2 ${key === current ? 'font-medium border-b-2 border-primary' : 'text-base-content/75 hover:text-base-content'}`}
              >
                {label}
              </a>
            </li>
          ))}
        </ul>
      </nav>
      {props.children}
    </Layout>
  );
}
