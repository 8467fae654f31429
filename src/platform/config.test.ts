import { expect, test } from 'vitest'
import { readSettings, settingsTable } from './config.ts'

const ownDatabase = {
  DATABASE_URL: 'postgres://kieznetz_app:a@db.example.org/kieznetz',
  DATABASE_URL_PUBLIC: 'postgres://kieznetz_public:b@db.example.org/kieznetz',
  DATABASE_URL_OWNER: 'postgresql://kieznetz_owner:c@db.example.org/kieznetz',
  KIEZNETZ_SECRET: 'thirty-two characters or a few more',
}

test('without any setting it is a demo on this machine alone', () => {
  const settings = readSettings({})
  expect(settings).toMatchObject({ port: 3000, host: '127.0.0.1', demo: true, database: 'embedded' })
  expect(settings.dataFolder).toMatch(/\/var$/)
  expect(settings.cityPack).toMatch(/\/cities\/wiesbaden$/)
})

test('with a database of your own there is no demo unless somebody asks for it', () => {
  expect(readSettings(ownDatabase).demo).toBe(false)
  expect(readSettings({ ...ownDatabase, KIEZNETZ_DEMO: 'true' }).demo).toBe(true)
})

test.each([
  { HOST: '0.0.0.0' },
  { HOST: '::' },
  { HOST: '192.0.2.1' },
  { KIEZNETZ_URL: 'https://netz.example.org' },
])('what others can reach is a demo only if somebody says so: %o', reachable => {
  expect(readSettings(reachable).demo).toBe(false)
  expect(readSettings({ ...reachable, KIEZNETZ_DEMO: 'true' }).demo).toBe(true)
})

test.each([{ HOST: '::1' }, { HOST: 'localhost', KIEZNETZ_URL: 'http://netz.localhost:4000' }])(
  'what only this machine can reach is a demo by itself: %o',
  alone => {
    expect(readSettings(alone).demo).toBe(true)
  },
)

test('a variable that is set to nothing counts as not set', () => {
  expect(readSettings({ PORT: '', KIEZNETZ_DATA: ' ' })).toMatchObject({
    port: 3000,
    dataFolderIsOurChoice: true,
  })
})

test('proxies are a list of addresses and ranges', () => {
  expect(readSettings({ KIEZNETZ_PROXIES: '10.0.0.5, fd00::/8' }).proxies).toEqual(['10.0.0.5', 'fd00::/8'])
})

test.each([
  [{ PORT: 'http' }, 'PORT: a number from 0 to 65535'],
  [{ PORT: '70000' }, 'PORT: a number from 0 to 65535'],
  [{ KIEZNETZ_DEMO: 'no' }, 'KIEZNETZ_DEMO: true or false'],
  [{ KIEZNETZ_DEMOS: 'false' }, 'KIEZNETZ_DEMOS: there is no such setting'],
  [{ KIEZNETZ_SECRET: 'short' }, 'KIEZNETZ_SECRET: at least 32 characters'],
  [{ KIEZNETZ_LOG: 'loud' }, 'KIEZNETZ_LOG: one of error'],
  [{ KIEZNETZ_PROXIES: '10.0.0.5; 10.0.0.6' }, 'KIEZNETZ_PROXIES: addresses or ranges'],
  [{ KIEZNETZ_PROXIES: '0.0.0.0/64' }, 'KIEZNETZ_PROXIES: addresses or ranges'],
  [{ SMTP_URL: 'mail.example.org' }, 'SMTP_URL: an address like smtp://'],
  [{ SMTP_URL: 'smtp://mail.example.org' }, 'SMTP_FROM: needed with SMTP_URL'],
  [{ DATABASE_URL: 'mysql://db/x' }, 'DATABASE_URL: an address like postgres://'],
  [{ SMS_URL: 'gateway.example' }, 'SMS_URL: an address like https://'],
  [{ SMS_URL: 'https://gateway.example' }, 'SMS_BODY: needed with SMS_URL'],
  [{ SMS_BODY: '{"to":"{{to}}"}' }, 'SMS_BODY: a text with {{to}} and {{text}}'],
  [{ SMS_HEADER: 'Bearer x' }, 'SMS_HEADER: a header like'],
  [{ SMS_HEADER: 'X-Key: a\nb' }, 'SMS_HEADER: a header like'],
  [{ SMS_CENTS: '7,5' }, 'SMS_CENTS: whole cents'],
  [{ TRANSLATE_INSIDE_URL: 'https://93.184.216.34' }, 'TRANSLATE_INSIDE_URL: an engine on this machine'],
  [{ TRANSLATE_INSIDE_URL: 'http://[2606:4700::1111]:5000' }, 'TRANSLATE_INSIDE_URL: an engine on this'],
  [{ TRANSLATE_INSIDE_URL: 'http://134744072' }, 'TRANSLATE_INSIDE_URL: an engine on this machine'],
  [{ TRANSLATE_INSIDE_URL: 'engine' }, 'TRANSLATE_INSIDE_URL: an address like http://'],
  [{ PHONES_RING: '8-20' }, 'PHONES_RING: hours like 08:00-20:00'],
  [{ PHONES_RING: '20:00-08:00' }, 'PHONES_RING: hours like 08:00-20:00, of one day'],
  [
    { ...ownDatabase, DATABASE_URL_OWNER: '' },
    'DATABASE_URL_OWNER: missing, the three database addresses belong',
  ],
  [{ ...ownDatabase, KIEZNETZ_SECRET: '' }, 'KIEZNETZ_SECRET: needed with a database of your own'],
])('%o is refused by name', (given, sentence) => {
  expect(() => readSettings(given)).toThrow(sentence)
})

test('all that is wrong is said at once', () => {
  expect(() => readSettings({ PORT: 'x', KIEZNETZ_LOG: 'y' })).toThrow(/PORT: .*KIEZNETZ_LOG: /)
})

test('every setting stands once in the table', () => {
  const names = settingsTable.map(({ name }) => name)
  expect(new Set(names).size).toBe(names.length)
  expect(names).toContain('PORT')
})
