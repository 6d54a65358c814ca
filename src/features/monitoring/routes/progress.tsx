import { type Context, Hono } from 'hono';
import type { Visit, VisitEnv } from '#features/people/index.ts';
import {
  logAccess,
  type ParticipationView,
  requireParticipation,
  SOURCE_READERS,
} from '#features/periods/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import { NotAllowed, NotFound } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import type { FileStore } from '#platform/storage/file-store.ts';
import { parseFields } from '#platform/web/forms.ts';
import { page, seeOther } from '#platform/web/respond.ts';
import { renderLinePlot } from '#ui/plot/index.ts';
import { recordRealisation } from '../commands/record-realisation.ts';
import { openPlan } from '../commands/subject.ts';
import { withdrawRealisation } from '../commands/withdraw-realisation.ts';
import { finding, shown, targetWords } from '../finding.ts';
import { newEvidence, realisationForm, reasonForm, textFields } from '../forms.ts';
import type { Entry, IndicatorProgress } from '../model.ts';
import { EntryFormPage, type EntryFormView } from '../pages/entry-form.tsx';
import { IndicatorPage } from '../pages/indicator-page.tsx';
import { ProgressPage } from '../pages/progress-page.tsx';
import { ReasonPage } from '../pages/reason-page.tsx';
import { blockedBecause, mayRecord } from '../policy.ts';
import { entriesOf, feedbackOf, progressOfMany } from '../queries.ts';
import { checkpointsOf } from '../queries-check-ins.ts';
import { formerLines } from '../queries-former.ts';
import { course, elapsedPercent } from '../realisation.ts';
import { text } from '../text.ts';
import { keepUploads } from '../uploads.ts';
import { blockedWords } from '../words.ts';
import { attempt } from './refused.ts';
import { uploadLimit } from './upload-limit.ts';

type C = Context<VisitEnv>;

export function progressRoutes({ files }: { files: FileStore }): Hono<VisitEnv> {
  const routes = new Hono<VisitEnv>();
  routes.get('/appraisals/:id/progress', (c) => showProgress(c, c.req.param('id')));
  routes.get('/appraisals/:id/progress/new', (c) => showNew(c, c.req.param('id')));
  routes.post('/appraisals/:id/progress/entries', uploadLimit(), (c) =>
    postEntry(c, c.req.param('id'), files),
  );
  routes.get('/appraisals/:id/progress/entries/:entryId/withdrawal', (c) =>
    showWithdrawal(c, c.req.param('id'), c.req.param('entryId')),
  );
  routes.post('/appraisals/:id/progress/entries/:entryId/withdrawal', (c) =>
    postWithdrawal(c, c.req.param('id'), c.req.param('entryId')),
  );
  routes.get('/appraisals/:id/progress/:indicatorId', (c) =>
    showIndicator(c, c.req.param('id'), c.req.param('indicatorId')),
  );
  return routes;
}

async function showProgress(c: C, id: string): Promise<Response> {
  const { visit } = c.var;
  const data = await visit.db.read(async (tx) => {
    const view = await requireParticipation(tx, visit.actor, id, SOURCE_READERS);
    const progress = (await progressOfMany(tx, [id])).get(id);
    return {
      view,
      content: progress?.plan.content ?? null,
      indicators: progress?.indicators ?? [],
      feedback: await feedbackOf(tx, id),
      checkpoints: await checkpointsOf(tx, view.participation),
      former: await formerLines(tx, id),
    };
  });
  await logAccess(visit, data.view.participation.person.id, 'progress');
  return page(
    c,
    <ProgressPage
      visit={visit}
      {...data}
      blocked={blockedBecause(data.view, data.content !== null)}
      elapsed={elapsedOf(visit, data.view)}
    />,
  );
}

async function showIndicator(c: C, id: string, indicatorId: string): Promise<Response> {
  const { visit } = c.var;
  const { view, progress } = await visit.db.read(async (tx) => ({
    view: await requireParticipation(tx, visit.actor, id, SOURCE_READERS),
    progress: (await progressOfMany(tx, [id]))
      .get(id)
      ?.indicators.find((each) => each.indicator.id === indicatorId),
  }));
  if (!progress) throw new NotFound();
  await logAccess(visit, view.participation.person.id, 'progress');
  const elapsed = elapsedOf(visit, view);
  const plot = await plotOf(progress, view, visit.today);
  return page(
    c,
    <IndicatorPage
      visit={visit}
      view={view}
      progress={progress}
      blocked={blockedBecause(view, true)}
      elapsed={elapsed}
      plot={plot}
    />,
  );
}

function plotOf(progress: IndicatorProgress, view: ParticipationView, today: string): Promise<string> | null {
  const { target } = progress.indicator;
  const points = course(progress.entries, target.accumulation);
  if (points.length === 0 || target.value === null) return null;
  const { startsOn, endsOn } = view.participation;
  return renderLinePlot({
    from: startsOn,
    to: endsOn,
    points: points.map((point) => ({ on: point.onDate, value: point.value })),
    target: { value: target.value, label: text.targetLabel({ value: shown(target.value) }) },
    ...(target.accumulation === 'sum'
      ? {
          pace: [
            { on: startsOn, value: '0' },
            { on: endsOn, value: target.value },
          ],
        }
      : {}),
    ...(today >= startsOn && today <= endsOn ? { today } : {}),
  });
}

function elapsedOf(visit: Visit, { participation }: ParticipationView): string {
  return elapsedPercent(participation.startsOn, participation.endsOn, visit.today);
}

async function showNew(c: C, id: string): Promise<Response> {
  const { visit } = c.var;
  const { view, content, replaced } = await visit.db.read(async (tx) => {
    const shownTo = await requireParticipation(tx, visit.actor, id);
    const entries = (await entriesOf(tx, [id])).get(id) ?? [];
    return {
      view: shownTo,
      content: (await agreedContent(tx, id))?.content ?? null,
      replaced: entries.find((entry) => entry.id === c.req.query('replaces') && !entry.withdrawn),
    };
  });
  if (!mayRecord(view.relations)) throw new NotAllowed();
  const blocked = blockedBecause(view, content !== null);
  if (blocked || !content) {
    return seeOther(c, visit.path(`/appraisals/${id}/progress`), blockedWords(blocked ?? 'plan-not-agreed'));
  }
  if (c.req.query('replaces') && !replaced) throw new NotFound();
  const typed = { id: newId(), linkId: newId(), onDate: visit.today, ...startOf(replaced, c) };
  return entryForm(c, 200, { visit, view, content, typed, errors: {}, kept: [] });
}

function startOf(replaced: Entry | undefined, c: C): Record<string, string> {
  if (!replaced) return { indicatorId: c.req.query('indicator') ?? '' };
  return {
    indicatorId: replaced.indicatorId,
    onDate: replaced.onDate,
    value: replaced.value === null ? '' : shown(replaced.value),
    narrative: replaced.narrative ?? '',
    replaces: replaced.id,
  };
}

function entryForm(c: C, status: 200 | 422, view: EntryFormView): Response {
  return page(c, <EntryFormPage {...view} />, status);
}

async function postEntry(c: C, id: string, files: FileStore): Promise<Response> {
  const { visit } = c.var;
  const { view, content } = await visit.db.read(async (tx) => {
    const shownTo = await requireParticipation(tx, visit.actor, id);
    if (!mayRecord(shownTo.relations)) throw new NotAllowed();
    return { view: shownTo, content: (await openPlan(tx, shownTo)).content };
  });
  const form = await c.req.formData();
  const typed = withIds(textFields(form));
  const uploads = await keepUploads(visit, files, form);
  const again = (errors: Record<string, string>) =>
    entryForm(c, 422, { visit, view, content, typed, errors, kept: uploads.files });
  const parsed = parseFields(realisationForm, typed);
  if (!parsed.ok) return again({ ...parsed.errors, ...uploads.errors });
  if (uploads.errors) return again(uploads.errors);
  const { linkId, link, linkTitle, ...realisation } = parsed.value;
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      recordRealisation(tx, visit.actor, {
        ...realisation,
        participantId: id,
        evidence: newEvidence(uploads.files, { linkId, link, linkTitle }),
        today: visit.today,
      }),
    ),
  );
  if (refused) return again(refused.errors);
  return seeOther(c, visit.path(`/appraisals/${id}/progress/${realisation.indicatorId}`), text.saved());
}

/** A form sent without its hidden ids (by hand, by a script) still works, only without the guard against twice. */
function withIds(typed: Record<string, string>): Record<string, string> {
  return {
    ...typed,
    id: isId(typed.id ?? '') ? (typed.id as string) : newId(),
    linkId: isId(typed.linkId ?? '') ? (typed.linkId as string) : newId(),
  };
}

async function showWithdrawal(
  c: C,
  id: string,
  entryId: string,
  refused: { typed: Record<string, string>; errors: Record<string, string> } = { typed: {}, errors: {} },
): Promise<Response> {
  const { visit } = c.var;
  const { view, entry, progress } = await visit.db.read(async (tx) => ({
    view: await requireParticipation(tx, visit.actor, id),
    entry: ((await entriesOf(tx, [id])).get(id) ?? []).find((each) => each.id === entryId),
    progress: (await progressOfMany(tx, [id])).get(id)?.indicators ?? [],
  }));
  if (!mayRecord(view.relations)) throw new NotAllowed();
  if (!entry) throw new NotFound();
  const own = progress.find((each) => each.indicator.id === entry.indicatorId);
  const base = visit.path(`/appraisals/${id}/progress`);
  return page(
    c,
    <ReasonPage
      visit={visit}
      view={view}
      title={text.withdraw()}
      subject={
        own ? (
          <p>
            {own.indicator.statement} ({targetWords(own.indicator)})
            <br />
            {finding(own, elapsedOf(visit, view))}
          </p>
        ) : null
      }
      action={`${base}/entries/${entryId}/withdrawal`}
      back={`${base}/${entry.indicatorId}`}
      {...refused}
    />,
    Object.keys(refused.errors).length > 0 ? 422 : 200,
  );
}

async function postWithdrawal(c: C, id: string, entryId: string): Promise<Response> {
  const { visit } = c.var;
  const fields = textFields(await c.req.formData());
  const parsed = parseFields(reasonForm, fields);
  if (!parsed.ok) return showWithdrawal(c, id, entryId, { typed: fields, errors: parsed.errors });
  const refused = await attempt(() =>
    visit.db.write((tx) =>
      withdrawRealisation(tx, visit.actor, { participantId: id, entryId, reason: parsed.value.reason }),
    ),
  );
  if (refused) return showWithdrawal(c, id, entryId, { typed: fields, errors: refused.errors });
  return seeOther(c, visit.path(`/appraisals/${id}/progress`), text.withdrawn());
}
