import { describe, expect, test } from 'vitest'
import { leadOf } from '../../../tests/support/families.ts'
import { databaseForThisFile } from '../../../tests/support/server.ts'
import { aTown, townNow } from '../../../tests/support/town.ts'
import { finishDraft } from './finish-draft.ts'
import { beginDraft, discardDraft, keepAnswers, readDraft } from './keep-draft.ts'

const database = await databaseForThisFile()
const town = await aTown(database)
const lead = town.contextOf(leadOf(town.westend))
const otherLead = town.contextOf(leadOf(town.dotzheim))

describe('a draft', () => {
  test('keeps what was typed, also what does not hold yet', async () => {
    const id = await beginDraft(lead, town.westend.id)
    await keepAnswers(lead, id, 'who', { ageFrom: 'three' })
    expect((await readDraft(lead, id)).answers.who).toEqual({ ageFrom: 'three' })
    expect(await finishDraft(lead, { draftId: id, publish: true })).toEqual({ outcome: 'incomplete' })
  })

  test('is given up two weeks after the last change', async () => {
    const id = await beginDraft(lead, town.westend.id)
    const later = (days: number) => town.contextOf(lead.actor, townNow.add({ hours: 24 * days }))
    await keepAnswers(later(10), id, 'what', {})
    await readDraft(later(23), id)
    await expect(readDraft(later(24), id)).rejects.toMatchObject({ name: 'NotFound' })
  })

  test('is nobody else’s, not even another lead’s of the same centre', async () => {
    const id = await beginDraft(lead, town.westend.id)
    const colleague = { ...leadOf(town.westend), accountId: 'colleague' }
    await expect(readDraft(town.contextOf(colleague), id)).rejects.toMatchObject({ name: 'NotFound' })
    await expect(discardDraft(otherLead, id)).rejects.toMatchObject({ name: 'NotFound' })
    expect((await readDraft(lead, id)).id).toBe(id)
  })

  test('cannot be begun for a centre of others', async () => {
    await expect(beginDraft(otherLead, town.westend.id)).rejects.toMatchObject({ name: 'NotAllowed' })
  })
})
