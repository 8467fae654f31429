import { Card, LinkButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

/** The link to hand over, shown this once. */
export const SetUpLinkPage = ({ wording, link }: { wording: Wording; link: string }) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>{t('identity.people.linkLead')}</p>
      <Card tint>
        <p>
          <code dir="ltr">{link}</code>
        </p>
      </Card>
      <LinkButton href={paths.people(language)}>{t('identity.people.back')}</LinkButton>
    </Stack>
  )
}
