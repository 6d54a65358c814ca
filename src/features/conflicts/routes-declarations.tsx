/** Declaring a relation and acting on it: `/conflicts/mine` for everybody, `/conflicts/:id` for those concerned. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { findPeople, isOfficer, type VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { civilDate, formFields, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { commentOnDeclaration, decideDeclaration } from './decide.ts';
import { declareConflict } from './declare.ts';
import type { ConflictOptions } from './options.ts';
import { type FormState, STATEMENT_LIMIT, type Typed } from './pages/declaration-form.tsx';
import { DeclarationPage } from './pages/declaration-page.tsx';
import { MinePage } from './pages/mine-page.tsx';
import { OfficerFormPage } from './pages/officer-form-page.tsx';
import { text } from './pages/text.ts';
import { listDeclarations } from './queries.ts';
import { relatedTo } from './related.ts';
import { requireDeclaration } from './standing.ts';
import type { DeclarationAct } from './transitions.ts';
import { DECLARED_KINDS, RELATIONS } from './words.ts';

type C = Context<VisitEnv>;

const EMPTY: FormState = { typed: {}, errors: {} };

export function declarationRoutes(options: ConflictOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/conflicts/mine', (c) => showMine(c, { typed: c.req.query(), errors: {} }));
  routes.post('/conflicts/mine', (c) => declareOwn(c, options));
  routes.get('/conflicts/declarations', (c) => showOfficerForm(c, { typed: c.req.query(), errors: {} }));
  routes.post('/conflicts/declarations', (c) => declareAsOfficer(c, options));
  routes.get('/conflicts/:id', (c) => showDeclaration(c));
  routes.post('/conflicts/:id/comment', comment);
  for (const [noun, act] of [
    ['confirmation', 'confirm'],
    ['rejection', 'reject'],
    ['withdrawal', 'withdraw'],
    ['end', 'end'],
  ] as const)
    routes.post(`/conflicts/:id/${noun}`, (c) => decideOn(c, options, act));
  return routes;
}

async function showMine(c: C, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { visit } = c.var;
  const id = visit.actor.personId;
  const view = await visit.db.read(async (tx) => ({
    related: await relatedTo(tx, id, visit.today),
    declarations: await listDeclarations(tx, { personId: id }, visit.today),
  }));
  return page(c, <MinePage visit={visit} {...view} id={newId()} form={form} />, status);
}

const declarationFields = {
  id: z.uuid(),
  kind: z.enum(DECLARED_KINDS),
  relation: z
    .union([z.enum(RELATIONS), z.literal('')])
    .optional()
    .transform((value) => value || null),
  since: civilDate(),
  statement: someText(STATEMENT_LIMIT),
};

const ownSchema = z.object({
  ...declarationFields,
  with: z.string().regex(/^(rater|ratee):[0-9a-f-]{36}$/, { error: () => text.choose() }),
});

async function declareOwn(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const parsed = parseFields(ownSchema, typed);
  if (!parsed.ok) return showMine(c, { typed, errors: parsed.errors }, 422);
  const { with: other, ...given } = parsed.value;
  const [as, otherId = ''] = other.split(':');
  const own = visit.actor.personId;
  const pair = as === 'rater' ? { raterId: own, rateeId: otherId } : { raterId: otherId, rateeId: own };
  try {
    await visit.db.write((tx) =>
      declareConflict(tx, options, visit.actor, { ...given, ...pair }, visit.today),
    );
  } catch (error) {
    return refused(error, (errors) => showMine(c, { typed, errors }, 422));
  }
  return seeOther(c, visit.path(`/conflicts/${given.id}`), text.sent());
}

/** A refusal is shown on the form with what was typed; everything else goes its way. */
function refused<Answer>(
  error: unknown,
  show: (errors: Record<string, string>) => Answer,
  field = 'form',
): Answer {
  if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
  return show({ [error.field ?? field]: error.message });
}

async function showOfficerForm(c: C, form: FormState, status: 200 | 422 = 200): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const wanted = (name: string) => ({
    query: form.typed[`${name}Query`] ?? '',
    chosen: form.typed[name] ?? '',
  });
  const found = await visit.db.read(async (tx) => ({
    raters: await findPeople(tx, wanted('raterId'), visit.today),
    ratees: await findPeople(tx, wanted('rateeId'), visit.today),
  }));
  return page(c, <OfficerFormPage visit={visit} id={newId()} form={form} {...found} />, status);
}

const officerSchema = z.object({
  ...declarationFields,
  raterId: z.uuid({ error: () => text.choose() }),
  rateeId: z.uuid({ error: () => text.choose() }),
});

async function declareAsOfficer(c: C, options: ConflictOptions): Promise<Response> {
  const { visit } = c.var;
  if (!isOfficer(visit.actor)) throw new NotAllowed();
  const typed = await formFields(c);
  const parsed = parseFields(officerSchema, typed);
  if (!parsed.ok) return showOfficerForm(c, { typed, errors: parsed.errors }, 422);
  try {
    await visit.db.write((tx) => declareConflict(tx, options, visit.actor, parsed.value, visit.today));
  } catch (error) {
    return refused(error, (errors) => showOfficerForm(c, { typed, errors }, 422));
  }
  return seeOther(c, visit.path(`/conflicts/${parsed.value.id}`), text.sent());
}

async function showDeclaration(c: C, form: FormState = EMPTY, status: 200 | 422 = 200): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const standing = await visit.db.read((tx) => requireDeclaration(tx, visit.actor, id, visit.today));
  const { roles, declaration } = standing;
  if (!roles.has('rater') && !roles.has('ratee')) await logAccess(visit, declaration.rateeId, 'conflicts');
  return page(c, <DeclarationPage visit={visit} {...standing} {...form} />, status);
}

const commentSchema = z.object({ body: someText(STATEMENT_LIMIT) });

async function comment(c: C): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  await visit.db.read((tx) => requireDeclaration(tx, visit.actor, id, visit.today));
  const typed = await formFields(c);
  const parsed = parseFields(commentSchema, typed);
  if (!parsed.ok) return showDeclaration(c, { typed, errors: parsed.errors }, 422);
  await visit.db.write((tx) => commentOnDeclaration(tx, visit.actor, { id, ...parsed.value }, visit.today));
  return seeOther(c, visit.path(`/conflicts/${id}`), text.commented());
}

async function decideOn(
  c: C,
  options: ConflictOptions,
  act: Exclude<DeclarationAct, 'declare'>,
): Promise<Response> {
  const { visit } = c.var;
  const id = c.req.param('id') ?? '';
  const typed: Typed = await formFields(c);
  const field = `reason-${act}`;
  const until = z.iso.date().safeParse(typed.until);
  const input = {
    id,
    act,
    reason: (typed[field] ?? '').slice(0, STATEMENT_LIMIT),
    until: until.success ? until.data : null,
  };
  try {
    await visit.db.write((tx) => decideDeclaration(tx, options, visit.actor, input, visit.today));
  } catch (error) {
    if (error instanceof NotFound) throw error;
    return refused(error, (errors) => {
      const { reason, ...others } = errors;
      return showDeclaration(c, { typed, errors: reason ? { ...others, [field]: reason } : others }, 422);
    });
  }
  return seeOther(c, visit.path(`/conflicts/${id}`), text.done());
}
