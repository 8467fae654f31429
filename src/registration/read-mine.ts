import type { Context } from '../identity/index.ts'
import { datesToExcuse } from './absence/excuse.ts'
import { noticesFor } from './group/tell-group.ts'
import { asksToConfirm, isCodeSent } from './number/send-code.ts'
import { readAnswers } from './offer-questions/answer-questions.ts'
import { isLive } from './registration.ts'
import { besidesThis } from './several/several-dates.ts'
import { codeBehind, onlineSessionBehind, type RegistrationView } from './show.ts'

type Asked = {
  view: RegistrationView
  link: string
  /** SMS leave the house, so that a number can be asked whose it is. */
  sendsSms: boolean
}

/** What a family reads beside its registration. What a group is told and asked is for those who have a place in it. */
export const readMine = async (desk: Context, { view, link, sendsSms }: Asked) => {
  const { registration, intake, names } = view
  const { id, offerId, state, household } = registration
  const hasPlace = state === 'confirmed'
  const asks = sendsSms && asksToConfirm(registration, desk.city.country)
  return {
    code: await codeBehind(desk, link, id),
    online: names.way === 'online' ? await onlineSessionBehind(desk, link) : undefined,
    besides: isLive(state)
      ? await besidesThis(desk, { registrationId: id, intakeId: intake.id, link })
      : { sameOffer: [], clashes: [] },
    hasPlace,
    hasQuestions: hasPlace && (await readAnswers(desk, id)).length > 0,
    notices: hasPlace ? await noticesFor(desk, offerId) : [],
    dates: hasPlace && !intake.sessionId ? await datesToExcuse(desk, registration) : [],
    number: { asks, isCodeSent: asks && (await isCodeSent(desk, household.id)) },
  }
}
