import { raw } from 'hono/html'
import { type IconName, iconPaths, mirroredIcons } from './icon-paths.ts'

/** A pictogram beside words: it says nothing to a screen reader, because the words already do. */
export const Icon = ({ name }: { name: IconName }) => (
  <svg
    class={mirroredIcons.has(name) ? 'kern-icon mirrors' : 'kern-icon'}
    viewBox="0 0 24 24"
    aria-hidden="true"
  >
    {raw(iconPaths[name])}
  </svg>
)
