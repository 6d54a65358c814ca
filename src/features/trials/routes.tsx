/** `/scheme-trials`: what a scheme would have given in a period that is over, before anybody adopts it. */
import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import { listDrafts, type SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeWorkbook } from '#platform/spreadsheet/index.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { Option } from '#ui/form.tsx';
import { requestTrial } from './commands.ts';
import type { Direction, Outcome } from './outcome.ts';
import { TrialListPage, type TrialListView } from './pages/list-page.tsx';
import { MOVED_A_PAGE, TrialPage } from './pages/trial-page.tsx';
import { listTrials, namesOf, requireReader, requireTrial } from './queries.ts';
import { text } from './text.ts';

export interface TrialOptions {
  readonly schemes: SchemeStore;
}

type Visiting = Context<VisitEnv>;
const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

export function trialRoutes(options: TrialOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of ['/scheme-trials', '/scheme-trials/*'])
    routes.use(path, async (c, next) => {
      requireReader(c.var.visit.actor);
      await next();
    });
  routes.get('/scheme-trials', (c) => showList(c, options));
  routes.post('/scheme-trials', (c) => request(c, options));
  routes.get('/scheme-trials/:id', (c) => showTrial(c));
  routes.get('/scheme-trials/:id/moved.xlsx', (c) => sendMoved(c));
  return routes;
}

async function showList(
  c: Visiting,
  { schemes }: TrialOptions,
  refused?: Pick<TrialListView, 'typed' | 'errors' | 'newId'>,
): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => ({
    trials: await listTrials(tx),
    periods: (await listPeriods(tx))
      .filter((period) => period.state !== 'draft')
      .map((period) => ({ value: period.id, label: period.name })),
    subjects: await subjectsOf(tx, schemes),
  }));
  return page(
    c,
    <TrialListPage
      visit={visit}
      {...view}
      mayRun={isAgencyOfficer(visit.actor)}
      newId={refused?.newId ?? newId()}
      typed={
        refused?.typed ?? {
          subject: c.req.query('subject') ?? '',
          period: c.req.query('period') ?? '',
          name: '',
        }
      }
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

/** Drafts first, then what the agency may use, then the templates. */
async function subjectsOf(tx: Tx, schemes: SchemeStore): Promise<readonly Option[]> {
  const drafts = await listDrafts(tx, ['draft', 'discussion']);
  const usable = await schemes.usable(tx);
  const known = new Set(usable.map(({ scheme }) => `${scheme.id}@${scheme.version}`));
  const templates = schemes.shipped.filter(({ scheme }) => !known.has(`${scheme.id}@${scheme.version}`));
  return [
    ...drafts.map((draft) => ({
      value: `draft:${draft.id}`,
      label: text.draftOption({ title: `${draft.title} (v${draft.version})` }),
    })),
    ...[...usable, ...templates].map(({ scheme }) => ({
      value: `version:${scheme.id}@${scheme.version}`,
      label: text.versionOption({ title: inLocale(scheme.title), version: scheme.version }),
    })),
  ];
}

async function request(c: Visiting, options: TrialOptions): Promise<Response> {
  const { visit } = c.var;
  const { id = '', name = '', period = '', subject = '' } = await formFields(c);
  const input = { id: isId(id) ? id : newId(), name, periodId: period, subject };
  try {
    await visit.db.write((tx) => requestTrial(tx, options.schemes, visit.actor, input));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    const typed = { name, period, subject };
    return showList(c, options, { typed, errors: { [error.field]: error.message }, newId: input.id });
  }
  return seeOther(c, visit.path(`/scheme-trials/${input.id}`), text.started());
}

const SHOWN: readonly Direction[] = ['up', 'down', 'unknown'];

async function showTrial(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const direction = SHOWN.find((each) => each === c.req.query('show')) ?? null;
  const number = Number(c.req.query('page'));
  const at = Number.isInteger(number) && number > 0 && number < 100_000 ? number : 1;
  const view = await visit.db.read(async (tx) => {
    const trial = await requireTrial(tx, c.req.param('id') ?? '');
    const moved = (trial.outcome?.moved ?? []).filter((each) => !direction || each.direction === direction);
    const shown = moved.slice((at - 1) * MOVED_A_PAGE, at * MOVED_A_PAGE);
    return { trial, found: moved.length, shown: await named(tx, trial.outcome, shown) };
  });
  return page(c, <TrialPage visit={visit} {...view} direction={direction} page={at} />);
}

async function named(tx: Tx, outcome: Outcome | null, moved: Outcome['moved']) {
  const names = await namesOf(
    tx,
    moved.map((each) => each.participantId),
  );
  const units = new Map(outcome?.units.map((unit) => [unit.unitId, unit.name]));
  return moved.map((each) => ({
    ...each,
    name: names.get(each.participantId) ?? '–',
    unitName: units.get(each.unitId) ?? '–',
  }));
}

async function sendMoved(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const found = await visit.db.read(async (tx) => {
    const trial = await requireTrial(tx, c.req.param('id') ?? '');
    if (!trial.outcome) throw new NotFound();
    return { outcome: trial.outcome, rows: await named(tx, trial.outcome, trial.outcome.moved) };
  });
  const labels = new Map(
    [...found.outcome.before, ...found.outcome.after].map(({ code, label }) => [code, inLocale(label)]),
  );
  const labelOf = (code: string | null) => (code === null ? text.unknown() : (labels.get(code) ?? code));
  const bytes = await writeWorkbook([
    {
      name: text.moved(),
      columns: [
        { heading: text.person(), width: 36 },
        { heading: text.unit(), width: 36 },
        { heading: text.before(), width: 24 },
        { heading: text.after(), width: 24 },
        { heading: `${text.score()} (${text.before()})` },
        { heading: `${text.score()} (${text.after()})` },
      ],
      rows: found.rows.map((row) => [
        row.name,
        row.unitName,
        labelOf(row.from),
        labelOf(row.to),
        row.scoreFrom,
        row.scoreTo,
      ]),
    },
  ]);
  return download(c, new Uint8Array(bytes), { name: 'uji-coba-skema.xlsx', mediaType: XLSX });
}
