/**
 * Puts a big − and + beside the number field it holds, so that heads are counted with one thumb. The field stays
 * what the form sends; every press is also announced.
 */
class CountStepper extends HTMLElement {
  connectedCallback() {
    const input = this.querySelector('input')
    if (!input || this.querySelector('button')) return

    const announcement = document.createElement('span')
    announcement.className = 'kern-sr-only'
    announcement.setAttribute('role', 'status')

    const less = stepButton('−', this.getAttribute('less') ?? '')
    const more = stepButton('+', this.getAttribute('more') ?? '')

    const step = (by: number) => {
      const count = Math.min(
        Number(input.max || 999),
        Math.max(Number(input.min || 0), Number(input.value) + by),
      )
      if (count === Number(input.value)) return
      input.value = String(count)
      announcement.textContent = String(count)
      input.dispatchEvent(new Event('input', { bubbles: true }))
      input.dispatchEvent(new Event('change', { bubbles: true }))
    }

    less.addEventListener('click', () => step(-1))
    more.addEventListener('click', () => step(1))
    this.prepend(less)
    this.append(announcement, more)
  }
}

const stepButton = (sign: string, name: string) => {
  const button = document.createElement('button')
  button.type = 'button'
  button.textContent = sign
  button.setAttribute('aria-label', name)
  return button
}

customElements.define('count-stepper', CountStepper)
