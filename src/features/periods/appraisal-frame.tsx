/** What stands above every page of one appraisal: whose it is, which period, and the way through the year. */
import type { ComponentChildren } from 'preact';
import type { Actor, Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { messages } from '#platform/locale/messages.ts';
import { Layout } from '#ui/layout.tsx';
import { type ParticipationView, READERS } from './participation.ts';

const text = messages({
  plan: { id: 'Rencana (SKP)', en: 'Plan (SKP)' },
  progress: { id: 'Kemajuan', en: 'Progress' },
  voices: { id: 'Suara lain', en: 'Other voices' },
  evaluation: { id: 'Penilaian', en: 'Evaluation' },
  result: { id: 'Hasil', en: 'Result' },
  papers: { id: 'Dokumen', en: 'Papers' },
  steps: { id: 'Langkah penilaian', en: 'Steps of the appraisal' },
  appraiser: { id: 'Pejabat penilai', en: 'Appraiser' },
  competencies: { id: 'Profil kompetensi', en: 'Competency profile' },
  conflicts: { id: 'Benturan kepentingan', en: 'Conflicts of interest' },
  history: { id: 'Semua tahun', en: 'All years' },
  noAppraiser: { id: 'belum ditetapkan', en: 'not yet assigned' },
});

export type AppraisalStep = 'plan' | 'progress' | 'voices' | 'evaluation' | 'result' | 'papers';
const STEPS: readonly AppraisalStep[] = ['plan', 'progress', 'voices', 'evaluation', 'result', 'papers'];

export function AppraisalFrame(props: {
  visit: Visit;
  view: ParticipationView;
  current: AppraisalStep;
  title: string;
  width?: 'narrow' | 'normal' | 'wide';
  acts?: ComponentChildren;
  children: ComponentChildren;
}) {
  const { visit, view, current, title, acts, children } = props;
  const { participation } = view;
  const isOwn = view.relations.has('employee');
  return (
    <Layout
      chrome={visit.chrome}
      title={title}
      current={isOwn ? 'mine' : 'team'}
      width={props.width ?? 'normal'}
    >
      <div class="grid gap-4">
        <div class="flex flex-wrap items-end justify-between gap-x-6 gap-y-3">
          <div class="min-w-0">
            <p class="text-sm text-base-content/75">
              {participation.period.name} · {formatDate(participation.startsOn, 'short')} –{' '}
              {formatDate(participation.endsOn, 'short')}
            </p>
            <h1 class="text-2xl md:text-3xl font-semibold tracking-tight mt-1 text-balance">{title}</h1>
            <p class="mt-1 text-sm text-base-content/75">
              {isOwn ? '' : `${participation.person.name} · `}
              {participation.person.position} · {participation.unit.name} · {text.appraiser()}:{' '}
              {participation.appraiser?.name ?? text.noAppraiser()}
              {mayReadHistory(visit.actor, view) ? (
                <>
                  {' · '}
                  <a
                    class="link"
                    href={visit.path(isOwn ? '/mine/history' : `/people/${participation.person.id}/history`)}
                  >
                    {text.history()}
                  </a>
                </>
              ) : null}
              {READERS.some((relation) => view.relations.has(relation)) ? (
                <>
                  {' · '}
                  <a class="link" href={visit.path(`/appraisals/${participation.id}/conflicts`)}>
                    {text.conflicts()}
                  </a>
                </>
              ) : null}
              {mayReadCompetencies(visit.actor, view) ? (
                <>
                  {' · '}
                  <a
                    class="link"
                    href={visit.path(
                      isOwn ? '/mine/competencies' : `/people/${participation.person.id}/competencies`,
                    )}
                  >
                    {text.competencies()}
                  </a>
                </>
              ) : null}
            </p>
          </div>
          {acts ? <div class="flex flex-wrap gap-2">{acts}</div> : null}
        </div>
        <nav
          aria-label={text.steps()}
          class="flex gap-1 overflow-x-auto border-b border-base-300 text-sm print:hidden"
        >
          {stepsFor(view, current).map((step) => (
            <a
              key={step}
              href={visit.path(`/appraisals/${participation.id}/${step}`)}
              class={`px-3 py-2.5 border-b-2 -mb-px whitespace-nowrap ${step === current ? 'border-primary font-semibold text-primary' : 'border-transparent hover:border-base-300'}`}
              aria-current={step === current ? 'page' : undefined}
            >
              {text[step]()}
            </a>
          ))}
        </nav>
      </div>
      {children}
    </Layout>
  );
}

/** A second appraiser reads what the appraisal rests on, and not what the first appraiser made of it. */
function stepsFor({ relations, participation }: ParticipationView, current: AppraisalStep) {
  if (relations.has('second-appraiser')) return STEPS.slice(0, 2);
  return STEPS.filter((step) => step !== 'voices' || participation.isHeardByOthers || current === 'voices');
}

/** Officers and leaders of single units follow a person while they work there. */
function mayReadHistory(actor: Actor, { relations, participation }: ParticipationView): boolean {
  if (relations.has('employee') || actor.isAuditor) return true;
  if (actor.officer.kind === 'agency' || actor.leader.kind === 'agency') return true;
  return participation.period.state === 'open' && (relations.has('officer') || relations.has('leader'));
}

/** The same, and whoever appraises the person now. */
function mayReadCompetencies(actor: Actor, view: ParticipationView): boolean {
  const { relations, participation } = view;
  if (mayReadHistory(actor, view)) return true;
  return participation.period.state === 'open' && (relations.has('appraiser') || relations.has('superior'));
}
