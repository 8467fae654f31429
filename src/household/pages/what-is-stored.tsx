import { DataNotice } from '../../centres/index.ts'
import { DescriptionList, Fold, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { answerInWords, type Said } from '../../registration/index.ts'
import type { StoredRegistration } from '../store.ts'

/**
 * What is stored about a family, in its own words. Names are shown; a number or an address never is, because somebody
 * else may have the link in hand.
 */
export const WhatIsStored = ({
  stored,
  wording,
}: {
  stored: readonly StoredRegistration[]
  wording: Wording
}) => {
  const { t } = wording
  const [first] = stored
  if (!first) return null
  const unique = (names: readonly string[]) => wording.list([...new Set(names)])
  const children = stored.flatMap(({ childNames }) => childNames)
  const reach = [...new Set(stored.map(({ contactKind }) => contactKind))]
  const guardians = stored.flatMap(one => one.guardians)
  const answers = stored.flatMap(one => one.answers)
  const until = stored
    .map(({ deleteOn }) => deleteOn)
    .sort(Temporal.PlainDate.compare)
    .at(-1)
  return (
    <Fold title={t('household.stored.title')}>
      <Stack>
        <DescriptionList
          items={[
            { term: t('household.stored.called'), value: unique(stored.map(({ called }) => called)) },
            ...(children.length > 0
              ? [
                  {
                    term: t('household.stored.children'),
                    value: t('household.stored.ofChildren', { names: unique(children) }),
                  },
                ]
              : []),
            {
              term: t('household.stored.reach'),
              value: unique(reach.map(kind => t(`household.stored.by.${kind}`))),
            },
            ...(guardians.length > 0
              ? [{ term: t('household.stored.guardians'), value: unique(guardians) }]
              : []),
            ...(answers.length > 0
              ? [
                  {
                    term: t('household.stored.answers'),
                    value: <Answers answers={answers} wording={wording} />,
                  },
                ]
              : []),
            { term: t('household.stored.besides'), value: t('household.stored.besidesWhat') },
            ...(until
              ? [
                  {
                    term: t('household.stored.until'),
                    value: t('household.stored.untilWhen', { day: wording.day(until) }),
                  },
                ]
              : []),
          ]}
        />
        <p>{t('household.stored.correct')}</p>
        <DataNotice controller={first} until={t('household.stored.each')} wording={wording} />
      </Stack>
    </Fold>
  )
}

/** Each question in the language in which it was asked. */
const Answers = ({ answers, wording }: { answers: readonly Said[]; wording: Wording }) =>
  answers.map((answer, index) => (
    <>
      {index > 0 && <br />}
      <bdi lang={answer.language === wording.language ? undefined : answer.language}>{answer.words}</bdi>{' '}
      <bdi>{answerInWords(answer, wording)}</bdi>
    </>
  ))
