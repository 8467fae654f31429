import { raw } from 'hono/html'

/**
 * What a page says, for search engines (JSON-LD). A browser never runs it, so the policy against scripts in the page
 * lets it stand. Whatever could end the element or a line of it is written as an escape, which JSON reads back.
 */
export const JsonLd = ({ data }: { data: object }) => (
  <script type="application/ld+json">{raw(escaped(JSON.stringify(data)))}</script>
)

const escaped = (json: string) =>
  json.replace(/[<>&\u2028\u2029]/g, sign => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`)
