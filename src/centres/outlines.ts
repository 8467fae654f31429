export type Corner = { x: number; y: number }
/** A closed line; the last corner leads back to the first and is not repeated. */
type Ring = Corner[]

/** The outlines of areas as path data, in whole pixels; what is too small for one is left out. */
export const outlinesOf = (areas: Corner[][][]): string[] =>
  areas.map(area => pathOf(area.map(onWholePixels).filter(ring => ring.length > 2)))

const onWholePixels = (ring: Corner[]): Ring => {
  const corners = ring.map(({ x, y }) => ({ x: Math.round(x), y: Math.round(y) }))
  return corners.filter((corner, index) => {
    const before = corners.at(index - 1)
    return corner.x !== before?.x || corner.y !== before.y
  })
}

/** A start and relative steps. */
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
