import { partsInUse } from '../centres/index.ts'
import {
  forSignedIn,
  hasRole,
  hasSupportAccess,
  identityPaths,
  type PageRoutes,
  todayIn,
} from '../identity/index.ts'
import { staffPaths } from '../planning/index.ts'
import { LinkButton } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { listsToSee } from '../registration/index.ts'
import { readRunningQuarter } from '../reporting/index.ts'
import { greetingAt, type MyDay, myDay, nextStepAt } from './my-day.ts'
import { SupportDayPage } from './pages/support-day-page.tsx'
import { TodayPage } from './pages/today-page.tsx'

/**
 * Where everybody who works here begins her day; who works at no centre is led to what is hers, or finds the lists
 * that a provider opened to her.
 */
export const todayRoutes = (routes: PageRoutes) => {
  routes.get('/staff', forSignedIn, async c => {
    const { context, wording } = c.var
    const { actor, language, now, city } = context
    if (actor.kind === 'staff' && !hasRole(actor, 'centre-lead', 'course-leader')) {
      if (!hasSupportAccess(actor)) return c.redirect(identityPaths.home(language, actor), 303)
      return c.render(<SupportDayPage lists={await listsToSee(context)} wording={wording} />, {
        ...{ frame: 'staff', current: 'today', title: wording.t('today.support.title') },
      })
    }

    const isLead = hasRole(actor, 'centre-lead')
    const day = await myDay(context)
    const parts = await partsInUse(context)
    const quarter = isLead && parts.has('figures') ? await readRunningQuarter(context) : undefined
    const isSomethingToCount = day.sessions.some(session => nextStepAt(session, now) === 'count')
    const { hour } = now.toZonedDateTimeISO(city.timeZone)
    return c.render(<TodayPage {...{ day, now, isLead, parts, quarter, wording }} />, {
      ...{ frame: 'staff', current: 'today', title: wording.t('today.title') },
      heading: wording.t(`today.greeting.${greetingAt(hour)}`),
      subline: summaryOf(day, todayIn(context), wording),
      ...(isLead && {
        actions: (
          <LinkButton kind={isSomethingToCount ? 'secondary' : 'primary'} href={staffPaths.plan(language)}>
            {wording.t('today.doors.plan')}
          </LinkButton>
        ),
      }),
    })
  })
}

/** Monday, 23 November · 3 sessions, 1 cancelled */
const summaryOf = ({ sessions }: MyDay, today: Temporal.PlainDate, { t, day }: Wording) => {
  const cancelled = sessions.filter(({ cancelReason }) => cancelReason).length
  const held = sessions.length - cancelled
  return [
    day(today),
    [
      t('today.summary.held', { count: held }),
      cancelled > 0 && t('today.summary.cancelled', { count: cancelled }),
    ]
      .filter(Boolean)
      .join(t('today.summary.and')),
  ].join(' · ')
}
