import { type CentreDetails, paths as centrePaths, controllerOf, DataNotice } from '../../centres/index.ts'
import {
  Button,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = {
  centre: CentreDetails
  typed: string | undefined
  error: string | undefined
  wording: Wording
}

/** One field: where the week of this centre shall go. */
export const SubscribePage = ({ centre, typed, error, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <BackToCentre centre={centre} language={language} />
      <h1>{t('weekLetter.title', { centre: centre.name })}</h1>
      <p>{t('weekLetter.about')}</p>
      <ErrorSummary title={t('weekLetter.mend')} faults={error ? [{ field: 'email', message: error }] : []} />
      <Form action={paths.subscribe(language, centre.slug)}>
        <TextField
          name="email"
          type="email"
          label={t('weekLetter.email')}
          value={typed}
          error={error}
          autocomplete="email"
          maxlength={254}
        />
        <DataNotice controller={controllerOf(centre)} until={t('weekLetter.until')} wording={wording} />
        <Button kind="primary">{t('weekLetter.send')}</Button>
      </Form>
    </Stack>
  )
}

/** The same words for everybody: whether the address is known already is nobody's business. */
export const AskedPage = ({ centre, wording: { t, language } }: Pick<Props, 'centre' | 'wording'>) => (
  <Stack>
    <h1>{t('weekLetter.asked.title')}</h1>
    <Notice tone="success" title={t('weekLetter.asked.look')}>
      <p>{t('weekLetter.asked.words')}</p>
    </Notice>
    <BackToCentre centre={centre} language={language} />
  </Stack>
)

const BackToCentre = ({ centre, language }: { centre: CentreDetails; language: string }) => (
  <p>
    <LoneLink href={centrePaths.centre(language, centre.slug)}>
      <bdi lang="de">{centre.name}</bdi>
    </LoneLink>
  </p>
)
