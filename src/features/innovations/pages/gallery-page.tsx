import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { type Chrome, Layout } from '#ui/layout.tsx';
import { Card, EmptyState, PageHeading } from '#ui/parts.tsx';
import type { Innovation } from '../queries.ts';
import type { InnovationComponent } from '../stages.ts';
import { text } from '../text.ts';
import { Benefit } from './innovation-page.tsx';

/** What the public reads: no names of people, and only what another unit has confirmed. */
export function GalleryPage(props: {
  readonly chrome: Chrome;
  readonly agency: string;
  readonly shown: readonly { readonly innovation: Innovation; readonly component: InnovationComponent }[];
}) {
  const { chrome, agency, shown } = props;
  const title = text.galleryTitle({ agency });
  return (
    <Layout chrome={chrome} title={title} width="normal">
      <PageHeading title={title} intro={text.galleryIntro()} />
      {shown.length === 0 ? <EmptyState icon="trending" title={text.galleryEmpty()} /> : null}
      <div class="grid gap-4 md:grid-cols-2">
        {shown.map(({ innovation, component }) => (
          <Card key={innovation.id} title={innovation.title}>
            <p class="text-sm text-base-content/75">{innovation.unit.name}</p>
            <p class="mt-2 whitespace-pre-line">{innovation.publicText}</p>
            <ul class="mt-3 grid gap-2">
              {innovation.steps
                .filter(({ verdict }) => verdict === 'confirmed')
                .map((step) => (
                  <li key={step.id} class="border-s-4 border-primary ps-3">
                    <p class="font-medium">
                      {inLocale(
                        component.stages.find(({ code }) => code === step.stage)?.label ?? {
                          id: step.stage,
                          en: step.stage,
                        },
                      )}
                    </p>
                    <Benefit step={step} />
                    <p class="text-sm text-base-content/75">
                      {text.reachedOn({ date: formatDate(step.reachedOn) })} ·{' '}
                      {text.confirmedBy({ unit: step.verifiedByUnit ?? '' })}
                    </p>
                  </li>
                ))}
            </ul>
          </Card>
        ))}
      </div>
    </Layout>
  );
}
