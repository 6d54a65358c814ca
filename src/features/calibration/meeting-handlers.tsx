/** The page of a meeting as each role sees it, and acts that lead back to it. */
import type { Context } from 'hono';
import { findPeople, type VisitEnv } from '#features/people/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Conflict, NotAllowed, Refusal } from '#platform/errors.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { judgesFor } from './agenda/judges.ts';
import { judgedBy } from './judging/judgements.ts';
import { recusalsOf } from './judging/recusals.ts';
import { chairsFor } from './meetings/chairs.ts';
import { type Item, itemsOf } from './meetings/queries.ts';
import { spreadOfMeeting } from './meetings/spread.ts';
import { overseesMeeting, requireMeeting, type Standing } from './meetings/standing.ts';
import type { FormState } from './pages/call-page.tsx';
import { MeetingPage, mayArrange } from './pages/meeting-page.tsx';
import { MemberPage } from './pages/member-page.tsx';

type C = Context<VisitEnv>;
export const NOTHING: FormState = { typed: {}, errors: {} };

export const idOf = (c: C) => c.req.param('id') ?? '';

export async function showMeeting(c: C, form: FormState = NOTHING): Promise<Response> {
  const { visit } = c.var;
  const status = Object.keys(form.errors).length > 0 ? 422 : 200;
  const known = await visit.db.read(async (tx) => {
    const standing = await requireMeeting(tx, visit.actor, idOf(c));
    return { standing, items: await itemsOf(tx, { meetingId: standing.meeting.id }) };
  });
  if (!overseesMeeting(known.standing.readers)) return showToMember(c, known, form, status);
  const { standing, items } = known;
  const query = (form.typed.personIdQuery ?? c.req.query('personIdQuery') ?? '').slice(0, 100);
  const view = await visit.db.read(async (tx) => {
    const taking = standing.members.filter(({ state }) => state !== 'replaced');
    const arranges = mayArrange(standing);
    const wanted = { query, chosen: form.typed.personId ?? '' };
    return {
      recusals: await recusalsOf(
        tx,
        standing.meeting,
        items,
        taking.map((member) => member.personId),
        visit.today,
      ),
      judges: arranges ? await judgesFor(tx, standing.meeting, items, standing.members, visit.today) : [],
      found: arranges ? await findPeople(tx, wanted, visit.today) : [],
      chairs: arranges ? await chairsFor(tx, standing.meeting, items, standing.members, visit.today) : [],
      spread: standing.meeting.startedAt ? await spreadOfMeeting(tx, standing.meeting, items) : null,
    };
  });
  return page(c, <MeetingPage {...{ visit, standing, items, query, form }} {...view} />, status);
}

async function showToMember(
  c: C,
  { standing, items }: { readonly standing: Standing; readonly items: readonly Item[] },
  form: FormState,
  status: 200 | 422,
): Promise<Response> {
  const { visit } = c.var;
  const me = visit.actor.personId;
  const view = await visit.db.read(async (tx) => ({
    recusals: await recusalsOf(tx, standing.meeting, items, [me], visit.today),
    judged: await judgedBy(tx, standing.meeting.id, me),
  }));
  const reason = form.typed.reason ?? '';
  return page(
    c,
    <MemberPage {...{ visit, standing, items, reason }} {...view} errors={form.errors} />,
    status,
  );
}

/** One act; what was typed is shown again where it is refused. */
export async function actAndShow(
  c: C,
  what: {
    readonly done: string;
    readonly to?: string;
    readonly form?: FormState;
    readonly reasonField?: string;
    readonly run: (tx: Tx, id: string) => Promise<void>;
  },
): Promise<Response> {
  const { visit } = c.var;
  const typed = what.form?.typed ?? {};
  try {
    await visit.db.write((tx) => what.run(tx, idOf(c)));
  } catch (error) {
    if (!(error instanceof Refusal) || error instanceof Conflict) throw error;
    const field = error.field === 'reason' ? (what.reasonField ?? 'reason') : (error.field ?? 'form');
    return showMeeting(c, { typed, errors: { [field]: error.message } });
  }
  return seeOther(c, visit.path(`/calibration/${what.to ?? idOf(c)}`), what.done);
}

/** Who may not do it is told so before anything is said about the form. */
export async function requireArranger(c: C): Promise<void> {
  const { visit } = c.var;
  const { readers } = await visit.db.read((tx) => requireMeeting(tx, visit.actor, idOf(c)));
  if (!readers.has('chair') && !readers.has('officer')) throw new NotAllowed();
}
