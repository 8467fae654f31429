/** An event as it stands in a file: the line in which it begins, and its rule. */
export type EventBlock = { line: number; text: string; rule: string }

/** The events of a calendar file, each with all of its lines, and the zones they may be in. */
export const blocksIn = (text: string): { events: EventBlock[]; zones: string; isCalendar: boolean } => {
  const events: EventBlock[] = []
  const zones: string[] = []
  let begun: { name: string; line: number; lines: string[] } | undefined
  let isCalendar = false
  for (const [index, line] of text
    .replace(/^\ufeff/, '')
    .split(/\r\n|\r|\n/)
    .entries()) {
    const tag = line.trim().toUpperCase()
    if (tag === 'BEGIN:VCALENDAR') isCalendar = true
    if (!begun && (tag === 'BEGIN:VEVENT' || tag === 'BEGIN:VTIMEZONE'))
      begun = { name: tag.slice('BEGIN:'.length), line: index + 1, lines: [] }
    // An empty line is none, and would end nothing.
    if (begun && line.trim() !== '') begun.lines.push(line)
    if (begun && tag === `END:${begun.name}`) {
      const whole = begun.lines.join('\r\n')
      if (begun.name === 'VTIMEZONE') zones.push(`${whole}\r\n`)
      else events.push({ line: begun.line, text: whole, rule: ruleIn(whole) })
      begun = undefined
    }
  }
  // One that never ends is told as broken.
  if (begun?.name === 'VEVENT') events.push({ line: begun.line, text: begun.lines.join('\r\n'), rule: '' })
  return { events, zones: zones.join(''), isCalendar }
}

/** All rules of an event, one after the other: two are one too many. */
const ruleIn = (event: string) =>
  [...event.replace(/\r\n[ \t]/g, '').matchAll(/^RRULE(?:;[^:]*)?:(.*)$/gim)]
    .map(([, rule]) => rule)
    .join(';')
