import {
  Cluster,
  ConfirmButton,
  EmptyState,
  Notice,
  Row,
  Rows,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { InOwnWords, UnderstandButton, type Understood } from '../../understanding/index.ts'
import type { Correction } from '../correction.ts'
import { paths } from '../paths.ts'

type Props = {
  corrections: readonly Correction[]
  isSettled: boolean
  /** There is an engine that may be asked what a family wrote. */
  mayAsk: boolean
  understood?: { id: string; said: Understood }
  wording: Wording
}

/** What people found wrong on the pages of the own centre, with the way to each. */
export const ListPage = ({ corrections, isSettled, mayAsk, understood, wording }: Props) => {
  const { t, language, moment } = wording
  return (
    <Stack gap="large">
      {isSettled && <Notice announce tone="success" title={t('corrections.settled')} />}
      {corrections.length === 0 ? (
        <EmptyState icon="check" title={t('corrections.none')}>
          {t('corrections.noneHint')}
        </EmptyState>
      ) : (
        <Rows>
          {corrections.map(({ id, page, title, what, words, sentAt, language: spoken }) => (
            <Row
              start={<Tag tone="warning" label={t(`corrections.what.${what}`)} />}
              title={
                <a href={`/${language}${page}`}>
                  <bdi lang="de">{title}</bdi>
                </a>
              }
              note={
                <>
                  {words !== '' && (
                    <bdi lang={spoken} dir={directionOf(spoken)}>
                      {words}
                    </bdi>
                  )}
                  {words !== '' && <br />}
                  {moment(sentAt)} · {nameOfLanguage(spoken, language)}
                  {understood?.id === id && <InOwnWords said={understood.said} wording={wording} />}
                </>
              }
              action={
                <Cluster>
                  {mayAsk && words !== '' && understood?.id !== id && (
                    <UnderstandButton action={paths.understand(language)} fields={{ id }} wording={wording} />
                  )}
                  <ConfirmButton small kind="quiet" action={paths.settle(language)} fields={{ id }}>
                    {t('corrections.settle')}
                    <span class="kern-sr-only">: {title}</span>
                  </ConfirmButton>
                </Cluster>
              }
            />
          ))}
        </Rows>
      )}
    </Stack>
  )
}
