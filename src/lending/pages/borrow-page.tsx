import { type CentreDetails, controllerOf, DataNotice } from '../../centres/index.ts'
import {
  Button,
  DateField,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  NumberField,
  Stack,
  TextField,
} from '../../platform/design/index.ts'
import { type FormValues, typedIn } from '../../platform/web/form.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { ReachFields } from '../../reach/index.ts'
import type { AskOutcome } from '../ask-to-borrow.ts'
import { paths } from '../paths.ts'
import type { ThingToBorrow } from '../read-lending.ts'
import { faultsOf, type Said } from './said.ts'
import { ThingTags } from './things-page.tsx'

type Props = {
  thing: ThingToBorrow
  centre: CentreDetails
  values: FormValues
  errors: Said
  /** Why what was asked for cannot be had. */
  refused: Exclude<AskOutcome, { outcome: 'asked' }> | undefined
  renderingKey: string
  wording: Wording
}

/** One thing, and asking for it: from when until when, and how the answer comes back. */
export const BorrowPage = ({ thing, centre, values, errors, refused, renderingKey, wording }: Props) => {
  const { t, language, fullDay } = wording
  const labels = {
    ...{ fromOn: t('lending.ask.fromOn'), dueOn: t('lending.ask.dueOn') },
    ...{ pieces: t('lending.field.howMany'), called: t('lending.ask.called') },
  }
  const bind = (name: keyof typeof labels) => ({
    ...{ name, label: labels[name], value: typedIn(values, name), error: errors[name] },
  })
  return (
    <Stack>
      <p>
        <LoneLink href={paths.atCentre(language, thing.centreSlug)}>{t('lending.public.title')}</LoneLink>
      </p>
      <h1>
        <bdi lang={thing.textLanguage}>{thing.name}</bdi>
      </h1>
      <p>
        <bdi lang="de">{thing.centreName}</bdi>
      </p>
      <ThingTags {...{ thing, wording }} />
      {thing.about && <p lang={thing.textLanguage}>{thing.about}</p>}
      {thing.rules && (
        <>
          <h2>{t('lending.field.rules')}</h2>
          <p class="as-written" lang={thing.textLanguage}>
            {thing.rules}
          </p>
        </>
      )}
      <h2>{t('lending.ask.title')}</h2>
      <ErrorSummary title={t('lending.mend')} faults={faultsOf(errors, labels)} />
      {refused && (
        <Notice tone="warning" title={t(`lending.ask.refused.${refused.outcome}`)}>
          {refused.outcome === 'none-free' && (
            <p>{t('lending.ask.freeOn', { day: fullDay(thing.freeOn) })}</p>
          )}
        </Notice>
      )}
      <Form action={paths.ask(language, thing.slug)} carry={{ renderingKey }}>
        <DateField {...bind('fromOn')} />
        <DateField {...bind('dueOn')} hint={t('lending.public.mostDays', { count: thing.mostDays })} />
        {thing.pieces > 1 && (
          <NumberField
            {...bind('pieces')}
            value={typedIn(values, 'pieces') ?? '1'}
            min={1}
            max={thing.pieces}
          />
        )}
        <TextField {...bind('called')} maxlength={80} />
        <ReachFields
          label={t('lending.ask.reach')}
          hints={{ visit: t('lending.ask.visitHint') }}
          {...{ values, errors, wording }}
        />
        <DataNotice controller={controllerOf(centre)} until={t('lending.ask.dataUntil')} wording={wording} />
        <Button kind="primary" block>
          {t('lending.ask.send')}
        </Button>
      </Form>
    </Stack>
  )
}
