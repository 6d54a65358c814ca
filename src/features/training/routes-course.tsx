/** `/training` and what lies below it for whoever takes a course: lessons in order, then the next case. */
import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound } from '#platform/errors.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { certificatesOf } from './certificates.ts';
import { beginCase, readLesson, type Taker } from './commands/take-course.ts';
import { casesById } from './course/cases.ts';
import { appraisedSchemes, progressOf } from './course/progress.ts';
import { courseView, requireScheme, schemesWithCourse } from './course/queries.ts';
import { isDue } from './cycle.ts';
import { sendFile } from './files.ts';
import type { TrainingOptions } from './options.ts';
import { CoursePage } from './pages/course-page.tsx';
import { LessonPage } from './pages/lesson-page.tsx';
import { type CourseInBrief, TrainingPage } from './pages/training-page.tsx';
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
