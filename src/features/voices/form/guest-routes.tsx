/**
 * The form for somebody without an account: the code in the address is the right to it, and there is no session. A
 * link that opens nothing is answered the same whatever the reason. Pages ask no other site for anything; the address
 * does not travel on either (`referrer-policy: same-origin`, like every page; with `no-referrer` browsers would hide
 * where the form itself comes from).
 */
import { type Context, Hono } from 'hono';
import { type Accounts, addressOf, networkOf } from '#features/accounts/index.ts';
import { todayIn } from '#platform/clock/clock.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import type { Chrome } from '#ui/layout.tsx';
import { requestOfCode } from './asked.ts';
import { guestHash, guestPath, readGuestCode } from './code.ts';
import { guessLimit } from './guess-limit.ts';
import { formHandlers } from './handlers.tsx';
import type { FormOptions, Seat } from './load.ts';
import { GonePage, GuestDeclinedPage, GuestThanksPage, TooManyPage } from './pages/end-pages.tsx';
import { refusalHandlers } from './refusal.tsx';
import { text } from './text.ts';

export interface GuestOptions extends FormOptions {
  readonly accounts: Accounts;
}

/** Environment of the public routes: the frame of the page is known, a person is not. */
type PublicEnv = { Variables: { chrome: Chrome; requestId: string } };
type Handler = (c: Context, seat: Seat) => Promise<Response>;

const FORM = '/voices/:agency/:code';

export function guestFormRoutes(options: GuestOptions): Hono<PublicEnv> {
  const routes = new Hono<PublicEnv>();
  const limit = guessLimit();
  const gone = (c: Context<PublicEnv>) => page(c, <GonePage chrome={c.var.chrome} />, 404);
  const form = formHandlers(options, {
    closed: (c) => gone(c),
    thanks: (c) => seeOther(c, '/voices/thanks'),
    left: (c, seat) => seeOther(c, seat.base, text.guestSavedForLater()),
  });
  const refusal = refusalHandlers(options, form.opened, {
    declined: (c) => seeOther(c, '/voices/declined'),
  });
  const seated = (handler: Handler) => async (c: Context<PublicEnv>) => {
    const { accounts } = options;
    const now = accounts.database.clock();
    const network = networkOf(addressOf(accounts, c));
    if (limit.isOver(network, now)) return page(c, <TooManyPage chrome={c.var.chrome} />, 429);
    c.header('x-robots-tag', 'noindex');
    const seat = await seatOf(options, c, now);
    if (seat) return handler(c, seat);
    limit.countWrong(network, now);
    return gone(c);
  };
  routes.get('/voices/thanks', (c) => page(c, <GuestThanksPage chrome={c.var.chrome} />));
  routes.get('/voices/declined', (c) => page(c, <GuestDeclinedPage chrome={c.var.chrome} />));
  routes.get(FORM, seated(form.show));
  routes.post(`${FORM}/draft`, seated(form.save));
  routes.get(`${FORM}/review`, seated(form.review));
  routes.post(`${FORM}/answer`, seated(form.send));
  routes.get(`${FORM}/refusal`, seated(refusal.show));
  routes.post(`${FORM}/refusal`, seated(refusal.refuse));
  return routes;
}

/** Undefined for a code that belongs to no request; one that is spent or over is found and closed. */
async function seatOf(
  { accounts }: GuestOptions,
  c: Context<PublicEnv>,
  now: Date,
): Promise<Seat | undefined> {
  const code = readGuestCode(c.req.param('code') ?? '');
  if (!code) return undefined;
  const agency = await accounts.database.shared
    .selectFrom('agencies')
    .select(['id', 'code', 'name', 'zone', 'is_sample'])
    .where('code', '=', c.req.param('agency') ?? '')
    .executeTakeFirst();
  if (!agency) return undefined;
  const db = accounts.database.forAgency(agency.id);
  const hash = guestHash(code);
  if (!(await db.read((tx) => requestOfCode(tx, hash)))) return undefined;
  return {
    db,
    chrome: { ...c.var.chrome, agency: { name: agency.name, path: '/', isSample: agency.is_sample } },
    agencyName: agency.name,
    today: todayIn(agency.zone, now),
    base: guestPath(agency.code, code),
    actor: undefined,
    // A guest sees nothing of the record.
    logReading: async () => undefined,
    find: (tx) => requestOfCode(tx, hash),
  };
}
