/** `/attendance/calendar`: hours, who works by which, days off, and the rules by which attendance is read. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { z } from 'zod';
import { civilDateOf } from '#domain/attendance/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { recordSettings } from '../records/calendar.ts';
import {
  addHolidays,
  assignmentsOf,
  assignSchedule,
  endAssignment,
  holidaysOf,
  removeHoliday,
  saveSchedule,
  saveSettings,
  schedulesOf,
} from './calendar.ts';
import { readHours } from './hours-form.ts';
import type { AttendanceServices } from './job.ts';
import { holidayLines, readList } from './lists.ts';
import { CalendarPage, type RefusedForm } from './pages/calendar-page.tsx';
import { text } from './text-calendar.ts';

type Visiting = Context<VisitEnv>;
const CALENDAR = '/attendance/calendar';

export function calendarRoutes(services: AttendanceServices): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get(CALENDAR, (c) => show(c));
  routes.post(`${CALENDAR}/hours`, saveHours);
  routes.post(`${CALENDAR}/assignments`, (c) => assign(c, services));
  routes.post(`${CALENDAR}/assignments/:assignment/removal`, async (c) => {
    const { visit } = c.var;
    const id = c.req.param('assignment');
    await visit.db.write((tx) => endAssignment(tx, visit.actor, services.schemes, id));
    return done(c, text.assignmentEnded());
  });
  routes.post(
    `${CALENDAR}/holidays`,
    bodyLimit({
      maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
      onError: (c) => show(c as Visiting, { form: 'holidays', typed: {}, errors: { file: text.fileKind() } }),
    }),
    (c) => saveHolidays(c, services),
  );
  routes.post(`${CALENDAR}/holidays/:holiday/removal`, async (c) => {
    const { visit } = c.var;
    const day = z.iso.date().safeParse(c.req.param('holiday'));
    if (!day.success) throw new NotFound();
    await visit.db.write((tx) => removeHoliday(tx, visit.actor, services.schemes, day.data));
    return done(c, text.holidayRemoved());
  });
  routes.post(`${CALENDAR}/settings`, saveRules);
  return routes;
}

const done = (c: Visiting, message: string): Response => seeOther(c, c.var.visit.path(CALENDAR), message);

async function show(c: Visiting, refused?: RefusedForm): Promise<Response> {
  const { visit } = c.var;
  const view = await visit.db.read(async (tx) => ({
    schedules: await schedulesOf(tx),
    assignments: await assignmentsOf(tx),
    holidays: await holidaysOf(tx),
    settings: await recordSettings(tx),
    units: await tx.db
      .selectFrom('units')
      .select(['id', 'name'])
      .where('agency_id', '=', tx.agencyId)
      .where('active_until', 'is', null)
      .orderBy('name')
      .execute(),
  }));
  const ids = { own: newId(), other: newId(), assignment: newId() };
  return page(c, <CalendarPage visit={visit} {...view} ids={ids} refused={refused} />, refused ? 422 : 200);
}

async function saveHours(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const name = (typed.name ?? '').trim().slice(0, 60);
  const read = readHours(typed);
  const errors = { ...(read.ok ? {} : read.errors), ...(name ? {} : { name: text.nameMissing() }) };
  if (!read.ok || !name) return show(c, { form: 'hours', typed, errors });
  const id = typed.id && isId(typed.id) ? typed.id : newId();
  const given = { id, name, isDefault: typed.isDefault === 'yes', pattern: read.pattern };
  return attempt(c, { form: 'hours', typed }, text.hoursSaved(), () =>
    visit.db.write((tx) => saveSchedule(tx, visit.actor, given)),
  );
}

async function assign(c: Visiting, { schemes }: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const date = z.iso.date();
  const from = date.safeParse(typed.from);
  const until = typed.until ? date.safeParse(typed.until) : undefined;
  if (!from.success || until?.success === false)
    return show(c, {
      form: 'assignment',
      typed,
      errors: { [from.success ? 'until' : 'from']: text.dateWrong() },
    });
  const given = {
    id: typed.id && isId(typed.id) ? typed.id : newId(),
    scheduleId: typed.schedule ?? '',
    unitId: typed.unit && isId(typed.unit) ? typed.unit : null,
    nip: (typed.nip ?? '').replace(/\D/g, ''),
    from: from.data,
    lastDay: until?.data ?? null,
  };
  return attempt(c, { form: 'assignment', typed }, text.assigned(), () =>
    visit.db.write((tx) => assignSchedule(tx, visit.actor, schemes, given)),
  );
}

async function saveHolidays(c: Visiting, { schemes }: AttendanceServices): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const lines = holidayLines(typed.lines ?? '');
  if (!lines.ok)
    return show(c, {
      form: 'holidays',
      typed,
      errors: { lines: text.holidayLineWrong({ line: lines.line }) },
    });
  const { file } = await c.req.parseBody();
  const holidays = [...lines.holidays];
  if (file instanceof File && file.size > 0) {
    const list = await readList(file, {
      day: { names: ['tanggal', 'tgl', 'date'] },
      name: { names: ['nama', 'hari libur', 'keterangan', 'name'] },
    });
    if (!list.ok) return show(c, { form: 'holidays', typed, errors: { file: list.why } });
    for (const each of list.rows) {
      const day = civilDateOf(each.text('day'));
      const name = each.text('name').slice(0, 100);
      if (!day || !name) {
        const why = text.listRefused({ row: each.row, why: text.dateWrong() });
        return show(c, { form: 'holidays', typed, errors: { file: why } });
      }
      holidays.push({ day, name });
    }
  }
  if (holidays.length === 0)
    return show(c, {
      form: 'holidays',
      typed,
      errors: { lines: text.holidayLineWrong({ line: '' }) },
    });
  const count = await visit.db.write((tx) => addHolidays(tx, visit.actor, schemes, holidays));
  return done(c, text.holidaysAdded({ count }));
}

async function saveRules(c: Visiting): Promise<Response> {
  const { visit } = c.var;
  const typed = await formFields(c);
  const whole = (name: string, least: number, most: number) => {
    const written = (typed[name] ?? '').trim();
    const value = Number(written);
    return /^\d{1,4}$/.test(written) && value >= least && value <= most ? value : undefined;
  };
  const contestDays = whole('contestDays', 1, 365);
  const missingMinutes = whole('missingMinutes', 0, 1440);
  if (contestDays === undefined || missingMinutes === undefined)
    return show(c, {
      form: 'settings',
      typed,
      errors: {
        ...(contestDays === undefined ? { contestDays: text.contestDaysWrong() } : {}),
        ...(missingMinutes === undefined ? { missingMinutes: text.missingWrong() } : {}),
      },
    });
  await visit.db.write((tx) => saveSettings(tx, visit.actor, { contestDays, missingMinutes }));
  return done(c, text.settingsSaved());
}

/** Does the act; what the user can mend is shown in the form again. */
async function attempt(
  c: Visiting,
  about: Pick<RefusedForm, 'form' | 'typed'>,
  message: string,
  act: () => Promise<void>,
): Promise<Response> {
  try {
    await act();
  } catch (failure) {
    if (!(failure instanceof Refusal) || !failure.field) throw failure;
    return show(c, { ...about, errors: { [failure.field]: failure.message } });
  }
  return done(c, message);
}
