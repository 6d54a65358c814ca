/** The appraiser's instrument under a scheme of the agency: what is known, what is asked, and what was typed so far. */
import type { CompiledScheme, Scheme } from '#domain/schemes/index.ts';
import { currentMeasurements, type Measurement } from '#features/measurements/index.ts';
import { type IndicatorProgress, progressOf } from '#features/monitoring/index.ts';
import type { Participation } from '#features/periods/index.ts';
import type { AgreedPlan } from '#features/planning/index.ts';
import {
  type Fields,
  type Frame,
  type InstrumentReading,
  instrumentFields,
  readInstrument,
  standardPost,
} from '#features/schemes/index.ts';
import type { Tx } from '#platform/database/database.ts';
import type { RatingContent } from '../content.ts';
import type { EvaluationView } from '../evaluation-view.ts';
import type { Year } from '../grounds/year.ts';
import { planLines } from './plan-lines.ts';
import { localLacks } from './rated-items.ts';

/** Whether the appraiser rates with the instrument of the scheme instead of the national form. */
export function isLocal({ scheme }: CompiledScheme): boolean {
  return scheme.authority === 'local';
}

/** What stands before the appraiser writes: measurements and the progress of the year. */
export interface LocalBasis {
  readonly measurements: ReadonlyMap<string, Measurement>;
  readonly progress: readonly IndicatorProgress[];
}

export async function localBasis(tx: Tx, participantId: string): Promise<LocalBasis> {
  return {
    measurements: await currentMeasurements(tx, participantId),
    progress: await progressOf(tx, participantId),
  };
}

export function appraiserFrame(
  { scheme }: CompiledScheme,
  participation: Participation,
  agreed: AgreedPlan,
  basis: LocalBasis,
): Frame {
  const measured = [...basis.measurements].filter(([component]) => component in scheme.components);
  const base: Record<string, unknown> = Object.fromEntries(
    measured.map(([component, { value }]) => [component, value]),
  );
  for (const code of Object.keys(scheme.components)) {
    const post = standardPost(scheme, code, participation.person);
    const standing = base[code];
    if (post) base[code] = { post, ...(typeof standing === 'object' ? standing : {}) };
  }
  return { scheme, mode: 'appraiser', look: 'cards', base, lines: planLines(agreed.content, basis.progress) };
}

export interface Instrumented {
  readonly frame: Frame;
  readonly fields: Fields;
  readonly reading: InstrumentReading;
}

/** The draft read with the instrument as it stands now; measured evidence may have come in since it was saved. */
export function readDraft(compiled: CompiledScheme, frame: Frame, typed: Fields | undefined): Instrumented {
  const fields = { ...instrumentFields(frame), ...typed };
  return { frame, fields, reading: readInstrument(compiled, frame, fields) };
}

/** Everything that still stands in the way of giving the result, by field. */
export function obstaclesOf(
  read: Instrumented,
  year: Pick<Year, 'citables' | 'days'>,
): Readonly<Record<string, string>> {
  const { gaps, problems } = read.reading;
  return { ...localLacks(read, year), ...gaps, ...problems };
}

/** What the appraiser has written so far, read with what is known now; asks for an agreed plan. */
export function readRating(
  evaluation: Pick<EvaluationView, 'scheme' | 'view' | 'agreed' | 'local'>,
  content: RatingContent,
): Instrumented {
  const { scheme, view, agreed, local } = evaluation;
  if (!agreed || !local) throw new Error('the instrument is read by who rates, beside an agreed plan');
  return readDraft(scheme, appraiserFrame(scheme, view.participation, agreed, local), content.instrument);
}

const OWN = new Set(['revision', 'step', 'notes', 'resultId']);
const MOST_FIELDS = 3000;
const LONGEST = 4000;

/** The fields of the instrument among all that was sent, cut to what our form allows. */
export function instrumentIn(scheme: Scheme, fields: Fields): Fields {
  const names = [...Object.keys(scheme.components), 'official'];
  return Object.fromEntries(
    Object.entries(fields)
      .filter(
        ([name]) => !OWN.has(name) && name.length <= 200 && names.some((own) => name.startsWith(`${own}.`)),
      )
      .slice(0, MOST_FIELDS)
      .map(([name, value]) => [name, value.slice(0, LONGEST)]),
  );
}
