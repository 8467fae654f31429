import { type CentreDetails, paths as centrePaths, controllerOf, DataNotice } from '../../centres/index.ts'
import {
  Board,
  Button,
  Card,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Section,
  Stack,
  Tags,
} from '../../platform/design/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import { directionOf, type Wording } from '../../platform/wording/wording.ts'
import { mostOfOneKit, type PublicKit } from '../kit.ts'
import { paths } from '../paths.ts'
import { lastDayToAsk } from '../round.ts'
import { RequestFields } from './request-fields.tsx'
import { faultsOf, type Said, type SayAges } from './said.ts'

type Props = {
  centre: CentreDetails
  kits: readonly PublicKit[]
  /** The day of the round for which one may ask; without one there is nothing to fill in. */
  heldOn: Temporal.PlainDate | undefined
  values: FormValues
  errors: Said
  renderingKey: string
  isTakenBack: boolean
  sayAges: SayAges
  wording: Wording
}

/** The kits of a centre, when it brings them, and the form by which a family asks: no account, no script. */
export const DoorstepPage = ({ centre, kits, heldOn, isTakenBack, sayAges, wording, ...form }: Props) => {
  const { t, language, day } = wording
  const left = kits.filter(({ leftOver }) => leftOver > 0)
  const mayAsk = heldOn !== undefined && left.length > 0
  return (
    <Stack gap="large">
      <Stack>
        <p>
          <LoneLink href={centrePaths.centre(language, centre.slug)}>
            <bdi lang="de">{centre.name}</bdi>
          </LoneLink>
        </p>
        <h1>{t('doorstep.page.title')}</h1>
        {isTakenBack && <Notice tone="success" title={t('doorstep.page.takenBack')} announce />}
        {!mayAsk && form.errors.kits && <Notice tone="warning" title={form.errors.kits} announce />}
        <p>{t('doorstep.page.lead')}</p>
        {heldOn ? (
          <Notice title={t('doorstep.page.round', { day: day(heldOn) })}>
            <p>{t('doorstep.page.until', { day: day(lastDayToAsk({ heldOn })) })}</p>
          </Notice>
        ) : (
          <Notice title={t('doorstep.page.noRound')}>
            <p>{t('doorstep.page.noRoundNext')}</p>
          </Notice>
        )}
      </Stack>
      <Section title={t('doorstep.page.kits')}>
        <Board>
          {kits.map(kit => (
            <KitCard {...{ kit, sayAges, wording }} />
          ))}
        </Board>
      </Section>
      {mayAsk && <AskForm {...{ ...form, centre, left, wording }} />}
    </Stack>
  )
}

const KitCard = ({ kit, sayAges, wording }: { kit: PublicKit; sayAges: SayAges; wording: Wording }) => {
  const { t } = wording
  const { name, contents, language, leftOver, ages } = kit
  const written = { lang: language, dir: directionOf(language) }
  const left =
    leftOver === 0
      ? { label: t('doorstep.kit.allGone'), tone: 'warning' as const }
      : {
          label: leftOver > 3 ? t('doorstep.kit.thereIs') : t('doorstep.kit.left', { count: leftOver }),
          tone: 'success' as const,
        }
  return (
    <Card title={<span {...written}>{name}</span>}>
      <Tags tags={[{ label: sayAges(ages, wording), icon: 'child' }, left]} />
      {contents && (
        <p {...written} class="as-written">
          {contents}
        </p>
      )}
    </Card>
  )
}

type AskProps = Pick<Props, 'centre' | 'values' | 'errors' | 'renderingKey' | 'wording'> & {
  left: readonly PublicKit[]
}

const AskForm = ({ centre, left, values, errors, renderingKey, wording }: AskProps) => {
  const { t, language } = wording
  const kits = left.map(kit => ({ ...kit, left: kit.leftOver > 3 ? mostOfOneKit : kit.leftOver }))
  return (
    <Section title={t('doorstep.ask.title')} id="ask">
      <Stack>
        <ErrorSummary title={t('doorstep.ask.mend')} faults={faultsOf(errors)} />
        <Form action={paths.doorstep(language, centre.slug)} carry={{ renderingKey }}>
          <RequestFields {...{ kits, values, errors, wording }} />
          <DataNotice
            controller={controllerOf(centre)}
            until={t('doorstep.ask.dataUntil')}
            wording={wording}
          />
          <Button kind="primary" block>
            {t('doorstep.ask.send')}
          </Button>
        </Form>
      </Stack>
    </Section>
  )
}
