import type { Centre } from '../../centres/index.ts'
import { ConfirmButton, DescriptionList, LoneLink, Notice, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { PublicKit } from '../kit.ts'
import { paths } from '../paths.ts'
import type { OwnRequest } from '../store/requests.ts'

type Props = {
  request: OwnRequest
  kits: readonly PublicKit[]
  centre: Centre | undefined
  link: string
  wording: Wording
}

/** What a household has asked for, how it stands, and the way to take it back. */
export const OwnPage = ({ request, kits, centre, link, wording }: Props) => {
  const { t, language, day } = wording
  const { outcome, heldOn, called, street, houseNumber, hint, neverRing } = request
  const state = outcome ?? 'open'
  return (
    <Stack>
      <h1>{t(`doorstep.own.${state}.title`)}</h1>
      <Notice
        tone={state === 'not-found' ? 'warning' : 'success'}
        title={t(`doorstep.own.${state}.next`, { day: day(heldOn) })}
      />
      <DescriptionList
        items={[
          {
            term: t('doorstep.own.kits'),
            icon: 'give',
            value: <Wanted {...{ kits, wanted: request.kits, wording }} />,
          },
          {
            term: t('doorstep.own.door'),
            icon: 'door',
            value: (
              <>
                <bdi>{called}</bdi>
                <br />
                <bdi>{`${street} ${houseNumber}`}</bdi>
                {hint && (
                  <>
                    <br />
                    <bdi>{hint}</bdi>
                  </>
                )}
                {neverRing && (
                  <>
                    <br />
                    {t('doorstep.sheet.neverRing')}
                  </>
                )}
              </>
            ),
          },
        ]}
      />
      <p class="muted">{t('doorstep.own.keepLink')}</p>
      {centre && (
        <p>
          <LoneLink href={paths.doorstep(language, centre.slug)}>
            <span>
              {t('doorstep.page.title')}: <bdi lang="de">{centre.name}</bdi>
            </span>
          </LoneLink>
        </p>
      )}
      {outcome === null && (
        <ConfirmButton kind="danger" action={paths.takeBack(language, link)}>
          {t('doorstep.own.takeBack')}
        </ConfirmButton>
      )}
    </Stack>
  )
}

const Wanted = ({
  kits,
  wanted,
  wording: { number },
}: {
  kits: readonly PublicKit[]
  wanted: OwnRequest['kits']
  wording: Wording
}) => (
  <>
    {kits
      .filter(({ id }) => wanted[id])
      .map(({ id, name, language }, index) => (
        <>
          {index > 0 && <br />}
          {number(wanted[id] ?? 0)} × <bdi lang={language}>{name}</bdi>
        </>
      ))}
  </>
)

/** Behind a link that opens nothing (any more): a round that is over has forgotten everybody. */
export const NothingLeftPage = ({ wording: { t, language } }: { wording: Wording }) => (
  <Stack>
    <h1>{t('doorstep.own.nothing.title')}</h1>
    <p>{t('doorstep.own.nothing.words')}</p>
    <p>
      <LoneLink href={`/${language}/centres`}>{t('doorstep.own.nothing.centres')}</LoneLink>
    </p>
  </Stack>
)
