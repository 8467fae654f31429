import { ageInMonths, isDue, yearFrom } from '../src/due/due.ts'

/**
 * Shows what is due at the age of a child whose month of birth is chosen. The month stays in the field: it is not sent,
 * and gone with the page. Without scripts everything stands below each other by age.
 */
class DueNow extends HTMLElement {
  connectedCallback() {
    const choose = this.querySelector<HTMLElement>('[data-choose]')
    const month = this.querySelector('select')
    const year = this.querySelector('input')
    if (!choose || !month || !year) return
    choose.hidden = false
    year.value = String(new Date().getFullYear())
    for (const field of [month, year])
      field.addEventListener('input', () => this.show(Number(month.value), yearFrom(year.value)))
  }

  private show(month: number, year: number) {
    const now = new Date()
    const age = ageInMonths(month, year, { year: now.getFullYear(), month: now.getMonth() + 1 })
    const matters = [...this.querySelectorAll<HTMLElement>('[data-from]')]
    const due = matters.filter(
      ({ dataset }) =>
        age !== undefined && isDue(age, { from: Number(dataset.from), until: Number(dataset.until) }),
    )
    for (const matter of matters) matter.hidden = due.length > 0 && !due.includes(matter)
    const status = this.querySelector('[role=status]')
    const said = this.getAttribute(due.length > 0 ? 'now' : 'nothing')
    if (status) status.textContent = age === undefined ? '' : said
  }
}

customElements.define('due-now', DueNow)
