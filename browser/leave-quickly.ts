/**
 * Whoever leaves quickly leaves this page out of the history of the tab, so that going back does not show it, and
 * nothing on the phone that can be read without a network. Without scripts the link works like any other.
 */
document.querySelector<HTMLAnchorElement>('a.leave')?.addEventListener('click', event => {
  event.preventDefault()
  navigator.serviceWorker?.controller?.postMessage('forget')
  if (event.currentTarget instanceof HTMLAnchorElement) location.replace(event.currentTarget.href)
})
