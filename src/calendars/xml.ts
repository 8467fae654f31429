/** An element of a feed; what stands in it is text or further elements, never markup of others. */
export const element = (
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...content: readonly (Xml | string)[]
): Xml => {
  const said = Object.entries(attributes).map(([attribute, value]) => ` ${attribute}="${safe(value)}"`)
  const inside = content.map(each => (typeof each === 'string' ? safe(each) : each.xml)).join('')
  return { xml: inside ? `<${name}${said.join('')}>${inside}</${name}>` : `<${name}${said.join('')}/>` }
}

export const documentOf = (root: Xml) => `<?xml version="1.0" encoding="utf-8"?>\n${root.xml}\n`

type Xml = { readonly xml: string }

/** XML 1.0 has no place for most control characters, nor for half a surrogate pair. */
const safe = (text: string) =>
  text
    .toWellFormed()
    .replace(/[^\P{Cc}\t\n\r]|[\ufffe\uffff]/gu, '')
    .replace(/[&<>"']/g, sign => `&#${sign.charCodeAt(0)};`)
