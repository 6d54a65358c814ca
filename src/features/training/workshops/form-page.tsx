import type { Visit } from '#features/people/index.ts';
import { type FieldErrors, ProblemSummary, SelectField, TextArea, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import { text } from '../text-workshops.ts';

export interface WorkshopFormView {
  readonly visit: Visit;
  /** Of a workshop that is changed; undefined for a new one. */
  readonly workshop: { readonly id: string; readonly revision: number } | undefined;
  readonly id: string;
  readonly schemes: readonly { readonly id: string; readonly title: string }[];
  readonly fields: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

export function WorkshopFormPage(view: WorkshopFormView) {
  const { visit, workshop, fields, errors } = view;
  const title = workshop ? text.edit() : text.plan();
  return (
    <Layout chrome={visit.chrome} title={title} current="training" width="narrow">
      <PageHeading
        title={title}
        above={
          <a
            class="link"
            href={visit.path(workshop ? `/training/workshops/${workshop.id}` : '/training/workshops')}
          >
            {text.workshops()}
          </a>
        }
      />
      <form
        method="post"
        action={visit.path(workshop ? `/training/workshops/${workshop.id}` : '/training/workshops')}
        class="grid gap-6"
        data-controller="once"
      >
        <input type="hidden" name="id" value={fields.id ?? view.id} />
        <input type="hidden" name="revision" value={workshop?.revision ?? 0} />
        <ProblemSummary errors={errors} />
        <Card>
          <Inputs {...view} />
        </Card>
        <p>
          <SubmitButton icon="check">{text.save()}</SubmitButton>
        </p>
      </form>
    </Layout>
  );
}

function Inputs({ visit, schemes, fields, errors }: WorkshopFormView) {
  const field = (name: string) => ({ name, value: fields[name], error: errors[name] });
  return (
    <div class="grid gap-5">
      <TextField {...field('title')} label={text.title()} maxLength={200} required />
      <TextArea {...field('description')} label={text.description()} rows={5} maxLength={4000} />
      <SelectField
        {...field('scheme')}
        label={text.scheme()}
        empty={text.noScheme()}
        options={schemes.map(({ id, title }) => ({ value: id, label: title }))}
      />
      <div class="grid gap-5 sm:grid-cols-3">
        <TextField {...field('date')} type="date" label={text.date()} min={visit.today} required />
        <TextField
          {...field('startsAt')}
          label={text.startsAt()}
          hint={text.timeHint()}
          maxLength={5}
          required
        />
        <TextField {...field('endsAt')} label={text.endsAt()} hint={text.timeHint()} maxLength={5} required />
      </div>
      <TextField {...field('place')} label={text.place()} hint={text.placeHint()} maxLength={200} />
      <TextField {...field('link')} type="url" label={text.link()} hint={text.linkHint()} maxLength={500} />
      <TextField {...field('capacity')} label={text.capacity()} inputMode="numeric" maxLength={5} required />
    </div>
  );
}
