/**
 * Whose category would probably be another one had the same form come from an appraiser of average severity. The scheme
 * itself computes it, from the stored evidence with the appraiser's items moved by the appraiser's severity; other
 * voices and everything measured stay. It is no corrected result: a sign of whose result depends on who rated.
 */
import { otherRaters } from '#domain/fairness-person/index.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { Run, StoredRatee, StoredRater } from '../store/types.ts';

/** People of the appraisers furthest off; more would keep the page waiting. */
const MOST_EXAMINED = 100;
const DRAWS = 15;
/** Shifts below move few items by a level. */
const LEAST_SHIFT = 1;
const PROBABLY = 0.5;

interface Candidate {
  readonly participantId: string;
  readonly own: number;
  readonly severity: number;
  readonly se: number;
}

export interface Crossings {
  readonly people: ReadonlySet<string>;
  readonly examined: number;
}

export async function crossingsOf(
  tx: Tx,
  compiled: CompiledScheme,
  run: Run,
  { ratees, raters }: { readonly ratees: readonly StoredRatee[]; readonly raters: readonly StoredRater[] },
): Promise<Crossings> {
  const candidates = candidatesAmong(ratees, raters);
  const unknown = candidates.filter(({ participantId }) => !known.has(keyOf(run, participantId)));
  const evidence = await evidenceOf(tx, run, unknown);
  for (const candidate of unknown) {
    const given = evidence.get(candidate.participantId);
    remember(
      keyOf(run, candidate.participantId),
      given !== undefined && crosses(compiled, given, candidate, run),
    );
  }
  const people = candidates.filter(({ participantId }) => known.get(keyOf(run, participantId)));
  return {
    people: new Set(people.map(({ participantId }) => participantId)),
    examined: candidates.length,
  };
}

function candidatesAmong(
  ratees: readonly StoredRatee[],
  raters: readonly StoredRater[],
): readonly Candidate[] {
  const byId = new Map(raters.map((rater) => [rater.personId, rater]));
  return ratees
    .flatMap(({ participantId, forms }): readonly Candidate[] => {
      const form = forms.find(({ role }) => role === 'appraiser');
      const rater = form && byId.get(form.raterId);
      if (!form || !rater || rater.link === 'unlinked' || rater.severity === null || rater.se === null)
        return [];
      return [{ participantId, own: form.score, severity: rater.severity, se: rater.se }];
    })
    .filter(({ severity }) => Math.abs(severity) >= LEAST_SHIFT)
    .sort((one, other) => Math.abs(other.severity) - Math.abs(one.severity))
    .slice(0, MOST_EXAMINED);
}

/** Results that are newer than the figures are not in them. */
async function evidenceOf(
  tx: Tx,
  run: Run,
  candidates: readonly Candidate[],
): Promise<ReadonlyMap<string, Readonly<Record<string, unknown>>>> {
  if (candidates.length === 0) return new Map();
  const rows = await tx.db
    .selectFrom('results')
    .select(['participant_id', 'evidence'])
    .where('agency_id', '=', tx.agencyId)
    .where(
      'participant_id',
      'in',
      candidates.map(({ participantId }) => participantId),
    )
    .where('superseded_at', 'is', null)
    .where('given_at', '<=', run.requestedAt)
    .execute();
  return new Map(
    rows.flatMap((row) => {
      // Written with the result, by the same code that reads it for the result page.
      const { scheme } = row.evidence as { scheme?: Readonly<Record<string, unknown>> };
      return scheme ? [[row.participant_id, scheme] as const] : [];
    }),
  );
}

function crosses(
  compiled: CompiledScheme,
  evidence: Readonly<Record<string, unknown>>,
  { own, severity, se }: Candidate,
  run: Run,
): boolean {
  const estimate = { fair: own + severity, fairSe: se, raterVariance: 0, residualVariance: 0, own };
  const others = otherRaters(compiled, evidence, estimate, { draws: DRAWS, seed: run.settings.seed });
  return others !== null && others.categoryChanges.share >= PROBABLY;
}

const KEPT = 20_000;
/** A run never changes, nor does the answer. */
const known = new Map<string, boolean>();
const keyOf = (run: Run, participantId: string) => `${run.id} ${participantId}`;

function remember(key: string, crossing: boolean): void {
  known.set(key, crossing);
  for (const oldest of known.keys()) {
    if (known.size <= KEPT) break;
    known.delete(oldest);
  }
}
