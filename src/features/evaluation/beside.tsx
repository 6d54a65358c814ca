/**
 * The appraiser's form for somebody who rates beside the appraiser: the same instrument with the same plan, progress
 * and measurements, without what the appraiser gave. Where a second look is kept is not the evaluation's business.
 */
import type { VNode } from 'preact';
import type { CompiledScheme, Explained } from '#domain/schemes/index.ts';
import type { Actor, Visit } from '#features/people/index.ts';
import type { Participation } from '#features/periods/index.ts';
import { agreedContent } from '#features/planning/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import type { FieldErrors } from '#ui/form.tsx';
import { explainEvidence } from './build-evidence.ts';
import { evidenceToGive } from './commands/evidence-to-give.ts';
import { EMPTY_RATING, type RatingContent, type ResultEvidence, ratingContentSchema } from './content.ts';
import { contentFrom, ratingProblems } from './draft-content.ts';
import type { EvaluationView } from './evaluation-view.ts';
import { yearOf } from './grounds/year.ts';
import { lineBasis } from './line-basis.ts';
import { isLocal, localBasis, readRating } from './local/frame.ts';
import { LocalPreview } from './pages/local-preview.tsx';
import { LocalFields } from './pages/local-rating-page.tsx';
import { NationalFields } from './pages/rating-page.tsx';
import { RecencyCard } from './pages/recency.tsx';
import { SuggestionPanel } from './pages/suggestion-panel.tsx';
import { assessmentOf } from './queries.ts';
import { text } from './text.ts';

/** What the form shows and reads; only the draft of the one who rates beside is in it. */
export type BesideView = EvaluationView;

const UNSAVED = { id: '', authorId: '', updatedAt: new Date(0), submittedAt: null, state: 'draft' } as const;

/** `content` is a draft as it was stored, or nothing yet. */
export async function loadBeside(
  tx: Tx,
  schemes: SchemeStore,
  participation: Participation,
  rater: { readonly id: string; readonly content: unknown; readonly revision: number },
): Promise<BesideView> {
  const agreed = await agreedContent(tx, participation.id);
  const self = await assessmentOf(tx, participation.id, 'self');
  const scheme = await schemes.load(tx, participation.scheme.id, participation.scheme.version);
  return {
    view: { participation, relations: new Set(['second-appraiser']) },
    roles: new Set(['appraiser']),
    scheme,
    agreed,
    basis: agreed ? await lineBasis(tx, participation.id, agreed.content) : new Map(),
    local: agreed && isLocal(scheme) ? await localBasis(tx, participation.id) : null,
    // Whether somebody may rate beside is decided where second looks are kept.
    gates: null,
    year: agreed ? await yearOf(tx, participation, rater.id, agreed.content) : null,
    self: self?.state === 'submitted' ? self : undefined,
    rating: { ...UNSAVED, content: ratingFrom(rater.content), revision: rater.revision },
    current: undefined,
    results: [],
    objection: undefined,
    acts: [],
    names: new Map(),
    conflicts: [],
  };
}

export function ratingFrom(stored: unknown): RatingContent {
  return ratingContentSchema.parse({ ...EMPTY_RATING, ...(stored as object | null) });
}

/** The draft from the fields as a browser sent them. */
export function readBeside(view: BesideView, fields: Record<string, string>): RatingContent {
  if (!view.agreed) throw new Refusal(text.noPlan());
  return contentFrom(view, view.agreed.content, fields);
}

/** By field: what still stands in the way of giving it. */
export function problemsBeside(view: BesideView, content: RatingContent): Readonly<Record<string, string>> {
  return ratingProblems(view, content);
}

/** All fields of the form; whoever uses it brings the form element and its buttons. */
export function BesideFields(props: {
  visit: Visit;
  view: BesideView;
  errors: FieldErrors;
  /** Address that answers with `BesideSuggestion`. */
  suggestion: string;
}): VNode {
  const { visit, view, errors, suggestion } = props;
  const content = view.rating?.content ?? EMPTY_RATING;
  return (
    <>
      {view.year ? <RecencyCard coverage={view.year.coverage} warns /> : null}
      {view.local ? (
        <LocalFields
          visit={visit}
          evaluation={view}
          read={readRating(view, content)}
          errors={{ ...readRating(view, content).reading.problems, ...errors }}
          suggestion={suggestion}
        />
      ) : (
        <NationalFields
          visit={visit}
          evaluation={view}
          content={content}
          errors={errors}
          suggestion={suggestion}
        />
      )}
    </>
  );
}

/** What would come of the draft as it stands. */
export function BesideSuggestion({ view }: { view: BesideView }): VNode {
  const content = view.rating?.content ?? EMPTY_RATING;
  return view.local ? (
    <LocalPreview compiled={view.scheme} read={readRating(view, content)} />
  ) : (
    <SuggestionPanel evaluation={view} content={content} />
  );
}

/** What was given beside, frozen as a result would be, with what the scheme makes of it; refused while incomplete. */
export async function giveBeside(
  tx: Tx,
  scheme: CompiledScheme,
  actor: Actor,
  participation: Participation,
  content: RatingContent,
): Promise<{ readonly evidence: ResultEvidence; readonly explained: Explained }> {
  const standing = {
    view: { participation, relations: new Set(['second-appraiser'] as const) },
    roles: new Set(['appraiser'] as const),
  };
  const evidence = await evidenceToGive(tx, scheme, actor, standing, content);
  return { evidence, explained: explainEvidence(scheme, evidence) };
}
