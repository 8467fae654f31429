/** The steps of one form on several pages, in the order in which they are asked. The last one checks the answers. */
export type StepOrder<Name extends string> = readonly [Name, Name, ...Name[]]

/** Which steps have answers that hold; whatever keeps the draft knows it. */
export type IsAnswered<Name extends string> = (step: Name) => boolean

export const isStepOf = <Name extends string>(order: StepOrder<Name>, step: string): step is Name =>
  (order as readonly string[]).includes(step)

/** Where somebody goes on who comes back: the first step that is not answered yet, else the last one. */
export const stepToGoOn = <Name extends string>(order: StepOrder<Name>, isAnswered: IsAnswered<Name>): Name =>
  order.slice(0, -1).find(step => !isAnswered(step)) ?? lastOf(order)

/** A step opens when everything before it is answered; one that was answered can always be gone back to. */
export const isReachable = <Name extends string>(
  order: StepOrder<Name>,
  isAnswered: IsAnswered<Name>,
  step: Name,
) =>
  (step !== lastOf(order) && isAnswered(step)) ||
  order.indexOf(step) <= order.indexOf(stepToGoOn(order, isAnswered))

/** The step after this one; after the last there is none. */
export const stepAfter = <Name extends string>(order: StepOrder<Name>, step: Name): Name | undefined =>
  order[order.indexOf(step) + 1]

export const stepBefore = <Name extends string>(order: StepOrder<Name>, step: Name): Name | undefined =>
  order[order.indexOf(step) - 1]

/** How the steps look from one of them: what is done, where one stands, what may be opened. */
export const stepsFrom = <Name extends string>(
  order: StepOrder<Name>,
  isAnswered: IsAnswered<Name>,
  current: Name,
) =>
  order.map(step => ({
    step,
    state:
      step === current
        ? ('current' as const)
        : isDone(order, isAnswered, step)
          ? ('done' as const)
          : ('ahead' as const),
    isReachable: isReachable(order, isAnswered, step),
  }))

const isDone = <Name extends string>(order: StepOrder<Name>, isAnswered: IsAnswered<Name>, step: Name) =>
  step !== lastOf(order) && isAnswered(step)

const lastOf = <Name extends string>(order: StepOrder<Name>) => order.at(-1) as Name
