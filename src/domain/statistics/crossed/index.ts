export type {
  CrossedFit,
  CrossedOptions,
  Factor,
  FixedColumn,
  FixedEstimate,
  VarianceParts,
} from './types.ts';
