import { Board, Card, EmptyState, LinkButton, LoneLink, Stack, Tags } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { ThingToBorrow } from '../read-lending.ts'

type Props = {
  centre: { name: string }
  centreHref: string
  things: readonly ThingToBorrow[]
  wording: Wording
}

/** What families can borrow at a centre, and whether it is there. Nobody reads who has it. */
export const ThingsPage = ({ centre, centreHref, things, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>
        <LoneLink href={centreHref}>
          <bdi lang="de">{centre.name}</bdi>
        </LoneLink>
      </p>
      <h1>{t('lending.public.title')}</h1>
      <p>{t('lending.public.lead')}</p>
      {things.length === 0 && <EmptyState icon="lend" title={t('lending.public.none')} />}
      <Board>
        {things.map(thing => (
          <Card title={<bdi lang={thing.textLanguage}>{thing.name}</bdi>}>
            {thing.about && <p lang={thing.textLanguage}>{thing.about}</p>}
            <ThingTags {...{ thing, wording }} />
            <LinkButton href={paths.ask(language, thing.slug)}>
              {t('lending.public.borrow')}
              <span class="kern-sr-only">
                : <bdi lang={thing.textLanguage}>{thing.name}</bdi>
              </span>
            </LinkButton>
          </Card>
        ))}
      </Board>
    </Stack>
  )
}

/** What one asks first: is it there, for how long, against which deposit. */
export const ThingTags = ({ thing, wording }: { thing: ThingToBorrow; wording: Wording }) => {
  const { t, euros, dayAndMonth, number } = wording
  const { free, pieces, freeOn, depositCents, mostDays } = thing
  return (
    <Tags
      tags={[
        free > 0
          ? {
              label:
                pieces === 1
                  ? t('lending.public.there')
                  : t('lending.public.piecesThere', { free: number(free), pieces: number(pieces) }),
              ...{ icon: 'check' as const, tone: 'success' as const },
            }
          : {
              label: t('lending.public.backOn', { day: dayAndMonth(freeOn) }),
              ...{ icon: 'clock' as const, tone: 'warning' as const },
            },
        { label: t('lending.public.mostDays', { count: mostDays }), icon: 'calendar' },
        {
          label:
            depositCents > 0
              ? t('lending.public.deposit', { amount: euros(depositCents) })
              : t('lending.public.free'),
          icon: 'price',
        },
        ...(thing.isExample ? [{ label: t('lending.public.example') }] : []),
      ]}
    />
  )
}
