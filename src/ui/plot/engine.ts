/**
 * Plots are drawn on the server as SVG inside the page, so they need no script and follow the theme: their colours are
 * the page's own CSS variables. ECharts is loaded with the first plot (0.2 s), not at start; small figures in lists
 * are drawn by `target-bar.tsx` without it. Kept by content: the same data is drawn once.
 */
import type { EChartsCoreOption } from 'echarts/core';
import { currentLocale } from '#platform/locale/locale.ts';

type Engine = typeof import('echarts/core');

/** Drawn for the width of a phone and scaled up a little on a desk, so that its words stay readable on both. */
export const PLOT_WIDTH = 300;

export const COLOURS = {
  main: 'var(--color-primary)',
  target: 'var(--color-base-content)',
  guide: 'color-mix(in oklab, var(--color-base-content) 60%, transparent)',
  grid: 'var(--color-base-300)',
  surface: 'var(--color-base-100)',
  text: 'currentColor',
} as const;

export const FONT_SIZE = 12;
const KEPT = 300;
const kept = new Map<string, string>();
let engine: Promise<Engine> | undefined;

/** Loads the drawing engine; call it once the application has started, so that nobody waits for it. */
export function warmPlots(): Promise<unknown> {
  engine ??= load();
  return engine;
}

async function load(): Promise<Engine> {
  const [core, ...parts] = await Promise.all([
    import('echarts/core'),
    import('echarts/lib/chart/line/install.js'),
    import('echarts/lib/chart/bar/install.js'),
    import('echarts/lib/component/grid/installSimple.js'),
    import('echarts/lib/component/marker/installMarkLine.js'),
    import('echarts/lib/renderer/installSVGRenderer.js'),
  ]);
  core.use(parts.map((part) => part.install));
  return core;
}

/** Draws one plot; `key` is the data it was made from, `height` in units of that width. */
export async function draw(key: unknown, height: number, option: () => EChartsCoreOption): Promise<string> {
  const name = JSON.stringify([currentLocale(), height, key]);
  const known = kept.get(name);
  if (known !== undefined) {
    kept.delete(name);
    kept.set(name, known);
    return known;
  }
  engine ??= load();
  const { init } = await engine;
  const chart = init(null, null, { renderer: 'svg', ssr: true, width: PLOT_WIDTH, height });
  try {
    chart.setOption({ animation: false, ...option() });
    const svg = lean(chart.renderToSVGString());
    kept.set(name, svg);
    for (const oldest of kept.keys()) {
      if (kept.size <= KEPT) break;
      kept.delete(oldest);
    }
    return svg;
  } finally {
    chart.dispose();
  }
}

/** Leaves out what only a reacting chart needs, and every id and class, so that many plots can stand in one page. */
function lean(svg: string): string {
  return svg
    .replace(/<style[\s\S]*?<\/style>|<defs[\s\S]*?<\/defs>|<rect [^>]*fill="none"><\/rect>/g, '')
    .replace(
      / (?:class|clip-path|pointer-events|ecmeta_\w+|xmlns:xlink|version|baseProfile|xml:space)="[^"]*"/g,
      '',
    )
    .replace(/ style="[^"]*\bbold\b[^"]*"/g, ' font-weight="600"')
    .replace(/ style="font[^"]*"/g, '')
    .replace(/ (?:d|transform|y)="[^"]*"/g, (attribute) => attribute.replace(/(\.\d)\d+/g, '$1'))
    .replace(
      /^<svg width="\d+" height="\d+"/,
      `<svg class="w-full h-auto" aria-hidden="true" font-size="${FONT_SIZE}" font-family="inherit"`,
    )
    .replace(/>\s+</g, '><');
}
