import { Card, Notice, Stack } from '../../../platform/design/index.ts'
import { directionOf, nameOfLanguage, type Wording } from '../../../platform/wording/wording.ts'
import type { Letter, Told } from '../../../registration/index.ts'

/** Whom a change reaches, and the letters as families will read them, one for each of their languages. */
export const Letters = ({
  told,
  letters,
  wording,
}: {
  told: Told
  letters: readonly Letter[]
  wording: Wording
}) => {
  const { t, language } = wording
  return (
    <Stack>
      <Concerned told={told} about="change" wording={wording} />
      {letters.map(letter => (
        <Card
          title={t('programme.staff.letters.in', {
            language: nameOfLanguage(letter.language, language),
            count: letter.families,
          })}
        >
          <div lang={letter.language} dir={directionOf(letter.language)}>
            <p>
              <b>{letter.subject}</b>
            </p>
            {letter.paragraphs.map(({ words }) => (
              <p>
                {words.split('\n').map((line, index) => (
                  <>
                    {index > 0 && <br />}
                    {line}
                  </>
                ))}
              </p>
            ))}
          </div>
        </Card>
      ))}
    </Stack>
  )
}

/** How many families hear of it, and on which ways. */
export const Concerned = ({
  told: { byMail, toCall, notReached },
  about,
  wording: { t },
}: {
  told: Told
  about: 'change' | 'cancelling'
  wording: Wording
}) => {
  const all = byMail + toCall + notReached
  if (all === 0) return <Notice title={t(`programme.staff.letters.nobody.${about}`)} />
  return (
    <Notice tone="warning" title={t('programme.staff.letters.concerned', { count: all })}>
      {byMail > 0 && <p>{t('programme.staff.cancel.willMail', { count: byMail })}</p>}
      {toCall > 0 && <p>{t('programme.staff.cancel.toCall', { count: toCall })}</p>}
      {notReached > 0 && <p>{t('programme.staff.cancel.notReached', { count: notReached })}</p>}
    </Notice>
  )
}
