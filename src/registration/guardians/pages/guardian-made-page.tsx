import { CodeOnPaper } from '../../../codes/index.ts'
import { LoneLink, Notice, QrCode, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'

type Props = {
  called: string
  /** Undefined where the code alone opens. */
  address: string | undefined
  code: string
  back: string
  wording: Wording
}

/** Link and code, this once: only their hashes are kept. */
export const GuardianMadePage = ({ called, address, code, back, wording: { t } }: Props) => (
  <Stack>
    <Notice announce tone="success" title={t('registration.guardians.made', { name: called })}>
      {t('registration.guardians.once')}
    </Notice>
    <CodeOnPaper code={code} title={t('registration.code.label')} use={t('registration.guardians.codeUse')} />
    {address && (
      <>
        <QrCode text={address} label={t('registration.closedGroup.picture')} />
        <p>
          <a href={address} class="number">
            <bdi dir="ltr">{address}</bdi>
          </a>
        </p>
      </>
    )}
    <LoneLink href={back}>{t('registration.change.back')}</LoneLink>
  </Stack>
)
