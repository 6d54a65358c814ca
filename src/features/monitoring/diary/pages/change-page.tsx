import { AppraisalFrame } from '#features/periods/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { Card, SubmitButton } from '#ui/parts.tsx';
import type { Observation, PastWording } from '../model.ts';
import { diaryText as text } from '../text.ts';
import { type DiaryView, lineNamesOf } from './diary-page.tsx';
import { ObservationForm } from './observation-form.tsx';
import { ObservationWords } from './observation-words.tsx';

export interface ChangeView extends Omit<DiaryView, 'observations' | 'keeps'> {
  readonly observation: Observation;
  readonly past: readonly PastWording[];
  /** Whether its author can still change it. */
  readonly isOpen: boolean;
}

/** One note of one's own: its words, what it said before, and the way to take it out. */
export function ChangePage(props: ChangeView) {
  const { visit, view, observation, past, isOpen, closed } = props;
  const base = visit.path(`/appraisals/${view.participation.id}/diary`);
  const mayChange = isOpen && closed === null;
  return (
    <AppraisalFrame
      visit={visit}
      view={view}
      current="progress"
      title={mayChange ? text.changeTitle() : text.readTitle()}
    >
      <Card>
        {mayChange ? (
          <ObservationForm {...props} action={`${base}/${observation.id}`} back={base} />
        ) : (
          <div class="grid gap-4">
            <ObservationWords
              wording={observation}
              lineNames={lineNamesOf(props)}
              fileHref={observation.file ? `${base}/${observation.id}/file` : null}
            />
            <p>
              <a class="link" href={base}>
                {text.back()}
              </a>
            </p>
          </div>
        )}
      </Card>
      {past.length > 0 ? (
        <Card title={text.history()}>
          <ol class="divide-y divide-base-300 -my-4">
            {past.map((each) => (
              <li key={each.revision} class="py-4 grid gap-1">
                <p class="text-sm font-medium">
                  {text.version({
                    revision: each.revision,
                    when: formatInstant(each.savedAt, visit.agency.zone),
                  })}
                </p>
                <ObservationWords wording={each} lineNames={lineNamesOf(props)} fileHref={null} />
              </li>
            ))}
          </ol>
        </Card>
      ) : null}
      {mayChange ? (
        <form
          method="post"
          action={`${base}/${observation.id}/removal`}
          class="flex flex-wrap gap-x-3 gap-y-1 items-center"
          data-controller="once"
        >
          <SubmitButton look="outline" small>
            {text.remove()}
          </SubmitButton>
          <span class="text-sm text-base-content/75 max-w-prose">{text.removeHint()}</span>
        </form>
      ) : null}
    </AppraisalFrame>
  );
}
