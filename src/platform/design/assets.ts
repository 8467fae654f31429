import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { projectFolder } from '../config.ts'

/** The stylesheets and scripts a page may ask for. */
export type AssetName = 'public.css' | 'pictures.css' | 'press.css' | 'staff.css' | `${string}.js`

/**
 * The address of a built stylesheet or script. It contains a hash of the content, so browsers may keep it for
 * ever; before the first build it is the plain name.
 */
export const asset = (name: AssetName): string => addresses().get(name) ?? `/assets/${name}`

/** Where the built file lies; undefined before the first build. */
export const assetFile = (name: AssetName): string | undefined => {
  const address = addresses().get(name)
  return address && join(projectFolder, 'dist', address)
}

type Manifest = Record<string, { file: string; name?: string; src?: string; isEntry?: boolean }>

let known: Map<string, string> | undefined

const addresses = () => {
  known ??= readAddresses(join(projectFolder, 'dist', 'assets', '.vite', 'manifest.json'))
  return known
}

const readAddresses = (file: string): Map<string, string> => {
  if (!existsSync(file)) return new Map()

  const manifest = JSON.parse(readFileSync(file, 'utf8')) as Manifest
  return new Map(
    Object.entries(manifest)
      .filter(([, { isEntry }]) => isEntry)
      .map(([source, { file }]) => [publicName(source), `/assets/${file}`]),
  )
}

/** `src/platform/design/styles/public.scss` is asked for as `public.css`, `browser/x.ts` as `x.js`. */
const publicName = (source: string) =>
  source
    .replace(/^.*\//, '')
    .replace(/\.scss$/, '.css')
    .replace(/\.ts$/, '.js')
