import pg from 'pg'

const mayBePrepared = 500

/**
 * A connection that lets the server read and plan each text of a query once, not every time. With policies on every
 * table planning takes longer than the query itself. Texts beyond the first hundreds are sent as they are, so that
 * lists of many lengths do not fill the server's memory.
 */
export class PreparedClient extends pg.Client {
  // biome-ignore lint/suspicious/noExplicitAny: pg overloads this for every way of calling it.
  override query(...call: any[]): any {
    const [text, values] = call
    const name = typeof text === 'string' && Array.isArray(values) && values.length > 0 && nameOf(text)
    // biome-ignore lint/suspicious/noExplicitAny: as above.
    const query = super.query as (...call: any[]) => any
    return name ? query.call(this, { name, text, values }, ...call.slice(2)) : query.apply(this, call)
  }
}

const names = new Map<string, string>()

const nameOf = (text: string) => {
  const known = names.get(text)
  if (known || names.size >= mayBePrepared) return known
  const name = `kieznetz_${names.size}`
  names.set(text, name)
  return name
}
