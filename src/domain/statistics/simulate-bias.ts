// Invented appraisals with seven kinds of rater effects planted in known raters: to see what a detector finds, and what
// it finds where nothing was planted.
//
// Model: item score = round(3.3 + 0.9 z) kept within 1 … 5, z = rater + person + form + item + person × item + error,
// all normal. Units of 40 people and 5 raters; one form in ten is by a rater of another unit. 4 % of the raters each are
// severe, lenient, central (a quarter of the spread), haloed (a fifth of the spread between items), drifting over the
// year, harder on one group, or kinder to those they have a declared tie with.
// The same seed gives the same numbers to the last bit. Not to be used for: statements about how often this happens.
import { type RandomSource, randomSource } from './random.ts';

/** In the order in which raters are drawn for them. */
export const PLANTED_KINDS = ['severe', 'lenient', 'central', 'halo', 'drift', 'group', 'favour'] as const;
export type PlantedKind = (typeof PLANTED_KINDS)[number];

export interface PlantedBias {
  readonly ratees: number;
  readonly raters: number;
  readonly items: number;
  /** One entry per form. */
  readonly ratee: Int32Array;
  readonly rater: Int32Array;
  /** Day of the year, 0 … 364. */
  readonly day: Int16Array;
  /** 1 where rater and ratee have a declared tie. */
  readonly tie: Uint8Array;
  /** One entry per ratee: group 0 or 1. */
  readonly group: Uint8Array;
  /** Forms × items, whole numbers 1 … 5. */
  readonly score: Float64Array;
  /** Per rater, what was planted. */
  readonly planted: readonly (PlantedKind | undefined)[];
  readonly trueRatee: Float64Array;
  /** On the scale of z; positive = lenient. */
  readonly trueRater: Float64Array;
}

const ITEM_DIFFICULTY = [-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3] as const;
const UNIT_PEOPLE = 40;
const UNIT_RATERS = 5;
const DEVIATION = {
  person: Math.sqrt(0.5),
  rater: Math.sqrt(0.25),
  form: Math.sqrt(0.2),
  personByItem: Math.sqrt(0.2),
  error: Math.sqrt(0.3),
};

interface People {
  readonly ratees: number;
  readonly raters: number;
  readonly trueRatee: Float64Array;
  readonly group: Uint8Array;
  readonly trueRater: Float64Array;
  readonly planted: readonly (PlantedKind | undefined)[];
  readonly personByItem: Float64Array;
}

/**
 * `raters` a multiple of 5; every five raters have `unitPeople` people, each person five forms of seven items: about
 * `unitPeople` forms a rater.
 */
export function simulatePlantedBias(seed: number, raters = 500, unitPeople = UNIT_PEOPLE): PlantedBias {
  const random = randomSource(seed);
  const people = drawPeople(random, raters, unitPeople);
  const forms = people.ratees * UNIT_RATERS;
  const ratee = new Int32Array(forms);
  const rater = new Int32Array(forms);
  const day = new Int16Array(forms);
  const tie = new Uint8Array(forms);
  const score = new Float64Array(forms * ITEM_DIFFICULTY.length);
  for (let form = 0; form < forms; form++) {
    const person = Math.floor(form / UNIT_RATERS);
    const firstOfPerson = person * UNIT_RATERS;
    ratee[form] = person;
    const unit = Math.floor(person / unitPeople);
    const by = drawRater(random, raters, unit, rater.subarray(firstOfPerson, form));
    const on = random.integer(365);
    const tied = random.uniform() < 0.1;
    rater[form] = by;
    day[form] = on;
    tie[form] = tied ? 1 : 0;
    fillForm(random, people, { person, rater: by, day: on, tied }, (item, value) => {
      score[form * ITEM_DIFFICULTY.length + item] = value;
    });
  }
  const { ratees, group, planted, trueRatee, trueRater } = people;
  const items = ITEM_DIFFICULTY.length;
  return { ratees, raters, items, ratee, rater, day, tie, group, score, planted, trueRatee, trueRater };
}

function drawPeople(random: RandomSource, raters: number, unitPeople: number): People {
  const ratees = Math.floor(raters / UNIT_RATERS) * unitPeople;
  const trueRatee = Float64Array.from({ length: ratees }, () => DEVIATION.person * random.normal());
  const group = Uint8Array.from({ length: ratees }, () => (random.uniform() < 0.45 ? 1 : 0));
  const trueRater = Float64Array.from({ length: raters }, () => DEVIATION.rater * random.normal());
  const planted = drawPlanted(random, raters);
  for (let rater = 0; rater < raters; rater++) {
    if (planted[rater] === 'severe') trueRater[rater] = -1.25;
    if (planted[rater] === 'lenient') trueRater[rater] = 1.25;
  }
  const personByItem = Float64Array.from(
    { length: ratees * ITEM_DIFFICULTY.length },
    () => DEVIATION.personByItem * random.normal(),
  );
  return { ratees, raters, trueRatee, group, trueRater, planted, personByItem };
}

function drawPlanted(random: RandomSource, raters: number): readonly (PlantedKind | undefined)[] {
  const order = Array.from({ length: raters }, (_, rater) => rater);
  for (let i = raters - 1; i > 0; i--) {
    const j = random.integer(i + 1);
    const kept = order[i] as number;
    order[i] = order[j] as number;
    order[j] = kept;
  }
  const each = Math.round(raters * 0.04);
  const planted: (PlantedKind | undefined)[] = Array.from({ length: raters }, () => undefined);
  let next = 0;
  for (const kind of PLANTED_KINDS) {
    for (let i = 0; i < each; i++) planted[order[next++] as number] = kind;
  }
  return planted;
}

function drawRater(random: RandomSource, raters: number, unit: number, before: Int32Array): number {
  const own = unit * UNIT_RATERS + before.length;
  if (random.uniform() >= 0.1) return own;
  const visitor = random.integer(raters);
  return before.includes(visitor) || Math.floor(visitor / UNIT_RATERS) === unit ? own : visitor;
}

interface Form {
  readonly person: number;
  readonly rater: number;
  readonly day: number;
  readonly tied: boolean;
}

function fillForm(
  random: RandomSource,
  people: People,
  form: Form,
  put: (item: number, value: number) => void,
): void {
  const kind = people.planted[form.rater];
  const ability = people.trueRatee[form.person] as number;
  const leniency = people.trueRater[form.rater] as number;
  const dyad = DEVIATION.form * random.normal();
  let level = kind === 'central' ? leniency + 0.25 * (ability + dyad) : leniency + ability + dyad;
  if (kind === 'drift') level += 1.2 * (form.day / 364 - 0.5);
  if (kind === 'group' && people.group[form.person] === 1) level -= 0.7;
  if (kind === 'favour' && form.tied) level += 1.0;
  const spread = kind === 'halo' ? 0.2 : kind === 'central' ? 0.25 : 1;
  ITEM_DIFFICULTY.forEach((difficulty, item) => {
    const own = people.personByItem[form.person * ITEM_DIFFICULTY.length + item] as number;
    const z = level + difficulty + spread * (own + DEVIATION.error * random.normal());
    put(item, Math.max(1, Math.min(5, Math.round(3.3 + 0.9 * z))));
  });
}

/** The table as a comma-separated file: one line per form and item. */
export function plantedBiasCsv(data: PlantedBias): string {
  const lines = ['ratee,rater,item,day,group,tie,score'];
  for (let form = 0; form < data.ratee.length; form++) {
    const ratee = data.ratee[form] as number;
    const before = `${ratee},${data.rater[form]}`;
    const after = `${data.day[form]},${data.group[ratee]},${data.tie[form]}`;
    for (let item = 0; item < data.items; item++) {
      lines.push(`${before},${item},${after},${data.score[form * data.items + item]}`);
    }
  }
  return `${lines.join('\n')}\n`;
}
