/** The record: for the auditor that of the agency, for everybody that of themselves. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { maskNip, type Visit, type VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formatInstant } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { download, page } from '#platform/web/respond.ts';
import { transparencyEvents } from './events.ts';
import { ownData } from './own-data.ts';
import { OwnRecordPage } from './pages/own-record-page.tsx';
import { RecordPage } from './pages/record-page.tsx';
import {
  type Cursor,
  findPeople,
  looksAt,
  type RecordFilter,
  type RecordRow,
  readRecord,
} from './queries.ts';
import { eventSentence, isEventType } from './sentences.ts';
import { text } from './text.ts';

export interface RecordQuestion {
  readonly search: string;
  readonly type: string | null;
  readonly from: string | null;
  readonly until: string | null;
}

const PAGE = 50;
/** Fewer on one's own page, where who looked stands below. */
const OWN_PAGE = 15;
const LOOKS = 100;
const MOST_EXPORTED = 100_000;

export function transparencyRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/record', showRecord);
  routes.get('/record/export.csv', exportRecord);
  routes.get('/mine/record', showOwnRecord);
  routes.get('/mine/record.json', downloadOwnData);
  return routes;
}

function requireAuditor(visit: Visit): void {
  if (!visit.actor.isAuditor) throw new NotAllowed();
}

/** Anything in the address that is no date or no known type is taken as not asked for. */
function questionOf(c: Context<VisitEnv>): RecordQuestion {
  const civilDate = (name: string) => {
    const parsed = z.iso.date().safeParse(c.req.query(name));
    return parsed.success ? parsed.data : null;
  };
  const type = c.req.query('type') ?? '';
  return {
    search: (c.req.query('search') ?? '').trim().slice(0, 100),
    type: isEventType(type) ? type : null,
    from: civilDate('from'),
    until: civilDate('until'),
  };
}

function cursorOf(c: Context<VisitEnv>): Cursor | null {
  const [at, id] = (c.req.query('before') ?? '').split('_');
  const isInstant = z.iso.datetime().safeParse(at).success;
  return at && id && isInstant && isId(id) ? { at, id } : null;
}

async function filterOf(tx: Tx, visit: Visit, question: RecordQuestion): Promise<RecordFilter> {
  const personIds = question.search ? await findPeople(tx, question.search) : null;
  return { ...question, personIds, zone: visit.agency.zone };
}

async function showRecord(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  requireAuditor(visit);
  const question = questionOf(c);
  const before = cursorOf(c);
  const { filter, rows } = await visit.db.read(async (tx) => {
    const found = await filterOf(tx, visit, question);
    return { filter: found, rows: await readRecord(tx, found, { limit: PAGE + 1, before }) };
  });
  for (const personId of filter.personIds ?? []) await logAccess(visit, personId, 'record');
  const shown = rows.slice(0, PAGE);
  const next = rows.length > PAGE ? shown.at(-1) : undefined;
  return page(c, <RecordPage visit={visit} question={question} rows={shown} next={next} isFirst={!before} />);
}

async function exportRecord(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  requireAuditor(visit);
  const { filter, rows } = await visit.db.read(async (tx) => {
    const found = await filterOf(tx, visit, questionOf(c));
    return { filter: found, rows: await readRecord(tx, found, { limit: MOST_EXPORTED, before: null }) };
  });
  for (const personId of filter.personIds ?? []) await logAccess(visit, personId, 'record');
  await visit.db.write((tx) =>
    record(tx, transparencyEvents.recordExported, {
      actorId: visit.actor.personId,
      subject: { kind: 'agency', id: tx.agencyId },
      payload: { rows: rows.length },
    }),
  );
  const bytes = writeCsv(recordSheet(visit, rows));
  return download(c, new Uint8Array(bytes), {
    name: `${text.title()}-${visit.agency.code}-${visit.today}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}

function recordSheet(visit: Visit, rows: readonly RecordRow[]) {
  const headings = [
    text.when(),
    text.type(),
    text.what(),
    text.who(),
    text.whom(),
    text.nip(),
    text.number(),
  ];
  return {
    name: text.title(),
    columns: headings.map((heading) => ({ heading })),
    rows: rows.map((row) => [
      formatInstant(row.at, visit.agency.zone),
      row.type,
      inLocale(eventSentence(row.type, row.payload)),
      row.actorName ?? text.system(),
      row.personName ?? '',
      row.personId ? maskNip(row.personNip) : '',
      row.id,
    ]),
  };
}

async function showOwnRecord(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const { personId } = visit.actor;
  const before = cursorOf(c);
  const { rows, looks } = await visit.db.read(async (tx) => {
    const filter = { personIds: [personId], type: null, from: null, until: null, zone: visit.agency.zone };
    return {
      rows: await readRecord(tx, filter, { limit: OWN_PAGE + 1, before }),
      looks: await looksAt(tx, personId, LOOKS),
    };
  });
  const shown = rows.slice(0, OWN_PAGE);
  const next = rows.length > OWN_PAGE ? shown.at(-1) : undefined;
  return page(c, <OwnRecordPage visit={visit} rows={shown} looks={looks} next={next} isFirst={!before} />);
}

async function downloadOwnData(c: Context<VisitEnv>): Promise<Response> {
  const { visit } = c.var;
  const { personId } = visit.actor;
  const held = await visit.db.read((tx) => ownData(tx, personId));
  await visit.db.write((tx) =>
    record(tx, transparencyEvents.ownDataExported, {
      actorId: personId,
      subject: { kind: 'person', id: personId },
      personId,
      payload: {},
    }),
  );
  const body = { agency: visit.agency.name, takenAt: visit.now.toISOString(), held };
  return download(c, new TextEncoder().encode(JSON.stringify(body, null, 1)), {
    name: `data-${visit.agency.code}-${visit.today}.json`,
    mediaType: 'application/json; charset=utf-8',
  });
}
