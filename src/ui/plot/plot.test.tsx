import { gzipSync } from 'node:zlib';
import { renderToString } from 'preact-render-to-string';
import { describe, expect, it } from 'vitest';
import { withLocale } from '#platform/locale/locale.ts';
import { PlotFigure, renderBarPlot, renderLinePlot, TargetBar } from './index.ts';

const line = {
  from: '2026-01-01',
  to: '2026-12-31',
  points: [
    { on: '2026-03-31', value: '310' },
    { on: '2026-06-30', value: '640.5' },
    { on: '2026-09-30', value: '865' },
  ],
  target: { value: '1200', label: 'Target 1.200' },
  pace: [
    { on: '2026-01-01', value: '0' },
    { on: '2026-12-31', value: '1200' },
  ],
  today: '2026-11-23',
};
const bars = {
  bars: [
    { label: 'Sangat Kurang', value: '0', reference: '0' },
    { label: 'Kurang', value: '2.5', reference: '5' },
    { label: 'Butuh Perbaikan', value: '10', reference: '15' },
    { label: 'Baik', value: '70', reference: '60' },
    { label: 'Sangat Baik', value: '17.5', reference: '20' },
  ],
};

describe('plots', () => {
  it('are small, carry the colours of the theme and nothing that could clash in a page', async () => {
    for (const svg of [
      await renderLinePlot(line),
      await renderBarPlot(bars),
      await renderBarPlot({ ...bars, shape: 'rows' }),
    ]) {
      expect(gzipSync(svg).length).toBeLessThan(6_000);
      expect(svg).toContain('var(--color-primary)');
      expect(svg).not.toMatch(/ id=| class="zr|<style|<script|NaN|#[0-9a-f]{3}|url\(/);
    }
  });

  it('say values as the reader writes them', async () => {
    expect(await withLocale('id', () => renderLinePlot(line))).toMatch(/>Okt<[\s\S]*>Target 1\.200</);
    expect(await withLocale('id', () => renderBarPlot(bars))).toContain('17,5');
    expect(await withLocale('en', () => renderBarPlot(bars))).toContain('17.5');
  });

  it('escape words that come from people', async () => {
    const svg = await renderBarPlot({ bars: [{ label: '<script>alert(1)</script>', value: '1' }] });
    expect(svg).not.toContain('<script>');
  });

  it('are the same for the same data and differ with it', async () => {
    const first = await renderLinePlot(line);
    expect(await renderLinePlot({ ...line })).toBe(first);
    expect(await renderLinePlot({ ...line, today: '2026-12-20' })).not.toBe(first);
  });

  it('stand in a figure with the finding and the numbers as a table', async () => {
    const html = renderToString(
      <PlotFigure
        finding="72 % dari target"
        svg={await renderLinePlot(line)}
        table={{ columns: ['Tanggal', 'Realisasi'], rows: [['31 Maret 2026', '310']] }}
      />,
    );
    expect(html).toContain('role="img" aria-label="72 % dari target"');
    expect(html).toContain('<th scope="row" class="font-normal">31 Maret 2026</th>');
  });

  it('draw an empty bar for what is missing, never a bar of zero for what is reached', () => {
    const empty = renderToString(<TargetBar percent={null} due={50} label="belum ada" />);
    const reached = renderToString(<TargetBar percent={100} label="100 %" />);
    expect(empty).not.toContain('var(--color-primary)');
    expect(reached).toContain('width="160"');
    expect(reached.length).toBeLessThan(700);
  });
});
