import {
  Card,
  ConfirmButton,
  Icon,
  type IconName,
  Notice,
  Row,
  Rows,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type OptionalPart, optionalParts } from '../parts.ts'
import { paths } from '../paths.ts'
import type { CentreWithParts } from '../store/parts.ts'

type PartsView = {
  wording: Wording
  /** The centres the reader leads; nearly always one. */
  centres: readonly CentreWithParts[]
  news?: { part: OptionalPart; isOn: boolean } | undefined
}

/** Everything beyond the basics, each with one sentence and its switch. */
export const PartsPage = ({ wording, centres, news }: PartsView) => {
  const { t } = wording
  return (
    <Stack gap="large">
      {news && <Notice tone="success" title={newsOf(wording, news)} announce />}
      <p>{t('centres.parts.lead')}</p>
      {centres.map(centre => (
        <Card title={<bdi>{centre.name}</bdi>}>
          <Rows>
            {optionalParts.map(part => (
              <PartRow {...{ wording, centre, part }} />
            ))}
          </Rows>
        </Card>
      ))}
      <p class="muted">{t('centres.parts.hint')}</p>
    </Stack>
  )
}

const newsOf = ({ t }: Wording, { part, isOn }: { part: OptionalPart; isOn: boolean }) =>
  t(isOn ? 'centres.parts.switchedOn' : 'centres.parts.switchedOff', {
    part: t(`app.staffNavigation.${part}`),
  })

const PartRow = ({
  wording: { t, language },
  centre,
  part,
}: {
  wording: Wording
  centre: CentreWithParts
  part: OptionalPart
}) => {
  const isOn = centre.switchedOn.includes(part)
  const name = t(`app.staffNavigation.${part}`)
  return (
    <Row
      start={<Icon name={icons[part]} />}
      title={isOn ? `${name} · ${t('centres.parts.isOn')}` : name}
      note={t(`centres.parts.part.${part}`)}
      action={
        <ConfirmButton
          action={paths.switchPart(language, centre.id)}
          fields={{ part, on: isOn ? 'no' : 'yes' }}
          kind={isOn ? 'quiet' : 'secondary'}
          small
        >
          {t(isOn ? 'centres.parts.switchOff' : 'centres.parts.switchOn')}
          <span class="kern-sr-only">
            : {name}, <bdi>{centre.name}</bdi>
          </span>
        </ConfirmButton>
      }
    />
  )
}

const icons: Record<OptionalPart, IconName> = {
  figures: 'chart',
  calls: 'phone',
  support: 'door',
  counselling: 'advice',
  'week-letter': 'mail',
  network: 'meeting',
  invitations: 'just-come',
  introduction: 'centre',
  neighbours: 'neighbours',
  doorstep: 'give',
  posts: 'registration',
  fees: 'price',
  lending: 'lend',
}
