import { Notice, type TagFact } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { AnnouncedFacts, ChangeKind, OfferChange } from '../announced.ts'
import { agesInWords, Languages, priceInWords } from './facts.tsx'
import { seriesInWords } from './series-words.ts'

/** What changed lately, each with what it was before. */
export const Changes = ({ changes, wording }: { changes: readonly OfferChange[]; wording: Wording }) => {
  const { t } = wording
  if (changes.length === 0) return null
  return (
    <Notice tone="warning" title={t('programme.changed.title')}>
      <ul>
        {changes.map(({ kind, before }) => (
          <li>
            <b>{t(`programme.changed.${kind}`)}</b> {t('programme.changed.before')}{' '}
            <Before kind={kind} facts={before} wording={wording} />
          </li>
        ))}
      </ul>
    </Notice>
  )
}

/** The changes that decide whether one stands before the right door at the right hour. */
export const changeTags = (changes: readonly OfferChange[], { t }: Wording): TagFact[] =>
  changes
    .filter(({ kind }) => kind === 'time' || kind === 'place' || kind === 'price')
    .map(({ kind }) => ({ label: t(`programme.changed.${kind}`), icon: icons[kind], tone: 'warning' }))

const icons = {
  ...({ time: 'clock', place: 'place', price: 'price', joining: 'registration' } as const),
  ...({ parents: 'people', ages: 'child', languages: 'language' } as const),
} as const satisfies Record<ChangeKind, string>

const Before = ({ kind, facts, wording }: { kind: ChangeKind; facts: AnnouncedFacts; wording: Wording }) => {
  const { t } = wording
  switch (kind) {
    case 'time':
      return <>{wording.list(facts.slots.map(slot => seriesInWords(asSeries(slot), wording)))}</>
    case 'place':
      return facts.place ? <bdi lang="de">{facts.place}</bdi> : t('programme.changed.noPlace')
    case 'price':
      return <>{priceInWords(facts, wording)}</>
    case 'joining':
      return (
        <>{t(facts.registration === 'none' ? 'programme.joining.just-come' : 'programme.joining.open')}</>
      )
    case 'parents':
      return (
        <>
          {facts.isWithoutParents ? t('programme.offer.withoutParents') : t('programme.changed.withParents')}
        </>
      )
    case 'ages':
      return <>{agesInWords({ from: facts.ageFrom, until: facts.ageUntil }, wording)}</>
    case 'languages':
      return <Languages codes={facts.languages} />
  }
}

const asSeries = ({ starts, ends, dates, ...slot }: AnnouncedFacts['slots'][number]) => ({
  ...{ ...slot, units: null, skipsSchoolHolidays: false },
  starts: Temporal.PlainTime.from(starts),
  ends: ends ? Temporal.PlainTime.from(ends) : null,
  dates: dates.map(date => Temporal.PlainDate.from(date)),
})
