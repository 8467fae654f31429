import { cp, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, test } from 'vitest'
import { desk, phone } from '../support/browser.ts'
import { journey } from '../support/journey.ts'
import { signsIn } from '../support/steps.ts'

const pack = await mkdtemp(join(tmpdir(), 'kieznetz-film-'))
afterAll(() => rm(pack, { recursive: true }))
await cp('cities/wiesbaden', pack, { recursive: true })
for (const file of ['sign-language.mp4', 'sign-language.vtt'])
  await cp(`tests/media/${file}`, join(pack, file))
const { url, open } = await journey({ pack })

test('a deaf mother watches the film in sign language, with its captions; nothing of it comes before', async () => {
  const page = await open({ viewport: phone })
  const asked: string[] = []
  page.on('request', request => void (request.url().includes('.mp4') && asked.push(request.url())))
  await page.goto(`${url}/de/explained`)
  expect(asked).toEqual([])
  const played = await page.locator('video').evaluate(async element => {
    const video = element as HTMLVideoElement
    await video.play()
    await new Promise(done => video.addEventListener('ended', done))
    const [captions] = video.textTracks
    const words = Array.from(captions?.cues ?? [], cue => (cue as VTTCue).text)
    return { seconds: video.currentTime, lines: video.videoHeight, words, shown: captions?.mode }
  })
  expect(played).toMatchObject({ lines: 120, words: ['Willkommen.'], shown: 'showing' })
  expect(played.seconds).toBeGreaterThan(1)
  expect(asked.length).toBeGreaterThan(0)
})

test('a lead speaks what stands there, without scripts; a father who does not read hears her on a tap', async () => {
  const lead = await open({ viewport: desk, javaScriptEnabled: false })
  await signsIn(lead, url, 'leitung')
  await lead.goto(`${url}/de/staff/programme/westend-krabbelgruppe`)
  await lead.getByRole('link', { name: 'Aufnahme zum Anhören' }).click()
  await lead.getByLabel('Aufnehmen oder Datei wählen').first().setInputFiles('tests/media/voice.m4a')
  await lead.getByRole('button', { name: 'Aufnahme speichern' }).first().click()
  await lead.getByText('Die Aufnahme ist gespeichert.').waitFor()

  const father = await open({ viewport: phone })
  const asked: string[] = []
  father.on('request', request => void (request.url().includes('/recordings/') && asked.push(request.url())))
  await father.goto(`${url}/de/offers/westend-krabbelgruppe`)
  expect(asked).toEqual([])
  const heard = await father.locator('audio').evaluate(async element => {
    const audio = element as HTMLAudioElement
    await audio.play()
    await new Promise(done => audio.addEventListener('ended', done))
    return audio.currentTime
  })
  expect(heard).toBeGreaterThan(1)
})
