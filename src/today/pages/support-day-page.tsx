import { OfferTitle } from '../../attendance/index.ts'
import { Card, EmptyState, Icon, LinkButton, Row, Rows, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { type ListToSee, paths as registrationPaths } from '../../registration/index.ts'

/** The start page of somebody who has support access alone: the lists that a provider opened to her. */
export const SupportDayPage = ({ lists, wording }: { lists: readonly ListToSee[]; wording: Wording }) => {
  const { t, language } = wording
  return (
    <Stack>
      <p>{t('today.support.lead')}</p>
      {lists.length === 0 ? (
        <EmptyState icon="registration" title={t('today.support.noneTitle')}>
          {t('today.support.none')}
        </EmptyState>
      ) : (
        <Card title={t('today.support.lists')}>
          <Rows>
            {lists.map(list => (
              <Row
                start={<Icon name="registration" />}
                title={<OfferTitle of={list} wording={wording} />}
                note={
                  <>
                    {wording.moment(list.startsAt)} · <bdi>{list.centreName}</bdi>
                  </>
                }
                action={
                  <LinkButton href={registrationPaths.list(language, list.intakeId)} small>
                    {t('today.step.list')}
                    <span class="kern-sr-only">
                      : <OfferTitle of={list} wording={wording} />
                    </span>
                  </LinkButton>
                }
              />
            ))}
          </Rows>
        </Card>
      )}
    </Stack>
  )
}
