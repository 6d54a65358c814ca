/** The report as PDF, in Indonesian: the same sections as the page. */
import path from 'node:path';
import { createTypesetter, type Typesetter } from '#platform/documents/typst.ts';
import { formatDate } from '#platform/locale/format.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { projectRoot } from '#platform/project-root.ts';
import { reportSections } from './sections.ts';
import { text } from './text.ts';
import type { Report } from './types.ts';

let typesetter: Typesetter | undefined;

/** The paper of a report that has figures; a draft says that it is one. */
export function reportPaper(report: Report): Buffer {
  const { figures, data, words } = report;
  if (!figures || !data) throw new Error('a report without figures has no paper');
  typesetter ??= createTypesetter({
    templates: path.join(projectRoot(), 'src/features/fairness/report/templates'),
  });
  const content = withLocale('id', () => ({
    lang: 'id',
    title: text.named({ year: String(report.year) }),
    agency: figures.agency,
    byline: `${text.version({ version: report.version })} · ${formatDate(figures.madeOn)}`,
    footer: `${figures.agency} · ${text.named({ year: String(report.year) })} · ${text.version({ version: report.version })}`,
    draft: report.state !== 'published',
    draftWord: 'RANCANGAN',
    sections: reportSections(figures, words, { dataName: data.name, dataSha256: data.sha256 }),
  }));
  return typesetter.render('report', content);
}

export function paperName({ year, version }: Pick<Report, 'year' | 'version'>): string {
  return `laporan-keadilan-${year}-v${version}.pdf`;
}
