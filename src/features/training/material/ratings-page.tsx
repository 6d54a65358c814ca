/** The experts' levels and reasons, item by item, beside what each level means. */
import type { Visit } from '#features/people/index.ts';
import { Layout } from '#ui/layout.tsx';
import { Card, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Case } from '../course/cases.ts';
import { LIMITS } from '../model.ts';
import type { RateableItem, RateablePart } from '../rateable.ts';
import { office } from '../text-office.ts';
import { ratingLevel, ratingReason } from './forms.ts';

export interface RatingsFormView {
  readonly visit: Visit;
  readonly schemeId: string;
  readonly about: Case;
  readonly parts: readonly RateablePart[];
  readonly fields: Readonly<Record<string, string>>;
  readonly isStale?: boolean;
}

export function RatingsFormPage(view: RatingsFormView) {
  const { visit, about, schemeId, parts, fields } = view;
  const address = visit.path(`/training/material/${schemeId}/cases/${about.id}`);
  const { experts } = about.content;
  return (
    <Layout chrome={visit.chrome} title={office.expertRatings()} current="training">
      <PageHeading
        title={office.expertRatings()}
        intro={office.expertRatingsHint()}
        above={
          <a class="link" href={address}>
            {about.heading}
          </a>
        }
      />
      {view.isStale ? <Notice tone="warning">{office.changedElsewhere()}</Notice> : null}
      {experts.length === 0 ? (
        <Notice tone="warning">
          <a class="link" href={`${address}/dossier`}>
            {office.lacksExperts()}
          </a>
        </Notice>
      ) : (
        <form
          method="post"
          action={`${address}/ratings`}
          class="grid grid-cols-[minmax(0,1fr)] gap-6"
          data-controller="once"
        >
          <input type="hidden" name="revision" value={about.revision} />
          {parts.map((part) => (
            <Card
              key={part.component}
              title={part.label}
              aside={countOf(part, fields, experts.length)}
              padded={false}
            >
              <div class="divide-y divide-base-300 mt-3 border-t border-base-300">
                {part.items.map((item) => (
                  <ItemRatings key={item.key} item={item} experts={experts} fields={fields} />
                ))}
              </div>
            </Card>
          ))}
          <div class="sticky bottom-0 z-10 -mx-4 px-4 py-3 bg-base-200 border-t border-base-300 flex justify-end">
            <SubmitButton icon="check">{office.save()}</SubmitButton>
          </div>
        </form>
      )}
    </Layout>
  );
}

function countOf(part: RateablePart, fields: RatingsFormView['fields'], experts: number): string {
  const rated = part.items.filter(({ key }) =>
    Array.from({ length: experts }, (_, expert) => fields[ratingLevel(key, expert)]).some(Boolean),
  );
  return office.partItems({ count: rated.length, total: part.items.length });
}

function ItemRatings(props: {
  item: RateableItem;
  experts: readonly string[];
  fields: RatingsFormView['fields'];
}) {
  const { item, experts, fields } = props;
  return (
    <section class="p-5 grid gap-3">
      <h3 class="font-semibold">{item.label}</h3>
      <details class="text-sm">
        <summary class="cursor-pointer link py-1">{office.levels()}</summary>
        <dl class="mt-2 grid gap-2 max-w-prose">
          {item.levels.map(({ code, label, anchor }) => (
            <div key={code}>
              <dt class="font-medium">{label}</dt>
              {anchor ? <dd class="text-base-content/75">{anchor}</dd> : null}
            </div>
          ))}
        </dl>
      </details>
      {experts.map((expert, index) => (
        <div
          key={ratingLevel(item.key, index)}
          class="grid gap-x-4 gap-y-2 sm:grid-cols-[13rem_minmax(0,1fr)] items-start"
        >
          <p class="text-sm text-base-content/75 sm:col-span-2">
            {office.expertNamed({ number: index + 1, name: expert })}
          </p>
          <select
            class="select w-full"
            name={ratingLevel(item.key, index)}
            aria-label={office.levelBy({ expert, item: item.label })}
          >
            <option value="">{office.notAsked()}</option>
            {item.levels.map(({ code, label }) => (
              <option key={code} value={code} selected={fields[ratingLevel(item.key, index)] === code}>
                {label}
              </option>
            ))}
          </select>
          <textarea
            class="textarea w-full"
            name={ratingReason(item.key, index)}
            aria-label={office.reasonBy({ expert, item: item.label })}
            placeholder={office.reason()}
            rows={2}
            maxLength={LIMITS.reason}
          >
            {fields[ratingReason(item.key, index)] ?? ''}
          </textarea>
        </div>
      ))}
    </section>
  );
}
