/**
 * Import of units and people from spreadsheets: SIASN exports and our template.
 *
 *   const outcome = await importPeople(db, files, { dryRun: true, … });
 *   reportOf(outcome)            counts and findings in the language of the page
 *   outcome.difference           who is added, changed (old and new of each field), ended
 *   findingsWorkbook(outcome)    the refused rows as a spreadsheet
 *   templateWorkbook()           the template to fill in
 */
export type {
  Difference,
  FieldChange,
  PersonAddition,
  PersonChange,
  PlacementChange,
  UnitChange,
} from './difference.ts';
export type { Completeness, PersonEnding } from './endings.ts';
export { peopleImported, personChangedByImport, personEndedByImport } from './events.ts';
export { describe, type Finding, type ReportLine } from './finding.ts';
export {
  type Counts,
  countsOf,
  type ImportOptions,
  type ImportOutcome,
  type ImportReport,
  type ImportStage,
  importPeople,
  reportOf,
} from './import-people.ts';
export type { ImportFile } from './read-files.ts';
export type {
  Education,
  IncomingPerson,
  IncomingUnit,
  PersonField,
  PersonKind,
  PlacementRecord,
  PositionKind,
  PositionLevel,
  Sex,
} from './records.ts';
export { findingsCsv, findingsWorkbook } from './report.ts';
export { templateCsv, templateWorkbook } from './template.ts';
