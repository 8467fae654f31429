import { afterEach, expect, test, vi } from 'vitest'
import { openNotice, showNotice } from '../browser/worker/notices.ts'

const notice = {
  ...{ tag: '0190-id', title: 'Ein Platz ist frei', body: 'KiEZ Westend' },
  ...{ address: 'https://kiez.example/de/my/0123456789012345678901', lang: 'de', dir: 'ltr' as const },
}

const showNotification = vi.fn(async () => {})
const openWindow = vi.fn(async () => {})
vi.stubGlobal('registration', { showNotification })
vi.stubGlobal('clients', { openWindow })
vi.stubGlobal('location', { origin: 'https://kiez.example' })
afterEach(() => vi.clearAllMocks())

test('a phone shows the notice in its language, and opens its page with a tap', async () => {
  await showNotice(notice)
  const { title, address, ...shown } = notice
  expect(showNotification).toHaveBeenCalledWith(title, { ...shown, data: address })
  await openNotice(address)
  expect(openWindow).toHaveBeenCalledWith(address)
})

test.each(['https://evil.example/de/my/0123456789012345678901', 'javascript:alert(1)', '', undefined])(
  'it opens no other place: %s',
  async address => {
    await openNotice(address)
    expect(openWindow).not.toHaveBeenCalled()
  },
)
