/** A colour a centre has chosen for itself, as `#rrggbb`. */
export type Accent = { slug: string; colour: string }

/** The class that gives everything inside the colour of a centre. */
export const accentClass = (slug: string) => `accent-${slug}`

/**
 * The stylesheet with the colours of a city's centres. Each is darkened until words in it can be read (4.5 : 1,
 * WCAG 1.4.3) on its own pale wash, and so on paper and white too.
 */
export const accentStyles = (accents: Accent[]): string =>
  accents
    .map(({ slug, colour }) => {
      const { accent, wash } = readableAccent(colour)
      return `.${accentClass(slug)}{--accent:${accent};--accent-wash:${wash}}`
    })
    .join('')

/** A chosen colour as words can be read in it, and its pale wash; both as `#rrggbb`. */
export const readableAccent = (colour: string) => {
  const chosen = parse(colour)
  const wash = mix(chosen, [255, 255, 255], 0.88)
  return { accent: print(readableOn(wash, chosen)), wash: print(wash) }
}

type Rgb = [number, number, number]

const readableOn = (wash: Rgb, colour: Rgb): Rgb =>
  contrast(colour, wash) >= 4.5 ? colour : readableOn(wash, mix(colour, [0, 0, 0], 0.04))

/** How far two colours are apart for the eye, from 1 to 21, as WCAG 2 defines it. */
export const contrast = (one: Rgb, other: Rgb): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
  return (light + 0.05) / (dark + 0.05)
}

const luminance = ([red, green, blue]: Rgb) =>
  0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)

const linear = (channel: number) => {
  const share = channel / 255
  return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4
}

const mix = (colour: Rgb, into: Rgb, share: number): Rgb =>
  colour.map((channel, index) => Math.floor(channel + ((into[index] ?? 0) - channel) * share)) as Rgb

/** Anything that is not `#rrggbb` becomes the petrol of the platform, so nothing else gets into the sheet. */
const parse = (colour: string): Rgb => {
  const hex = /^#([\da-f]{6})$/i.exec(colour)?.[1] ?? '0a5560'
  return [0, 2, 4].map(at => Number.parseInt(hex.slice(at, at + 2), 16)) as Rgb
}

const print = (colour: Rgb) => `#${colour.map(channel => channel.toString(16).padStart(2, '0')).join('')}`
