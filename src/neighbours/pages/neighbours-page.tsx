import type { District } from '../../centres/index.ts'
import {
  Board,
  Button,
  EmptyState,
  Form,
  LinkButton,
  Section,
  SelectField,
  Stack,
} from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { NoteKind } from '../note.ts'
import { paths } from '../paths.ts'
import type { BoardOfCentre } from '../read-pinboards.ts'
import { KindChips } from './kind-chips.tsx'
import { NoteCard } from './note-card.tsx'

type Props = {
  boards: readonly BoardOfCentre[]
  districts: readonly District[]
  district: string | undefined
  kind: NoteKind | undefined
  wording: Wording
}

/** The boards of all centres, those near first once a family says where it lives. */
export const NeighboursPage = ({ boards, districts, district, kind, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1>{t('neighbours.all.title')}</h1>
      <p>{t('neighbours.board.lead')}</p>
      <Form method="get" action={paths.all(language)} carry={kind ? { kind } : {}}>
        <SelectField
          name="district"
          label={t('neighbours.all.district')}
          empty={t('neighbours.all.anywhere')}
          value={district}
          options={districts.map(({ code, name }) => ({ value: code, label: name, lang: 'de' }))}
        />
        <Button>{t('neighbours.all.near')}</Button>
      </Form>
      <KindChips
        current={kind}
        hrefOf={wanted => paths.all(language, { district, kind: wanted })}
        wording={wording}
      />
      {boards.length === 0 && (
        <EmptyState icon="neighbours" title={t('neighbours.board.empty')}>
          {t('neighbours.all.none')}
        </EmptyState>
      )}
      {boards.map(({ centre, notes }) => (
        <Section title={<bdi lang="de">{centre.name}</bdi>}>
          <Stack>
            <Board>
              {notes.map(note => (
                <NoteCard {...{ note, wording }} centreSlug={centre.slug} />
              ))}
            </Board>
            {notes.length === 0 && <p>{t('neighbours.board.empty')}</p>}
            <p>
              <LinkButton small icon="plus" href={paths.send(language, centre.slug)}>
                {t('neighbours.board.send')}
              </LinkButton>
            </p>
          </Stack>
        </Section>
      ))}
    </Stack>
  )
}
