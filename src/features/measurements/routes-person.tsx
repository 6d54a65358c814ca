import { type Context, Hono } from 'hono';
import { covers, type VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import { componentForm, type Fields, readerOf } from '#features/schemes/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { recordByOfficer } from './commands.ts';
import { measuredComponents } from './overview.ts';
import { PersonPage, type PersonView } from './pages/person-page.tsx';
import { measurementHistory } from './queries.ts';
import { keptComponents } from './records/kept.ts';
import type { MeasurementOptions } from './routes.tsx';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;

/** What was measured of one person: read by all who may read the appraisal, corrected by an officer. */
export function personRoutes(options: MeasurementOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/measurements', (c) => show(c, options));
  routes.post('/appraisals/:id/measurements/:component', (c) => correct(c, options));
  return routes;
}

async function load(c: Visiting, { schemes }: MeasurementOptions) {
  const { visit } = c.var;
  return visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, c.req.param('id') ?? '');
    const { scheme, id } = view.participation;
    const compiled = await schemes.load(tx, scheme.id, scheme.version);
    const kept = await keptComponents(tx, compiled, view.participation);
    return { view, compiled, kept, history: await measurementHistory(tx, id) };
  });
}

async function show(
  c: Visiting,
  options: MeasurementOptions,
  refused?: PersonView['refused'],
): Promise<Response> {
  const { visit } = c.var;
  const loaded = await load(c, options);
  const { participation } = loaded.view;
  if (!refused) await logAccess(visit, participation.person.id, 'measurements');
  return page(
    c,
    <PersonPage
      visit={visit}
      {...loaded}
      components={measuredComponents(loaded.compiled)}
      mayRecord={covers(visit.actor.officer, participation.unit.id) && participation.period.state === 'open'}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

async function correct(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const component = c.req.param('component') ?? '';
  const { view, compiled, history, kept } = await load(c, options);
  const { participation } = view;
  if (!measuredComponents(compiled).includes(component) || kept.has(component)) throw new NotFound();
  if (!covers(visit.actor.officer, participation.unit.id)) throw new NotAllowed();
  const settings = compiled.scheme.components[component];
  if (!settings) throw new NotFound();
  const current = history.find((each) => each.component === component && each.supersededAt === null);
  const fields: Fields = await formFields(c);
  const reader = readerOf(fields);
  const form = componentForm(component, settings, {
    scheme: compiled.scheme,
    mode: 'everything',
    look: 'compact',
    base: current ? { [component]: current.value } : {},
  });
  const value = form.read(reader);
  const problems = { ...reader.gaps, ...reader.problems };
  if (Object.keys(problems).length > 0 || value === undefined)
    return show(c, options, { component, fields, problems });
  const note = fields.note ?? '';
  try {
    await visit.db.write((tx) =>
      recordByOfficer(tx, visit.actor, { participation, compiled, component, value, note }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return show(c, options, { component, fields, problems: { [error.field]: error.message } });
  }
  const path = visit.path(`/appraisals/${participation.id}/measurements#component-${component}`);
  return seeOther(c, path, text.saved());
}
