/** What happens on the pages of a form; the same for a signed-in rater and for a guest. */
import type { Context } from 'hono';
import { NotFound } from '#platform/errors.ts';
import { newId } from '#platform/identifier.ts';
import { formFields } from '#platform/web/forms.ts';
import { isAutosave, page, savedDraft, seeOther } from '#platform/web/respond.ts';
import { giveAnswer } from '../sealed/index.ts';
import { LONGEST_REMARK, lockedRequest, type PageInput, readDraft, saveDraft, WHOLE } from './draft.ts';
import { contentOf, type FormOptions, type FormView, loadForm, ratedCount, type Seat } from './load.ts';
import { answerField, remarkField } from './pages/question-fields.tsx';
import { QuestionPage } from './pages/question-page.tsx';
import { ReviewPage } from './pages/review-page.tsx';
import { StartPage } from './pages/start-page.tsx';
import { CANNOT_SAY, patternOf } from './questions.ts';
import { text } from './text.ts';
import { readsRecord } from './work-shown.ts';

/** How the two kinds of raters are answered where they differ. */
export interface Ways {
  /** A form that cannot be filled in any more. */
  closed(c: Context, seat: Seat, view: FormView | undefined): Response | Promise<Response>;
  /** After sending. */
  thanks(c: Context, seat: Seat): Response | Promise<Response>;
  /** After leaving midway. */
  left(c: Context, seat: Seat): Response | Promise<Response>;
}

export function formHandlers(options: FormOptions, ways: Ways) {
  /** The form while it is open; otherwise the answer that says why it is not. */
  async function opened(c: Context, seat: Seat, withWork = false): Promise<FormView | Response> {
    const view = await loadForm(options, seat, { withWork });
    return view?.standing === 'open' ? view : ways.closed(c, seat, view);
  }

  async function show(c: Context, seat: Seat): Promise<Response> {
    const { q, all } = c.req.query();
    const view = await opened(c, seat, (q ?? all) !== undefined);
    if (view instanceof Response) return view;
    if (all === undefined && q === undefined) return page(c, <StartPage view={view} />);
    const number = all === undefined ? numberIn(q, view) : undefined;
    if (all === undefined && number === undefined) throw new NotFound();
    if (readsRecord(view.asked.voice)) await seat.logReading(view.asked.person.id);
    return page(c, questionPage(view, number));
  }

  /** One step: what stands on the page is saved, then the next page. */
  async function save(c: Context, seat: Seat): Promise<Response> {
    // A refused page is drawn again with everything that stands on it.
    const view = await opened(c, seat, !isAutosave(c));
    if (view instanceof Response) return view;
    const fields = await formFields(c);
    const number = numberIn(fields.q, view);
    const input = pageInput(view, number, fields, isAutosave(c));
    const problems = tooLong(input);
    if (Object.keys(problems).length > 0) {
      if (isAutosave(c)) return c.body(null, 422);
      return page(c, questionPage(view, number, { input, problems }), 422);
    }
    const saved = await seat.db.write((tx) =>
      saveDraft(tx, options.key, seat.find, { ...input, today: seat.today }),
    );
    if (saved.isStale) {
      if (isAutosave(c)) return c.body(null, 409);
      const meanwhile = { ...view, draft: saved.draft, revision: saved.revision };
      return page(c, questionPage(meanwhile, number, { input, isStale: true }), 409);
    }
    if (isAutosave(c)) return savedDraft(c, saved.revision);
    if (fields.go === 'later') return ways.left(c, seat);
    return seeOther(c, `${seat.base}${stepAfter(view, number, fields.go)}`);
  }

  async function review(c: Context, seat: Seat): Promise<Response> {
    const view = await opened(c, seat);
    if (view instanceof Response) return view;
    return page(c, <ReviewPage view={view} />);
  }

  /** Nothing of this is recorded as an act, and no line of a log says whose form it was. */
  async function send(c: Context, seat: Seat): Promise<Response> {
    const view = await loadForm(options, seat);
    // A second click: the first one has sent the form.
    if (view?.standing === 'answered') return ways.thanks(c, seat);
    if (view?.standing !== 'open') return ways.closed(c, seat, view);
    const fields = await formFields(c);
    if (ratedCount(view) === 0) return page(c, <ReviewPage view={view} />, 422);
    const nudge = patternOf(view.questions, view.draft.answers);
    const hasWords = Object.keys(view.draft.remarks).length > 0;
    if (nudge && !hasWords && fields.nudged !== 'yes')
      return page(c, <ReviewPage view={view} hold={nudge} />, 422);
    const outcome = await seat.db.write(async (tx) => {
      const asked = await lockedRequest(tx, seat.find);
      if (asked.state === 'answered') return 'sent';
      const { revision } = await readDraft(tx, options.key, asked.id);
      if (fields.revision !== String(revision) || revision !== view.revision) return 'changed';
      await giveAnswer(tx, options.key, { requestId: asked.id, content: contentOf(view) });
      return 'sent';
    });
    if (outcome === 'sent') return ways.thanks(c, seat);
    const meanwhile = await opened(c, seat);
    if (meanwhile instanceof Response) return meanwhile;
    return page(c, <ReviewPage view={meanwhile} hold="changed" />, 409);
  }

  return { opened, show, save, review, send };
}

/** From 1 to one more than there are questions; undefined for anything else. */
function numberIn(typed: string | undefined, { questions }: FormView): number | undefined {
  if (typed === undefined || !/^\d{1,3}$/.test(typed)) return undefined;
  const number = Number(typed);
  return number >= 1 && number <= questions.length + 1 ? number : undefined;
}

/** The keys whose fields stand on a page. */
function keysOn({ questions }: FormView, number: number | undefined): readonly string[] {
  if (number === undefined) return [...questions.map(({ key }) => key), WHOLE];
  const question = questions[number - 1];
  return [question ? question.key : WHOLE];
}

function pageInput(
  view: FormView,
  number: number | undefined,
  fields: Readonly<Record<string, string>>,
  isInBackground: boolean,
): PageInput {
  const answers: Record<string, string> = {};
  const remarks: Record<string, string> = {};
  const keys = keysOn(view, number);
  for (const question of view.questions.filter(({ key }) => keys.includes(key))) {
    const answer = fields[answerField(question.key)];
    const isOffered = answer === CANNOT_SAY || question.choices.some(({ code }) => code === answer);
    if (answer !== undefined && isOffered) answers[question.key] = answer;
  }
  for (const key of keys) {
    const body = fields[remarkField(key)];
    if (body !== undefined) remarks[key] = body.replaceAll('\r\n', '\n').trim();
  }
  const revision = /^\d{1,9}$/.test(fields.revision ?? '') ? Number(fields.revision) : -1;
  return { revision, page: (fields.page ?? '').slice(0, 40), answers, remarks, isAutosave: isInBackground };
}

function tooLong({ remarks }: PageInput): Record<string, string> {
  return Object.fromEntries(
    Object.entries(remarks).flatMap(([key, { length }]) =>
      length > LONGEST_REMARK ? [[key, text.remarkTooLong({ length, limit: LONGEST_REMARK })]] : [],
    ),
  );
}

function stepAfter({ questions }: FormView, number: number | undefined, go: string | undefined): string {
  if (go === 'back') return number === undefined || number <= 1 ? '' : `?q=${number - 1}`;
  return number === undefined || number > questions.length ? '/review' : `?q=${number + 1}`;
}

function questionPage(
  view: FormView,
  number: number | undefined,
  typed: {
    readonly input?: PageInput;
    readonly problems?: Readonly<Record<string, string>>;
    readonly isStale?: boolean;
  } = {},
) {
  const { input, problems = {}, isStale = false } = typed;
  const shown = {
    answers: { ...view.draft.answers, ...input?.answers },
    remarks: { ...view.draft.remarks, ...input?.remarks },
    problems,
  };
  const drawn = input?.page && !isStale ? input.page : newId();
  return <QuestionPage view={view} number={number} shown={shown} isStale={isStale} page={drawn} />;
}
