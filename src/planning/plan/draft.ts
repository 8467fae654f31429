import type { CentreRef } from '../../identity/index.ts'
import type { FormValues } from '../../platform/web/form.ts'
import type { AskingStep } from './plan-steps.ts'

/** What was typed so far, step by step, the faulty answers too. */
export type Answers = Partial<Record<AskingStep, FormValues>> & {
  /** When the offer that is being changed was last changed; another change meanwhile must not be overwritten. */
  basedOn?: string
}

/** A plan in the making; it belongs to the one who began it. */
export type Draft = CentreRef & {
  id: string
  accountId: string
  /** The offer that is being changed; null while a new one is planned. */
  offerId: string | null
  answers: Answers
  changedAt: Temporal.Instant
  expiresAt: Temporal.Instant
}

/** A draft that nobody touched for so long is given up. */
export const expiryOf = (changedAt: Temporal.Instant) => changedAt.add({ hours: 14 * 24 })

/** What is sent when somebody wants one slot more, one less, or more fields for the days of a slot. */
export type SlotWish = { wish: 'add' } | { wish: 'remove' | 'more'; slot: number }

export const readSlotWish = (button: string): SlotWish | undefined => {
  if (button === 'add') return { wish: 'add' }
  const [, wish, slot] = /^(remove|more)-(\d{1,2})$/.exec(button) ?? []
  return wish === 'remove' || wish === 'more' ? { wish, slot: Number(slot) } : undefined
}

/** What was typed without the button that sent it, and without the empty lines of lists. */
export const tidied = ({ do: _, ...values }: FormValues): FormValues =>
  Object.fromEntries(
    Object.entries(values).map(([name, value]) => [
      name,
      Array.isArray(value) ? value.filter(line => line !== '') : value,
    ]),
  )

/** A slot as it is offered to be filled in: weekly, not on public holidays, and not when the centre is closed. */
export const blankSlot: FormValues = { rhythm: 'weekly', skipsPublicHolidays: 'yes', skipsClosingDays: 'yes' }

/** The slots of the sent values, each with the bare names of its fields, in order. */
export const slotsOf = (values: FormValues): FormValues[] => {
  const slots = new Map<number, FormValues>()
  for (const [name, value] of Object.entries(values)) {
    const [, index, field] = /^slots\.(\d{1,3})\.(\w+)$/.exec(name) ?? []
    if (index === undefined || field === undefined) continue
    const slot = slots.get(Number(index)) ?? {}
    slot[field] = value
    slots.set(Number(index), slot)
  }
  return [...slots].sort(([one], [other]) => one - other).map(([, slot]) => slot)
}

/** The same values with other slots, numbered from nought without a gap. */
export const withSlots = (values: FormValues, slots: readonly FormValues[]): FormValues => ({
  ...Object.fromEntries(Object.entries(values).filter(([name]) => !name.startsWith('slots.'))),
  ...Object.fromEntries(
    slots.flatMap((slot, index) =>
      Object.entries(slot).map(([field, value]) => [`slots.${index}.${field}`, value]),
    ),
  ),
})

/** The values as the next rendering shows them; fields for more days come by themselves. */
export const grantSlotWish = (values: FormValues, wish: SlotWish): FormValues => {
  const slots = slotsOf(values)
  switch (wish.wish) {
    case 'add':
      return withSlots(values, [...slots, blankSlot])
    case 'remove':
      return withSlots(
        values,
        slots.filter((_, index) => index !== wish.slot),
      )
    case 'more':
      return values
  }
}

/** Where the eye goes on after it: the slot that was added, or the one that was worked on. */
export const slotToShow = (values: FormValues, wish: SlotWish) =>
  wish.wish === 'add' ? slotsOf(values).length - 1 : wish.wish === 'more' ? wish.slot : 0
