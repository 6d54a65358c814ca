/** `/fairness/:periodId`: the board, and `/fairness/flags/:flagId`: what stands behind a pattern. */
import { type Context, Hono } from 'hono';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { NotFound } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { download, page } from '#platform/web/respond.ts';
import { requireReader } from '../access.ts';
import { FIGURES, type Figure, sheetOf } from './csv.ts';
import { loadFlag } from './flag.ts';
import { FlagPage } from './flag-page.tsx';
import { logReading } from './log-reading.ts';
import { moversAmong, moversShown } from './movers.ts';
import { type NoteContext, whenComputed } from './note.tsx';
import { BoardPage, NoFiguresPage } from './page.tsx';
import { text } from './text.ts';
import { type BoardView, loadBoard, type NoFigures } from './view.ts';

export interface BoardOptions {
  readonly schemes: SchemeStore;
}

type C = Context<VisitEnv>;

export function boardRoutes(options: BoardOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness/:periodId', (c) => showBoard(c, options));
  routes.get('/fairness/:periodId/board.csv', (c) => sendCsv(c, options));
  routes.get('/fairness/flags/:flagId', (c) => showFlag(c, options));
  return routes;
}

function load(c: C, { schemes }: BoardOptions): Promise<BoardView | NoFigures> {
  const { visit } = c.var;
  const scope = requireReader(visit.actor);
  const scheme = c.req.query('scheme') ?? '';
  const unitId = c.req.query('unit') ?? '';
  if (unitId !== '' && !isId(unitId)) throw new NotFound();
  return visit.db.read((tx) =>
    loadBoard(tx, schemes, scope, {
      periodId: c.req.param('periodId') ?? '',
      ...(/^\d{1,4}$/.test(scheme) ? { ordinal: Number(scheme) } : {}),
      unitId,
    }),
  );
}

/** What this look was asked for, so that links and files show the same. */
function asked(view: BoardView): URLSearchParams {
  const parameters = new URLSearchParams();
  if (view.models.length > 1) parameters.set('scheme', String(view.model.ordinal));
  if (view.unit) parameters.set('unit', view.unit.id);
  return parameters;
}

function address(path: string, parameters: URLSearchParams): string {
  const query = parameters.toString();
  return query === '' ? path : `${path}?${query}`;
}

function noteOf(visit: Visit, view: BoardView): NoteContext {
  const path = visit.path(`/fairness/${view.period.id}/board.csv`);
  return {
    when: whenComputed(view.run.finishedAt, visit.agency.zone),
    method: view.run.method,
    csv: (figure) => {
      const parameters = asked(view);
      parameters.set('figure', figure);
      return address(path, parameters);
    },
  };
}

/** Where a list stands that was asked for in full. */
const ANCHORS: Readonly<Record<string, string>> = {
  raters: '#severity',
  patterns: '#patterns',
  people: '#adjusted',
};

async function showBoard(c: C, options: BoardOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await load(c, options);
  if (view.kind === 'none') return page(c, <NoFiguresPage visit={visit} view={view} />);
  const complete = {
    raters: c.req.query('raters') === 'all',
    patterns: c.req.query('patterns') === 'all',
    people: c.req.query('people') === 'all',
  };
  const href = (changes: Readonly<Record<string, string>>) => {
    const parameters = asked(view);
    for (const [name, isAll] of Object.entries(complete)) if (isAll) parameters.set(name, 'all');
    for (const [name, value] of Object.entries(changes)) {
      if (value === '') parameters.delete(name);
      else parameters.set(name, value);
    }
    const [changed] = Object.keys(changes);
    const anchor = ANCHORS[changed ?? ''] ?? '';
    return address(visit.path(`/fairness/${view.period.id}`), parameters) + anchor;
  };
  const movers = moversAmong(view.ratees ?? [], view.crossings.people);
  const named = moversShown(movers, complete.people).map(({ ratee }) => ratee.personId);
  await logReading(visit, named, 'fairness');
  return page(
    c,
    <BoardPage visit={visit} view={view} note={noteOf(visit, view)} complete={complete} href={href} />,
  );
}

async function sendCsv(c: C, options: BoardOptions): Promise<Response> {
  const { visit } = c.var;
  const view = await load(c, options);
  const figure = FIGURES.find((each) => each === c.req.query('figure'));
  if (view.kind === 'none' || !figure) throw new NotFound();
  if (figure === 'ratees')
    await logReading(
      visit,
      (view.ratees ?? []).map(({ personId }) => personId),
      'fairness',
    );
  const bytes = writeCsv(sheetOf(view, figure, aboutOf(view, noteOf(visit, view), figure)));
  return download(c, new Uint8Array(bytes), {
    name: `${text.title()} ${view.period.name} ${figure}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}

const NOT_FOR: Readonly<Record<Figure, () => string>> = {
  raters: text.mustNotSeverity,
  ratees: text.mustNotAdjusted,
  network: text.mustNotGraph,
  variance: text.mustNotVariance,
  distribution: text.mustNotDistribution,
  guidance: text.mustNotDistribution,
  patterns: text.mustNotFlags,
  tests: text.mustNotFlags,
};

function aboutOf(view: BoardView, note: NoteContext, figure: Figure): readonly string[] {
  const { model, counts } = view.model.report;
  const isCount = figure === 'distribution' || figure === 'guidance';
  const modelWords = model.kind === 'estimated' ? text.modelCrossed() : text.modelNone();
  return [
    text.note({
      basis: isCount ? view.period.name : text.basisForms({ count: counts.forms }),
      model: isCount ? text.modelCounts() : figure === 'network' ? text.modelGraph() : modelWords,
      when: note.when,
      method: note.method,
    }),
    text.mustNot({ what: NOT_FOR[figure]() }),
  ];
}

async function showFlag(c: C, { schemes }: BoardOptions): Promise<Response> {
  const { visit } = c.var;
  const scope = requireReader(visit.actor);
  const view = await visit.db.read((tx) => loadFlag(tx, schemes, scope, c.req.param('flagId') ?? ''));
  const concerned = [view.flag.raterId, ...view.cases.map(({ ratee }) => ratee.personId)];
  await logReading(visit, concerned, 'pattern');
  return page(c, <FlagPage visit={visit} view={view} />);
}
