import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decide, diagram } from '#domain/workflow/workflow.ts';
import {
  APPRAISER_ASSESSMENT,
  type EvaluationRole,
  RESULT,
  type ResultAct,
  type ResultState,
  SELF_ASSESSMENT,
} from './transitions.ts';

const ROLES: readonly EvaluationRole[] = ['employee', 'appraiser', 'superior', 'system'];
const STATES: readonly ResultState[] = [
  'awaited',
  'given',
  'withdrawn',
  'ratified',
  'accepted',
  'objected',
  'explained',
  'decided',
  'revoked',
];
const ACTS: readonly ResultAct[] = [
  'give',
  'withdraw',
  'ratify',
  'accept',
  'lapse',
  'object',
  'explain',
  'uphold',
  'change',
  'revoke',
];

/** Written by hand from the requirement, not from the table: everything that is not here is refused. */
const GRANTED = [
  'awaited give appraiser → given',
  'given withdraw appraiser → withdrawn',
  'given ratify appraiser → ratified',
  'ratified accept employee → accepted',
  'ratified lapse system → accepted',
  'ratified object employee → objected',
  'ratified revoke superior → revoked',
  'accepted revoke superior → revoked',
  'objected explain appraiser → explained',
  'objected uphold superior → decided',
  'objected change superior → decided',
  'explained uphold superior → decided',
  'explained change superior → decided',
];

describe('transitions', () => {
  it('grants exactly these acts on a result', () => {
    const granted = STATES.flatMap((state) =>
      ACTS.flatMap((act) =>
        ROLES.flatMap((role) => {
          const decision = decide(RESULT, { state, act, roles: new Set([role]), reason: 'Alasan' });
          return decision.ok ? [`${state} ${act} ${role} → ${decision.to}`] : [];
        }),
      ),
    );
    expect(granted.sort()).toEqual([...GRANTED].sort());
  });

  it('asks for the reason of every act that takes something from somebody or answers them', () => {
    const silent = ACTS.filter((act) => {
      const row = RESULT.find((each) => each.act === act);
      if (!row) throw new Error(act);
      const roles = new Set(row.by);
      return decide(RESULT, { state: row.from[0] ?? 'awaited', act, roles, reason: ' ' }).ok;
    });
    expect(silent).toEqual(['give', 'ratify', 'accept', 'lapse']);
  });

  it('leaves what was decided, withdrawn or revoked as it is', () => {
    for (const state of ['decided', 'withdrawn', 'revoked'] as const)
      expect(RESULT.filter((row) => row.from.includes(state))).toEqual([]);
  });

  it('lets only the author submit an assessment', () => {
    const may = (table: typeof SELF_ASSESSMENT, role: EvaluationRole) =>
      decide(table, { state: 'draft', act: 'submit', roles: new Set([role]) }).ok;
    expect(ROLES.filter((role) => may(SELF_ASSESSMENT, role))).toEqual(['employee']);
    expect(ROLES.filter((role) => may(APPRAISER_ASSESSMENT, role))).toEqual(['appraiser']);
  });

  it('is drawn in the README as it is', () => {
    const readme = readFileSync(new URL('./README.md', import.meta.url), 'utf8');
    expect(readme).toContain(diagram(RESULT, 'awaited').trim());
  });
});
