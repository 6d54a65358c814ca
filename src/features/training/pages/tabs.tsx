import { isAgencyOfficer, isOfficer, type Visit } from '#features/people/index.ts';
import { messages } from '#platform/locale/messages.ts';

const text = messages({
  navigation: { id: 'Bagian pelatihan', en: 'Parts of training' },
  own: { id: 'Pelatihan saya', en: 'My training' },
  workshops: { id: 'Lokakarya', en: 'Workshops' },
  office: { id: 'Para penilai', en: 'Appraisers' },
  material: { id: 'Pelajaran dan kasus', en: 'Lessons and cases' },
});

export type TrainingTab = keyof typeof TABS;

const TABS = {
  own: '/training',
  workshops: '/training/workshops',
  office: '/training/appraisers',
  material: '/training/material',
} as const;

/** Who may look at the training of others: officers for their units, leaders and auditors of the whole agency. */
export function mayOversee({ actor }: Visit): boolean {
  return isOfficer(actor) || actor.leader.kind === 'agency' || actor.isAuditor;
}

export function TrainingTabs({ visit, current }: { visit: Visit; current?: TrainingTab }) {
  const tabs: TrainingTab[] = ['own', 'workshops'];
  if (mayOversee(visit)) tabs.push('office');
  if (isAgencyOfficer(visit.actor)) tabs.push('material');
  return (
    <nav
      aria-label={text.navigation()}
      class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm print:hidden"
    >
      {tabs.map((tab) => (
        <a
          key={tab}
          href={visit.path(TABS[tab])}
          class={`px-3 py-2.5 border-b-2 -mb-px whitespace-nowrap ${tab === current ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
          aria-current={tab === current ? 'page' : undefined}
        >
          {text[tab]()}
        </a>
      ))}
    </nav>
  );
}
