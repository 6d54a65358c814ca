/** Papers for a unit or a team as one file: asking, following, stopping, fetching. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import { listPeriods } from '#features/periods/index.ts';
import { record } from '#platform/audit/audit.ts';
import type { AgencyDb, Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { PAPER_KINDS } from './available.ts';
import { hasTeam, requireBundler, unitChoices } from './bundle-scope.ts';
import { requestBundle } from './commands/request-bundle.ts';
import { cancelBundle, resumeBundle } from './commands/steer-bundle.ts';
import { bundleDownloaded } from './events.ts';
import type { PaperOptions } from './options.ts';
import { BundlePage, type BundleTyped, TEAM } from './pages/bundle-page.tsx';
import { RunPage } from './pages/run-page.tsx';
import { paperHead } from './paper-head.ts';
import { type BundleInput, inBrief, type Run, recentRuns, requireRun } from './runs.ts';
import { checkSigning } from './signing.ts';
import { bundleText } from './text-bundle.ts';

type Visiting = Context<VisitEnv>;

export function bundleRoutes(options: PaperOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/papers', (c) => showBundles(c, {}));
  routes.post('/papers/runs', request);
  routes.get('/papers/runs/:run', showRun);
  routes.post('/papers/runs/:run/cancellation', (c) => steer(c, cancelBundle, bundleText.cancelledDone()));
  routes.post('/papers/runs/:run/resumption', (c) => steer(c, resumeBundle, bundleText.started()));
  routes.get('/papers/runs/:run/file', (c) => sendFile(c, options));
  return routes;
}

async function choicesOf(tx: Tx, c: Visiting) {
  const { actor } = c.var.visit;
  await requireBundler(tx, actor);
  return {
    periods: (await listPeriods(tx)).filter((period) => period.state !== 'draft'),
    units: await unitChoices(tx, actor),
    hasTeam: await hasTeam(tx, actor),
    runs: await recentRuns(tx, actor),
    place: (await paperHead(tx)).place,
    maySetHead: isAgencyOfficer(actor),
  };
}

async function showBundles(
  c: Visiting,
  errors: Record<string, string>,
  typed: BundleTyped | undefined = undefined,
): Promise<Response> {
  const { visit } = c.var;
  const choices = await visit.db.read((tx) => choicesOf(tx, c));
  const fresh: BundleTyped = {
    id: newId(),
    period: choices.periods[0]?.id ?? '',
    unit: choices.units[0]?.id ?? TEAM,
    below: true,
    papers: PAPER_KINDS,
    place: '',
    date: '',
  };
  const isRefused = Object.keys(errors).length > 0;
  return page(
    c,
    <BundlePage visit={visit} {...choices} typed={typed ?? fresh} errors={errors} />,
    isRefused ? 422 : 200,
  );
}

async function request(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const typed: BundleTyped = {
    id: fields.id ?? '',
    period: fields.period ?? '',
    unit: fields.unit ?? '',
    below: fields.below === 'yes',
    papers: PAPER_KINDS.filter((kind) => fields[kind] === 'yes'),
    place: fields.place ?? '',
    date: fields.date ?? '',
  };
  await visit.db.read((tx) => requireBundler(tx, visit.actor));
  const checked = await inputOf(visit.db, typed);
  if (!checked.ok) return showBundles(c, checked.errors, typed);
  try {
    await visit.db.write((tx) => requestBundle(tx, visit.actor, typed.id, checked.input));
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return showBundles(c, { [error.field ?? 'unit']: error.message }, typed);
  }
  return seeOther(c, visit.path(`/papers/runs/${typed.id}`), bundleText.started());
}

const isUuid = (text: string) => z.uuid().safeParse(text).success;

type CheckedInput =
  | { readonly ok: true; readonly input: BundleInput }
  | { readonly ok: false; readonly errors: Record<string, string> };

async function inputOf(db: AgencyDb, typed: BundleTyped): Promise<CheckedInput> {
  if (!isUuid(typed.id)) throw new NotFound();
  const period = await db.read(async (tx) =>
    (await listPeriods(tx)).find((each) => each.id === typed.period && each.state !== 'draft'),
  );
  const errors: Record<string, string> = {};
  if (!period) errors.period = bundleText.choosePeriod();
  if (typed.unit !== TEAM && !isUuid(typed.unit)) errors.unit = bundleText.chooseUnit();
  if (typed.papers.length === 0) errors.skp = bundleText.choosePapers();
  const signing = checkSigning(typed, period ?? { startsOn: '1900-01-01', endsOn: '2999-12-31' });
  if (!signing.ok) Object.assign(errors, signing.errors);
  if (Object.keys(errors).length > 0 || !signing.ok) return { ok: false, errors };
  const input: BundleInput = {
    periodId: typed.period,
    unitId: typed.unit === TEAM ? null : typed.unit,
    withUnitsBelow: typed.unit !== TEAM && typed.below,
    papers: [...typed.papers],
    place: signing.signing.place ?? null,
    date: signing.signing.date ?? null,
  };
  return { ok: true, input };
}

const runId = (c: Visiting) => c.req.param('run') ?? '';

async function showRun(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const brief = await visit.db.read(async (tx) => {
    const [found] = await inBrief(tx, [await requireRun(tx, visit.actor, runId(c))]);
    return found;
  });
  if (!brief) throw new NotFound();
  return page(c, <RunPage visit={visit} run={brief} />);
}

async function steer(c: Visiting, command: typeof cancelBundle, message: string): Promise<Response> {
  const { visit } = c.var;
  await visit.db.write((tx) => command(tx, visit.actor, runId(c)));
  return seeOther(c, visit.path(`/papers/runs/${runId(c)}`), message);
}

async function sendFile(c: Visiting, { files }: PaperOptions): Promise<Response> {
  const { visit } = c.var;
  const { run, file } = await visit.db.read(async (tx) => {
    const run = await requireRun(tx, visit.actor, runId(c));
    if (!run.fileId) throw new NotFound();
    const file = await tx.db
      .selectFrom('files')
      .select(['sha256', 'name', 'media_type'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', run.fileId)
      .executeTakeFirstOrThrow();
    return { run, file };
  });
  const bytes = await files.get(visit.agency.id, file.sha256);
  await visit.db.write((tx) => logReading(tx, visit.actor.personId, run));
  return download(c, bytes, { name: file.name, mediaType: file.media_type });
}

/** Whoever fetches the file has every paper in it: each person can see that. */
async function logReading(tx: Tx, actorId: string, run: Run): Promise<void> {
  const others = [...new Set(run.outcome.personIds ?? [])].filter((id) => id !== actorId);
  if (others.length > 0) {
    await tx.db
      .insertInto('access_log')
      .values(
        others.map((personId) => ({
          agency_id: tx.agencyId,
          id: newId(),
          at: tx.now,
          actor_id: actorId,
          person_id: personId,
          what: 'paper:bundle',
        })),
      )
      .execute();
  }
  await record(tx, bundleDownloaded, { actorId, subject: { kind: 'run', id: run.id }, payload: {} });
}
