import { readdirSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { criteriaOf, lostCriterion } from './criteria.ts';
import { fullLabel } from './criterion.ts';
import { anchorOf } from './view.ts';

const FILES = readdirSync('schemes', { recursive: true, encoding: 'utf8' })
  .filter((name) => name.endsWith('scheme.yaml'))
  .map((name) => `schemes/${name}`);
/** Parts of the page of a scheme: the ids in ../read. */
const ANCHORS =
  /^(component-\w+|picture|categories|gates|official|scales|steps|openness|training|indicators|)$/;
const CAPAIAN = readFileSync('schemes/kota-sawahlunto/sawahlunto-capaian/v1/scheme.yaml', 'utf8');

const words = (path: string, source = CAPAIAN) => {
  const found = criteriaOf(source).find((each) => each.path === path);
  return (
    found && {
      label: fullLabel(found).id,
      meaning: found.meaning?.id,
      facts: found.facts.map(({ id }) => id),
    }
  );
};

describe('the criteria of a scheme', () => {
  it.each(FILES)('of %s each have a place of their own and words in both languages', (file) => {
    const criteria = criteriaOf(readFileSync(file, 'utf8'));
    expect(criteria[0]?.path).toBe('');
    expect(criteria.length).toBeGreaterThan(5);
    expect(new Set(criteria.map(({ path }) => path)).size).toBe(criteria.length);
    for (const { path, label, meaning, facts } of criteria) {
      for (const said of [label, ...(meaning ? [meaning] : []), ...facts])
        for (const language of ['id', 'en'] as const) {
          expect(said[language].trim(), path).not.toBe('');
          expect(said[language], path).not.toMatch(/[{}]|undefined/);
        }
      expect(anchorOf(path), path).toMatch(ANCHORS);
    }
  });

  it('say what the file says: weights, thresholds, voices, conversion, items, indicators, openness', () => {
    expect(words('combination.weights')?.facts).toEqual([
      'Capaian kerja: 50 %',
      'Dampak program: 30 %',
      'Inovasi dan pengaruhnya: 20 %',
    ]);
    expect(words('combination.bands')?.facts[0]).toBe('Melampaui Sasaran: mulai 85');
    expect(words('components.capaian')?.facts[0]).toBe('Bobot 50 %');
    expect(words('components.kehadiran')?.facts[0]).toBe('Ditampilkan, tidak dihitung');
    expect(words('components.perilaku.voices')?.facts).toEqual([
      'Pejabat penilai: 70 %, wajib',
      'Rekan kerja: 30 %, paling sedikit 3 orang',
    ]);
    expect(words('components.capaian.conversion')?.facts).toEqual([
      '0 % sampai 50 %: nilai 0 naik sampai 30',
      '50 % sampai 100 %: nilai 30 naik sampai 85',
      '100 % sampai 125 %: nilai 85 naik sampai 100',
      '125 % ke atas: nilai 100',
    ]);
    expect(words('components.perilaku.items.loyal')?.label).toBe('Perilaku kerja: Loyal');
    expect(words('indicators.stunting')?.facts).toContain('Satuan: persen');
    expect(words('openness')?.facts).toContain('Rancangan dibahas paling sedikit 14 hari');
    expect(words('measurability')?.facts).toEqual([
      'Setiap indikator menyebut: Satuan, Data awal, Target, Sumber data, Periode pengukuran',
    ]);
  });

  it('stay in their place when entries are moved', () => {
    const places = (source: string) => criteriaOf(source).map(({ path }) => path);
    const list = ['a', 'b'].map((code) => `  - { code: ${code}, label: { id: ${code}, en: ${code} } }`);
    const steps = (lines: readonly string[]) => `steps:\n${lines.join('\n')}\n`;
    expect(places(steps(list)).toSorted()).toEqual(places(steps(list.toReversed())).toSorted());
  });

  it('are read from a text with faults as far as it goes', () => {
    expect(criteriaOf('a: [1')).toMatchObject([{ path: '' }]);
    expect(criteriaOf('- 1')).toMatchObject([{ path: '' }]);
    const faulty = criteriaOf('components:\n  satu: 5\n  dua: { label: Salah, items: [1, { code: x }] }\n');
    expect(faulty.map(({ path }) => path)).toEqual([
      '',
      'components.satu',
      'components.dua',
      'components.dua.items.x',
    ]);
    expect(lostCriterion('gates.kasus')).toMatchObject({ path: 'gates.kasus', label: { id: 'kasus' } });
  });

  it('never fail, whatever stands in the sections', () => {
    const sections = [
      'components',
      'combination',
      'gates',
      'indicators',
      'official',
      'scales',
      'steps',
      'openness',
    ];
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom(...sections, 'categories', 'training'), fc.jsonValue()),
        (scheme) => {
          const criteria = criteriaOf(JSON.stringify(scheme));
          expect(new Set(criteria.map(({ path }) => path)).size).toBe(criteria.length);
        },
      ),
      { numRuns: 300 },
    );
  });
});
