/**
 * Whoever leaves quickly leaves this page out of the history of the tab, so that going back does not show it, and
 * nothing on the phone that can be read without a network. Without scripts the link works like any other.
 */
document.querySelector<HTMLAnchorElement>('a.leave')?.addEventListener('click', event => {
  event.preventDefault()
  const { href } = event.currentTarget as HTMLAnchorElement
  const leave = () => location.replace(href)
  // A page that was loaded anew past its worker has no controller, and the worker is told nonetheless.
  Promise.race([forget(), new Promise(resolve => setTimeout(resolve, longestMilliseconds))]).then(
    leave,
    leave,
  )
})

const longestMilliseconds = 100

const forget = async () => (await navigator.serviceWorker?.getRegistration())?.active?.postMessage('forget')
