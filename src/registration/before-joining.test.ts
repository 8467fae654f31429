import { load } from 'cheerio'
import { afterAll, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, type TownOffer } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { cancel } from './cancel.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
afterAll(web.close)

describe('what it costs', () => {
  test('stands on the form, with the lesser price and that nobody stays away for money', async () => {
    const offer = await town.anOffer({ ...perSession, priceCents: 500, pricePer: 'session' })
    await reduced(offer, 200)
    const { intakeId } = await town.aSession({ offer, on: '2026-12-07' })
    const facts = (await page(`/de/join/${intakeId}`)).$('dl').text()
    expect(facts).toContain('5 € pro Termin, ermäßigt 2 €')
    expect(facts).toContain('Zu viel? Sag es einfach')
    expect((await page(`/ar/join/${intakeId}`)).$('dl').text()).toContain('التكلفة')
  })

  test('is said where nothing is paid, too', async () => {
    const { intakeId } = await town.aSession({ offer: await town.anOffer(perSession), on: '2026-12-07' })
    const facts = (await page(`/de/join/${intakeId}`)).$('dl').text()
    expect(facts).toContain('kostenlos')
    expect(facts).not.toContain('Zu viel?')
  })

  test('is said before an offered place is taken, and stays with whoever has it', async () => {
    const offer = await town.anOffer({ ...perSession, places: 1, priceCents: 3000, pricePer: 'course' })
    const session = await town.aSession({ offer, on: '2026-12-07' })
    const first = await joins(town, session, aFamily('Erste'))
    const second = await joins(town, session, aFamily('Zweite'))
    expect((await page(`/de/my/${first.keys.link}`)).$('dl').text()).toContain('30 € für den Kurs')
    await cancel(atTheDesk(town), first.registrationId)
    const asked = (await page(`/de/my/${second.keys.link}`)).$('.kern-alert')
    expect(asked.find('[value=accept]')).toHaveLength(1)
    expect(asked.text()).toContain('30 € für den Kurs')
    expect(asked.text()).toContain('Zu viel? Sag es einfach')
  })
})

describe('a course', () => {
  const days = ['2026-12-07', '2026-12-14', '2026-12-21', '2027-01-04']

  test('says on the form, on the page of its registration and of its dates that it is one, with every date', async () => {
    const offer = await town.anOffer({ registration: 'course', format: 'course', counts: 'child' })
    const [first, second] = await datesOn(offer, days)
    if (!first || !second) throw new Error('no dates')
    const { keys } = await joins(town, first, aFamily('Yıldız'))
    for (const path of [`join/${first.intakeId}`, `my/${keys.link}`, `sessions/${second.id}`]) {
      const { $ } = await page(`/de/${path}`)
      expect($('main').text(), path).toContain(
        'Ein ganzer Kurs: Montag, 7. Dezember bis Montag, 4. Januar. Termine: 4',
      )
      const folded = $('details').filter((_, fold) => $(fold).text().includes('14. Dezember'))
      expect(folded.find('li'), path).toHaveLength(4)
    }
    for (const path of [`join/${first.intakeId}`, `sessions/${second.id}`])
      expect((await page(`/de/${path}`)).$('main').text()).toContain('Du meldest dich für alle an.')
  })

  test('of few dates shows them unfolded; what is cancelled is none of them', async () => {
    const offer = await town.anOffer({ registration: 'course', format: 'course', counts: 'child' })
    const [first] = await datesOn(offer, days.slice(0, 3))
    await town.aSession({ offer, on: '2027-02-01', cancelled: 'illness' })
    const { $ } = await page(`/de/join/${first?.intakeId}`)
    expect($('dl li')).toHaveLength(3)
    expect($('dl details')).toHaveLength(0)
  })

  test('a single date of its own is none', async () => {
    const session = await town.aSession({ offer: await town.anOffer(perSession), on: '2026-12-07' })
    for (const path of [`join/${session.intakeId}`, `sessions/${session.id}`])
      expect((await page(`/de/${path}`)).$('main').text()).not.toContain('Kurs')
  })
})

const perSession = { registration: 'session', counts: 'child' } as const

const datesOn = async (offer: TownOffer, days: readonly string[]) => {
  const dates = []
  for (const on of days) dates.push(await town.aSession({ offer, on }))
  return dates
}

const reduced = ({ id: offerId }: TownOffer, cents: number) => {
  const { id: centreId, providerId } = town.westend
  return inTransaction(town.contextOf({ kind: 'system' }), tx =>
    tx
      .insertInto('reducedPrices')
      .values({ cityId: town.city.id, providerId, centreId, offerId, cents })
      .execute(),
  )
}

const page = async (path: string) => ({
  $: load((await (await web.get(path)).text()).replaceAll('\u00a0', ' ')),
})
