import { Card, LinkButton } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = { centre: { slug: string }; heldOn: Temporal.PlainDate; wording: Wording }

/** On the page of a centre that goes from door to door soon. */
export const DoorstepTeaser = ({ centre, heldOn, wording: { t, language, day } }: Props) => (
  <Card tint>
    <p>{t('doorstep.teaser', { day: day(heldOn) })}</p>
    <LinkButton href={paths.doorstep(language, centre.slug)} icon="door">
      {t('doorstep.page.title')}
    </LinkButton>
  </Card>
)
