/** A report as the rows that are kept: indices become people and participants. Pure. */
import type { OrdinalCheck } from '#domain/statistics/fairness/ordinal-check.ts';
import type { FairnessReport, Flag, RatingTable } from '#domain/statistics/fairness/types.ts';
import type { Block, Form, RaterRole } from '../collect/forms.ts';
import { levelCounts } from '../mirror/levels.ts';
import type { FlagRow, RateeRow, RaterRow, StoredForm, StoredReport } from '../store/types.ts';

export interface ReportRows {
  readonly report: StoredReport;
  readonly raters: readonly { readonly raterId: string; readonly figures: RaterRow }[];
  readonly ratees: readonly { readonly participantId: string; readonly figures: RateeRow }[];
  readonly flags: readonly {
    readonly raterId: string;
    readonly detector: Flag['detector'];
    readonly figures: FlagRow;
  }[];
}

export function rowsOf(
  block: Pick<Block, 'forms'>,
  table: RatingTable,
  { report: full, ordinal }: { readonly report: FairnessReport; readonly ordinal: OrdinalCheck },
  unnamed: Readonly<Record<string, number>>,
): ReportRows {
  const { raters, ratees, flags, connectivity, detectors, ...rest } = full;
  // Which people and raters hold parts of the graph together is asked where it is drawn.
  const { articulation: _, ...graph } = connectivity;
  const formsByRatee = Map.groupBy(block.forms, (form) => form.participantId);
  const formsByRater = Map.groupBy(block.forms, (form) => form.raterId);
  return {
    report: {
      ...rest,
      connectivity: graph,
      detectors: detectors.map(({ results: _, ...detector }) => detector),
      unnamed,
      formsByRole: countsByRole(block.forms),
      ordinal,
    },
    raters: raters.map(({ rater, ...figure }) => {
      const raterId = nameOf(table.raterIds, rater);
      return {
        raterId,
        figures: {
          ...figure,
          tests: testsOf(full, rater),
          levels: levelCounts(formsByRater.get(raterId) ?? []),
          rated: [...new Set(formsByRater.get(raterId)?.map(({ participantId }) => participantId))],
        },
      };
    }),
    ratees: ratees.map(({ ratee, ...figure }) => {
      const participantId = nameOf(table.rateeIds, ratee);
      return {
        participantId,
        figures: {
          ...figure,
          forms: (formsByRatee.get(participantId) ?? []).map(storedForm),
        },
      };
    }),
    flags: flags.map(({ rater, cases, group: _, ...flag }) => ({
      raterId: nameOf(table.raterIds, rater),
      detector: flag.detector,
      figures: { ...flag, cases: cases.map((ratee) => nameOf(table.rateeIds, ratee)) },
    })),
  };
}

function testsOf({ detectors }: FairnessReport, rater: number): RaterRow['tests'] {
  return Object.fromEntries(
    detectors.flatMap(({ detector, results }) => {
      const own = results.find((result) => result.rater === rater);
      if (!own) return [];
      const { rater: _, ...test } = own;
      return [[detector, test]];
    }),
  );
}

function storedForm({ raterId, role, items, on }: Form): StoredForm {
  return { raterId, role, on, score: items.reduce((sum, { at }) => sum + at, 0) / items.length };
}

function countsByRole(forms: readonly Form[]): Partial<Record<RaterRole, number>> {
  const counts: Partial<Record<RaterRole, number>> = {};
  for (const { role } of forms) counts[role] = (counts[role] ?? 0) + 1;
  return counts;
}

function nameOf(names: readonly string[], index: number): string {
  const name = names[index];
  if (name === undefined) throw new Error(`the report names row ${index}, which the table does not have`);
  return name;
}
