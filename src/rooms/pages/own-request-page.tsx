import { CodeOnPaper } from '../../codes/index.ts'
import { ConfirmButton, LoneLink, Notice, PhoneButton, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { publicPaths } from '../public-paths.ts'
import { mayTakeBack } from '../request.ts'
import type { PublicRoom } from '../store/public-rooms.ts'
import type { OwnRequest } from '../store/requests.ts'
import { whenOf } from './words.tsx'

type Props = {
  request: OwnRequest
  /** None when it is not let any more. */
  room: PublicRoom | undefined
  centre: { name: string; phone: string } | undefined
  /** The code, for whoever has just asked or holds the link it follows from. */
  code: string | undefined
  /** What opened the page: the link or the code. */
  shownBy: string
  now: Temporal.Instant
  timeZone: string
  wording: Wording
}

/** What a group asked for and what the centre says to it. */
export const OwnRequestPage = ({ request, room, centre, code, shownBy, now, timeZone, wording }: Props) => {
  const { t, language, fullDay, euros } = wording
  const { state, reason, feeCents, depositCents } = request
  return (
    <Stack>
      <h1>{t(`rooms.own.${state}`)}</h1>
      {state === 'asked' && <Notice tone="info" title={t(`rooms.own.next.${request.reachBy}`)} />}
      {state === 'waiting' && <Notice tone="info" title={t('rooms.own.waitingNext')} />}
      {state === 'confirmed' && (
        <Notice tone="success" title={whenOf(request, timeZone, wording)}>
          {feeCents > 0 && <p>{t('rooms.own.fee', { amount: euros(feeCents) })}</p>}
          {depositCents > 0 && <p>{t('rooms.own.deposit', { amount: euros(depositCents) })}</p>}
        </Notice>
      )}
      {(state === 'declined' || state === 'revoked') && (
        <Notice tone="warning" title={t('rooms.own.because')}>
          {reason === '' ? (
            <p>{t(state === 'revoked' ? 'rooms.own.takenFromYou' : 'rooms.own.someoneElse')}</p>
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
      {(room || centre) && (
        <p>
          {room && (
            <a href={publicPaths.room(language, room.slug)}>
              <bdi lang={room.textLanguage}>{room.name}</bdi>
            </a>
          )}
          {room && centre && ' · '}
          {centre && <bdi lang="de">{centre.name}</bdi>}
        </p>
      )}
      {centre && centre.phone !== '' && <PhoneButton number={centre.phone} />}
      {code && <CodeOnPaper code={code} title={t('rooms.own.code')} use={t('rooms.own.codeUse')} />}
      <p class="muted">{t('rooms.own.deleted', { day: fullDay(request.deleteOn) })}</p>
      {mayTakeBack(request, now) && (
        <details>
          <summary>{t(state === 'confirmed' ? 'rooms.own.giveBack' : 'rooms.own.takeBack')}</summary>
          <ConfirmButton kind="danger" action={publicPaths.takeBack(language)} fields={{ key: shownBy }}>
            {t(state === 'confirmed' ? 'rooms.own.giveBackSure' : 'rooms.own.takeBackSure')}
          </ConfirmButton>
        </details>
      )}
    </Stack>
  )
}
