import type { CentreDetails } from '../../centres/index.ts'
import { Button, ErrorSummary, Form, LoneLink, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import { CentreDataNotice } from './centre-data-notice.tsx'
import { HowToReachMe } from './how-to-reach-me.tsx'
import { NoteFields } from './note-fields.tsx'
import { faultsOf, type Said, type Typed } from './said.ts'

type Props = {
  centre: CentreDetails
  values: Typed
  errors: Said
  renderingKey: string
  wording: Wording
}

/** A family writes a note: no account, no name. */
export const SendPage = ({ centre, values, errors, renderingKey, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>
        <LoneLink href={paths.pinboard(language, centre.slug)}>{t('neighbours.board.title')}</LoneLink>
      </p>
      <h1>{t('neighbours.send.title')}</h1>
      <p>{t('neighbours.send.lead')}</p>
      <ErrorSummary title={t('neighbours.send.mend')} faults={faultsOf(errors)} />
      <Form action={paths.send(language, centre.slug)} carry={{ renderingKey }}>
        <NoteFields {...{ values, errors, wording }} />
        <HowToReachMe {...{ values, errors, wording }} />
        <CentreDataNotice {...{ centre, wording }} />
        <Button kind="primary" block>
          {t('neighbours.send.send')}
        </Button>
      </Form>
    </Stack>
  )
}
