/** One case as somebody rates it: the form that saves itself, sending it, and the comparison with the experts. */
import { type Context, Hono } from 'hono';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { Conflict, NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { certificatesOf } from './certificates.ts';
import { saveRatings, sendRatings } from './commands/take-course.ts';
import { type Attempt, requireOwnAttempt } from './course/attempts.ts';
import { type Case, casesById } from './course/cases.ts';
import { courseById, courseView, schemesWithCourse } from './course/queries.ts';
import { isDue, passedCases } from './cycle.ts';
import { distancesOf } from './distance.ts';
import { LIMITS, type Ratings } from './model.ts';
import type { TrainingOptions } from './options.ts';
import { askedParts, CasePage, type CasePageView, levelName, reasonName } from './pages/case-page.tsx';
import { ComparisonPage } from './pages/comparison-page.tsx';
import { type RateablePart, rateableItems, rateableParts } from './rateable.ts';
import { takerOf } from './routes-course.tsx';
import { text } from './text.ts';

type Visiting = Context<VisitEnv>;
const ONE = '/training/cases/:attempt';

export function attemptRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(ONE, (c) => showCase(c, options));
  routes.post(ONE, (c) => save(c, options));
  routes.post(`${ONE}/sending`, (c) => send(c, options));
  return routes;
}

interface OpenCase {
  readonly attempt: Attempt;
  readonly about: Case;
  readonly schemeId: string;
  /** The version of the case, and the newest one. */
  readonly ofCase: CompiledScheme;
  readonly newest: CompiledScheme;
}

async function openCase(c: Visiting, { schemes }: TrainingOptions): Promise<OpenCase> {
  const { visit } = c.var;
  return visit.db.read(async (tx) => {
    const attempt = await requireOwnAttempt(tx, visit.actor.personId, c.req.param('attempt') ?? '');
    const about = (await casesById(tx, [attempt.caseId])).get(attempt.caseId);
    if (!about) throw new NotFound();
    const { schemeId } = await courseById(tx, attempt.courseId);
    const ofCase = await schemes.load(tx, schemeId, about.schemeVersion);
    const newest = (await schemesWithCourse(tx, schemes)).get(schemeId) ?? ofCase;
    return { attempt, about, schemeId, ofCase, newest };
  });
}

function partsOf({ ofCase, about }: OpenCase): readonly RateablePart[] {
  return askedParts(rateableParts(ofCase.scheme), about);
}

async function showCase(c: Visiting, options: TrainingOptions): Promise<Response> {
  const open = await openCase(c, options);
  return open.attempt.state === 'sent'
    ? showComparison(c, open)
    : caseForm(c, open, { ratings: open.attempt.ratings, errors: {} });
}

function caseForm(
  c: Visiting,
  open: OpenCase,
  view: Pick<CasePageView, 'ratings' | 'errors' | 'isStale'>,
  status: 200 | 409 | 422 = 200,
): Response {
  const { attempt, about, schemeId, newest } = open;
  const title = text.courseOf({ scheme: inLocale(newest.scheme.title) });
  return page(
    c,
    <CasePage
      visit={c.var.visit}
      courseTitle={title}
      schemeId={schemeId}
      about={about}
      attempt={attempt}
      parts={partsOf(open)}
      {...view}
    />,
    status,
  );
}

async function showComparison(c: Visiting, open: OpenCase): Promise<Response> {
  const { visit } = c.var;
  const { attempt, about, schemeId, ofCase, newest } = open;
  const { course, certificates } = await visit.db.read(async (tx) => ({
    course: await courseView(tx, newest.scheme, takerOf(c)),
    certificates: await certificatesOf(tx, visit.actor.personId),
  }));
  const given = certificates.find(
    (each) => each.schemeId === schemeId && each.givenAt.getTime() === attempt.sentAt?.getTime(),
  );
  const togo = course && isDue(course.standing) ? course.rule.cases - passedCases(course.standing).size : 0;
  return page(
    c,
    <ComparisonPage
      visit={visit}
      courseTitle={text.courseOf({ scheme: inLocale(newest.scheme.title) })}
      schemeId={schemeId}
      about={about}
      attempt={attempt}
      distances={distancesOf(rateableItems(ofCase.scheme), about.content, attempt.ratings)}
      casesToGo={Math.max(0, togo)}
      certificateId={given?.id ?? null}
    />,
  );
}

/** What was chosen for the asked items; anything else in the form is left out. */
function ratingsIn(fields: Readonly<Record<string, string>>, parts: readonly RateablePart[]): Ratings {
  const ratings: Ratings = {};
  for (const item of parts.flatMap(({ items }) => items)) {
    const level = fields[levelName(item.key)] ?? '';
    const reason = (fields[reasonName(item.key)] ?? '').trim().slice(0, LIMITS.reason);
    const known = item.levels.some(({ code }) => code === level) ? level : '';
    if (known || reason) ratings[item.key] = { level: known, reason };
  }
  return ratings;
}

async function save(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const open = await openCase(c, options);
  const fields = await formFields(c);
  const given = {
    id: open.attempt.id,
    revision: Number(fields.revision),
    ratings: ratingsIn(fields, partsOf(open)),
  };
  try {
    const revision = await visit.db.write((tx) => saveRatings(tx, visit.actor.personId, given));
    if (isAutosave(c)) return savedDraft(c, revision);
  } catch (error) {
    return staleForm(c, options, given.ratings, error);
  }
  return seeOther(c, visit.path(`/training/courses/${open.schemeId}`), text.savedFlash());
}

/** What was typed stays in the fields, beside what somebody saved meanwhile; the next saving goes on from there. */
async function staleForm(
  c: Visiting,
  options: TrainingOptions,
  ratings: Ratings,
  error: unknown,
): Promise<Response> {
  const open = error instanceof Conflict && !isAutosave(c) ? await openCase(c, options) : undefined;
  if (open?.attempt.state !== 'open') throw error;
  return caseForm(c, open, { ratings, errors: {}, isStale: true }, 409);
}

async function send(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const open = await openCase(c, options);
  const address = visit.path(`/training/cases/${open.attempt.id}`);
  const fields = await formFields(c);
  const parts = partsOf(open);
  const ratings = ratingsIn(fields, parts);
  const missing = parts.flatMap(({ items }) => items).filter(({ key }) => !ratings[key]?.level);
  if (open.attempt.state === 'open' && missing.length > 0) {
    const errors = Object.fromEntries(
      missing.map(({ key, label }) => [levelName(key), text.chooseLevel({ item: label })]),
    );
    return caseForm(c, open, { ratings, errors }, 422);
  }
  try {
    await visit.db.write((tx) =>
      sendRatings(tx, {
        id: open.attempt.id,
        revision: Number(fields.revision),
        ratings,
        taker: takerOf(c),
        issuer: visit.agency.name,
        ofCase: open.ofCase,
        newest: open.newest,
      }),
    );
  } catch (error) {
    return staleForm(c, options, ratings, error);
  }
  return seeOther(c, address);
}
