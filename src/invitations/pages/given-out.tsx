import { Card, Cluster, ConfirmButton, LinkButton, Section, Stack } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Asked, GivenOut } from '../read-invitations.ts'
import type { InvitationsPageProps } from './invitations-page.tsx'

type Props = Pick<InvitationsPageProps, 'given' | 'languages' | 'wording'>

/** What was given out and still counts, each to be opened in the languages of the city. */
export const GivenOutList = ({ given, languages, wording }: Props) => {
  const { t, language } = wording
  if (given.length === 0) return null
  return (
    <Section title={t('invitations.given.title')}>
      <Stack>
        {given.map(invitation => (
          <Card title={<bdi>{invitation.partnerName ?? t('invitations.tally.former')}</bdi>}>
            <p>
              <Facts {...{ invitation, wording }} />
            </p>
            <Cluster>
              {invitation.asked &&
                invitation.left > 0 &&
                languages.map(code => (
                  <LinkButton href={paths.sheet(code, invitation.id)} icon="print" small>
                    <span lang={code}>{nameOfLanguage(code)}</span>
                  </LinkButton>
                ))}
              <ConfirmButton action={paths.takeBack(language, invitation.id)} kind="quiet" small>
                {t('invitations.given.takeBack')}
              </ConfirmButton>
            </Cluster>
          </Card>
        ))}
      </Stack>
    </Section>
  )
}

const Facts = ({ invitation, wording }: { invitation: GivenOut; wording: Wording }) => {
  const { t } = wording
  const { asked, called, left, printed, goodUntil } = invitation
  return (
    <>
      {asked ? <bdi>{askedInWords(asked, wording)}</bdi> : <b>{t('invitations.given.off')}</b>}
      {called && (
        <>
          {' · '}
          <bdi>{called}</bdi>
        </>
      )}
      {' · '}
      {t('invitations.given.left', { left, printed, until: wording.dayAndMonth(goodUntil) })}
    </>
  )
}

const askedInWords = (asked: Asked, wording: Wording) =>
  'entry' in asked
    ? wording.joined([
        asked.entry.session && wording.shortDay(asked.entry.session.heldOn),
        asked.entry.session && wording.time(asked.entry.session.starts),
        asked.entry.title.text,
      ])
    : wording.joined([
        wording.t('invitations.given.weekly', { day: wording.weekday(asked.weekday) }),
        wording.time(asked.starts),
      ])
