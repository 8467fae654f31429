import { createHash } from 'node:crypto'
import { Button, Fold, Section, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'

export type PushOnPage = {
  /** By which browsers know the sender; undefined where nothing can be sent. */
  publicKey: string | undefined
  /** The phones that hear of everything on the page. */
  endpoints: readonly string[]
}

type Props = { push: PushOnPage; action: string; wording: Wording }

/**
 * Notices for this phone: off until the family says yes, and it reads before whose servers carry them. Only a script can
 * ask the browser, so without one the place stays empty.
 */
export const PushForm = ({ push: { publicKey, endpoints }, action, wording: { t } }: Props) =>
  publicKey && (
    <push-choice data-key={publicKey} data-known={endpoints.map(hashOf).join(' ')} hidden>
      <Fold title={t('household.push.title')} id="push">
        <Stack>
          <p>{t('household.push.what')}</p>
          <p>{t('household.push.whose')}</p>
          <p data-blocked hidden>
            <strong>{t('household.push.blocked')}</strong>
          </p>
          <form method="post" action={action} data-does="accept">
            {['endpoint', 'p256dh', 'auth'].map(name => (
              <input type="hidden" name={name} />
            ))}
            <Button>{t('household.push.accept')}</Button>
          </form>
          <form method="post" action={action} data-does="refuse">
            <input type="hidden" name="endpoint" />
            <Button kind="quiet" name="do" value="stop">
              {t('household.push.refuse')}
            </Button>
          </form>
        </Stack>
      </Fold>
    </push-choice>
  )

/**
 * How many phones hear, whosever they are: somebody else may have had the link in hand. Whoever finds one too many stops
 * them all; no script is needed for that.
 */
export const PhonesThatHear = ({ push: { endpoints }, action, wording: { t } }: Props) =>
  endpoints.length > 0 && (
    <Section title={t('household.push.phones', { count: endpoints.length })} id="phones">
      <Stack>
        <p>{t('household.push.phonesHint')}</p>
        <form method="post" action={action}>
          <Button kind="quiet" name="do" value="stop-all">
            {t('household.push.stopAll')}
          </Button>
        </form>
      </Stack>
    </Section>
  )

/** The page of one phone does not tell the next one where it is. */
const hashOf = (endpoint: string) => createHash('sha256').update(endpoint).digest('hex')

declare module 'hono/jsx' {
  namespace JSX {
    interface IntrinsicElements {
      /** browser/push-choice.ts */
      'push-choice': { 'data-key': string; 'data-known': string; hidden?: boolean; children?: unknown }
    }
  }
}
