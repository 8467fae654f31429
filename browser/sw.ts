import { answerAsked } from './worker/answer.ts'
import { sendCancellations, sendSoon } from './worker/kept-cancellations.ts'
import { forgetOld, forgetPages, keepPage, mayBeKept } from './worker/kept-pages.ts'
import { openNotice, showNotice } from './worker/notices.ts'
import { keepSparePages, languageOf } from './worker/spare-pages.ts'
import { worker } from './worker/surroundings.ts'

/** Served as /sw.js: what a phone does when there is no network. Each of its duties is a file in browser/worker. */
worker.addEventListener('install', event => event.waitUntil(worker.skipWaiting()))
worker.addEventListener('activate', event => event.waitUntil(begin()))
worker.addEventListener('fetch', answerAsked)
worker.addEventListener('sync', event => event.waitUntil(sendCancellations(Date.now())))
worker.addEventListener('push', event => {
  if (event.data) event.waitUntil(showNotice(event.data.json()))
})
worker.addEventListener('notificationclick', event => {
  event.notification.close()
  event.waitUntil(openNotice(event.notification.data))
})
worker.addEventListener('message', event => {
  if (event.data === 'forget') event.waitUntil(forgetPages())
  if (event.data === 'send') event.waitUntil(sendSoon(Date.now()))
})

/** The page that is open came before this worker, and is read again for it. */
async function begin() {
  await worker.clients.claim()
  await forgetOld(Date.now())
  const open = await worker.clients.matchAll({ type: 'window' })
  for (const { url } of open.filter(({ url }) => mayBeKept(new URL(url)))) {
    await keepPage(url, await fetch(url), Date.now())
    await keepSparePages(languageOf(url))
  }
}
