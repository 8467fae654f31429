/**
 * A button that makes a passkey, or signs in with one. It is there only where the browser knows passkeys; the
 * password works beside it, and without a script nothing looks broken.
 */
class PasskeyButton extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('button') || !knowsPasskeys()) return

    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'kern-btn kern-btn--secondary'
    button.textContent = this.dataset.label ?? ''
    const news = document.createElement('p')
    news.setAttribute('role', 'alert')
    this.append(button, news)

    button.addEventListener('click', async () => {
      button.disabled = true
      news.textContent = ''
      try {
        await (this.dataset.does === 'register' ? register() : signIn())
        location.assign(this.dataset.next ?? '/')
      } catch {
        // Whether she cancelled or the key is unknown: the way out is the same.
        news.textContent = this.dataset.failed ?? ''
        button.disabled = false
      }
    })
  }
}

const knowsPasskeys = () =>
  'PublicKeyCredential' in window && 'parseCreationOptionsFromJSON' in PublicKeyCredential

const register = async () => {
  const options = await ask('generate-register-options')
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(options)
  await tell('verify-registration', await navigator.credentials.create({ publicKey }))
}

const signIn = async () => {
  const options = await ask('generate-authenticate-options')
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(options)
  await tell(
    `verify-authentication${deviceIsShared() ? '?shared=yes' : ''}`,
    await navigator.credentials.get({ publicKey }),
  )
}

/** The box beside the password counts for a passkey too. */
const deviceIsShared = () => document.querySelector<HTMLInputElement>('input[name=shared]')?.checked === true

const ask = async (step: string) => (await answered(fetch(at(step)))).json()

const tell = (step: string, credential: Credential | null) =>
  answered(
    fetch(at(step), {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ response: (credential as PublicKeyCredential | null)?.toJSON() }),
    }),
  )

const answered = async (asked: Promise<Response>) => {
  const answer = await asked
  if (!answer.ok) throw new Error(`Answered with ${answer.status}`)
  return answer
}

const at = (step: string) => `/api/auth/passkey/${step}`

customElements.define('passkey-button', PasskeyButton)
