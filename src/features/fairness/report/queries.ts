import { sql } from 'kysely';
import { fullName } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { isId } from '#platform/identifier.ts';
import type { Named } from '../store/named.ts';
import {
  type Report,
  type ReportFigures,
  type ReportState,
  reportWordsSchema,
  type StoredPaper,
} from './types.ts';

interface Row {
  readonly id: string;
  readonly year: number;
  readonly version: number;
  readonly state: ReportState;
  readonly figures: ReportFigures | null;
  readonly words: unknown;
  readonly paper: StoredFileRow | null;
  readonly data: StoredFileRow | null;
  readonly maker: Named;
  readonly made_by: string;
  readonly made_at: Date;
  readonly publisher: Named | null;
  readonly published_at: Date | null;
}

interface StoredFileRow {
  readonly sha256: string;
  readonly name: string;
  readonly byte_size: number;
}

async function reports(
  tx: Tx,
  filter: { readonly id?: string; readonly publishedOnly: boolean },
): Promise<readonly Report[]> {
  const { rows } = await sql<Row>`
    select report.id, report.year, report.version, report.state, report.figures, report.words, report.made_by,
      report.made_at, report.published_at, to_json(paper) as paper, to_json(data) as data, to_json(maker) as maker,
      to_json(publisher) as publisher
    from fairness_reports report
      join people maker on maker.agency_id = ${tx.agencyId} and maker.id = report.made_by
      left join people publisher on publisher.agency_id = ${tx.agencyId} and publisher.id = report.published_by
      left join files paper on paper.agency_id = ${tx.agencyId} and paper.id = report.paper_id
      left join files data on data.agency_id = ${tx.agencyId} and data.id = report.data_id
    where report.agency_id = ${tx.agencyId}
      and (${filter.id ?? null}::uuid is null or report.id = ${filter.id ?? null}::uuid)
      and (${!filter.publishedOnly} or report.state = 'published')
    order by report.year desc, report.version desc
    limit 100`.execute(tx.db);
  return rows.map((row) => ({
    id: row.id,
    year: row.year,
    version: row.version,
    state: row.state,
    figures: row.figures,
    words: reportWordsSchema.parse(row.words),
    paper: fileOf(row.paper),
    data: fileOf(row.data),
    madeBy: fullName(row.maker),
    madeById: row.made_by,
    madeAt: row.made_at,
    publishedBy: row.publisher && fullName(row.publisher),
    publishedAt: row.published_at,
  }));
}

function fileOf(row: StoredFileRow | null): StoredPaper | null {
  return row && { sha256: row.sha256, name: row.name, byteSize: Number(row.byte_size) };
}

/** Newest year first, newest version first. */
export function listReports(
  tx: Tx,
  options: { readonly publishedOnly: boolean },
): Promise<readonly Report[]> {
  return reports(tx, options);
}

export async function findReport(
  tx: Tx,
  id: string,
  options: { readonly publishedOnly: boolean },
): Promise<Report | undefined> {
  return isId(id) ? (await reports(tx, { id, ...options }))[0] : undefined;
}

/** Years in which a period with results ended, newest first. */
export async function reportYears(tx: Tx): Promise<readonly number[]> {
  const { rows } = await sql<{ year: number }>`
    select distinct extract(year from period.ends_on)::integer as year from periods period
    where period.agency_id = ${tx.agencyId} and period.state <> 'draft'
      and exists (
        select 1 from results result join participants participant
          on participant.agency_id = ${tx.agencyId} and participant.id = result.participant_id
        where result.agency_id = ${tx.agencyId} and participant.period_id = period.id)
    order by 1 desc`.execute(tx.db);
  return rows.map(({ year }) => year);
}
