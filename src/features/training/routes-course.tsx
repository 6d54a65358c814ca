/** `/training` and what lies below it for whoever takes a course: lessons, cases, the comparison, habits. */
import { type Context, Hono } from 'hono';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { certificatesOf } from './certificates.ts';
import { beginCase, readLesson, saveRatings, sendRatings, type Taker } from './commands/take-course.ts';
import { type Attempt, requireOwnAttempt } from './course/attempts.ts';
import { type Case, casesById } from './course/cases.ts';
import { appraisedSchemes, progressOf } from './course/progress.ts';
import { courseById, courseView, requireScheme, schemesWithCourse } from './course/queries.ts';
import { isDue, passedCases } from './cycle.ts';
import { distancesOf } from './distance.ts';
import { sendFile } from './files.ts';
import { LIMITS, type Ratings } from './model.ts';
import type { TrainingOptions } from './options.ts';
import { askedParts, CasePage, type CasePageView, levelName, reasonName } from './pages/case-page.tsx';
import { ComparisonPage } from './pages/comparison-page.tsx';
import { CoursePage } from './pages/course-page.tsx';
import { LessonPage } from './pages/lesson-page.tsx';
import { type CourseInBrief, TrainingPage } from './pages/training-page.tsx';
import { type RateablePart, rateableItems, rateableParts } from './rateable.ts';
import { text } from './text.ts';
import { placesOf } from './workshops/queries.ts';

type Visiting = Context<VisitEnv>;
const COURSE = '/training/courses/:scheme';

export function courseRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/training', (c) => showTraining(c, options));
  routes.get(COURSE, (c) => showCourse(c, options));
  routes.get(`${COURSE}/lessons/:lesson`, (c) => showLesson(c, options));
  routes.get(`${COURSE}/lessons/:lesson/file`, (c) => sendAttachment(c, options));
  routes.post(`${COURSE}/lessons/:lesson/reading`, (c) => markRead(c, options));
  routes.post(`${COURSE}/cases`, (c) => begin(c, options));
  routes.get('/training/cases/:attempt', (c) => showCase(c, options));
  routes.post('/training/cases/:attempt', (c) => save(c, options));
  routes.post('/training/cases/:attempt/sending', (c) => send(c, options));
  return routes;
}

export function takerOf({ var: { visit } }: Visiting): Taker {
  return { personId: visit.actor.personId, today: visit.today, zone: visit.agency.zone };
}

async function showTraining(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const taker = takerOf(c);
  const view = await visit.db.read(async (tx) => {
    const all = await schemesWithCourse(tx, schemes);
    const appraised = await appraisedSchemes(tx, taker.personId);
    const courses: CourseInBrief[] = [];
    let hasSent = false;
    for (const [schemeId, { scheme }] of all) {
      const course = await courseView(tx, scheme, taker);
      if (!course || (course.lessons.length === 0 && course.cases.length === 0)) continue;
      hasSent ||= course.attempts.some(({ state }) => state === 'sent');
      courses.push({
        schemeId,
        title: inLocale(scheme.title),
        rule: course.rule,
        progress: progressOf(course.standing),
        isAppraiser: appraised.has(schemeId),
        mayRenew: course.standing.held !== undefined && isDue(course.standing),
      });
    }
    return {
      courses,
      hasSent,
      certificates: await certificatesOf(tx, taker.personId),
      places: await placesOf(tx, taker.personId),
      titleOf: (id: string) => {
        const found = all.get(id);
        return found ? inLocale(found.scheme.title) : id;
      },
    };
  });
  return page(c, <TrainingPage visit={visit} {...view} />);
}

async function showCourse(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const taker = takerOf(c);
  const view = await visit.db.read(async (tx) => {
    const compiled = await requireScheme(tx, schemes, c.req.param('scheme') ?? '');
    const course = await courseView(tx, compiled.scheme, taker);
    const rated = await casesById(tx, [...new Set(course?.attempts.map(({ caseId }) => caseId))]);
    return {
      compiled,
      view: course,
      headings: new Map([...rated.values()].map(({ id, heading }) => [id, heading])),
      isAppraiser: (await appraisedSchemes(tx, taker.personId)).has(compiled.scheme.id),
    };
  });
  return page(c, <CoursePage visit={visit} {...view} />);
}

/** The lessons of the course that may be read, and the one of the address among them. */
async function openLesson(c: Visiting, { schemes }: TrainingOptions) {
  const { visit } = c.var;
  return visit.db.read(async (tx) => {
    const { scheme } = await requireScheme(tx, schemes, c.req.param('scheme') ?? '');
    const course = await courseView(tx, scheme, takerOf(c));
    const lesson = course?.lessons.find(({ id }) => id === c.req.param('lesson'));
    if (!course || !lesson) throw new NotFound();
    return { scheme, course, lesson };
  });
}

async function showLesson(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { scheme, course, lesson } = await openLesson(c, options);
  return page(
    c,
    <LessonPage
      visit={c.var.visit}
      courseTitle={text.courseOf({ scheme: inLocale(scheme.title) })}
      schemeId={scheme.id}
      lessons={course.lessons}
      lesson={lesson}
    />,
  );
}

async function sendAttachment(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { lesson } = await openLesson(c, options);
  return sendFile(c, options.files, async () => lesson.file?.id);
}

/** On to the next lesson not read, in order; after the last one back to the course, where the cases wait. */
async function markRead(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const { scheme, course, lesson } = await openLesson(c, options);
  await visit.db.write((tx) => readLesson(tx, visit.actor.personId, lesson.id));
  const index = course.lessons.findIndex(({ id }) => id === lesson.id);
  const base = `/training/courses/${scheme.id}`;
  const next =
    course.lessons[index + 1] ?? course.lessons.find((each) => !each.lastReadAt && each.id !== lesson.id);
  return seeOther(c, visit.path(next ? `${base}/lessons/${next.id}` : base));
}

async function begin(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  const compiled = await visit.db.read((tx) => requireScheme(tx, schemes, c.req.param('scheme') ?? ''));
  const id = await visit.db.write((tx) => beginCase(tx, compiled, takerOf(c)));
  return seeOther(c, visit.path(`/training/cases/${id}`));
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
  view: Pick<CasePageView, 'ratings' | 'errors'>,
  status: 200 | 422 = 200,
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
  const revision = await visit.db.write((tx) => saveRatings(tx, visit.actor.personId, given));
  if (isAutosave(c)) return savedDraft(c, revision);
  return seeOther(c, visit.path(`/training/courses/${open.schemeId}`), text.savedFlash());
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
  return seeOther(c, address);
}
