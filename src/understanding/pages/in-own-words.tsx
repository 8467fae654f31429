import { ConfirmButton, Notice } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { Understood } from '../understand-on-page.ts'

/** What the engine of the house made of some words, and whether there is one to be asked. */
export type Shown = { mayAsk: boolean; said: Understood | undefined }

/** Has what a family wrote said in the reader's language. */
export const UnderstandButton = ({
  action,
  fields = {},
  wording: { t },
}: {
  action: string
  fields?: Record<string, string>
  wording: Wording
}) => (
  <ConfirmButton {...{ action, fields }} small kind="quiet" icon="language">
    {t('understanding.show')}
  </ConfirmButton>
)

/** The words in the reader's language, said to be a machine's; or why there are none. */
export const InOwnWords = ({ said, wording: { t } }: { said: Understood; wording: Wording }) =>
  said.outcome === 'translated' ? (
    <Notice announce tone="info" title={t('understanding.machine')}>
      {said.texts.map(
        text =>
          text !== '' && (
            <p dir="auto" class="as-written">
              {text}
            </p>
          ),
      )}
    </Notice>
  ) : (
    <Notice announce tone="warning" title={t(`understanding.${said.outcome}`)} />
  )
