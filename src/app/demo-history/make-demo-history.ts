import { enterManyCounts } from '../../attendance/index.ts'
import { actingAs, type CentreRef, type Context, type StaffMember, todayIn } from '../../identity/index.ts'
import { cancelSession } from '../../planning/index.ts'
import { inTransaction } from '../../platform/database/transaction.ts'
import type { Language } from '../../platform/wording/wording.ts'
import { type Registering, register } from '../../registration/index.ts'
import { releaseFigures } from '../../reporting/index.ts'
import { allowASite } from './allow-a-site.ts'
import { answerSome, askAtAnOffer } from './ask-at-an-offer.ts'
import { askQuestions } from './ask-questions.ts'
import { bringKits } from './bring-kits.ts'
import { careForChildren } from './care-for-children.ts'
import { type Chance, chanceFor } from './chance.ts'
import { changeProgramme } from './change-programme.ts'
import { choosePlaceRules } from './choose-place-rules.ts'
import { closeAGroup } from './close-a-group.ts'
import { bornFor, firstNameOf, inventedFamily } from './families.ts'
import { fillPosts } from './fill-posts.ts'
import { findAMistake } from './find-a-mistake.ts'
import { followAFamily } from './follow-a-family.ts'
import { hangNotes } from './hang-notes.ts'
import { believableHeads, isForgotten } from './heads.ts'
import { introducePeople } from './introduce-people.ts'
import { inviteFamilies } from './invite-families.ts'
import { keepNetwork } from './keep-network.ts'
import { lendThings } from './lend-things.ts'
import { offerConsultations } from './offer-consultations.ts'
import { broughtBy, planTogether } from './plan-together.ts'
import { proposeOffers } from './propose-offers.ts'
import { readACalendar } from './read-a-calendar.ts'
import { shareARoom } from './share-a-room.ts'
import * as store from './store.ts'
import { takeFees } from './take-fees.ts'
import { takeRooms } from './take-rooms.ts'
import { tellAGroup } from './tell-a-group.ts'
import { tellOfChildren } from './tell-of-children.ts'
import { translateOffers } from './translate-offers.ts'
import { wantToKnow } from './want-to-know.ts'

/**
 * Gives a freshly imported city of the demo a past and families: counts of the sessions held so far, registrations
 * through the front door, a cancelled session. Made once; a start that was interrupted goes on where it stopped.
 * The context is the system's.
 */
export const makeDemoHistory = async (context: Context) => {
  const { id: cityId } = context.city
  const showcase = await inTransaction(context, async tx =>
    (await store.hasHistory(tx, cityId)) ? undefined : store.findShowcase(tx, cityId),
  )
  if (!showcase) return
  await planTogether(context, showcase)
  await registerFamilies(context, showcase)
  await cancelOneSession(context, showcase)
  await tellAGroup(context, showcase)
  await wantToKnow(context, showcase)
  await askQuestions(context, showcase)
  await findAMistake(context, showcase)
  await hangNotes(context, showcase)
  await offerConsultations(context, showcase)
  await bringKits(context, await inTransaction(context, tx => store.listShowcases(tx, cityId, 3)))
  await fillPosts(context)
  await introducePeople(context, showcase)
  await keepNetwork(context, showcase)
  await inviteFamilies(context, showcase)
  await proposeOffers(context, showcase)
  await careForChildren(context, showcase)
  await readACalendar(context, showcase)
  await changeProgramme(context, showcase)
  await translateOffers(context, showcase)
  await takeRooms(context, showcase)
  await lendThings(context, showcase)
  await shareARoom(context, showcase)
  await takeFees(context, showcase)
  await allowASite(context)
  await inTransaction(context, tx => store.pointOffersToArticles(tx, cityId, articlesOfKinds))
  await countThePast(context, showcase)
  await releaseFigures(context)
  await inTransaction(context, store.countFamilies)
}

/** Which articles of the example concept an offer of a kind serves; nothing informs yet, so a lead can be the first. */
const articlesOfKinds = [
  { kind: 'counselling', articleKey: 'beratung' },
  { kind: 'counselling', articleKey: 'unterstuetzung' },
  { kind: 'education', articleKey: 'bildung' },
  { kind: 'education', articleKey: 'erziehung' },
  { kind: 'encounter', articleKey: 'begegnung' },
  { kind: 'encounter', articleKey: 'austausch' },
  { kind: 'activity', articleKey: 'begegnung' },
  { kind: 'neighbourly', articleKey: 'unterstuetzung' },
]

/** So far ahead families have registered, and so many intakes get any: the first start must not take long. */
const aheadDays = 60
const mostIntakes = 24

const registerFamilies = async (context: Context, showcase: CentreRef) => {
  const before = context.now.add({ hours: 24 * aheadDays })
  const open = await inTransaction(context, tx => store.listOpenIntakes(tx, context, before))
  const own = open.filter(({ centreId }) => centreId === showcase.centreId)
  await choosePlaceRules(
    context,
    showcase,
    own.filter(intake => intake !== withStory(own)),
  )
  const story = withStory(own)
  await askAtAnOffer(context, showcase, story?.slug)
  const others = open.filter(({ centreId }) => centreId !== showcase.centreId)
  const chosen = [...own, ...others].slice(0, mostIntakes)
  await inTurns(4, chosen, intake =>
    intake === story ? fillWithStory(context, intake) : fillIntake(context, intake),
  )
  const forChildren = open.filter(({ counts, slug }) => counts === 'child' && slug !== story?.slug)
  await followAFamily(context, forChildren)
  await closeAGroup(context, showcase, open)
  await inTransaction(context, tx => store.confirmNumbers(tx, context))
}

const withStory = (own: readonly store.OpenIntake[]) =>
  own.find(({ counts, places }) => counts === 'child' && places > 2) ?? own[0]

/**
 * What the lead should find on her start page: a child that seems to be registered twice, and a family with two
 * children that waits because one place alone is left.
 */
const fillWithStory = async (context: Context, intake: store.OpenIntake) => {
  const chance = chanceFor(`story ${intake.slug}`)
  const enter = (number: number, party: Partial<Registering['party']>) =>
    registerOne(context, intake, chance, {
      number,
      change: family => ({ ...family, party: { ...family.party, ...party } }),
    })
  const child = (number: number) => ({ firstName: firstNameOf(number), bornIn: bornFor(intake, chance) })
  const twice = child(1)
  await enter(1, { children: [twice] })
  await enter(2, { children: [twice] })
  for (let number = 3; number < intake.places; number++) await enter(number, { children: [child(number)] })
  await enter(intake.places, { children: [child(intake.places), child(intake.places + 1)] })
}

/** Some lists are nearly empty, some full, and some have families waiting. */
const fillIntake = async (context: Context, intake: store.OpenIntake) => {
  const chance = chanceFor(`intake ${intake.slug} ${intake.startsAt}`)
  const wanted = intake.places + chance.between(-3, 2)
  const families = Math.min(chance.happens(40) ? wanted : Math.ceil(intake.places * 0.5), 14)
  for (let number = 1; number <= families; number++) await registerOne(context, intake, chance, { number })
}

const registerOne = async (
  context: Context,
  intake: store.OpenIntake,
  chance: Chance,
  { number, change }: { number: number; change?: (family: Registering) => Registering },
) => {
  const { centreId, providerId } = intake
  const desk = actingAs(momentOf(context, intake, chance), { kind: 'desk', centreId, providerId })
  const brings = await broughtBy(desk, intake.id, chance)
  const family = { ...inventedFamily(intake, number, chance), brings }
  const outcome = await register(desk, change ? change(family) : family)
  await tellOfChildren(desk, outcome, number)
  await answerSome(desk, outcome, number)
  return outcome
}

/** Some hours ago, but not before registration opened; and in the language of the family. */
const momentOf = (context: Context, { opensAt }: store.OpenIntake, chance: Chance): Context => {
  const now = context.now.subtract({ minutes: chance.between(5, 3 * 24 * 60) })
  const isOpen = !opensAt || Temporal.Instant.compare(now, opensAt) >= 0
  const language = chance.oneOf<Language>(['de', 'de', 'de', 'en', 'ar'])
  return { ...context, now: isOpen ? now : context.now, language }
}

/** The next date at the centre of the demo's lead, so that her start page shows what that looks like. */
const cancelOneSession = async (context: Context, showcase: CentreRef) => {
  const next = await inTransaction(context, tx => store.findNextAt(tx, context, showcase.centreId))
  const lead: StaffMember = {
    ...{ kind: 'staff', accountId: 'demo', name: 'Demo', ledOffers: [], supportedCentres: [] },
    memberships: [{ role: 'centre-lead', ...showcase }],
  }
  if (next) await cancelSession(actingAs(context, lead), { sessionId: next, reason: 'illness', note: '' })
}

const countThePast = (context: Context, showcase: CentreRef) =>
  inTransaction(context, async tx => {
    const today = todayIn(context)
    const past = await store.listPast(tx, context)
    const drawn = past.map(session => ({
      session,
      chance: chanceFor(`session ${session.slug} ${session.startsAt}`),
    }))
    const fallsOut = Map.groupBy(drawn, ({ chance }) =>
      chance.happens(3) ? chance.oneOf(['illness', 'no-leader', 'weather']) : 'held',
    )
    for (const [reason, group] of fallsOut)
      if (reason !== 'held')
        await store.cancelPast(
          tx,
          context.city.id,
          group.map(({ session }) => session.id),
          reason,
        )
    const held = fallsOut.get('held') ?? []
    const lastOfLead = held.findLast(({ session }) => session.centreId === showcase.centreId)
    const counted = held.filter(one => one !== lastOfLead && !isForgotten(one.session, today, one.chance))
    await enterManyCounts(
      tx,
      context.city.id,
      counted.map(({ session, chance }) => ({
        session,
        heads: believableHeads(session, chance),
        countedAt: session.overAt,
      })),
    )
  })

/** Works on several things at a time, each in its turn. */
const inTurns = async <Thing>(
  width: number,
  things: readonly Thing[],
  work: (thing: Thing) => Promise<void>,
) => {
  const waiting = [...things]
  const worker = async () => {
    for (let thing = waiting.shift(); thing; thing = waiting.shift()) await work(thing)
  }
  await Promise.all(Array.from({ length: width }, worker))
}
