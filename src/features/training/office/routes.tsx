/** `/training/appraisers`: who appraises and is certified, as a list, as files, and the invitation to the training. */
import { type Context, Hono } from 'hono';
import { isOfficer, type Scope, type VisitEnv, WHOLE_AGENCY } from '#features/people/index.ts';
import { record } from '#platform/audit/audit.ts';
import { NotAllowed } from '#platform/errors.ts';
import { type SheetToWrite, writeCsv, writeWorkbook } from '#platform/spreadsheet/index.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { trainingEvents } from '../events.ts';
import { asksWords } from '../material/list-page.tsx';
import type { TrainingOptions } from '../options.ts';
import { stateWords } from '../pages/parts.tsx';
import { mayOversee } from '../pages/tabs.tsx';
import { office } from '../text-office.ts';
import { inviteToTraining } from './invite.ts';
import { AppraisersPage, progressWords, STATES } from './page.tsx';
import { type AppraiserLine, type AppraiserQuestion, appraiserLines, matching } from './queries.ts';

type Visiting = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function officeRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/training/appraisers', (c) => showAppraisers(c, options));
  routes.get('/training/appraisers.csv', (c) => exportAppraisers(c, options, 'csv'));
  routes.get('/training/appraisers.xlsx', (c) => exportAppraisers(c, options, 'xlsx'));
  routes.post('/training/invitations', (c) => invite(c, options));
  return routes;
}

/** An officer looks at the own units; leaders and auditors of the agency at all. */
function scopeOf({ var: { visit } }: Visiting): Scope {
  if (!mayOversee(visit)) throw new NotAllowed();
  const { officer, leader, isAuditor } = visit.actor;
  return leader.kind === 'agency' || isAuditor ? WHOLE_AGENCY : officer;
}

function questionFrom(given: Readonly<Record<string, string | undefined>>): AppraiserQuestion {
  const { state } = given;
  return {
    search: (given.search ?? '').trim().slice(0, 100),
    schemeId: given.scheme ?? '',
    state: state === 'not-certified' ? state : (STATES.find((each) => each === state) ?? ''),
  };
}

async function linesFor(
  c: Visiting,
  { schemes }: TrainingOptions,
  scope: Scope,
  question: AppraiserQuestion,
) {
  const { visit } = c.var;
  const all = await visit.db.read((tx) => appraiserLines(tx, schemes, { scope, today: visit.today }));
  const titles = new Map(all.map(({ schemeId, schemeTitle }) => [schemeId, schemeTitle]));
  return {
    lines: matching(all, question),
    schemes: [...titles].map(([id, title]) => ({ id, title })),
  };
}

async function showAppraisers(c: Visiting, options: TrainingOptions): Promise<Response> {
  const question = questionFrom(c.req.query());
  const view = await linesFor(c, options, scopeOf(c), question);
  const number = Number(c.req.query('page'));
  const shown = Number.isInteger(number) && number > 0 && number <= 10_000 ? number : 1;
  return page(c, <AppraisersPage visit={c.var.visit} {...view} question={question} page={shown} />);
}

function sheetOf(lines: readonly AppraiserLine[]): SheetToWrite {
  return {
    name: office.appraisers().slice(0, 31),
    columns: [
      office.appraiser(),
      office.unit(),
      office.scheme(),
      office.certificateRule(),
      office.appraises(),
      office.state(),
      office.until(),
      office.progress(),
    ].map((heading) => ({ heading })),
    rows: lines.map((line) => [
      line.name,
      line.unitName,
      line.schemeTitle,
      asksWords(line.asks),
      line.appraises,
      stateWords(line.progress.state),
      line.progress.until ?? '',
      progressWords(line.progress),
    ]),
  };
}

async function exportAppraisers(
  c: Visiting,
  options: TrainingOptions,
  as: 'csv' | 'xlsx',
): Promise<Response> {
  const { visit } = c.var;
  const { lines } = await linesFor(c, options, scopeOf(c), questionFrom(c.req.query()));
  await visit.db.write((tx) =>
    record(tx, trainingEvents.listExported, {
      actorId: visit.actor.personId,
      subject: { kind: 'training', id: visit.agency.id },
      payload: { rows: lines.length },
    }),
  );
  const name = `sertifikat-penilai-${visit.today}`;
  if (as === 'csv')
    return download(c, new Uint8Array(writeCsv(sheetOf(lines))), {
      name: `${name}.csv`,
      mediaType: 'text/csv; charset=utf-8',
    });
  const bytes = await writeWorkbook([sheetOf(lines)]);
  return download(c, new Uint8Array(bytes), { name: `${name}.xlsx`, mediaType: XLSX });
}

/** Those of the list that the officer saw, as the same filter finds them now. */
async function invite(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const question = questionFrom(await formFields(c));
  const { lines } = await linesFor(c, options, visit.actor.officer, question);
  const count = await visit.db.write((tx) => inviteToTraining(tx, visit.actor, lines, visit.today));
  return seeOther(c, visit.path('/training/appraisers?state=not-certified'), office.invitedFlash({ count }));
}
