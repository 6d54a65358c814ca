// The parts of ECharts that are used, one by one: its own entry for charts loads all of them, which takes a second.
declare module 'echarts/lib/chart/line/install.js' {
  export const install: import('echarts/core').EChartsExtensionInstaller;
}
declare module 'echarts/lib/chart/bar/install.js' {
  export const install: import('echarts/core').EChartsExtensionInstaller;
}
declare module 'echarts/lib/component/grid/installSimple.js' {
  export const install: import('echarts/core').EChartsExtensionInstaller;
}
declare module 'echarts/lib/component/marker/installMarkLine.js' {
  export const install: import('echarts/core').EChartsExtensionInstaller;
}
declare module 'echarts/lib/renderer/installSVGRenderer.js' {
  export const install: import('echarts/core').EChartsExtensionInstaller;
}
