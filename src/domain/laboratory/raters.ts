/** Who rates whom, and what each rater brings along: severity, the culture of the unit, favourites. */
import type { Voice } from '../schemes/voices.ts';
import { numberOf, STREAM, type Streams } from './draws.ts';
import type { LaboratorySettings, ManyVoice } from './settings.ts';
import type { Organisation } from './structure.ts';

/** A rater: a number of the organisation, or a stranger to it. */
export interface Rater {
  readonly key: number;
  /** Undefined for those who belong to no unit of the agency. */
  readonly unit: number | undefined;
}

/** Strangers begin far above every number of an organisation. */
const STRANGERS = 1_000_000;
const OFFICER: Rater = { key: STRANGERS - 1, unit: undefined };

export type RaterFinder = (voice: Voice, person: number, settings: LaboratorySettings) => readonly Rater[];

/** Finds the raters of a voice; more raters are always the fewer ones and some more. */
export function raterFinder(organisation: Organisation, streams: Streams): RaterFinder {
  const inside = (key: number): Rater => ({ key, unit: organisation.unitOf(key) });
  const outside = (voice: Voice, person: number, count: number): readonly Rater[] =>
    Array.from({ length: count }, (_, place) => ({
      key: STRANGERS + ((numberOf(voice) % 1000) * 4000 + person) * 64 + place,
      unit: undefined,
    }));
  const some = (voice: Voice, person: number, from: readonly number[], count: number): readonly Rater[] => {
    const pool = from.filter((each) => each !== person);
    const random = streams(STREAM.choice, person, numberOf(voice));
    const chosen: Rater[] = [];
    while (chosen.length < count && pool.length > 0) {
      const [key = 0] = pool.splice(random.integer(pool.length), 1);
      chosen.push(inside(key));
    }
    return chosen;
  };
  const colleagues = (person: number) => organisation.members[organisation.unitOf(person)] ?? [];

  return (voice, person, settings) => {
    const asked = (many: ManyVoice) => settings.raters[many];
    switch (voice) {
      case 'appraiser':
        return [
          inside(organisation.appraiserOf(person)),
          ...secondAppraisers(organisation, streams, person, settings).map(inside),
        ];
      case 'appraiser-superior': {
        const superior = organisation.superiorOf(person);
        return superior === undefined ? outside(voice, organisation.unitOf(person), 1) : [inside(superior)];
      }
      case 'team-lead':
        return some(voice, person, colleagues(person), 1);
      case 'colleague':
        return some(voice, person, colleagues(person), asked(voice));
      case 'subordinate':
        return some(voice, person, organisation.staff(person), asked(voice));
      case 'service-user':
      case 'outsider':
      case 'citizen':
        return outside(voice, person, asked(voice));
      case 'self':
        return [inside(person)];
      case 'officer':
      case 'measured':
        return [OFFICER];
    }
  };
}

/**
 * The appraisers who rate a second (third …) time. `secondLooks` may exceed 100 inside the curve: 200 means two more
 * appraisers for everybody.
 */
export function secondAppraisers(
  organisation: Organisation,
  streams: Streams,
  person: number,
  { secondLooks, acrossUnits }: Pick<LaboratorySettings, 'secondLooks' | 'acrossUnits'>,
): readonly number[] {
  if (secondLooks === 0) return [];
  const random = streams(STREAM.looked, person);
  const partly = random.uniform() * 100 < secondLooks % 100 ? 1 : 0;
  const count = Math.floor(secondLooks / 100) + partly;
  if (count === 0) return [];
  const own = organisation.appraiserOf(person);
  const unit = organisation.unitOf(person);
  const others = organisation.appraisers.filter((each) => each !== own && each !== person);
  const fitting = others.filter((each) => (organisation.unitOf(each) !== unit) === acrossUnits);
  const pool = fitting.length >= count ? fitting : [...others];
  const chosen: number[] = [];
  while (chosen.length < count && pool.length > 0) {
    const [key] = pool.splice(random.integer(pool.length), 1);
    if (key !== undefined) chosen.push(key);
  }
  return chosen;
}

/** What raters bring along in one period; drawn once, whatever is asked of it. */
export interface Temper {
  /** Severity of their own and of their unit, each in standard deviations of its kind. */
  readonly severityOf: (rater: Rater) => { readonly own: number; readonly shared: number };
}

export function temperIn(streams: Streams): Temper {
  const known = new Map<number, { readonly own: number; readonly shared: number }>();
  return {
    severityOf(rater) {
      const kept = known.get(rater.key);
      if (kept) return kept;
      const own = streams(STREAM.severity, rater.key).normal();
      const shared = rater.unit === undefined ? 0 : streams(STREAM.culture, rater.unit).normal();
      const severity = { own, shared };
      // Strangers come once; those of the agency come back.
      if (rater.unit !== undefined) known.set(rater.key, severity);
      return severity;
    },
  };
}

/** How much severity lifts everybody whom a rater rates, in standard deviations between people. */
export function severityLift(temper: Temper, rater: Rater, settings: LaboratorySettings): number {
  if (settings.severity === 0) return 0;
  const { own, shared } = temper.severityOf(rater);
  const culture = rater.unit === undefined ? 0 : settings.unitCulture / 100;
  return (settings.severity / 100) * (Math.sqrt(1 - culture) * own + Math.sqrt(culture) * shared);
}
