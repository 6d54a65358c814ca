/** `/training/material`: the courses an officer keeps, their lessons and the order of both. */
import { type Context, Hono } from 'hono';
import { isAgencyOfficer, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { casesOf } from '../course/cases.ts';
import { type Lesson, lessonsOf } from '../course/lessons.ts';
import { findCourse, requireScheme, ruleOf, schemesWithCourse } from '../course/queries.ts';
import { keepUpload, sendFile, uploadLimit } from '../files.ts';
import type { TrainingOptions } from '../options.ts';
import { office } from '../text-office.ts';
import { createLesson, decideOnLesson, moveInCourse, saveLesson } from './commands.ts';
import { CourseMaterialPage } from './course-page.tsx';
import { lessonForm } from './forms.ts';
import { LessonFormPage, type LessonFormView } from './lesson-pages.tsx';
import { MaterialListPage } from './list-page.tsx';
import { caseFigures, materialCounts } from './queries.ts';

type Visiting = Context<VisitEnv>;
export const MATERIAL = '/training/material/:scheme';
const ONE = `${MATERIAL}/lessons/:lesson{[0-9a-f-]{36}}`;

export function lessonRoutes(options: TrainingOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const limited = uploadLimit((c) =>
    showForm(c, options, { errors: { file: office.fileTooLarge() }, typed: {} }, 422),
  );
  routes.get('/training/material', (c) => showList(c, options));
  routes.get(MATERIAL, (c) => showCourse(c, options));
  routes.get(`${MATERIAL}/lessons/new`, (c) => showForm(c, options));
  routes.post(`${MATERIAL}/lessons`, limited, (c) => save(c, options));
  routes.get(ONE, (c) => showForm(c, options));
  routes.post(ONE, limited, (c) => save(c, options));
  routes.get(`${ONE}/file`, (c) => sendAttachment(c, options));
  routes.post(`${ONE}/publication`, (c) => decideOn(c, 'publish'));
  routes.post(`${ONE}/withdrawal`, (c) => decideOn(c, 'withdraw'));
  routes.post(`${ONE}/position`, (c) => move(c, 'lessons', c.req.param('lesson')));
  return routes;
}

/** Materials belong to officers of the whole agency; to others the pages are known and closed. */
export function requireEditor({ var: { visit } }: Visiting): void {
  if (!isAgencyOfficer(visit.actor)) throw new NotAllowed();
}

async function showList(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const lines = await visit.db.read(async (tx) => {
    const lessons = await materialCounts(tx, 'training_lessons');
    const cases = await materialCounts(tx, 'training_cases');
    const none = { published: 0, drafts: 0 };
    return [...(await schemesWithCourse(tx, schemes)).values()].map(({ scheme }) => ({
      schemeId: scheme.id,
      title: inLocale(scheme.title),
      asks: ruleOf(scheme).asks,
      lessons: lessons.get(scheme.id) ?? none,
      cases: cases.get(scheme.id) ?? none,
    }));
  });
  return page(c, <MaterialListPage visit={visit} lines={lines} />);
}

async function showCourse(c: Visiting, { schemes }: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const view = await visit.db.read(async (tx) => {
    const { scheme } = await requireScheme(tx, schemes, c.req.param('scheme') ?? '');
    const course = await findCourse(tx, scheme.id);
    return {
      schemeId: scheme.id,
      title: inLocale(scheme.title),
      rule: ruleOf(scheme),
      lessons: course ? await lessonsOf(tx, course.id) : [],
      cases: course ? await casesOf(tx, course.id) : [],
      figures: course ? await caseFigures(tx, course.id) : new Map(),
    };
  });
  return page(c, <CourseMaterialPage visit={visit} {...view} />);
}

/** The lesson of the address in the course of the address; undefined where a new one is written. */
async function lessonOf(c: Visiting, tx: Tx, schemeId: string): Promise<Lesson | undefined> {
  const id = c.req.param('lesson');
  if (!id) return undefined;
  const course = await findCourse(tx, schemeId);
  const lesson = course && (await lessonsOf(tx, course.id)).find((each) => each.id === id);
  if (!lesson) throw new NotFound();
  return lesson;
}

async function showForm(
  c: Visiting,
  { schemes }: TrainingOptions,
  given: Pick<LessonFormView, 'errors' | 'typed' | 'isStale'> = { errors: {}, typed: {} },
  status: 200 | 409 | 422 = 200,
): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const view = await visit.db.read(async (tx) => {
    const { scheme } = await requireScheme(tx, schemes, c.req.param('scheme') ?? '');
    return {
      schemeId: scheme.id,
      title: inLocale(scheme.title),
      lesson: await lessonOf(c, tx, scheme.id),
    };
  });
  return page(c, <LessonFormPage visit={visit} id={newId()} {...view} {...given} />, status);
}

async function save(c: Visiting, options: TrainingOptions): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const { schemeId, lesson } = await visit.db.read(async (tx) => {
    const { scheme } = await requireScheme(tx, options.schemes, c.req.param('scheme') ?? '');
    return { schemeId: scheme.id, lesson: await lessonOf(c, tx, scheme.id) };
  });
  const body = await c.req.parseBody();
  const fields = await formFields(c);
  const parsed = parseFields(lessonForm, fields);
  if (!parsed.ok) return showForm(c, options, { errors: parsed.errors, typed: fields }, 422);
  const file = await keepUpload(visit, options.files, body.file);
  if (!file.ok) return showForm(c, options, { errors: { file: file.error }, typed: fields }, 422);
  const fileId = file.id ?? (fields.dropFile ? null : undefined);
  const id = lesson?.id ?? (isId(fields.id ?? '') ? (fields.id ?? '') : newId());
  const given = { id, ...parsed.value, fileId };
  try {
    await visit.db.write((tx) =>
      lesson
        ? saveLesson(tx, visit.actor, { ...given, revision: Number(fields.revision) })
        : createLesson(tx, visit.actor, { ...given, schemeId }),
    );
  } catch (error) {
    if (error instanceof Conflict && lesson)
      return showForm(c, options, { errors: {}, typed: fields, isStale: true }, 409);
    if (!(error instanceof Refusal) || !error.field) throw error;
    return showForm(c, options, { errors: { [error.field]: error.message }, typed: fields }, 422);
  }
  return seeOther(c, visit.path(`/training/material/${schemeId}/lessons/${id}`), office.saved());
}

async function sendAttachment(c: Visiting, options: TrainingOptions): Promise<Response> {
  requireEditor(c);
  return sendFile(
    c,
    options.files,
    async (tx) => (await lessonOf(c, tx, c.req.param('scheme') ?? ''))?.file?.id,
  );
}

async function decideOn(c: Visiting, act: 'publish' | 'withdraw'): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const schemeId = c.req.param('scheme') ?? '';
  const lesson = await visit.db.read((tx) => lessonOf(c, tx, schemeId));
  await visit.db.write((tx) => decideOnLesson(tx, visit.actor, { id: lesson?.id ?? '', act }));
  return seeOther(
    c,
    visit.path(`/training/material/${schemeId}`),
    act === 'publish' ? office.publishedFlash() : office.withdrawnFlash(),
  );
}

export async function move(
  c: Visiting,
  what: 'lessons' | 'cases',
  id: string | undefined,
): Promise<Response> {
  const { visit } = c.var;
  requireEditor(c);
  const schemeId = c.req.param('scheme') ?? '';
  const { by } = await formFields(c);
  await visit.db.write(async (tx) => {
    if (!(await findCourse(tx, schemeId))) throw new NotFound();
    await moveInCourse(tx, visit.actor, { schemeId, what, id: id ?? '', by: by === 'up' ? 'up' : 'down' });
  });
  return seeOther(c, visit.path(`/training/material/${schemeId}`));
}
