import { deleteCertificates } from '../care/index.ts'
import { deleteIntroductions } from '../centres/index.ts'
import { deleteCorrections } from '../corrections/index.ts'
import { deleteBookings } from '../counselling/index.ts'
import { closeForgottenRounds } from '../doorstep/index.ts'
import { type Context, todayIn } from '../identity/index.ts'
import { deleteInvitations } from '../invitations/index.ts'
import { deleteLoans } from '../lending/index.ts'
import { deleteNotes } from '../neighbours/index.ts'
import { deleteContacts } from '../network/index.ts'
import { deleteLetters } from '../outreach/index.ts'
import { deleteAssignments, deleteEmployees } from '../people/index.ts'
import { deleteOnlineLinks, deleteRecordings } from '../planning/index.ts'
import { record } from '../platform/audit.ts'
import type { Tx } from '../platform/database/connect.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { requireThat } from '../platform/refusals.ts'
import { deleteLinks, deleteProposals } from '../proposals/index.ts'
import { deleteQuestions } from '../questions/index.ts'
import {
  deleteAnswers,
  deleteGroupNotices,
  deleteMessageConsents,
  deleteNeeds,
} from '../registration/index.ts'
import { deleteRequests, deleteBookings as deleteRoomBookings } from '../rooms/index.ts'
import { deleteUnconfirmed } from '../week-letter/index.ts'
import type { AuditedAction } from './audited.ts'
import * as store from './store.ts'

/** Few enough that nobody who registers at the same time waits for it. */
const batchSize = 200

type DeleteSome = (tx: Tx, context: Context, limit: number) => Promise<{ providerId: string }[]>

/** What ends by itself, as the audit log calls it, and how some of it is deleted. */
const expiring: readonly (readonly [AuditedAction, DeleteSome])[] = [
  [
    'household.deleted',
    (tx, context, limit) => store.deleteHouseholds(tx, context.city.id, todayIn(context), limit),
  ],
  // What a child needed, the day after its last date; the registration itself stays a few weeks.
  ['needs.deleted', (tx, context, limit) => deleteNeeds(tx, context.city.id, todayIn(context), limit)],
  ['answers.deleted', (tx, context, limit) => deleteAnswers(tx, context.city.id, todayIn(context), limit)],
  // Who wanted to know when an offer starts again, after a year.
  [
    'message-consent.deleted',
    (tx, context, limit) => deleteMessageConsents(tx, context.city.id, todayIn(context), limit),
  ],
  ['draft.deleted', (tx, { city, now }, limit) => store.deleteDrafts(tx, city.id, now, limit)],
  ['question.deleted', (tx, context, limit) => deleteQuestions(tx, context.city.id, todayIn(context), limit)],
  ['note.deleted', (tx, context, limit) => deleteNotes(tx, context.city.id, todayIn(context), limit)],
  [
    'consultation.deleted',
    (tx, context, limit) => deleteBookings(tx, context.city.id, todayIn(context), limit),
  ],
  [
    'room-request.deleted',
    (tx, context, limit) => deleteRequests(tx, context.city.id, todayIn(context), limit),
  ],
  // What the team wrote about a room a year ago.
  [
    'room-booking.deleted',
    (tx, context, limit) => deleteRoomBookings(tx, context.city.id, todayIn(context), limit),
  ],
  // Who had a thing, thirty days after it came back.
  ['loan.deleted', (tx, context, limit) => deleteLoans(tx, context.city.id, todayIn(context), limit)],
  // A round that nobody closed, with all its addresses; its sums stay.
  ['round.deleted', closeForgottenRounds],
  // What the families of a group were told, after fourteen days.
  [
    'group.notice-deleted',
    (tx, context, limit) => deleteGroupNotices(tx, context.city.id, todayIn(context), limit),
  ],
  ['contact.deleted', (tx, context, limit) => deleteContacts(tx, context.city.id, todayIn(context), limit)],
  // The codes on paper and who expected the families; the sums stay.
  [
    'invitation.deleted',
    (tx, context, limit) => deleteInvitations(tx, context.city.id, todayIn(context), limit),
  ],
  [
    'online-link.deleted',
    (tx, context, limit) => deleteOnlineLinks(tx, context.city.id, todayIn(context), limit),
  ],
  // The voice of somebody who led the offer.
  [
    'recording.deleted',
    (tx, context, limit) => deleteRecordings(tx, context.city.id, todayIn(context), limit),
  ],
  [
    'correction.deleted',
    (tx, context, limit) => deleteCorrections(tx, context.city.id, todayIn(context), limit),
  ],
  ['partner-link.deleted', (tx, context, limit) => deleteLinks(tx, context.city.id, todayIn(context), limit)],
  ['proposal.deleted', (tx, context, limit) => deleteProposals(tx, context.city.id, todayIn(context), limit)],
  [
    'certificate.deleted',
    (tx, context, limit) => deleteCertificates(tx, context.city.id, todayIn(context), limit),
  ],
  // Whoever leads a centre no longer is not shown there.
  [
    'introduction.deleted',
    (tx, context, limit) => deleteIntroductions(tx, context.city.id, todayIn(context), limit),
  ],
  [
    'subscription.deleted',
    (tx, context, limit) => deleteUnconfirmed(tx, context.city.id, todayIn(context), limit),
  ],
  // An answer lives as long as its question.
  [
    'letter.deleted',
    (tx, { city, now }, limit) => deleteLetters(tx, city.id, now.subtract({ hours: 14 * 24 }), limit),
  ],
  [
    'assignment.deleted',
    (tx, context, limit) => deleteAssignments(tx, context.city.id, todayIn(context), limit),
  ],
  // Nobody keeps a name that holds no post and has held none for three years.
  ['employee.deleted', (tx, { city }, limit) => deleteEmployees(tx, city.id, limit)],
]

/** Every kind of thing that ends by itself, as the audit log calls it. */
export const deletedKinds = expiring.map(([action]) => action)

/**
 * Deletes what has no purpose any more: households whose day has come, with their children, registrations, links,
 * marks of attendance and messages; what children needed to take part and what families
 * answered; drafts of offers that nobody finished; questions
 * and the letters that answered them; what somebody found wrong on a page; notes of the pinboards and who was
 * interested; consultations that are over; bookings of rooms a year after
 * their day; who borrowed what is back; links of online sessions that were held;
 * recordings of offers that are over; invitations with their codes; whose
 * certificate of good conduct was seen; who wanted to know when an offer starts again;
 * addresses of kit rounds that nobody closed; who held a post; contact persons of
 * partners; what a group was told; sign-ins that
 * have ended. A household with a place in something that still goes on stays until that is
 * over. The audit log says what, when and how many, per provider.
 */
export const deleteExpired = async (context: Context) => {
  requireThat(context.actor.kind === 'system')
  for (const [action, deleteSome] of expiring) await inBatches(context, action, deleteSome)
  await inTransaction(context, tx => store.deleteEndedSignIns(tx, context.now))
}

async function inBatches(context: Context, action: AuditedAction, deleteSome: DeleteSome) {
  for (let deleted = batchSize; deleted === batchSize; ) {
    deleted = await inTransaction(context, async tx => {
      const gone = await deleteSome(tx, context, batchSize)
      const byProvider = Map.groupBy(gone, ({ providerId }) => providerId)
      for (const [providerId, { length: amount }] of byProvider)
        await record(tx, context, { action, providerId, amount })
      return gone.length
    })
  }
}
