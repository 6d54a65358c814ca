/** What a signed-in person is asked, and the form. Nobody but the rater finds a request here, no officer either. */
import { type Context, Hono } from 'hono';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import { logAccess } from '#features/periods/index.ts';
import { NotFound } from '#platform/errors.ts';
import { isAutosave, page, seeOther } from '#platform/web/respond.ts';
import { askedOfPerson, requestOfPerson, standingOf } from './asked.ts';
import { formHandlers, type Ways } from './handlers.tsx';
import { type FormOptions, questionsAsked, type Seat } from './load.ts';
import { StandingPage } from './pages/end-pages.tsx';
import { type AskedLine, ListPage } from './pages/list-page.tsx';
import { refusalHandlers } from './refusal.tsx';
import { text } from './text.ts';
import { text as reviewText } from './text-review.ts';

const FORM = '/voices/:request{[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}}';

export function formRoutes(options: FormOptions): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const ways: Ways = {
    closed: (c: Context<VisitEnv>, seat, view) => {
      if (!view || view.standing === 'open') throw new NotFound();
      if (isAutosave(c)) return c.body(null, 409);
      // What was sent too late, or twice, leads to the page that says how it stands.
      if (c.req.method === 'POST') return seeOther(c, seat.base);
      return standingPage(c, seat, view.asked, view.standing);
    },
    thanks: (c, seat) => seeOther(c, seat.base),
    left: (c: Context<VisitEnv>) => seeOther(c, c.var.visit.path('/voices'), text.savedForLater()),
  };
  const form = formHandlers(options, ways);
  const refusal = refusalHandlers(options, form.opened, { declined: (c, seat) => seeOther(c, seat.base) });
  routes.get('/voices', (c) => showList(c, options));
  routes.get(FORM, (c) => form.show(c, seatOf(c)));
  routes.post(`${FORM}/draft`, (c) => form.save(c, seatOf(c)));
  routes.get(`${FORM}/review`, (c) => form.review(c, seatOf(c)));
  routes.post(`${FORM}/answer`, (c) => form.send(c, seatOf(c)));
  routes.get(`${FORM}/refusal`, (c) => refusal.show(c, seatOf(c)));
  routes.post(`${FORM}/refusal`, (c) => refusal.refuse(c, seatOf(c)));
  return routes;
}

function seatOf(c: Context<VisitEnv>): Seat {
  const { visit } = c.var;
  const id = c.req.param('request') ?? '';
  return {
    db: visit.db,
    chrome: visit.chrome,
    agencyName: visit.agency.name,
    today: visit.today,
    base: visit.path(`/voices/${id}`),
    actor: visit.actor,
    logReading: (personId) => logOnceADay(visit, personId),
    find: (tx) => requestOfPerson(tx, visit.actor.personId, id),
  };
}

/** A form has many pages; that the progress beside its questions was read is said once. */
async function logOnceADay(visit: Visit, personId: string): Promise<void> {
  const since = new Date(visit.now.getTime() - 24 * 60 * 60 * 1000);
  const known = await visit.db.read((tx) =>
    tx.db
      .selectFrom('access_log')
      .select('id')
      .where('agency_id', '=', tx.agencyId)
      .where('person_id', '=', personId)
      .where('actor_id', '=', visit.actor.personId)
      .where('what', '=', 'progress')
      .where('at', '>', since)
      .limit(1)
      .executeTakeFirst(),
  );
  if (!known) await logAccess(visit, personId, 'progress');
}

async function showList(c: Context<VisitEnv>, { schemes }: FormOptions): Promise<Response> {
  const { visit } = c.var;
  const lines = await visit.db.read(async (tx) => {
    const asked = await askedOfPerson(tx, visit.actor.personId);
    const all: AskedLine[] = [];
    for (const each of asked) {
      const standing = standingOf(each, visit.today);
      // How long it takes is said of what still waits.
      const questions =
        standing === 'open'
          ? await questionsAsked(
              tx,
              each,
              (await schemes.load(tx, each.scheme.id, each.scheme.version)).scheme,
            )
          : [];
      all.push({
        asked: each,
        standing,
        questions: questions.length,
        href: visit.path(`/voices/${each.id}`),
      });
    }
    return all;
  });
  return page(c, <ListPage chrome={visit.chrome} lines={lines} />);
}

async function standingPage(
  c: Context<VisitEnv>,
  seat: Seat,
  asked: Parameters<typeof StandingPage>[0]['asked'],
  standing: Parameters<typeof StandingPage>[0]['standing'],
): Promise<Response> {
  const { visit } = c.var;
  const all = await visit.db.read((tx) => askedOfPerson(tx, visit.actor.personId));
  const waiting = all.find((each) => standingOf(each, visit.today) === 'open');
  const next = waiting
    ? { href: visit.path(`/voices/${waiting.id}`), label: reviewText.nextOne() }
    : { href: visit.path('/voices'), label: reviewText.backToList() };
  return page(c, <StandingPage chrome={seat.chrome} asked={asked} standing={standing} next={next} />);
}
