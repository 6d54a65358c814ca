import type { Visit } from '#features/people/index.ts';
import { text } from './text.ts';

/** The way between surveys and counters, and to what the public sees. */
export function SurveyTabs({ visit, current }: { visit: Visit; current: 'rounds' | 'counters' }) {
  const tabs = [
    ['rounds', visit.path('/surveys'), text.rounds()],
    ['counters', visit.path('/surveys/counters'), text.counters()],
    ['public', `/s/${visit.agency.code}`, text.publicPage()],
  ] as const;
  return (
    <nav aria-label={text.navigation()} class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm">
      {tabs.map(([key, path, label]) => (
        <a
          key={key}
          href={path}
          class={`px-3 py-2.5 border-b-2 -mb-px whitespace-nowrap ${key === current ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
          aria-current={key === current ? 'page' : undefined}
        >
          {label}
        </a>
      ))}
    </nav>
  );
}
