/** What a result will rest on, from the appraiser's saved form; refused while the form is not complete. */
import type { Rating } from '#domain/rules/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Actor } from '#features/people/index.ts';
import { agreedContent, type PlanContent } from '#features/planning/index.ts';
import { suggestedRatings } from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { Refusal } from '#platform/errors.ts';
import { withLocale } from '#platform/locale/locale.ts';
import { buildEvidence } from '../build-evidence.ts';
import { problemsOfRating, ratedLines } from '../check-rating.ts';
import { isLocalEvidence, type RatingContent, type ResultEvidence } from '../content.ts';
import { type Year, yearOf } from '../grounds/year.ts';
import { lineBasis } from '../line-basis.ts';
import { buildLocalEvidence } from '../local/build-local.ts';
import { appraiserFrame, isLocal, localBasis, obstaclesOf, readDraft } from '../local/frame.ts';
import { assessmentOf } from '../queries.ts';
import type { Standing } from '../roles.ts';
import { suggestionOf } from '../schemes.ts';
import { text } from '../text.ts';

export async function evidenceToGive(
  tx: Tx,
  scheme: CompiledScheme,
  actor: Actor,
  { view }: Standing,
  content: RatingContent,
): Promise<ResultEvidence> {
  const { participation } = view;
  const agreed = await agreedContent(tx, participation.id);
  if (!agreed) throw new Refusal(text.noPlan());
  const self = await assessmentOf(tx, participation.id, 'self');
  const year = await yearOf(tx, participation, actor.personId, agreed.content);
  const shared = {
    plan: agreed.content,
    planVersion: agreed.version,
    self: self?.state === 'submitted' ? self.content : null,
    // Kept as an office would write it, whatever language the appraiser reads.
    basis: await withLocale('id', () => lineBasis(tx, participation.id, agreed.content)),
    who: actor.name,
    at: tx.now,
    year,
  };
  if (isLocal(scheme)) {
    const known = await localBasis(tx, participation.id);
    const frame = appraiserFrame(scheme, participation, agreed, known);
    const read = readDraft(scheme, frame, content.instrument);
    if (Object.keys(obstaclesOf(read, year)).length > 0 || read.reading.evaluation.category === null)
      throw new Refusal(text.incomplete());
    const { measurements } = known;
    return buildLocalEvidence({ ...shared, read, measurements, notes: content.notes });
  }
  refuseIncomplete(scheme, agreed.content, content, year);
  return buildEvidence({ ...shared, content });
}

function refuseIncomplete(
  scheme: CompiledScheme,
  plan: PlanContent,
  content: RatingContent,
  year: Year,
): void {
  const lines = ratedLines(plan, content);
  const suggestion = lines && suggestionOf(scheme, lines);
  if (Object.keys(problemsOfRating(plan, content, suggestion, year)).length > 0)
    throw new Refusal(text.incomplete());
}

/** What the scheme suggested as results rating before anybody decided; null where it had no suggestion. */
export function suggestedResults(scheme: CompiledScheme, evidence: ResultEvidence): Rating | null {
  if (isLocalEvidence(evidence)) return suggestedRatings(scheme, evidence.scheme).results;
  const { lines } = evidence.scheme.results;
  return (lines && suggestionOf(scheme, lines)?.suggested) ?? null;
}
