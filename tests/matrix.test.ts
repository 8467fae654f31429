import { readFileSync } from 'node:fs'
import pg from 'pg'
import { afterAll, describe, expect, test } from 'vitest'
import { mayCount } from '../src/attendance/permissions.ts'
import { mayKeepSources } from '../src/calendar-import/permissions.ts'
import { mayDecideCare } from '../src/care/permissions.ts'
import { mayChooseParts } from '../src/centres/permissions.ts'
import { mayPointToArticles } from '../src/concept/permissions.ts'
import { maySettleCorrections } from '../src/corrections/permissions.ts'
import { mayOfferHours, maySeeBookings } from '../src/counselling/permissions.ts'
import { mayKeepDoorstep, maySeeDoors } from '../src/doorstep/permissions.ts'
import { mayKeepCash, mayReadCash, maySayWhatToPay } from '../src/fees/permissions.ts'
import { mayCorrectMoney } from '../src/funding/permissions.ts'
import { type Actor, type Membership, type StaffMember, scopeOf } from '../src/identity/index.ts'
import { mayAppoint, mayGrantSupport } from '../src/identity/permissions.ts'
import { mayInvite } from '../src/invitations/permissions.ts'
import { mayPlanJoint } from '../src/joint-activities/permissions.ts'
import { mayLend } from '../src/lending/permissions.ts'
import { mayKeepPinboard } from '../src/neighbours/permissions.ts'
import { mayKeepNetwork } from '../src/network/permissions.ts'
import { mayAllowSites } from '../src/open-data/permissions.ts'
import { mayCall, mayChoosePhoneHours, maySetLimit } from '../src/outreach/permissions.ts'
import { mayManagePost, mayReadReleasedPosts } from '../src/people/permissions.ts'
import { mayCancelSession, mayChangeOffer, mayKeepGlossary, mayPlan } from '../src/planning/permissions.ts'
import { mayReadAudit } from '../src/privacy/permissions.ts'
import { mayDecide } from '../src/proposals/permissions.ts'
import { mayAnswer } from '../src/questions/permissions.ts'
import {
  mayManagePlaces,
  mayMarkAttendance,
  mayRegister,
  maySeeList,
} from '../src/registration/permissions.ts'
import { mayReadLiveFigures, mayReadReleasedFigures } from '../src/reporting/permissions.ts'
import { mayKeepRooms } from '../src/rooms/permissions.ts'
import { maySeeLetter } from '../src/week-letter/permissions.ts'
import { aFilledTown, courseLeader, type FilledOffer } from './support/every-table.ts'
import { tableRows } from './support/markdown-table.ts'
import { databaseForThisFile, type TestDatabase } from './support/server.ts'

/**
 * docs/who-may-do-what.md, cell by cell: what it promises is asked of the permissions that use cases and pages
 * ask, and of the database, which would refuse even if nobody asked.
 */

const guarded = await aDatabaseWithEverybody()
const unguarded = await aDatabaseWithEverybody()
await unguarded.withoutPolicies()
const { rows, roles } = readTable('docs/who-may-do-what.md')

test('the table and the checks speak of the same things', () => {
  expect(rows.map(({ what }) => what)).toEqual(Object.keys(checks(guarded)))
  expect(roles).toEqual(Object.keys(guarded.actors))
})

describe.each(rows)('$what', ({ what, cells }) => {
  test.each(cells)('$role: $cell', async ({ role, cell }) => {
    const actor = actorOf(guarded, role)
    const check = checkOf(guarded, what)
    const expected = { yes: [true, true], own: [true, false], '': [false, false] }[cell]

    expect(await bothOffers(guarded, offer => guarded.attempt(actor, check.sql(offer)))).toEqual(expected)
    if (!check.asks || (check.onlyOpensThePage && cell === '')) return
    expect(guarded.offers.map(offer => check.asks?.(actor, offer) ?? false)).toEqual(expected)
  })
})

describe('the control: without its policies the database would let everybody', () => {
  const refusedByPolicies = rows.flatMap(({ what, cells }) =>
    cells
      .filter(
        ({ role, cell }) => cell === '' && role !== 'visitor' && !checkOf(unguarded, what).refusedByView,
      )
      .map(({ role }) => ({ what, role })),
  )
  test.each(refusedByPolicies)('$what: $role', async ({ what, role }) => {
    const actor = actorOf(unguarded, role)
    const { sql } = checkOf(unguarded, what)
    expect(await bothOffers(unguarded, offer => unguarded.attempt(actor, sql(offer)))).toEqual([true, true])
  })
})

type Everybody = Awaited<ReturnType<typeof aDatabaseWithEverybody>>
type Check = {
  /** What the code asks; left out where only the database decides which rows come. */
  asks?: (actor: Actor, offer: FilledOffer) => boolean
  /** The question opens a page; of whom it then shows something is the database's to say. */
  onlyOpensThePage?: true
  /** Refused by the condition of a view and not by a policy. */
  refusedByView?: true
  /** Returns or changes a row where it is allowed. */
  sql: (offer: FilledOffer) => string
}

function checks({ westend, dotzheim }: Everybody): Record<string, Check> {
  const { cityId, providerId, centreId } = westend
  const here = `'${cityId}', '${providerId}', '${centreId}'`
  const [at, somebodyHere] = [{ providerId, centreId }, `account_id = 'somebody-${centreId}'`]
  const memberOf = (role: string, place: string) =>
    `insert into memberships (city_id, account_id, role, provider_id, centre_id) values ('${cityId}', 'new', '${role}', ${place})`
  return {
    'read what is published': {
      sql: () => `select 1 from published.offers where id = '${dotzheim.led.offerId}'`,
    },
    'read how many came to the whole city, by quarter': {
      sql: () => `select 1 from published.visits where city_id = '${cityId}' and adults > 0`,
    },
    'plan an offer of the centre': {
      asks: actor => mayPlan(actor, at),
      sql: () => `insert into offers (city_id, provider_id, centre_id, slug, kind, format)
        values (${here}, 'new', 'encounter', 'drop-in')`,
    },
    'change and publish an offer': {
      asks: actor => mayChangeOffer(actor, at),
      sql: ({ offerId }) => `update offers set state = 'published' where id = '${offerId}'`,
    },
    'translate an offer': {
      asks: actor => mayChangeOffer(actor, at),
      sql: ({ offerId }) => `update begun_translations set title = 'Oyun' where offer_id = '${offerId}'`,
    },
    'keep the list of words for translations': {
      asks: actor => mayKeepGlossary(actor),
      sql: () => `update glossary_terms set said = 'taşıyıcı' where city_id = '${cityId}'`,
    },
    'keep and read the link of an online offer': {
      asks: actor => mayChangeOffer(actor, at),
      sql: ({ offerId }) =>
        `update online_links set address = 'https://x.example' where offer_id = '${offerId}'`,
    },
    'speak an offer, take the recording down': {
      asks: actor => mayChangeOffer(actor, at),
      sql: ({ offerId }) => `update offer_recordings set bytes = 'other' where offer_id = '${offerId}'`,
    },
    'read an offer that is not published': {
      sql: ({ offerId }) => `select 1 from offers where id = '${offerId}'`,
    },
    'cancel a date': {
      asks: actor => mayCancelSession(actor, at),
      sql: ({
        sessionId,
      }) => `update sessions set state = 'cancelled', cancel_reason = 'weather', cancelled_at = now()
        where id = '${sessionId}'`,
    },
    'plan a joint activity, let it take place': {
      asks: actor => mayPlanJoint(actor, at),
      sql: ({ sessionId }) =>
        `update joint_decisions set outcome = 'anyway' where session_id = '${sessionId}'`,
    },
    'see who brings what': {
      asks: (actor, { offerId }) => maySeeList(actor, { centreId, offerId }),
      sql: ({ offerId }) => `select 1 from things_taken where offer_id = '${offerId}'`,
    },
    'see the families of an offer by name': {
      asks: (actor, { offerId }) => maySeeList(actor, { centreId, offerId }),
      sql: ({ householdId }) => `select h.called, c.first_name from households h
        join household_children c on c.household_id = h.id where h.id = '${householdId}'`,
    },
    'read what a child needs, and who may be pictured': {
      asks: (actor, { offerId }) => maySeeList(actor, { centreId, offerId }),
      sql: ({
        registrationId,
      }) => `select 1 from registration_needs n join photo_consents p using (city_id, registration_id)
        where n.registration_id = '${registrationId}'`,
    },
    'choose what an offer asks its families': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ offerId }) =>
        `update offer_questions set words = 'Nudeln oder Reis?' where offer_id = '${offerId}'`,
    },
    'read what families answered': {
      asks: (actor, { offerId }) => maySeeList(actor, { centreId, offerId }),
      sql: ({ registrationId }) => `select 1 from offer_answers where registration_id = '${registrationId}'`,
    },
    'tell families who wanted to know that an offer starts again': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ offerId }) =>
        `update message_consents set told_until = '2027-01-01' where offer_id = '${offerId}'`,
    },
    'give another guardian keys, and take them': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ registrationId }) =>
        `update guardians set called = 'Deniz' where registration_id = '${registrationId}'`,
    },
    'add a family that calls': {
      asks: actor => mayRegister(actor, at),
      sql: () => `insert into households (city_id, provider_id, centre_id, id, called, language, contact_kind, delete_on)
        values (${here}, uuidv7(), 'Yıldız', 'tr', 'none', '2027-01-01')`,
    },
    'mark who came': {
      asks: (actor, { offerId }) => mayMarkAttendance(actor, { centreId, offerId }),
      sql: ({ registrationId }) =>
        `update attendances set is_present = false where registration_id = '${registrationId}'`,
    },
    'excuse a family that calls': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ registrationId }) =>
        `update excused_dates set excused_at = now() where registration_id = '${registrationId}'`,
    },
    'close a group, invite to it by a link': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ offerId }) => `update offers set is_closed_group = true where id = '${offerId}'`,
    },
    'tell all families of a group something': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ offerId }) => `update group_notices set words = 'Läuse' where offer_id = '${offerId}'`,
    },
    'call a family, see what it was told': {
      asks: actor => mayCall(actor, at),
      sql: ({ messageId }) => `select 1 from messages where id = '${messageId}'`,
    },
    'count heads': {
      asks: (actor, { offerId }) => mayCount(actor, { centreId, offerId }),
      sql: ({
        offerId,
        sessionId,
      }) => `insert into head_counts (city_id, provider_id, centre_id, offer_id, session_id,
          version, adults, children_under_1, children_1_to_2, children_3_to_5, children_6_to_10, children_over_10,
          first_time, counted_by, counted_at, counted_as, rendering_key)
        values (${here}, '${offerId}', '${sessionId}', 2, 1, 1, 0, 0, 0, 0, 0, 'x', now(), 'centre-lead', uuidv7())`,
    },
    "see the centre's figures of today": {
      asks: actor => mayReadLiveFigures(actor),
      onlyOpensThePage: true,
      refusedByView: true,
      sql: ({ sessionId }) => `select 1 from figures.session_figures where session_id = '${sessionId}'`,
    },
    'see the released figures of all centres': {
      asks: actor => mayReadReleasedFigures(actor),
      sql: () => 'select 1 from released_cells group by city_id having count(distinct centre_id) = 2',
    },
    'see who works at the centre': { sql: () => `select 1 from memberships where ${somebodyHere}` },
    'give the centre a lead or a course leader': {
      asks: actor => mayAppoint(actor, { role: 'centre-lead', ...at }, { hasManager: true }),
      sql: () => memberOf('centre-lead', `'${providerId}', '${centreId}'`),
    },
    'appoint administrators and the city office': {
      asks: actor =>
        mayAppoint(actor, { role: 'city-office', providerId: null, centreId: null }, { hasManager: true }),
      sql: () => memberOf('city-office', 'null, null'),
    },
    "open the centre's families to somebody for a while": {
      asks: actor => mayGrantSupport(actor, providerId),
      sql: () => `insert into support_grants (city_id, provider_id, centre_id, account_id, granted_by, reason, starts_at, ends_at)
        values (${here}, 'new', 'x', 'Test', now(), now() + interval '1 day')`,
    },
    'see to whom the families were opened': {
      sql: () => `select 1 from support_grants where centre_id = '${centreId}' and account_id = 'helper'`,
    },
    'read and answer what families ask': {
      asks: actor => mayAnswer(actor, at),
      sql: () => `update questions set answered_at = now() where centre_id = '${centreId}'`,
    },
    'see and settle what is wrong on pages': {
      asks: actor => maySettleCorrections(actor, at),
      sql: () => `delete from corrections where centre_id = '${centreId}'`,
    },
    'see what was asked, as sums': {
      sql: () => `select 1 from question_tallies where centre_id = '${centreId}'`,
    },
    'keep the pinboard, see who is interested': {
      asks: actor => mayKeepPinboard(actor, at),
      sql: () => `update neighbour_interests set passed_on_at = now() where centre_id = '${centreId}'`,
    },
    'keep the rooms, decide who is in them': {
      asks: actor => mayKeepRooms(actor, at),
      sql: () => `update room_bookings set title = 'x' from rooms r
        where room_bookings.room_id = r.id and r.id = '${centreId}' returning 1`,
    },
    'see and answer which groups ask for a room': {
      asks: actor => mayKeepRooms(actor, at),
      sql: () => `update room_requests set reason = 'x' where centre_id = '${centreId}'`,
    },
    'lend things, see who has them': {
      asks: actor => mayLend(actor, at),
      sql: () => `update loans set deposit_taken = true where centre_id = '${centreId}'`,
    },
    'offer consultations without a name': {
      asks: actor => mayOfferHours(actor, at),
      sql: () => `update consultation_hours set withdrawn_at = now() where centre_id = '${centreId}'`,
    },
    'see code words, mark who came': {
      asks: actor => maySeeBookings(actor, at),
      sql: () => `update consultation_bookings set came = true where centre_id = '${centreId}'`,
    },
    'keep kits and plan rounds to doors': {
      asks: actor => mayKeepDoorstep(actor, at),
      sql: () => `update doorstep_kits k set stock = stock + 1 from doorstep_rounds r
        where k.centre_id = '${centreId}' and r.centre_id = k.centre_id`,
    },
    'see at whose door a kit hangs, tick it': {
      asks: actor => maySeeDoors(actor, at),
      sql: () => `update doorstep_requests q set never_ring = true from doorstep_request_kits k
        where q.centre_id = '${centreId}' and k.request_id = q.id`,
    },
    'see what stays of a round, as sums': {
      sql: () => `select 1 from doorstep_tallies where centre_id = '${centreId}'`,
    },
    'keep the partners and meetings of the network': {
      asks: actor => mayKeepNetwork(actor, at),
      sql: () => `update network_contacts set phone = '0' where centre_id = '${centreId}'`,
    },
    'decide about care without parents': {
      asks: actor => mayDecideCare(actor, at),
      sql: () => `update certificates_seen c set seen_on = c.seen_on from care_decisions d
        where d.offer_id = c.offer_id and c.centre_id = '${centreId}'`,
    },
    'give out invitations, count who comes by one': {
      asks: actor => mayInvite(actor, at),
      sql: () => `delete from invitation_codes c using invitations i
        where c.centre_id = '${centreId}' and i.id = c.invitation_id`,
    },
    'say who may propose offers, decide on proposals': {
      asks: actor => mayDecide(actor, at),
      sql: () => `update offer_proposals p set draft_id = uuidv7() from partner_links l
        where p.centre_id = '${centreId}' and l.partner_id = p.partner_id`,
    },
    'pass on the calendar of a room': {
      asks: actor => mayKeepRooms(actor, at),
      sql: () => `update room_calendars set for_whom = 'Test' where centre_id = '${centreId}'`,
    },
    'read calendars of partners again and again': {
      asks: actor => mayKeepSources(actor, at),
      sql: () => `update calendar_sources set words = 'Test' where centre_id = '${centreId}'`,
    },
    'let families know who she is, herself': {
      sql: () => `insert into introductions (city_id, provider_id, centre_id, account_id, name, stands_as, consented_at)
        values (${here}, acting.account(), 'Test', 'lead', now())`,
    },
    'say where families go when the centre is closed': {
      sql: () => `update closed_texts set words = 'Test' where centre_id = '${centreId}'`,
    },
    'see how many get the week letter, never who': {
      asks: actor => maySeeLetter(actor, at),
      refusedByView: true,
      sql: () => `select 1 from count_subscriptions('${cityId}', array['${centreId}']::uuid[])`,
    },
    'note what a family pays on its word': {
      asks: actor => maySayWhatToPay(actor, at),
      sql: ({ registrationId }) =>
        `update fee_choices set level = 'waived' where registration_id = '${registrationId}'`,
    },
    'set a reduced price': {
      asks: actor => mayKeepCash(actor, at),
      sql: ({ offerId }) => `update reduced_prices set cents = 1 where offer_id = '${offerId}'`,
    },
    'take fees, give them back, count the box': {
      asks: actor => mayKeepCash(actor, at),
      sql: () => `insert into cash_entries (city_id, provider_id, centre_id, id, held_on, kind, cents, booked_at, rendering_key)
        values (${here}, uuidv7(), '2026-11-23', 'put-in', 5, now(), uuidv7())`,
    },
    'read the cash book and its day sheets': {
      asks: actor => mayReadCash(actor, at),
      sql: () =>
        `select 1 from cash_entries join cash_sheets using (city_id, centre_id) where centre_id = '${centreId}'`,
    },
    'set what SMS may cost, read what they did': {
      asks: actor => maySetLimit(actor, providerId),
      sql: () => `update sms_limits set monthly_cents = 1 where provider_id = '${providerId}'`,
    },
    'say when telephones of the centre ring': {
      asks: actor => mayChoosePhoneHours(actor, at),
      sql: () => `update phone_hours set rings_until = '18:00' where centre_id = '${centreId}'`,
    },
    'say how early families are reminded': {
      asks: actor => mayManagePlaces(actor, at),
      sql: ({ offerId }) => `update offers set reminder_hours = 24 where id = '${offerId}'`,
    },
    'decide what the centre uses': {
      asks: actor => mayChooseParts(actor, at),
      sql: () => `insert into centre_parts values (${here}, 'calls', now())`,
    },
    'correct what the council decided and what it costs': {
      asks: mayCorrectMoney,
      sql: () => `update budget_amounts set cents = 1 where centre_id = '${centreId}'`,
    },
    'say which other sites show the programme': {
      asks: mayAllowSites,
      sql: () => `delete from embed_sites where city_id = '${cityId}'`,
    },
    'point an offer to articles of the concept': {
      asks: actor => mayPointToArticles(actor, at),
      sql: ({ offerId }) => `delete from offer_articles where offer_id = '${offerId}'`,
    },
    'see and fill the post of the centre': {
      asks: actor => mayManagePost(actor, at),
      sql: () => `update post_assignments set kind = kind where centre_id = '${centreId}'
        and exists (select from employees e join contract_hours c on c.employee_id = e.id
          where e.id = post_assignments.employee_id and e.name = 'Novak')`,
    },
    'see how much of all posts is funded and vacant': {
      asks: mayReadReleasedPosts,
      sql: () => 'select 1 from released_posts group by city_id having count(distinct centre_id) = 2',
    },
    "read the provider's audit log": {
      asks: actor => mayReadAudit(actor, providerId),
      sql: () => `select 1 from audit_entries where provider_id = '${providerId}'`,
    },
  }
}

async function aDatabaseWithEverybody() {
  const database = await databaseForThisFile()
  const { town, westend, dotzheim } = await aFilledTown(database, 'kleinstadt')
  const { cityId, providerId, centreId } = westend
  const cityWide = { providerId: null, centreId: null }
  const actors: Record<string, Actor> = {
    // A grant that slipped through would open nothing to them.
    administrator: {
      ...staff('administrator', { role: 'administrator', ...cityWide }),
      supportedCentres: [centreId],
    },
    'city office': {
      ...staff('office', { role: 'city-office', ...cityWide }),
      supportedCentres: [centreId],
    },
    "provider's manager": staff('manager', { role: 'provider-manager', providerId, centreId: null }),
    'centre lead': staff('lead', { role: 'centre-lead', providerId, centreId }),
    'course leader': {
      ...staff(courseLeader, { role: 'course-leader', providerId, centreId }),
      ledOffers: [westend.led.offerId],
    },
    'support access': { ...staff('helper'), supportedCentres: [centreId] },
    'lead of another centre': staff('next-door', {
      ...{ role: 'centre-lead', providerId: dotzheim.providerId, centreId: dotzheim.centreId },
    }),
    visitor: { kind: 'visitor' },
  }
  const connections = await connectionsTo(database)
  const { admin, app, reader } = connections
  for (const actor of Object.values(actors))
    for (const { role, ...place } of actor.kind === 'staff' ? actor.memberships : [])
      await admin.query(
        `insert into memberships (city_id, account_id, role, provider_id, centre_id, valid)
         values ($1, $2, $3, $4, $5, '[2026-01-01,)')`,
        [cityId, actor.kind === 'staff' && actor.accountId, role, place.providerId, place.centreId],
      )
  await admin.query(`update offers set state = 'draft' where centre_id = '${centreId}'`)

  return {
    ...{ actors, westend, dotzheim, offers: [westend.led, westend.notLed] },
    /** Whether the statement returns or changes a row when this person makes it; it is taken back in any case. */
    attempt: async (actor: Actor, statement: string) => {
      const client = actor.kind === 'visitor' ? reader : app
      await client.query('begin')
      try {
        for (const [name, value] of Object.entries(scopeOf(town.city.id, actor)))
          await client.query('select set_config($1, $2, true)', [settingOf(name), textOf(value)])
        return ((await client.query(statement)).rowCount ?? 0) > 0
      } catch (error) {
        if (error instanceof pg.DatabaseError && error.code === '42501') return false
        throw error
      } finally {
        await client.query('rollback')
      }
    },
    withoutPolicies: () =>
      admin.query(`do $$ declare t text; begin
        for t in select relname from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' loop
          execute format('alter table %I disable row level security', t);
        end loop; end $$`),
  }
}

async function connectionsTo(database: TestDatabase) {
  const open = async (connectionString: string) => {
    const client = new pg.Client({ connectionString })
    await client.connect()
    afterAll(() => client.end())
    return client
  }
  return {
    admin: await open(database.admin),
    app: await open(database.app),
    reader: await open(database.public),
  }
}

function staff(accountId: string, ...memberships: Membership[]): StaffMember {
  return { kind: 'staff', accountId, name: accountId, memberships, ledOffers: [], supportedCentres: [] }
}

const settingOf = (name: string) => `app.${name.replace(/[A-Z]/g, letter => `_${letter.toLowerCase()}`)}`
const textOf = (value: string | readonly string[]) =>
  typeof value === 'string' ? value : `{${value.join(',')}}`

const bothOffers = async ({ offers }: Everybody, ask: (offer: FilledOffer) => Promise<boolean>) => {
  const answers: boolean[] = []
  for (const offer of offers) answers.push(await ask(offer))
  return answers
}

function actorOf({ actors }: Everybody, role: string) {
  const actor = actors[role]
  if (!actor) throw new Error(`Nobody is ${role}`)
  return actor
}

function checkOf(everybody: Everybody, what: string) {
  const check = checks(everybody)[what]
  if (!check) throw new Error(`Nothing checks "${what}"`)
  return check
}

function readTable(file: string) {
  const [head = [], , ...body] = tableRows(readFileSync(file, 'utf8'))
  const roles = head.slice(1)
  const rows = body.map(([what = '', ...cells]) => ({
    what,
    cells: roles.map((role, index) => ({ role, cell: cells[index] as 'yes' | 'own' | '' })),
  }))
  return { roles, rows }
}
