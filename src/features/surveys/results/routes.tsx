import { type Context, Hono } from 'hono';
import { addTallies, figuresOf } from '#domain/surveys/index.ts';
import { unitsBelow, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { belongsTo, overseesRound, overseesUnit } from '../access.ts';
import { findRound, type Round } from '../rounds/queries.ts';
import { mayManage, type WordsAct } from '../transitions.ts';
import { actOnPublication, decideBatch, notReady } from './commands.ts';
import { countersIn, type UnitResult, unitResult, unitsWithResults } from './figures.ts';
import { publications } from './published.ts';
import { ResultPage, type ResultView } from './result-page.tsx';
import { text } from './text.ts';
import { actOnWords, wordsOf } from './words.ts';

type Visiting = Context<VisitEnv>;
const UNIT = '/surveys/rounds/:id/units/:unitId';

export function resultRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(UNIT, (c) => show(c, c.req.param('unitId')));
  routes.post(`${UNIT}/publication`, publish);
  routes.post(`${UNIT}/withdrawal`, withdraw);
  routes.post('/surveys/rounds/:id/batches/:batch/decision', decide);
  routes.post('/surveys/rounds/:id/words/:words', judgeWords);
  return routes;
}

const roundId = (c: Visiting) => c.req.param('id') ?? '';

/** The unit's result for whoever answers for it or works there; nobody else learns that there is one. */
export async function requireResult(
  tx: Tx,
  c: Visiting,
  unitId: string,
): Promise<{ readonly round: Round; readonly unit: { readonly id: string; readonly name: string } }> {
  const { actor, today } = c.var.visit;
  const round = await findRound(tx, roundId(c));
  const unit = round && unitsWithResults(round).find(({ id }) => id === unitId);
  if (!round || !unit || round.state === 'dropped') throw new NotFound();
  if (overseesUnit(actor, unit.id)) return { round, unit };
  const isKnown = round.state !== 'draft' && (await belongsTo(tx, actor, unit.id, today));
  if (!isKnown) throw new NotFound();
  return { round, unit };
}

async function show(c: Visiting, unitId: string, refused?: ResultView['refused']): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const { round, unit } = await requireResult(tx, c, unitId);
    const result = await unitResult(tx, round, unit);
    const words = await wordsOf(tx, round, await countersIn(tx, round, unit.id));
    const [publication] = await publications(tx, { roundId: round.id, unitId: unit.id });
    return { round, result, words, publication };
  });
  const { round, result } = view;
  return page(
    c,
    <ResultPage
      visit={visit}
      {...view}
      mayDecide={mayManage(visit.actor, unitId)}
      mayReadRound={overseesRound(visit.actor, round)}
      stop={notReady(round, result)}
      ifLeftOut={ifLeftOut(result)}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

/** The result that would remain if everything that is flagged were left out. */
function ifLeftOut({ batches }: UnitResult) {
  const rest = batches.filter(({ state }) => state === 'counted' || state === 'kept');
  return figuresOf(addTallies(rest.map(({ tally }) => tally)));
}

/** Where the form came from, as far as this person may see it. */
async function unitOfForm(c: Visiting, fields: Readonly<Record<string, string>>): Promise<string> {
  const { visit } = c.var;
  const unitId = fields.unit ?? '';
  if (!isId(unitId)) throw new NotFound();
  await visit.db.read((tx) => requireResult(tx, c, unitId));
  return unitId;
}

async function attempt(
  c: Visiting,
  form: {
    readonly unitId: string;
    readonly id: string;
    readonly typed: string;
    readonly done: string;
    readonly anchor: string;
  },
  work: () => Promise<void>,
): Promise<Response> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return show(c, form.unitId, { id: form.id, error: error.message, typed: form.typed });
  }
  const { visit } = c.var;
  return seeOther(
    c,
    visit.path(`/surveys/rounds/${roundId(c)}/units/${form.unitId}#${form.anchor}`),
    form.done,
  );
}

async function decide(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const unitId = await unitOfForm(c, fields);
  if (!mayManage(visit.actor, unitId)) throw new NotAllowed();
  const batchId = c.req.param('batch') ?? '';
  const reason = fields[`reason-${batchId}`] ?? '';
  const act = fields.act === 'exclude' ? 'exclude' : 'keep';
  const form = { unitId, id: batchId, typed: reason, done: text.decided(), anchor: 'flagged' };
  return attempt(c, form, () =>
    visit.db.write((tx) => decideBatch(tx, visit.actor, { roundId: roundId(c), batchId, act, reason })),
  );
}

function wordsAct(given: string | undefined): WordsAct {
  return given === 'hide' || given === 'let-stand' ? given : 'report';
}

async function judgeWords(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const unitId = await unitOfForm(c, fields);
  const wordsId = c.req.param('words') ?? '';
  const reason = fields[`reason-${wordsId}`] ?? '';
  const form = { unitId, id: wordsId, typed: reason, done: text.wordsDone(), anchor: 'words' };
  return attempt(c, form, () =>
    visit.db.write(async (tx) => {
      const { round } = await requireResult(tx, c, unitId);
      const below = await unitsBelow(tx, [unitId]);
      const mayRead = (counter: { readonly unitId: string }) => below.has(counter.unitId);
      const given = { round, wordsId, act: wordsAct(fields.act), reason, mayRead };
      await actOnWords(tx, visit.actor, given);
    }),
  );
}

/** For acts on the result as a whole: whoever may read it and is no officer of the unit is told so. */
async function requireOwnResult(c: Visiting, unitId: string): Promise<void> {
  const { visit } = c.var;
  await visit.db.read((tx) => requireResult(tx, c, unitId));
  if (!mayManage(visit.actor, unitId)) throw new NotAllowed();
}

async function publish(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const unitId = c.req.param('unitId') ?? '';
  await requireOwnResult(c, unitId);
  const given = { roundId: roundId(c), unitId, act: 'publish' as const, reason: '', today: visit.today };
  await visit.db.write((tx) => actOnPublication(tx, visit.actor, given));
  return seeOther(c, visit.path(`/surveys/rounds/${roundId(c)}/units/${unitId}`), text.published());
}

async function withdraw(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const unitId = c.req.param('unitId') ?? '';
  await requireOwnResult(c, unitId);
  const { reason = '' } = await formFields(c);
  const given = { roundId: roundId(c), unitId, act: 'withdraw' as const, reason, today: visit.today };
  const form = { unitId, id: 'withdrawal', typed: reason, done: text.withdrawn(), anchor: 'publication' };
  return attempt(c, form, () => visit.db.write((tx) => actOnPublication(tx, visit.actor, given)));
}
