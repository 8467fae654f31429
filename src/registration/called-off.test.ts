import pg from 'pg'
import { afterAll, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { familiesAt } from '../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), lead.close(), admin.end()]))

test.each(['de', 'ar'])('a date that does not take place is promised to nobody, in %s', async language => {
  const session = await town.aSession({
    offer: await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 1 }),
    on: '2026-12-07',
  })
  const { link } = await registers(session, { language })
  const waiting = await registers(session, { language })
  const promised = (await page(`/${language}/my/${link}`)).$('main').text()
  await admin.query(
    `update sessions set state = 'cancelled', cancel_reason = 'illness', cancel_note = 'Gute Besserung', cancelled_at = now()
     where id = $1`,
    [session.id],
  )

  for (const family of [link, waiting.link]) {
    const { $ } = await page(`/${language}/my/${family}`)
    const [said = ''] = $('.kern-alert--danger')
      .toArray()
      .map(one => $(one).text())
    expect(said).toContain(language === 'de' ? 'Dieser Termin fällt aus' : 'هذا الموعد')
    expect(said).toContain('Gute Besserung')
    expect(
      $('.kern-alert--success, .kern-alert--warning, a[href$="calendar.ics"], a[href$="/change"]'),
    ).toHaveLength(0)
  }
  expect(promised).not.toContain('Gute Besserung')

  const list = await lead.get(`/de/staff/intakes/${session.intakeId}`)
  const text = await list.text()
  expect(text).toContain('Dieser Termin fällt aus')
  expect(text).not.toContain('Familie eintragen')
})
