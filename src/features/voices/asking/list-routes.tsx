/** `/appraisals/:id/voices` and `/voice-requests/:id`: who is asked about one participant, and changing it. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findPeople, type VisitEnv } from '#features/people/index.ts';
import { logAccess, type ParticipationView, requireParticipation } from '#features/periods/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { type Round, roundOfPeriod } from '../queries.ts';
import type { RequestRole } from '../transitions.ts';
import { type AddInput, addRequest } from './commands/add-request.ts';
import { changeGuestAddress, restoreRequest, withdrawRequest } from './commands/change-request.ts';
import { requestRoles } from './commands/list-place.ts';
import { askedPools, changesOf } from './list-queries.ts';
import type { AskingOptions } from './options.ts';
import { ListPage, type ListView } from './pages/list-page.tsx';
import { isWorking, latestRun } from './run.ts';
import { listText as text } from './text-list.ts';
import { askingSchemes } from './world.ts';

type Visiting = Context<VisitEnv>;
const LIST = '/appraisals/:id/voices';

export function listRoutes(options: AskingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(LIST, (c) => show(c, options, c.req.param('id') ?? '', { typed: c.req.query(), errors: {} }));
  routes.post(LIST, (c) => add(c, options));
  routes.post('/voice-requests/:id/withdrawal', (c) => withdraw(c, options));
  routes.post('/voice-requests/:id/restoration', (c) => restore(c, options));
  routes.post('/voice-requests/:id/address', (c) => changeAddress(c, options));
  return routes;
}

interface Form {
  readonly typed: Readonly<Record<string, string>>;
  readonly errors: FieldErrors;
}

async function show(
  c: Visiting,
  { schemes }: AskingOptions,
  participantId: string,
  form: Form,
  refused?: ListView['refused'],
): Promise<Response> {
  const { visit } = c.var;
  const loaded = await visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, participantId);
    const { scheme, period } = view.participation;
    const asking = await askingSchemes(tx, schemes)(scheme.id, scheme.version);
    const round = await roundOfPeriod(tx, period.id);
    const roles = round ? openRoles(view, round) : new Set<RequestRole>();
    const seesAnswers = requestRoles(view).has('officer') && round?.state === 'asking';
    return {
      view,
      asking,
      round,
      roles,
      isWorking: round ? isWorking(await latestRun(tx, round.id)) : false,
      pools: round ? await askedPools(tx, view, round, asking, seesAnswers) : [],
      changes: round ? await changesOf(tx, participantId) : [],
      answers: roles.size > 0 ? await answersFor(tx, form, visit.today) : [],
    };
  });
  const { answers, ...rest } = loaded;
  await logAccess(visit, loaded.view.participation.person.id, 'voices');
  const hasErrors = Object.keys(form.errors).length > 0 || refused !== undefined;
  return page(
    c,
    <ListPage
      visit={visit}
      {...rest}
      form={{
        typed: { guestId: newId(), ...form.typed, id: form.typed.id ?? newId() },
        errors: form.errors,
        answers,
      }}
      {...(refused ? { refused } : {})}
    />,
    hasErrors ? 422 : 200,
  );
}

/** Employee and appraiser change the list until it is opened, officers until the round is over. */
function openRoles(view: ParticipationView, { state }: Round): ReadonlySet<RequestRole> {
  const roles = requestRoles(view);
  if (state === 'preparing') return roles;
  return new Set([...roles].filter((role) => state === 'asking' && role === 'officer'));
}

function answersFor(tx: Tx, { typed }: Form, today: string) {
  return findPeople(tx, { query: (typed.raterQuery ?? '').slice(0, 100), chosen: typed.rater ?? '' }, today);
}

const personForm = z.object({
  id: z.string().refine(isId),
  voice: z.string(),
  rater: z.string().refine(isId, { error: () => text.choosePerson() }),
});

/** An address that mail can go to. */
const emailText = z
  .string()
  .trim()
  .max(200)
  .refine((value) => z.email().safeParse(value).success, { error: () => text.emailWrong() });

const guestForm = z.object({
  id: z.string().refine(isId),
  voice: z.literal('outsider'),
  guestName: someText(120),
  organisation: someText(160),
  email: z
    .string()
    .trim()
    .refine((value) => value === '' || emailText.safeParse(value).success, { error: () => text.emailWrong() })
    .transform((value) => value || null),
});

function readAdd(
  participantId: string,
  typed: Readonly<Record<string, string>>,
): { readonly input: AddInput } | { readonly errors: FieldErrors } {
  if (typed.voice === 'outsider') {
    const parsed = parseFields(guestForm, { ...typed });
    if (!parsed.ok) return { errors: parsed.errors };
    const { id, voice, guestName: name, organisation, email } = parsed.value;
    return { input: { id, participantId, voice, rater: { kind: 'guest', name, organisation, email } } };
  }
  const parsed = parseFields(personForm, { rater: '', ...typed });
  if (!parsed.ok) return { errors: parsed.errors };
  const { id, voice, rater } = parsed.value;
  return { input: { id, participantId, voice, rater: { kind: 'person', personId: rater } } };
}

async function add(c: Visiting, options: AskingOptions): Promise<Response> {
  const { visit } = c.var;
  const participantId = c.req.param('id') ?? '';
  const typed = await formFields(c);
  const read = readAdd(participantId, typed);
  if ('errors' in read) return show(c, options, participantId, { typed, errors: read.errors });
  try {
    await visit.db.write((tx) => addRequest(tx, options.schemes, visit.actor, read.input));
  } catch (error) {
    if (!isMendable(error)) throw error;
    return show(c, options, participantId, { typed, errors: { [error.field ?? 'rater']: error.message } });
  }
  return seeOther(c, visit.path(`/appraisals/${participantId}/voices#${read.input.voice}`), text.added());
}

/** The form can mend it; what somebody else did meanwhile is told on a page of its own. */
function isMendable(error: unknown): error is Refusal {
  return error instanceof Refusal && !(error instanceof Conflict);
}

async function withdraw(c: Visiting, options: AskingOptions): Promise<Response> {
  const { reason = '' } = await formFields(c);
  return change(c, options, { field: 'reason', typed: reason, said: text.withdrawnDone() }, (tx, requestId) =>
    withdrawRequest(tx, options.schemes, c.var.visit.actor, { requestId, reason: reason.slice(0, 500) }),
  );
}

function restore(c: Visiting, options: AskingOptions): Promise<Response> {
  return change(c, options, { field: 'rater', typed: '', said: text.restoredDone() }, (tx, requestId) =>
    restoreRequest(tx, options.schemes, c.var.visit.actor, requestId),
  );
}

async function changeAddress(c: Visiting, options: AskingOptions): Promise<Response> {
  const { email = '' } = await formFields(c);
  return change(c, options, { field: 'email', typed: email, said: text.emailSaved() }, (tx, requestId) => {
    const parsed = emailText.safeParse(email);
    if (!parsed.success) throw new Refusal(text.emailWrong(), 'email');
    return changeGuestAddress(tx, options.schemes, c.var.visit.actor, { requestId, email: parsed.data });
  });
}

async function change(
  c: Visiting,
  options: AskingOptions,
  about: { readonly field: string; readonly typed: string; readonly said: string },
  command: (tx: Tx, requestId: string) => Promise<string>,
): Promise<Response> {
  const { visit } = c.var;
  const requestId = c.req.param('id') ?? '';
  if (!isId(requestId)) throw new NotFound();
  try {
    const participantId = await visit.db.write((tx) => command(tx, requestId));
    return seeOther(c, visit.path(`/appraisals/${participantId}/voices`), about.said);
  } catch (error) {
    if (!isMendable(error)) throw error;
    const participantId = await visit.db.read((tx) => participantOf(tx, requestId));
    const errors = { [error.field ?? about.field]: error.message };
    return show(
      c,
      options,
      participantId,
      { typed: {}, errors: {} },
      { requestId, errors, typed: about.typed },
    );
  }
}

async function participantOf(tx: Tx, requestId: string): Promise<string> {
  const row = await tx.db
    .selectFrom('voice_requests as request')
    .innerJoin('voice_pools as pool', (join) =>
      join.onRef('pool.id', '=', 'request.pool_id').on('pool.agency_id', '=', tx.agencyId),
    )
    .select('pool.participant_id')
    .where('request.agency_id', '=', tx.agencyId)
    .where('request.id', '=', requestId)
    .executeTakeFirst();
  if (!row) throw new NotFound();
  return row.participant_id;
}
