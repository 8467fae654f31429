import { lazyProcess, processFile } from '../lazy-process.ts'
import type { BarChart } from './chart.ts'

/** Draws a chart as SVG. The library takes some 100 MB, which are free again when its process ends. */
export const drawChart = lazyProcess<BarChart, string>(processFile('draw-worker', import.meta.url))
