/**
 * Makes what is read on this phone readable without a network (browser/sw.ts), and sends what waits once there is one.
 * On pages that everybody may read, never on personal ones.
 */
navigator.serviceWorker?.register('/sw.js').catch(() => {})
addEventListener('online', () => navigator.serviceWorker?.controller?.postMessage('send'))

export {}
