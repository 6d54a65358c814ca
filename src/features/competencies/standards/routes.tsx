/** `/competencies/standards`: what each post asks for; everybody reads it, officers of the agency set it. */
import { type Context, Hono } from 'hono';
import { z } from 'zod';
import { POST_LEVELS } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { civilDate, formFields, maybeText, parseFields, someText } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { dictionaryOf } from '../dictionary/queries.ts';
import { pageNumber } from '../filter-bar.tsx';
import { LEVEL_FIELD, levelsFrom } from '../level-fields.tsx';
import { adoptProposals, requireStandardsOfficer, setStandard } from './commands.ts';
import { holdingOn, type Standard, standardsFor } from './model.ts';
import { StandardFormPage } from './pages/form-page.tsx';
import { StandardsPage } from './pages/list-page.tsx';
import { PostsPage } from './pages/posts-page.tsx';
import { StandardPage } from './pages/standard-page.tsx';
import { ancestorsOf, heldPosts, positionNames, standardsOf, unitTree } from './queries.ts';
import { text } from './text.ts';
import { standardName } from './words.ts';

type Visiting = Context<VisitEnv>;
type Refused = {
  readonly typed: Record<string, string>;
  readonly errors: Record<string, string>;
};
const LIST = '/competencies/standards';
const POSTS_A_PAGE = 50;

export function standardRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(LIST, (c) => showList(c));
  routes.post(LIST, set);
  routes.post(`${LIST}/proposals`, adopt);
  routes.get(`${LIST}/posts`, showPosts);
  routes.get(`${LIST}/new`, (c) => showForm(c));
  routes.get(`${LIST}/:standard`, showOne);
  routes.get(`${LIST}/:standard/edit`, (c) => showForm(c));
  return routes;
}

async function showList(c: Visiting, refused: Refused = { typed: {}, errors: {} }): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => ({
    standards: await standardsOf(tx),
    hasDictionary: (await dictionaryOf(tx)).some((each) => each.isActive && each.kind !== 'technical'),
  }));
  const status = Object.keys(refused.errors).length > 0 ? 422 : 200;
  return page(c, <StandardsPage visit={visit} {...view} {...refused} />, status);
}

async function showOne(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const { standards, dictionary } = await visit.db.read(async (tx) => ({
    standards: await standardsOf(tx),
    dictionary: await dictionaryOf(tx),
  }));
  const shown = standards.find((each) => each.id === c.req.param('standard'));
  if (!shown) throw new NotFound();
  const revisions = standards.filter((each) => each.target === shown.target);
  return page(c, <StandardPage visit={visit} shown={shown} revisions={revisions} dictionary={dictionary} />);
}

async function showPosts(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const words = (c.req.query('q') ?? '').trim().slice(0, 100);
  const { posts, standards, units } = await visit.db.read(async (tx) => ({
    posts: await heldPosts(tx, visit.today, words),
    standards: await standardsOf(tx),
    units: await unitTree(tx),
  }));
  const last = Math.max(1, Math.ceil(posts.length / POSTS_A_PAGE));
  const number = Math.min(pageNumber(c.req.query('page')), last);
  const [holding, ancestors] = [holdingOn(standards, visit.today), ancestorsOf(units)];
  const rows = posts
    .slice((number - 1) * POSTS_A_PAGE, number * POSTS_A_PAGE)
    .map((post) => ({ post, standards: standardsFor(post, holding, ancestors) }));
  return page(
    c,
    <PostsPage
      visit={visit}
      rows={rows}
      total={posts.length}
      page={number}
      pageSize={POSTS_A_PAGE}
      words={words}
    />,
  );
}

function typedFrom(standard: Standard, today: string): Record<string, string> {
  return {
    postLevel: standard.postLevel ?? '',
    positionName: standard.positionName ?? '',
    unitId: standard.unitId ?? '',
    validFrom: today,
    ...Object.fromEntries(
      Object.entries(standard.levels).map(([code, level]) => [`${LEVEL_FIELD}${code}`, String(level)]),
    ),
  };
}

async function showForm(c: Visiting, refused?: Refused & { readonly formId: string }): Promise<Response> {
  const { visit } = c.var;
  requireStandardsOfficer(visit.actor);
  const found = await visit.db.read(async (tx) => ({
    standards: await standardsOf(tx),
    dictionary: await dictionaryOf(tx),
    units: await unitTree(tx),
    positions: await positionNames(tx, visit.today),
  }));
  const id = c.req.param('standard') ?? refused?.typed.changing;
  const asked = id ? found.standards.find((each) => each.id === id) : undefined;
  if (id && !asked) throw new NotFound();
  const latest = asked && found.standards.find((each) => each.target === asked.target);
  const level = POST_LEVELS.find((each) => each === c.req.query('level'));
  const fresh = latest
    ? typedFrom(latest, visit.today)
    : { postLevel: level ?? '', validFrom: `${visit.today.slice(0, 4)}-01-01` };
  return page(
    c,
    <StandardFormPage
      visit={visit}
      formId={refused?.formId ?? newId()}
      changing={latest && { id: latest.id, name: standardName(latest) }}
      seen={refused ? Number(refused.typed.seen) : (latest?.revision ?? 0)}
      competencies={found.dictionary.filter((each) => each.isActive || latest?.levels[each.code])}
      units={found.units}
      positions={found.positions}
      typed={refused?.typed ?? fresh}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

const standardForm = z.object({
  seen: z.coerce.number().int().min(0).max(100_000),
  postLevel: z.enum(POST_LEVELS).or(z.literal('')),
  positionName: maybeText(200),
  unitId: z.string().refine((id) => id === '' || isId(id)),
  validFrom: civilDate(),
  basis: someText(300),
});

async function set(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireStandardsOfficer(visit.actor);
  const fields = await formFields(c);
  const formId = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
  const parsed = parseFields(standardForm, { seen: '0', postLevel: '', unitId: '', ...fields });
  if (!parsed.ok) return showForm(c, { ...parsed, formId });
  const { postLevel, positionName, unitId, ...given } = parsed.value;
  if ((postLevel === '') === (positionName === null))
    return showForm(c, { typed: fields, formId, errors: { positionName: text.oneOfTwo() } });
  const standard = {
    ...given,
    id: formId,
    postLevel: postLevel || null,
    positionName,
    unitId: unitId || null,
    levels: levelsFrom(fields),
  };
  try {
    await visit.db.write((tx) => setStandard(tx, visit.actor, standard));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showForm(c, { typed: fields, formId, errors: { [error.field]: error.message } });
  }
  return seeOther(c, visit.path(LIST), text.saved());
}

const proposalsForm = z.object({ validFrom: civilDate(), basis: someText(300) });

async function adopt(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  requireStandardsOfficer(visit.actor);
  const fields = await formFields(c);
  const parsed = parseFields(proposalsForm, fields);
  if (!parsed.ok) return showList(c, parsed);
  const postLevels = POST_LEVELS.filter((level) => fields[`post-${level}`] === 'yes');
  try {
    const count = await visit.db.write((tx) =>
      adoptProposals(tx, visit.actor, { ...parsed.value, postLevels }),
    );
    return seeOther(c, visit.path(LIST), text.adopted({ count }));
  } catch (error) {
    if (!(error instanceof Refusal) || error.field === undefined) throw error;
    return showList(c, { typed: fields, errors: { [error.field]: error.message } });
  }
}
