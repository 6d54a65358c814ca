/** Lists of a round with names: participants with who is asked, raters with their load. For officers and auditors. */
import { type Context, Hono } from 'hono';
import { voiceLabel } from '#domain/schemes/index.ts';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Period } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { download, page } from '#platform/web/respond.ts';
import { type Round, roundOfPeriod } from '../queries.ts';
import { type AskingOptions, periodOf } from './options.ts';
import {
  type LoadLine,
  loadLines,
  namesReach,
  type PeopleFilter,
  participantLines,
  requestRows,
  SHOWN,
  unitLines,
} from './overview-queries.ts';
import { type LoadFilter, LoadPage } from './pages/load-page.tsx';
import { PeoplePage } from './pages/people-page.tsx';
import { latestRun } from './run.ts';
import { text as roundText } from './text.ts';
import { peopleText as text } from './text-people.ts';

type Visiting = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PATH = '/periods/:id/voices';

export function peopleViews(options: AskingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(`${PATH}/people`, (c) => showPeople(c));
  routes.get(`${PATH}/people.xlsx`, (c) => sendPeople(c));
  routes.get(`${PATH}/load`, (c) => showLoad(c, options));
  routes.get(`${PATH}/load.xlsx`, (c) => sendLoad(c, options));
  return routes;
}

/** The round with its period; who may not see names learns that there is such a list, and no more. */
async function roundOf(tx: Tx, c: Visiting): Promise<{ period: Period; round: Round }> {
  const period = await periodOf(tx, c);
  const { actor } = c.var.visit;
  if (!isOfficer(actor) && !actor.isAuditor) throw new NotAllowed();
  const round = await roundOfPeriod(tx, period.id);
  if (!round) throw new NotFound();
  return { period, round };
}

function pageNumber(c: Visiting): number {
  const number = Number(c.req.query('page'));
  return Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
}

function filterOf(c: Visiting): PeopleFilter & { page: number } {
  const unitId = c.req.query('unit') ?? '';
  return {
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    unitId: isId(unitId) ? unitId : null,
    shown: SHOWN.find((each) => each === c.req.query('show')) ?? null,
    page: pageNumber(c),
  };
}

/** Known since the last preparation; looked up only for a list that asks for it. */
async function flaggedOf(tx: Tx, round: Round, { shown }: PeopleFilter): Promise<readonly string[]> {
  return shown === 'flagged' ? ((await latestRun(tx, round.id))?.outcome?.flagged ?? []) : [];
}

async function showPeople(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const filter = filterOf(c);
  const view = await visit.db.read(async (tx) => {
    const place = await roundOf(tx, c);
    const reach = namesReach(visit.actor);
    return {
      ...place,
      units: await unitLines(tx, place.round, reach),
      ...(await participantLines(tx, place.round, reach, filter, await flaggedOf(tx, place.round, filter))),
    };
  });
  return page(c, <PeoplePage visit={visit} {...view} filter={filter} />);
}

async function sendPeople(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const found = await visit.db.read(async (tx) => {
    const { period, round } = await roundOf(tx, c);
    const filter = { ...filterOf(c), page: null };
    const flagged = await flaggedOf(tx, round, filter);
    const { lines } = await participantLines(tx, round, namesReach(visit.actor), filter, flagged);
    return {
      period,
      round,
      lines,
      asked: await requestRows(
        tx,
        lines.map((line) => line.participantId),
      ),
    };
  });
  const seesOpen = isOfficer(visit.actor) && found.round.state !== 'preparing';
  const stateOf = (isOpen: boolean) => {
    if (found.round.state === 'preparing') return text.proposed();
    return isOpen ? text.open() : text.done();
  };
  const rows = found.lines.flatMap((line) =>
    (found.asked.get(line.participantId) ?? []).map((each) => [
      line.name,
      line.unitName,
      inLocale(voiceLabel(each.voice)),
      each.rater,
      each.about,
      ...(seesOpen ? [stateOf(each.isOpen)] : []),
    ]),
  );
  return workbook(
    c,
    `suara-${found.period.name}`,
    [
      { heading: text.name(), width: 34 },
      { heading: roundText.unit(), width: 34 },
      { heading: text.voice(), width: 24 },
      { heading: text.rater(), width: 34 },
      { heading: text.organisation(), width: 24 },
      ...(seesOpen ? [{ heading: text.state(), width: 16 }] : []),
    ],
    rows,
  );
}

async function workbook(
  c: Visiting,
  name: string,
  columns: readonly { heading: string; width?: number }[],
  rows: readonly (readonly (string | number)[])[],
): Promise<Response> {
  const bytes = await writeWorkbook([{ name: roundText.title(), columns, rows }]);
  return download(c, new Uint8Array(bytes), { name: `${name}.xlsx`, mediaType: XLSX });
}

function loadFilterOf(c: Visiting): LoadFilter {
  return {
    words: (c.req.query('q') ?? '').trim().slice(0, 100),
    unit: (c.req.query('unit') ?? '').slice(0, 200),
    onlyOver: c.req.query('over') === 'yes',
  };
}

async function loadOf(c: Visiting, { schemes }: AskingOptions, filter: LoadFilter) {
  const { visit } = c.var;
  const found = await visit.db.read(async (tx) => {
    const place = await roundOf(tx, c);
    return { ...place, all: await loadLines(tx, schemes, place.round.id, namesReach(visit.actor)) };
  });
  const words = filter.words.toLowerCase();
  const fits = (line: LoadLine) =>
    line.name.toLowerCase().includes(words) &&
    (filter.unit === '' || line.unitName === filter.unit) &&
    (!filter.onlyOver || line.movable > line.limit);
  const units = [...new Set(found.all.map((line) => line.unitName))].sort();
  return { ...found, units, lines: found.all.filter(fits) };
}

async function showLoad(c: Visiting, options: AskingOptions): Promise<Response> {
  const filter = loadFilterOf(c);
  const view = await loadOf(c, options, filter);
  return page(c, <LoadPage visit={c.var.visit} {...view} filter={filter} page={pageNumber(c)} />);
}

async function sendLoad(c: Visiting, options: AskingOptions): Promise<Response> {
  const { period, lines } = await loadOf(c, options, loadFilterOf(c));
  return workbook(
    c,
    `beban-${period.name}`,
    [
      { heading: text.name(), width: 34 },
      { heading: roundText.unit(), width: 34 },
      { heading: text.load() },
      { heading: text.overLimit({ limit: '' }).trim() },
    ],
    lines.map((line) => [
      line.name,
      line.unitName,
      line.movable + line.fixed,
      Math.max(0, line.movable - line.limit),
    ]),
  );
}
