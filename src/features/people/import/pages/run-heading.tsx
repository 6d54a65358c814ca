import { formatInstant } from '#platform/locale/format.ts';
import { PageHeading } from '#ui/parts.tsx';
import type { Visit } from '../../visit.ts';
import type { ImportRun } from '../runs/run.ts';
import { text } from './text.ts';

/** Which import this is: its files, who began it and when. */
export function RunHeading({ visit, run, title }: { visit: Visit; run: ImportRun; title: string }) {
  const begun = formatInstant(run.createdAt, visit.agency.zone);
  return (
    <PageHeading
      above={
        <a class="link" href={visit.path('/people/import')}>
          {text.importTitle()}
        </a>
      }
      title={title}
      intro={
        <span class="text-sm break-words">
          {[run.input.files.map((file) => file.name).join(', '), run.requesterName, begun]
            .filter(Boolean)
            .join(' · ')}
        </span>
      }
    />
  );
}
