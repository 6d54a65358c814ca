import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse, parseDocument, stringify } from 'yaml';
import { parseScheme } from './index.ts';

const text = readFileSync(new URL('./mechanisms/official.examples.yaml', import.meta.url), 'utf8');
const LABEL = { id: 'Contoh', en: 'Example' };
const BASIS = [{ regulation: 'contoh' }];
const FRAME = {
  language: 1,
  id: 'contoh',
  version: 1,
  title: LABEL,
  summary: LABEL,
  effective: { from: '2026-01-01' },
  regulations: { contoh: { name: 'Contoh', title: LABEL } },
};
const content: { readonly scheme: Readonly<Record<string, unknown>> } = parse(text);

function schemeText(more: object = {}): string {
  return stringify({ ...FRAME, ...content.scheme, ...more }, { aliasDuplicateObjects: false });
}

/** A reference to another place of the file would be refused. */
const NO_ALIAS = { aliasDuplicateObjects: false };

const SECTIONS = {
  indicators: [
    {
      code: 'layanan-cepat',
      component: 'kerja',
      jobFamily: LABEL,
      label: LABEL,
      meaning: LABEL,
      measure: LABEL,
      unit: LABEL,
      direction: 'higher',
      dataSource: LABEL,
      example: LABEL,
    },
  ],
  openness: {
    noticeDays: 30,
    anonymousFrom: 3,
    shown: [{ what: LABEL, to: ['employee', 'appraiser'], when: LABEL }],
    basis: BASIS,
  },
  training: { certificate: 'required', validMonths: 24, basis: BASIS },
  steps: [
    { code: 'rencana', label: LABEL, by: 'self', meaning: LABEL, dueDays: 14 },
    { code: 'nilai', label: LABEL, by: 'officer', meaning: LABEL },
  ],
  measurability: { require: ['unit', 'target'], basis: BASIS },
};

describe('the sections that guide the appraisal', () => {
  const whole = schemeText(SECTIONS);

  it('are accepted as they should be', () => {
    expect(parseScheme(whole, 'contoh.yaml')).toMatchObject({ ok: true });
  });

  it.each([
    ['an indicator of no component', ['indicators', 0, 'component'], 'rajin', 'indicators[0].component'],
    ['an unknown direction', ['indicators', 0, 'direction'], 'up', 'indicators[0].direction'],
    ['an indicator without an example', ['indicators', 0, 'example'], undefined, 'indicators[0].example'],
    ['an indicator twice', ['indicators', 1], SECTIONS.indicators[0], 'indicators[1].code'],
    ['nothing shown', ['openness', 'shown'], [], 'openness.shown'],
    ['somebody named twice', ['openness', 'shown', 0, 'to', 1], 'employee', 'openness.shown[0].to[1]'],
    ['an unknown audience', ['openness', 'shown', 0, 'to', 1], 'press', 'openness.shown[0].to[1]'],
    ['openness without basis', ['openness', 'basis'], undefined, 'openness.basis'],
    ['a certificate that never holds', ['training', 'validMonths'], 0, 'training.validMonths'],
    ['a step twice', ['steps', 1, 'code'], 'rencana', 'steps[1].code'],
    ['a step by nobody', ['steps', 1, 'by'], 'tamu', 'steps[1].by'],
    ['a requirement twice', ['measurability', 'require', 1], 'unit', 'measurability.require[1]'],
    ['an unknown requirement', ['measurability', 'require', 1], 'beauty', 'measurability.require[1]'],
    ['a gate that shuts nothing out', ['gates'], [{ code: 'x' }], 'gates[0].atMost'],
  ] as const)('refuse %s', (_, path, to, expected) => {
    const document = parseDocument(whole);
    if (to === undefined) document.deleteIn(path);
    else document.setIn(path, document.createNode(to, NO_ALIAS));
    const parsed = parseScheme(document.toString(), 'contoh.yaml');
    if (parsed.ok) throw new Error('accepted');
    expect(parsed.problems.map((problem) => problem.path)).toContain(expected);
    for (const { line, what, remedy } of parsed.problems) {
      expect(line).toBeGreaterThan(0);
      expect(`${what.id}${what.en}${remedy.id}${remedy.en}`).not.toMatch(/undefined|\{\w+\}/);
    }
  });

  it('refuse a mean of fewer answers than were promised to stay unknown', () => {
    const document = parseDocument(whole);
    document.setIn(
      ['scales'],
      document.createNode(
        {
          tingkat: {
            label: LABEL,
            levels: [
              { code: 'a', label: LABEL, score: 100 },
              { code: 'b', label: LABEL, score: 0 },
            ],
          },
        },
        NO_ALIAS,
      ),
    );
    document.setIn(
      ['components', 'sikap'],
      document.createNode(
        {
          label: LABEL,
          mechanism: 'rated-items',
          scale: 'tingkat',
          items: [{ code: 'i', label: LABEL }],
          voices: { appraiser: { percent: 60, required: true }, colleague: { percent: 40, atLeast: 2 } },
          basis: BASIS,
        },
        NO_ALIAS,
      ),
    );
    const refused = parseScheme(document.toString(), 'contoh.yaml');
    expect(refused.ok ? [] : refused.problems.map(({ path }) => path)).toEqual([
      'components.sikap.voices.colleague',
    ]);
    document.setIn(['components', 'sikap', 'voices', 'colleague', 'atLeast'], 3);
    expect(parseScheme(document.toString(), 'contoh.yaml')).toMatchObject({ ok: true });
  });
});
