import { type Centre, paths as centrePaths } from '../../../centres/index.ts'
import {
  Chips,
  type Column,
  ConfirmButton,
  DataTable,
  EmptyState,
  LinkButton,
  Notice,
  Stack,
  Tag,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { InLanguage } from '../../../programme/index.ts'
import type { Draft } from '../../plan/draft.ts'
import { BegunPlans } from '../../plan/pages/begun-plans.tsx'
import { staffPaths } from '../../staff-paths.ts'
import type { StaffOffer } from '../store/staff-offers.ts'

type Props = {
  wording: Wording
  centre: Centre
  centres: readonly Centre[]
  drafts: readonly Draft[]
  offers: readonly StaffOffer[]
  news: 'kept' | 'discarded' | undefined
}

/** What a centre offers: begun plans first, then drafts, what is held next, and the archive at the end. */
export const StaffProgrammePage = ({ wording, centre, centres, drafts, offers, news }: Props) => {
  const { t, language } = wording
  const unpublished = offers.filter(({ state }) => state === 'draft').length
  return (
    <Stack gap="large">
      {news && <Notice announce tone="success" title={t(`programme.staff.news.${news}`)} />}
      {centres.length > 1 && (
        <Chips
          label={t('programme.staff.centres')}
          chips={centres.map(({ id, slug, name }) => ({
            label: name,
            href: staffPaths.programme(language, slug),
            current: id === centre.id,
          }))}
        />
      )}
      <BegunPlans drafts={drafts} wording={wording} />
      {unpublished > 1 && (
        <p>
          <LinkButton href={staffPaths.publishSeveral(language, { centre: centre.slug })} icon="check">
            {t('programme.publishing.several', { count: unpublished })}
          </LinkButton>
        </p>
      )}
      {offers.length === 0 ? (
        <EmptyState icon="calendar" title={t('programme.staff.list.empty')}>
          {t('programme.staff.list.emptyHint')}
        </EmptyState>
      ) : (
        <DataTable
          caption={t('programme.staff.list.caption', { count: offers.length })}
          columns={columnsIn(wording)}
          rows={[...offers]}
        />
      )}
    </Stack>
  )
}

/** The head of the page: one thing to begin, one to print, and a whole season at once. */
export const ProgrammeActions = ({ wording: { t, language }, centre }: Pick<Props, 'wording' | 'centre'>) => (
  <>
    <ConfirmButton
      kind="primary"
      icon="plus"
      action={staffPaths.plan(language)}
      fields={{ centreId: centre.id }}
    >
      {t('programme.staff.plan')}
    </ConfirmButton>
    <LinkButton href={staffPaths.season(language, centre.slug)} icon="calendar" small>
      {t('programme.season.title')}
    </LinkButton>
    <LinkButton href={staffPaths.table(language, centre.slug)} icon="download" small>
      {t('offerTables.link')}
    </LinkButton>
    <LinkButton href={staffPaths.translations(language, { centre: centre.slug })} icon="language" small>
      {t('programme.translations.title')}
    </LinkButton>
    <LinkButton href={staffPaths.closingDays(language, centre.slug)} icon="calendar" small>
      {t('programme.staff.closing.title')}
    </LinkButton>
    <LinkButton href={centrePaths.directions(language, centre.slug)} icon="map" small>
      {t('centres.centre.directions')}
    </LinkButton>
    <LinkButton href={staffPaths.print(language, centre.slug)} icon="print" small>
      {t('print.title')}
    </LinkButton>
  </>
)

const columnsIn = (wording: Wording): Column<StaffOffer>[] => {
  const { t, language } = wording
  return [
    {
      label: t('programme.staff.list.offer'),
      cell: ({ slug, title, titleLanguage }) => (
        <a href={staffPaths.offer(language, slug)}>
          <InLanguage spoken={{ text: title, language: titleLanguage }} wording={wording} />
        </a>
      ),
    },
    {
      label: t('programme.staff.list.state'),
      cell: ({ state }) => <StateTag state={state} wording={wording} />,
    },
    { label: t('programme.staff.list.next'), cell: offer => nextInWords(offer, wording) },
    { label: t('programme.staff.list.places'), cell: offer => placesInWords(offer, wording), numeric: true },
  ]
}

const StateTag = ({ state, wording: { t } }: { state: StaffOffer['state']; wording: Wording }) => (
  <Tag
    label={t(`programme.staff.state.${state}`)}
    {...(state === 'draft' && { tone: 'warning' as const })}
    {...(state === 'published' && { tone: 'success' as const })}
  />
)

const nextInWords = ({ nextOn, nextStarts }: StaffOffer, { t, shortDay, time }: Wording) =>
  nextOn && nextStarts ? `${shortDay(nextOn)}, ${time(nextStarts)}` : t('programme.staff.list.noDate')

/** 7 of 12 taken, or that one just comes. */
export const placesInWords = (
  { registration, taken, places }: Pick<StaffOffer, 'registration' | 'taken' | 'places'>,
  { t, number }: Wording,
) => {
  if (registration === 'none') return t('programme.joining.just-come')
  if (taken === null || places === null) return ''
  return t('programme.staff.list.taken', { taken: number(taken), places: number(places) })
}
