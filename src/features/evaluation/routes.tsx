import { type Context, Hono } from 'hono';
import type { JSX } from 'preact';
import type { z } from 'zod';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { buildEvidence, explainEvidence } from './build-evidence.ts';
import { problemsOfRating, ratedLines } from './check-rating.ts';
import { acceptResult } from './commands/accept-result.ts';
import { fileObjection } from './commands/file-objection.ts';
import { giveResult } from './commands/give-result.ts';
import { decideObjection, explainResult } from './commands/hear-objection.ts';
import { ElsewhereFirst, type RatifyOptions, ratifyResult } from './commands/ratify-result.ts';
import { revokeResult, type TakeBackOptions, withdrawResult } from './commands/take-back.ts';
import { draftRoutes } from './draft-routes.tsx';
import { type EvaluationView, loadEvaluation } from './evaluation-view.ts';
import { actForm, decisionForm, giveForm, takeBackForm, wordsForm } from './forms.ts';
import { buildLocalEvidence } from './local/build-local.ts';
import { obstaclesOf, readRating } from './local/frame.ts';
import { CheckPage } from './pages/check-page.tsx';
import { ResultPage, type ResultPanel } from './pages/result-page.tsx';
import { suggestionOf } from './schemes.ts';
import { text as ratingText } from './text-rating.ts';
import { text } from './text-result.ts';
import { unitRoutes } from './unit-routes.tsx';
import { whatIfRoutes } from './what-if/routes.tsx';

export interface EvaluationServices extends RatifyOptions, TakeBackOptions {
  readonly schemes: SchemeStore;
  /** What others show on the page of a result, below its explanation. */
  readonly panels?: readonly ResultPanel[];
}

/** `/appraisals/:id/{evaluation,results,result}` and `/organisation/units/:unitId`. */
export function evaluationRoutes(services: EvaluationServices): Hono<VisitEnv> {
  const { schemes } = services;
  const routes = new Hono<VisitEnv>();
  routes.route('/', draftRoutes({ schemes }));
  routes.route('/', unitRoutes({ schemes }));
  routes.route('/', whatIfRoutes({ schemes }));

  routes.get('/appraisals/:id/evaluation/check', async (c) => {
    const { visit } = c.var;
    const evaluation = await load(visit, schemes, c.req.param('id'));
    const back = visit.path(`/appraisals/${evaluation.view.participation.id}/evaluation`);
    if (!evaluation.roles.has('appraiser')) throw new NotAllowed();
    const previewed = preview(visit, evaluation);
    if (!previewed || evaluation.current) return seeOther(c, back);
    return page(c, <CheckPage visit={visit} evaluation={evaluation} {...previewed} resultId={newId()} />);
  });

  routes.post('/appraisals/:id/results', async (c) => {
    const { visit } = c.var;
    const form = required(giveForm, await formFields(c));
    const input = { participantId: c.req.param('id'), ...form };
    await visit.db.write((tx) => giveResult(tx, schemes, visit.actor, input));
    return seeOther(c, resultPath(visit, input.participantId), ratingText.givenFlash());
  });

  routes.get('/appraisals/:id/result', async (c) => {
    const { visit } = c.var;
    const evaluation = await load(visit, schemes, c.req.param('id'));
    await logAccess(visit, evaluation.view.participation.person.id, 'result');
    const panels = await drawPanels(services, visit, evaluation);
    const fixedGround = await groundOf(services, visit, evaluation);
    return page(c, <ResultPage {...{ visit, evaluation, panels, fixedGround }} newResultId={newId()} />);
  });

  routes.get('/appraisals/:id/result/explanation.json', async (c) => {
    const { visit } = c.var;
    const evaluation = await load(visit, schemes, c.req.param('id'));
    const { current, view } = evaluation;
    if (!current) throw new NotFound();
    await logAccess(visit, view.participation.person.id, 'result');
    const bytes = new TextEncoder().encode(`${JSON.stringify(current.explanation, null, 2)}\n`);
    const name = `penjelasan-${view.participation.period.startsOn.slice(0, 4)}-v${current.version}.json`;
    return download(c, bytes, { name, mediaType: 'application/json' });
  });

  for (const act of resultActs(services)) {
    routes.post(`/appraisals/:id/result/${act.noun}`, async (c) => {
      const { visit } = c.var;
      const participantId = c.req.param('id') ?? '';
      const fields = await actFields(c, act.noun);
      const parsed = parseFields(act.form, fields);
      if (!parsed.ok) return refused(c, services, participantId, fields, parsed.errors);
      try {
        await visit.db.write((tx) => act.run(tx, visit, participantId, parsed.value));
      } catch (error) {
        if (error instanceof ElsewhereFirst) return seeOther(c, visit.path(error.path));
        if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
        return refused(c, services, participantId, fields, { [error.field ?? 'reason']: error.message });
      }
      return seeOther(c, resultPath(visit, participantId), act.done());
    });
  }
  return routes;
}

interface ResultActRoute {
  readonly noun: string;
  readonly form: z.ZodType;
  readonly run: (tx: Tx, visit: Visit, participantId: string, form: unknown) => Promise<void>;
  readonly done: () => string;
}

function actRoute<Form extends z.ZodType>(route: {
  noun: string;
  form: Form;
  run: (tx: Tx, visit: Visit, participantId: string, form: z.output<Form>) => Promise<void>;
  done: () => string;
}): ResultActRoute {
  // The form that is handed to `run` is what its own schema gave.
  return { ...route, run: (tx, visit, id, form) => route.run(tx, visit, id, form as z.output<Form>) };
}

function resultActs({ schemes, beforeRatify, onTakeBack }: EvaluationServices): readonly ResultActRoute[] {
  return [
    actRoute({
      noun: 'ratification',
      form: actForm,
      run: (tx, { actor, agency }, participantId, form) =>
        ratifyResult(tx, actor, { participantId, ...form, zone: agency.zone }, { beforeRatify }),
      done: text.ratifiedFlash,
    }),
    actRoute({
      noun: 'acceptance',
      form: actForm,
      run: (tx, { actor }, participantId, form) => acceptResult(tx, actor, { participantId, ...form }),
      done: text.acceptedFlash,
    }),
    actRoute({
      noun: 'withdrawal',
      form: takeBackForm,
      run: (tx, { actor }, participantId, form) =>
        withdrawResult(tx, actor, { participantId, ...form }, { onTakeBack }),
      done: text.withdrawnFlash,
    }),
    actRoute({
      noun: 'revocation',
      form: takeBackForm,
      run: (tx, { actor }, participantId, form) =>
        revokeResult(tx, actor, { participantId, ...form }, { onTakeBack }),
      done: text.revokedFlash,
    }),
    actRoute({
      noun: 'objection',
      form: wordsForm,
      run: (tx, { actor, agency }, participantId, form) =>
        fileObjection(tx, actor, { participantId, ...form, zone: agency.zone }),
      done: text.objectedFlash,
    }),
    actRoute({
      noun: 'explanation',
      form: wordsForm,
      run: (tx, { actor }, participantId, form) => explainResult(tx, actor, { participantId, ...form }),
      done: text.explainedFlash,
    }),
    actRoute({
      noun: 'decision',
      form: decisionForm,
      run: (tx, { actor, agency }, participantId, form) => {
        const [results, behaviour] = [form['results-rating'], form['behaviour-rating']];
        const ratings = results && behaviour ? { results, behaviour } : null;
        const { resultId, newResultId, decision, reason } = form;
        const input = { participantId, resultId, newResultId, decision, reason, ratings };
        return decideObjection(tx, schemes, actor, { ...input, zone: agency.zone });
      },
      done: text.decidedFlash,
    }),
  ];
}

/** Every form on the page has its own name for its words; the command knows one. */
async function actFields(c: Context, noun: string): Promise<Record<string, string>> {
  const fields = await formFields(c);
  const reason = fields.reason ?? fields[`${noun}-reason`] ?? '';
  return { ...fields, reason, act: noun };
}

/** The same page with everything that was typed, and beside the field what is wrong. */
async function refused(
  c: Context<VisitEnv>,
  services: EvaluationServices,
  participantId: string,
  typed: Record<string, string>,
  errors: Record<string, string>,
): Promise<Response> {
  const { visit } = c.var;
  const evaluation = await load(visit, services.schemes, participantId);
  // A version that was not in our form is not there; who may not do the act is told so by the command.
  if (errors.resultId) throw new NotFound();
  const panels = await drawPanels(services, visit, evaluation);
  const fixedGround = await groundOf(services, visit, evaluation);
  const view = { visit, evaluation, panels, fixedGround, typed, errors };
  return page(c, <ResultPage {...view} newResultId={typed.newResultId ?? newId()} />, 422);
}

/** Where the ground of taking back is not for the one who does it to choose. */
async function groundOf({ fixedGround }: EvaluationServices, visit: Visit, { current }: EvaluationView) {
  if (!fixedGround || !current) return null;
  const { id: resultId, participantId } = current;
  const ground = await visit.db.read((tx) => fixedGround(tx, { participantId, resultId }));
  return ground ?? null;
}

async function drawPanels(
  { panels = [] }: EvaluationServices,
  visit: Visit,
  evaluation: EvaluationView,
): Promise<readonly JSX.Element[]> {
  const drawn = await Promise.all(panels.map((panel) => panel(visit, evaluation)));
  return drawn.filter((each) => each !== undefined);
}

export function load(visit: Visit, schemes: SchemeStore, id: string): Promise<EvaluationView> {
  return visit.db.read((tx) => loadEvaluation(tx, schemes, visit.actor, id));
}

function resultPath(visit: Visit, participantId: string): string {
  return visit.path(`/appraisals/${participantId}/result`);
}

/** A form whose hidden fields do not parse was not made by us. */
function required<Schema extends z.ZodType>(
  schema: Schema,
  fields: Record<string, string>,
): z.output<Schema> {
  const parsed = parseFields(schema, fields);
  if (!parsed.ok) throw new NotFound();
  return parsed.value;
}

/** The result as it would be given now; undefined while the form is not complete. */
function preview(visit: Visit, evaluation: EvaluationView) {
  const { agreed, rating, scheme, self, year } = evaluation;
  if (!agreed || !rating || !year) return undefined;
  const given = {
    plan: agreed.content,
    planVersion: agreed.version,
    self: self?.content ?? null,
    basis: evaluation.basis,
    who: visit.actor.name,
    at: visit.now,
    year,
  };
  if (evaluation.local) {
    const read = readRating(evaluation, rating.content);
    if (Object.keys(obstaclesOf(read, year)).length > 0 || !read.reading.evaluation.category)
      return undefined;
    const { measurements } = evaluation.local;
    const evidence = buildLocalEvidence({ ...given, read, measurements, notes: rating.content.notes });
    return { evidence, explained: explainEvidence(scheme, evidence) };
  }
  const lines = ratedLines(agreed.content, rating.content);
  const suggestion = lines && suggestionOf(scheme, lines);
  if (Object.keys(problemsOfRating(agreed.content, rating.content, suggestion, year)).length > 0)
    return undefined;
  const evidence = buildEvidence({ ...given, content: rating.content });
  return { evidence, explained: explainEvidence(scheme, evidence) };
}
