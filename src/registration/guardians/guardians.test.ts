import { load } from 'cheerio'
import pg from 'pg'
import { afterAll, afterEach, describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { familiesAt } from '../../../tests/support/families-by-web.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown } from '../../../tests/support/town.ts'
import { webForTest } from '../../../tests/support/web.ts'
import { newSecret } from '../../platform/web/keys.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const web = webForTest(database)
const leads = webForTest(database, { as: leadOf(town.westend) })
const { registers, page } = familiesAt(web)
const admin = new pg.Client({ connectionString: database.admin })
await admin.connect()
afterEach(() => admin.query('truncate identity.rate_limits'))
afterAll(() => Promise.all([web.close(), leads.close(), admin.end()]))

describe('another guardian', () => {
  test.each(['de', 'ar'])(
    'sees the child, when and where, and excuses a day of a course, in %s',
    async language => {
      const { family, id } = await aRegistration()
      const { link } = await addsGuardian(id)
      const { $ } = await page(`/${language}/my/${link}/shared`)
      expect($('main').text()).toContain('Mila')
      expect($('main').text()).not.toMatch(/Amina/)
      const fields = { session: String($('[name=session]').attr('value')), comes: 'no' }
      await web.post(`/${language}/my/${link}/shared/away`, fields)
      expect((await page(`/${language}/my/${link}/shared`)).$('[name=comes]').first().attr('value')).toBe(
        'yes',
      )
      expect((await page(`/de/my/${family.link}/family`)).$('main').text()).toContain('Deniz')
    },
  )

  test('comes in by its code, too, to no more than its link shows', async () => {
    const { id } = await aRegistration()
    const { code } = await addsGuardian(id)
    const sent = await web.post('/de/my', { code: code.toLowerCase() })
    expect(sent.headers.get('location')).toMatch(/^\/de\/my\/[\w-]{22}\/shared$/)
    expect((await web.get(sent.headers.get('location') ?? '')).status).toBe(200)
  })

  const ofTheFamily = [
    '',
    '/change',
    '/cancel',
    '/consents',
    '/family',
    '/family/calendar.ics',
    '/no-reminders',
  ]
  test('opens nothing of the family', async () => {
    const { family, id } = await aRegistration()
    const { link, code } = await addsGuardian(id)
    for (const path of ofTheFamily)
      expect([path, (await web.get(`/de/my/${link}${path}`)).status]).toEqual([path, 404])
    for (const [path, fields] of [
      ...([
        ['/cancel', {}],
        ['/change', { called: 'Deniz' }],
        ['/family/erase', { sure: 'yes' }],
      ] as const),
      ...([
        ['/family/safe', { do: 'never' }],
        ['/family/open', { registration: id }],
      ] as const),
      ...([
        ['/consents', { do: 'photos' }],
        ['/number', { do: 'send' }],
        ['/away', {}],
      ] as const),
    ])
      expect([path, (await web.post(`/de/my/${link}${path}`, fields)).status]).toEqual([path, 404])
    const taken = await web.post(`/de/my/${family.link}/family/together`, { code })
    expect(taken.status).toBe(422)
    expect((await page(`/de/my/${family.link}`)).$('main').text()).toContain('Amina')
  })

  test('is shut out by staff: link and code are answered like unknown ones; the family keeps hers', async () => {
    const { family, id } = await aRegistration()
    const { link, code } = await addsGuardian(id)
    const staff = load(await (await leads.get(`/de/staff/registrations/${id}/guardians`)).text())
    const guardian = String(staff('[name=guardian]').attr('value'))
    const done = await leads.post(`/de/staff/registrations/${id}/guardians/shut-out`, { guardian })
    expect(done.headers.get('location')).toContain('news=shut-out')
    const [gone, unknown] = await Promise.all([
      web.get(`/de/my/${link}/shared`),
      web.get(`/de/my/${'a'.repeat(22)}/shared`),
    ])
    expect([gone.status, unknown.status]).toEqual([404, 404])
    expect((await web.post('/de/my', { code })).status).toBe(422)
    expect((await web.get(`/de/my/${family.link}`)).status).toBe(200)
    const { rows } = await admin.query(
      'select from registration_links where guardian_id is not null and registration_id = $1',
      [id],
    )
    expect(rows).toHaveLength(0)
  })

  test('is shut out with a family that staff lock, and goes with one that erases itself', async () => {
    const [locked, erased] = [await aRegistration(), await aRegistration()]
    const [one, other] = [await addsGuardian(locked.id), await addsGuardian(erased.id)]
    await leads.post(`/de/staff/registrations/${locked.id}/lock`, {})
    expect((await web.get(`/de/my/${one.link}/shared`)).status).toBe(404)
    expect((await leads.get(`/de/staff/registrations/${locked.id}/guardians`)).status).toBe(404)
    const { rows: kept } = await admin.query('select id from guardians where registration_id = $1', [
      locked.id,
    ])
    await leads.post(`/de/staff/registrations/${locked.id}/guardians/shut-out`, { guardian: kept[0]?.id })
    await leads.post(`/de/staff/registrations/${locked.id}/unlock`, {})
    expect((await web.get(`/de/my/${one.link}/shared`)).status).toBe(404)

    await web.post(`/de/my/${erased.family.link}/family/erase`, { sure: 'yes' })
    expect((await web.get(`/de/my/${other.link}/shared`)).status).toBe(404)
    const { rows } = await admin.query('select from guardians where registration_id = $1', [erased.id])
    expect(rows).toHaveLength(0)
  })

  test('control: were its keys taken for those of the family, they would open everything', async () => {
    const { id } = await aRegistration()
    const { link } = await addsGuardian(id)
    await admin.query('update registration_links set guardian_id = null where registration_id = $1', [id])
    expect((await web.get(`/de/my/${link}/family`)).status).toBe(200)
  })

  test('is added by the lead of the centre alone, with a name', async () => {
    const foreign = await aRegistration(town.dotzheim)
    expect((await leads.get(`/de/staff/registrations/${foreign.id}/guardians`)).status).toBe(404)
    expect(
      (await leads.post(`/de/staff/registrations/${foreign.id}/guardians`, { called: 'X' })).status,
    ).toBe(404)
    const { id } = await aRegistration()
    const renderingKey = newSecret()
    const noChild = await leads.post(`/de/staff/registrations/${id}/guardians`, { called: 'X', renderingKey })
    expect([noChild.status, load(await noChild.text())('#errors a').attr('href')]).toEqual([422, '#children'])
    const empty = await leads.post(`/de/staff/registrations/${id}/guardians`, { called: '', renderingKey })
    expect([empty.status, load(await empty.text())('#errors a').attr('href')]).toEqual([422, '#called'])
  })
})

describe('a button pressed twice at once', () => {
  test('adds one guardian, and shows the same keys again', async () => {
    const { id } = await aRegistration()
    const child = (await childIds(id)).get('Mila') ?? ''
    const sent = { called: 'Deniz', 'children[]': child, renderingKey: newSecret() }
    const made = await Promise.all(
      Array.from({ length: 4 }, () => leads.post(`/de/staff/registrations/${id}/guardians`, sent)),
    )
    const keys = await Promise.all(made.map(keysOn))
    expect(new Set(keys.map(({ link, code }) => `${link} ${code}`)).size).toBe(1)
    expect(await opens(keys[0] ?? { link: '', code: '' })).toEqual([200, 303])
    const { rows } = await admin.query(
      'select count(*)::int as n from guardians where registration_id = $1',
      [id],
    )
    expect(rows).toEqual([{ n: 1 }])
  })

  test('chooses the children whom it sees once', async () => {
    const { id } = await aRegistration()
    await addsGuardian(id)
    const sent = { guardian: await guardianIdOf(id), 'children[]': (await childIds(id)).get('Mila') ?? '' }
    const at = `/de/staff/registrations/${id}/guardians/children`
    const chosen = await Promise.all(Array.from({ length: 6 }, () => leads.post(at, sent)))
    expect(chosen.map(({ status }) => status)).toEqual(Array(6).fill(303))
  })

  test('a form that is not ours is told so', async () => {
    const { id } = await aRegistration()
    const sent = await leads.post(`/de/staff/registrations/${id}/guardians`, { called: 'Deniz' })
    expect(sent.status).toBe(422)
    expect(load(await sent.text())('#errors').text()).toContain('Das Formular ist veraltet')
  })
})

describe('another guardian sees the children whom staff chose', () => {
  test('not one that is added later, until staff say so, and excuses only where it sees all', async () => {
    const { family, id } = await aRegistration()
    const { link } = await addsGuardian(id)
    const away = () => page(`/de/my/${link}/shared`).then(({ $ }) => $('[name=session]').attr('value'))
    const session = String(await away())
    await web.post(`/de/my/${family.link}/change`, withSister)
    const before = await page(`/de/my/${link}/shared`)
    expect(before.$('main').text()).toContain('Mila')
    expect(before.$('main').text()).not.toContain('Emir')
    expect(await away()).toBeUndefined()
    const excused = await web.post(`/de/my/${link}/shared/away`, { session, comes: 'no' })
    expect([excused.status, await excusedBy(id)]).toEqual([404, []])

    const guardian = await guardianIdOf(id)
    const at = `/de/staff/registrations/${id}/guardians/children`
    const nobody = await leads.post(at, { guardian })
    expect([nobody.status, load(await nobody.text())('#errors a').attr('href')]).toEqual([
      422,
      `#children-${guardian}`,
    ])
    const ids = await childIds(id)
    await leads.post(at, { guardian, 'children[]': ids.get('Emir') ?? '' })
    const after = await page(`/de/my/${link}/shared`)
    expect(after.$('main').text()).toContain('Emir')
    expect(after.$('main').text()).not.toContain('Mila')
  })

  test('nothing any more once its child is not registered', async () => {
    const { family, id } = await aRegistration()
    const keys = await addsGuardian(id)
    await web.post(`/de/my/${family.link}/change`, [...adult, ...emir])
    expect(await opens(keys)).toEqual(unknown)
  })

  test('of this registration alone: the id of another family’s child is not taken', async () => {
    const [{ id }, other] = [await aRegistration(), await aRegistration()]
    const foreign = [...(await childIds(other.id)).values()][0] ?? ''
    const sent = await leads.post(`/de/staff/registrations/${id}/guardians`, {
      ...{ called: 'X', 'children[]': foreign, renderingKey: newSecret() },
    })
    expect(sent.status).toBe(422)
  })
})

describe('the keys of another guardian go when a family is in danger', () => {
  const inDanger: [string, (at: { link: string; id: string }) => Promise<unknown>][] = [
    ['it wants neutral words', ({ link }) => web.post(`/de/my/${link}/family/safe`, { neutral: 'yes' })],
    ['it wants no word at all', ({ link }) => web.post(`/de/my/${link}/family/safe`, { do: 'never' })],
    [
      'staff lock it, also when the lock ends',
      async ({ id }) => {
        await leads.post(`/de/staff/registrations/${id}/lock`, {})
        await leads.post(`/de/staff/registrations/${id}/unlock`, {})
      },
    ],
  ]
  test.each(inDanger)('%s', async (_, happens) => {
    const { family, id } = await aRegistration()
    const before = await addsGuardian(id)
    await happens({ link: family.link, id })
    expect(await opens(before)).toEqual(unknown)
    const staff = load(await (await leads.get(`/de/staff/registrations/${id}/guardians`)).text())
    expect(staff('main').text()).toContain('Zugang ruht')

    const guardian = await guardianIdOf(id)
    const after = await keysOn(await leads.post(`/de/staff/registrations/${id}/guardians/keys`, { guardian }))
    expect((await web.post('/de/my', { code: after.code })).status).toBe(303)
    expect(await opens(before)).toEqual(unknown)
  })

  test('new ones take the place of lost ones', async () => {
    const { id } = await aRegistration()
    const lost = await addsGuardian(id)
    const guardian = await guardianIdOf(id)
    const found = await keysOn(await leads.post(`/de/staff/registrations/${id}/guardians/keys`, { guardian }))
    expect([await opens(lost), await opens(found)]).toEqual([unknown, [200, 303]])
  })
})

test('staff see that a guardian excused a child; it takes back nothing that the family said', async () => {
  const { family, id } = await aRegistration()
  const { link } = await addsGuardian(id)
  const session = String((await page(`/de/my/${link}/shared`)).$('[name=session]').attr('value'))
  await web.post(`/de/my/${link}/shared/away`, { session, comes: 'no' })
  expect(await excusedBy(id)).toEqual(['guardian'])
  const list = await (await leads.get(`/de/staff/sessions/${session}/list`)).text()
  expect(load(list)('main').text()).toContain('entschuldigt von Deniz')
  await web.post(`/de/my/${link}/shared/away`, { session, comes: 'yes' })
  expect(await excusedBy(id)).toEqual([])

  await web.post(`/de/my/${family.link}/away`, { session, comes: 'no' })
  expect((await page(`/de/my/${link}/shared`)).$(`[value="${session}"]`)).toHaveLength(0)
  await web.post(`/de/my/${link}/shared/away`, { session, comes: 'yes' })
  expect(await excusedBy(id)).toEqual(['family'])
})

type Fields = [string, string][]
const adult: Fields = [
  ['called', 'Amina'],
  ['adults', '1'],
  ['email', 'amina@familie.example'],
]
const child = (name: string, month: string): Fields => [
  ['childName[]', name],
  ['childMonth[]', month],
  ['childYear[]', '2024'],
]
const emir = child('Emir', '1')
const withSister = [...adult, ...child('Mila', '3'), ...emir]

const excusedBy = async (registrationId: string) => {
  const said = await admin.query('select excused_by from excused_dates where registration_id = $1', [
    registrationId,
  ])
  return said.rows.map(({ excused_by }) => excused_by)
}

const addsGuardian = async (registrationId: string, name = 'Mila') => {
  const child = (await childIds(registrationId)).get(name) ?? ''
  const at = `/de/staff/registrations/${registrationId}/guardians`
  return keysOn(await leads.post(at, { called: 'Deniz', 'children[]': child, renderingKey: newSecret() }))
}

const keysOn = async (made: Response) => {
  const $ = load(await made.text())
  const address = new URL($('main a.number').attr('href') ?? '', 'http://localhost').pathname
  return { link: address.replace(/^\/de\/my\/|\/shared$/g, ''), code: $('.big-code').text().trim() }
}

const childIds = async (registrationId: string) => {
  const $ = load(await (await leads.get(`/de/staff/registrations/${registrationId}/guardians`)).text())
  const boxes = $('form:has([name=called]) [name="children[]"]').toArray()
  return new Map(boxes.map(box => [$(box).parent().text().trim(), String($(box).attr('value'))]))
}

const guardianIdOf = async (registrationId: string) => {
  const { rows } = await admin.query('select id from guardians where registration_id = $1', [registrationId])
  return String(rows[0]?.id)
}

const opens = async ({ link, code }: { link: string; code: string }) => [
  (await web.get(`/de/my/${link}/shared`)).status,
  (await web.post('/de/my', { code })).status,
]
const unknown = [404, 422]

async function aRegistration(centre = town.westend) {
  const offer = await town.anOffer({
    ...{ registration: 'course', format: 'course', counts: 'child', places: 5, centre },
  })
  const session = await town.aSession({ offer, on: '2026-12-07' })
  const family = await registers(session)
  const { rows } = await admin.query('select id from registrations where intake_id = $1', [session.intakeId])
  return { family, id: String(rows[0].id) }
}
