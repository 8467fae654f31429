import { type IconName, IconShape } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Entry } from '../entry.ts'
import { hoursOf, type PartOfDay, partsOfDay } from '../filters.ts'
import type { Kind } from '../vocabulary.ts'
import { audienceIcons } from './facts.tsx'

type Drawing = {
  /** `currentColor` on a page; on paper, where nothing is inherited, the colour of the centre. */
  colour: string
  direction: Wording['direction']
}

/**
 * A date without a word: what kind of offer it is, beside it who is meant and whether it is free; below it the hour on
 * a clock with hands, and whether the sun is rising, high or gone. Whoever shows it says the same in words beside.
 */
export const EntryPicture = ({ entry, colour, direction }: Drawing & { entry: Entry }) => {
  const { session } = entry
  if (!session) return null
  // The place of a thing, seen from where one begins to read.
  const at = (x: number, size: number) => (direction === 'rtl' ? 120 - x - size : x)
  const icon = (name: IconName, x: number, y: number, size: number) => (
    <IconShape {...{ name, y, size, colour, direction }} x={at(x, size)} />
  )
  return (
    <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 140" aria-hidden="true">
      {icon(kindIcons[entry.kind], 4, 6, 76)}
      {besides(entry).map((name, index) => icon(name, 86, 2 + index * 31, 30))}
      <Clock time={session.starts} x={at(8, 44) + 22} y={112} colour={colour} />
      {icon(sunAt(session.starts), 66, 92, 40)}
      {session.cancelled && (
        <path d="M8 8 112 132M112 8 8 132" stroke="#b3261e" stroke-width="7" stroke-linecap="round" />
      )}
    </svg>
  )
}

/** Which day of the week: seven places in the order of reading, that of the day is filled; the weekend is square. */
export const DayPicture = ({ date, colour, direction }: Drawing & { date: Temporal.PlainDate }) => (
  <svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 112 16" aria-hidden="true">
    {[1, 2, 3, 4, 5, 6, 7].map(day => {
      const x = 8 + (direction === 'rtl' ? 7 - day : day - 1) * 16
      const look = { fill: day === date.dayOfWeek ? colour : 'none', stroke: colour, 'stroke-width': 1.5 }
      return day < 6 ? (
        <circle cx={x} cy="8" r="5.5" {...look} />
      ) : (
        <rect x={x - 5} y="3" width="10" height="10" {...look} />
      )
    })}
  </svg>
)

/** Morning, afternoon or evening, by the same hours as the filter. */
export const partOf = (time: Temporal.PlainTime): PartOfDay => {
  const said = time.toString({ smallestUnit: 'minute' })
  return partsOfDay.find(part => said < hoursOf[part].until) ?? 'evening'
}

export const kindIcons: Record<Kind, IconName> = {
  encounter: 'meeting',
  activity: 'play',
  education: 'course',
  counselling: 'advice',
  neighbourly: 'neighbours',
}

const sunAt = (time: Temporal.PlainTime): IconName => suns[partOf(time)]
const suns = { morning: 'sunrise', afternoon: 'sun', evening: 'moon' } as const

/** Who is meant, how one gets there if not by coming, and whether it costs something. */
const besides = (entry: Entry): IconName[] => [
  ...whoIsMeant(entry),
  ...(entry.way === 'on-site' ? [] : [entry.way]),
  entry.priceCents === 0 ? 'free' : 'price',
]

const whoIsMeant = ({ audience, isFromPregnancy, ages, eases }: Entry): IconName[] => {
  if (eases.includes('women-only')) return ['women-only']
  if (audience !== 'everyone') return [audienceIcons[audience]]
  if (isFromPregnancy) return ['pregnant']
  if (ages.until !== null && ages.until <= oldestBaby) return ['baby']
  return ages.from === null && ages.until === null ? [] : ['child']
}

/** Children of up to eighteen months are babies to whoever looks for them. */
const oldestBaby = 18

const Clock = ({
  time,
  x,
  y,
  colour,
}: {
  time: Temporal.PlainTime
  x: number
  y: number
  colour: string
}) => {
  const hand = (turn: number, length: number) => {
    const angle = turn * 2 * Math.PI
    const round = (value: number) => Math.round(value * 10) / 10
    return `M${x} ${y}L${round(x + Math.sin(angle) * length)} ${round(y - Math.cos(angle) * length)}`
  }
  const hours = (time.hour % 12) / 12 + time.minute / 720
  return (
    <g fill="none" stroke={colour} stroke-linecap="round">
      <circle cx={x} cy={y} r="22" stroke-width="2.5" />
      <path d={`M${x} ${y - 18}h0M${x + 18} ${y}h0M${x} ${y + 18}h0M${x - 18} ${y}h0`} stroke-width="3" />
      <path d={hand(hours, 10)} stroke-width="4" />
      <path d={hand(time.minute / 60, 16)} stroke-width="2.5" />
    </g>
  )
}
