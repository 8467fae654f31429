import { existsSync } from 'node:fs'
import { isIP } from 'node:net'
import { dirname, join, resolve } from 'node:path'
import * as v from 'valibot'
import type { DatabaseUrls } from './database/prepare.ts'
import type { EngineSettings } from './machine-translation/translation-engine.ts'
import { OperatorError } from './operator-error.ts'
import { isOwnHouse } from './outside/own-house.ts'
import type { SmsSettings } from './sms/sms-gateway.ts'
import { isAddressOrRange } from './web/client-address.ts'
import { isThisMachine } from './web/site.ts'

export type Settings = {
  port: number
  host: string
  dataFolder: string
  /** Only a folder nobody asked for may be moved when the database's user cannot reach it. */
  dataFolderIsOurChoice: boolean
  demo: boolean
  database: DatabaseUrls | 'embedded'
  /** Where families and staff reach the product; undefined means the address it listens on. */
  url: string | undefined
  /** Addresses and ranges of the proxies that are believed when they say for whom they ask. */
  proxies: readonly string[]
  mail: { smtpUrl: string; from: string } | undefined
  /** Who begins translations; without it people do. */
  translation: EngineSettings | undefined
  /** A LibreTranslate of the own house, the only one that is given what families write. */
  translationInside: Omit<EngineSettings, 'kind'> | undefined
  sms: (SmsSettings & { centsEach: number }) | undefined
  /** Times of day by the clock of each city in which telephones may ring, such as 08:00 until 20:00. */
  phonesRing: { from: string; until: string } | undefined
  /** Who is told when a duty has stopped. */
  operatorEmail: string | undefined
  secret: string | undefined
  cityPack: string
  logLevel: LogLevel
}

/** Every setting, as `--help` and the README show it. */
export const settingsTable: { name: string; fallback: string; meaning: string }[] = [
  { name: 'PORT', fallback: '3000', meaning: 'Port of the web server' },
  { name: 'HOST', fallback: '127.0.0.1', meaning: 'Address it listens on; 0.0.0.0 for all' },
  { name: 'KIEZNETZ_DATA', fallback: './var', meaning: 'Folder of the embedded database and its secrets' },
  {
    name: 'KIEZNETZ_DEMO',
    fallback: 'true if embedded and for this machine alone',
    meaning: 'Demo accounts and the mailbox page: true or false',
  },
  {
    name: 'KIEZNETZ_CITY_PACK',
    fallback: 'cities/wiesbaden',
    meaning: 'City pack imported into an empty database',
  },
  {
    name: 'KIEZNETZ_SECRET',
    fallback: 'made and kept in the data folder',
    meaning: 'Key of sessions and second factors, 32 characters or more: keep it with your backups',
  },
  {
    name: 'KIEZNETZ_LOG',
    fallback: 'info',
    meaning: 'How much is logged: error, warn, info, debug or silent',
  },
  {
    name: 'KIEZNETZ_URL',
    fallback: 'the address it listens on',
    meaning: 'Where staff sign in and where links in mails lead, such as https://netz.example.org',
  },
  {
    name: 'KIEZNETZ_PROXIES',
    fallback: 'those on this machine',
    meaning: 'Proxies in front of it, as addresses or ranges: 10.0.0.5, 172.18.0.0/16',
  },
  {
    name: 'OPERATOR_EMAIL',
    fallback: 'none',
    meaning: 'Who gets a mail when a scheduled job has stopped; needs SMTP_URL',
  },
  { name: 'SMTP_FROM', fallback: 'none', meaning: 'Sender of the mails; belongs to SMTP_URL' },
  {
    name: 'SMTP_URL',
    fallback: 'none',
    meaning: 'Mail server, smtp://user:password@host:587; without it mails wait',
  },
  {
    name: 'SMS_URL',
    fallback: 'none',
    meaning: 'SMS gateway that takes a POST; without it families with a mobile phone alone are called',
  },
  {
    name: 'SMS_BODY',
    fallback: 'none',
    meaning: 'What is posted, JSON or a form, with {{to}}, {{text}} and {{id}} in it; belongs to SMS_URL',
  },
  {
    name: 'SMS_HEADER',
    fallback: 'none',
    meaning: 'Header that proves who sends, such as "Authorization: Bearer …"',
  },
  { name: 'SMS_CENTS', fallback: '8', meaning: 'What one part of an SMS costs, in cents' },
  {
    name: 'PHONES_RING',
    fallback: '08:00-20:00',
    meaning: 'When SMS and notices may make a telephone ring, unless a centre says otherwise',
  },
  {
    name: 'TRANSLATE_WITH',
    fallback: 'nobody',
    meaning: 'Engine that begins translations of offers: libretranslate or deepl',
  },
  {
    name: 'TRANSLATE_URL',
    fallback: 'none',
    meaning: 'Where it answers, such as http://127.0.0.1:5000; belongs to TRANSLATE_WITH',
  },
  { name: 'TRANSLATE_KEY', fallback: 'none', meaning: 'Key of the engine, where it asks for one' },
  {
    name: 'TRANSLATE_INSIDE_URL',
    fallback: 'none',
    meaning: 'LibreTranslate on this machine or in a private network, for what families write to staff',
  },
  { name: 'TRANSLATE_INSIDE_KEY', fallback: 'none', meaning: 'Its key, where it asks for one' },
  {
    name: 'DATABASE_URL',
    fallback: 'embedded database',
    meaning: 'Your own PostgreSQL 18 as kieznetz_app; all three addresses or none',
  },
  { name: 'DATABASE_URL_PUBLIC', fallback: 'embedded database', meaning: 'The same as kieznetz_public' },
  { name: 'DATABASE_URL_OWNER', fallback: 'embedded database', meaning: 'The same as kieznetz_owner' },
]

/**
 * Reads the settings; this is the only place that looks at the environment. Throws one OperatorError that
 * names every wrong setting.
 */
export function readSettings(environment: NodeJS.ProcessEnv = process.env): Settings {
  const given = Object.fromEntries(Object.entries(environment).filter(([, value]) => value?.trim()))
  const parsed = v.safeParse(schema, given)
  const faults = [
    ...(parsed.issues ?? []).map(({ path, message }) => `${path?.[0]?.key}: ${message}`),
    ...unknownNames(given).map(name => `${name}: there is no such setting`),
    ...missingTogether(given),
  ]
  if (!parsed.success || faults.length > 0)
    throw new OperatorError(
      `Some settings cannot be used. ${faults.join('; ')}. "kieznetz --help" lists them all.`,
    )

  const { output } = parsed
  const database = databaseOf(output)
  return {
    port: output.PORT,
    host: output.HOST,
    dataFolder: output.KIEZNETZ_DATA ? resolve(output.KIEZNETZ_DATA) : join(projectFolder, 'var'),
    dataFolderIsOurChoice: output.KIEZNETZ_DATA === undefined,
    demo: output.KIEZNETZ_DEMO
      ? output.KIEZNETZ_DEMO === 'true'
      : database === 'embedded' && isForThisMachineAlone(output),
    database,
    url: output.KIEZNETZ_URL,
    proxies: output.KIEZNETZ_PROXIES,
    mail:
      output.SMTP_URL && output.SMTP_FROM ? { smtpUrl: output.SMTP_URL, from: output.SMTP_FROM } : undefined,
    translation:
      output.TRANSLATE_WITH && output.TRANSLATE_URL
        ? { kind: output.TRANSLATE_WITH, url: output.TRANSLATE_URL, key: output.TRANSLATE_KEY }
        : undefined,
    translationInside: output.TRANSLATE_INSIDE_URL
      ? { url: output.TRANSLATE_INSIDE_URL, key: output.TRANSLATE_INSIDE_KEY }
      : undefined,
    sms:
      output.SMS_URL && output.SMS_BODY
        ? {
            ...{ url: output.SMS_URL, body: output.SMS_BODY, header: output.SMS_HEADER },
            centsEach: output.SMS_CENTS,
          }
        : undefined,
    phonesRing: output.PHONES_RING,
    operatorEmail: output.OPERATOR_EMAIL,
    secret: output.KIEZNETZ_SECRET,
    cityPack: output.KIEZNETZ_CITY_PACK
      ? resolve(output.KIEZNETZ_CITY_PACK)
      : join(projectFolder, 'cities', 'wiesbaden'),
    logLevel: output.KIEZNETZ_LOG,
  }
}

/** The folder of the program: migrations, messages, city packs and built files lie in it. */
export const projectFolder = folderWithPackage(import.meta.dirname)

const logLevels = ['error', 'warn', 'info', 'debug', 'silent'] as const
type LogLevel = (typeof logLevels)[number]

const databaseUrl = v.optional(
  v.pipe(
    v.string(),
    v.check(
      hasProtocol('postgres:', 'postgresql:'),
      'an address like postgres://user:password@host:5432/kieznetz',
    ),
  ),
)

const engineKey = v.optional(v.pipe(v.string(), v.regex(/^[\x21-\x7e]+$/, 'a key without spaces')))

const schema = v.object({
  PORT: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^\d{1,5}$/, 'a number from 0 to 65535'),
      v.transform(Number),
      v.maxValue(65535, 'a number from 0 to 65535'),
    ),
    '3000',
  ),
  HOST: v.optional(v.string(), '127.0.0.1'),
  KIEZNETZ_DATA: v.optional(v.string()),
  KIEZNETZ_DEMO: v.optional(v.picklist(['true', 'false'], 'true or false')),
  KIEZNETZ_CITY_PACK: v.optional(v.string()),
  KIEZNETZ_SECRET: v.optional(v.pipe(v.string(), v.minLength(32, 'at least 32 characters'))),
  KIEZNETZ_LOG: v.optional(v.picklist(logLevels, `one of ${logLevels.join(', ')}`), 'info'),
  SMTP_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(hasProtocol('smtp:', 'smtps:'), 'an address like smtp://user:password@host:587'),
    ),
  ),
  SMS_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(hasProtocol('http:', 'https:'), 'an address like https://gateway.example/messages'),
    ),
  ),
  SMS_BODY: v.optional(
    v.pipe(
      v.string(),
      v.check(
        text => text.includes('{{to}}') && text.includes('{{text}}'),
        'a text with {{to}} and {{text}} in it',
      ),
    ),
  ),
  SMS_HEADER: v.optional(
    v.pipe(v.string(), v.regex(/^[\w-]+:\s*[\x20-\x7e]+$/, 'a header like "Authorization: Bearer …"')),
  ),
  SMS_CENTS: v.optional(
    v.pipe(v.string(), v.regex(/^\d{1,3}$/, 'whole cents from 0 to 999'), v.transform(Number)),
    '8',
  ),
  PHONES_RING: v.optional(
    v.pipe(
      v.string(),
      v.regex(/^([01]\d|2[0-3]):[0-5]\d-([01]\d|2[0-3]):[0-5]\d$/, 'hours like 08:00-20:00'),
      v.transform(text => ({ from: text.slice(0, 5), until: text.slice(6) })),
      v.check(({ from, until }) => from < until, 'hours like 08:00-20:00, of one day'),
    ),
  ),
  TRANSLATE_WITH: v.optional(v.picklist(['libretranslate', 'deepl'], 'libretranslate or deepl')),
  TRANSLATE_URL: v.optional(
    v.pipe(v.string(), v.check(hasProtocol('http:', 'https:'), 'an address like http://127.0.0.1:5000')),
  ),
  TRANSLATE_KEY: engineKey,
  TRANSLATE_INSIDE_URL: v.optional(
    v.pipe(
      v.string(),
      v.check(hasProtocol('http:', 'https:'), 'an address like http://127.0.0.1:5000'),
      // A name is looked up when the program starts.
      v.check(
        text => !namesAddressOutside(text),
        'an engine on this machine or in a private network; what families write goes nowhere else',
      ),
    ),
  ),
  TRANSLATE_INSIDE_KEY: engineKey,
  OPERATOR_EMAIL: v.optional(v.pipe(v.string(), v.email('an address like it@example.org'))),
  SMTP_FROM: v.optional(v.pipe(v.string(), v.email('an address like netz@example.org'))),
  KIEZNETZ_URL: v.optional(
    v.pipe(v.string(), v.check(hasProtocol('http:', 'https:'), 'an address like https://netz.example.org')),
  ),
  KIEZNETZ_PROXIES: v.optional(
    v.pipe(
      v.string(),
      v.transform(text => text.split(',').map(entry => entry.trim())),
      v.everyItem(isAddressOrRange, 'addresses or ranges with a comma between, like 10.0.0.5, 172.18.0.0/16'),
    ),
    '127.0.0.1',
  ),
  DATABASE_URL: databaseUrl,
  DATABASE_URL_PUBLIC: databaseUrl,
  DATABASE_URL_OWNER: databaseUrl,
})

const databaseNames = ['DATABASE_URL', 'DATABASE_URL_PUBLIC', 'DATABASE_URL_OWNER'] as const

const databaseOf = (output: v.InferOutput<typeof schema>): DatabaseUrls | 'embedded' =>
  output.DATABASE_URL && output.DATABASE_URL_PUBLIC && output.DATABASE_URL_OWNER
    ? { app: output.DATABASE_URL, public: output.DATABASE_URL_PUBLIC, owner: output.DATABASE_URL_OWNER }
    : 'embedded'

/** A demo has known passwords and an open mailbox: whoever shows it to others says so. */
const isForThisMachineAlone = ({ HOST, KIEZNETZ_URL }: v.InferOutput<typeof schema>) =>
  isThisMachine(HOST) && (!KIEZNETZ_URL || isThisMachine(new URL(KIEZNETZ_URL).hostname))

function missingTogether(given: Record<string, string | undefined>): string[] {
  const faults = [
    ...(given.SMTP_URL && !given.SMTP_FROM ? ['SMTP_FROM: needed with SMTP_URL'] : []),
    ...(given.SMS_URL && !given.SMS_BODY ? ['SMS_BODY: needed with SMS_URL'] : []),
    ...(given.TRANSLATE_WITH && !given.TRANSLATE_URL ? ['TRANSLATE_URL: needed with TRANSLATE_WITH'] : []),
  ]
  const missing = databaseNames.filter(name => !given[name])
  if (missing.length === databaseNames.length) return faults
  faults.push(...missing.map(name => `${name}: missing, the three database addresses belong together`))
  if (!given.KIEZNETZ_SECRET) faults.push('KIEZNETZ_SECRET: needed with a database of your own')
  return faults
}

/** A misspelt KIEZNETZ_DEMO=false would leave the demo accounts open. */
const unknownNames = (given: Record<string, string | undefined>) =>
  Object.keys(given).filter(name => name.startsWith('KIEZNETZ_') && !(name in schema.entries))

function hasProtocol(...protocols: string[]) {
  return (text: string) => URL.canParse(text) && protocols.includes(new URL(text).protocol)
}

function namesAddressOutside(text: string) {
  if (!URL.canParse(text)) return false
  const host = new URL(text).hostname.replace(/^\[(.*)\]$/, '$1')
  return isIP(host) !== 0 && !isOwnHouse(host)
}

function folderWithPackage(folder: string): string {
  if (existsSync(join(folder, 'package.json'))) return folder
  const above = dirname(folder)
  if (above === folder) throw new Error('The program does not lie in its package')
  return folderWithPackage(above)
}
