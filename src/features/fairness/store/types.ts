/** What a run leaves behind, as pages and papers read it. */
import type { OrdinalCheck } from '#domain/statistics/fairness/ordinal-check.ts';
import type {
  DetectorName,
  FairnessReport,
  FairnessSettings,
  Flag,
  RateeFigure,
  RaterFigure,
} from '#domain/statistics/fairness/types.ts';
import type { RaterRole } from '../collect/forms.ts';
import type { LevelCount } from '../mirror/levels.ts';

export type RunState = 'waiting' | 'running' | 'done' | 'failed' | 'cancelled';
export const STAGES = ['collecting', 'fitting', 'storing'] as const;
export type Stage = (typeof STAGES)[number];

export interface Run {
  readonly id: string;
  readonly periodId: string;
  readonly periodName: string;
  readonly state: RunState;
  readonly stage: Stage;
  /** Of `total` within the stage; both 0 where it has no steps. */
  readonly done: number;
  readonly total: number;
  readonly forms: number;
  /** Version of the method. */
  readonly method: string;
  readonly settings: FairnessSettings;
  readonly inputSha256: string | null;
  /** Null where the night's work asked. */
  readonly requestedBy: string | null;
  readonly requestedAt: Date;
  readonly finishedAt: Date | null;
  readonly failure: string | null;
}

/** The report of one scheme version without the rows that name somebody; those are stored apart. */
export type StoredReport = Omit<
  FairnessReport,
  'raters' | 'ratees' | 'flags' | 'connectivity' | 'detectors'
> & {
  readonly connectivity: Omit<FairnessReport['connectivity'], 'articulation'>;
  readonly detectors: readonly Omit<FairnessReport['detectors'][number], 'results'>[];
  /** Answered forms of voices without a name, by voice: counted, and in no model. */
  readonly unnamed: Readonly<Record<string, number>>;
  readonly formsByRole: Readonly<Partial<Record<RaterRole, number>>>;
  /** The second opinion on severity. */
  readonly ordinal: OrdinalCheck;
};

export interface Model {
  readonly ordinal: number;
  readonly scheme: { readonly id: string; readonly version: number };
  readonly report: StoredReport;
}

export type DetectorResult = FairnessReport['detectors'][number]['results'][number];

export interface RaterRow extends Omit<RaterFigure, 'rater'> {
  /** What each detector found, flagged or not. */
  readonly tests: Readonly<Partial<Record<DetectorName, Omit<DetectorResult, 'rater'>>>>;
  /** How often each level was given; runs of earlier versions did not keep it. */
  readonly levels?: readonly LevelCount[];
  /** Participants whom this rater rated; runs of earlier versions did not keep it. */
  readonly rated?: readonly string[];
}

export interface StoredRater extends RaterRow {
  readonly personId: string;
  readonly name: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
}

export interface StoredForm {
  readonly raterId: string;
  readonly role: RaterRole;
  /** Mean of the items, 0 … 100. */
  readonly score: number;
  /** Civil date. */
  readonly on: string;
}

export interface RateeRow extends Omit<RateeFigure, 'ratee'> {
  readonly forms: readonly StoredForm[];
}

export interface StoredRatee extends RateeRow {
  readonly participantId: string;
  readonly personId: string;
  readonly name: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly predicate: string | null;
  readonly category: string | null;
}

export interface FlagRow extends Omit<Flag, 'rater' | 'cases' | 'group'> {
  /** Participants, the most telling first. */
  readonly cases: readonly string[];
}

export interface StoredFlag extends FlagRow {
  readonly id: string;
  readonly ordinal: number;
  readonly rank: number;
  readonly periodId: string;
  readonly raterId: string;
  readonly raterName: string;
  readonly answer: { readonly body: string; readonly at: Date } | null;
}

export interface SettingsVersion {
  readonly settings: FairnessSettings;
  readonly reason: string;
  readonly afterResults: boolean;
  readonly registeredBy: string;
  readonly registeredAt: Date;
}
