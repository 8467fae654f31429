import type { Child } from 'hono/jsx'
import type { Part } from '../centres/index.ts'
import { paths as correctionPaths, entryOf } from '../corrections/index.ts'
import { hasRole, identityPaths, networkName, type PageVars, type StaffMember } from '../identity/index.ts'
import { paths as offlinePaths } from '../offline/index.ts'
import {
  type AssetName,
  type NavigationLink,
  Notice,
  PlainPage,
  PublicPage,
  StaffPage,
} from '../platform/design/index.ts'
import type { MissedDuty } from '../platform/jobs/store/duties.ts'
import type { PageHead } from '../platform/web/page-head.ts'
import { nameOfLanguage, type Wording } from '../platform/wording/wording.ts'
import { paths as questionPaths } from '../questions/index.ts'
import { footerLinks, publicNavigation, staffNavigation } from './navigation.ts'

type Circumstances = { isDemo: boolean; alarm: readonly MissedDuty[]; parts: ReadonlySet<Part> }

/** Puts the content of a page into its frame: for families, for people who work here, or alone. */
export const inFrame = (
  content: Child,
  head: PageHead,
  vars: PageVars,
  { isDemo, alarm, parts }: Circumstances,
) => {
  const { context, wording } = vars
  const { t } = wording
  const brand = networkName(context)
  const page = {
    ...{ language: wording.language, direction: wording.direction, brand },
    title: head.title === brand ? brand : `${head.title} · ${brand}`,
    description: head.description,
    stylesheets: [...(head.stylesheets ?? [])],
    scripts: [...(head.scripts ?? []), ...scriptsOf(head)],
    favicon: offlinePaths.icon(wording.language, 192, context.city.colour),
    data: head.data,
    alternates: head.alternates,
    languages: languageLinks(vars),
    translations: head.isPrivate || (head.frame ?? 'public') !== 'public' ? [] : translationsOf(vars),
    words: { skip: t('app.frame.skip'), menu: t('app.frame.menu'), languages: t('app.frame.languages') },
  }
  const demo = isDemo ? t('app.frame.demo') : undefined
  const isCurrent = (link: NavigationLink & { name: string }) => ({
    ...link,
    current: link.name === head.current,
  })

  if (head.frame === 'staff' && context.actor.kind === 'staff') {
    return (
      <StaffPage
        {...page}
        home={`/${wording.language}/staff`}
        navigation={staffNavigation(context.actor, wording, parts).map(isCurrent)}
        account={{
          name: context.actor.name,
          role: t(`app.role.${mainRole(context.actor) ?? 'support'}`),
          href: identityPaths.account(wording.language),
        }}
        signOut={{ action: `/${wording.language}/sign-out`, label: t('app.frame.signOut') }}
        back={head.back}
        heading={head.heading ?? head.title}
        subline={head.subline}
        actions={head.actions}
        demo={demo}
      >
        {alarm.length > 0 && <Alarm missed={alarm} wording={wording} />}
        {content}
      </StaffPage>
    )
  }
  const home = `/${wording.language}`
  if (head.frame === 'bare') {
    return (
      <PlainPage {...page} home={home} heading={head.heading ?? head.title} demo={demo}>
        {content}
      </PlainPage>
    )
  }
  return (
    <PublicPage
      {...page}
      colour={context.city.colour}
      manifest={head.isPersonal ? undefined : offlinePaths.manifest(wording.language)}
      home={home}
      navigation={publicNavigation(wording, vars.address).map(isCurrent)}
      footer={footerLinks(wording, isDemo)}
      hero={head.hero}
      invitation={head.isDelicate ? undefined : invitation(wording, vars.address)}
      leave={{ href: context.city.leaveTo, label: t('app.frame.leave'), isLoud: isLoud(head) }}
      hidden={head.isPrivate}
    >
      {content}
    </PublicPage>
  )
}

/** On pages that a watcher should not see the way out is loud. */
const isLoud = ({ frame = 'public', isDelicate, isPersonal }: PageHead) =>
  frame === 'public' && Boolean(isDelicate || isPersonal)

/** All that runs on a page for families: the way out, and on pages that everybody may read what keeps them readable. */
const scriptsOf = (head: PageHead): readonly AssetName[] => {
  if ((head.frame ?? 'public') !== 'public') return []
  return head.isPersonal ? ['leave-quickly.js'] : ['leave-quickly.js', 'works-offline.js']
}

/** An Anlaufstelle where nobody can put a question is a brochure: it stands on every page for families. */
const invitation = ({ t, language }: Wording, address: string) => ({
  words: t('questions.ask.banner'),
  href: questionPaths.ask(language),
  label: t('questions.ask.link'),
  also: isEntry(address)
    ? { href: correctionPaths.send(language, pathOf(address)), label: t('corrections.title') }
    : undefined,
})

/** Whatever a centre has entered can be wrong, and whoever stands before the closed door knows it first. */
const isEntry = (address: string) => entryOf(pathOf(address)) !== undefined
const pathOf = (address: string) => address.replace(/\?.*/, '')

/** A duty that silently stops is a fault; this makes it loud. */
const Alarm = ({ missed, wording: { t, moment } }: { missed: readonly MissedDuty[]; wording: Wording }) => (
  <Notice tone="danger" title={t('app.alarm.title')}>
    <p>{t('app.alarm.body')}</p>
    {missed.map(({ job, lastAt }) => (
      <p>{t('app.alarm.duty', { job, lastAt: moment(lastAt) })}</p>
    ))}
  </Notice>
)

/** The same page in every language it can be read in. */
const languageLinks = ({ languages, address }: PageVars) =>
  languages.map(code => ({ code, name: nameOfLanguage(code), href: `/${code}${address}` }))

/** Search engines want whole addresses, and to know where a reader is asked for her language. */
const translationsOf = (vars: PageVars) => [
  ...languageLinks(vars).map(({ code, href }) => ({ code, href: vars.origin + href })),
  ...(vars.address === '' ? [{ code: 'x-default', href: `${vars.origin}/` }] : []),
]

const mainRole = (actor: StaffMember) =>
  (['centre-lead', 'provider-manager', 'city-office', 'administrator', 'course-leader'] as const).find(role =>
    hasRole(actor, role),
  )
