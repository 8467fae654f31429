import { type Context, todayIn } from '../identity/index.ts'
import { letterTo, notify } from '../outreach/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { hashOfLink, newSecret } from '../platform/web/keys.ts'
import { type Language, staffWordingFor, type Wording } from '../platform/wording/wording.ts'
import { paths } from './paths.ts'
import { mayDecide } from './permissions.ts'
import { linkEndsOn } from './proposal.ts'
import { addLink, listLinks, type PartnerLink, revokeLinks as revokeAll } from './store/links.ts'
import { findPartner } from './store/partners.ts'

type Making = { partnerId: string; email: string; language: Language }

/**
 * Makes the link by which a partner proposes offers, and takes every older one back. It is returned this once:
 * only its hash is kept. With an address it is sent there too.
 */
export const makeLink = (context: Context, { partnerId, email, language }: Making) =>
  inTransaction(context, async tx => {
    const partner = orNotFound(await findPartner(tx, context.city.id, partnerId))
    requireThat(mayDecide(context.actor, partner))
    const { centreId, providerId, name } = partner
    await revokeAll(tx, context.city.id, partnerId)
    const expiresOn = linkEndsOn(todayIn(context))
    const access = { partnerId, centreId, providerId, language, email, expiresOn }
    const link = await addKey(tx, context, access)
    await writeTo(tx, context, access, wording => ({
      subject: wording.t('proposals.letter.link.subject'),
      paragraphs: [
        { words: wording.t('proposals.letter.link.body'), address: paths.own(language, link) },
        { words: wording.t('proposals.letter.link.until', { day: wording.fullDay(expiresOn) }) },
      ],
    }))
    await record(tx, context, { action: 'partner-link.made', providerId, subjectId: partnerId })
    return { link, name, language, expiresOn, isSent: email !== '' }
  })

/** The partners of the own centres that hold a link. */
export const readLinks = (context: Context) =>
  inTransaction(context, tx => listLinks(tx, context.city.id, todayIn(context)))

/** From now on no link of the partner opens anything. */
export const revokeLinks = (context: Context, partnerId: string) =>
  inTransaction(context, async tx => {
    const partner = orNotFound(await findPartner(tx, context.city.id, partnerId))
    requireThat(mayDecide(context.actor, partner))
    const amount = await revokeAll(tx, context.city.id, partnerId)
    const { providerId } = partner
    if (amount > 0)
      await record(tx, context, { action: 'partner-link.revoked', providerId, subjectId: partnerId })
  })

type Say = Parameters<typeof letterTo>[2]
type Saying = (wording: Wording, address: string) => ReturnType<Say>

/** Tells a partner something, with a link of its own, where it has an address and a link that still holds. */
export const tellPartner = async (tx: Tx, context: Context, partnerId: string, say: Saying) => {
  const links = await listLinks(tx, context.city.id, todayIn(context))
  const access = links.find(link => link.partnerId === partnerId)
  if (!access || access.email === '') return false
  const link = await addKey(tx, context, access)
  await writeTo(tx, context, access, wording => say(wording, paths.own(access.language, link)))
  return true
}

const addKey = async (tx: Tx, context: Context, access: PartnerLink) => {
  const link = newSecret()
  await addLink(tx, context.city.id, { ...access, linkHash: hashOfLink(link), madeAt: context.now })
  return link
}

const writeTo = async (tx: Tx, context: Context, { email, ...reader }: PartnerLink, say: Say) => {
  if (email === '') return
  await notify(
    tx,
    context,
    letterTo({ ...reader, email }, context.city.timeZone, () =>
      say(staffWordingFor(reader.language, context.city.timeZone)),
    ),
  )
}
