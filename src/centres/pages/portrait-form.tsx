import { Button, ConfirmButton, FileField, Form, Stack } from '../../platform/design/index.ts'
import { paths } from '../paths.ts'
import type { IntroductionPageProps } from './introduction-page.tsx'
import { saidOf } from './introduction-said.ts'
import { Portrait } from './who-is-here.tsx'

/** Her picture beside her name, if she wants one; her entry has to be there first. */
export const PortraitForm = ({
  introduction,
  portrait,
  centre,
  problems,
  wording,
}: Pick<IntroductionPageProps, 'introduction' | 'portrait' | 'centre' | 'problems' | 'wording'>) => {
  const { t, language } = wording
  if (!introduction) return <p>{t('centres.portrait.first')}</p>
  return (
    <Stack>
      {portrait && <Portrait mark={portrait} name={introduction.name} wording={wording} />}
      <Form action={paths.showPortrait(language)} carry={{ centre: centre.slug }} withFiles>
        <FileField
          name="picture"
          label={t('centres.portrait.choose')}
          hint={t('centres.portrait.hint')}
          error={problems.picture && saidOf(problems.picture, wording)}
          accept="image/jpeg,image/png,image/webp"
        />
        <Button>{t('centres.portrait.show')}</Button>
      </Form>
      {portrait && (
        <ConfirmButton
          action={paths.takePortraitDown(language)}
          fields={{ centre: centre.slug }}
          kind="quiet"
        >
          {t('centres.portrait.takeDown')}
        </ConfirmButton>
      )}
    </Stack>
  )
}
