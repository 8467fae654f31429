/** A button that opens the browser's own print dialogue; without scripts its place stays empty. */
class PrintButton extends HTMLElement {
  connectedCallback() {
    if (this.querySelector('button')) return
    const button = document.createElement('button')
    button.type = 'button'
    button.className = 'kern-btn kern-btn--secondary'
    button.textContent = this.getAttribute('label')
    button.addEventListener('click', () => window.print())
    this.append(button)
  }
}

customElements.define('print-button', PrintButton)
