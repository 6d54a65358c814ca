export { type Bar, type BarPlot, renderBarPlot } from './bar-plot.ts';
export { warmPlots } from './engine.ts';
export { type DatedValue, type LinePlot, renderLinePlot } from './line-plot.ts';
export { PlotFigure, type PlotTable } from './plot-figure.tsx';
export { Sparkline } from './sparkline.tsx';
export { TargetBar } from './target-bar.tsx';
