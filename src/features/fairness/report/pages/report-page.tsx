/** A report as a page: the sections of the paper, and for officers the words and the act of publishing. */
import { isAgencyOfficer, type Visit } from '#features/people/index.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { DataTable } from '#ui/data-table.tsx';
import { type FieldErrors, ProblemSummary, TextArea } from '#ui/form.tsx';
import { Layout } from '#ui/layout.tsx';
import { Card, LinkButton, Notice, PageHeading, SubmitButton } from '#ui/parts.tsx';
import type { Block, Section } from '../blocks.ts';
import { reportSections } from '../sections.ts';
import { text } from '../text.ts';
import { type Report, type ReportWords, WORDS_LIMIT } from '../types.ts';
import { Intervals } from './intervals.tsx';
import { ReportBadge } from './list-page.tsx';

export interface ReportPageProps {
  readonly visit: Visit;
  readonly report: Report;
  readonly mayReadData: boolean;
  readonly errors: FieldErrors;
  readonly typed?: ReportWords;
}

export function ReportPage(props: ReportPageProps) {
  const { visit, report, errors } = props;
  const title = text.named({ year: String(report.year) });
  return (
    <Layout chrome={visit.chrome} title={title} current="fairness">
      <PageHeading
        title={title}
        above={
          <>
            <a class="link" href={visit.path('/fairness/reports')}>
              {text.title()}
            </a>{' '}
            · {text.version({ version: report.version })} · <ReportBadge state={report.state} />
          </>
        }
        intro={bylineOf(visit, report)}
      />
      <ProblemSummary errors={errors} />
      {report.state === 'making' ? <Notice>{text.makingHint()}</Notice> : null}
      {report.state === 'failed' ? <Notice tone="error">{text.failedHint()}</Notice> : null}
      {report.figures && report.data ? <Made {...props} /> : null}
    </Layout>
  );
}

function bylineOf({ agency }: Visit, report: Report): string {
  if (report.publishedAt && report.publishedBy)
    return text.publishedBy({
      when: formatInstant(report.publishedAt, agency.zone),
      who: report.publishedBy,
    });
  return text.madeBy({ when: formatInstant(report.madeAt, agency.zone), who: report.madeBy });
}

function Made({ visit, report, mayReadData, errors, typed }: ReportPageProps) {
  const { figures, data } = report;
  if (!figures || !data) return null;
  const path = visit.path(`/fairness/reports/${report.id}`);
  const sections = reportSections(figures, report.words, { dataName: data.name, dataSha256: data.sha256 });
  return (
    <>
      <p class="print:hidden flex flex-wrap gap-2">
        <LinkButton href={`${path}/paper.pdf`} icon="print" download>
          {text.paper()}
        </LinkButton>
        {mayReadData ? (
          <LinkButton href={`${path}/data.csv`} icon="download" look="ghost" download>
            {text.data()}
          </LinkButton>
        ) : null}
      </p>
      {report.state === 'draft' && isAgencyOfficer(visit.actor) ? (
        <Words path={path} words={typed ?? report.words} errors={errors} />
      ) : null}
      {chaptersOf(sections).map(([chapter, ...below]) => (
        <Card key={chapter.title} title={chapter.title}>
          <Blocks blocks={chapter.blocks} />
          {below.map((section) => (
            <section key={section.title} class="mt-6 pt-5 border-t border-base-300">
              <h3 class="font-medium mb-3">{section.title}</h3>
              <Blocks blocks={section.blocks} />
            </section>
          ))}
        </Card>
      ))}
    </>
  );
}

type Chapter = readonly [Section, ...Section[]];

function chaptersOf(sections: readonly Section[]): readonly Chapter[] {
  const chapters: [Section, ...Section[]][] = [];
  for (const section of sections) {
    const open = chapters.at(-1);
    if (section.level === 2 && open) open.push(section);
    else chapters.push([section]);
  }
  return chapters;
}

function Blocks({ blocks }: { blocks: readonly Block[] }) {
  return (
    <div class="grid grid-cols-[minmax(0,1fr)] gap-3">
      {blocks.map((block) => (
        <OneBlock key={keyOf(block)} block={block} />
      ))}
    </div>
  );
}

function keyOf(block: Block): string {
  return block.kind === 'words' || block.kind === 'command' ? block.words : block.caption;
}

function OneBlock({ block }: { block: Block }) {
  switch (block.kind) {
    case 'words':
      return <p class="max-w-prose wrap-anywhere">{block.words}</p>;
    case 'command':
      return (
        <pre class="text-xs bg-base-200 rounded p-3 whitespace-pre-wrap break-all">
          <code>{block.words}</code>
        </pre>
      );
    case 'intervals':
      return <Intervals block={block} />;
    case 'table':
      return <PlainTable block={block} />;
  }
}

function PlainTable({ block }: { block: Extract<Block, { kind: 'table' }> }) {
  return (
    <div class="max-w-3xl">
      <p class="font-medium">{block.caption}</p>
      <DataTable
        caption={block.caption}
        rows={block.rows}
        rowKey={([name = '']: readonly string[]) => name}
        columns={block.columns.map((heading, index) => ({
          key: heading,
          heading,
          cell: (row: readonly string[]) => row[index] ?? '',
          ...(index === 0 ? { isTitle: true } : { align: 'right' as const }),
        }))}
      />
    </div>
  );
}

function Words({ path, words, errors }: { path: string; words: ReportWords; errors: FieldErrors }) {
  const field = (name: keyof ReportWords) => ({
    name,
    value: words[name],
    maxLength: WORDS_LIMIT,
    rows: 5,
    ...(errors[name] ? { error: errors[name] } : {}),
  });
  return (
    <Card title={text.words()}>
      <form method="post" action={`${path}/words`} class="grid gap-4" data-controller="once">
        <TextArea {...field('foreword')} label={text.foreword()} hint={text.forewordHint()} />
        <TextArea {...field('measures')} label={text.measures()} hint={text.measuresHint()} />
        <div class="flex flex-wrap items-center gap-3">
          <SubmitButton look="outline">{text.save()}</SubmitButton>
          <SubmitButton name="step" value="publish" icon="check">
            {text.publish()}
          </SubmitButton>
        </div>
        <p class="text-sm text-base-content/75 max-w-prose">{text.publishHint()}</p>
      </form>
    </Card>
  );
}
