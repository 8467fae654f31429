import { load } from 'cheerio'
import { sql } from 'kysely'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { privacyJobs } from '../privacy/index.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const family = webForTest(database)
const lead = webForTest(database, { as: leadOf(town.westend) })
const nextDoor = webForTest(database, { as: leadOf(town.dotzheim) })
const admin = new pg.Client({ connectionString: database.admin })
beforeAll(() => admin.connect())
afterAll(() => Promise.all([family.close(), lead.close(), nextDoor.close(), admin.end()]))

describe('a family', () => {
  test('asks without a name and finds its question again by the link and by the code', async () => {
    const address = await asks({ body: 'هل توجد مجموعة للرضّع؟' }, 'ar')
    const page = load(await (await family.get(address)).text())
    expect(page('h1').text()).toBe('وصلنا سؤالكم')
    expect(page('[dir=auto]').text()).toContain('هل توجد مجموعة للرضّع؟')
    const code = page('.big-code').text()
    expect(code).toMatch(/^\w{3}-\w{3}-\w{3}$/)

    const found = await family.post('/ar/ask/code', { code: code.toLowerCase().replaceAll('-', ' ') })
    expect(found.status).toBe(200)
    expect(await found.text()).toContain('هل توجد مجموعة للرضّع؟')
    // A code is short: it opens nothing where trying is not counted.
    expect((await family.get(`/ar/ask/${code}`)).status).toBe(404)
  })

  test('hears what is missing, all at once, and nothing typed is lost', async () => {
    const form = await aForm()
    const answer = await family.post('/de/ask', { ...form, body: '', reachBy: 'call', phone: 'abc' })
    expect(answer.status).toBe(422)
    const page = load(await answer.text())
    const links = page('[role=alert] a')
      .map((_, link) => page(link).attr('href'))
      .get()
    expect(links).toEqual(['#body', '#phone'])
    expect(page('input[name=phone]').val()).toBe('abc')
  })

  test('is read in the digits of its phone', async () => {
    const address = await asks({ reachBy: 'sms', phone: '٠١٥٢ ١٢٣٤٥٦' })
    const [{ phone }] = await questionsIn('phone')
    expect(phone).toBe('0152 123456')
    await family.post(`${address}/take-back`, {})
  })

  test('sends the same form twice and has one question', async () => {
    const form = { ...(await aForm()), body: 'Zweimal', reachBy: 'visit' }
    const first = await family.post('/de/ask', form)
    const again = await family.post('/de/ask', form)
    expect(again.headers.get('location')).toBe(first.headers.get('location'))
    expect((await questionsIn('body')).filter(({ body }) => body === 'Zweimal')).toHaveLength(1)
  })

  test('takes its question back, and nothing of it is left', async () => {
    const address = await asks({ body: 'Doch nicht' })
    await family.post(`${address}/take-back`, {})
    expect((await family.get(address)).status).toBe(404)
    expect((await questionsIn('body')).map(({ body }) => body)).not.toContain('Doch nicht')
  })

  test('may not ask without end', async () => {
    const form = { ...(await aForm()), reachBy: 'visit', body: '' }
    const answers: number[] = []
    const other = webForTest(database)
    for (let turn = 0; turn < 25; turn++) {
      const renderingKey = `${String(turn).padStart(4, '0')}-abcdefghijklmn`
      answers.push((await other.post('/de/ask', { ...form, body: 'viel', renderingKey })).status)
    }
    await other.close()
    expect(answers).toContain(429)
    await admin.query(`delete from questions where body = 'viel'`)
    await admin.query('truncate identity.rate_limits')
  })
})

describe('the team of the centre', () => {
  test('answers; the family reads it and gets it by e-mail, and only a number without a name is counted', async () => {
    const address = await asks({
      body: 'Wie bekomme ich Kindergeld?',
      reachBy: 'email',
      email: 'a@example.org',
    })
    const question = await openQuestion('Kindergeld')
    const sent = await lead.post(question, { ...tally, answer: 'Komm am Dienstag vorbei.' })
    expect(sent.headers.get('location')).toBe('/de/staff/questions?news=answered')
    expect(await (await family.get(address)).text()).toContain('Komm am Dienstag vorbei.')
    expect(
      (await letters()).map(({ address, words }) => [address, words.includes('Komm am Dienstag')]),
    ).toEqual([['a@example.org', true]])
    const list = load(await (await lead.get('/de/staff/questions')).text())
    expect(list('table').text()).toContain('Anträge')
    expect(list('table').text()).not.toContain('Kindergeld')

    const twice = await lead.post(question, { ...tally, answer: 'Noch einmal' })
    expect(twice.headers.get('location')).toBe('/de/staff/questions?news=answered-before')
    expect(await tallied()).toBe(1)
  })

  test('writes a question down for somebody who comes by, and finds it by her code', async () => {
    const form = load(await (await lead.get('/de/staff/questions/new')).text())
    const renderingKey = String(form('input[name=renderingKey]').val())
    const centre = String(form('input[name=centre]').val())
    const fields = { renderingKey, centre, channel: 'desk', body: 'Am Tresen', reachBy: 'visit' }
    const entered = await lead.post('/de/staff/questions/new', fields)
    const shown = load(await (await family.get(entered.headers.get('location') ?? '')).text())
    const code = shown('.big-code').text()
    const found = await lead.post('/de/staff/questions/code', { code })
    expect(await (await lead.get(found.headers.get('location') ?? '')).text()).toContain('Am Tresen')
    const unknown = await lead.post('/de/staff/questions/code', { code: 'AAA-AAA-AAA' })
    expect(unknown.status).toBe(422)
  })

  test('next door reads and answers nothing; without its policy the database would give it away', async () => {
    await asks({ body: 'Nur für Westend' })
    const question = await openQuestion('Nur für Westend')
    expect(await (await nextDoor.get('/de/staff/questions')).text()).not.toContain('Nur für Westend')
    expect((await nextDoor.get(question)).status).toBe(404)
    expect((await nextDoor.post(question, { ...tally, answer: 'x' })).status).toBe(404)
  })

  test('sees on its start page what has waited for more than two working days', async () => {
    const waiting = async () =>
      (await (await lead.get('/de/staff')).text()).includes('länger als zwei Arbeitstage')
    expect(await waiting()).toBe(false)
    lead.moveTimeTo(townNow.add({ hours: 48 }))
    expect(await waiting()).toBe(true)
    lead.moveTimeTo(townNow)
  })
})

describe('the desk of the public side', () => {
  test('cannot read a single question, though it takes them in', async () => {
    await asks({ body: 'Geheim' })
    const desk = town.contextOf({
      kind: 'desk',
      centreId: town.westend.id,
      providerId: town.westend.providerId,
    })
    const read = () => inTransaction(desk, tx => sql`select 1 from questions`.execute(tx))
    expect((await read()).rows).toEqual([])
    await admin.query('alter table questions disable row level security')
    expect((await read()).rows.length).toBeGreaterThan(0)
    await admin.query('alter table questions enable row level security')
  })
})

test('fourteen days after the answer, and ninety without one, nothing of a question is left in any column', async () => {
  await asks({ body: 'residue-question', reachBy: 'email', email: 'residue@example.org' })
  await lead.post(await openQuestion('residue-question'), { ...tally, answer: 'residue-answer' })
  await asks({ body: 'residue-open', reachBy: 'call', phone: '0611 999888', reachable: 'residue-evening' })
  const after = async (days: number) => {
    const context = town.contextOf({ kind: 'system' }, townNow.add({ hours: days * 24 }))
    for (const { run } of privacyJobs) await run(context, { data: {}, attempt: 1, isLastAttempt: false })
  }
  await after(13)
  expect(await residue()).toContain('residue-question')
  await after(15)
  expect(await residue()).not.toContain('residue-question')
  expect(await residue()).not.toContain('residue@example.org')
  expect(await residue()).toContain('residue-open')
  await after(91)
  expect(await residue()).not.toMatch(/residue|999888/)
  expect(await tallied()).toBeGreaterThan(0)
})

const tally = { topic: 'forms', language: 'de', referredTo: 'nowhere' }

const aForm = async (language = 'de') => {
  const page = load(await (await family.get(`/${language}/ask?centre=${town.westend.slug}`)).text())
  return {
    renderingKey: String(page('input[name=renderingKey]').val()),
    centre: String(page('input[name=centre]').val()),
  }
}

/** Asks the KiEZ Westend, and returns the address of the own question. */
const asks = async (fields: Record<string, string>, language = 'de') => {
  const form = { ...(await aForm(language)), body: 'Eine Frage', reachBy: 'visit', ...fields }
  const sent = await family.post(`/${language}/ask`, form)
  expect(sent.status).toBe(303)
  return sent.headers.get('location') ?? ''
}

const openQuestion = async (words: string) => {
  const { rows } = await admin.query('select id from questions where body like $1', [`%${words}%`])
  return `/de/staff/questions/${rows[0].id}`
}

const questionsIn = async (column: string) =>
  (await admin.query(`select ${column} from questions order by asked_at desc, id desc`)).rows

const letters = async () =>
  (await admin.query(`select address, facts::text as words from messages where kind = 'letter'`)).rows

const tallied = async () =>
  (await admin.query('select sum(amount)::int as n from question_tallies')).rows[0].n

/** Everything that is stored about questions, as one text. */
const residue = async () => {
  const { rows } = await admin.query(`select (select json_agg(q)::text from questions q) as questions,
    (select json_agg(t)::text from question_tallies t) as tallies, (select json_agg(m)::text from messages m) as messages,
    (select json_agg(a)::text from audit_entries a) as audit, (select json_agg(j)::text from pgboss.job j) as jobs`)
  return JSON.stringify(rows)
}
