/** Mechanism `fact`: a yes or no that chooses between weights or opens a category. */
import { z } from 'zod';
import { booleanValue, MISSING } from '../../explanation.ts';
import { MISSING_OUTCOME } from '../outcome.ts';
import { givenBySetting, plainSettings } from '../shapes.ts';
import {
  annotated,
  type CompiledComponent,
  type ComponentContext,
  hasOnly,
  isRecord,
  type Mechanism,
} from './mechanism.ts';

export const factSettings = z.strictObject({
  mechanism: z.literal('fact'),
  ...plainSettings,
  ...givenBySetting,
});
export type FactSettings = z.infer<typeof factSettings>;

const NAMES = new Set(['value']);
const YES = Object.freeze({ state: 'value', type: 'fact', fact: true } as const);
const NO = Object.freeze({ state: 'value', type: 'fact', fact: false } as const);

function compileFact(settings: FactSettings, context: ComponentContext): CompiledComponent {
  const basis = context.basis(settings.basis);
  return {
    code: context.code,
    label: settings.label,
    evidence: z.strictObject({ value: z.boolean() }),
    example: { value: false },
    read(given) {
      if (given === undefined) return MISSING_OUTCOME;
      if (!isRecord(given) || !hasOnly(given, NAMES) || typeof given.value !== 'boolean') return undefined;
      return given.value ? YES : NO;
    },
    explain(given, annotations) {
      const shared = { code: context.code, label: settings.label, basis, children: [] };
      if (!isRecord(given)) {
        const rule = { id: 'Belum dijawab.', en: 'Not answered yet.' };
        return { ...shared, value: MISSING, rule, inputs: [] };
      }
      const value = booleanValue(given.value === true);
      const input = { path: `${context.code}.value`, label: settings.label, value };
      const rule =
        value.state === 'value' ? { id: `${value.label.id}.`, en: `${value.label.en}.` } : settings.label;
      return { ...shared, value, rule, inputs: [annotated(input, annotations)] };
    },
  };
}

export const fact: Mechanism<FactSettings> = { yields: 'fact', givenBy: 'measured', compile: compileFact };
