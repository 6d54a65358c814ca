import { h } from 'preact';
import type { Visit } from '#features/people/index.ts';
import { type FormState, LevelField } from '#features/schemes/index.ts';
import { type FieldErrors, ProblemSummary, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading } from '#ui/parts.tsx';
import { text as uiText } from '#ui/text.ts';
import type { Attempt } from '../course/attempts.ts';
import type { Case } from '../course/cases.ts';
import { LIMITS, type Ratings } from '../model.ts';
import type { RateableItem, RateablePart } from '../rateable.ts';
import { text } from '../text.ts';
import { Dossier } from './dossier.tsx';

export interface CasePageView {
  readonly visit: Visit;
  readonly courseTitle: string;
  readonly schemeId: string;
  readonly about: Case;
  readonly attempt: Attempt;
  /** What stands in the fields: what was saved, or what was typed and could not be. */
  readonly ratings: Ratings;
  readonly parts: readonly RateablePart[];
  readonly errors: FieldErrors;
  /** Saved from another page meanwhile. */
  readonly isStale?: boolean;
}

/** Names of the fields of an item. */
export const levelName = (key: string) => `${key}.level`;
export const reasonName = (key: string) => `${key}.reason`;

/** Only the items that the experts rated are asked. */
export function askedParts(parts: readonly RateablePart[], { content }: Case): readonly RateablePart[] {
  const asked = new Set(content.ratings.map(({ item }) => item));
  return parts
    .map((part) => ({ ...part, items: part.items.filter(({ key }) => asked.has(key)) }))
    .filter(({ items }) => items.length > 0);
}

export function CasePage(view: CasePageView) {
  const { visit, about, attempt } = view;
  const address = visit.path(`/training/cases/${attempt.id}`);
  const items = view.parts.flatMap((part) => part.items);
  const done = items.filter(({ key }) => view.ratings[key]?.level).length;
  return (
    <Layout chrome={visit.chrome} title={about.heading} current="training">
      <PageHeading
        title={about.heading}
        above={
          <a class="link" href={visit.path(`/training/courses/${view.schemeId}`)}>
            {view.courseTitle}
          </a>
        }
        intro={text.casesHint()}
      />
      <Dossier about={about} />
      {/* The autosave attributes are the script's own; without it the buttons save the same way. */}
      <form
        method="post"
        action={address}
        class="grid grid-cols-[minmax(0,1fr)] gap-6"
        data-controller="autosave"
        data-autosave-saved-value={uiText.saved()}
        data-autosave-saving-value={uiText.saving()}
        data-autosave-failed-value={uiText.notSaved()}
        data-autosave-stale-value={uiText.stale()}
      >
        <input type="hidden" name="revision" value={attempt.revision} data-autosave-target="revision" />
        {view.isStale ? <Notice tone="warning">{text.changedElsewhere()}</Notice> : null}
        <ProblemSummary errors={view.errors} />
        {view.parts.map((part) => (
          <Card key={part.component} title={part.label} padded={false}>
            <div class="divide-y divide-base-300 mt-3 border-t border-base-300">
              {part.items.map((item) => (
                <ItemFields key={item.key} item={item} ratings={view.ratings} errors={view.errors} />
              ))}
            </div>
          </Card>
        ))}
        <Acts address={address} done={done} total={items.length} />
      </form>
    </Layout>
  );
}

function ItemFields({
  item,
  ratings,
  errors,
}: {
  item: RateableItem;
  ratings: Ratings;
  errors: FieldErrors;
}) {
  const given = ratings[item.key];
  const state: FormState = {
    fields: { [levelName(item.key)]: given?.level ?? '' },
    problems: errors,
  };
  return (
    <section class="p-5 grid gap-4">
      <div class="grid gap-1">
        <h3 class="font-semibold">{item.label}</h3>
        {item.about.map((words) => (
          <p key={words} class="text-sm text-base-content/75 max-w-prose">
            {words}
          </p>
        ))}
      </div>
      <LevelField
        frame={{ look: 'cards' }}
        state={state}
        name={levelName(item.key)}
        label={text.levelOf({ item: item.label })}
        levels={item.levels.map(({ code, label, anchor }) => ({ code, label, anchor }))}
        hideLabel
      />
      <TextField
        name={reasonName(item.key)}
        label={text.reason()}
        hint={text.reasonHint()}
        value={given?.reason}
        maxLength={LIMITS.reason}
      />
    </section>
  );
}

function Acts({ address, done, total }: { address: string; done: number; total: number }) {
  return (
    <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex flex-wrap items-center justify-end gap-x-3 gap-y-2">
      <p class="text-sm text-base-content/75 mr-auto">
        <span class="num">{text.ratedCount({ done, total })}</span>{' '}
        <span role="status" data-autosave-target="status" />
      </p>
      <button type="submit" class="btn btn-outline" formNoValidate>
        {text.saveForLater()}
      </button>
      {/* Preact's types do not know `formAction` on a button in every version; `h` passes it through. */}
      {h(
        'button',
        { type: 'submit', class: 'btn btn-primary', formAction: `${address}/sending` },
        text.send(),
      )}
    </div>
  );
}
