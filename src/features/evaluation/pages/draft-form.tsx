import type { ComponentChildren } from 'preact';
import { h } from 'preact';
import { type FieldErrors, ProblemSummary } from '#ui/form.tsx';
import { text as uiText } from '#ui/text.ts';

/** A form that saves itself while somebody types, and by its button where no script runs. */
export function DraftForm(props: {
  action: string;
  revision: number;
  errors: FieldErrors;
  children: ComponentChildren;
}) {
  return (
    <form
      method="post"
      action={props.action}
      class="grid grid-cols-[minmax(0,1fr)] gap-6"
      data-controller="autosave"
      data-autosave-saved-value={uiText.saved()}
      data-autosave-saving-value={uiText.saving()}
      data-autosave-failed-value={uiText.notSaved()}
      data-autosave-stale-value={uiText.stale()}
    >
      <input type="hidden" name="revision" value={props.revision} data-autosave-target="revision" />
      <ProblemSummary errors={props.errors} />
      {props.children}
    </form>
  );
}

/** The bar at the end of a draft: where it stands, and what can be done with it. */
export function DraftActs({ children }: { children: ComponentChildren }) {
  return (
    <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex flex-wrap items-center justify-end gap-3">
      <p class="text-sm text-base-content/75 mr-auto" role="status" data-autosave-target="status" />
      {children}
    </div>
  );
}

/** Part of a page that is fetched again each time the draft around it was saved. */
export function FollowsDraft(props: { id: string; source: string; children: ComponentChildren }) {
  return h(
    'turbo-frame',
    {
      id: props.id,
      'data-controller': 'follow',
      'data-follow-source-value': props.source,
      'data-action': 'autosave:saved@window->follow#reload',
    },
    props.children,
  );
}
