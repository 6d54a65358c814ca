import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { answerAddress } from '../counters/routes.tsx';
import { tokensPdf } from '../print.ts';
import { requireRound, requireRoundCounter } from '../rounds/queries.ts';
import type { SurveyOptions } from '../routes.tsx';
import { text } from '../text.ts';
import { mayManage } from '../transitions.ts';
import { makeCaseToken, makeRoll, noteGivenOut } from './commands.ts';
import { TokensPage } from './page.tsx';
import { rollsOf, tokensOf } from './queries.ts';

type Visiting = Context<VisitEnv>;
const PLACE = '/surveys/rounds/:id/tokens/:counter';

export function tokenRoutes(options: SurveyOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(PLACE, (c) => show(c, options));
  routes.post(PLACE, (c) => addRoll(c, options));
  routes.post(`${PLACE}/cases`, (c) => addCase(c, options));
  routes.get(`${PLACE}/rolls/:roll/sheet.pdf`, (c) => sendSheet(c, options));
  routes.get(`${PLACE}/cases/:token/sheet.pdf`, (c) => sendSheet(c, options));
  routes.post(`${PLACE}/rolls/:roll/given`, (c) => noteGiven(c, options));
  return routes;
}

const roundId = (c: Visiting) => c.req.param('id') ?? '';
const counterId = (c: Visiting) => c.req.param('counter') ?? '';
const placePath = (c: Visiting) => c.var.visit.path(`/surveys/rounds/${roundId(c)}/tokens/${counterId(c)}`);

/** The counter in its round, for an officer of its unit: whoever only reads results sees no codes. */
async function loadPlace(c: Visiting) {
  const { visit } = c.var;
  const round = await visit.db.read((tx) => requireRound(tx, visit.actor, roundId(c)));
  const counter = requireRoundCounter(round, counterId(c));
  if (!mayManage(visit.actor, counter.unitId)) throw new NotAllowed();
  return { round, counter };
}

async function show(
  c: Visiting,
  { siteOrigin }: SurveyOptions,
  refused?: { readonly errors: FieldErrors; readonly typed: Record<string, string> },
): Promise<Response> {
  const { visit } = c.var;
  const place = await loadPlace(c);
  const madeId = c.req.query('made') ?? '';
  const { rolls, token } = await visit.db.read(async (tx) => ({
    rolls: await rollsOf(tx, place.round.id, place.counter.id),
    token: madeId
      ? (await tokensOf(tx, place.round.id, place.counter.id, { tokenId: madeId }))[0]
      : undefined,
  }));
  const made = token && {
    token,
    address: answerAddress(siteOrigin(c), visit.agency.code, token.code),
  };
  return page(
    c,
    <TokensPage
      visit={visit}
      {...place}
      rolls={rolls}
      rollId={newId()}
      made={made}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

/** Does the act; what can be mended comes back in the form. */
async function attempt(
  c: Visiting,
  options: SurveyOptions,
  typed: Record<string, string>,
  work: () => Promise<Response>,
): Promise<Response> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return show(c, options, { errors: { [error.field]: error.message }, typed });
  }
}

async function addRoll(c: Visiting, options: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const given = { roundId: roundId(c), counterId: counterId(c), id, count: Number(fields.count) };
  return attempt(c, options, fields, async () => {
    await visit.db.write((tx) => makeRoll(tx, visit.actor, given));
    return seeOther(c, placePath(c), text.rollMade());
  });
}

async function addCase(c: Visiting, options: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const given = { roundId: roundId(c), counterId: counterId(c), caseNumber: fields.case ?? '' };
  return attempt(c, options, fields, async () => {
    const id = await visit.db.write((tx) => makeCaseToken(tx, visit.actor, given));
    return seeOther(c, `${placePath(c)}?made=${id}`);
  });
}

async function noteGiven(c: Visiting, options: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const blockId = c.req.param('roll') ?? '';
  const typed = fields[`given-${blockId}`] ?? '';
  const count = typed.trim() === '' ? Number.NaN : Number(typed);
  const given = { roundId: roundId(c), counterId: counterId(c), blockId, count };
  return attempt(c, options, fields, async () => {
    await visit.db.write((tx) => noteGivenOut(tx, visit.actor, given));
    return seeOther(c, placePath(c), text.givenSaved());
  });
}

async function sendSheet(c: Visiting, { siteOrigin }: SurveyOptions): Promise<Response> {
  const { visit } = c.var;
  const { round, counter } = await loadPlace(c);
  const roll = c.req.param('roll');
  const of = roll === undefined ? { tokenId: c.req.param('token') ?? '' } : { rollId: roll };
  const tokens = await visit.db.read((tx) => tokensOf(tx, round.id, counter.id, of));
  if (tokens.length === 0) throw new NotFound();
  const origin = siteOrigin(c);
  const bytes = tokensPdf(counter, tokens, (code) => answerAddress(origin, visit.agency.code, code));
  return download(c, bytes, { name: `kode-${counter.name}.pdf`, mediaType: 'application/pdf' });
}
