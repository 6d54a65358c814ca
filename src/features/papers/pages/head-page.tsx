import type { Visit } from '#features/people/index.ts';
import { Checkbox, FileField, ProblemSummary, TextField } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { PaperHeadSettings } from '../paper-head.ts';
import { bundleText as text } from '../text-bundle.ts';

export function HeadPage(props: {
  visit: Visit;
  head: PaperHeadSettings;
  place: string;
  errors: Record<string, string>;
}) {
  const { visit, head, place, errors } = props;
  return (
    <Layout chrome={visit.chrome} title={text.headTitle()} current="organisation" width="narrow">
      <PageHeading
        title={text.headTitle()}
        above={
          <a class="link" href={visit.path('/papers')}>
            {text.back()}
          </a>
        }
        intro={text.headIntro()}
      />
      <Card>
        <form
          method="post"
          action={visit.path('/papers/head')}
          encType="multipart/form-data"
          class="grid gap-5"
          data-controller="once"
        >
          <ProblemSummary errors={errors} />
          <TextField
            name="place"
            label={text.place()}
            hint={`${text.placeHint()} ${head.isPlaceChosen ? '' : `(${head.place})`}`.trim()}
            value={place}
            error={errors.place}
            maxLength={80}
          />
          <div class="grid gap-2">
            {head.emblem ? (
              <img
                src={`${visit.path('/papers/head/emblem')}?${head.emblem.sha256.slice(0, 8)}`}
                alt={text.emblemNow()}
                class="h-24 w-auto max-w-full object-contain justify-self-start bg-white rounded-box border border-base-300 p-2"
              />
            ) : (
              <p class="text-sm text-base-content/75">{text.noEmblem()}</p>
            )}
            <FileField
              name="emblem"
              label={text.emblem()}
              hint={text.emblemHint()}
              accept=".png,.svg,image/png,image/svg+xml"
              error={errors.emblem}
            />
            {head.emblem ? <Checkbox name="remove" label={text.removeEmblem()} /> : null}
          </div>
          <div>
            <SubmitButton>{text.save()}</SubmitButton>
          </div>
        </form>
      </Card>
    </Layout>
  );
}
