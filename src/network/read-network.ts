import { type Context, listTeam, todayIn } from '../identity/index.ts'
import { inTransaction } from '../platform/database/transaction.ts'
import { orNotFound, requireThat } from '../platform/refusals.ts'
import { lastDayToNotice } from './due.ts'
import type { Task } from './meeting.ts'
import { mayKeepNetwork } from './permissions.ts'
import { countRunningOut, listAgreements } from './store/agreements.ts'
import { listContacts } from './store/contacts.ts'
import * as meetings from './store/meetings.ts'
import * as partners from './store/partners.ts'
import * as tasks from './store/tasks.ts'

export const listPartners = async (context: Context) => {
  const all = await inTransaction(context, tx => partners.listPartners(tx, context.city.id))
  return all.filter(partner => mayKeepNetwork(context.actor, partner))
}

/** A partner with what was signed and whom to ring there. */
export const readPartner = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const partner = orNotFound(await partners.findPartner(tx, cityId, id))
    requireThat(mayKeepNetwork(context.actor, partner))
    const [agreements, contacts] = await Promise.all([
      listAgreements(tx, cityId, id),
      listContacts(tx, cityId, id),
    ])
    return { partner, agreements, contacts }
  })

export const listMeetings = async (context: Context) => {
  const all = await inTransaction(context, tx => meetings.listMeetings(tx, context.city.id))
  return all.filter(meeting => mayKeepNetwork(context.actor, meeting))
}

/** A meeting with its tasks, and everybody who can be given one. */
export const readMeeting = (context: Context, id: string) =>
  inTransaction(context, async tx => {
    const cityId = context.city.id
    const meeting = orNotFound(await meetings.findMeeting(tx, cityId, id))
    requireThat(mayKeepNetwork(context.actor, meeting))
    const [rows, team, known] = await Promise.all([
      tasks.listTasks(tx, cityId, id),
      listTeam(tx, { cityId, centreId: meeting.centreId }, todayIn(context)),
      partners.listPartners(tx, cityId),
    ])
    const names = new Map(team.map(({ accountId, name }) => [accountId, name]))
    return {
      meeting,
      tasks: rows.map(
        ({ accountId, partnerName, ...task }): Task => ({
          ...task,
          ownerName: partnerName ?? names.get(accountId ?? '') ?? null,
        }),
      ),
      team,
      partners: known.filter(({ centreId }) => centreId === meeting.centreId),
    }
  })

/** What wants to be talked about again: agreements that run out or have, and tasks that are overdue. */
export const whatIsDue = (context: Context) =>
  inTransaction(context, async tx => {
    const today = todayIn(context)
    const [agreements, overdueTasks] = await Promise.all([
      countRunningOut(tx, context.city.id, lastDayToNotice(today)),
      tasks.countOverdueTasks(tx, context.city.id, today),
    ])
    return { agreements, overdueTasks }
  })
