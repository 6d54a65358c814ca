/**
 * Mechanism `innovation`: points for innovations by the stage each has reached, up to a most. One that
 * no other unit has verified counts only the share that the scheme gives it, which may be nothing.
 * An empty list is the value 0: nothing was proposed. Only evidence that was not given is missing.
 */
import { z } from 'zod';
import { say } from '../../bilingual.ts';
import { words } from '../../problem.ts';
import { DEFAULT_DECIMALS, meanUnits, unitsOf } from '../fixed.ts';
import { MISSING_OUTCOME, scoreOutcome } from '../outcome.ts';
import { reportRepeated } from '../reports.ts';
import { bilingualText, code, commonSettings, decimalSetting } from '../shapes.ts';
import { MAXIMUM_COUNT, MAXIMUM_COUNT_UNITS } from './counted-scale.ts';
import { explainInnovations } from './innovation-words.ts';
import {
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Labelled,
  type Mechanism,
  type Report,
} from './mechanism.ts';
import { FULL_UNITS } from './records.ts';

export const innovationSettings = z.strictObject({
  mechanism: z.literal('innovation'),
  ...commonSettings,
  /** How far an innovation can come and what that counts, fewest points first. */
  stages: z
    .array(z.strictObject({ code, label: bilingualText, points: decimalSetting }))
    .min(1)
    .max(20),
  /** Percent of the points that an innovation counts while nobody has verified it. */
  unverifiedPercent: decimalSetting,
  /** The most that all innovations together count. */
  atMost: decimalSetting,
});
export type InnovationSettings = z.infer<typeof innovationSettings>;

/** An innovation as the evidence gives it; `verifiedBy` names the unit that verified it. */
export type Innovation = { readonly title: string; readonly stage: string; readonly verifiedBy?: string };
export type Stage = Labelled & { readonly units: number };

const MAXIMUM_ITEMS = 200;
const MAXIMUM_TEXT = 300;
const NAMES = new Set(['items']);
const ITEM_NAMES = new Set(['title', 'stage', 'verifiedBy']);

function checkInnovation(settings: InnovationSettings, report: Report): void {
  const { stages, unverifiedPercent, atMost } = settings;
  reportRepeated(report, ['stages'], stages);
  const most = unitsOf(atMost);
  for (const [index, { points }] of stages.entries()) {
    const before = stages[index - 1];
    if (before && unitsOf(points) <= unitsOf(before.points))
      report(
        ['stages', index, 'points'],
        say(
          { id: 'tidak lebih besar daripada {before} di atasnya', en: 'is not more than {before} above it' },
          { before: before.points },
        ),
        {
          id: 'urutkan tahap dari yang paling awal; tahap yang lebih jauh bernilai lebih besar',
          en: 'order the stages from the earliest; a further stage counts more',
        },
      );
    if (unitsOf(points) > most)
      report(
        ['stages', index, 'points'],
        say({ id: 'melebihi atMost {most}', en: 'is more than atMost {most}' }, { most: atMost }),
        { id: 'turunkan points, atau naikkan atMost', en: 'lower points, or raise atMost' },
      );
  }
  if (unitsOf(unverifiedPercent) > FULL_UNITS)
    report(
      ['unverifiedPercent'],
      { id: 'lebih dari 100 %', en: 'is more than 100 %' },
      {
        id: 'tulis 0 sampai 100: yang belum diverifikasi tidak bernilai lebih besar',
        en: 'write 0 to 100: what is not verified does not count more',
      },
    );
  if (most === 0 || most > MAXIMUM_COUNT_UNITS)
    report(
      ['atMost'],
      say(
        { id: 'bukan nilai di atas 0 sampai {most}', en: 'is not a score above 0 up to {most}' },
        { most: MAXIMUM_COUNT },
      ),
      {
        id: 'tulis batas tertinggi komponen ini, misalnya 100',
        en: 'write the most of this component, such as 100',
      },
    );
}

function isText(value: unknown): value is string {
  return typeof value === 'string' && value.length <= MAXIMUM_TEXT && value.trim() !== '';
}

/** Index of the first title that stands in the list before, whatever its capitals and spaces. */
function repeatedTitle(items: readonly Innovation[]): number {
  const seen = new Set<string>();
  for (let index = 0; index < items.length; index += 1) {
    const title = (items[index]?.title ?? '').trim().replace(/\s+/g, ' ').toLowerCase();
    if (seen.has(title)) return index;
    seen.add(title);
  }
  return -1;
}

/** Reads a list of innovations fast; undefined where `itemsShape` has something to say. */
function itemsOf(given: unknown, stages: ReadonlyMap<string, Stage>): readonly Innovation[] | undefined {
  if (!isRecord(given) || !hasOnly(given, NAMES)) return undefined;
  const { items } = given;
  if (!Array.isArray(items) || items.length > MAXIMUM_ITEMS) return undefined;
  for (const item of items) {
    if (!isRecord(item) || !hasOnly(item, ITEM_NAMES)) return undefined;
    if (!isText(item.title) || !stages.has(item.stage as string)) return undefined;
    if (item.verifiedBy !== undefined && !isText(item.verifiedBy)) return undefined;
  }
  return items.length > 1 && repeatedTitle(items) >= 0 ? undefined : items;
}

function itemsShape(stages: ReadonlyMap<string, Stage>) {
  const text = (what: { readonly id: string; readonly en: string }) =>
    z.string().refine(
      isText,
      words(
        { id: 'kosong atau terlalu panjang', en: 'is empty or too long' },
        say(
          {
            id: 'tulis {what}, paling panjang {most} karakter',
            en: 'write {what}, at most {most} characters',
          },
          { what, most: MAXIMUM_TEXT },
        ),
      ),
    );
  const item = z.strictObject({
    title: text({ id: 'nama inovasi', en: 'the name of the innovation' }),
    stage: z.enum([...stages.keys()]),
    verifiedBy: text({
      id: 'unit kerja lain yang memeriksanya, atau hapus bila belum diperiksa',
      en: 'the other unit that checked it, or remove it while nobody did',
    }).optional(),
  });
  return z.strictObject({
    items: z
      .array(item)
      .max(MAXIMUM_ITEMS)
      .superRefine((items, context) => {
        // The list is typed by its schema; an absent optional name reads the same.
        const index = repeatedTitle(items as readonly Innovation[]);
        if (index < 0) return;
        context.addIssue({
          code: 'custom',
          path: [index, 'title'],
          ...words(
            { id: 'inovasi ini sudah tercantum', en: 'this innovation is already in the list' },
            { id: 'tulis sekali, dengan tahap terjauhnya', en: 'write it once, with its furthest stage' },
          ),
        });
      }),
  });
}

/** What innovations count: `sum` before the most, `units` after it. */
export type Tally = { readonly sum: number; readonly units: number };
export type Tallier = (items: readonly Innovation[]) => Tally;

/** Adds whole points first and divides once, so that the order of the list changes nothing. */
function tallier(settings: InnovationSettings, stages: ReadonlyMap<string, Stage>): Tallier {
  const unverified = unitsOf(settings.unverifiedPercent);
  const most = unitsOf(settings.atMost);
  const decimals = settings.decimals ?? DEFAULT_DECIMALS;
  const divides = unverified > 0 && unverified < FULL_UNITS;
  return (items) => {
    let verifiedUnits = 0;
    let otherUnits = 0;
    for (const { stage, verifiedBy } of items) {
      const units = stages.get(stage)?.units ?? 0;
      if (verifiedBy === undefined) otherUnits += units;
      else verifiedUnits += units;
    }
    const sum = divides
      ? meanUnits(verifiedUnits * FULL_UNITS + otherUnits * unverified, FULL_UNITS, decimals)
      : verifiedUnits + (unverified === 0 ? 0 : otherUnits);
    return { sum, units: Math.min(sum, most) };
  };
}

function compileInnovation(settings: InnovationSettings, context: ComponentContext): CompiledComponent {
  const stages = new Map(
    settings.stages.map(({ code: name, label, points }): [string, Stage] => [
      name,
      { code: name, label, units: unitsOf(points) },
    ]),
  );
  const tally = tallier(settings, stages);
  const last = settings.stages.at(-1);
  const basis = context.basis(settings.basis);
  return {
    code: context.code,
    label: settings.label,
    evidence: itemsShape(stages),
    example: { items: [{ title: 'Antrean daring', stage: last?.code, verifiedBy: 'Inspektorat' }] },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      const items = itemsOf(given, stages);
      return items && scoreOutcome(tally(items).units);
    },
    explain(given, annotations) {
      const items = itemsOf(given, stages);
      return explainInnovations({
        code: context.code,
        label: settings.label,
        basis,
        items,
        tally,
        stages,
        unverifiedUnits: unitsOf(settings.unverifiedPercent),
        mostUnits: unitsOf(settings.atMost),
        annotations,
      });
    },
  };
}

export const innovation: Mechanism<InnovationSettings> = {
  yields: 'score',
  givenBy: 'measured',
  range: ({ atMost }) => ({ from: 0, to: unitsOf(atMost) }),
  check: (settings, _, report) => checkInnovation(settings, report),
  compile: compileInnovation,
};
