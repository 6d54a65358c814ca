/** Cases as officers keep them: dossier, experts' ratings, publishing, a new version of one that was published. */
import { type Context, Hono } from 'hono';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { Conflict, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { type Case, casesOf } from '../course/cases.ts';
import { findCourse, requireScheme } from '../course/queries.ts';
import { distancesOf } from '../distance.ts';
import { EMPTY_CASE, LIMITS } from '../model.ts';
import type { TrainingOptions } from '../options.ts';
import { rateableItems, rateableParts } from '../rateable.ts';
import { office } from '../text-office.ts';
import { createCase, decideOnCase, saveCase } from './case-commands.ts';
import { CaseOfficePage, DossierFormPage, type DossierFormView } from './case-pages.tsx';
import {
  caseForm,
  expertName,
  pieceNames,
  ratingLevel,
  ratingReason,
  ratingsIn,
  withDossier,
} from './forms.ts';
import { caseProblems } from './problems.ts';
import { caseFigures } from './queries.ts';
import { RatingsFormPage } from './ratings-page.tsx';
import { MATERIAL, move, requireEditor } from './routes-lessons.tsx';

type Visiting = Context<VisitEnv>;
const ONE = `${MATERIAL}/cases/:case{[0-9a-f-]{36}}`;
const ROWS = 4;

export function caseRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(`${MATERIAL}/cases/new`, (c) => showDossier(c, options));
  routes.post(`${MATERIAL}/cases`, (c) => saveDossier(c, options));
  routes.get(ONE, (c) => showCase(c, options));
  routes.get(`${ONE}/dossier`, (c) => showDossier(c, options));
  routes.post(`${ONE}/dossier`, (c) => saveDossier(c, options));
  routes.get(`${ONE}/ratings`, (c) => showRatings(c, options));
  routes.post(`${ONE}/ratings`, (c) => saveRatings(c, options));
  routes.post(`${ONE}/publication`, (c) => publish(c, options));
  routes.post(`${ONE}/withdrawal`, (c) => withdraw(c, options));
  routes.post(`${ONE}/version`, (c) => newVersion(c, options));
  routes.post(`${ONE}/position`, (c) => move(c, 'cases', c.req.param('case')));
  return routes;
}

interface Found {
  readonly newest: CompiledScheme;
  readonly title: string;
  readonly schemeId: string;
  /** Undefined where a new one is written. */
  readonly about: Case | undefined;
  /** The version by whose items the case is rated. */
  readonly ofCase: CompiledScheme;
  readonly cases: readonly Case[];
  readonly answers: number;
}

async function find(c: Visiting, { schemes }: TrainingOptions): Promise<Found> {
  requireEditor(c);
  return c.var.visit.db.read(async (tx) => {
    const newest = await requireScheme(tx, schemes, c.req.param('scheme') ?? '');
    const { id: schemeId, title } = newest.scheme;
    const course = await findCourse(tx, schemeId);
    const cases = course ? await casesOf(tx, course.id) : [];
    const id = c.req.param('case');
    const about = cases.find((each) => each.id === id);
    if (id && !about) throw new NotFound();
    const figures = course && about ? await caseFigures(tx, course.id) : undefined;
    return {
      newest,
      title: inLocale(title),
      schemeId,
      about,
      ofCase: about ? await schemes.load(tx, schemeId, about.schemeVersion) : newest,
      cases,
      answers: (about && figures?.get(about.id)?.answers) ?? 0,
    };
  });
}

function requireCase({ about }: Found): Case {
  if (!about) throw new NotFound();
  return about;
}

async function showCase(c: Visiting, options: TrainingOptions): Promise<Response> {
  const found = await find(c, options);
  const about = requireCase(found);
  const items = rateableItems(found.ofCase.scheme);
  return page(
    c,
    <CaseOfficePage
      visit={c.var.visit}
      schemeId={found.schemeId}
      title={found.title}
      about={about}
      newestVersion={found.newest.scheme.version}
      problems={caseProblems(about, items)}
      distances={distancesOf(items, about.content, {})}
      replacesHeading={found.cases.find(({ id }) => id === about.replacesId)?.heading ?? null}
      answers={found.answers}
    />,
  );
}

function dossierFields({ heading, situation, content }: Case): Readonly<Record<string, string>> {
  const pieces = content.evidence.flatMap((piece, index) => {
    const names = pieceNames(index);
    return [
      [names.on, piece.on],
      [names.source, piece.source],
      [names.what, piece.what],
    ];
  });
  const experts = content.experts.map((name, index) => [expertName(index), name]);
  return Object.fromEntries([['heading', heading], ['situation', situation], ...pieces, ...experts]);
}

async function showDossier(
  c: Visiting,
  options: TrainingOptions,
  given?: Pick<DossierFormView, 'fields' | 'errors' | 'isStale'>,
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { visit } = c.var;
  const { about, schemeId, title } = await find(c, options);
  if (about && about.state !== 'draft')
    return seeOther(c, visit.path(`/training/material/${schemeId}/cases/${about.id}`));
  const filled = about?.content.evidence.length ?? 0;
  const asked = Number(c.req.query('rows'));
  const rows = Math.min(LIMITS.evidence, Math.max(ROWS, filled + 1, Number.isInteger(asked) ? asked : 0));
  const fields = about ? dossierFields(about) : {};
  return page(
    c,
    <DossierFormPage
      visit={visit}
      schemeId={schemeId}
      title={title}
      about={about}
      id={newId()}
      rows={given ? LIMITS.evidence : rows}
      fields={fields}
      errors={{}}
      {...given}
    />,
    status,
  );
}

async function saveDossier(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const { about, schemeId, newest } = await find(c, options);
  const fields = await formFields(c);
  const parsed = parseFields(caseForm, fields);
  if (!parsed.ok) return showDossier(c, options, { fields, errors: parsed.errors }, 422);
  const content = withDossier(about?.content ?? EMPTY_CASE, fields);
  const id = about?.id ?? (isId(fields.id ?? '') ? (fields.id ?? '') : newId());
  const given = { ...parsed.value, id, content };
  try {
    await visit.db.write<unknown>((tx) =>
      about
        ? saveCase(tx, visit.actor, { ...given, revision: Number(fields.revision) })
        : createCase(tx, visit.actor, {
            ...given,
            schemeId,
            schemeVersion: newest.scheme.version,
            replacesId: null,
          }),
    );
  } catch (error) {
    if (error instanceof Conflict && about?.state === 'draft')
      return showDossier(c, options, { fields, errors: {}, isStale: true }, 409);
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showDossier(c, options, { fields, errors: { [error.field]: error.message } }, 422);
  }
  const address = visit.path(`/training/material/${schemeId}/cases/${id}`);
  if (fields.then === 'rows')
    return seeOther(c, `${address}/dossier?rows=${content.evidence.length + ROWS}`, office.saved());
  return seeOther(c, `${address}/ratings`, office.saved());
}

async function showRatings(
  c: Visiting,
  options: TrainingOptions,
  given: { readonly fields?: Readonly<Record<string, string>>; readonly isStale?: boolean } = {},
): Promise<Response> {
  const { visit } = c.var;
  const found = await find(c, options);
  const about = requireCase(found);
  if (about.state !== 'draft')
    return seeOther(c, visit.path(`/training/material/${found.schemeId}/cases/${about.id}`));
  const stored = Object.fromEntries(
    about.content.ratings.flatMap(({ item, expert, level, reason }) => [
      [ratingLevel(item, expert), level],
      [ratingReason(item, expert), reason],
    ]),
  );
  return page(
    c,
    <RatingsFormPage
      visit={visit}
      schemeId={found.schemeId}
      about={about}
      parts={rateableParts(found.ofCase.scheme)}
      fields={stored}
      {...given}
    />,
    given.isStale ? 409 : 200,
  );
}

async function saveRatings(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const found = await find(c, options);
  const about = requireCase(found);
  const fields = await formFields(c);
  const { heading, situation, content, id } = about;
  const ratings = ratingsIn(fields, rateableItems(found.ofCase.scheme), content.experts.length);
  try {
    await visit.db.write((tx) =>
      saveCase(tx, visit.actor, {
        id,
        heading,
        situation,
        content: { ...content, ratings },
        revision: Number(fields.revision),
      }),
    );
  } catch (error) {
    if (!(error instanceof Conflict) || about.state !== 'draft') throw error;
    return showRatings(c, options, { fields, isStale: true });
  }
  return seeOther(c, visit.path(`/training/material/${found.schemeId}/cases/${id}`), office.saved());
}

async function publish(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const found = await find(c, options);
  const about = requireCase(found);
  const address = visit.path(`/training/material/${found.schemeId}/cases/${about.id}`);
  const items = rateableItems(found.ofCase.scheme);
  const isWhole = (each: Case) => caseProblems(each, items).length === 0;
  // What is lacking stands on the page of the case.
  if (about.state === 'draft' && !isWhole(about)) return seeOther(c, address, office.caseNotReady());
  await visit.db.write((tx) => decideOnCase(tx, visit.actor, { id: about.id, act: 'publish', isWhole }));
  return seeOther(c, visit.path(`/training/material/${found.schemeId}`), office.publishedFlash());
}

async function withdraw(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const found = await find(c, options);
  await visit.db.write((tx) => decideOnCase(tx, visit.actor, { id: requireCase(found).id, act: 'withdraw' }));
  return seeOther(c, visit.path(`/training/material/${found.schemeId}`), office.withdrawnFlash());
}

/** A draft with everything of the published case, by the newest version of the scheme; one at a time. */
async function newVersion(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const found = await find(c, options);
  const about = requireCase(found);
  if (about.state !== 'published') throw new Conflict(office.changedElsewhere());
  const base = visit.path(`/training/material/${found.schemeId}/cases`);
  const items = rateableItems(found.newest.scheme);
  const ratings = about.content.ratings.filter(({ item, level }) =>
    items.get(item)?.levels.some(({ code }) => code === level),
  );
  const id = await visit.db.write((tx) =>
    createCase(tx, visit.actor, {
      id: newId(),
      schemeId: found.schemeId,
      schemeVersion: found.newest.scheme.version,
      heading: about.heading,
      situation: about.situation,
      content: { ...about.content, ratings },
      replacesId: about.id,
    }),
  );
  return seeOther(c, `${base}/${id}`);
}
