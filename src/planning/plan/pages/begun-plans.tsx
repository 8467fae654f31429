import type { Centre } from '../../../centres/index.ts'
import {
  Button,
  Cluster,
  ConfirmButton,
  Form,
  Row,
  Rows,
  Section,
  Stack,
  Tag,
} from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { staffPaths } from '../../staff-paths.ts'
import type { Draft } from '../draft.ts'
import { single } from './plan-fields.ts'

/** Begins a plan, or goes on with one; who leads several centres says for which. */
export const BeginPage = ({
  wording,
  centres,
  drafts,
}: {
  wording: Wording
  centres: readonly Centre[]
  drafts: readonly Draft[]
}) => {
  const { t, language } = wording
  return (
    <Stack gap="large">
      <Stack>
        <p class="lead">{t('programme.staff.begin.lead')}</p>
        <Cluster>
          {centres.map(({ id, name }) => (
            <ConfirmButton
              kind="primary"
              icon="plus"
              action={staffPaths.plan(language)}
              fields={{ centreId: id }}
            >
              {centres.length === 1
                ? t('programme.staff.plan')
                : t('programme.staff.begin.at', { centre: name })}
            </ConfirmButton>
          ))}
        </Cluster>
      </Stack>
      <BegunPlans drafts={drafts} wording={wording} />
    </Stack>
  )
}

/** Plans that somebody has begun and not finished, with how long they are kept. */
export const BegunPlans = ({ wording, drafts }: { wording: Wording; drafts: readonly Draft[] }) =>
  drafts.length > 0 ? (
    <Section title={wording.t('programme.staff.drafts.title')}>
      <Rows>
        {drafts.map(draft => (
          <DraftRow draft={draft} wording={wording} />
        ))}
      </Rows>
    </Section>
  ) : null

const DraftRow = ({ draft, wording }: { draft: Draft; wording: Wording }) => {
  const { t, language } = wording
  const title = single(draft.answers.what?.['texts.de.title']) || t('programme.staff.drafts.untitled')
  return (
    <Row
      start={
        <Tag label={t(draft.offerId ? 'programme.staff.drafts.change' : 'programme.staff.drafts.new')} />
      }
      title={<a href={staffPaths.goOn(language, draft.id)}>{title}</a>}
      note={t('programme.staff.drafts.note', {
        changed: wording.moment(draft.changedAt),
        expires: wording.moment(draft.expiresAt),
      })}
      action={
        <Form action={staffPaths.discard(language, draft.id)}>
          <Button kind="quiet" small>
            {t('programme.staff.discard')}
            <span class="kern-sr-only">: {title}</span>
          </Button>
        </Form>
      }
    />
  )
}
