/** One counter: its data, and who serves there. */
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { type FieldErrors, type Option, SelectField, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text.ts';
import { CounterFields, ModeBadge, type Typed } from './pages.tsx';
import type { BoundPerson, Counter } from './queries.ts';

export interface CounterView {
  readonly visit: Visit;
  readonly counter: Counter;
  readonly mayChange: boolean;
  readonly bound: readonly BoundPerson[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  readonly units: readonly Option[];
  readonly typed: Typed;
  readonly errors: FieldErrors;
  readonly bindingId: string;
  readonly bindingErrors: FieldErrors;
  readonly bindingTyped: Typed;
}

export function CounterPage(view: CounterView) {
  const { visit, counter, mayChange } = view;
  const base = visit.path(`/surveys/counters/${counter.id}`);
  return (
    <Layout chrome={visit.chrome} title={counter.name} current="organisation">
      <PageHeading
        title={counter.name}
        above={
          <>
            <a class="link" href={visit.path('/surveys/counters')}>
              {text.counters()}
            </a>{' '}
            · {counter.unitName}
          </>
        }
        intro={
          <p class="flex flex-wrap items-center gap-2">
            <span>{counter.service}</span> <ModeBadge mode={counter.mode} />
          </p>
        }
        acts={
          <LinkButton href={`${base}/poster`} icon="print" look="primary">
            {text.printPoster()}
          </LinkButton>
        }
      />
      <div class="grid lg:grid-cols-2 gap-6 items-start">
        <Card title={text.people()}>
          <People {...view} base={base} />
        </Card>
        {mayChange ? (
          <Card
            title={text.counterData()}
            aside={
              <span class="num">
                {text.code()}: {counter.code}
              </span>
            }
          >
            <form method="post" action={base} class="grid gap-5" data-controller="once">
              <CounterFields {...view} />
              <div>
                <SubmitButton look="outline" icon="check">
                  {text.save()}
                </SubmitButton>
              </div>
            </form>
          </Card>
        ) : null}
      </div>
    </Layout>
  );
}

function People({ visit, mayChange, bound, people, base, ...view }: CounterView & { base: string }) {
  const { bindingErrors, bindingTyped } = view;
  return (
    <>
      <p class="text-sm text-base-content/75">{text.peopleHint()}</p>
      {bound.length === 0 ? <p class="mt-3">{text.nobodyBound()}</p> : null}
      <ul class="divide-y divide-base-300 mt-2">
        {bound.map((each) => (
          <li key={each.id} class="py-2.5 flex flex-wrap items-center justify-between gap-2">
            <span>
              <span class="font-medium">{each.name}</span>
              <span class="block text-sm text-base-content/75">
                {text.span({
                  from: formatDate(each.validFrom, 'short'),
                  until: each.validUntil ? formatDate(each.validUntil, 'short') : text.now(),
                })}
              </span>
            </span>
            {mayChange && (each.validUntil === null || each.validUntil > visit.today) ? (
              <form method="post" action={`${base}/people/${each.id}/end`} data-controller="once">
                <button class="btn btn-sm btn-ghost" type="submit">
                  {text.release({ name: each.name })}
                </button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
      {mayChange ? (
        <form method="post" action={`${base}/people`} class="grid gap-4 mt-4" data-controller="once">
          <input type="hidden" name="id" value={view.bindingId} />
          <SelectField
            name="person"
            label={text.person()}
            options={people.map(({ id, name }) => ({ value: id, label: name }))}
            empty={text.choose()}
            value={bindingTyped.person}
            error={bindingErrors.person}
            required
          />
          <div class="grid sm:grid-cols-2 gap-4">
            <TextField
              name="from"
              type="date"
              label={text.from()}
              value={bindingTyped.from ?? visit.today}
              error={bindingErrors.from}
              required
            />
            <TextField
              name="until"
              type="date"
              label={text.until()}
              value={bindingTyped.until}
              error={bindingErrors.until}
            />
          </div>
          <div>
            <SubmitButton look="outline" icon="plus">
              {text.bind()}
            </SubmitButton>
          </div>
        </form>
      ) : null}
    </>
  );
}
