import { Decimal } from 'decimal.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { component, unitsIn } from '../../../../test/support/components.ts';
import { competencyMatch } from '../../rules/competency-match.ts';
import { resultRule } from './competencies-words.ts';

const label = { id: 'Butir', en: 'Item' };
const CODES = ['c0', 'c1', 'c2', 'c3'];
const anchors = Object.fromEntries(['1', '2', '3', '4', '5'].map((each) => [each, label]));
const competent = component({
  mechanism: 'competencies',
  dictionary: CODES.map((code) => ({ code, kind: 'managerial', label, levels: anchors })),
  standards: { pengawas: { c0: 2, c1: 3 } },
  voices: {
    appraiser: { percent: 60, required: true },
    colleague: { percent: '30.5', atLeast: 3 },
    citizen: { percent: '9.5' },
  },
});
const alone = component({
  mechanism: 'competencies',
  dictionary: CODES.map((code) => ({ code, kind: 'technical', label, levels: anchors })),
  voices: { appraiser: { percent: 100, required: true } },
});
const asked = fc.integer({ min: 1, max: 5 });
const whole = fc.integer({ min: 0, max: 5 });

describe('competencies', () => {
  it('one voice gives the match of the calculator', () => {
    const both = fc.array(fc.tuple(asked, whole), { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(both, (pairs) => {
        const by = (index: 0 | 1) =>
          Object.fromEntries(pairs.map((pair, place) => [CODES[place] ?? '', pair[index]]));
        const match = competencyMatch({
          required: pairs.map(([one]) => one),
          achieved: pairs.map(([, one]) => one),
        });
        const units = unitsIn(alone.read({ required: by(0), forms: { appraiser: [{ levels: by(1) }] } }));
        expect(units).toBe(new Decimal(match.matchPercent).times(10_000).toNumber());
      }),
    );
  });

  // DOMAIN test vector 52: job-person match of 80, 79.99 and 67.99 percent.
  it.each([
    [8000, 'Memenuhi Syarat'],
    [7999, 'Masih Memenuhi Syarat'],
    [6800, 'Masih Memenuhi Syarat'],
    [6799, 'Kurang Memenuhi Syarat'],
  ])('%i hundredths of 100 levels: %s', (met, band) => {
    const gaps = Array.from({ length: 20 }, (_, index) => ({
      label,
      required: 5,
      achieved: index < 19 ? Math.floor(met / 20) : met - 19 * Math.floor(met / 20),
    }));
    expect(resultRule(gaps, met, 10_000, met * 100).id).toContain(`: ${band}.`);
  });

  it('says gaps, who did not observe, and what does not count', () => {
    const { rule, children } = competent.explain(
      {
        post: 'pengawas',
        forms: {
          appraiser: [{ levels: { c0: 4, c1: 2, c3: 5 } }],
          citizen: [{ levels: { c1: 1 } }, { levels: { c1: 2 } }],
        },
      },
      {},
    );
    expect(rule.id).toBe(
      'Tidak dihitung: formulir rekan kerja belum ada, diperlukan paling sedikit 3. Bobotnya tidak dianggap nol, melainkan dibagi kembali kepada suara yang ada menurut perbandingan bobotnya: pejabat penilai 86,33 % (semula 60 %), masyarakat 13,67 % (semula 9,5 %). Level yang dihitung 3,93 dari 5 level standar, dikali 100 = 78,6: Masih Memenuhi Syarat. Di bawah standar: Butir.',
    );
    expect(children.map((step) => `${step.code}: ${step.rule.id}`)).toEqual([
      'k-c0: Standar level 2, capaian 4: 2 di atas standar; dihitung setinggi standar. Capaian menurut pejabat penilai: 4. Tidak diamati masyarakat; bobotnya dibagi kembali untuk kompetensi ini.',
      'k-c1: Standar level 3, capaian 1,93: kesenjangan 1,07. Capaian menurut pejabat penilai dan masyarakat (rata-rata 2 formulir): (60 × 2 + 9,5 × 1,5) ÷ 69,5 = 1,93 (dibulatkan).',
      'k-not-required: Ditampilkan dan tidak dihitung, karena standar jabatan ini tidak mensyaratkannya.',
      'k-colleague: Tidak dihitung: formulir rekan kerja belum ada, diperlukan paling sedikit 3.',
    ]);
  });
});

it('says who gave a level, from the form or closer', () => {
  const given = { post: 'pengawas', forms: { appraiser: [{ levels: { c0: 2, c1: 3 } }] } };
  const { children } = competent.explain(given, {
    'k.forms.appraiser[0]': { who: 'Rina', when: '2026-11-21', note: 'Setahun' },
    'k.forms.appraiser[0].levels.c1': { who: 'Rina', note: 'Membantu unit lain' },
  });
  expect(children.slice(0, 2).map(({ inputs }) => inputs[0]?.source)).toEqual([
    { who: 'Rina', when: '2026-11-21' },
    { who: 'Rina', note: 'Membantu unit lain' },
  ]);
});
