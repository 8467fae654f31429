import { record } from '../platform/audit.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { findAccount, issueSetUpToken } from './accounts.ts'
import type { Role } from './actor.ts'
import { type AddPersonOutcome, addPerson } from './add-person.ts'
import { type City, type Context, contextFor, todayIn } from './context.ts'
import type { Identity } from './identity.ts'
import { paths } from './paths.ts'
import * as store from './store/people.ts'
import { clearSignIn } from './store/sign-ins.ts'

type Adding = { email: string; name: string; role: Role; place?: string | undefined }

export type OperatorOutcome =
  | Exclude<AddPersonOutcome, { outcome: 'added' }>
  | { outcome: 'added'; setUpLink?: string; isMailed?: boolean }
  | { outcome: 'unknown-place'; known: string[] }

/** Adds a person from the command line, above all the first administrator; `place` is the slug of centre or provider. */
export const addByOperator = async (
  identity: Identity,
  city: City,
  { email, name, role, place }: Adding,
): Promise<OperatorOutcome> => {
  const context = systemOf(identity, city)
  const kind = placeKind[role]
  const places = kind && (await inTransaction(context, tx => store.listPlaces(tx, city.id, kind)))
  const placeId = places?.find(({ slug }) => slug === place)?.id
  if (places && !placeId) return { outcome: 'unknown-place', known: places.map(({ slug }) => slug) }

  const added = await addPerson(identity, context, { email, name, task: { role, placeId } })
  if (added.outcome !== 'added') return added
  return added.setUpToken
    ? { outcome: 'added', setUpLink: linkFor(identity, city, added.setUpToken) }
    : { outcome: 'added', isMailed: added.isMailed === true }
}

/** Takes all ways into an account away and gives a new one-time link, for whom nobody else may help. */
export const renewByOperator = async (identity: Identity, city: City, email: string) => {
  const account = await findAccount(identity, email)
  if (!account) return undefined
  const context = systemOf(identity, city)
  await inTransaction(context, async tx => {
    await clearSignIn(tx, account.id, null)
    await record(tx, context, { action: 'sign-in.renewed', providerId: null, subjectId: account.id })
  })
  return linkFor(identity, city, await issueSetUpToken(identity, account.id))
}

/** Without an administrator nobody can give a task; the operator is told so at every start. */
export const hasAdministrator = async (identity: Pick<Identity, 'db'>, city: City) => {
  const context = systemOf(identity, city)
  const people = await inTransaction(context, tx => store.listPeople(tx, city.id, todayIn(context)))
  return people.some(({ role, isDemo }) => role === 'administrator' && !isDemo)
}

const placeKind: Record<Role, 'providers' | 'centres' | undefined> = {
  administrator: undefined,
  'city-office': undefined,
  'provider-manager': 'providers',
  'centre-lead': 'centres',
  'course-leader': 'centres',
}

const systemOf = ({ db }: Pick<Identity, 'db'>, city: City): Context =>
  contextFor({ city, actor: { kind: 'system' }, db, now: Temporal.Now.instant(), language: 'de' })

const linkFor = ({ baseUrl }: Identity, city: City, token: string) =>
  baseUrl + paths.setUp(city.languages[0] ?? 'de', token)
