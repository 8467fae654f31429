import ICAL from 'ical.js'

/** A calendar file as a program reads it that we did not write. */
export const readCalendar = (text: string) => {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone'))
    ICAL.TimezoneService.register(new ICAL.Timezone(zone))
  const events = calendar.getAllSubcomponents('vevent').map(event => new ICAL.Event(event))
  return {
    calendar,
    events,
    propertyOf: (event: ICAL.Event, name: string) => event.component.getFirstPropertyValue(name)?.toString(),
    /** What somebody sees in her calendar: each date with its name, in order; `!` before what is cancelled. */
    shown: () =>
      events
        .filter(event => !event.isRecurrenceException())
        .flatMap(datesOf(events))
        .sort(),
  }
}

const datesOf = (events: readonly ICAL.Event[]) => (event: ICAL.Event) => {
  for (const each of events)
    if (each.isRecurrenceException() && each.uid === event.uid) event.relateException(each)
  const dates = event.iterator()
  const shown: string[] = []
  for (let time = dates.next(); time; time = dates.next()) {
    const { item, startDate } = event.getOccurrenceDetails(time)
    const isCancelled = item.component.getFirstPropertyValue('status') === 'CANCELLED'
    const name = `${isCancelled ? '!' : ''}${item.summary}`
    shown.push(`${startDate.toJSDate().toISOString().slice(0, 16)}Z ${name} @ ${item.location}`)
  }
  return shown
}
