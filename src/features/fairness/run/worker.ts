/** Computes the report of one scheme version, and the second opinion on severity, beside the web. */
import { type OrdinalCheck, ordinalCheck } from '#domain/statistics/fairness/ordinal-check.ts';
import { fairnessReport } from '#domain/statistics/fairness/report.ts';
import type { FairnessReport, FairnessSettings, RatingTable } from '#domain/statistics/fairness/types.ts';
import { answerBeside } from '#platform/jobs/beside.ts';

export interface WorkerInput {
  readonly table: RatingTable;
  readonly settings: FairnessSettings;
}

export interface WorkerAnswer {
  readonly report: FairnessReport;
  readonly ordinal: OrdinalCheck;
}

/** Share of the time that the report itself takes. */
const REPORT_SHARE = 0.9;

answerBeside(({ table, settings }: WorkerInput, onProgress): WorkerAnswer => {
  const report = fairnessReport(table, settings, (done) => onProgress(done * REPORT_SHARE));
  return { report, ordinal: ordinalCheck(table, report) };
});
