export type Corner = { x: number; y: number }
/** A closed line; the last corner leads back to the first and is not repeated. */
type Ring = Corner[]

/**
 * The outlines of areas as path data, together no heavier than the given number of characters. The corners
 * that change a shape least go first (Visvalingam), from both sides of a border at once, so that neighbours
 * still touch; where three areas meet, the corner stays.
 */
export const lightOutlines = (areas: Corner[][][], heaviest: number): string[] => {
  let rings = areas.map(area => area.map(onWholePixels))
  let paths = rings.map(pathOf)
  while (paths.join('').length > heaviest) {
    const lighter = withoutSmallest(rings)
    if (!lighter) break
    rings = lighter
    paths = rings.map(pathOf)
  }
  return paths
}

const onWholePixels = (ring: Corner[]): Ring => {
  const corners = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  return corners.filter((corner, index) => keyOf(corner) !== keyOf(corners.at(index - 1)))
}

/** A twentieth of the corners fewer; nothing when only corners are left that must stay. */
const withoutSmallest = (areas: Ring[][]): Ring[][] | undefined => {
  const sizes = sizesOf(areas)
  const smallest = [...sizes]
    .sort(([, one], [, other]) => one - other)
    .slice(0, Math.ceil(sizes.size / 20))
    .map(([key]) => key)
  if (smallest.length === 0) return undefined
  const gone = new Set(smallest)
  return areas.map(area =>
    area.map(ring => ring.filter(corner => !gone.has(keyOf(corner)))).filter(ring => ring.length > 2),
  )
}

/** How much each corner that may go changes its shapes: the largest triangle it forms with its neighbours. */
const sizesOf = (areas: Ring[][]): Map<string, number> => {
  const sizes = new Map<string, number>()
  const sharedBy = new Map<string, Set<number>>()
  for (const [index, area] of areas.entries()) {
    for (const ring of area) {
      for (const [at, corner] of ring.entries()) {
        const key = keyOf(corner)
        sharedBy.set(key, (sharedBy.get(key) ?? new Set()).add(index))
        // A triangle has no corner to spare.
        const size =
          ring.length > 3 ? triangle(ring.at(at - 1), corner, ring[(at + 1) % ring.length]) : Infinity
        sizes.set(key, Math.max(size, sizes.get(key) ?? 0))
      }
    }
  }
  return new Map([...sizes].filter(([key, size]) => size < Infinity && (sharedBy.get(key)?.size ?? 0) < 3))
}

const triangle = (a: Corner | undefined, b: Corner, c: Corner | undefined) =>
  a && c ? Math.abs((a.x - b.x) * (c.y - b.y) - (a.y - b.y) * (c.x - b.x)) : 0

const keyOf = (corner: Corner | undefined) => (corner ? `${corner.x},${corner.y}` : '')

/** A start and relative steps, in whole pixels. */
const pathOf = (area: Ring[]): string =>
  area
    .map(([first, ...rest]) => {
      if (!first) return ''
      const steps = rest.map(({ x, y }, index) => {
        const before = rest[index - 1] ?? first
        return `${x - before.x} ${y - before.y}`
      })
      return `M${first.x} ${first.y}l${steps.join(' ').replaceAll(' -', '-')}z`
    })
    .join('')
