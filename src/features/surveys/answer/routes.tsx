/** `/s/:agency/:code`: what a citizen opens with a poster's or a receipt's code. No account, nothing kept before sending. */
import { type Context, Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import { getCookie, setCookie } from 'hono/cookie';
import type { Agency } from '#features/people/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import type { AgencyDb, Database } from '#platform/database/database.ts';
import { NotFound } from '#platform/errors.ts';
import { formatDate } from '#platform/locale/format.ts';
import { isLocale, withLocale } from '#platform/locale/locale.ts';
import { readCode } from '#platform/printed-code.ts';
import { formFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { Chrome } from '#ui/layout.tsx';
import { TOKEN_CODE } from '../tokens/commands.ts';
import { type Door, doorOf } from './door.ts';
import { countMark, OPEN_ANSWERS_AN_HOUR, WRONG_CODES_AN_HOUR } from './limits.ts';
import { AnswerPage, CodeField, type Place, SayingPage } from './pages.tsx';
import { contentOf, emptySheet, missingOf, questionsOf, readSheet, type Sheet } from './sheet.ts';
import { isTaken, submitAnswer } from './submit.ts';
import { text } from './text.ts';

export type CitizenEnv = { Variables: { chrome: Chrome } };

export interface PublicSurveyOptions {
  readonly database: Database;
  readonly findAgency: (code: string) => Promise<Agency | undefined>;
  /** The address that a request came from; only ever hashed. */
  readonly addressOf: (c: Context) => string;
}

export interface Visiting {
  readonly agency: Agency;
  readonly db: AgencyDb;
  readonly today: string;
  readonly now: Date;
}

const LARGEST_FORM = 64 * 1024;
const YEAR = 365 * 24 * 60 * 60;

type FormDoor = Extract<Door, { kind: 'form' }>;

export function answerRoutes(options: PublicSurveyOptions): Hono<CitizenEnv> {
  const routes = new Hono<CitizenEnv>();
  routes.get('/s/:agency/:code', (c) => show(c, options));
  routes.post(
    '/s/:agency/:code',
    bodyLimit({ maxSize: LARGEST_FORM, onError: (c) => c.text(text.tooLarge(), 413) }),
    (c) => answer(c, options),
  );
  routes.get('/s/:agency/:code/thanks', (c) => thank(c, options));
  return routes;
}

export async function visitOf(
  c: Context<CitizenEnv>,
  { database, findAgency }: PublicSurveyOptions,
): Promise<Visiting> {
  const agency = await findAgency(c.req.param('agency') ?? '');
  if (!agency) throw new NotFound();
  const now = database.clock();
  return { agency, db: database.forAgency(agency.id), today: todayIn(agency.zone, now), now };
}

const placeOf = (c: Context<CitizenEnv>, { agency }: Visiting): Place => ({ chrome: c.var.chrome, agency });
const codeOf = (c: Context<CitizenEnv>) => readCode(c.req.param('code') ?? '').slice(0, 40);
const cookieOf = (door: FormDoor) => `survey-${door.counter.code}`;

async function show(c: Context<CitizenEnv>, options: PublicSurveyOptions): Promise<Response> {
  const visit = await visitOf(c, options);
  const door = await visit.db.read((tx) => doorOf(tx, codeOf(c), visit.today));
  if (!door) return unknownCode(c, options, visit);
  if (door.kind !== 'form') return closedDoor(c, visit, door);
  if (hasAnsweredToday(c, visit, door)) return answeredToday(c, visit, door);
  return screen(c, visit, door, emptySheet(c.req.query('form') === 'long'));
}

function screen(
  c: Context<CitizenEnv>,
  visit: Visiting,
  door: FormDoor,
  sheet: Sheet,
  isRefused = false,
): Response {
  const action = `/s/${visit.agency.code}/${codeOf(c)}`;
  const { round, counter } = door;
  return page(
    c,
    <AnswerPage {...placeOf(c, visit)} {...{ round, counter, sheet, action, isRefused }} />,
    isRefused ? 422 : 200,
  );
}

/** One screen on: an answer that was pressed, a way back, another language, or everything sent. */
async function answer(c: Context<CitizenEnv>, options: PublicSurveyOptions): Promise<Response> {
  const visit = await visitOf(c, options);
  const fields = await formFields(c);
  const door = await visit.db.read((tx) => doorOf(tx, codeOf(c), visit.today));
  if (!door) return unknownCode(c, options, visit);
  if (door.kind !== 'form') {
    // The same form pressed twice: whoever looks at the page sees that the answer counts.
    const isOwn = door.kind === 'used' && (await visit.db.read((tx) => isTaken(tx, fields.id ?? '')));
    return isOwn ? seeOther(c, thanksPath(c, visit)) : closedDoor(c, visit, door);
  }
  if (hasAnsweredToday(c, visit, door)) return answeredToday(c, visit, door);
  const sheet = readSheet(door.round, fields);
  if (isLocale(fields.locale)) {
    setCookie(c, 'locale', fields.locale, { path: '/', maxAge: YEAR, httpOnly: true, sameSite: 'Lax' });
    return withLocale(fields.locale, () => screen(c, visit, door, sheet));
  }
  if (fields.go === 'send') return send(c, options, visit, door, sheet);
  return screen(c, visit, door, stepOn(door, sheet, fields.go));
}

function stepOn({ round }: FormDoor, sheet: Sheet, go: string | undefined): Sheet {
  const last = questionsOf(round).length;
  if (go === 'long') return { ...sheet, isLong: true, at: 0 };
  if (sheet.isLong) return { ...sheet, at: 0 };
  return { ...sheet, at: go === 'back' ? Math.max(-1, sheet.at - 1) : Math.min(last, sheet.at + 1) };
}

async function send(
  c: Context<CitizenEnv>,
  options: PublicSurveyOptions,
  visit: Visiting,
  door: FormDoor,
  sheet: Sheet,
): Promise<Response> {
  const content = contentOf(door.round, sheet);
  if (!content) {
    const [missing] = missingOf(sheet);
    const at = questionsOf(door.round).findIndex(({ code }) => code === missing);
    return screen(c, visit, door, { ...sheet, at: Math.max(0, at) }, true);
  }
  const { db, today: day } = visit;
  const taken = await db.write(async (tx) => {
    if (door.tokenId === undefined) {
      const what = `open ${door.counter.id}`;
      const address = options.addressOf(c);
      const may = await countMark(tx, { day, address, what, most: OPEN_ANSWERS_AN_HOUR });
      if (!may) return 'busy' as const;
    }
    return submitAnswer(tx, {
      ...content,
      id: sheet.id,
      roundId: door.round.id,
      counterId: door.counter.id,
      tokenId: door.tokenId,
      day,
      minute: minuteOf(visit),
    });
  });
  if (taken === 'busy') return busy(c, visit);
  if (taken !== 'taken') return closedDoor(c, visit, { kind: taken, counter: door.counter });
  if (door.tokenId === undefined)
    setCookie(c, cookieOf(door), day, {
      path: `/s/${visit.agency.code}`,
      maxAge: 24 * 60 * 60,
      httpOnly: true,
      sameSite: 'Lax',
    });
  return seeOther(c, thanksPath(c, visit));
}

/** Minutes since midnight on the agency's clock. */
function minuteOf({ agency, now }: Visiting): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    timeZone: agency.zone,
  })
    .format(now)
    .split(':')
    .map(Number);
  return hour * 60 + minute;
}

function thanksPath(c: Context<CitizenEnv>, { agency }: Visiting): string {
  return `/s/${agency.code}/${codeOf(c)}/thanks`;
}

function hasAnsweredToday(c: Context<CitizenEnv>, visit: Visiting, door: FormDoor): boolean {
  return door.tokenId === undefined && getCookie(c, cookieOf(door)) === visit.today;
}

async function thank(c: Context<CitizenEnv>, options: PublicSurveyOptions): Promise<Response> {
  const visit = await visitOf(c, options);
  const door = await visit.db.read((tx) => doorOf(tx, codeOf(c), visit.today));
  if (!door) return unknownCode(c, options, visit);
  const isDone = door.kind === 'used' || (door.kind === 'form' && hasAnsweredToday(c, visit, door));
  if (!isDone) return seeOther(c, `/s/${visit.agency.code}/${codeOf(c)}`);
  const place = door.counter.unitName;
  return page(
    c,
    <SayingPage {...placeOf(c, visit)} place={place} title={text.thanks()}>
      <p>{text.thanksHint({ place })}</p>
      <p class="soft">{text.closeNow()}</p>
    </SayingPage>,
  );
}

function answeredToday(c: Context<CitizenEnv>, visit: Visiting, door: FormDoor): Response {
  return page(
    c,
    <SayingPage {...placeOf(c, visit)} place={door.counter.unitName} title={text.todayTitle()}>
      <p>{text.today()}</p>
    </SayingPage>,
  );
}

function closedDoor(c: Context<CitizenEnv>, visit: Visiting, door: Exclude<Door, FormDoor>): Response {
  const place = { ...placeOf(c, visit), place: door.counter.unitName };
  switch (door.kind) {
    case 'used':
      return page(
        c,
        <SayingPage {...place} title={text.usedTitle()}>
          <p>{text.used()}</p>
        </SayingPage>,
        410,
      );
    case 'over':
      return page(
        c,
        <SayingPage {...place} title={text.overTitle()}>
          <p>{text.over()}</p>
        </SayingPage>,
        410,
      );
    case 'early':
      return page(
        c,
        <SayingPage {...place} title={text.earlyTitle()}>
          <p>{text.early({ date: formatDate(door.startsOn) })}</p>
        </SayingPage>,
      );
    case 'token-needed':
      return page(
        c,
        <SayingPage {...place} title={text.tokenTitle()}>
          <p>{text.tokenHint({ count: TOKEN_CODE })}</p>
          <CodeField agency={visit.agency} />
        </SayingPage>,
      );
  }
}

/** Codes that do not exist are counted by where they come from: nobody tries them all. */
async function unknownCode(
  c: Context<CitizenEnv>,
  options: PublicSurveyOptions,
  visit: Visiting,
): Promise<Response> {
  const address = options.addressOf(c);
  const mark = { day: visit.today, address, what: 'code', most: WRONG_CODES_AN_HOUR };
  const may = await visit.db.write((tx) => countMark(tx, mark));
  if (!may) return busy(c, visit);
  const typed = codeOf(c);
  return page(
    c,
    <SayingPage {...placeOf(c, visit)} place={visit.agency.name} title={text.wrongTitle()}>
      <p>{text.wrong({ code: typed })}</p>
      <CodeField agency={visit.agency} typed={typed} />
    </SayingPage>,
    404,
  );
}

function busy(c: Context<CitizenEnv>, visit: Visiting): Response {
  return page(
    c,
    <SayingPage {...placeOf(c, visit)} place={visit.agency.name} title={text.busyTitle()}>
      <p>{text.busy()}</p>
    </SayingPage>,
    429,
  );
}
