import { type IconName, IconShape } from '../../platform/design/index.ts'
import type { Drawing } from './drawing.ts'

/**
 * A picture of numbers as SVG that brings its colours along, so that the page and the sheet for the press show the
 * same one. What is told apart is told apart by length, width or dashes, never by colour alone.
 */
export const Picture = ({ drawing, name, direction }: PictureProps) => {
  const [width, height] = sizeOf(drawing)
  return (
    <svg
      xmlns="http://www.w3.org/2000/svg"
      class="story__picture"
      viewBox={`0 0 ${width} ${height}`}
      width={width}
      height={height}
      role="img"
      aria-label={name}
    >
      {shapeOf(drawing, direction === 'rtl' ? width : undefined)}
    </svg>
  )
}

type PictureProps = { drawing: Drawing; name: string; direction: 'ltr' | 'rtl' }
/** A pictogram alone, as it stands before a figure on the sheet. */
export const Sign = ({ icon }: { icon: IconName }) => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 24 24" width="24" height="24" aria-hidden="true">
    <IconShape name={icon} x={0} y={0} size={24} colour={petrol} />
  </svg>
)

/** The width to count from where one reads from right to left. */
type From = number | undefined
type Of<Shape> = Extract<Drawing, { shape: Shape }>

const petrol = '#0a5560'
const pale = '#d9e8e8'
const line = '#8fb8ba'
const sun = '#f6b73c'

const wide = 320
const signsInRow = 10
const sign = 32
const bar = 26

const sizeOf = (drawing: Drawing): [number, number] => {
  switch (drawing.shape) {
    case 'row':
      return [wide, Math.max(1, Math.ceil(drawing.signs / signsInRow)) * sign]
    case 'map':
      return [drawing.map.width, drawing.map.height]
    case 'ring':
      return [wide, 112]
    case 'bars':
      return [wide, drawing.bars.length * bar]
  }
}

const shapeOf = (drawing: Drawing, from: From) => {
  switch (drawing.shape) {
    case 'row':
      return <Row {...drawing} from={from} />
    case 'map':
      return <Districts {...drawing} />
    case 'ring':
      return <Ring {...drawing} direction={from === undefined ? 'ltr' : 'rtl'} />
    case 'bars':
      return <Bars {...drawing} from={from} />
  }
}

/** Where something of a width begins, counted from the side where one begins to read. */
const at = (from: From, start: number, width: number) => (from === undefined ? start : from - start - width)

const Row = ({ icon, signs, dashed = 0, from }: Of<'row'> & { from: From }) => (
  <>
    {Array.from({ length: signs }, (_, index) => {
      const x = at(from, (index % signsInRow) * sign, sign - 4)
      const y = Math.floor(index / signsInRow) * sign + 2
      const isDashed = index >= signs - dashed
      return isDashed ? (
        <g stroke-dasharray="2.5 3">
          <IconShape name={icon} x={x} y={y} size={sign - 4} colour={petrol} />
        </g>
      ) : (
        <IconShape name={icon} x={x} y={y} size={sign - 4} colour={petrol} />
      )
    })}
  </>
)

const Districts = ({ map, served }: Of<'map'>) => (
  <>
    {[false, true].map(isServed => (
      <g
        fill={isServed ? pale : '#fffdf8'}
        stroke={isServed ? petrol : line}
        stroke-width={isServed ? 1.6 : 1}
      >
        {map.outlines
          .filter(({ code }) => served.has(code) === isServed)
          .map(({ path }) => (
            <path d={path} stroke-linejoin="round" />
          ))}
      </g>
    ))}
    {map.points.map(({ x, y }) => (
      <circle cx={x} cy={y} r="7" fill={sun} stroke={petrol} stroke-width="3" />
    ))}
  </>
)

const Ring = ({ part, whole, icon, direction }: Of<'ring'> & { direction: 'ltr' | 'rtl' }) => {
  const [middle, radius] = [56, 44]
  const round = 2 * Math.PI * radius
  const length = (part / whole) * round
  return (
    <g transform={`translate(${(wide - 2 * middle) / 2} 0)`}>
      <circle cx={middle} cy={middle} r={radius} fill="none" stroke={line} stroke-width="5" />
      {part > 0 && (
        <circle
          cx={middle}
          cy={middle}
          r={radius}
          fill="none"
          stroke={petrol}
          stroke-width="18"
          stroke-dasharray={`${length.toFixed(1)} ${round.toFixed(1)}`}
          transform={`rotate(-90 ${middle} ${middle})`}
        />
      )}
      <IconShape
        name={icon}
        x={middle - 18}
        y={middle - 18}
        size={36}
        colour={petrol}
        direction={direction}
      />
    </g>
  )
}

const Bars = ({ bars, from }: Of<'bars'> & { from: From }) => {
  const most = Math.max(1, ...bars.map(({ value }) => value))
  const before = bars.some(({ mark }) => 'text' in mark) ? 76 : 32
  return (
    <>
      {bars.map(({ mark, value }, index) => {
        const y = index * bar
        // Nought is a line: something is there, and it is empty.
        const length = Math.max(2, Math.round((value / most) * (wide - before)))
        return (
          <>
            {'icon' in mark ? (
              <IconShape name={mark.icon} x={at(from, 0, 22)} y={y + 2} size={22} colour={petrol} />
            ) : (
              <text
                x={at(from, 0, 0)}
                y={y + 18}
                font-size="15"
                font-weight="700"
                font-family="system-ui, Noto Sans, sans-serif"
                text-anchor={from === undefined ? 'start' : 'end'}
                direction="ltr"
                fill={petrol}
              >
                {mark.text}
              </text>
            )}
            <rect x={at(from, before, length)} y={y + 4} width={length} height="18" rx="4" fill={petrol} />
          </>
        )
      })}
    </>
  )
}
