import { Button, Card, type Carried, Cluster, Form, Notice, Stack } from '../../../platform/design/index.ts'
import type { Wording } from '../../../platform/wording/wording.ts'
import { FeastsHint } from '../../series/pages/feasts-hint.tsx'
import type { DatePreview } from '../change-dates.ts'
import type { DateToChange } from '../store/changing.ts'
import { changesInWords, dateInWords } from './date-words.ts'
import { Letters } from './letters.tsx'

type Props = {
  wording: Wording
  preview: DatePreview
  /** Where it is sent, with what was typed. */
  action: string
  carry: Carried
}

/** Every date that becomes another, those that stay as they are, and what families will read; then it is done. */
export const CheckDatePage = ({ wording, preview, action, carry }: Props) => {
  const { t } = wording
  const { edited, keepOwn, staying, removed, offer } = preview.edited
  const before = preview.editing.offer
  const then = { ...before, ...offer }
  return (
    <Stack gap="large">
      <Card title={t('programme.staff.changeDate.dates', { count: edited.length })}>
        {changesInWords(edited, { before, then }, wording).map(({ changes, days }) => (
          <Changes {...{ changes, days, wording }} />
        ))}
      </Card>
      <FeastsHint
        days={edited
          .filter(({ date, after }) => !date.heldOn.equals(after.heldOn))
          .map(({ after }) => after.heldOn)}
        wording={wording}
      />
      <Kept
        title={t('programme.staff.changeDate.keepOwn', { count: keepOwn.length })}
        dates={keepOwn}
        wording={wording}
      />
      <Kept
        title={t('programme.staff.dates.staying', { count: staying.length })}
        dates={staying}
        wording={wording}
        hint={t('programme.staff.dates.stayingHint')}
      />
      <Kept
        title={t('programme.staff.changeDate.removed', { count: removed.length })}
        dates={removed}
        wording={wording}
      />
      <Letters {...preview} wording={wording} />
      <Form action={action} carry={carry}>
        <Cluster>
          <Button kind="primary" icon="check" name="do" value="save">
            {t('programme.staff.changeDate.save')}
          </Button>
          <Button kind="quiet" name="do" value="edit">
            {t('programme.staff.back')}
          </Button>
        </Cluster>
      </Form>
    </Stack>
  )
}

/** So many dates are named at once; more are folded away. */
const namedAtOnce = 4

/** What becomes something else, said once for all the days it is true of. */
const Changes = ({ changes, days, wording }: { changes: string[]; days: string[]; wording: Wording }) => (
  <div class="stack stack--small">
    {changes.map(change => (
      <b>{change}</b>
    ))}
    <details class="more" open={days.length <= namedAtOnce}>
      <summary>{wording.t('programme.staff.dates.count', { count: days.length })}</summary>
      <ul>
        {days.map(day => (
          <li>{day}</li>
        ))}
      </ul>
    </details>
  </div>
)

const Kept = ({
  title,
  hint,
  dates,
  wording,
}: {
  title: string
  hint?: string
  dates: readonly DateToChange[]
  wording: Wording
}) =>
  dates.length > 0 ? (
    <Notice tone="warning" title={title}>
      {hint && <p>{hint}</p>}
      <ul>
        {dates.map(date => (
          <li>{dateInWords(date, wording)}</li>
        ))}
      </ul>
    </Notice>
  ) : null
