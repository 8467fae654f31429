import { Card, Cluster, LinkButton, LoneLink } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type About, paths } from '../paths.ts'

/** Who looks for advice can book it at once; nothing while no centre has a free time. */
export const ConsultationsFree = ({
  centres,
  wording: { t },
}: {
  centres: readonly { centre: string; href: string }[]
  wording: Wording
}) =>
  centres.length === 0 ? null : (
    <Card tint title={t('programme.offers.consult')}>
      <p>{t('programme.offers.consultHint')}</p>
      <Cluster>
        {centres.map(({ centre, href }) => (
          <LinkButton href={href} icon="advice">
            <bdi lang="de">{centre}</bdi>
          </LinkButton>
        ))}
      </Cluster>
    </Card>
  )

/** Neighbours help each other without dates, too. */
export const ToPinboards = ({ href, wording: { t } }: { href: string; wording: Wording }) => (
  <Card tint>
    <p>{t('programme.offers.neighbours')}</p>
    <LinkButton href={href} icon="neighbours">
      {t('programme.offers.neighboursLink')}
    </LinkButton>
  </Card>
)

/** To have the same in one's own calendar. */
export const ToCalendar = ({ about, wording: { t, language } }: { about: About; wording: Wording }) => (
  <p>
    <LoneLink href={paths.subscribe(language, about)}>{t('calendars.link')}</LoneLink>
  </p>
)
