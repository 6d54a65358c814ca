/** A whole scheme as one page: what an employee has to know to understand how they will be appraised. */
import type { ComponentChildren } from 'preact';
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import type { Visit } from '#features/people/index.ts';
import { formatDate } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { Layout } from '#ui/layout.tsx';
import { Badge, Card, LinkButton, Notice, PageHeading, type Tone } from '#ui/parts.tsx';
import type { SchemeExample } from '../store.ts';
import { CategoriesCard, GatesCard } from './categories-card.tsx';
import { ComponentCard } from './component-card.tsx';
import { describeComponents } from './describe.ts';
import { IndicatorsCard } from './indicators-card.tsx';
import { LegalCard } from './legal-card.tsx';
import { MadeTable } from './made-table.tsx';
import { OfficialCard } from './official-card.tsx';
import { ResultPicture } from './picture.tsx';
import { OpennessCard, ScalesCard, StepsCard, scalesToExplain, TrainingCard } from './process-cards.tsx';
import { summaryOf } from './summary.ts';
import { text as list } from './text.ts';
import { text as page } from './text-page.ts';
import { text as parts } from './text-parts.ts';
import { text } from './text-rest.ts';
import { WorkedCard } from './worked-card.tsx';

export interface SchemePageView {
  readonly compiled: CompiledScheme;
  /** Address of this page; others lie below it. */
  readonly address: string;
  readonly badge: { readonly words: string; readonly tone: Tone };
  /** What has to be said first: a draft, a template. */
  readonly notice: ComponentChildren;
  readonly acts: ComponentChildren;
  /** How it was decided, where it was. */
  readonly decided: string | null;
  /** Other versions to compare with; none for a draft. */
  readonly others: readonly { readonly value: string; readonly label: string }[];
  /** Files for machines; a draft has none. */
  readonly files: readonly { readonly href: string; readonly label: string; readonly download: boolean }[];
  readonly practiceAddress: string | null;
  /** Worked examples of the scheme's author, computed by the version shown; none for a draft. */
  readonly examples: readonly SchemeExample[];
  readonly family: string;
}

export function SchemePage({ visit, view }: { visit: Visit; view: SchemePageView }) {
  const { compiled, badge, notice, acts } = view;
  const { scheme } = compiled;
  return (
    <Layout chrome={visit.chrome} title={inLocale(scheme.title)} current="schemes">
      <PageHeading
        title={inLocale(scheme.title)}
        above={
          <a class="link" href={visit.path('/schemes')}>
            {list.schemes()}
          </a>
        }
        intro={
          <div class="grid gap-2">
            <p class="flex flex-wrap gap-2 items-center text-sm">
              <Badge tone={badge.tone}>{badge.words}</Badge>
              <span>{list.versionOf({ version: `${scheme.version}` })}</span>
              <span class="text-base-content/75">{effectiveText(scheme)}</span>
            </p>
            {view.decided ? <p class="text-sm text-base-content/75">{view.decided}</p> : null}
          </div>
        }
        acts={acts}
      />
      {notice}
      <Card title={page.inShort()}>
        <div class="grid gap-2 max-w-prose">
          {summaryOf(scheme).map((sentence) => (
            <p key={sentence}>{sentence}</p>
          ))}
        </div>
      </Card>
      <Contents scheme={scheme} />
      <Card title={page.picture()} id="picture">
        <div class="grid gap-8 md:grid-cols-[minmax(0,26rem)_minmax(0,1fr)] items-start">
          <ResultPicture scheme={scheme} />
          <MadeTable scheme={scheme} />
        </div>
      </Card>
      <Card title={parts.components()} id="components" padded={false}>
        <div class="divide-y divide-base-300">
          {describeComponents(scheme).map((described) => (
            <ComponentCard key={described.code} scheme={scheme} described={described} />
          ))}
        </div>
      </Card>
      <CategoriesCard scheme={scheme} />
      <GatesCard scheme={scheme} />
      <OfficialCard scheme={scheme} />
      <ScalesCard scheme={scheme} />
      <StepsCard scheme={scheme} />
      <OpennessCard scheme={scheme} />
      <TrainingCard
        scheme={scheme}
        address={view.decided ? visit.path(`/training/courses/${scheme.id}`) : null}
      />
      <IndicatorsCard scheme={scheme} family={view.family} address={view.address} />
      <WorkedCard compiled={compiled} examples={view.examples} practiceAddress={view.practiceAddress} />
      <LegalCard scheme={scheme} />
      <FilesCard view={view} />
    </Layout>
  );
}

function effectiveText({ effective: { from, until } }: Scheme): string {
  return until
    ? list.validFromUntil({ from: formatDate(from), until: formatDate(until) })
    : list.validFrom({ from: formatDate(from) });
}

/** Links to the parts of the page: it is long, and people come for one of them. */
function Contents({ scheme }: { scheme: Scheme }) {
  const entries: readonly (readonly [id: string, label: string, isThere: boolean])[] = [
    ['picture', page.picture(), true],
    ['components', parts.components(), true],
    ['categories', page.categories(), true],
    ['gates', page.gates(), Boolean(scheme.gates?.length)],
    ['official', text.official(), Boolean(scheme.official)],
    ['scales', text.scales(), scalesToExplain(scheme).length > 0],
    ['steps', text.steps(), Boolean(scheme.steps ?? scheme.plan ?? scheme.objection)],
    ['openness', text.openness(), Boolean(scheme.openness)],
    ['training', text.training(), Boolean(scheme.training)],
    ['indicators', text.indicators(), Boolean(scheme.indicators?.length ?? scheme.measurability)],
    ['worked', text.worked(), true],
    ['legal', text.legal(), true],
    ['files', text.files(), true],
  ];
  return (
    <nav aria-label={text.onThisPage()} class="print:hidden">
      <ul class="flex flex-wrap gap-x-5 gap-y-1 text-sm">
        {entries
          .filter(([, , isThere]) => isThere)
          .map(([id, label]) => (
            <li key={id}>
              <a class="link inline-block py-1" href={`#${id}`}>
                {label}
              </a>
            </li>
          ))}
      </ul>
    </nav>
  );
}

function FilesCard({ view }: { view: SchemePageView }) {
  const { others, files, address } = view;
  return (
    <Card title={text.files()} id="files">
      <div class="grid gap-5 text-sm print:hidden">
        <p class="max-w-prose text-base-content/75">{text.filesIntro()}</p>
        <ul class="grid gap-1">
          {files.map((file) => (
            <li key={file.href}>
              <a class="link" href={file.href} download={file.download} data-turbo="false">
                {file.label}
              </a>
            </li>
          ))}
        </ul>
        {others.length > 0 ? (
          <form method="get" action={`${address}/comparison`} class="flex flex-wrap items-end gap-3">
            <label class="grid gap-1 grow basis-48 max-w-md">
              <span class="font-medium">{text.compareWith()}</span>
              <select class="select w-full" name="with">
                {others.map((other) => (
                  <option key={other.value} value={other.value}>
                    {other.label}
                  </option>
                ))}
              </select>
            </label>
            <button type="submit" class="btn btn-outline">
              {text.compare()}
            </button>
          </form>
        ) : null}
      </div>
    </Card>
  );
}

/** Draft or template: not in force, and where to go with it. */
export function NotInForce(props: {
  words: string;
  links: readonly (readonly [href: string, label: string])[];
}) {
  return (
    <Notice tone="warning" title={props.words}>
      {props.links.length > 0 ? (
        <p class="mt-2 flex flex-wrap gap-2 print:hidden">
          {props.links.map(([href, label]) => (
            <LinkButton key={href} href={href} small>
              {label}
            </LinkButton>
          ))}
        </p>
      ) : null}
    </Notice>
  );
}
