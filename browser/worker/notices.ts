import { worker } from './surroundings.ts'

/** What our server sends (src/platform/push); it came encrypted, and only this phone could read it. */
type Notice = { tag: string; title: string; body: string; address: string; lang: string; dir: 'ltr' | 'rtl' }

/** Every push shows something: browsers take the right away from a page that hears and says nothing. */
export const showNotice = ({ title, address, ...shown }: Notice) =>
  worker.registration.showNotification(title, { ...shown, data: address })

/** Opens the page of the news, and only one of ours. */
export const openNotice = async (address: unknown) => {
  if (typeof address !== 'string' || URL.parse(address)?.origin !== location.origin) return
  await worker.clients.openWindow(address)
}
