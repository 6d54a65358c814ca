/** Computes the report of one scheme version beside the web. */
import { fairnessReport } from '#domain/statistics/fairness/report.ts';
import type { FairnessSettings, RatingTable } from '#domain/statistics/fairness/types.ts';
import { answerBeside } from '#platform/jobs/beside.ts';

export interface WorkerInput {
  readonly table: RatingTable;
  readonly settings: FairnessSettings;
}

answerBeside(({ table, settings }: WorkerInput, onProgress) => fairnessReport(table, settings, onProgress));
