/** What a phone asks for to work like an app. */
export const paths = {
  manifest: (language: string) => `/${language}/app.webmanifest`,
  /** The icon in pixels; its address changes with the colour of the city. */
  icon: (language: string, size: IconSize, colour: string) =>
    `/${language}/icon-${size}.png?v=${colour.replace('#', '')}`,
  week: (language: string) => `/${language}`,
}

export const iconSizes = [192, 512] as const
export type IconSize = (typeof iconSizes)[number]
