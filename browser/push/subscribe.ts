/** As much of what a browser keeps of a phone that said yes as matters here. */
type Kept = Pick<PushSubscription, 'unsubscribe' | 'toJSON'> & {
  options?: Pick<PushSubscriptionOptions, 'applicationServerKey'>
}

/**
 * Whether what the browser keeps was made for this sender. The key follows from the secret of the installation: with
 * another secret the makers of browsers take nothing more for the old one. A browser that does not say is believed.
 */
export const isMadeFor = ({ options }: Kept, publicKey: string) =>
  !options?.applicationServerKey || base64url(new Uint8Array(options.applicationServerKey)) === publicKey

/** The phone hears of this sender from now on; what was made for another one goes first, or the browser refuses. */
export async function subscribe<Subscription extends Kept>(
  pushManager: {
    getSubscription: () => Promise<Subscription | null>
    subscribe: (options: PushSubscriptionOptionsInit) => Promise<Subscription>
  },
  publicKey: string,
) {
  const kept = await pushManager.getSubscription()
  if (kept && isMadeFor(kept, publicKey)) return kept
  await kept?.unsubscribe()
  return pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: publicKey })
}

/** As the page carries the key: without filling, and with - and _. */
const base64url = (bytes: Uint8Array) =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')
