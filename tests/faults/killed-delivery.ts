/** Started by killed-delivery.test.ts as a process of its own: works off the messages that wait, until it is killed. */
import { startCityJobs } from '../../src/app/index.ts'
import { openMailer } from '../../src/platform/mail/mailer.ts'

const [, , url = '', smtpUrl = ''] = process.argv
await startCityJobs({
  ...{ url, post: { mailer: openMailer(smtpUrl, 'netz@kiez.example'), isDemo: false } },
  ...{ clock: () => Temporal.Now.instant(), log: { info: () => {}, error: () => {} } },
  accounts: { baseUrl: '', auth: () => Promise.reject(new Error('Nobody signs in here')) },
})
