import type { Child } from 'hono/jsx'
import type { JSX } from 'hono/jsx/jsx-runtime'

export type { JSX } from 'hono/jsx/jsx-runtime'

type Props = { [name: string]: unknown; children?: Child | undefined }
type Component = (props: Props) => Child

/**
 * What TSX calls for each element: the element as text, its children first. Pages are plain functions of data that
 * never wait, so there is no tree to build and walk through again; that took two thirds of the time of a page.
 */
export const jsx = (tag: string | Component, props: Props): JSX.Element => {
  if (typeof tag === 'function') return written(tag(props))
  let text = `<${named(tag)}`
  for (const name in props) if (name !== 'children') text += attribute(name, props[name])
  return new Written(
    voidTags.has(tag) ? `${text}>` : `${text}>${textOf(props.children)}</${tag}>`,
  ) as unknown as JSX.Element
}

export { jsx as jsxDEV, jsx as jsxs }

export const Fragment = ({ children }: Props) => written(children)

/** Text that is HTML already, as `raw()` marks it too. */
class Written {
  readonly isEscaped = true
  readonly #text: string
  constructor(text: string) {
    this.#text = text
  }
  toString() {
    return this.#text
  }
}

const written = (child: Child): JSX.Element =>
  (child instanceof Written ? child : new Written(textOf(child))) as unknown as JSX.Element

const textOf = (child: unknown): string => {
  if (typeof child === 'string') return escaped(child)
  if (child instanceof Written) return child.toString()
  if (child === undefined || child === null || typeof child === 'boolean') return ''
  if (typeof child === 'number') return String(child)
  if (Array.isArray(child)) {
    let text = ''
    for (const each of child) text += textOf(each)
    return text
  }
  if (isHtml(child)) return String(child)
  throw new TypeError(`A page cannot show ${Object.prototype.toString.call(child)}`)
}

/** As Hono marks it, and whatever else brings HTML of its own. */
const isHtml = (child: object) => 'isEscaped' in child && child.isEscaped === true

/** `true` and `false` are words for `aria-expanded`, but presence and absence for `checked`. */
const attribute = (name: string, value: unknown): string => {
  if (value === undefined || value === null) return ''
  if (typeof value === 'boolean' && flags.has(name)) return value ? ` ${name}=""` : ''
  return ` ${named(name)}="${typeof value === 'string' ? escaped(value) : escaped(String(value))}"`
}

const escaped = (text: string) =>
  /[&<>"']/.test(text) ? text.replace(/[&<>"']/g, mark => escapes[mark] ?? '') : text

const escapes: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

/** Names come from the program and not from people; one that did not would otherwise be a way out of the element. */
const named = (name: string) => {
  if (names.has(name)) return name
  if (!/^[a-z][\w:.-]*$/i.test(name))
    throw new TypeError(`${JSON.stringify(name)} names no element or attribute`)
  names.add(name)
  return name
}

const names = new Set<string>()

const voidTags = new Set('area base br col embed hr img input link meta source track wbr'.split(' '))
const flags = new Set(
  (
    'allowfullscreen async autofocus autoplay checked controls default defer disabled download formnovalidate ' +
    'hidden inert loop multiple muted nomodule novalidate open playsinline readonly required reversed selected'
  ).split(' '),
)
