import { type Context, Hono } from 'hono';
import type { VisitEnv } from '#features/people/index.ts';
import { logAccess, requireParticipation } from '#features/periods/index.ts';
import { NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { answerCheckIn } from '../commands/answer-check-in.ts';
import { recordCheckIn } from '../commands/record-check-in.ts';
import { answerForm, checkInForm, textFields } from '../forms.ts';
import { CheckInPage } from '../pages/check-in-page.tsx';
import { blockedBecause } from '../policy.ts';
import { checkpointsOf } from '../queries-check-ins.ts';
import { checkInText } from '../text-check-ins.ts';
import { attempt } from './refused.ts';

type C = Context<VisitEnv>;
type At = { id: string; checkpointId: string };

export function checkInRoutes(): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  const CHECK_IN = '/appraisals/:id/check-ins/:checkpointId';
  routes.get(CHECK_IN, (c) => show(c, c.req.param()));
  routes.post(CHECK_IN, (c) => postRecord(c, c.req.param()));
  routes.post(`${CHECK_IN}/answer`, (c) => postAnswer(c, c.req.param()));
  return routes;
}

async function show(
  c: C,
  { id, checkpointId }: At,
  refused?: { typed: Record<string, string>; errors: Record<string, string> },
): Promise<Response> {
  const { visit } = c.var;
  const { view, checkpoint } = await visit.db.read(async (tx) => {
    const shownTo = await requireParticipation(tx, visit.actor, id);
    const all = await checkpointsOf(tx, shownTo.participation);
    return { view: shownTo, checkpoint: all.find((each) => each.id === checkpointId) };
  });
  if (!checkpoint) throw new NotFound();
  await logAccess(visit, view.participation.person.id, 'check-in');
  const { checkIn } = checkpoint;
  const fresh = {
    versionId: newId(),
    heldOn: checkIn?.heldOn ?? visit.today,
    notes: checkIn?.notes ?? '',
    nextSteps: checkIn?.nextSteps ?? '',
  };
  return page(
    c,
    <CheckInPage
      visit={visit}
      view={view}
      checkpoint={checkpoint}
      isOpen={blockedBecause(view, true) === null}
      typed={refused?.typed ?? fresh}
      errors={refused?.errors ?? {}}
    />,
    refused ? 422 : 200,
  );
}

async function postRecord(c: C, at: At): Promise<Response> {
  const { visit } = c.var;
  const fields = textFields(await c.req.formData());
  const typed = { ...fields, versionId: fields.versionId ?? newId() };
  const parsed = parseFields(checkInForm, typed);
  if (!parsed.ok) return show(c, at, { typed, errors: parsed.errors });
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      recordCheckIn(tx, visit.actor, {
        participantId: at.id,
        checkpointId: at.checkpointId,
        today: visit.today,
        ...parsed.value,
      }),
    ),
  );
  if (refused) return show(c, at, { typed, errors: refused.errors });
  return seeOther(c, addressOf(c, at), checkInText.saved());
}

async function postAnswer(c: C, at: At): Promise<Response> {
  const { visit } = c.var;
  const typed = textFields(await c.req.formData());
  const parsed = parseFields(answerForm, typed);
  if (!parsed.ok) return show(c, at, { typed, errors: parsed.errors });
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      answerCheckIn(tx, visit.actor, {
        participantId: at.id,
        checkpointId: at.checkpointId,
        ...parsed.value,
      }),
    ),
  );
  if (refused) return show(c, at, { typed, errors: refused.errors });
  const done = parsed.value.act === 'agree' ? checkInText.agreedDone() : checkInText.disputedDone();
  return seeOther(c, addressOf(c, at), done);
}

function addressOf(c: C, at: At): string {
  return c.var.visit.path(`/appraisals/${at.id}/check-ins/${at.checkpointId}`);
}
