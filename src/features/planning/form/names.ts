/** Names of the fields of the plan form: one place, so that parser, form and problem links agree. */
import type { ValueCode } from '../content.ts';

export type ResultField = 'kind' | 'statement' | 'serves' | 'servesText' | 'assignedBy' | 'perspective';
export type IndicatorField =
  | 'aspect'
  | 'statement'
  | 'text'
  | 'value'
  | 'upper'
  | 'unit'
  | 'direction'
  | 'accumulation'
  | 'baseline'
  | 'source';
export type AnnexField = 'resources' | 'accountability' | 'consequences';

export const resultField = (resultId: string, field: ResultField) => `r.${resultId}.${field}`;
export const indicatorField = (resultId: string, indicatorId: string, field: IndicatorField) =>
  `i.${resultId}.${indicatorId}.${field}`;
export const expectationField = (code: ValueCode) => `e.${code}`;
export const annexField = (field: AnnexField) => `a.${field}`;

/** Anchors of the parts, for links from problems and after a part was added or moved. */
export const resultAnchor = (resultId: string) => `result-${resultId}`;

export const SECTIONS = ['results', 'behaviour', 'annex'] as const;
export type Section = (typeof SECTIONS)[number];
