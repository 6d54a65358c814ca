import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import {
  Caterpillar,
  type CaterpillarRow,
  caterpillarAxis,
  FillPatterns,
  Network,
  Scatter,
  ShareStrip,
} from './index.ts';
import { layoutNetwork, mainLinks } from './network-layout.ts';
import { axisOver, percentAt } from './scale.ts';

describe('an axis', () => {
  it('covers its values in at most eight round steps', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: -1e6, max: 1e6, noNaN: true }), { maxLength: 20 }),
        fc.boolean(),
        (values, symmetric) => {
          const axis = axisOver(values, { symmetric });
          expect(axis.to).toBeGreaterThan(axis.from);
          expect(axis.ticks.length).toBeGreaterThanOrEqual(2);
          expect(axis.ticks.length).toBeLessThanOrEqual(8);
          const slack = (axis.to - axis.from) * 1e-9;
          for (const value of values) {
            expect(value).toBeGreaterThanOrEqual(axis.from - slack);
            expect(value).toBeLessThanOrEqual(axis.to + slack);
          }
        },
      ),
    );
  });

  it('holds what lies outside at its ends', () => {
    const axis = axisOver([0, 10]);
    expect(percentAt(axis, -5)).toBe(0);
    expect(percentAt(axis, 20)).toBe(100);
  });
});

const rows: readonly CaterpillarRow[] = [
  {
    key: 'a',
    name: 'A',
    words: '7',
    n: 9,
    estimate: 7,
    interval: [5.5, 8.5],
    mark: 'beyond',
  },
  { key: 'b', name: 'B', words: '1', n: 4, estimate: 1, interval: [-3, 5], mark: 'usual' },
  { key: 'c', name: 'C', words: 'tidak dapat', n: 6, estimate: null, interval: null, mark: 'unknown' },
];

describe('a caterpillar plot', () => {
  const headings = { name: 'Penilai', plot: 'Letak', words: 'Selisih', n: 'n' };
  const drawn = (some: readonly CaterpillarRow[]) =>
    renderToString(
      <Caterpillar
        caption="Keketatan"
        headings={headings}
        rows={some}
        band={5}
        axis={caterpillarAxis(some, 5)}
        ends={['longgar', 'ketat']}
      />,
    );

  it('is a table that says everything and draws the kinds of rows by shape', () => {
    const html = drawn(rows);
    expect(html).toContain('<caption class="sr-only">Keketatan</caption>');
    expect(html.match(/<circle/g)).toHaveLength(1);
    expect(html.match(/M0-7L7 0L0 7L-7 0Z/g)).toHaveLength(1);
    expect(html.match(/stroke-dasharray/g)).toHaveLength(1);
  });

  it('stays small with eighty rows', () => {
    const many = Array.from({ length: 80 }, (_, index) => ({
      ...(rows[index % 3] as CaterpillarRow),
      key: String(index),
      name: `Penilai nomor ${index}`,
      n: index,
    }));
    expect(gzipSync(drawn(many)).length).toBeLessThan(5000);
  });
});

const graph = fc.array(fc.integer({ min: 1, max: 20 }), { minLength: 1, maxLength: 12 }).map((sizes) => ({
  islandOf: sizes.flatMap((size, island) => Array.from({ length: size }, () => island)),
  links: sizes.flatMap((size, island) => {
    const start = sizes.slice(0, island).reduce((sum, each) => sum + each, 0);
    return Array.from({ length: size - 1 }, (_, index) => ({
      from: start,
      to: start + index + 1,
      weight: 1,
    }));
  }),
}));

describe('a network', () => {
  it('keeps every point inside the frame of its island, and islands apart', () => {
    fc.assert(
      fc.property(graph, ({ islandOf, links }) => {
        const { islands, places, height } = layoutNetwork(islandOf, links, 300);
        for (const { members, x, y, side } of islands) {
          expect(x + side).toBeLessThanOrEqual(300.1);
          expect(y + side).toBeLessThanOrEqual(height + 0.1);
          for (const node of members) {
            const place = places[node];
            expect(place?.x).toBeGreaterThan(x);
            expect(place?.x).toBeLessThan(x + side);
            expect(place?.y).toBeGreaterThan(y);
            expect(place?.y).toBeLessThan(y + side);
          }
        }
        for (const [index, one] of islands.entries())
          for (const other of islands.slice(index + 1))
            expect(
              one.x + one.side <= other.x ||
                other.x + other.side <= one.x ||
                one.y + one.side <= other.y ||
                other.y + other.side <= one.y,
            ).toBe(true);
      }),
      { numRuns: 40 },
    );
  });

  it('draws the same graph the same way', () => {
    const nodes = Array.from({ length: 30 }, (_, index) => ({
      island: index % 3,
      size: index,
      mark: 'dot' as const,
    }));
    const links = nodes.slice(3).map((_, index) => ({ from: index, to: index + 3, weight: 2 }));
    const html = renderToString(<Network nodes={nodes} links={links} />);
    expect(html).toBe(renderToString(<Network nodes={nodes} links={links} />));
    expect(html).not.toContain('NaN');
  });

  it('leaves out links of a dense graph without parting an island', () => {
    const dense = Array.from({ length: 20 }, (_, from) =>
      Array.from({ length: 20 - from - 1 }, (_, index) => ({ from, to: from + index + 1, weight: from })),
    ).flat();
    const kept = mainLinks(20, dense, 30);
    expect(kept).toHaveLength(30);
    expect(new Set(kept.flatMap(({ from, to }) => [from, to])).size).toBe(20);
  });
});

describe('other plots', () => {
  it('draw a share bar by pattern, none of it without a description', () => {
    const html = renderToString(
      <>
        <FillPatterns id="p" />
        <ShareStrip
          id="p"
          label="Orang 30 %, penilai 70 %"
          withKey
          shares={[
            { key: 'a', label: 'Orang', value: 3 },
            { key: 'b', label: 'Penilai', value: 7 },
            { key: 'c', label: 'Tidak ada', value: 0 },
          ]}
        />
      </>,
    );
    expect(html).toContain('aria-label="Orang 30 %, penilai 70 %"');
    expect(html).toContain('url(#p-dots)');
    expect(html).toContain('70 %');
  });

  it('draw many points as squares by number, and nothing at all without complaint', () => {
    const points = Array.from({ length: 2000 }, (_, index) => ({
      x: index % 100,
      y: (index * 7) % 100,
      isMarked: index === 0,
    }));
    const html = renderToString(<Scatter points={points} cuts={[50]} labels={{ x: 'x', y: 'y' }} />);
    expect(html.length).toBeLessThan(20_000);
    expect(html).not.toContain('NaN');
    expect(renderToString(<Scatter points={[]} cuts={[]} labels={{ x: 'x', y: 'y' }} />)).not.toContain(
      'NaN',
    );
  });
});
