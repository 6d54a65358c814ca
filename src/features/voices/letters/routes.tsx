/** `/periods/:id/voices/letters`: how far the invitations have come, and those that did not arrive. */
import { type Context, Hono } from 'hono';
import { covers, isAgencyOfficer, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { roundOfPeriod } from '../queries.ts';
import { mendAddress } from './commands.ts';
import { LettersPage, type LettersView } from './page.tsx';
import { failedLetters, LETTERS_A_PAGE, letterCounts } from './queries.ts';
import { letterText as text } from './text.ts';

type Visiting = Context<VisitEnv>;

export function lettersRoutes({ hasServer }: { readonly hasServer: boolean }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/periods/:id/voices/letters', (c) => show(c, hasServer));
  routes.post('/periods/:id/voices/letters/:letter', (c) => mend(c, hasServer));
  return routes;
}

async function show(c: Visiting, hasServer: boolean, refused?: LettersView['refused']): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const periodId = c.req.param('id') ?? '';
  const after = c.req.query('after');
  if (!isId(periodId)) throw new NotFound();
  const view = await visit.db.read(async (tx) => {
    const round = await roundOfPeriod(tx, periodId);
    if (!round) throw new NotFound();
    const failed = await failedLetters(tx, {
      roundId: round.id,
      ...(after && isId(after) ? { after } : {}),
    });
    return { round, counts: await letterCounts(tx, round.id), failed };
  });
  const shown = view.failed.slice(0, LETTERS_A_PAGE);
  const last = view.failed.length > LETTERS_A_PAGE ? shown.at(-1) : undefined;
  return page(
    c,
    <LettersPage
      visit={visit}
      {...view}
      failed={shown.filter(
        ({ unitId }) => isAgencyOfficer(visit.actor) || covers(visit.actor.officer, unitId),
      )}
      next={last && visit.path(`/periods/${periodId}/voices/letters?after=${last.id}`)}
      hasServer={hasServer}
      refused={refused}
    />,
    refused ? 422 : 200,
  );
}

async function mend(c: Visiting, hasServer: boolean): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const letterId = c.req.param('letter') ?? '';
  const { address = '' } = await formFields(c);
  if (!isId(letterId) || !isId(c.req.param('id') ?? '')) throw new NotFound();
  try {
    await visit.db.write((tx) => mendAddress(tx, visit.actor, { letterId, address }));
  } catch (error) {
    if (!(error instanceof Refusal) || !error.field) throw error;
    return show(c, hasServer, { id: letterId, message: error.message, address });
  }
  return seeOther(c, visit.path(`/periods/${c.req.param('id')}/voices/letters`), text.mended());
}
