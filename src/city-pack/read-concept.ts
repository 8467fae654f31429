import { type Column, date, id, needed, text, yesOrNo } from './cells.ts'
import { type About, type Fault, type FaultCode, Unfit } from './faults.ts'
import { suggestion } from './read-table.ts'

/** An article as the file has it; the key stays through all versions. */
export type ConceptArticle = { key: string; title: string; body: string; line: number }
export type ConceptFile = {
  file: string
  head: { version: string; name: string; validFrom: Temporal.PlainDate; source: string; isExample: boolean }
  articles: ConceptArticle[]
  /** A fault in a line of the file. */
  fault: (line: number, code: FaultCode, about?: About) => Fault
}
/** The articles in one more language; its version says of which text it is the translation. */
export type ConceptTranslation = Omit<ConceptFile, 'head'> & { language: string; version: string }

type Noting = (line: number, code: FaultCode, about?: About) => void

/** Reads the concept: a head between two lines `---`, then each article under a heading `## Title {#key}`. */
export const readConcept = (file: string, source: string, faults: Fault[]): ConceptFile | undefined => {
  const { fault, note, lines } = opened(file, source, faults)
  const head = readHead(lines, headColumns, note)
  const articles = readArticles(lines, note)
  if (!head) return undefined
  const { version, name, 'valid-from': validFrom, source: from, example: isExample } = head
  return { file, head: { version, name, validFrom, source: from, isExample }, articles, fault }
}

/** Reads a translation, whose head says nothing but the version. */
export const readTranslation = (
  { file, language }: { file: string; language: string },
  source: string,
  faults: Fault[],
): ConceptTranslation | undefined => {
  const { fault, note, lines } = opened(file, source, faults)
  const head = readHead(lines, { version: headColumns.version }, note)
  const articles = readArticles(lines, note)
  return head && { file, language, version: head.version, articles, fault }
}

const headColumns = {
  version: needed(id()),
  name: needed(text(200)),
  'valid-from': needed(date),
  source: needed(text(400)),
  example: needed(yesOrNo),
}

const opened = (file: string, source: string, faults: Fault[]) => {
  const fault = (line: number, code: FaultCode, about: About = {}): Fault => ({
    ...{ file, line, column: 1, code, about },
  })
  const note: Noting = (line, code, about) => {
    faults.push(fault(line, code, about))
  }
  return { fault, note, lines: source.split('\n') }
}

type Columns = Record<string, Column<unknown>>
type Values<Given extends Columns> = {
  [Name in keyof Given]: Given[Name] extends Column<infer Value> ? Value : never
}

const readHead = <Given extends Columns>(
  lines: readonly string[],
  columns: Given,
  note: Noting,
): Values<Given> | undefined => {
  const end = endOfHead(lines)
  if (end === 0) {
    note(1, 'head-missing')
    return undefined
  }
  const values: Record<string, unknown> = {}
  const seen = new Set<string>()
  for (const [index, line] of lines.slice(0, end).entries()) {
    if (index === 0 || line.trim() === '') continue
    const at = index + 1
    const [, name = line.trim(), cell = ''] = /^\s*([\w-]+)\s*:\s*(.*?)\s*$/.exec(line) ?? []
    const column = Object.hasOwn(columns, name) ? columns[name] : undefined
    if (!column) {
      note(at, 'unknown-field', { name, ...suggestion(name, Object.keys(columns)) })
      continue
    }
    seen.add(name)
    const value = column.read(cell)
    if (value instanceof Unfit) note(at, value.code, { name, ...value.about })
    else values[name] = value
  }
  for (const name of Object.keys(columns)) if (!seen.has(name)) note(1, 'missing-field', { name })
  return Object.keys(values).length === Object.keys(columns).length ? (values as Values<Given>) : undefined
}

/** The index of the line that ends the head; 0 where there is none. */
const endOfHead = (lines: readonly string[]) =>
  lines[0]?.trim() === '---' ? Math.max(0, lines.slice(1).findIndex(line => line.trim() === '---') + 1) : 0

const readArticles = (lines: readonly string[], note: Noting): ConceptArticle[] => {
  const articles: ConceptArticle[] = []
  const end = endOfHead(lines)
  let isStray = false
  for (const [index, line] of lines.entries()) {
    if (end > 0 && index <= end) continue
    const at = index + 1
    const current = articles.at(-1)
    if (line.startsWith('#')) {
      const [, title = '', key = ''] = /^##\s+(.+?)\s*\{#([a-z0-9-]{1,40})\}\s*$/.exec(line) ?? []
      if (!key) note(at, 'article-without-id', { value: line.slice(0, 60) })
      else if (title.length > 120) note(at, 'too-long', { name: key, length: title.length, longest: 120 })
      const first = articles.find(article => article.key === key && key !== '')
      if (first) note(at, 'duplicate-id', { value: key, line: first.line })
      articles.push({ key, title, body: '', line: at })
    } else if (current) current.body += `${line.trim()}\n`
    else if (line.trim() !== '' && !isStray) {
      isStray = true
      note(at, 'text-outside-articles')
    }
  }
  for (const article of articles) {
    article.body = article.body.trim().replaceAll(/\n{3,}/g, '\n\n')
    if (article.body === '') note(article.line, 'empty-article', { value: article.key })
  }
  if (articles.length === 0) note(lines.length, 'no-articles')
  return articles
}
