import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { aFamily, atTheDesk, joins } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown, townNow } from '../../tests/support/town.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import type { Mail } from '../platform/mail/mailer.ts'
import { PostDelayed, PostRefused } from '../platform/post-failures.ts'
import { noteBounce } from './bounce.ts'
import { deliver } from './deliver.ts'
import { outreachJobs } from './jobs.ts'
import type { Contact, Message, MessageFacts, MessageKind } from './message.ts'
import { notify } from './notify.ts'
import type { Post } from './post.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 100 })
const session = await town.aSession({ offer })

test('the message and its job are written together with what they tell', async () => {
  const id = await tell()
  expect(await stored(id)).toMatchObject({ state: 'waiting', address: 'yildiz@example.org' })
  const { rows } = await admin.query('select name, data from pgboss.job')
  expect(rows).toEqual([{ name: 'deliver-message', data: { cityId: town.city.id, messageId: id } }])
})

test('when what it tells did not happen, there is no message and no job', async () => {
  await inTransaction(desk, async tx => {
    await notify(tx, desk, message())
    throw new Error('no place after all')
  }).catch(() => {})
  expect(await count('messages')).toBe(0)
  expect(await count('pgboss.job')).toBe(0)
})

test('the desk of another centre cannot speak for this one', async () => {
  const { dotzheim } = town
  const elsewhere = town.contextOf({ kind: 'desk', providerId: dotzheim.providerId, centreId: dotzheim.id })
  await expect(inTransaction(elsewhere, tx => notify(tx, elsewhere, message()))).rejects.toThrow(
    'row-level security',
  )
})

test('with a mail server the family gets its letter, and nothing personal stays', async () => {
  const id = await tell()
  await deliver(system, post, id)
  expect(sent).toMatchObject([{ id, to: 'yildiz@example.org', fromName: 'KiEZ Westend' }])
  expect(sent[0]?.text).toContain('https://kleinstadt.localhost/de/my/token')
  expect(await stored(id)).toMatchObject({ state: 'sent', facts: {}, address: '' })
})

test('where there is one city, its links lead to the address of the setting, whatever the city calls its host', async () => {
  await deliver(system, { ...post, site: 'https://netz.example.org:8443' }, await tell())
  expect(sent[0]?.text).toContain('https://netz.example.org:8443/de/my/token')
})

describe('where there are several cities', () => {
  beforeAll(() => aTown(database, { slug: 'nachbarstadt' }))

  test.each([
    ['https://kleinstadt.localhost', 'https://kleinstadt.localhost'],
    ['https://nachbarstadt.localhost:8443', 'https://kleinstadt.localhost:8443'],
    ['http://netz.example.org', 'http://kleinstadt.localhost'],
    [undefined, 'https://kleinstadt.localhost'],
  ])('with KIEZNETZ_URL=%s a family of Kleinstadt finds its registration at %s', async (site, own) => {
    await deliver(system, { ...post, site }, await tell())
    expect(sent[0]?.text).toContain(`${own}/de/my/token`)
  })
})

test('in the demo it arrives in the mailbox, where it stays readable', async () => {
  const id = await tell()
  await deliver(system, { isDemo: true }, id)
  expect(await stored(id)).toMatchObject({ state: 'sent', facts: { offerTitle: 'PEKiP' } })
})

test('without a mail server it waits', async () => {
  const id = await tell()
  await deliver(system, { isDemo: false }, id)
  expect(await stored(id)).toMatchObject({ state: 'waiting', facts: { offerTitle: 'PEKiP' } })
})

test('a family with only a telephone is called by staff', async () => {
  const id = await tell({ kind: 'phone', phone: '0611 123' })
  await deliver(system, post, id)
  expect(sent).toEqual([])
  expect(await stored(id)).toMatchObject({ state: 'by-hand', address: '0611 123' })
})

test('a mail that came back sends the family to the list of calls, and so does what comes next for it', async () => {
  const first = await tell()
  await deliver(system, post, first)
  expect(await noteBounce(system, first)).toBe(true)
  expect(await noteBounce(system, first)).toBe(false)
  expect(await stored(first)).toMatchObject({ state: 'bounced', address: '' })
  const second = await tell({ kind: 'email', email: 'Yildiz@example.org' })
  await deliver(system, post, second)
  expect(await stored(second)).toMatchObject({ state: 'by-hand', reason: 'bounced' })
  expect(sent).toHaveLength(1)
  await deliver(system, post, await tell({ kind: 'email', email: 'new@example.org' }))
  expect(sent).toHaveLength(2)
})

test('a family with a code on paper is told when it comes by, of what it cannot know', async () => {
  const id = await tell({ kind: 'none' }, patient)
  expect(await stored(id)).toMatchObject({ state: 'by-hand', channel: 'paper', reason: 'paper', address: '' })
  expect(await count('pgboss.job')).toBe(0)
})

test('what it did itself is not stored for it', async () => {
  await inTransaction(desk, tx => notify(tx, desk, message({ kind: 'none' })))
  expect(await count('messages')).toBe(0)
  expect(await count('pgboss.job')).toBe(0)
})

test('in a neutral letter neither the sender nor where an answer goes names the centre', async () => {
  await admin.query(`update centres set email = 'westend@example.org' where id = $1`, [town.westend.id])
  const id = await tell({ kind: 'email', email: 'yildiz@example.org', neutral: true })
  await deliver(system, post, id)
  expect(sent).toMatchObject([
    { to: 'yildiz@example.org', fromName: '', subject: 'Es gibt Neuigkeiten für dich' },
  ])
  expect(sent[0]).not.toHaveProperty('replyTo')
  expect(JSON.stringify(sent)).not.toMatch(/PEKiP|Westend|westend/)
  expect(await stored(id)).toMatchObject({ state: 'sent', is_neutral: false })
})

test('who may be reached only in the afternoon is not written to in the morning', async () => {
  const id = await tell({ kind: 'email', email: 'yildiz@example.org', hours: afternoons })
  await deliver(system, post, id)
  expect(sent).toEqual([])
  expect(await stored(id)).toMatchObject({ state: 'waiting', due_at: new Date('2026-11-23T13:00:00Z') })
  const { rows } = await admin.query(
    `select round(extract(epoch from start_after - created_on) / 3600)::int as hours from pgboss.job
      where created_on < start_after - interval '1 minute'`,
  )
  expect(rows).toEqual([{ hours: 5 }])

  await deliver(at('2026-11-23T15:59:59Z'), post, id)
  expect(await stored(id)).toMatchObject({ state: 'sent', hours: null })
  expect(sent).toHaveLength(1)
})

test('and a message that waits for its hours is not taken for one whose job is gone', async () => {
  const id = await tell({ kind: 'email', email: 'yildiz@example.org', hours: afternoons })
  await deliver(system, post, id)
  const leftBehind = outreachJobs(post).find(({ name }) => name === 'deliver-left-behind')
  await leftBehind?.run(at('2026-11-23T12:30:00Z'), { data: {}, attempt: 1, isLastAttempt: false })
  expect(sent).toEqual([])
})

test('who takes one mail to the server takes others along; what is refused is left to its own job', async () => {
  const [first, second] = [await tell(), await tell({ kind: 'email', email: 'novak@example.org' }, {}, novak)]
  const refused = await tell({ kind: 'email', email: 'gone@example.org' }, {}, weber)
  const later = await tell({ kind: 'email', email: 'later@example.org', hours: afternoons }, {}, yilmaz)
  const picky: Post = {
    isDemo: false,
    mailer: {
      send: async mail => {
        if (mail.to === 'gone@example.org') throw new PostRefused('550')
        sent.push(mail)
      },
      close: () => {},
    },
  }
  await deliver(system, picky, first)
  expect(sent.map(({ id }) => id)).toEqual([first, second])
  expect(await stored(second)).toMatchObject({ state: 'sent', address: '' })
  expect(await stored(refused)).toMatchObject({ state: 'waiting', attempts: 0 })
  expect(await stored(later)).toMatchObject({ state: 'waiting' })
  await deliver(system, picky, second)
  await deliver(system, picky, refused)
  expect(sent).toHaveLength(2)
  expect(await stored(refused)).toMatchObject({ state: 'failed', reason: 'refused' })
})

test('several news within half an hour go as one letter, each once', async () => {
  const [first, second] = [await tell(undefined, patient), await tell(undefined, patient)]
  const elsewhere = await tell({ kind: 'email', email: 'novak@example.org' }, patient, novak)
  await deliver(at('2026-11-23T08:29:00Z'), post, first)
  expect(sent).toEqual([])
  await deliver(at('2026-11-23T08:30:00Z'), post, second)
  await deliver(at('2026-11-23T08:30:00Z'), post, first)
  expect(sent).toMatchObject([{ id: first, subject: 'Mehrere Neuigkeiten zu deinen Terminen' }])
  expect(sent[0]?.text.match(/Hallo Familie Yıldız/g)).toHaveLength(1)
  expect(sent[0]?.text.match(/Neues zu: PEKiP/g)).toHaveLength(2)
  expect(await stored(first)).toMatchObject({ state: 'sent' })
  expect(await stored(second)).toMatchObject({ state: 'sent' })
  expect(await stored(elsewhere)).toMatchObject({ state: 'waiting' })
})

describe('two families that typed the same address', () => {
  const nineToTwelve = { from: '09:00', until: '12:00' }

  test('get a letter each, and each in its own hours', async () => {
    const evening = at('2026-11-23T21:00:00Z')
    const theirs = await tell(undefined, patient, novak)
    const inTheMorning = await tell({ ...yildiz, hours: nineToTwelve }, patient, weber)
    const own = await tell(undefined, patient)
    await deliver(evening, post, own)
    expect(sent).toMatchObject([{ id: own, subject: 'Neues zu: PEKiP' }])
    expect(await stored(theirs)).toMatchObject({ state: 'waiting' })
    await deliver(evening, post, inTheMorning)
    expect(sent).toHaveLength(1)
    expect(await stored(inTheMorning)).toMatchObject({
      ...{ state: 'waiting', due_at: new Date('2026-11-24T08:00:00Z') },
    })
  })

  test('control: on one page they are one family, and get one', async () => {
    await onOnePage(registrationId, novak)
    const [own, theirs] = [await tell(undefined, patient), await tell(undefined, patient, novak)]
    await deliver(at('2026-11-23T21:00:00Z'), post, own)
    expect(sent).toMatchObject([{ subject: 'Mehrere Neuigkeiten zu deinen Terminen' }])
    expect(await stored(theirs)).toMatchObject({ state: 'sent' })
  })

  test('nothing goes along on one page either that may not go alone', async () => {
    await onOnePage(registrationId, novak)
    const inTheMorning = await tell({ ...yildiz, hours: nineToTwelve }, patient, novak)
    await deliver(at('2026-11-23T21:00:00Z'), post, await tell(undefined, patient))
    expect(sent).toHaveLength(1)
    expect(await stored(inTheMorning)).toMatchObject({ state: 'waiting' })
  })
})

describe('between writing and sending', () => {
  test.each(['its own', "another's"])('safe contact is heeded, by %s job', async job => {
    const id = await tell()
    await reach(registrationId, { ...yildiz, neutral: true, hours: afternoons })
    await deliver(at('2026-11-23T08:00:00Z'), post, job === 'its own' ? id : await tell(undefined, {}, novak))
    expect(sent).toHaveLength(job === 'its own' ? 0 : 1)
    expect(await stored(id)).toMatchObject({ state: 'waiting' })
    await deliver(at('2026-11-23T13:00:00Z'), post, id)
    expect(sent.at(-1)).toMatchObject({ id, fromName: '', subject: 'Es gibt Neuigkeiten für dich' })
  })

  test.each(['its own', "another's"])('a lock is heeded, by %s job', async job => {
    const id = await tell()
    await admin.query(
      `update households h set locked_at = now() from registrations r
      where r.id = $1 and h.id = r.household_id`,
      [registrationId],
    )
    await deliver(system, post, job === 'its own' ? id : await tell(undefined, {}, novak))
    await deliver(system, post, id)
    expect(sent).toHaveLength(job === 'its own' ? 0 : 1)
    expect(await stored(id)).toBeUndefined()
  })

  test.each(['its own', "another's"])('a corrected address is where it goes, by %s job', async job => {
    const id = await tell()
    await reach(registrationId, { kind: 'email', email: 'corrected@example.org' })
    if (job !== 'its own') await deliver(system, post, await tell(undefined, {}, novak))
    await deliver(system, post, id)
    expect(sent.find(mail => mail.id === id)).toMatchObject({ to: 'corrected@example.org' })
    expect(await noteBounce(system, id)).toBe(true)
    await deliver(system, post, await tell({ kind: 'email', email: 'corrected@example.org' }))
    expect(sent).toHaveLength(job === 'its own' ? 1 : 2)
  })

  test('control: a letter about the address itself stays with it', async () => {
    const facts = { subject: 'Code', paragraphs: [] }
    const { kind: _, facts: __, ...written } = message()
    await inTransaction(desk, tx => notify(tx, desk, { ...written, kind: 'letter', facts }))
    await reach(registrationId, { kind: 'email', email: 'corrected@example.org' })
    const { rows } = await admin.query('select id from messages')
    await deliver(system, post, rows[0].id)
    expect(sent).toMatchObject([{ to: 'yildiz@example.org' }])
  })
})

test('a confirmation brings the date for the calendar, a neutral one does not', async () => {
  await deliver(system, post, await tell(undefined, { holdsPlace: true }))
  expect(sent[0]?.calendars).toMatchObject([{ method: 'REQUEST' }])
  await deliver(
    system,
    post,
    await tell({ kind: 'email', email: 'y@example.org', neutral: true }, { holdsPlace: true }),
  )
  expect(sent[1]).not.toHaveProperty('calendars')
})

test('two workers at the same message send one letter', async () => {
  const id = await tell()
  await Promise.all([
    deliver(system, slowPost, id),
    deliver(system, slowPost, id),
    deliver(system, slowPost, id),
  ])
  expect(sent).toHaveLength(1)
})

test('control: without the lock two workers send two', async () => {
  const id = await tell()
  const careless = async () => {
    const row = await stored(id)
    if (row.state === 'waiting') await slowPost.mailer?.send({ id } as Mail)
    await admin.query(`update messages set state = 'sent' where id = $1`, [id])
  }
  await Promise.all([careless(), careless()])
  expect(sent).toHaveLength(2)
})

test('a crash after sending and before noting it sends again, under the same Message-ID', async () => {
  const id = await tell()
  const dying: Post = {
    isDemo: false,
    mailer: {
      async send(mail) {
        sent.push(mail)
        await admin.query(`select pg_terminate_backend(pid) from pg_locks l join pg_class c on c.oid = l.relation
          where c.relname = 'messages' and l.mode = 'RowShareLock'`)
      },
      close: () => {},
    },
  }
  await deliver(system, dying, id).catch(() => {})
  expect(await stored(id)).toMatchObject({ state: 'waiting' })
  await deliver(system, post, id)
  expect(sent.map(mail => mail.id)).toEqual([id, id])
  expect(await stored(id)).toMatchObject({ state: 'sent' })
})

test('a delay leaves it waiting for the next attempt, and the last one hands it to staff', async () => {
  const id = await tell()
  await expect(deliver(system, failing(new PostDelayed('ETIMEDOUT')), id)).rejects.toThrow(PostDelayed)
  expect(await stored(id)).toMatchObject({ state: 'waiting', attempts: 1 })
  await expect(deliver(system, failing(new PostDelayed('ETIMEDOUT')), id, true)).rejects.toThrow(PostDelayed)
  expect(await stored(id)).toMatchObject({ state: 'failed', attempts: 2, facts: { offerTitle: 'PEKiP' } })
})

test('a mailbox that does not exist is not tried again: staff call', async () => {
  const id = await tell()
  await deliver(system, failing(new PostRefused('550')), id)
  expect(await stored(id)).toMatchObject({ state: 'failed', attempts: 1 })
})

test('a message whose job is gone is found within the hour', async () => {
  const [old, fresh] = [await tell(), await tell()]
  await admin.query(`update messages set due_at = due_at - interval '2 hours' where id = $1`, [old])
  await admin.query(`update messages set due_at = due_at + interval '1 minute' where id = $1`, [fresh])
  await admin.query('truncate pgboss.job')
  const duty = outreachJobs(post).find(({ name }) => name === 'deliver-left-behind')
  await duty?.run(system, { data: {}, attempt: 1, isLastAttempt: false })
  expect(sent.map(({ id }) => id)).toEqual([old])
  expect(await stored(fresh)).toMatchObject({ state: 'waiting' })
})

let sent: Mail[] = []
const post: Post = {
  isDemo: false,
  mailer: { send: async mail => void sent.push(mail), close: () => {} },
}
const slowPost: Post = {
  isDemo: false,
  mailer: {
    send: async mail => {
      await new Promise(resolve => setTimeout(resolve, 100))
      sent.push(mail)
    },
    close: () => {},
  },
}
const failing = (error: Error): Post => ({
  isDemo: false,
  mailer: { send: () => Promise.reject(error), close: () => {} },
})

const yildiz = { kind: 'email' as const, email: 'yildiz@example.org' }
const afternoons = { from: '14:00', until: '17:00', days: [1, 2, 3, 4, 5] }
const at = (moment: string) => town.contextOf({ kind: 'system' }, Temporal.Instant.from(moment))
const system = town.contextOf({ kind: 'system' })
const desk = atTheDesk(town)
const { registrationId } = await joins(town, session, aFamily('Familie Yıldız'))
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
const [novak, weber, yilmaz] = [await another('Novak'), await another('Weber'), await another('Yılmaz')]
afterAll(() => admin.end())
beforeEach(async () => {
  sent = []
  await admin.query('truncate messages, pgboss.job')
  await admin.query('update households set page_id = uuidv7(), locked_at = null')
})

const patient = { kind: 'dates-changed' as const, startsAt: '2026-12-01T08:30:00Z' }
type Given = Partial<MessageFacts> & { kind?: MessageKind }

const message = (
  contact: Contact = { kind: 'email', email: 'yildiz@example.org' },
  { kind = 'registration-confirmed', ...facts }: Given = {},
): Message => ({
  kind,
  providerId: town.westend.providerId,
  centreId: town.westend.id,
  registrationId,
  language: 'de',
  contact,
  facts: {
    ...{
      called: 'Familie Yıldız',
      offerTitle: 'PEKiP',
      startsAt: townNow.toString(),
      centreName: 'KiEZ Westend',
    },
    ...{ place: 'Wellritzstraße 38', manageAddress: '/de/my/token', code: 'ABC-234' },
    ...facts,
  },
})

/** A registration with a page of its own. */
async function another(called: string) {
  return (await joins(town, session, aFamily(called))).registrationId
}

/** The family names its way at the moment at which the message is written. */
async function tell(contact?: Contact, given?: Given, whose = registrationId) {
  const news = { ...message(contact, given), registrationId: whose } as Message
  await reach(whose, news.contact)
  await inTransaction(desk, tx => notify(tx, desk, news))
  const { rows } = await admin.query('select id from messages order by id desc limit 1')
  return rows[0].id as string
}

const onOnePage = (...whose: string[]) =>
  admin.query(
    `update households set page_id = (select min(id::text)::uuid from households)
      where id in (select household_id from registrations where id = any ($1))`,
    [whose],
  )

const reach = (whose: string, contact: Contact) =>
  admin.query(
    `update households h set contact_kind = $2, email = $3, phone = $4, is_safe = $5, hours = $6
      from registrations r where r.id = $1 and h.id = r.household_id`,
    [
      ...[whose, contact.kind, contact.kind === 'email' ? contact.email : null],
      ...[contact.kind === 'phone' ? contact.phone : null, contact.neutral ?? false, contact.hours ?? null],
    ],
  )

const stored = async (id: string) => (await admin.query('select * from messages where id = $1', [id])).rows[0]
const count = async (table: string) =>
  (await admin.query(`select count(*)::int as n from ${table}`)).rows[0].n
