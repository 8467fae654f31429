import {
  Board,
  Button,
  Card,
  ConfirmButton,
  EmptyState,
  Form,
  Notice,
  PhoneButton,
  Stack,
  Tag,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type Kit, nameOf } from '../kit.ts'
import type { KitRequest } from '../kit-request.ts'
import { paths } from '../paths.ts'
import type { Sheet } from '../read-doorstep.ts'

export const sheetNews = ['entered', 'withdrawn', 'changed'] as const

type Props = { sheet: Sheet; news: (typeof sheetNews)[number] | undefined; wording: Wording }

/** The sheet of a round for a phone in one hand: door by door, with ticks as big as a thumb. */
export const SheetPage = ({ sheet: { requests, kits }, news, wording }: Props) => {
  const { t } = wording
  const done = requests.filter(({ outcome }) => outcome !== null).length
  return (
    <Stack>
      {news && <Notice tone="success" title={t(`doorstep.news.${news}`)} announce />}
      {requests.length === 0 ? (
        <EmptyState icon="door" title={t('doorstep.sheet.empty')}>
          {t('doorstep.sheet.emptyNext')}
        </EmptyState>
      ) : (
        <p>
          {t('doorstep.sheet.done', { done: wording.number(done), all: wording.number(requests.length) })}
        </p>
      )}
      <Board>
        {requests.map(request => (
          <div id={`door-${request.id}`}>
            <Card
              title={<bdi>{`${request.street} ${request.houseNumber}`}</bdi>}
              tint={request.outcome !== null}
            >
              <DoorFacts {...{ request, kits, wording }} />
              <Ticks {...{ request, wording }} />
            </Card>
          </div>
        ))}
      </Board>
    </Stack>
  )
}

const DoorFacts = ({
  request: { called, hint, neverRing, phone, kits: wanted },
  kits,
  wording,
}: {
  request: KitRequest
  kits: readonly Kit[]
  wording: Wording
}) => (
  <Stack gap="small">
    {neverRing && (
      <p>
        <Tag tone="danger" icon="cancelled" label={wording.t('doorstep.sheet.neverRing')} />
      </p>
    )}
    <p>
      {wording.t('doorstep.sheet.bell')}: <b dir="auto">{called}</b>
    </p>
    <p>{kitsInWords(wanted, kits, wording)}</p>
    {hint && <p dir="auto">{hint}</p>}
    {phone && (
      <p>
        <PhoneButton number={phone} />
      </p>
    )}
  </Stack>
)

const Ticks = ({ request, wording: { t, language } }: { request: KitRequest; wording: Wording }) => {
  const { id, outcome, neverRing } = request
  const action = paths.tick(language, id)
  const whose = `${request.street} ${request.houseNumber}, ${request.called}`
  if (outcome)
    return (
      <Stack gap="small">
        <p>
          <Tag
            tone={outcome === 'hung-up' ? 'success' : 'warning'}
            icon={outcome === 'hung-up' ? 'success' : 'warning'}
            label={t(`doorstep.sheet.${outcome}`)}
          />
        </p>
        <ConfirmButton kind="quiet" action={action} fields={{ mark: 'open' }}>
          {t('doorstep.sheet.undo')}
          <Whose whose={whose} />
        </ConfirmButton>
      </Stack>
    )
  return (
    <Stack gap="small">
      <Form action={action}>
        <Button name="mark" value="hung-up" icon="success" block>
          {t('doorstep.sheet.hung-up')}
          <Whose whose={whose} />
        </Button>
        <Button name="mark" value="not-found" icon="search" block>
          {t('doorstep.sheet.not-found')}
          <Whose whose={whose} />
        </Button>
        <Button name="mark" value={neverRing ? 'may-ring' : 'never-ring'} icon="cancelled" block>
          {t(neverRing ? 'doorstep.sheet.mayRing' : 'doorstep.sheet.neverRing')}
          <Whose whose={whose} />
        </Button>
      </Form>
      <details>
        <summary>
          {t('doorstep.sheet.more')}
          <Whose whose={whose} />
        </summary>
        <ConfirmButton kind="danger" action={paths.withdraw(language, id)}>
          {t('doorstep.sheet.withdraw')}
          <Whose whose={whose} />
        </ConfirmButton>
      </details>
    </Stack>
  )
}

/** For whoever hears the buttons one after the other. */
const Whose = ({ whose }: { whose: string }) => <span class="kern-sr-only">: {whose}</span>

/** Two of these and one of those. */
export const kitsInWords = (
  wanted: KitRequest['kits'],
  kits: readonly Kit[],
  { language, joined, number }: Wording,
) =>
  joined(
    wanted.map(({ kitId, amount }) => {
      const kit = kits.find(({ id }) => id === kitId)
      // Held together: a figure alone at the end of a line says nothing.
      return `${number(amount)}\u00a0×\u00a0${kit ? nameOf(kit, language) : ''}`
    }),
  )
