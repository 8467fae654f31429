import { LoneLink, QrCode } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = {
  centre: { slug: string; name: string }
  /** Of the pinboard, with its host. */
  address: string
  wording: Wording
}

/** A sheet for the wall: whoever photographs it reads the pinboard and writes a note, without an account. */
export const SheetPage = ({ centre, address, wording: { t, language } }: Props) => (
  <div class="paper-sheet stack">
    <p class="no-print">
      <LoneLink href={paths.list(language)}>{t('programme.staff.back')}</LoneLink>
    </p>
    <h2>
      <bdi lang="de">{centre.name}</bdi>
    </h2>
    <p>{t('neighbours.board.lead')}</p>
    <QrCode text={address} label={t('print.code', { address })} />
    <p>
      <a href={address} class="number">
        <bdi dir="ltr">{address}</bdi>
      </a>
    </p>
  </div>
)
