import { createRequire } from 'node:module'
import { answerWork } from '../lazy-process-work.ts'
import type { BarChart } from './chart.ts'

/** The process in which charts are drawn: each message is a chart and is answered with its SVG. */
// Required and not imported: that is the library as one file, and not as a thousand.
const { init } = createRequire(import.meta.url)('echarts') as typeof import('echarts')

// Told apart by lightness first and by pattern too, so that no colour has to be seen.
const colours = ['#0a5560', '#e39a1f', '#7fb3ba', '#7a2f5f', '#4b6a3b', '#c8442f']
const ink = '#20303a'
// Single quotes inside: the library writes them into attributes as they are.
const font = {
  fontFamily: "system-ui, 'Noto Sans', 'Noto Sans Arabic', sans-serif",
  fontSize: 15,
  color: ink,
}
const rowHeight = 40
const legendHeight = 44

const draw = ({ language, direction, width, categories, series }: BarChart) => {
  const isMirrored = direction === 'rtl'
  const height = Math.max(1, categories.length) * rowHeight + legendHeight
  const written = new Intl.NumberFormat(`${language}-u-nu-latn`)
  const names = series.map(({ name }) => name)
  const totals = categories.map((_, at) => series.reduce((sum, { values }) => sum + (values[at] ?? 0), 0))
  const canvas = init(null, null, { renderer: 'svg', ssr: true, width, height })
  canvas.setOption({
    animation: false,
    textStyle: font,
    color: colours,
    aria: { enabled: true, decal: { show: series.length > 1 } },
    legend: {
      ...{
        show: series.length > 1,
        top: 0,
        [isMirrored ? 'right' : 'left']: 0,
        textStyle: font,
        itemGap: 20,
      },
      align: isMirrored ? 'right' : 'left',
      data: isMirrored ? names.toReversed() : names,
    },
    grid: {
      ...{ top: legendHeight, bottom: 0, containLabel: false },
      [isMirrored ? 'right' : 'left']: labelWidth(width),
      [isMirrored ? 'left' : 'right']: 64,
    },
    xAxis: { type: 'value', show: false, inverse: isMirrored },
    yAxis: {
      type: 'category',
      data: categories,
      inverse: true,
      position: isMirrored ? 'right' : 'left',
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: { ...font, width: labelWidth(width) - 12, overflow: 'break', lineHeight: 17 },
    },
    series: series.map(({ name, values }, index) => ({
      ...{ type: 'bar', name, stack: 'all', barWidth: 22, data: [...values] },
      label: {
        ...{ ...font, fontWeight: 700, position: isMirrored ? 'left' : 'right' },
        show: index === series.length - 1,
        formatter: ({ dataIndex }: { dataIndex: number }) => written.format(totals[dataIndex] ?? 0),
      },
    })),
  })
  const svg = canvas.renderToSVGString()
  canvas.dispose()
  return svg
}

/** Names take a third of the picture, but no more than they need. */
const labelWidth = (width: number) => Math.min(240, Math.round(width * 0.36))

answerWork(draw)
