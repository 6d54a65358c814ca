/** Saying that one cannot answer; a conflict of interest that is declared here goes where all of them are kept. */
import type { Context } from 'hono';
import { z } from 'zod';
import { DECLARED_KINDS, declareConflict, RELATIONS } from '#features/conflicts/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { isId, newId } from '#platform/identifier.ts';
import { formFields, parseFields } from '#platform/web/forms.ts';
import { page } from '#platform/web/respond.ts';
import { declineRequest } from '../asking/commands/decline-request.ts';
import type { FormOptions, FormView, Seat } from './load.ts';
import { REASONS, RefusalPage } from './pages/refusal-page.tsx';
import { text } from './text-review.ts';

const LONGEST = 300;

const refusalForm = z
  .object({
    id: z.string().refine(isId),
    reason: z.enum(REASONS, { error: () => text.reasonMissing() }),
    kind: z.enum(DECLARED_KINDS).or(z.literal('')).default(''),
    relation: z.enum(RELATIONS).or(z.literal('')).default(''),
    words: z.string().trim().max(LONGEST).default(''),
  })
  .superRefine((given, context) => {
    const missing = (field: string, message: string) =>
      context.addIssue({ code: 'custom', path: [field], message });
    if (given.reason === 'other' && given.words === '') missing('words', text.wordsMissing());
    if (given.reason === 'conflict' && given.kind === 'family' && given.relation === '')
      missing('relation', text.relationMissing());
  });
type RefusalInput = z.output<typeof refusalForm>;

interface RefusalWays {
  declined(c: Context, seat: Seat): Response | Promise<Response>;
}

export function refusalHandlers(
  options: FormOptions,
  opened: (c: Context, seat: Seat) => Promise<FormView | Response>,
  ways: RefusalWays,
) {
  async function show(c: Context, seat: Seat): Promise<Response> {
    const view = await opened(c, seat);
    return view instanceof Response ? view : page(c, <RefusalPage view={view} id={newId()} />);
  }

  async function refuse(c: Context, seat: Seat): Promise<Response> {
    const view = await opened(c, seat);
    if (view instanceof Response) return view;
    const fields = await formFields(c);
    const parsed = parseFields(refusalForm, fields);
    if (!parsed.ok) {
      const id = isId(fields.id ?? '') ? (fields.id ?? '') : newId();
      const errors = { ...parsed.errors, ...(fields.reason ? {} : { reason: text.reasonMissing() }) };
      return page(c, <RefusalPage view={view} id={id} typed={fields} errors={errors} />, 422);
    }
    await seat.db.write(async (tx) => {
      if (parsed.value.reason === 'conflict') await declare(tx, options, view, parsed.value);
      const reason = [text[`reason-${parsed.value.reason}`](), parsed.value.words].filter(Boolean).join(': ');
      await declineRequest(tx, view.asked.raterId, { requestId: view.asked.id, reason });
    });
    return ways.declined(c, seat);
  }

  return { show, refuse };
}

/** A guest has no place among declared relations, and what stands there already is not declared twice. */
async function declare(
  tx: Tx,
  { schemes }: FormOptions,
  { seat, asked }: FormView,
  { id, kind, relation, words }: RefusalInput,
): Promise<void> {
  if (!seat.actor || kind === '') return;
  const input = {
    id,
    raterId: seat.actor.personId,
    rateeId: asked.person.id,
    kind,
    relation: relation === '' ? null : relation,
    since: seat.today,
    statement: words,
  };
  try {
    await declareConflict(tx, { schemes }, seat.actor, input, seat.today);
  } catch (error) {
    // Declared before, or not to be declared by this rater: that one cannot answer holds all the same.
    if (!(error instanceof Refusal)) throw error;
  }
}
