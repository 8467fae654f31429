import { randomUUIDv7 } from 'node:crypto'
import { decideCare, noteCertificate } from '../../care/index.ts'
import { actingAs, type CentreRef, type Context, todayIn } from '../../identity/index.ts'
import { type Answers, listAnswered, planSeveral, publishOffer } from '../../planning/index.ts'
import { leadOf } from './keep-network.ts'

/**
 * While parents learn German next door, their children play without them: decided about and published, and one
 * certificate is still to be seen.
 */
export const careForChildren = async (context: Context, showcase: CentreRef) => {
  const lead = actingAs(context, leadOf(showcase))
  const offerId = randomUUIDv7()
  const today = todayIn(context)
  await planSeveral(lead, showcase, [{ offerId, isNew: true, answers: answersFrom(today) }])
  const slug = (await listAnswered(lead, showcase)).find(({ id }) => id === offerId)?.slug
  if (!slug) return
  await decideCare(lead, slug, {
    ...{ permit: 'not-needed', decidedOn: today.subtract({ days: 12 }), children: 8, carers: 2 },
  })
  await noteCertificate(lead, slug, {
    ...{ name: 'Emine Yıldız', issuedOn: today.subtract({ days: 40 }), seenOn: today.subtract({ days: 12 }) },
  })
  await publishOffer(lead, slug)
}

const answersFrom = (today: Temporal.PlainDate): Answers => ({
  what: {
    ...{
      'texts.de.title': 'Spielzeit neben dem Deutsch-Café',
      'texts.de.summary': 'Du lernst nebenan Deutsch, wir spielen mit deinem Kind.',
      'texts.en.title': 'Playtime beside the German café',
      'texts.en.summary': 'You learn German next door, we play with your child.',
      'texts.ar.title': 'وقت اللعب بجانب مقهى اللغة الألمانية',
      'texts.ar.summary': 'تتعلّمون الألمانية في الغرفة المجاورة ونلعب مع طفلكم.',
    },
    ...{ kind: 'encounter', format: 'drop-in', way: 'on-site', topics: ['play', 'language'] },
  },
  who: {
    ...{ ageFrom: '2', ageFromUnit: 'years', ageUntil: '6', ageUntilUnit: 'years', isWithoutParents: 'yes' },
    ...{ languages: ['de', 'tr', 'ar'], audience: 'everyone', pricePer: 'free' },
  },
  when: {
    ...{ place: 'Spielecke neben Raum 1', 'slots.0.rhythm': 'weekly', 'slots.0.weekday': '4' },
    ...{ 'slots.0.starts': '09:00', 'slots.0.ends': '10:30', 'slots.0.skipsSchoolHolidays': 'yes' },
    ...{ 'slots.0.skipsPublicHolidays': 'yes', 'slots.0.firstOn': `${today.add({ days: 1 })}` },
  },
  places: { registration: 'none' },
})
