/** What each voice sees of a person's work: never feedback of others, never how it was measured. */
import { describe, expect, it } from 'vitest';
import type { IndicatorProgress } from '#features/monitoring/index.ts';
import { asSeenBy, nearestFirst } from './work-shown.ts';

const result = (statement: string, kind: 'main' | 'additional' = 'main') => ({
  id: statement,
  kind,
  statement,
  serves: null,
  servesText: '',
  assignedBy: '',
  perspective: null,
  indicators: [],
});

const progress = (about: ReturnType<typeof result>): IndicatorProgress => ({
  result: about,
  indicator: {
    id: 'i',
    aspect: 'kuantitas',
    statement: 'Cakupan imunisasi dasar',
    target: {
      text: '95 %',
      value: '95',
      upper: null,
      unit: '%',
      direction: 'higher',
      accumulation: 'latest',
    },
  },
  entries: [
    {
      id: 'e',
      resultId: 'r',
      indicatorId: 'i',
      onDate: '2026-10-31',
      value: '88.5',
      narrative: 'Catatan untuk penilai',
      createdAt: new Date(0),
      withdrawn: null,
    },
  ],
  withdrawnEntries: [],
  realisation: '88.5',
  achievementPercent: '93.16',
  evidence: [
    {
      id: 'b',
      entryId: null,
      indicatorId: 'i',
      title: 'Laporan Oktober',
      createdAt: new Date(0),
      withdrawn: null,
      source: { kind: 'link', url: 'https://contoh.go.id', state: 'reachable', checkedAt: null },
    },
  ],
  feedback: [
    {
      id: 'f',
      target: 'indicator',
      lineId: 'i',
      body: 'Umpan balik rahasia',
      observation: null,
      impact: null,
      nextStep: null,
      author: { id: 'a', name: 'Seseorang', role: 'colleague' },
      createdAt: new Date(0),
      withdrawnAt: null,
    },
  ],
});

const own = [progress(result('Imunisasi anak terlaksana')), progress(result('Panitia lomba', 'additional'))];
const seen = (sight: Parameters<typeof asSeenBy>[1]) => JSON.stringify(asSeenBy(own, sight));

describe('the work of a person beside an item', () => {
  it('is what they work on, to colleagues: targets and the last day, no figure and no words of others', () => {
    const words = seen('targets');
    for (const shown of ['Imunisasi anak terlaksana', 'Panitia lomba', '95 %', '2026-10-31'])
      expect(words).toContain(shown);
    for (const hidden of [
      '88.5',
      '93.16',
      'Laporan Oktober',
      'Catatan untuk penilai',
      'rahasia',
      'Seseorang',
    ])
      expect(words).not.toContain(hidden);
  });

  it('is the main results alone, to those outside', () => {
    expect(seen('titles')).toBe(JSON.stringify([{ statement: 'Imunisasi anak terlaksana', indicators: [] }]));
  });

  it('has realisation and evidence for whoever reads the whole appraisal anyway, and still no feedback', () => {
    expect(seen('all')).toContain('88.5 %');
    expect(seen('all')).toContain('Laporan Oktober');
    expect(seen('all')).not.toContain('rahasia');
  });

  it('begins with what shares words with the item', () => {
    const [first] = nearestFirst(asSeenBy(own, 'targets'), 'Panitia dan kerja bersama');
    expect(first?.statement).toBe('Panitia lomba');
  });
});
