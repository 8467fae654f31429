import { ConfirmButton, LoneLink, Notice, PhoneButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'
import type { OwnRequest } from '../store/requests.ts'
import { whenOf } from './words.tsx'

type Props = {
  request: OwnRequest
  centre: { name: string; phone: string } | undefined
  link: string
  timeZone: string
  wording: Wording
}

/** What a group asked for and what the centre says to it. */
export const OwnRequestPage = ({ request, centre, link, timeZone, wording }: Props) => {
  const { t, language, fullDay, euros } = wording
  const { state, reason, feeCents, depositCents } = request
  return (
    <Stack>
      <h1>{t(`rooms.own.${state}`)}</h1>
      {state === 'asked' && <Notice tone="info" title={t(`rooms.own.next.${request.reachBy}`)} />}
      {state === 'confirmed' && (
        <Notice tone="success" title={whenOf(request, timeZone, wording)}>
          {feeCents > 0 && <p>{t('rooms.own.fee', { amount: euros(feeCents) })}</p>}
          {depositCents > 0 && <p>{t('rooms.own.deposit', { amount: euros(depositCents) })}</p>}
        </Notice>
      )}
      {state === 'declined' && (
        <Notice tone="warning" title={t('rooms.own.because')}>
          {reason === '' ? (
            <p>{t('rooms.own.someoneElse')}</p>
          ) : (
            <p dir="auto" class="as-written">
              {reason}
            </p>
          )}
          <p>
            <LoneLink href={publicPaths.room(language, request.roomSlug)}>
              {t('rooms.own.otherTime')}
            </LoneLink>
          </p>
        </Notice>
      )}
      <p>{whenOf(request, timeZone, wording)}</p>
      <p dir="auto" class="as-written">
        {request.purpose}
      </p>
      {centre && (
        <p>
          <bdi lang="de">{centre.name}</bdi>
        </p>
      )}
      {centre && centre.phone !== '' && <PhoneButton number={centre.phone} />}
      <p>{t('rooms.own.keep')}</p>
      <p class="muted">{t('rooms.own.deleted', { day: fullDay(request.deleteOn) })}</p>
      {state === 'asked' && (
        <details>
          <summary>{t('rooms.own.takeBack')}</summary>
          <ConfirmButton kind="danger" action={publicPaths.takeBack(language, link)}>
            {t('rooms.own.takeBackSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}
