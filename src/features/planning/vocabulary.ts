/** What the scheme of the period calls the parts of a plan, in the language of the page. */
import type { Scheme } from '#domain/schemes/index.ts';
import { type Bilingual, inLocale } from '#platform/locale/locale.ts';
import {
  ASPECTS,
  PERSPECTIVES,
  type PlanContent,
  type PlanResult,
  VALUE_CODES,
  type ValueCode,
} from './content.ts';
import { text } from './text.ts';

export type Aspect = (typeof ASPECTS)[number];
export type Perspective = (typeof PERSPECTIVES)[number];

export interface ValueWords {
  readonly code: ValueCode;
  readonly label: string;
  /** Guide lines (panduan perilaku) of the value. */
  readonly guides: readonly string[];
}

export interface PlanVocabulary {
  readonly values: readonly ValueWords[];
  readonly models: Readonly<Record<PlanContent['model'], string>>;
  readonly kinds: Readonly<Record<PlanResult['kind'], string>>;
  readonly aspects: Readonly<Record<Aspect, string>>;
  readonly perspectives: Readonly<Record<Perspective, string>>;
  readonly annex: Readonly<Record<keyof PlanContent['annex'], string>>;
}

interface Labelled {
  readonly code: string;
  readonly label: Bilingual;
}

/** A code that the scheme does not name is shown as it is, never left out. */
function label(list: readonly Labelled[] | undefined, code: string): string {
  const found = list?.find((each) => each.code === code);
  return found ? inLocale(found.label) : code;
}

function labels<Code extends string>(
  list: readonly Labelled[] | undefined,
  codes: readonly Code[],
): Record<Code, string> {
  return Object.fromEntries(codes.map((code) => [code, label(list, code)])) as Record<Code, string>;
}

export function vocabularyOf(scheme: Scheme | undefined): PlanVocabulary {
  const plan = scheme?.plan;
  return {
    values: VALUE_CODES.map((code) => ({
      code,
      label: label(scheme?.behaviours?.values, code),
      guides: scheme?.behaviours?.values.find((each) => each.code === code)?.guides.map(inLocale) ?? [],
    })),
    models: labels(plan?.models, ['quantitative', 'qualitative']),
    kinds: labels(plan?.lineKinds, ['main', 'additional']),
    aspects: labels(plan?.aspects, ASPECTS),
    perspectives: labels(plan?.perspectives, PERSPECTIVES),
    annex: plan?.annexes
      ? {
          resources: label(plan.annexes, 'dukungan-sumber-daya'),
          accountability: label(plan.annexes, 'skema-pertanggungjawaban'),
          consequences: label(plan.annexes, 'konsekuensi'),
        }
      : {
          resources: text.resources(),
          accountability: text.accountability(),
          consequences: text.consequences(),
        },
  };
}
