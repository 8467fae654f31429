import { isMadeFor, subscribe } from './push/subscribe.ts'

/**
 * Lets a family switch notices on and off for this phone. Without scripts, or where the browser knows no push, its place
 * stays empty. It asks for nothing before the button is pressed.
 */
class PushChoice extends HTMLElement {
  async connectedCallback() {
    if (!('serviceWorker' in navigator) || !('PushManager' in window)) return
    const registration = await navigator.serviceWorker.getRegistration('/')
    const kept = await registration?.pushManager.getSubscription()
    const endpoint = kept?.endpoint ?? ''
    const isOn = kept && isMadeFor(kept, this.publicKey()) && this.isKnown(await hashOf(endpoint))
    const [accept, refuse] = [this.form('accept'), this.form('refuse')]
    accept.hidden = Boolean(isOn)
    refuse.hidden = !isOn
    fill(refuse, { endpoint })
    accept.addEventListener('submit', event => {
      event.preventDefault()
      this.accept(accept).catch(() => {
        for (const hint of this.querySelectorAll<HTMLElement>('[data-blocked]')) hint.hidden = false
      })
    })
    this.hidden = false
  }

  async accept(form: HTMLFormElement) {
    if ((await Notification.requestPermission()) !== 'granted') throw new Error('not allowed')
    await navigator.serviceWorker.register('/sw.js')
    const { pushManager } = await navigator.serviceWorker.ready
    const { endpoint = '', keys = {} } = (await subscribe(pushManager, this.publicKey())).toJSON()
    fill(form, { endpoint, p256dh: keys.p256dh ?? '', auth: keys.auth ?? '' })
    form.submit()
  }

  publicKey() {
    return this.dataset.key ?? ''
  }

  isKnown(hash: string) {
    return (this.dataset.known ?? '').split(' ').includes(hash)
  }

  form(name: string) {
    const form = this.querySelector<HTMLFormElement>(`form[data-does=${name}]`)
    if (!form) throw new Error(`There is no form ${name}`)
    return form
  }
}

const fill = (form: HTMLFormElement, values: Record<string, string>) => {
  for (const [name, value] of Object.entries(values)) {
    const field = form.elements.namedItem(name)
    if (field instanceof HTMLInputElement) field.value = value
  }
}

/** The page names phones by their hash alone. */
const hashOf = async (endpoint: string) => {
  const bytes = new Uint8Array(await crypto.subtle.digest('SHA-256', new TextEncoder().encode(endpoint)))
  return [...bytes].map(byte => byte.toString(16).padStart(2, '0')).join('')
}

customElements.define('push-choice', PushChoice)
