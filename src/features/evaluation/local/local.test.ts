import { describe, expect, it } from 'vitest';
import { compileScheme } from '#domain/schemes/index.ts';
import {
  type Frame,
  instrumentFields,
  nodeOf,
  readInstrument,
  withoutFormsOfOthers,
  withoutSingleForms,
} from '#features/schemes/index.ts';
import { localScheme, PRESENT } from './local.fixture.ts';

const scheme = localScheme();
const compiled = compileScheme(scheme);
const LINE = {
  key: 'a',
  label: 'Cakupan imunisasi meningkat',
  kind: 'main' as const,
  indicators: [{ direction: 'higher', target: '95', summary: 'latest', realisations: ['95'] }],
};
const WORDS = { ...LINE, key: 'b', label: 'Menyusun pedoman', indicators: null };

function frame(more: Partial<Frame> = {}): Frame {
  return {
    scheme,
    mode: 'appraiser',
    look: 'cards',
    base: { kehadiran: PRESENT, hukuman: { value: false } },
    lines: [LINE, WORDS],
    ...more,
  };
}
const CHOICES = {
  'capaian.line.b.level': 'baik',
  'perilaku.appraiser.melayani': 'baik',
  'perilaku.appraiser.kerjasama': 'baik',
  'official.results': 'meets',
  'official.behaviour': 'meets',
};

describe('the instrument of a scheme', () => {
  it('takes numbers from plan and records, and asks only for what is the appraiser’s', () => {
    const { evidence, gaps, problems, evaluation } = readInstrument(compiled, frame(), CHOICES);
    expect([gaps, problems]).toEqual([{}, {}]);
    expect(evidence).toEqual({
      capaian: {
        lines: [
          { kind: 'main', indicators: LINE.indicators },
          { kind: 'main', level: 'baik' },
        ],
      },
      perilaku: { forms: { appraiser: [{ items: { melayani: 'baik', kerjasama: 'baik' } }] } },
      kehadiran: PRESENT,
      hukuman: { value: false },
      official: { results: { rating: 'meets' }, behaviour: { rating: 'meets' } },
    });
    // (90 + 80) / 2 = 85 for achievement, 80 for conduct, 97 for attendance: 42.5 + 24 + 19.4.
    expect([evaluation.score, evaluation.category]).toEqual(['85.9', 'mantap']);
  });
  it('names every gap at its field: a level, a reason, an official rating, a record', () => {
    const { gaps } = readInstrument(compiled, frame({ base: { hukuman: { value: false } } }), {
      'perilaku.appraiser.melayani': 'teladan',
    });
    expect(Object.keys(gaps).sort()).toEqual([
      'capaian.line.b.level',
      'component-kehadiran',
      'official.behaviour',
      'official.results',
      'perilaku.appraiser.kerjasama',
      'perilaku.appraiser.melayani.reason',
    ]);
  });
  it('says that nothing was recorded, unless the result is excused with a reason', () => {
    const empty = { ...LINE, indicators: [{ ...LINE.indicators[0], realisations: [] }] };
    const unmeasured = frame({ lines: [empty, WORDS] });
    expect(readInstrument(compiled, unmeasured, CHOICES).gaps).toHaveProperty(['capaian.line.a']);
    const excused = { ...CHOICES, 'capaian.line.a.excused': 'yes' };
    expect(readInstrument(compiled, unmeasured, excused).gaps).toHaveProperty(['capaian.line.a.reason']);
    const said = readInstrument(compiled, unmeasured, {
      ...excused,
      'capaian.line.a.reason': 'Vaksin tidak dikirim.',
    });
    expect(said.gaps).toEqual({});
    expect(said.evaluation.category).toBe('mantap');
  });
  it('asks why an official rating departs from the suggestion', () => {
    const departs = { ...CHOICES, 'official.results': 'above' };
    expect(readInstrument(compiled, frame(), departs).gaps).toHaveProperty(['official.results.reason']);
    const said = readInstrument(compiled, frame(), {
      ...departs,
      'official.results.reason': 'Dua bencana ditangani.',
    });
    expect(said.gaps).toEqual({});
    expect(said.evidence.official).toMatchObject({
      results: { rating: 'above', reason: 'Dua bencana ditangani.' },
    });
  });
  it('keeps reasons by path of the evidence, with the words of the plan', () => {
    const { annotations } = readInstrument(compiled, frame(), {
      ...CHOICES,
      'perilaku.appraiser.melayani.reason': 'Menjemput warga lansia.',
    });
    expect(annotations['perilaku.forms.appraiser[0].items.melayani']).toEqual({
      note: 'Menjemput warga lansia.',
    });
    expect(annotations['capaian.lines[0]']?.label?.id).toBe('Cakupan imunisasi meningkat');
  });
  it('counts other voices as they are and never shows one of them', () => {
    const colleagues = Array.from({ length: 3 }, () => ({ items: { melayani: 'teladan' } }));
    const base = { ...frame().base, perilaku: { forms: { colleague: colleagues } } };
    const { evidence } = readInstrument(compiled, frame({ base }), CHOICES);
    expect(evidence.perilaku).toEqual({
      forms: { appraiser: [{ items: { melayani: 'baik', kerjasama: 'baik' } }], colleague: colleagues },
    });
    const fields = instrumentFields(frame({ base, mode: 'everything', look: 'compact' }));
    expect(fields['perilaku.colleague.melayani']).toBe('');
  });
});

describe('what others answered', () => {
  const colleagues = ['teladan', 'baik', 'kurang'].map((melayani) => ({ items: { melayani } }));
  const base = { ...frame().base, perilaku: { forms: { colleague: colleagues } } };
  const { evidence } = readInstrument(compiled, frame({ base }), CHOICES);
  const whole = compiled.explain(evidence);
  const shown = withoutSingleForms(whole, compiled);

  it('is shown as the mean of all, and no form by itself', () => {
    expect(JSON.stringify(whole.explanation)).toContain('forms.colleague[0]');
    expect(JSON.stringify(shown.explanation)).not.toContain('forms.colleague[');
    const node = shown.explanation && nodeOf(shown.explanation, 'perilaku-colleague');
    // (100 + 80 + 30) / 3
    expect(node).toMatchObject({ value: { value: '70' }, children: [], inputs: [] });
    expect(node?.rule.id).toBe('Rata-rata 3 formulir: 70. Isi setiap formulir tidak ditampilkan.');
  });
  it('leaves the appraiser’s own form and everything else as it was', () => {
    expect(JSON.stringify(shown.explanation)).toContain('forms.appraiser[0]');
    expect([shown.score, shown.category]).toEqual([whole.score, whole.category]);
  });
});

describe('evidence that is handed to the person', () => {
  it('says how many spoke and not what one of them said', () => {
    const forms = {
      appraiser: [{ items: { melayani: 'baik' } }],
      colleague: [{ items: { melayani: 'kurang' } }],
    };
    expect(
      withoutFormsOfOthers({ planVersion: 1, scheme: { perilaku: { forms }, kehadiran: PRESENT } }),
    ).toEqual({
      planVersion: 1,
      scheme: {
        perilaku: { forms: { appraiser: forms.appraiser, colleague: { forms: 1 } } },
        kehadiran: PRESENT,
      },
    });
  });
});

describe('playing with values', () => {
  const stored = readInstrument(compiled, frame(), CHOICES).evidence;
  const play = frame({ mode: 'everything', look: 'compact', base: stored });
  const fields = instrumentFields(play);

  it('changes nothing while nothing is changed', () => {
    expect(readInstrument(compiled, play, fields).evidence).toEqual(stored);
  });
  it('changes one value and leaves the rest to the letter', () => {
    const { evidence, evaluation, problems } = readInstrument(compiled, play, {
      ...fields,
      'capaian.line.a.0.realisation': '114',
    });
    expect(problems).toEqual({});
    expect(evidence.perilaku).toBe(stored.perilaku);
    expect(evidence.capaian).toEqual({
      lines: [
        { kind: 'main', indicators: [{ ...LINE.indicators[0], realisations: ['114'] }] },
        { kind: 'main', level: 'baik' },
      ],
    });
    // 120 % gives 100, so achievement is 90: 45 + 24 + 19.4.
    expect(evaluation.score).toBe('88.4');
  });
  it('reads attendance from a few numbers', () => {
    const { evidence } = readInstrument(compiled, play, { ...fields, 'kehadiran.late': '20 75' });
    expect(evidence.kehadiran).toEqual({
      ...PRESENT,
      late: [
        { date: '2026-01-01', minutes: 20 },
        { date: '2026-01-02', minutes: 75 },
      ],
    });
  });
  it('makes as many alike forms as a voice needs that has not spoken', () => {
    const { evidence } = readInstrument(compiled, play, {
      ...fields,
      'perilaku.colleague.melayani': 'kurang',
    });
    expect(evidence.perilaku).toMatchObject({
      forms: { colleague: [{ items: { melayani: 'kurang' } }, {}, {}] },
    });
  });
  it('says at the field what cannot be read', () => {
    const { problems } = readInstrument(compiled, play, {
      ...fields,
      'capaian.line.a.0.realisation': 'banyak',
      'kehadiran.absentDays': '500',
    });
    expect(Object.keys(problems).sort()).toEqual(['capaian.line.a.0.realisation', 'kehadiran.absentDays']);
  });
});
