import { PREDICATES } from '#domain/rules/index.ts';
import type { SheetToWrite } from '#platform/spreadsheet/index.ts';
import { predicateText } from '../labels.ts';
import type { UnitProgress } from '../queries/progress.ts';
import { text } from '../text.ts';

/** The table of units as a sheet; counts only, no person stands in it. */
export function unitsSheet(units: readonly UnitProgress[]): SheetToWrite {
  return {
    name: text.byUnit(),
    columns: [
      text.unit(),
      text.participantsHeading(),
      text.planned(),
      text.selfAssessed(),
      text.rated(),
      text.ratified(),
      text.accepted(),
      text.objected(),
      ...PREDICATES.map(predicateText),
    ].map((heading) => ({ heading })),
    rows: units.map(({ unit, progress }) => [
      unit.name,
      progress.participants,
      progress.planned,
      progress.selfAssessed,
      progress.rated,
      progress.ratified,
      progress.accepted,
      progress.objected,
      ...PREDICATES.map((code) => progress.predicates[code]),
    ]),
  };
}
