/** A value of a statement: a thing by its address, or words, perhaps in a language or of a type. */
export type Value =
  | { iri: string }
  | { text: string; language?: string }
  | { text: string; type: string }
  | { blank: Statements }

/** Statements about one thing, by short names such as `dct:title`. */
export type Statements = { readonly [predicate: string]: Value | readonly Value[] | undefined }

/** A description in RDF: each thing by its address, with what is said of it. */
export type Description = Readonly<Record<string, Statements>>

const prefixes = {
  dcat: 'http://www.w3.org/ns/dcat#',
  dcatde: 'http://dcat-ap.de/def/dcatde/',
  dct: 'http://purl.org/dc/terms/',
  foaf: 'http://xmlns.com/foaf/0.1/',
  rdf: 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
  vcard: 'http://www.w3.org/2006/vcard/ns#',
  xsd: 'http://www.w3.org/2001/XMLSchema#',
}

/** The description as Turtle. */
export const asTurtle = (description: Description): string =>
  [
    ...Object.entries(prefixes).map(([name, iri]) => `@prefix ${name}: <${iri}> .`),
    '',
    ...Object.entries(description).map(
      ([iri, said]) => `${inTurtle({ iri })}\n${statementsInTurtle(said)} .\n`,
    ),
  ].join('\n')

/** The same as JSON-LD, written out in full so that nobody has to fetch a context. */
export const asJsonLd = (description: Description) =>
  Object.entries(description).map(([iri, said]) => ({ '@id': iri, ...statementsInJson(said) }))

const each = (said: Statements) =>
  Object.entries(said).flatMap(([predicate, value]) => {
    const values = value === undefined ? [] : [value].flat()
    return values.length > 0 ? [{ predicate, values }] : []
  })

const statementsInTurtle = (said: Statements, indent = '  '): string =>
  each(said)
    .map(
      ({ predicate, values }) =>
        `${indent}${predicate} ${values.map(value => inTurtle(value, indent)).join(', ')}`,
    )
    .join(' ;\n')

const inTurtle = (value: Value, indent = '  '): string => {
  if ('iri' in value) return `<${encodeURI(decodeURI(value.iri))}>`
  if ('blank' in value) return `[\n${statementsInTurtle(value.blank, `${indent}  `)}\n${indent}]`
  const text = JSON.stringify(value.text)
  if ('type' in value) return `${text}^^${value.type}`
  return value.language ? `${text}@${value.language}` : text
}

const statementsInJson = (said: Statements): Record<string, unknown> =>
  Object.fromEntries(
    each(said).map(({ predicate, values }) =>
      predicate === 'rdf:type'
        ? ['@type', values.flatMap(value => ('iri' in value ? [value.iri] : []))]
        : [inFull(predicate), values.map(inJson)],
    ),
  )

const inJson = (value: Value): unknown => {
  if ('iri' in value) return { '@id': encodeURI(decodeURI(value.iri)) }
  if ('blank' in value) return statementsInJson(value.blank)
  if ('type' in value) return { '@value': value.text, '@type': inFull(value.type) }
  return { '@value': value.text, ...(value.language && { '@language': value.language }) }
}

const inFull = (name: string) => {
  const [prefix = '', rest = ''] = name.split(':')
  return prefixes[prefix as keyof typeof prefixes] + rest
}

/** The address of what a short name stands for, such as the class `dcat:Dataset`. */
export const named = (name: string): Value => ({ iri: inFull(name) })
