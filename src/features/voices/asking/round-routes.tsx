/** `/periods/:id/voices`: a round of voices for officers. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { isOfficer, type VisitEnv } from '#features/people/index.ts';
import { mayReadPeriods } from '#features/periods/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { civilDate, formFields, maybeText, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { type Round, roundOfPeriod } from '../queries.ts';
import { readinessOf } from './blockers.ts';
import { openRound } from './commands/open-round.ts';
import { lastReminder, remindRaters } from './commands/remind.ts';
import { prepareAgain, rescheduleRound, startRound } from './commands/round.ts';
import { type AskingOptions, periodOf } from './options.ts';
import { reachOf, unitLines } from './overview-queries.ts';
import { type RoundAct, RoundPage } from './pages/round-page.tsx';
import { peopleViews } from './people-routes.tsx';
import { replaceMissing } from './replace.ts';
import { isWorking, latestRun } from './run.ts';
import { countOpenRaters } from './tell.ts';
import { text } from './text.ts';
import { askingSchemes } from './world.ts';

type Visiting = Context<VisitEnv>;
const PATH = '/periods/:id/voices';

export function roundRoutes(options: AskingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  for (const path of [PATH, `${PATH}/*`])
    routes.use(path, async (c, next) => {
      if (!mayReadPeriods(c.var.visit.actor)) throw new NotFound();
      await next();
    });
  routes.get(PATH, (c) => showRound(c, options));
  routes.post(PATH, (c) => start(c, options));
  routes.post(`${PATH}/preparation`, (c) =>
    act(c, options, async (tx, round) => {
      await prepareAgain(tx, c.var.visit.actor, round.id);
      return text.started();
    }),
  );
  routes.post(`${PATH}/opening`, (c) =>
    act(c, options, async (tx, round) => {
      await openRound(tx, c.var.visit.actor, round.id);
      return text.opened();
    }),
  );
  routes.post(`${PATH}/replacements`, (c) =>
    act(c, options, async (tx, round) => {
      const done = await replaceMissing(tx, options.schemes, c.var.visit.actor, round.id);
      return done.withdrawn + done.added === 0 ? text.nothingToReplace() : text.replaced(done);
    }),
  );
  routes.post(`${PATH}/reminders`, (c) => remind(c, options));
  routes.post(`${PATH}/days`, (c) => reschedule(c, options));
  routes.route('/', peopleViews(options));
  return routes;
}

interface Refused {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

async function showRound(c: Visiting, { schemes }: AskingOptions, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => {
    const period = await periodOf(tx, c);
    const round = await roundOfPeriod(tx, period.id);
    const run = round && (await latestRun(tx, round.id));
    return {
      period,
      round,
      run,
      hasVoices: round !== undefined || (await asksOthers(tx, schemes, period.id)),
      readiness: round?.state === 'preparing' && !isWorking(run) ? await readinessOf(tx, round) : undefined,
      units:
        round && !isWorking(run)
          ? await unitLines(tx, round, reachOf(visit.actor), run?.outcome?.flagged)
          : [],
      history: round ? await historyOf(tx, round.id) : [],
      openRaters: round?.state === 'asking' ? await countOpenRaters(tx, round.id) : 0,
      lastReminded: round?.state === 'asking' ? await lastReminder(tx, round.id) : undefined,
    };
  });
  return page(
    c,
    <RoundPage
      visit={visit}
      {...view}
      newId={refused?.typed.id ?? newId()}
      typed={refused?.typed ?? {}}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

/** Whether any of the schemes under which people take part asks for other voices. */
async function asksOthers(tx: Tx, schemes: SchemeStore, periodId: string): Promise<boolean> {
  const refs = await tx.db
    .selectFrom('participants')
    .select(['scheme_id', 'scheme_version'])
    .distinct()
    .where('agency_id', '=', tx.agencyId)
    .where('period_id', '=', periodId)
    .execute();
  const askingOf = askingSchemes(tx, schemes);
  for (const { scheme_id, scheme_version } of refs)
    if ((await askingOf(scheme_id, scheme_version)).voices.length > 0) return true;
  return false;
}

async function historyOf(tx: Tx, roundId: string): Promise<readonly RoundAct[]> {
  const rows = await tx.db
    .selectFrom('acts')
    .leftJoin('people', (join) =>
      join.onRef('people.id', '=', 'acts.actor_id').on('people.agency_id', '=', tx.agencyId),
    )
    .select(['acts.id', 'acts.act', 'acts.reason', 'acts.at', 'people.name'])
    .where('acts.agency_id', '=', tx.agencyId)
    .where('acts.subject_id', '=', roundId)
    .where('acts.process', '=', 'voice-round')
    .orderBy('acts.at', 'desc')
    .orderBy('acts.id', 'desc')
    .limit(50)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    act: row.act,
    by: row.name ?? 'Tera',
    reason: row.reason,
    at: row.at,
  }));
}

const startForm = z.object({
  id: z.string().refine(isId),
  opensOn: civilDate(),
  closesOn: civilDate(),
});

async function start(c: Visiting, options: AskingOptions): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const period = await visit.db.read((tx) => periodOf(tx, c));
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const parsed = parseFields(startForm, typed);
  if (!parsed.ok) return showRound(c, options, { typed, errors: parsed.errors });
  const refused = await tried(() =>
    visit.db.write((tx) => startRound(tx, visit.actor, { ...parsed.value, periodId: period.id })),
  );
  if (refused) return showRound(c, options, { typed, errors: refused });
  return seeOther(c, visit.path(`/periods/${period.id}/voices`), text.started());
}

/** Errors of the form by field; whatever no field can mend is thrown on. */
async function tried(command: () => Promise<unknown>): Promise<FieldErrors | undefined> {
  try {
    await command();
    return undefined;
  } catch (error) {
    if (error instanceof Refusal && error.field) return { [error.field]: error.message };
    throw error;
  }
}

/** One button, one act on the round of the period, back to its page. */
async function act(
  c: Visiting,
  _options: AskingOptions,
  command: (tx: Tx, round: Round) => Promise<string>,
): Promise<Response> {
  const { visit } = c.var;
  const done = await visit.db.write(async (tx) => {
    const period = await periodOf(tx, c);
    const round = await roundOfPeriod(tx, period.id);
    if (!round) throw new NotFound();
    return { said: await command(tx, round), periodId: period.id };
  });
  return seeOther(c, visit.path(`/periods/${done.periodId}/voices`), done.said);
}

async function remind(c: Visiting, options: AskingOptions): Promise<Response> {
  try {
    return await act(c, options, async (tx, round) => {
      const count = await remindRaters(tx, c.var.visit.actor, round.id);
      return text.reminded({ count });
    });
  } catch (error) {
    if (!(error instanceof Refusal) || error.constructor !== Refusal) throw error;
    return showRound(c, options, { typed: {}, errors: { remind: error.message } });
  }
}

const daysForm = z.object({
  opensOn: z.union([z.literal(''), civilDate()]).optional(),
  closesOn: civilDate(),
  reason: maybeText(500),
});

async function reschedule(c: Visiting, options: AskingOptions): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const found = await visit.db.read(async (tx) => {
    const period = await periodOf(tx, c);
    return { period, round: await roundOfPeriod(tx, period.id) };
  });
  const { period, round } = found;
  if (!round) throw new NotFound();
  const parsed = parseFields(daysForm, typed);
  if (!parsed.ok) return showRound(c, options, { typed, errors: parsed.errors });
  const { opensOn, closesOn, reason } = parsed.value;
  const input = { roundId: round.id, opensOn: opensOn || round.opensOn, closesOn, reason: reason ?? '' };
  const refused = await tried(() => visit.db.write((tx) => rescheduleRound(tx, visit.actor, input)));
  if (refused) return showRound(c, options, { typed, errors: refused });
  return seeOther(c, visit.path(`/periods/${period.id}/voices`), text.daysSaved());
}
