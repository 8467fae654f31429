/**
 * Whoever leaves quickly leaves this page out of the history of the tab: going back does not show it. Without scripts
 * the link works like any other.
 */
document.querySelector<HTMLAnchorElement>('a.leave')?.addEventListener('click', event => {
  event.preventDefault()
  if (event.currentTarget instanceof HTMLAnchorElement) location.replace(event.currentTarget.href)
})
