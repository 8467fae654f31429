import { expect, test } from 'vitest'
import { overCities } from '../../src/app/jobs.ts'
import { decideJointActivities } from '../../src/planning/index.ts'
import { connect } from '../../src/platform/database/connect.ts'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { fillsIn, headingOf, mainOf, signsIn } from '../support/steps.ts'

const { url, open, moveTimeTo, database } = await journey()
const picnic = 'westend-samstags-picknick'

test('a lead plans a picnic, two families are too few, and everybody hears that it is off; the next takes place', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/${picnic}`)
  await lead.getByRole('link', { name: 'Gemeinsam unternehmen' }).click()
  await lead.locator('[name="meetingPoint.de"]').fill('Am Brunnen, bei der gelben Fahne')
  await lead.locator('[name="meetingPoint.ar"]').fill('عند النافورة')
  await lead.locator('[name=minimum]').fill('3')
  await lead.locator('[name=daysBefore]').fill('3')
  await lead.locator('[name="things.0.name.de"]').fill('Salat')
  await lead.getByText('In anderen Sprachen').first().click()
  await lead.locator('[name="things.0.name.ar"]').fill('سلطة')
  await lead.locator('[name="things.0.needed"]').fill('1')
  await lead.getByRole('button', { name: 'Speichern' }).click()
  expect(await mainOf(lead)).toContain('Gespeichert.')

  const mother = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await mother.goto(`${url}/ar/offers/${picnic}`)
  expect(await mainOf(mother)).toContain('عند النافورة')
  await mother.getByRole('link', { name: 'سجّلوا الآن', exact: true }).click()
  const form = mother.url().replace('/ar/', '/de/')
  await fillsIn(mother, { called: 'نور', child: 'آدم', email: 'nour@example.org' })
  await mother.getByLabel('سلطة').check()
  await mother.getByRole('main').getByRole('button', { name: 'تسجيل', exact: true }).click()
  expect(await headingOf(mother)).toBe('مكانكم محجوز')
  expect(await mother.getByLabel('سلطة').isChecked()).toBe(true)

  const father = await open({ viewport: phone, javaScriptEnabled: false })
  await father.goto(form)
  expect(await mainOf(father)).toContain('1 von 1 vergeben')
  expect(await father.getByLabel('Salat').isDisabled()).toBe(true)
  expect(await mainOf(father)).not.toContain('نور')
  await fillsIn(father, { called: 'Emil', child: 'Ida', phone: '0611 4711' })
  await father.getByRole('main').getByRole('button', { name: 'Anmelden', exact: true }).click()
  const own = father.url()

  await decideAt('2026-11-18T11:00:00Z')
  await father.goto(own.replace(/\?.*/, ''))
  await father.getByRole('heading', { level: 1 }).getByRole('link').click()
  expect(await mainOf(father)).toContain('zu wenige')

  const mailbox = await open({ viewport: phone, locale: 'ar', javaScriptEnabled: false })
  await expect
    .poll(
      async () => {
        await mailbox.goto(`${url}/ar/demo/mailbox`)
        return mainOf(mailbox)
      },
      { timeout: 15_000 },
    )
    .toContain('أُلغي الموعد:')

  const later = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(later, url, 'leitung')
  await later.goto(`${url}/de/staff`)
  expect(await mainOf(later)).toContain('Von selbst abgesagt, zu wenige: Picknick am Samstag')
  await later.goto(`${url}/de/staff/calls`)
  expect(await mainOf(later)).toContain('Emil')

  await later.goto(`${url}/de/staff/programme/${picnic}/together`)
  expect(await mainOf(later)).toContain('Von selbst abgesagt')
  await later.getByRole('button', { name: /^Findet trotzdem statt.*19\. Dezember/ }).click()
  expect(await mainOf(later)).toContain('Der Termin findet statt')
  await mother.goto(`${url}/ar/offers/${picnic}`)
  expect(await mainOf(mother)).toContain('سيُقام')
})

/** The turn that the job takes every few minutes. */
const decideAt = async (moment: string) => {
  const now = Temporal.Instant.from(moment)
  moveTimeTo(now)
  const db = connect(database.app)
  const job = { name: 'decide-joint-activities', everySeconds: 300, run: decideJointActivities }
  await overCities(job, { db, clock: () => now }).run({ data: {}, attempt: 1, isLastAttempt: false })
  await db.destroy()
}
