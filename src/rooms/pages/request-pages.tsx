import {
  Button,
  Card,
  ConfirmButton,
  DescriptionList,
  EmptyState,
  ErrorSummary,
  Form,
  Icon,
  LinkButton,
  Notice,
  Row,
  Rows,
  Stack,
  Tag,
  TextArea,
  type Tone,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { PhoneLink } from '../../reach/index.ts'
import { type ConfirmOutcome, moneyTicks } from '../answer-request.ts'
import { publicPaths } from '../public-paths.ts'
import type { RequestState, RoomRequest } from '../request.ts'
import { nameOf, type Room } from '../room.ts'
import { ConflictList } from './conflict-list.tsx'
import { faultsOf, type Said } from './said.ts'
import { whenOf } from './words.tsx'

type ListProps = {
  requests: readonly RoomRequest[]
  rooms: readonly Room[]
  timeZone: string
  wording: Wording
}

/** What groups asked for: what waits on top. */
export const RequestsPage = ({ requests, rooms, timeZone, wording }: ListProps) => {
  const { t, language } = wording
  const roomOf = ({ roomId }: RoomRequest) => {
    const room = rooms.find(({ id }) => id === roomId)
    return room ? nameOf(room.texts, language) : ''
  }
  if (requests.length === 0) return <EmptyState icon="door" title={t('rooms.requests.none')} />
  return (
    <Rows>
      {requests.map(request => (
        <Row
          start={<Icon name="door" />}
          title={<bdi>{request.called}</bdi>}
          note={
            <>
              {wording.joined([roomOf(request), whenOf(request, timeZone, wording)])}{' '}
              <Tag tone={tones[request.state]} label={t(`rooms.requests.state.${request.state}`)} />
            </>
          }
          action={
            <LinkButton href={publicPaths.request(language, request.id)} small>
              {t(request.state === 'asked' ? 'rooms.requests.answer' : 'rooms.requests.look')}
            </LinkButton>
          }
        />
      ))}
    </Rows>
  )
}

const tones: Record<RequestState, Tone> = {
  ...{ asked: 'warning', waiting: 'info', confirmed: 'success', declined: 'info' },
  ...{ withdrawn: 'info', revoked: 'danger' },
}

type Props = {
  request: RoomRequest
  room: Room
  refused: Exclude<ConfirmOutcome, { outcome: 'confirmed' }> | undefined
  errors: Said
  timeZone: string
  wording: Wording
}

/** One request, whole: confirm it, decline it, and what of the money has come. */
export const RequestPage = ({ request, room, refused, errors, timeZone, wording }: Props) => {
  const { t, language, euros, fullDay } = wording
  const { id, wants, state } = request
  const others = refused?.outcome === 'others-wait' ? refused.others : []
  return (
    <Stack gap="large">
      <ErrorSummary title={t('rooms.mend')} faults={faultsOf(errors)} />
      {refused && (
        <Notice tone="warning" title={t(`rooms.requests.refused.${refused.outcome}`)}>
          {refused.outcome === 'taken' && (
            <ConflictList conflicts={refused.conflicts} rooms={[room]} {...{ timeZone, wording }} />
          )}
          <ul>
            {others.map(other => (
              <li>
                <bdi>{other.called}</bdi>, {whenOf(other, timeZone, wording)}
              </li>
            ))}
          </ul>
        </Notice>
      )}
      <DescriptionList
        items={[
          { term: t('rooms.book.room'), value: nameOf(room.texts, language), icon: 'door' },
          { term: t('rooms.book.when'), value: whenOf(request, timeZone, wording), icon: 'clock' },
          { term: t('rooms.ask.purpose'), value: <span dir="auto">{request.purpose}</span>, icon: 'info' },
          { term: t('rooms.field.capacity'), value: request.people, icon: 'people' },
          {
            term: t('rooms.requests.answerBy'),
            value: (
              <>
                {wants.reachBy === 'visit' ? t('rooms.requests.comesBy') : t(`reach.way.${wants.reachBy}`)}{' '}
                {'phone' in wants && <PhoneLink {...wants} />}
                {'email' in wants && <bdi>{wants.email}</bdi>}
              </>
            ),
            icon: 'phone',
          },
          { term: t('rooms.book.state'), value: t(`rooms.requests.state.${state}`), icon: 'check' },
        ]}
      />
      {(state === 'asked' || state === 'waiting') && (
        <>
          {state === 'asked' && (
            <ConfirmButton
              kind="primary"
              action={publicPaths.confirm(language, id)}
              fields={others.length > 0 ? { overOthers: 'yes' } : {}}
            >
              {t(others.length > 0 ? 'rooms.requests.confirmAnyway' : 'rooms.requests.confirm')}
            </ConfirmButton>
          )}
          <Card title={t('rooms.requests.decline')}>
            <Form action={publicPaths.decline(language, id)}>
              <TextArea
                name="reason"
                label={t('rooms.requests.reason')}
                hint={t('rooms.requests.reasonHint')}
                error={errors.reason}
                maxlength={500}
                rows={3}
              />
              <Button>{t('rooms.requests.declineDo')}</Button>
            </Form>
          </Card>
        </>
      )}
      {state === 'confirmed' && (
        <Card title={t('rooms.requests.money')}>
          <p>
            {t('rooms.public.price')}: {euros(request.feeCents)} · {t('rooms.public.deposit')}:{' '}
            {euros(request.depositCents)}
          </p>
          <Rows>
            {moneyTicks.map(tick => {
              const on = request[tick]
              return (
                <Row
                  start={<Icon name={on ? 'check' : 'price'} />}
                  title={t(`rooms.requests.tick.${tick}`)}
                  note={on ? fullDay(on) : undefined}
                  action={
                    <ConfirmButton small action={publicPaths.money(language, id)} fields={{ tick }}>
                      {t(on ? 'rooms.requests.undo' : 'rooms.requests.note')}
                    </ConfirmButton>
                  }
                />
              )
            })}
          </Rows>
        </Card>
      )}
      <p class="muted">{t('rooms.own.deleted', { day: fullDay(request.deleteOn) })}</p>
    </Stack>
  )
}
