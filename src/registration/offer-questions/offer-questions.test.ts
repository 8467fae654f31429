import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import { privacyJobs } from '../../privacy/index.ts'
import { copyQuestions } from '../store/offer-questions.ts'
import { type AskedQuestion, fittingAnswer, isSameQuestion } from './offer-question.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([web.close(), leads.close(), admin.end()]))

const scooter: AskedQuestion = {
  words: 'Roller?',
  purpose: 'damit genug da sind',
  kind: 'yes-no',
  choices: [],
}

test.each([
  ['a few words', { kind: 'text' }, 'Kommt zu Fuß', 'Kommt zu Fuß'],
  ['yes', { kind: 'yes-no' }, 'yes', 'yes'],
  ['something else than yes or no', { kind: 'yes-no' }, 'vielleicht', ''],
  ['one of the choices', { kind: 'choice', choices: ['rot', 'blau'] }, 'blau', 'blau'],
  ['what was not to be chosen', { kind: 'choice', choices: ['rot', 'blau'] }, 'grün', ''],
] as const)('as an answer counts %s', (_, given, typed, kept) => {
  expect(fittingAnswer({ ...scooter, choices: [], ...given } as AskedQuestion, typed)).toBe(kept)
})

test('a question is the same while its words, kind and choices are', () => {
  expect(isSameQuestion(scooter, { ...scooter, purpose: 'zum Zählen' })).toBe(true)
  expect(isSameQuestion(scooter, { ...scooter, words: 'Fahrrad?' })).toBe(false)
  expect(isSameQuestion(scooter, { ...scooter, kind: 'text' })).toBe(false)
})

describe('the questions of an offer', () => {
  test.each(['de', 'ar'])('are answered by whoever has a place, and taken back, in %s', async language => {
    const { slug, session } = await aGroup()
    await asks(slug)
    const { link } = await registers(session, { language })
    const mine = await page(`/${language}/my/${link}`)
    expect(mine.$(`a[href="/${language}/my/${link}/consents#questions"]`)).toHaveLength(1)
    const address = `/${language}/my/${link}/consents`
    const form = await page(address)
    expect(form.$('#questions').text()).toContain('damit genug da sind')
    expect(form.$('#questions .kern-alert')).toHaveLength(language === 'de' ? 0 : 1)
    expect(form.$('#questions [lang=de] label')).toHaveLength(language === 'de' ? 0 : 2)
    const [scooters, colour] = fieldsOf(form.$)

    await web.post(address, { do: 'answers', [scooters]: 'yes', [colour]: 'blau' })
    expect(await onList(session)).toContain('Bringt ihr Roller mit? Ja')
    expect(await onList(session)).toContain('Welche Farbe? blau')
    const family = await page(`/${language}/my/${link}/family`)
    expect(family.$('main').text()).toContain('Welche Farbe? blau')
    expect(family.$('bdi[lang=de]:contains("Welche Farbe?")')).toHaveLength(language === 'de' ? 0 : 1)
    expect((await page(address)).$(`[name="${colour}"] [selected]`).attr('value')).toBe('blau')

    await web.post(address, { do: 'answers', [scooters]: '', [colour]: 'lila' })
    expect(await answers(session)).toEqual([])
  })

  test('WL26: whoever waits is asked only how to be reached and who comes; the rest once a place is there', async () => {
    const { slug, session } = await aGroup(1)
    await asks(slug)
    const first = await registers(session)
    const form = await page(`/de/join/${session.intakeId}`)
    const fields = form
      .$('main form [name]')
      .map((_, field) => form.$(field).attr('name') ?? '')
      .get()
    expect(fields.filter(name => /words|answer|photo|needs/.test(name))).toEqual([])
    expect(form.$('main').text()).not.toContain('Roller')

    const { link } = await registers(session, { called: 'Wartende' })
    expect((await web.get(`/de/my/${link}/consents`)).status).toBe(404)
    expect((await page(`/de/my/${link}`)).html).not.toContain('/consents')
    await web.post(`/de/my/${first.link}/cancel`, {})
    expect((await web.get(`/de/my/${link}/consents`)).status).toBe(404)
    await web.post(`/de/my/${link}/answer`, { answer: 'accept' })
    const asked = await page(`/de/my/${link}/consents`)
    expect(asked.$('[name^="answer-"]')).toHaveLength(2)
    expect(asked.$('#needs, #photos')).toHaveLength(2)
  })

  test('in other words are other questions, whose old answers are deleted; a better purpose keeps them', async () => {
    const { slug, session } = await aGroup()
    await asks(slug)
    const { link } = await registers(session)
    const [scooters, colour] = fieldsOf((await page(`/de/my/${link}/consents`)).$)
    await web.post(`/de/my/${link}/consents`, { do: 'answers', [scooters]: 'no', [colour]: 'rot' })

    // The two change places, and one is said anew.
    const saved = await leads.post(`/de/staff/programme/${slug}/questions`, {
      ...row(0, { ...colourQuestion, purpose: 'für die Mützen' }),
      ...row(1, { words: 'Bringt ihr Helme mit?', purpose: 'zum Zählen', kind: 'yes-no', choices: '' }),
    })
    expect(saved.status).toBe(303)
    expect(await answers(session)).toEqual(['rot'])
  })

  test('are kept once when a button is pressed twice at once, and so are the answers', async () => {
    const { slug, session } = await aGroup()
    await Promise.all(Array.from({ length: 6 }, () => asks(slug)))
    const { link } = await registers(session)
    const [scooters, colour] = fieldsOf((await page(`/de/my/${link}/consents`)).$)
    const said = { do: 'answers', [scooters]: 'no', [colour]: 'rot' }
    const sent = await Promise.all(Array.from({ length: 6 }, () => web.post(`/de/my/${link}/consents`, said)))
    expect(sent.map(({ status }) => status)).toEqual(Array(6).fill(303))
    expect((await answers(session)).toSorted()).toEqual(['no', 'rot'])
  })

  test('need a purpose and something to choose; what is missing is named at its field', async () => {
    const { slug } = await aGroup()
    const sent = await leads.post(`/de/staff/programme/${slug}/questions`, {
      ...row(0, { words: 'Bringt ihr Roller mit?', purpose: '', kind: 'yes-no', choices: '' }),
      ...row(1, { words: 'Welche Farbe?', purpose: 'für die Mützen', kind: 'choice', choices: 'rot' }),
    })
    const $ = load(await sent.text())
    expect(sent.status).toBe(422)
    const faults = $('#errors a').map((_, link) => $(link).attr('href'))
    expect(faults.get()).toEqual(['#questions.0.purpose', '#questions.1.choices'])
    expect($('[name="questions.0.words"]').attr('value')).toBe('Bringt ihr Roller mit?')
  })

  test('twice the same is said, and one longer choice is kept and answered', async () => {
    const { slug, session } = await aGroup()
    const address = `/de/staff/programme/${slug}/questions`
    const twice = await leads.post(address, {
      ...row(0, { words: 'Bringt ihr Roller mit?', purpose: 'zum Zählen', kind: 'yes-no', choices: '' }),
      ...row(1, { words: 'bringt ihr roller mit?', purpose: 'zum Zählen', kind: 'yes-no', choices: '' }),
    })
    const $ = load(await twice.text())
    expect([twice.status, $('#errors a').attr('href')]).toEqual([422, '#questions.1.words'])

    const [long, tooLong] = ['a'.repeat(200), 'a'.repeat(201)]
    const choosing = (choice: string) => row(0, { ...colourQuestion, choices: `rot\n${choice}` })
    expect((await leads.post(address, choosing(tooLong))).status).toBe(422)
    expect((await leads.post(address, choosing(long))).status).toBe(303)
    const { link } = await registers(session)
    const [colour = ''] = fieldsOf((await page(`/de/my/${link}/consents`)).$)
    await web.post(`/de/my/${link}/consents`, { do: 'answers', [colour]: long })
    expect(await answers(session)).toEqual([long])
  })

  test('are chosen by the lead of the centre alone, and asked again in the next season', async () => {
    const { slug: foreign } = await aGroup(5, town.dotzheim)
    expect((await leads.get(`/de/staff/programme/${foreign}/questions`)).status).toBe(404)
    const [now, next] = [await aGroup(), await aGroup()]
    await asks(now.slug)
    await inTransaction(town.contextOf(leadOf(town.westend)), tx =>
      copyQuestions(tx, town.city.id, { from: now.offer.id, to: next.offer.id }),
    )
    const again = load(await (await leads.get(`/de/staff/programme/${next.slug}/questions`)).text())
    expect(again('[name="questions.1.words"]').attr('value')).toBe('Welche Farbe?')
  })

  test('lose their answers the day after the last date, of which the audit log says how many', async () => {
    const { slug, session } = await aGroup()
    await asks(slug)
    const { link } = await registers(session)
    const [scooters] = fieldsOf((await page(`/de/my/${link}/consents`)).$)
    await web.post(`/de/my/${link}/consents`, { do: 'answers', [scooters]: 'yes' })
    await deletesAt('2026-12-07T22:00Z')
    expect(await answers(session)).toEqual(['yes'])
    await deletesAt('2026-12-08T02:00Z')
    expect(await answers(session)).toEqual([])
    const { rows } = await admin.query(`select sum(amount)::int as n from audit_entries
      where action = 'answers.deleted'`)
    expect(rows[0].n).toBeGreaterThan(0)
  })
})

const scooterQuestion = {
  ...{ words: 'Bringt ihr Roller mit?', purpose: 'damit genug da sind', kind: 'yes-no', choices: '' },
}
const colourQuestion = {
  words: 'Welche Farbe?',
  purpose: 'für die Hüte',
  kind: 'choice',
  choices: 'rot\nblau',
}

const row = (number: number, fields: Record<string, string>) =>
  Object.fromEntries(Object.entries(fields).map(([name, value]) => [`questions.${number}.${name}`, value]))

const asks = async (slug: string) => {
  const fields = { ...row(0, scooterQuestion), ...row(1, colourQuestion) }
  const empty = row(2, { words: '', purpose: '', kind: 'text', choices: '' })
  const { status } = await leads.post(`/de/staff/programme/${slug}/questions`, { ...fields, ...empty })
  expect(status).toBe(303)
}

const fieldsOf = ($: ReturnType<typeof load>) => {
  const [first = '', second = ''] = $('[name^="answer-"]')
    .map((_, field) => $(field).attr('name') ?? '')
    .get()
  return [first, second] as const
}

const answers = async ({ intakeId }: { intakeId?: string }) => {
  const { rows } = await admin.query(
    `select words from offer_answers a join registrations r on r.id = a.registration_id where r.intake_id = $1`,
    [intakeId],
  )
  return rows.map(({ words }) => words)
}

const onList = async ({ intakeId }: { intakeId?: string }) =>
  load(await (await leads.get(`/de/staff/intakes/${intakeId}`)).text())('main')
    .text()
    .replace(/\s+/g, ' ')

const deletesAt = async (moment: string) => {
  const context = town.contextOf({ kind: 'system' }, Temporal.Instant.from(moment))
  for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
}

async function aGroup(places = 5, centre = town.westend) {
  const offer = await town.anOffer({ registration: 'session', counts: 'child', places, centre })
  return { offer, slug: offer.slug, session: await town.aSession({ offer, on: '2026-12-07' }) }
}
