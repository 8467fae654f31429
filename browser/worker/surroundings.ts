/** What a worker is told and may do, as far as ours asks; the types of the DOM know pages only. */
export type Lasting = { waitUntil: (done: Promise<unknown>) => void }
export type Asked = Lasting & { request: Request; respondWith: (answer: Promise<Response>) => void }
export type Told = Lasting & { data: unknown }
export type OpenPage = { url: string; navigate: (address: string) => Promise<unknown> }

export type Pushed = Lasting & { data: { json: () => never } | null }
export type Tapped = Lasting & { notification: { data: unknown; close: () => void } }

type Events = {
  push: Pushed
  notificationclick: Tapped
  install: Lasting
  activate: Lasting
  fetch: Asked
  message: Told
  sync: Lasting
}

type Worker = {
  addEventListener: <Name extends keyof Events>(name: Name, handle: (event: Events[Name]) => void) => void
  skipWaiting: () => Promise<void>
  clients: {
    claim: () => Promise<void>
    openWindow: (address: string) => Promise<unknown>
    matchAll: (options: { type: 'window'; includeUncontrolled?: boolean }) => Promise<OpenPage[]>
  }
  /** Only some browsers tell a worker later that the network is back. */
  registration: {
    sync?: { register: (tag: string) => Promise<void> }
    showNotification: (title: string, shown: object) => Promise<void>
    getNotifications: () => Promise<{ close: () => void }[]>
  }
}

export const worker = globalThis as unknown as Worker
