/**
 * The programme of the family centres on a page of somebody else: `<kieznetz-programm site="…">`. It takes over font and
 * colours of that page, keeps nothing and tells nobody who looks. Until it has something to show, and where the site is
 * not allowed, the plain link inside the element stays.
 */
class KieznetzProgramm extends HTMLElement {
  async connectedCallback() {
    if (this.shadowRoot) return
    const root = this.attachShadow({ mode: 'open' })
    root.append(document.createElement('slot'))
    try {
      const answer = await fetch(this.#address(), { credentials: 'omit', referrerPolicy: 'no-referrer' })
      if (!answer.ok) return
      root.replaceChildren(programme(await answer.json(), this.#level()))
      dress(root)
    } catch {
      // Not allowed here, or no network: the link stays.
    }
  }

  #address() {
    const city = this.getAttribute('city') ?? new URL(import.meta.url).origin
    const address = new URL(`/api/v1/embed/${this.getAttribute('site')}`, city)
    address.search = this.getAttribute('filter') ?? ''
    for (const [attribute, parameter] of parameters) {
      const value = this.getAttribute(attribute)
      if (value) address.searchParams.set(parameter, value)
    }
    return address
  }

  /** Of the heading, as it fits into the page around: 2 unless said. */
  #level() {
    const level = Number(this.getAttribute('level'))
    return level >= 1 && level <= 6 ? level : 2
  }
}

const parameters = [
  ['language', 'lang'],
  ['count', 'limit'],
  ['centre', 'centre'],
  ['district', 'district'],
] as const

type Item = {
  href: string
  title: string
  language: string
  when: string
  where: string
  note: string
  isCancelled: boolean
}

type Shown = {
  language: string
  direction: string
  title: string
  items: Item[]
  nothing: string
  more: { href: string; label: string }
}

const programme = (shown: Shown, level: number) => {
  const heading = element('p', { role: 'heading', 'aria-level': `${level}`, class: 'title' }, shown.title)
  const list = element('ul', { role: 'list' }, ...shown.items.map(listed))
  const nothing = element('p', {}, shown.nothing)
  const more = element('p', {}, element('a', { href: shown.more.href }, shown.more.label))
  const isEmpty = shown.items.length === 0
  return element(
    'section',
    { lang: shown.language, dir: shown.direction, 'aria-label': shown.title },
    ...[heading, isEmpty ? nothing : list, more],
  )
}

const listed = ({ href, title, language, when, where, note, isCancelled }: Item) =>
  element(
    'li',
    isCancelled ? { class: 'off' } : {},
    element('span', { class: 'when' }, when),
    element('a', { href }, element('bdi', { lang: language }, title)),
    element('span', {}, element('bdi', { lang: 'de' }, where)),
    element('span', { class: 'note' }, note),
  )

const element = (name: string, attributes: Record<string, string>, ...children: (Node | string)[]) => {
  const made = document.createElement(name)
  for (const [attribute, value] of Object.entries(attributes)) made.setAttribute(attribute, value)
  made.append(...children)
  return made
}

/** A sheet stands also where the page around allows no style elements; browsers of 2021 know only these. */
const dress = (root: ShadowRoot) => {
  if (!('adoptedStyleSheets' in root)) return (root as ShadowRoot).append(element('style', {}, css))
  const sheet = new CSSStyleSheet()
  sheet.replaceSync(css)
  root.adoptedStyleSheets = [sheet]
}

const css = `
:host { display: block; color: inherit; font: inherit; color-scheme: inherit }
section { padding: var(--kieznetz-padding, 1em); border: 1px solid var(--kieznetz-line, currentColor);
  border-radius: var(--kieznetz-radius, .5em) }
p { margin: 0 0 .5em } p:last-child { margin: .75em 0 0 }
.title { font-size: 1.2em; font-weight: bold }
ul { list-style: none; margin: 0; padding: 0; display: grid; gap: var(--kieznetz-gap, .75em) }
li { display: grid; gap: .125em } li > * { justify-self: start }
a { color: var(--kieznetz-link, inherit); font-weight: bold; text-underline-offset: .2em;
  padding-block: .2em; display: inline-block; min-height: 24px; box-sizing: border-box }
a:focus-visible { outline: 3px solid var(--kieznetz-link, currentColor); outline-offset: 2px }
.off a { text-decoration-line: line-through underline }
`

customElements.define('kieznetz-programm', KieznetzProgramm)
