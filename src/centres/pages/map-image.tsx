import type { Wording } from '../../platform/wording/wording.ts'
import type { Centre } from '../centre.ts'
import type { CityMap } from '../map.ts'
import { namesOn } from '../map-names.ts'
import { paths } from '../paths.ts'

/** The map as an image of its own: it has no stylesheet, so it brings its colours along. */
export const mapImage = (
  { width, height, outlines, points }: CityMap,
  district: string,
  local: Set<string>,
) => {
  const areas = outlines.map(
    ({ code, path }) => `<path d="${path}"${code === district ? ' fill="#fdeec4"' : ''}/>`,
  )
  const dots = points.map(({ slug, x, y }) =>
    local.has(slug)
      ? `<circle cx="${x}" cy="${y}" r="9" fill="#f6b73c" stroke="#073f47" stroke-width="3"/>`
      : `<circle cx="${x}" cy="${y}" r="6"/>`,
  )
  return (
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}">` +
    `<g fill="#fffdf8" stroke="#8fb8ba" stroke-width="1.5" stroke-linejoin="round">${areas.join('')}</g>` +
    `<g fill="#0a5560" stroke="#fffdf8" stroke-width="1.5">${dots.join('')}</g></svg>`
  )
}

/** The map with the centres; the list beside it says the same. */
export const MapImage = ({
  wording,
  district,
  mark,
}: {
  wording: Wording
  district?: string | undefined
  mark: string
}) => (
  <img
    class="map"
    src={paths.mapImage(wording.language, mark, district)}
    alt={wording.t('centres.map.alt')}
    width="340"
    height="308"
    loading="lazy"
  />
)

/**
 * The map to choose a district from: each district is a link, named like the one in the list beside it. The names of
 * some are written on it.
 */
export const MapToChooseFrom = ({
  map,
  named,
  title,
  href,
}: {
  map: CityMap
  named: ReadonlySet<string>
  title: string
  href: (code: string) => string
}) => (
  <svg class="map" viewBox={`0 0 ${map.width} ${map.height}`}>
    <title>{title}</title>
    {map.outlines.map(({ code, name, path }) => (
      <a href={href(code)} aria-label={name}>
        <title>{name}</title>
        <path class="map__area" d={path} />
      </a>
    ))}
    {map.points.map(({ x, y }) => (
      <circle class="map__point" cx={x} cy={y} r="4" />
    ))}
    <svg aria-hidden="true">
      {namesOn(map, named).map(({ text, x, y }) => (
        <text class="map__name" x={x} y={y}>
          {text}
        </text>
      ))}
    </svg>
  </svg>
)

/** Which centres a map shows as those of the district. */
export const localOf = (centres: readonly Centre[]) =>
  new Set(centres.filter(({ isLocal }) => isLocal).map(({ slug }) => slug))
