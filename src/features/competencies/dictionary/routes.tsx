/** `/competencies`: the dictionary, read by everybody, written by officers of the agency. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields, parseFields, someText } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import { pageNumber } from '../filter-bar.tsx';
import { KINDS, kindLabel } from '../levels.ts';
import {
  addCompetency,
  adoptShipped,
  changeCompetency,
  requireDictionaryOfficer,
  setActive,
} from './commands.ts';
import { type Competency, LIMITS_OF_TEXT, type TypedContent } from './model.ts';
import { CompetencyPage } from './pages/competency-page.tsx';
import { FormPage, type FormView } from './pages/form-page.tsx';
import { type Group, ListPage } from './pages/list-page.tsx';
import { ShippedPage } from './pages/shipped-page.tsx';
import { dictionaryOf, versionsOf } from './queries.ts';
import { writeDictionary } from './sheet.ts';
import { shippedCompetencies } from './shipped.ts';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
export const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';
const PAGE_SIZE = 50;

export function dictionaryRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/competencies', showList);
  routes.post('/competencies', add);
  routes.get('/competencies/new', (c) => showForm(c));
  routes.get('/competencies/shipped', (c) => showShipped(c));
  routes.post('/competencies/shipped', adopt);
  routes.get('/competencies/dictionary.xlsx', sendDictionary);
  routes.get('/competencies/:code', (c) => showOne(c));
  routes.get('/competencies/:code/edit', (c) => showForm(c));
  routes.post('/competencies/:code/versions', change);
  routes.post('/competencies/:code/use', use);
  return routes;
}

async function showList(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const all = await visit.db.read(dictionaryOf);
  const words = (c.req.query('q') ?? '').trim().slice(0, 100);
  const groups = groupsOf(all);
  const group = groups.find((each) => each.value === c.req.query('group'))?.value ?? '';
  const found = all.filter((each) => isIn(each, group) && matches(each, words.toLowerCase()));
  const number = Math.min(pageNumber(c.req.query('page')), Math.max(1, Math.ceil(found.length / PAGE_SIZE)));
  const known = new Set(all.map((each) => each.code));
  return page(
    c,
    <ListPage
      visit={visit}
      competencies={found.slice((number - 1) * PAGE_SIZE, number * PAGE_SIZE)}
      total={found.length}
      page={number}
      pageSize={PAGE_SIZE}
      groups={groups}
      words={words}
      group={group}
      isEmpty={all.length === 0}
      shippedLeft={shippedCompetencies().filter(({ code }) => !known.has(code)).length}
    />,
  );
}

/** Kinds, and the technical ones family by family. */
function groupsOf(all: readonly Competency[]): readonly Group[] {
  const families = new Map(all.flatMap(({ family }) => (family ? [[family.id, inLocale(family)]] : [])));
  return [
    ...KINDS.map((kind) => ({ value: kind, label: kindLabel(kind) })),
    ...[...families].map(([id, label]) => ({
      value: `family:${id}`,
      label: `${kindLabel('technical')}: ${label}`,
    })),
  ];
}

function isIn(each: Competency, group: string): boolean {
  return group === '' || each.kind === group || `family:${each.family?.id}` === group;
}

function matches({ name, definition }: Competency, words: string): boolean {
  return words === '' || [name, definition].some((each) => inLocale(each).toLowerCase().includes(words));
}

async function showOne(c: Visiting, refused?: { error: string; reason: string }): Promise<Response> {
  const { visit } = c.var;
  const versions = await visit.db.read((tx) => versionsOf(tx, c.req.param('code') ?? ''));
  const asked = c.req.query('version');
  const shown = asked === undefined ? versions[0] : versions.find((each) => String(each.version) === asked);
  if (!shown) throw new NotFound();
  return page(
    c,
    <CompetencyPage visit={visit} shown={shown} versions={versions} formId={newId()} {...refused} />,
    refused ? 422 : 200,
  );
}

async function showShipped(c: Visiting, error?: string): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const all = await visit.db.read(dictionaryOf);
  const taken = new Set(all.map((each) => each.code));
  return page(
    c,
    <ShippedPage visit={visit} shipped={shippedCompetencies()} taken={taken} error={error} />,
    error ? 422 : 200,
  );
}

async function adopt(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const fields = await formFields(c);
  const codes = Object.keys(fields).flatMap((name) => (name.startsWith('take-') ? [name.slice(5)] : []));
  try {
    const count = await visit.db.write((tx) => adoptShipped(tx, visit.actor, codes));
    return seeOther(c, visit.path('/competencies'), text.taken({ count }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'codes') throw error;
    return showShipped(c, error.message);
  }
}

async function sendDictionary(c: Visiting): Promise<Response> {
  const all = await c.var.visit.db.read(dictionaryOf);
  const bytes = await writeDictionary(all.filter((each) => each.isActive));
  return download(c, new Uint8Array(bytes), { name: 'kamus-kompetensi.xlsx', mediaType: XLSX });
}

/** The words of the form, in the language that the officer writes. */
function typedFrom(content: Competency): Record<string, string> {
  return {
    name: content.name.id,
    family: content.family?.id ?? '',
    definition: content.definition.id,
    ...Object.fromEntries(
      Object.entries(content.levels).map(([level, words]) => [`level-${level}`, words.id]),
    ),
  };
}

async function showForm(
  c: Visiting,
  refused?: Pick<FormView, 'typed' | 'errors'> & { readonly formId: string },
): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const code = c.req.param('code');
  const all = await visit.db.read(dictionaryOf);
  const before = code === undefined ? undefined : all.find((each) => each.code === code);
  if (code !== undefined && !before) throw new NotFound();
  const families = [...new Set(all.flatMap(({ family }) => (family ? [family.id] : [])))];
  const view: FormView = {
    visit,
    formId: refused?.formId ?? newId(),
    families,
    typed: refused?.typed ?? (before ? typedFrom(before) : {}),
    errors: refused?.errors ?? {},
    ...(before
      ? {
          editing: {
            code: before.code,
            name: inLocale(before.name),
            seen: Number(refused?.typed.seen ?? before.version),
            isTechnical: before.kind === 'technical',
          },
        }
      : {}),
  };
  return page(c, <FormPage {...view} />, refused ? 422 : 200);
}

const level = someText(LIMITS_OF_TEXT.level);
const words = z.object({
  name: someText(LIMITS_OF_TEXT.name),
  definition: someText(LIMITS_OF_TEXT.definition),
  'level-1': level,
  'level-2': level,
  'level-3': level,
  'level-4': level,
  'level-5': level,
});
const technical = words.extend({ family: someText(LIMITS_OF_TEXT.family) });

function typedOf(
  read: z.output<typeof words>,
  kind: Competency['kind'],
  family: string | null,
): TypedContent {
  return {
    kind,
    family,
    name: read.name,
    definition: read.definition,
    levels: {
      '1': read['level-1'],
      '2': read['level-2'],
      '3': read['level-3'],
      '4': read['level-4'],
      '5': read['level-5'],
    },
  };
}

async function add(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const fields = await formFields(c);
  const formId = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const parsed = parseFields(technical, fields);
  if (!parsed.ok) return showForm(c, { ...parsed, formId });
  const typed = typedOf(parsed.value, 'technical', parsed.value.family);
  try {
    const code = await visit.db.write((tx) => addCompetency(tx, visit.actor, { id: formId, typed }));
    return seeOther(c, visit.path(`/competencies/${code}`), text.saved());
  } catch (error) {
    return refusedForm(c, error, { typed: fields, formId });
  }
}

async function change(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const code = c.req.param('code') ?? '';
  const fields = await formFields(c);
  const formId = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const [latest] = await visit.db.read((tx) => versionsOf(tx, code));
  if (!latest) throw new NotFound();
  const isTechnical = latest.kind === 'technical';
  const parsed = parseFields(isTechnical ? technical : words, fields);
  if (!parsed.ok) return showForm(c, { ...parsed, formId });
  const family = isTechnical ? (fields.family ?? '').trim() : null;
  const typed = typedOf(parsed.value, latest.kind, family);
  const given = { id: formId, code, seen: Number(fields.seen), typed, note: fields.note ?? '' };
  try {
    await visit.db.write((tx) => changeCompetency(tx, visit.actor, given));
    return seeOther(c, visit.path(`/competencies/${code}`), text.saved());
  } catch (error) {
    return refusedForm(c, error, { typed: fields, formId });
  }
}

/** What the officer can mend is said beside the field; everything else goes its way. */
function refusedForm(
  c: Visiting,
  error: unknown,
  { typed, formId }: { readonly typed: Record<string, string>; readonly formId: string },
): Promise<Response> {
  if (!(error instanceof Refusal) || error.field === undefined) throw error;
  const field = error.field === 'form' ? 'definition' : error.field;
  return showForm(c, { typed, formId, errors: { [field]: error.message } });
}

async function use(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireDictionaryOfficer(visit.actor);
  const fields = await formFields(c);
  const code = c.req.param('code') ?? '';
  const isActive = fields.active === 'yes';
  const reason = fields.reason ?? '';
  const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  try {
    await visit.db.write((tx) =>
      setActive(tx, visit.actor, { id, code, seen: Number(fields.seen), isActive, reason }),
    );
  } catch (error) {
    if (!(error instanceof Refusal) || error.field !== 'reason') throw error;
    return showOne(c, { error: error.message, reason });
  }
  return seeOther(
    c,
    visit.path(`/competencies/${code}`),
    isActive ? text.restoredFlash() : text.retiredFlash(),
  );
}
