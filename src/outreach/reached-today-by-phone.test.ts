import pg from 'pg'
import { afterAll, beforeEach, describe, expect, test } from 'vitest'
import { aFamily, joins, leadOf } from '../../tests/support/families.ts'
import { databaseForThisFile } from '../../tests/support/server.ts'
import { aTown } from '../../tests/support/town.ts'
import { webForTest } from '../../tests/support/web.ts'
import type { Mail } from '../platform/mail/mailer.ts'
import type { Sms } from '../platform/sms/sms-gateway.ts'
import { deliver } from './deliver.ts'
import { readLetters } from './letters.ts'
import type { Post } from './post.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const offer = await town.anOffer({ title: 'PEKiP', registration: 'session', counts: 'child', places: 9 })
const session = await town.aSession({ offer, on: '2026-12-07' })
const byEmail = `contact_kind = 'email', email = 'novak@example.org', phone = null`

describe('between writing and sending an SMS', () => {
  test('safe contact is heeded: in its hours, and naming nothing', async () => {
    const id = await somebodyRegisters()
    await change(id, `is_safe = true, hours = '{"from":"14:00","until":"17:00"}'`)
    await deliver(at('2026-11-23T08:05:00Z'), post, id)
    expect(texts).toEqual([])
    await deliver(at('2026-11-23T13:05:00Z'), post, id)
    expect(texts).toMatchObject([{ to: mobile, text: expect.stringContaining('Neuigkeiten') }])
    expect(texts[0]?.text).not.toMatch(/PEKiP|Westend|Novak/)
  })

  test('a lock is heeded: nothing goes, and nothing is left of it', async () => {
    const id = await somebodyRegisters()
    await change(id, 'locked_at = now()')
    await deliver(at('2026-11-23T08:05:00Z'), post, id)
    expect([texts, mails, await row(id)]).toEqual([[], [], undefined])
  })

  test('whoever wants an e-mail now gets that, and no SMS', async () => {
    const id = await somebodyRegisters()
    await change(id, byEmail)
    await deliver(at('2026-11-23T08:05:00Z'), post, id)
    expect([texts, mails]).toMatchObject([[], [{ to: 'novak@example.org' }]])
  })

  test('a lock is heeded between paying and sending, too, and the SMS is paid back', async () => {
    const id = await somebodyRegisters()
    const locking = `create function lock_now() returns trigger language plpgsql security definer as
      $$ begin update households set locked_at = now(); return null; end $$;
      create trigger lock_now after insert on sms_months execute function lock_now()`
    await admin.query(locking)
    await deliver(at('2026-11-23T08:05:00Z'), post, id).finally(() =>
      admin.query('drop trigger lock_now on sms_months; drop function lock_now'),
    )
    expect([texts, await row(id)]).toEqual([[], undefined])
    expect((await admin.query('select messages, cents from sms_months')).rows).toEqual([
      { messages: 0, cents: 0 },
    ])
  })
})

describe('between writing and calling', () => {
  test.each([
    [
      'safe contact',
      `is_safe = true, hours = '{"from":"14:00","until":"17:00"}'`,
      /14:00–17:00.*Sag das nur Herr Novak selbst/s,
      /8:00–20:00/,
    ],
    ['another number', `phone = '0611 424242'`, /tel:0611424242/, /313131/],
    ['an e-mail', byEmail, /novak@example\.org/, /313131/],
    ['no way at all', `contact_kind = 'none', phone = null`, /Herr Novak/, /313131/],
    ['a lock', 'locked_at = now()', /<main/, /313131|Novak|PEKiP/],
  ])('the list says what holds today: %s', async (_, changed, says, hides) => {
    const id = await somebodyToCall()
    expect(await callList()).toMatch(/PEKiP.*313131|313131.*PEKiP/s)
    await change(id, changed)
    const list = await callList()
    expect(list).toMatch(says)
    expect(list).not.toMatch(hides)
  })
})

describe('between writing and printing a letter', () => {
  const letters = async (id: string) => {
    const printed = await readLetters(town.contextOf(leadOf(town.westend)), [id], 'https://kiez.example')
    return JSON.stringify(printed.map(({ letter }) => letter.text))
  }

  test('safe contact is heeded', async () => {
    const id = await somebodyToCall()
    expect(await letters(id)).toContain('PEKiP')
    await change(id, 'is_safe = true')
    expect(await letters(id)).toContain('Neuigkeiten')
    expect(await letters(id)).not.toMatch(/PEKiP|Westend|Novak/)
  })

  test('a lock is heeded', async () => {
    const id = await somebodyToCall()
    await change(id, 'locked_at = now()')
    expect(await letters(id)).toBe('[]')
    const { headers } = await lead.post('/de/staff/letters', [['message[]', id]])
    expect(headers.get('location')).toContain('off-the-list')
  })
})

let texts: Sms[] = []
let mails: Mail[] = []
const mobile = '+491713920012'
const post: Post = {
  isDemo: false,
  mailer: { send: async mail => void mails.push(mail), close: () => {} },
  sms: { gateway: { send: async sms => void texts.push(sms) }, centsEach: 9 },
}
const at = (moment: string) => town.contextOf({ kind: 'system' }, Temporal.Instant.from(moment))
const lead = webForTest(database, { as: leadOf(town.westend) })
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterAll(() => Promise.all([lead.close(), admin.end()]))
beforeEach(async () => {
  texts = []
  mails = []
  await admin.query('truncate messages, sms_months; update households set locked_at = null')
})

async function somebodyRegisters(phone = mobile) {
  const family = aFamily('Herr Novak', { contact: { kind: 'phone', phone } })
  const { registrationId } = await joins(town, session, family)
  await admin.query('update households set phone_confirmed_at = now() where phone is not null')
  const { rows } = await admin.query('select id from messages where registration_id = $1', [registrationId])
  return rows[0].id as string
}

async function somebodyToCall() {
  const id = await somebodyRegisters('0611 313131')
  await deliver(at('2026-11-23T08:05:00Z'), post, id)
  return id
}

const change = (messageId: string, changed: string) =>
  admin.query(
    `update households h set ${changed} from messages m join registrations r on r.id = m.registration_id
      where m.id = $1 and h.id = r.household_id`,
    [messageId],
  )

const callList = async () => (await lead.get('/de/staff/calls')).text()
const row = async (id: string) => (await admin.query('select * from messages where id = $1', [id])).rows[0]
