import { globSync, readFileSync } from 'node:fs'
import { basename } from 'node:path'
import { Ajv2020 } from 'ajv/dist/2020.js'
import formats from 'ajv-formats'

type Json = { [name: string]: unknown }

/**
 * The schemas of HSDS 3.0, changed by merge patches where there are some; says of a thing what is wrong with it.
 */
export const hsdsSchemas = (patches: Readonly<Record<string, unknown>> = {}) => {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateFormats: true })
  formats.default(ajv)
  for (const file of globSync('tests/hsds/v3.0/*.json')) {
    const name = basename(file)
    ajv.addSchema(merged(JSON.parse(readFileSync(file, 'utf8')), patches[name] ?? {}) as Json, name)
  }
  return (name: string, thing: unknown) => {
    ajv.validate(`${name}.json`, thing)
    return (ajv.errors ?? []).map(({ instancePath, message }) => `${name}${instancePath} ${message}`)
  }
}

/** A merge patch (RFC 7386): what is null goes, objects are merged, everything else is replaced. */
const merged = (target: unknown, patch: unknown): unknown => {
  if (!isObject(patch)) return patch
  const result: Json = isObject(target) ? { ...target } : {}
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name]
    else result[name] = merged(result[name], value)
  }
  return result
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
