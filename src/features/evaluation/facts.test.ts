import { describe, expect, it } from 'vitest';
import { newId } from '#platform/identifier.ts';
import type { NationalEvidence } from './content.ts';
import { objectivityFacts } from './facts.ts';

const YEAR = { startsOn: '2026-01-01', endsOn: '2026-12-31' };

function line(statement: string, more: Partial<NationalEvidence['lines'][number]> = {}) {
  return {
    resultId: newId(),
    kind: 'main' as const,
    statement,
    measures: [],
    evidenceCount: 1,
    feedbackCount: 0,
    selfRating: null,
    selfWords: '',
    rating: 'meets' as const,
    reason: '',
    ...more,
  };
}

function evidence(lines: NationalEvidence['lines']): NationalEvidence {
  return {
    planVersion: 1,
    scheme: { results: { rating: 'meets' }, behaviour: { rating: 'meets' } },
    annotations: {},
    lines,
    values: [{ code: 'loyal', selfWords: '', rating: 'meets', reason: '' }],
    uniformReason: '',
    notes: '',
  };
}

describe('objectivity facts', () => {
  it('names lines without evidence', () => {
    const facts = objectivityFacts(evidence([line('A'), line('B', { evidenceCount: 0 })]), [], YEAR);
    expect([facts.withoutEvidence, facts.lineCount]).toEqual([['B'], 2]);
  });

  it('counts reasons that repeat another, whatever their case and spaces, but not empty ones', () => {
    const lines = [line('A', { reason: 'Baik. ' }), line('B', { reason: 'baik.' }), line('C'), line('D')];
    expect(objectivityFacts(evidence(lines), [], YEAR).repeatedReasons).toBe(1);
  });

  it('sees that everything is alike', () => {
    expect(objectivityFacts(evidence([line('A')]), [], YEAR).allAlike).toBe(true);
    expect(objectivityFacts(evidence([line('A', { rating: 'above' })]), [], YEAR).allAlike).toBe(false);
  });

  it('measures how much of the evidence is from the last quarter', () => {
    const dates = ['2026-03-01', '2026-09-30', '2026-10-01', '2026-12-31'];
    expect(objectivityFacts(evidence([line('A')]), dates, YEAR).recency).toEqual({
      late: 2,
      all: 4,
      from: '2026-10-01',
    });
    expect(objectivityFacts(evidence([line('A')]), [], YEAR).recency).toBeNull();
  });

  it('shows where employee and appraiser differ, and nothing where there is no self-assessment', () => {
    const lines = [line('A', { selfRating: 'above' }), line('B', { selfRating: 'meets' }), line('C')];
    expect(objectivityFacts(evidence(lines), [], YEAR).differences).toEqual([
      { statement: 'A', self: 'above', appraiser: 'meets' },
    ]);
  });
});
