/** Everything the mirror shows of one period, read by the appraiser whose ratings they are and by nobody else. */
import { Decimal } from 'decimal.js';
import { type Bilingual, sameInBoth } from '#domain/bilingual.ts';
import type { RatedItem } from '#domain/ratings/given.ts';
import { RATINGS, ratingLabel } from '#domain/rules/index.ts';
import type { Scheme } from '#domain/schemes/index.ts';
import type { SchemeStore } from '#features/schemes/index.ts';
import { type ComparedLook, secondLooksOf } from '#features/second-looks/index.ts';
import type { Tx } from '#platform/database/database.ts';
import { type Block, collectForms, type RaterRole } from '../collect/forms.ts';
import { modelsOf, ratersOf } from '../store/queries.ts';
import { latestRun } from '../store/runs.ts';
import type { Model, Run, StoredRater } from '../store/types.ts';
import { type Pattern, patternsOf } from './answers/questions.ts';
import type { LevelCount } from './levels.ts';
import {
  type EarlierFigures,
  earlierFigures,
  levelsOfAll,
  type MirrorPeriod,
  peopleRatedBy,
  periodsRated,
  type RatedPerson,
} from './queries.ts';

export interface OwnForm {
  readonly participantId: string;
  readonly name: string;
  readonly isOwn: boolean;
  readonly role: RaterRole;
  /** Civil date. */
  readonly on: string;
  readonly items: readonly RatedItem[];
  readonly score: number;
  /** Others rated this person too. */
  readonly isShared: boolean;
  /** What the model expects of this person with raters of average severity; null where it says nothing. */
  readonly fair: number | null;
}

export interface OwnLook extends ComparedLook {
  readonly name: string;
  readonly personId: string;
}

export interface MirrorSection {
  readonly model: Model;
  readonly title: Bilingual;
  readonly rater: StoredRater;
  readonly forms: readonly OwnForm[];
  /** Null where the run kept no count of levels. */
  readonly levels: { readonly raters: number; readonly levels: readonly LevelCount[] } | null;
  readonly levelNames: ReadonlyMap<number, Bilingual>;
  readonly earlier: readonly EarlierFigures[];
  readonly looks: readonly OwnLook[];
}

export interface MirrorView {
  readonly periods: readonly MirrorPeriod[];
  readonly period: MirrorPeriod;
  readonly run: Run | undefined;
  readonly sections: readonly MirrorSection[];
  readonly patterns: readonly Pattern[];
}

/** The latest period with figures where none is asked for; undefined for whoever rates nobody. */
export async function loadMirror(
  tx: Tx,
  schemes: SchemeStore,
  personId: string,
  periodId?: string,
): Promise<MirrorView | undefined> {
  const periods = await periodsRated(tx, personId);
  const period = periodId
    ? periods.find(({ id }) => id === periodId)
    : (periods.find(({ hasFigures }) => hasFigures) ?? periods[0]);
  if (!period) return undefined;
  const run = await latestRun(tx, period.id);
  const sections = run ? await sectionsOf(tx, schemes, personId, run) : [];
  return { periods, period, run, sections, patterns: await patternsOf(tx, personId, period.id) };
}

async function sectionsOf(
  tx: Tx,
  schemes: SchemeStore,
  personId: string,
  run: Run,
): Promise<readonly MirrorSection[]> {
  const models = await modelsOf(tx, run.id);
  const raters = new Map<number, StoredRater>();
  for (const { ordinal } of models)
    for (const rater of await ratersOf(tx, run.id, ordinal, { raterId: personId }))
      raters.set(ordinal, rater);
  if (raters.size === 0) return [];
  const participantIds = [...raters.values()].flatMap(({ rated }) => rated ?? []);
  const people = await peopleRatedBy(tx, run.id, personId, participantIds);
  const blocks = await collectForms(tx, schemes, run.periodId, { participantIds });
  const looks = await secondLooksOf(tx, run.periodId, { firstAppraiserId: personId });
  const earlier = await earlierFigures(tx, personId, run.periodId);
  const sections: MirrorSection[] = [];
  for (const model of models) {
    const rater = raters.get(model.ordinal);
    if (!rater) continue;
    const own = people.filter(({ ordinal }) => ordinal === model.ordinal);
    const { scheme } = await schemes.load(tx, model.scheme.id, model.scheme.version);
    sections.push({
      model,
      title: scheme.title,
      rater,
      forms: formsOf(blocks, own, personId),
      levels: rater.levels ? await levelsOfAll(tx, run.id, model.ordinal) : null,
      levelNames: levelNames(scheme),
      earlier,
      looks: looks.flatMap((look) => {
        const person = own.find(({ participantId }) => participantId === look.participantId);
        return person ? [{ ...look, name: person.name, personId: person.personId }] : [];
      }),
    });
  }
  return sections;
}

function formsOf(
  blocks: readonly Block[],
  people: readonly RatedPerson[],
  raterId: string,
): readonly OwnForm[] {
  const byId = new Map(people.map((person) => [person.participantId, person]));
  return blocks
    .flatMap(({ forms }) => forms)
    .flatMap((form) => {
      const person = form.raterId === raterId ? byId.get(form.participantId) : undefined;
      if (!person) return [];
      const { participantId, role, on, items } = form;
      const score = items.reduce((sum, { at }) => sum + at, 0) / items.length;
      const { name, isOwn, fair } = person;
      const isShared = person.forms.some((each) => each.raterId !== raterId);
      return [{ participantId, name, isOwn, role, on, items, score, isShared, fair }];
    })
    .sort((one, other) => one.name.localeCompare(other.name, 'id'));
}

/** Competencies are rated by number, from 1 to 5. */
const NUMBERED: readonly Bilingual[] = [1, 2, 3, 4, 5].map((level) => sameInBoth(String(level)));

/** Names of the levels of rated items, where all scales of the scheme call a place by one name. */
export function levelNames(scheme: Scheme): ReadonlyMap<number, Bilingual> {
  const names = new Map<number, Bilingual | null>();
  for (const labels of scalesOf(scheme))
    for (const [step, label] of labels.entries()) {
      const at = labels.length < 2 ? 100 : Math.round((step / (labels.length - 1)) * 100);
      const known = names.get(at);
      names.set(at, known === undefined || known?.id === label.id ? label : null);
    }
  return new Map([...names].flatMap(([at, label]) => (label ? [[at, label] as const] : [])));
}

/** Labels from the lowest level up; lines of a plan are not counted by level. */
function scalesOf(scheme: Scheme): readonly (readonly Bilingual[])[] {
  if (scheme.authority === 'national') return [[...RATINGS].reverse().map(ratingLabel)];
  return Object.values(scheme.components).flatMap((settings) => {
    if (settings.mechanism === 'competencies') return [NUMBERED];
    if (settings.mechanism !== 'rated-items') return [];
    const levels = scheme.scales?.[settings.scale]?.levels ?? [];
    const rising = levels.toSorted((one, other) => new Decimal(one.score ?? 0).comparedTo(other.score ?? 0));
    return [rising.map(({ label }) => label)];
  });
}
