import { readAloud, voiceFor } from '../src/programme/voices.ts'

/**
 * Reads the words of an offer aloud with the voice of the device, once somebody asks for it. Where the device has no
 * voice of its own for the language, there is no button; without scripts neither.
 */
class ListenAloud extends HTMLElement {
  connectedCallback() {
    if (!('speechSynthesis' in window)) return
    this.offer()
    // Many phones know their voices only some time after the page has come.
    speechSynthesis.addEventListener('voiceschanged', () => this.offer())
    addEventListener('pagehide', () => speechSynthesis.cancel())
    this.querySelector('button')?.addEventListener('click', () => this.toggle())
  }

  private get voice() {
    return voiceFor(speechSynthesis.getVoices(), this.lang)
  }

  private offer() {
    this.hidden = !this.voice
  }

  private toggle() {
    const isReading = this.dataset.reading === 'yes'
    speechSynthesis.cancel()
    if (isReading) return this.say(false)
    const parts = [...document.querySelectorAll(readAloud)].map(part => part.textContent)
    const voice = this.voice
    if (!voice) return
    this.say(true)
    for (const [index, part] of parts.entries()) {
      const spoken = new SpeechSynthesisUtterance(part)
      spoken.voice = voice
      spoken.lang = voice.lang
      if (index === parts.length - 1) spoken.addEventListener('end', () => this.say(false))
      speechSynthesis.speak(spoken)
    }
  }

  private say(isReading: boolean) {
    this.dataset.reading = isReading ? 'yes' : 'no'
    const label = this.querySelector('span')
    if (label) label.textContent = this.getAttribute(isReading ? 'stop' : 'start')
  }
}

customElements.define('listen-aloud', ListenAloud)
