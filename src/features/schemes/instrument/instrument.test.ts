/** The instrument of every scheme that this installation ships: drawn, read back, and played with field by field. */
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { listSchemes, loadScheme } from '#app/schemes.ts';
import type { CompiledScheme } from '#domain/schemes/index.ts';
import { componentForm } from './component-form.ts';
import { type Fields, type Frame, Instrument, instrumentFields, readInstrument } from './index.ts';
import { readerOf } from './reader.ts';

function play({ scheme, example }: CompiledScheme, look: Frame['look'] = 'compact'): Frame {
  return { scheme, mode: 'everything', look, base: example };
}

function drawn(compiled: CompiledScheme, frame: Frame, fields: Fields): string {
  return renderToString(Instrument({ compiled, frame, state: { fields, problems: {} } }));
}

/** Every value that a field offers, or a few that somebody might type. */
function othersOf(html: string, name: string): readonly string[] {
  const select = new RegExp(`<select [^>]*name="${name}"[^>]*>(.*?)</select>`, 's').exec(html)?.[1];
  if (select !== undefined) return [...select.matchAll(/value="([^"]*)"/g)].map((match) => match[1] ?? '');
  return ['0', '7', '97,5', '1000000', 'sepuluh', '-1', ''];
}

const schemes = listSchemes().flatMap((entry) => {
  const compiled = loadScheme(entry.id, entry.version);
  return compiled ? [compiled] : [];
});

describe.each(schemes.map((compiled) => [compiled.scheme.id, compiled] as const))(
  'instrument of %s',
  (_, compiled) => {
    const frame = play(compiled);
    const fields = instrumentFields(frame);

    it('has a field for every value it reads, each drawn once', () => {
      for (const look of ['compact', 'cards'] as const) {
        const html = drawn(compiled, play(compiled, look), fields);
        const ids = [...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]);
        expect(new Set(ids).size).toBe(ids.length);
        for (const name of Object.keys(fields).filter((each) => !each.endsWith('.reason')))
          expect(html).toContain(`name="${name}"`);
      }
    });

    it('gives back the example to the letter', () => {
      expect(readInstrument(compiled, frame, fields).evidence).toEqual(compiled.example);
    });

    it('reads every component anew as it stood', () => {
      for (const [code, settings] of Object.entries(compiled.scheme.components)) {
        const form = componentForm(code, settings, frame);
        const reader = readerOf(form.fields);
        const value = form.read(reader);
        expect(reader.problems, code).toEqual({});
        // Single answers of a survey become their number and the means of the questions.
        if (settings.mechanism !== 'survey') expect(value, code).toEqual(compiled.example[code]);
        else expect(compiled.evaluate({ ...compiled.example, [code]: value }).problems, code).toEqual([]);
      }
    });

    it('answers whatever is typed with a result or with a problem at a field that is there', () => {
      const html = drawn(compiled, frame, fields);
      const anchors = new Set([...html.matchAll(/ id="([^"]+)"/g)].map((match) => match[1]));
      for (const name of Object.keys(fields))
        for (const value of othersOf(html, name)) {
          const { problems, evaluation } = readInstrument(compiled, frame, { ...fields, [name]: value });
          for (const at of Object.keys(problems)) expect(anchors, `${name}=${value}: ${at}`).toContain(at);
          if (Object.keys(problems).length === 0) expect(evaluation.problems).toEqual([]);
        }
    });
  },
);
