/** `/contests`: what employees say against single days and cases, for those who decide and those who are concerned. */
import { type Context, Hono } from 'hono';
import { caseWords, countedWords, traceCase } from '#domain/attendance/index.ts';
import { openActs } from '#domain/workflow/workflow.ts';
import { type Actor, covers, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { findParticipation, logAccess, requireParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { isShownInPlace } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { MeasurementOptions } from '../routes.tsx';
import { judging, workCalendar } from './calendar.ts';
import { findCase } from './cases.ts';
import { contestRoles } from './commands.ts';
import { presenceOf, serviceOf } from './components.ts';
import { type Contest, contestsIn, findContest } from './contests.ts';
import { daysOf } from './days.ts';
import { decideContest } from './decide-contest.ts';
import { ContestPage, ContestsPage } from './pages/contest-pages.tsx';
import { dayState } from './pages/words.ts';
import { proposedCase, proposedDay } from './proposal.ts';
import { text } from './text.ts';
import { CONTEST } from './transitions.ts';

type Visiting = Context<VisitEnv>;

export function contestRoutes(options: MeasurementOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/contests', showContests);
  routes.get('/contests/:contest', (c) => showContest(c, options));
  routes.get('/contests/:contest/files/:proof', (c) => sendProof(c, options));
  routes.post('/contests/:contest/decision', (c) => decideOne(c, options));
  routes.post('/contests/:contest/withdrawal', (c) => withdraw(c, options));
  return routes;
}

function reads(actor: Actor, unitId: string): boolean {
  return covers(actor.officer, unitId) || covers(actor.leader, unitId) || actor.isAuditor;
}

async function showContests(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { actor } = visit;
  if (!isOfficer(actor) && actor.leader.kind === 'none' && !actor.isAuditor) throw new NotFound();
  const contests = await visit.db.read((tx) => contestsIn(tx, (unitId) => reads(actor, unitId)));
  return page(c, <ContestsPage visit={visit} contests={contests} />);
}

/** Whoever may read the appraisal may read what is contested in it; for everybody else there is nothing. */
async function requireContest(tx: Tx, actor: Actor, id: string): Promise<Contest> {
  const contest = await findContest(tx, id);
  if (!contest) throw new NotFound();
  await requireParticipation(tx, actor, contest.participantId);
  return contest;
}

async function showContest(
  c: Visiting,
  { schemes }: MeasurementOptions,
  refused?: { readonly typed: string; readonly errors: Readonly<Record<string, string>> },
): Promise<Response> {
  const { visit } = c.var;
  const { contest, now, becomes } = await visit.db.read(async (tx) => {
    const found = await requireContest(tx, visit.actor, c.req.param('contest') ?? '');
    const participation = await findParticipation(tx, found.participantId);
    if (!participation) throw new NotFound();
    const { id, version } = participation.scheme;
    return { contest: found, ...(await inWords(tx, found, await schemes.load(tx, id, version))) };
  });
  if (!refused) await logAccess(visit, contest.personId, 'record-contest');
  const acts = openActs(CONTEST, contest.state, contestRoles(visit.actor, contest)).map(({ act }) => act);
  const { subject, participantId, component, recordId } = contest;
  const seePath = visit.path(
    subject.kind === 'day'
      ? `/appraisals/${participantId}/attendance/${subject.date}`
      : `/appraisals/${participantId}/cases/${component}/${recordId}`,
  );
  return page(
    c,
    <ContestPage
      visit={visit}
      contest={contest}
      now={now}
      becomes={becomes}
      seePath={seePath}
      mayDecide={acts.includes('accept')}
      mayWithdraw={acts.includes('withdraw')}
      typed={refused?.typed ?? ''}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

/** What stands there, and how what is proposed would count. */
async function inWords(
  tx: Tx,
  contest: Contest,
  compiled: Awaited<ReturnType<MeasurementOptions['schemes']['load']>>,
): Promise<{ readonly now: string; readonly becomes: string }> {
  const { subject, personId, participantId, component, recordId } = contest;
  if (subject.kind === 'day') {
    const settings = presenceOf(compiled)?.settings;
    const [day] = await daysOf(tx, [personId], { from: subject.date, until: subject.date });
    const proposed = proposedDay(personId, subject.date, subject.proposal, await judging(tx, [personId]));
    return {
      now: day ? `${dayState(day)}. ${inLocale(countedWords(day, settings))}` : '–',
      becomes: inLocale(countedWords(proposed, settings)),
    };
  }
  const settings = serviceOf(compiled, component);
  const row = await findCase(tx, participantId, recordId);
  if (!settings || !row) return { now: '–', becomes: '' };
  const holidays = [...(await workCalendar(tx)).holidays.keys()];
  const say = (each: { service: string; start: string; end: string | null }) => {
    const trace = traceCase(each, settings, holidays);
    return trace ? inLocale(caseWords(each, trace)) : '–';
  };
  const proposed = proposedCase(row, subject.proposal);
  return { now: say(row), becomes: proposed.isCounted ? say(proposed) : '' };
}

async function decideOne(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const fields = await formFields(c);
  const id = c.req.param('contest') ?? '';
  const contest = await visit.db.read((tx) => requireContest(tx, visit.actor, id));
  const act = fields.act === 'refuse' ? 'refuse' : 'accept';
  const reason = (fields.reason ?? '').slice(0, 2000);
  try {
    await visit.db.write((tx) =>
      decideContest(tx, visit.actor, options.schemes, { contestId: contest.id, act, reason }),
    );
  } catch (failure) {
    if (!(failure instanceof Refusal) || failure.field !== 'reason') throw failure;
    return showContest(c, options, { typed: reason, errors: { reason: text.refusalReasonMissing() } });
  }
  const message = act === 'accept' ? text.acceptedDone() : text.refusedDone();
  return seeOther(c, visit.path(`/contests/${contest.id}`), message);
}

async function withdraw(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('contest') ?? '';
  const contest = await visit.db.read((tx) => requireContest(tx, visit.actor, id));
  const given = { contestId: contest.id, act: 'withdraw' as const, reason: '' };
  await visit.db.write((tx) => decideContest(tx, visit.actor, options.schemes, given));
  return seeOther(c, visit.path(`/contests/${contest.id}`), text.withdrawnDone());
}

async function sendProof(c: Visiting, { files }: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const proof = await visit.db.read(async (tx) => {
    const contest = await requireContest(tx, visit.actor, c.req.param('contest') ?? '');
    const own = contest.files.find(({ id }) => id === c.req.param('proof'));
    if (!own) throw new NotFound();
    const row = await tx.db
      .selectFrom('files')
      .select(['name', 'sha256', 'media_type'])
      .where('agency_id', '=', tx.agencyId)
      .where('id', '=', own.id)
      .executeTakeFirstOrThrow();
    return { ...row, personId: contest.personId };
  });
  await logAccess(visit, proof.personId, 'record-contest');
  const bytes = await files.get(visit.agency.id, proof.sha256);
  const { name, media_type: mediaType } = proof;
  return download(c, bytes, { name, mediaType, inline: isShownInPlace(mediaType) });
}
