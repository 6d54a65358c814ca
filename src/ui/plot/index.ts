export { type Bar, type BarPlot, renderBarPlot } from './bar-plot.ts';
export {
  Caterpillar,
  CaterpillarKey,
  type CaterpillarMark,
  type CaterpillarRow,
  caterpillarAxis,
} from './caterpillar.tsx';
export { Curve, type CurveMark } from './curve.tsx';
export { DatedDots } from './dated-dots.tsx';
export { warmPlots } from './engine.ts';
export { IntervalRows } from './interval-rows.tsx';
export { type DatedValue, type LinePlot, renderLinePlot } from './line-plot.ts';
export { Network, type NetworkNode } from './network.tsx';
export type { NetworkLink } from './network-layout.ts';
export { PlaceRows } from './place-rows.tsx';
export { PlotFigure, type PlotTable } from './plot-figure.tsx';
export { Scatter, type ScatterPoint } from './scatter.tsx';
export { ShareRows } from './share-rows.tsx';
export { type Fill, FillMark, FillPatterns, fillAt, type Share, ShareStrip } from './share-strip.tsx';
export { Sparkline } from './sparkline.tsx';
export { TargetBar } from './target-bar.tsx';
