import { join } from 'node:path'
import pino from 'pino'
import { cachedWeb } from './app/cached-web.ts'
import { alarmOperator, makeDemoHistory, startCityJobs, switchOnDemoParts } from './app/index.ts'
import { createWeb } from './app/web.tsx'
import {
  contextFor,
  createIdentity,
  hasAdministrator,
  type Identity,
  listCities,
  listDemoSignIns,
  makeDemoAccounts,
} from './identity/index.ts'
import { projectFolder, type Settings } from './platform/config.ts'
import { connect, type Database } from './platform/database/connect.ts'
import type { OpenDatabase } from './platform/database/open.ts'
import { openEngineInside, openTranslationEngine } from './platform/machine-translation/translation-engine.ts'
import { openMailer } from './platform/mail/mailer.ts'
import { pushKeyFrom } from './platform/push/push-key.ts'
import { openPush } from './platform/push/push-sender.ts'
import { openSmsGateway } from './platform/sms/sms-gateway.ts'
import { withSourceLines } from './platform/source-lines.ts'
import { clientAddressesBehind } from './platform/web/client-address.ts'
import { listen, ownAddress, type WebServer } from './platform/web/listen.ts'
import { siteAt } from './platform/web/site.ts'

export type SignIn = { role: string; at: string; email: string; password: string }
export type Running = WebServer & { signIns: SignIn[]; citiesWithoutAdministrator: string[] }

const systemClock = () => Temporal.Now.instant()

/** Puts the application together on an open, migrated database and listens. */
export async function main(
  settings: Settings,
  { urls, secret }: Pick<OpenDatabase, 'urls' | 'secret'>,
  clock = systemClock,
): Promise<Running> {
  const serializers = { err: (error: Error) => pino.stdSerializers.err(withSourceLines(error)) }
  const log = pino({ level: settings.logLevel, base: null, serializers }, pino.destination(2))
  const { translation, translationInside } = settings
  const engineInside = translationInside && (await openEngineInside(translationInside))
  const databases = { app: connect(urls.app), public: connect(urls.public) }
  const isDemo = settings.demo
  const identity = createIdentity({
    appUrl: urls.app,
    db: databases.app,
    secret,
    baseUrl: ownAddress(settings),
    isDemo,
  })
  const signIns = isDemo ? await prepareDemo(identity, databases.app, clock()) : []

  const mailer = settings.mail && openMailer(settings.mail.smtpUrl, settings.mail.from)
  const { operatorEmail, sms, phonesRing } = settings
  // Browsers take notices only from a page that came by https, and from their own machine.
  const pushKey = isDemo || settings.url?.startsWith('https:') ? pushKeyFrom(secret) : undefined
  const contact = operatorEmail ? `mailto:${operatorEmail}` : (settings.url ?? '')
  const jobs = await startCityJobs({
    ...{ url: urls.app, clock, log },
    post: {
      ...{ mailer, site: settings.url, isDemo, phonesRing },
      push: isDemo || !pushKey ? undefined : openPush({ key: pushKey, contact }),
      sms: sms && { gateway: openSmsGateway(sms), centsEach: sms.centsEach },
    },
    accounts: identity,
    ...(mailer && operatorEmail && { onMissedDuties: alarmOperator(mailer, operatorEmail) }),
  })
  const site = siteAt(settings.url)
  const web = createWeb({
    ...{ databases, clock, identity, isDemo, site },
    ...{ sendsSms: isDemo || sms !== undefined, pushKey: pushKey?.publicKey, phonesRing },
    translation: translation && openTranslationEngine(translation),
    engineInside,
    clientAddresses: clientAddressesBehind({
      proxies: settings.proxies,
      onUnknownProxy: address => log.warn({ address }, unknownProxy),
    }),
    assetsFolder: join(projectFolder, 'dist', 'assets'),
    onFault: (error, reference) => log.error({ reference, err: error }, 'an answer failed'),
  })
  const kept = cachedWeb(web, { clock, site, listenUrl: urls.app })
  const server = await listen(kept, settings)
  return {
    url: settings.url ?? server.url,
    signIns,
    citiesWithoutAdministrator: isDemo ? [] : await withoutAdministrator(identity, databases.app),
    async stop() {
      await server.stop()
      await kept.stop()
      await jobs.stop()
      mailer?.close()
      await identity.stop()
      await Promise.all([databases.app.destroy(), databases.public.destroy()])
    },
  }
}

const unknownProxy =
  'A request says by X-Forwarded-For for whom it asks, but comes from no proxy of KIEZNETZ_PROXIES, so that is not ' +
  'believed. If it is your proxy, name it there: until then all visitors share the limits of one'

async function withoutAdministrator(identity: Identity, db: Database) {
  const slugs: string[] = []
  for (const city of await listCities(db))
    if (!(await hasAdministrator(identity, city))) slugs.push(city.slug)
  return slugs
}

async function prepareDemo(identity: Identity, db: Database, now: Temporal.Instant): Promise<SignIn[]> {
  const signIns: SignIn[] = []
  for (const city of await listCities(db)) {
    const language = city.languages[0] ?? 'de'
    await makeDemoAccounts(identity, city, now)
    const system = contextFor({ city, actor: { kind: 'system' }, db, now, language })
    await makeDemoHistory(system)
    await switchOnDemoParts(system)
    signIns.push(...(await listDemoSignIns(identity, city, now)))
  }
  return signIns
}
