/** The closed vocabularies of the national rule and how each code is read. Terms: docs/glossary.md. */
import type { Bilingual } from '../bilingual.ts';
import { codedValue, type ExplainedValue } from '../explanation.ts';

/** Rating of results or behaviour, best first. PermenPANRB 6/2022. */
export const RATINGS = ['above', 'meets', 'below'] as const;
export type Rating = (typeof RATINGS)[number];

/** Predicate of an employee, best first, in the order in which the forms print it. */
export const PREDICATES = ['sangat-baik', 'baik', 'butuh-perbaikan', 'kurang', 'sangat-kurang'] as const;
export type Predicate = (typeof PREDICATES)[number];

/** Predicate of an organisation, best first. SE MenPANRB 3/2023. */
export const ORGANISATION_PREDICATES = [
  'istimewa',
  'baik',
  'butuh-perbaikan',
  'kurang',
  'sangat-kurang',
] as const;
export type OrganisationPredicate = (typeof ORGANISATION_PREDICATES)[number];

/** Kind of a planned result: from the duties of the post, or assigned beyond them. */
export const LINE_KINDS = ['main', 'additional'] as const;
export type LineKind = (typeof LINE_KINDS)[number];

const RATING_LABELS: Readonly<Record<Rating, Bilingual>> = {
  above: { id: 'Di atas ekspektasi', en: 'Above expectation' },
  meets: { id: 'Sesuai ekspektasi', en: 'As expected' },
  below: { id: 'Di bawah ekspektasi', en: 'Below expectation' },
};

const PREDICATE_LABELS: Readonly<Record<Predicate, Bilingual>> = {
  'sangat-baik': { id: 'Sangat Baik', en: 'Very Good' },
  baik: { id: 'Baik', en: 'Good' },
  'butuh-perbaikan': { id: 'Butuh Perbaikan', en: 'Needs Improvement' },
  kurang: { id: 'Kurang/Misconduct', en: 'Poor/Misconduct' },
  'sangat-kurang': { id: 'Sangat Kurang', en: 'Very Poor' },
};

const ORGANISATION_PREDICATE_LABELS: Readonly<Record<OrganisationPredicate, Bilingual>> = {
  istimewa: { id: 'Istimewa', en: 'Outstanding' },
  baik: { id: 'Baik', en: 'Good' },
  'butuh-perbaikan': { id: 'Butuh Perbaikan', en: 'Needs Improvement' },
  kurang: { id: 'Kurang', en: 'Poor' },
  'sangat-kurang': { id: 'Sangat Kurang', en: 'Very Poor' },
};

const LINE_KIND_LABELS: Readonly<Record<LineKind, Bilingual>> = {
  main: { id: 'Utama', en: 'Main' },
  additional: { id: 'Tambahan', en: 'Additional' },
};

export function ratingLabel(rating: Rating): Bilingual {
  return RATING_LABELS[rating];
}

export function predicateLabel(predicate: Predicate): Bilingual {
  return PREDICATE_LABELS[predicate];
}

export function organisationPredicateLabel(predicate: OrganisationPredicate): Bilingual {
  return ORGANISATION_PREDICATE_LABELS[predicate];
}

export function lineKindLabel(kind: LineKind): Bilingual {
  return LINE_KIND_LABELS[kind];
}

export function ratingValue(rating: Rating): ExplainedValue {
  return codedValue('rating', rating, RATING_LABELS[rating]);
}

export function predicateValue(predicate: Predicate): ExplainedValue {
  return codedValue('predicate', predicate, PREDICATE_LABELS[predicate]);
}

/** One option of a choice: its code and how people read it. */
export type Option<Code extends string = string> = { readonly value: Code; readonly label: Bilingual };

/** The codes of a vocabulary as options of a form field, in their order. */
export function optionsOf<Code extends string>(
  codes: readonly Code[],
  label: (code: Code) => Bilingual,
): readonly Option<Code>[] {
  return codes.map((value) => ({ value, label: label(value) }));
}
