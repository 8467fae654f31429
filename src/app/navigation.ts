import type { Part } from '../centres/index.ts'
import { paths as counsellingPaths } from '../counselling/index.ts'
import { type Actor, hasRole, hasSupportAccess } from '../identity/index.ts'
import { paths as lendingPaths } from '../lending/index.ts'
import { paths as neighboursPaths } from '../neighbours/index.ts'
import { paths as outreachPaths } from '../outreach/index.ts'
import type { NavigationLink } from '../platform/design/index.ts'
import type { Wording } from '../platform/wording/wording.ts'
import { paths as questionsPaths } from '../questions/index.ts'
import { publicPaths as lettingPaths } from '../rooms/index.ts'

type NamedLink = NavigationLink & { name: string }

/**
 * The four ways a family goes; on a phone they lie under the thumb. A district that was chosen goes along in the
 * addresses, because nothing else remembers it.
 */
export const publicNavigation = ({ language, t }: Wording, address: string): NamedLink[] => {
  const district = new URLSearchParams(address.split('?')[1]).get('district')
  const near = district ? `?${new URLSearchParams({ district })}` : ''
  return [
    { name: 'today', href: `/${language}${near}`, label: t('app.navigation.today'), icon: 'today' },
    { name: 'offers', href: `/${language}/offers${near}`, label: t('app.navigation.offers'), icon: 'search' },
    {
      name: 'centres',
      href: `/${language}/centres${near}`,
      label: t('app.navigation.centres'),
      icon: 'centre',
    },
    { name: 'districts', href: `/${language}/districts`, label: t('app.navigation.districts'), icon: 'map' },
  ]
}

/** Where families find again what they have no registration for: every code on paper looks alike. */
export const otherCodes = ({ language, t }: Wording) => [
  { href: questionsPaths.byCode(language), label: t('questions.code.title') },
  { href: counsellingPaths.byCode(language), label: t('counselling.code.title') },
  { href: neighboursPaths.byCode(language), label: t('neighbours.code.title') },
  { href: lendingPaths.byCode(language), label: t('lending.code.title') },
  { href: lettingPaths.byCode(language), label: t('rooms.code.title') },
]

export const footerLinks = ({ language, t }: Wording, isDemo: boolean) => {
  const links = (
    [
      'due',
      'explained',
      'my',
      'story',
      'money',
      'concept',
      'promise',
      'privacy',
      'accessibility',
      'imprint',
      'sources',
      'open-data',
      'sign-in',
    ] as const
  ).map(name => ({
    href: `/${language}/${name}`,
    label: name === 'explained' || name === 'due' ? t(`${name}.title`) : t(`app.footer.${name}`),
  }))
  const mailbox = { href: outreachPaths.mailbox(language), label: t('outreach.mailbox.title') }
  return isDemo ? [...links, mailbox] : links
}

/**
 * What somebody can do here; what a role may not use does not stand in its way, nor what the centre of a lead has
 * not switched on.
 */
export const staffNavigation = (
  actor: Actor,
  { language, t }: Wording,
  parts: ReadonlySet<Part>,
): NamedLink[] => {
  const entry = (
    name:
      | 'today'
      | 'programme'
      | 'questions'
      | 'rooms'
      | 'network'
      | 'proposals'
      | 'invitations'
      | 'introduction'
      | 'neighbours'
      | 'doorstep'
      | 'counselling'
      | 'calls'
      | 'figures'
      | 'money'
      | 'concept'
      | 'posts'
      | 'people'
      | 'support'
      | 'audit'
      | 'week-letter'
      | 'fees'
      | 'lending'
      | 'parts'
      | 'sites'
      | 'sms',
    icon: NavigationLink['icon'],
  ) => ({
    name,
    href: `/${language}/staff${name === 'today' ? '' : `/${name}`}`,
    label: t(`app.staffNavigation.${name}`),
    icon,
  })
  const isLead = hasRole(actor, 'centre-lead')
  const helps = hasSupportAccess(actor)
  const uses = (part: Part) => isLead && parts.has(part)
  return [
    ...(hasRole(actor, 'centre-lead', 'course-leader') || helps ? [entry('today', 'today')] : []),
    ...(isLead ? [entry('programme', 'calendar')] : []),
    ...(isLead ? [entry('questions', 'info')] : []),
    ...(isLead ? [entry('rooms', 'door')] : []),
    ...(uses('lending') ? [entry('lending', 'lend')] : []),
    ...(uses('neighbours') ? [entry('neighbours', 'neighbours')] : []),
    ...(uses('doorstep') ? [entry('doorstep', 'give')] : []),
    ...(uses('introduction') ? [entry('introduction', 'centre')] : []),
    ...(uses('network') ? [entry('network', 'meeting'), entry('proposals', 'people')] : []),
    ...(uses('invitations') ? [entry('invitations', 'just-come')] : []),
    ...(uses('counselling') ? [entry('counselling', 'advice')] : []),
    ...(uses('week-letter') ? [entry('week-letter', 'mail')] : []),
    ...(uses('fees') || hasRole(actor, 'provider-manager') ? [entry('fees', 'price')] : []),
    ...(uses('calls') || helps ? [entry('calls', 'phone')] : []),
    ...(uses('figures') || hasRole(actor, 'provider-manager', 'city-office')
      ? [entry('figures', 'chart')]
      : []),
    ...(hasRole(actor, 'city-office') ? [entry('money', 'price'), entry('sites', 'link')] : []),
    ...(hasRole(actor, 'provider-manager', 'city-office') ? [entry('concept', 'check')] : []),
    ...(uses('posts') || hasRole(actor, 'provider-manager', 'city-office')
      ? [entry('posts', 'registration')]
      : []),
    ...(hasRole(actor, 'administrator', 'provider-manager') ? [entry('people', 'people')] : []),
    ...(uses('support') || hasRole(actor, 'provider-manager') ? [entry('support', 'door')] : []),
    ...(hasRole(actor, 'provider-manager') ? [entry('sms', 'phone'), entry('audit', 'clock')] : []),
    ...(isLead ? [entry('parts', 'settings')] : []),
  ]
}
