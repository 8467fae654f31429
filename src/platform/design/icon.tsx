import { raw } from 'hono/html'
import { type IconName, iconPaths, mirroredIcons } from './icon-paths.ts'

/**
 * A pictogram beside words: it says nothing to a screen reader, because the words already do. Drawn in place and not
 * taken from a sprite: compressed, a page with 56 of them was 3.1 KB this way and 3.3 KB that way.
 */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class={mirroredIcons.has(name) ? 'kern-icon mirrors' : 'kern-icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    {raw(iconPaths[name])}
  </svg>
)

/** The same drawing inside a larger picture, which says what it means. */
export const IconShape = ({
  name,
  x,
  y,
  size,
  colour,
  direction = 'ltr',
}: {
  name: IconName
  x: number
  y: number
  size: number
  colour: string
  direction?: 'ltr' | 'rtl' | undefined
}) => (
  <g
    transform={
      direction === 'rtl' && mirroredIcons.has(name)
        ? `translate(${x + size} ${y}) scale(${-size / 24} ${size / 24})`
        : `translate(${x} ${y}) scale(${size / 24})`
    }
    fill="none"
    stroke={colour}
    stroke-width="2"
    stroke-linecap="round"
    stroke-linejoin="round"
  >
    {raw(iconPaths[name])}
  </g>
)
