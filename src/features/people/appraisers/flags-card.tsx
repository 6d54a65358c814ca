import { formatInstant } from '#platform/locale/format.ts';
import { Card, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import type { Visit } from '../visit.ts';
import type { Flag } from './flags.ts';

/** Open reports of a wrong appraiser, each with its answer form. */
export function FlagsCard({ visit, flags }: { visit: Visit; flags: readonly Flag[] }) {
  if (flags.length === 0) return null;
  return (
    <Card title={`${text.flags()} (${flags.length})`} id="flags">
      <ul class="grid gap-6 divide-y divide-base-300">
        {flags.map((flag) => (
          <li key={flag.id} class="grid gap-3 pt-6 first:pt-0 lg:grid-cols-2 lg:gap-8">
            <div class="min-w-0">
              <p>
                <a class="link link-hover font-medium" href={visit.path(`/people/${flag.personId}`)}>
                  {flag.personName}
                </a>{' '}
                <span class="text-sm text-base-content/75">{flag.unitName}</span>
              </p>
              <p class="mt-1 whitespace-pre-line break-words">{flag.note}</p>
              <p class="mt-1 text-sm text-base-content/75">
                {formatInstant(flag.raisedAt, visit.agency.zone)} ·{' '}
                <a class="link" href={visit.path(`/people/${flag.personId}/appraiser`)}>
                  {text.changeAppraiser()}
                </a>
              </p>
            </div>
            <form
              method="post"
              action={visit.path(`/people/appraisers/flags/${flag.id}/answer`)}
              class="grid gap-2"
              data-controller="once"
            >
              <label class="text-sm font-medium" for={`answer-${flag.id}`}>
                {text.flagAnswer()}
              </label>
              <textarea
                class="textarea w-full"
                id={`answer-${flag.id}`}
                name="resolution"
                rows={2}
                required
                maxLength={2000}
              />
              <div>
                <SubmitButton small look="outline">
                  {text.flagResolve()}
                </SubmitButton>
              </div>
            </form>
          </li>
        ))}
      </ul>
    </Card>
  );
}
