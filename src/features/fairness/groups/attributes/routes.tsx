/** `/fairness/attributes`: for officers of the agency; leaders and auditors of the agency read what is held and why. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { LIMITS } from '#platform/spreadsheet/index.ts';
import { checkUpload } from '#platform/storage/upload.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { requireOverseer } from '../../access.ts';
import { HELD_ATTRIBUTES } from '../types.ts';
import { checkValues } from './check-file.ts';
import { dropFile, endAttribute, keepChecked, recordValues, registerAttribute } from './commands.ts';
import { AttributePage } from './pages/attribute-page.tsx';
import { AttributesPage } from './pages/attributes-page.tsx';
import { CheckedPage } from './pages/checked-page.tsx';
import {
  findAttribute,
  ownValuesFile,
  peopleByNip,
  type RegisteredAttribute,
  registeredAttributes,
} from './queries.ts';
import { templateOf } from './template.ts';
import { text } from './text.ts';

type C = Context<VisitEnv>;
type Typed = Readonly<Record<string, string>>;

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const TAKEN = new Set([XLSX, 'text/csv']);
const WORDS_AT_LEAST = 10;

export function attributeRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/fairness/attributes', (c) => showRegister(c));
  routes.post('/fairness/attributes', register);
  routes.get('/fairness/attributes/:id', (c) => showAttribute(c));
  routes.get('/fairness/attributes/:id/template.xlsx', sendTemplate);
  routes.post('/fairness/attributes/:id/end', end);
  routes.post(
    '/fairness/attributes/:id/files',
    bodyLimit({
      maxSize: LIMITS.bytes + 2 ** 20,
      onError: (c) =>
        showAttribute(c as C, { errors: { file: text.fileTooLarge({ limit: LIMITS.bytes >> 20 }) } }),
    }),
    upload,
  );
  routes.get('/fairness/attributes/:id/files/:file', showChecked);
  routes.post('/fairness/attributes/:id/files/:file', record);
  routes.post('/fairness/attributes/:id/files/:file/drop', drop);
  return routes;
}

interface Refused {
  readonly typed?: Typed;
  readonly errors?: FieldErrors;
}

async function showRegister(c: C, { typed = {}, errors = {} }: Refused = {}): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const attributes = await visit.db.read((tx) => registeredAttributes(tx));
  const view = { visit, attributes, typed: { id: newId(), ...typed }, errors };
  return page(
    c,
    <AttributesPage {...view} mayChange={isAgencyOfficer(visit.actor)} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

const words = z
  .string()
  .trim()
  .max(2000)
  .refine((typed) => typed.length >= WORDS_AT_LEAST, { error: () => text.required() });

const registerForm = z.object({
  id: z.uuid(),
  kind: z.enum(HELD_ATTRIBUTES, { error: () => text.chooseKind() }),
  legalBasis: words,
  purpose: words,
  endsOn: z.iso.date({ error: () => text.dateWrong() }),
});

async function register(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const typed = await formFields(c);
  const parsed = parseFields(registerForm, typed);
  if (!parsed.ok) return showRegister(c, { typed, errors: parsed.errors });
  try {
    await visit.db.write((tx) => registerAttribute(tx, visit.actor, parsed.value));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    return showRegister(c, { typed, errors: { [error.field ?? 'kind']: error.message } });
  }
  return seeOther(c, visit.path(`/fairness/attributes/${parsed.value.id}`), text.registeredFlash());
}

async function attributeOf(tx: Tx, c: C): Promise<RegisteredAttribute> {
  const attribute = await findAttribute(tx, c.req.param('id') ?? '');
  if (!attribute) throw new NotFound();
  return attribute;
}

async function showAttribute(c: C, { typed = {}, errors = {} }: Refused = {}): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const attribute = await visit.db.read((tx) => attributeOf(tx, c));
  const mayChange = isAgencyOfficer(visit.actor) && attribute.endedAt === null;
  return page(
    c,
    <AttributePage {...{ visit, attribute, mayChange, typed, errors }} fileId={newId()} />,
    Object.keys(errors).length > 0 ? 422 : 200,
  );
}

async function sendTemplate(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const { kind } = await visit.db.read((tx) => attributeOf(tx, c));
  const bytes = await templateOf(kind);
  return download(c, new Uint8Array(bytes), { name: `templat-${kind}.xlsx`, mediaType: XLSX });
}

async function upload(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const { attribute, people } = await visit.db.read(async (tx) => ({
    attribute: await attributeOf(tx, c),
    people: await peopleByNip(tx),
  }));
  const refuse = (file: string) => showAttribute(c, { errors: { file } });
  const body = await c.req.parseBody();
  const given = body.file;
  if (!(given instanceof File) || given.size === 0) return refuse(text.noFile());
  const taken = await checkUpload(given, LIMITS.bytes);
  if (!taken.ok || !TAKEN.has(taken.upload.mediaType)) return refuse(text.fileKind({ file: given.name }));
  const { bytes, name } = taken.upload;
  const checked = await checkValues(bytes, name, attribute.kind, people);
  if (!checked.ok) return refuse(checked.message);
  const id = typeof body.id === 'string' && isId(body.id) ? body.id : newId();
  await visit.db.write((tx) =>
    keepChecked(tx, visit.actor, { id, attributeId: attribute.id, name }, checked),
  );
  return seeOther(c, visit.path(`/fairness/attributes/${attribute.id}/files/${id}`));
}

async function showChecked(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const view = await visit.db.read(async (tx) => {
    const attribute = await attributeOf(tx, c);
    const file = await ownValuesFile(tx, visit.actor.personId, c.req.param('file') ?? '');
    if (!file || file.attributeId !== attribute.id) throw new NotFound();
    return { attribute, file };
  });
  return page(c, <CheckedPage visit={visit} {...view} />);
}

async function record(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const id = c.req.param('id') ?? '';
  const count = await visit.db.write((tx) => recordValues(tx, visit.actor, id, c.req.param('file') ?? ''));
  return seeOther(c, visit.path(`/fairness/attributes/${id}`), text.recorded({ count }));
}

async function drop(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  const id = c.req.param('id') ?? '';
  await visit.db.write((tx) => dropFile(tx, visit.actor, id, c.req.param('file') ?? ''));
  return seeOther(c, visit.path(`/fairness/attributes/${id}`), text.dropped());
}

async function end(c: C): Promise<Response> {
  const { visit } = c.var;
  requireOverseer(visit.actor);
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
  const typed = await formFields(c);
  const parsed = parseFields(z.object({ reason: words }), typed);
  if (!parsed.ok) return showAttribute(c, { typed, errors: parsed.errors });
  await visit.db.write((tx) => endAttribute(tx, visit.actor, c.req.param('id') ?? '', parsed.value.reason));
  return seeOther(c, visit.path('/fairness/attributes'), text.ended());
}
