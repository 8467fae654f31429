import { Card, type Description, DescriptionList } from '../../platform/design/index.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import type { JointActivity, JointDate } from '../joint-activity.ts'

type Props = {
  joint: JointActivity
  /** The date this is about; undefined where no minimum is decided on. */
  date: JointDate | undefined
  wording: Wording
  /** The family chooses what to bring on the same page. */
  withoutThings?: boolean
}

/** Where families meet, what is needed, and how many it takes; how it stands is said in words, never in numbers. */
export const JointFacts = ({ joint, date, wording, withoutThings = false }: Props) => {
  const { t } = wording
  const { meetingPoint, minimum } = joint
  const things = withoutThings ? [] : joint.things
  const items: (Description | false | null)[] = [
    meetingPoint && {
      ...{ term: t('joint.facts.meetingPoint'), icon: 'place' },
      value: <Inscribed text={meetingPoint.words} language={meetingPoint.language} wording={wording} />,
    },
    things.length > 0 && {
      ...{ term: t('joint.facts.things'), icon: 'check' },
      value: (
        <>
          {things.map(({ name, language, needed }, index) => (
            <>
              {index > 0 && <br />}
              <Inscribed text={name} language={language} wording={wording} />
              {needed > 1 && ` (${t('joint.facts.families', { count: needed })})`}
            </>
          ))}
        </>
      ),
    },
    minimum !== null &&
      date !== undefined && {
        ...{ term: t('joint.facts.minimum'), icon: 'people' },
        value: (
          <>
            {t(isDecided(date) ? 'joint.facts.from' : 'joint.facts.fromUntil', {
              ...{ count: minimum, until: wording.moment(date.decidedAt) },
            })}
            <br />
            <b>{t(`joint.standing.${date.standing}`)}</b>
          </>
        ),
      },
  ]
  const shown = items.filter(item => item !== false && item !== null)
  if (shown.length === 0) return null
  return (
    <Card title={t('joint.facts.title')}>
      <DescriptionList items={shown} />
      {things.length > 0 && <p class="muted">{t('joint.facts.choose')}</p>}
    </Card>
  )
}

const isDecided = ({ standing }: JointDate) => standing === 'anyway' || standing === 'too-few'

const Inscribed = ({ text, language, wording }: { text: string; language: string; wording: Wording }) => (
  <bdi lang={language === wording.language ? undefined : language} dir={directionOf(language)}>
    {text}
  </bdi>
)
