/** `/appraisals/:id/attendance`: one person's days by month, one day, and what is said against it. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { civilDateOf, clockText, countedWords } from '#domain/attendance/index.ts';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { NotAllowed, NotFound, Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { writeCsv } from '#platform/spreadsheet/index.ts';
import { UPLOAD_LIMIT_BYTES } from '#platform/storage/upload.ts';
import { formFields } from '#platform/web/forms.ts';
import { download, page, seeOther } from '#platform/web/respond.ts';
import type { MeasurementOptions } from '../routes.tsx';
import { contestRecord } from './commands.ts';
import { presenceOf } from './components.ts';
import { correctDay } from './correct-day.ts';
import { daysOf, historyOfDay } from './days.ts';
import { readDayForm, type Typed } from './forms.ts';
import { monthOf } from './months.ts';
import { AttendancePage } from './pages/attendance-page.tsx';
import { DayPage } from './pages/day-page.tsx';
import { dayOrigin, dayState } from './pages/words.ts';
import { type KeptProof, keepProof } from './proof.ts';
import { text } from './text.ts';
import { loadAttendance, loadOne } from './view.ts';

type Visiting = Context<VisitEnv>;
const DAY = '/appraisals/:id/attendance/:day';

export function dayRoutes(options: MeasurementOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/attendance', (c) => showMonth(c, options));
  routes.get('/appraisals/:id/attendance.csv', (c) => sendDays(c, options));
  routes.get(DAY, (c) => showDay(c, options));
  routes.post(
    `${DAY}/contests`,
    bodyLimit({
      maxSize: UPLOAD_LIMIT_BYTES + 2 ** 20,
      onError: (c) => showDay(c as Visiting, options, { typed: {}, errors: { files: text.proofTooLarge() } }),
    }),
    (c) => contest(c, options),
  );
  routes.post(`${DAY}/correction`, (c) => correct(c, options));
  return routes;
}

const idOf = (c: Visiting): string => c.req.param('id') ?? '';

function dateIn(c: Visiting): string {
  const written = c.req.param('day') ?? '';
  if (!/^\d{4}-\d{2}-\d{2}$/.test(written) || !civilDateOf(written)) throw new NotFound();
  return written;
}

async function showMonth(c: Visiting, { schemes }: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const asked = { id: idOf(c), month: c.req.query('month') };
  const attendance = await visit.db.read((tx) => loadAttendance(tx, visit, schemes, asked));
  await logAccess(visit, attendance.view.participation.person.id, 'attendance');
  return page(c, <AttendancePage visit={visit} attendance={attendance} />);
}

interface Refused {
  readonly typed: Typed;
  readonly errors: Readonly<Record<string, string | undefined>>;
  readonly kept?: KeptProof | null;
}

async function showDay(c: Visiting, { schemes }: MeasurementOptions, refused?: Refused): Promise<Response> {
  const { visit } = c.var;
  const date = dateIn(c);
  const { attendance, history } = await visit.db.read(async (tx) => {
    const view = await loadAttendance(tx, visit, schemes, { id: idOf(c), month: monthOf(date) });
    const { participation } = view.view;
    if (date < participation.startsOn || date > participation.endsOn) throw new NotFound();
    return { attendance: view, history: await historyOfDay(tx, participation.person.id, date) };
  });
  if (!refused) await logAccess(visit, attendance.view.participation.person.id, 'attendance');
  const current = history.find(({ supersededAt }) => supersededAt === null);
  const isOwn = attendance.view.relations.has('employee');
  const base = visit.path(`/appraisals/${idOf(c)}/attendance/${date}`);
  const form =
    current || !isOwn
      ? {
          action: isOwn ? `${base}/contests` : `${base}/correction`,
          corrects: !isOwn,
          id: refused?.typed.id && isId(refused.typed.id) ? refused.typed.id : newId(),
          recordId: refused?.typed.recordId ?? current?.id ?? '',
          typed: refused?.typed ?? {},
          errors: refused?.errors ?? {},
          kept: refused?.kept ?? null,
        }
      : null;
  return page(
    c,
    <DayPage visit={visit} attendance={attendance} date={date} history={history} form={form} />,
    refused ? 422 : 200,
  );
}

async function contest(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const date = dateIn(c);
  const one = await visit.db.read((tx) => loadOne(tx, visit, options.schemes, idOf(c)));
  const { participation, relations } = one.view;
  if (!relations.has('employee')) throw new NotAllowed();
  const component = presenceOf(one.compiled);
  if (!component || date < participation.startsOn || date > participation.endsOn) throw new NotFound();
  const typed = await formFields(c);
  const { kept, error } = await keepProof(visit, options.files, await c.req.parseBody());
  const read = readDayForm(typed);
  const errors = { ...(read.ok ? {} : read.errors), ...(error ? { files: error } : {}) };
  if (!read.ok || error) return showDay(c, options, { typed, errors, kept });
  const path = visit.path(`/appraisals/${participation.id}/attendance/${date}`);
  try {
    await visit.db.write((tx) =>
      contestRecord(tx, visit.actor, {
        id: typed.id && isId(typed.id) ? typed.id : newId(),
        participation,
        component: component.code,
        recordId: typed.recordId ?? '',
        subject: { kind: 'day', date, proposal: read.proposal },
        reason: read.reason,
        link: read.link,
        fileIds: kept ? [kept.id] : [],
        zone: visit.agency.zone,
        today: visit.today,
      }),
    );
  } catch (failure) {
    if (!(failure instanceof Refusal) || !failure.field) throw failure;
    return showDay(c, options, { typed, errors: { [failure.field]: failure.message }, kept });
  }
  return seeOther(c, path, text.sent());
}

async function correct(c: Visiting, options: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const date = dateIn(c);
  const one = await visit.db.read((tx) => loadOne(tx, visit, options.schemes, idOf(c)));
  const { participation, relations } = one.view;
  if (!relations.has('officer') || relations.has('employee')) throw new NotAllowed();
  if (date < participation.startsOn || date > participation.endsOn || date >= visit.today)
    throw new NotFound();
  const typed = await formFields(c);
  const read = readDayForm(typed);
  if (!read.ok) return showDay(c, options, { typed, errors: read.errors });
  const { proposal, reason } = read;
  await visit.db.write((tx) =>
    correctDay(tx, visit.actor, options.schemes, { participation, date, proposal, reason }),
  );
  const path = visit.path(`/appraisals/${participation.id}/attendance/${date}`);
  return seeOther(c, path, text.correctedDone());
}

/** All days of the appraisal as a file that a spreadsheet opens. */
async function sendDays(c: Visiting, { schemes }: MeasurementOptions): Promise<Response> {
  const { visit } = c.var;
  const { one, days } = await visit.db.read(async (tx) => {
    const found = await loadOne(tx, visit, schemes, idOf(c));
    const { participation } = found.view;
    const span = { from: participation.startsOn, until: participation.endsOn };
    return { one: found, days: await daysOf(tx, [participation.person.id], span) };
  });
  await logAccess(visit, one.view.participation.person.id, 'attendance');
  const settings = presenceOf(one.compiled)?.settings;
  const clock = (minute: number | null) => (minute === null ? '' : clockText(minute));
  const bytes = writeCsv({
    name: text.attendance(),
    columns: [
      text.traceDay(),
      text.state(),
      text.timeIn(),
      text.timeOut(),
      text.minutesLate(),
      text.minutesEarly(),
      text.counts(),
      text.source(),
    ].map((heading) => ({ heading })),
    rows: days.map((day) => [
      day.date,
      dayState(day),
      clock(day.timeIn),
      clock(day.timeOut),
      day.late,
      day.early,
      inLocale(countedWords(day, settings)),
      dayOrigin(day),
    ]),
  });
  const { startsOn, endsOn } = one.view.participation;
  return download(c, new Uint8Array(bytes), {
    name: `presensi-${startsOn}-${endsOn}.csv`,
    mediaType: 'text/csv; charset=utf-8',
  });
}
