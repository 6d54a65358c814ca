import { render } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { DatedDots, IntervalRows, PlaceRows, ShareRows } from './index.ts';
import { PLOT_WIDTH } from './measures.ts';

/** Every number of a drawing that is a place from left to right. */
function across(svg: string): number[] {
  const found = [...svg.matchAll(/(?:\bc?x|width)="(-?[\d.]+)"|[MH](-?[\d.]+)/g)];
  return found.map((match) => Number(match[1] ?? match[2]));
}

describe('plain plots', () => {
  const drawings = {
    intervals: (
      <IntervalRows
        rows={[
          { label: 'A', value: -29.4, low: -40.5, high: -18.3 },
          { label: 'B', value: 0, low: -250, high: 250 },
        ]}
        band={5}
        ends={['rendah', 'tinggi']}
      />
    ),
    places: (
      <PlaceRows
        rows={[
          { key: 'a', label: 'A', dots: [{ at: 0, count: 9 }], circle: 100, stroke: 50 },
          { key: 'b', label: 'B', dots: [], circle: null },
        ]}
      />
    ),
    shares: (
      <ShareRows
        rows={[
          { label: 'A', share: 1, reference: 0 },
          { label: 'B', share: 0, reference: null },
        ]}
      />
    ),
    dates: (
      <DatedDots
        dots={[
          { key: 'a', on: '2026-01-01', value: -120 },
          { key: 'b', on: '2026-03-01', value: 3 },
        ]}
        from="2026-01-01"
        to="2026-03-01"
        label={(on) => on}
      />
    ),
    'one day': (
      <DatedDots
        dots={[{ key: 'a', on: '2026-01-01', value: 0 }]}
        from="2026-01-01"
        to="2026-01-01"
        label={(on) => on}
      />
    ),
  };

  it.each(Object.entries(drawings))('of %s stay inside their frame', (_, drawing) => {
    const svg = render(drawing);
    expect(svg).not.toMatch(/NaN|Infinity|undefined/);
    const places = across(svg);
    expect(places.length).toBeGreaterThan(0);
    expect(Math.min(...places)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...places)).toBeLessThanOrEqual(PLOT_WIDTH);
  });

  it('put zero in the middle and what is lower at the left', () => {
    const svg = render(drawings.intervals);
    const [first = 0] = [...svg.matchAll(/cx="([\d.]+)"/g)].map((match) => Number(match[1]));
    expect(first).toBeLessThan(PLOT_WIDTH / 2);
    expect(svg).toContain(`M${PLOT_WIDTH / 2} `);
  });
});
