/** What the picture of a scheme shows, before anything is drawn: inputs, how they are joined, gates, categories. */

import type { Scheme } from '#domain/schemes/index.ts';
import { formatDecimal } from '#platform/locale/format.ts';
import { inLocale } from '#platform/locale/locale.ts';
import { categoryOf, describeComponents, type Role } from './describe.ts';
import { text } from './text-page.ts';

export interface PictureInput {
  readonly code: string;
  readonly label: string;
  /** Beside the label: `50 %`, `+ 10`, `baris`. */
  readonly mark: string;
  /** Share of the whole that flows into the result; 0 for what only adds or opens. */
  readonly share: number;
  readonly isExtra: boolean;
  /** Adds to the result without a weight of its own. */
  readonly adds: boolean;
}

export interface PictureCategory {
  readonly code: string;
  readonly label: string;
  /** Lowest score of the category, where scores decide. */
  readonly from: string | null;
}

export interface PictureModel {
  readonly inputs: readonly PictureInput[];
  /** Names the joint: `Nilai akhir`, `Matriks`, `Yang terendah`. */
  readonly joint: string;
  /** Rank of the category in each cell, for a matrix. */
  readonly cells: readonly (readonly number[])[] | null;
  readonly gates: readonly { readonly label: string; readonly atMost: string }[];
  /** Worst first, as on a number line. */
  readonly categories: readonly PictureCategory[];
  /** Whether the official predicate stands beside the category, or is the category itself. */
  readonly hasOfficial: boolean;
}

export function pictureOf(scheme: Scheme): PictureModel {
  return {
    inputs: inputsOf(scheme),
    joint: jointOf(scheme),
    cells: cellsOf(scheme),
    gates: (scheme.gates ?? []).map((gate) => ({
      label: inLocale(gate.label),
      atMost: inLocale(categoryOf(scheme, gate.atMost)),
    })),
    categories: scheme.categories
      .map(({ code, label }) => ({ code, label: inLocale(label), from: lowestOf(scheme, code) }))
      .toReversed(),
    hasOfficial: scheme.official?.predicate === 'national-matrix',
  };
}

function inputsOf(scheme: Scheme): readonly PictureInput[] {
  const described = describeComponents(scheme);
  return described
    .map(({ code, settings, roles }) => ({
      code,
      label: inLocale(settings.label),
      adds: roles[0]?.kind === 'bonus',
      ...entryOf(roles[0], described.length),
    }))
    .sort((first, second) => Number(first.isExtra) - Number(second.isExtra));
}

/** How a component enters the picture: by the first of its roles, which is the one that counts most. */
function entryOf(role: Role | undefined, count: number): Pick<PictureInput, 'mark' | 'share' | 'isExtra'> {
  const extra = (mark: string) => ({ mark, share: 0, isExtra: true });
  switch (role?.kind) {
    case 'weight':
      return {
        mark: `${formatDecimal(role.percent)} %`,
        share: Number(role.percent) / 100,
        isExtra: false,
      };
    case 'row':
    case 'column':
      return {
        mark: [text[`mark_${role.kind}`](), ...percentOf(role)].join(' '),
        share: shareOf(role) / 2,
        isExtra: false,
      };
    case 'lowest':
      return { mark: percentOf(role).join(''), share: shareOf(role) / count, isExtra: false };
    case 'bonus':
      return extra(`+ ${formatDecimal(role.atMost)}`);
    case 'chooses-weights':
      return extra(text.mark_weights());
    case 'opens-category':
    case 'gate':
      return extra(text.mark_gate());
    case 'official':
      return extra(text.mark_official());
    case undefined:
      return extra(text.mark_shown());
  }
}

type AxisRole = { readonly percent: string | null };

function percentOf({ percent }: AxisRole): readonly string[] {
  return percent === null ? [] : [`${formatDecimal(percent)} %`];
}

function shareOf({ percent }: AxisRole): number {
  return percent === null ? 1 : Number(percent) / 100;
}

function jointOf({ combination }: Scheme): string {
  switch (combination.mechanism) {
    case 'matrix':
      return text.jointMatrix();
    case 'weighted-mean':
      return text.jointScore();
    case 'lowest-of':
      return text.jointLowest();
  }
}

function cellsOf(scheme: Scheme): PictureModel['cells'] {
  const { combination, categories } = scheme;
  if (combination.mechanism !== 'matrix') return null;
  const rank = (code: string | undefined) => categories.findIndex((category) => category.code === code);
  return Object.values(combination.cells).map((row) => Object.values(row).map(rank));
}

/** The lowest score at which the category is reached; the first band that names it. */
export function lowestOf({ combination }: Scheme, category: string): string | null {
  if (combination.mechanism !== 'weighted-mean') return null;
  return combination.bands.find((band) => band.category === category)?.from ?? null;
}
