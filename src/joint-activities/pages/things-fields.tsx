import { CheckboxGroup } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { ThingAt } from '../store/things.ts'

type Props = {
  things: readonly ThingAt[]
  /** The ids of those that are ticked. */
  ticked: readonly string[]
  wording: Wording
}

/** What is needed, with how much of it is promised already, never by whom; nothing has to be ticked. */
export const ThingsFields = ({ things, ticked, wording }: Props) => {
  const { t, language } = wording
  if (things.length === 0) return null
  return (
    <CheckboxGroup
      name="brings[]"
      id="brings"
      label={t('joint.bring.which')}
      hint={t('joint.bring.hint')}
      values={[...ticked]}
      options={things.map(({ id, name, language: written, needed, held, isMine }) => ({
        value: id,
        label: name,
        hint: t('joint.bring.taken', { taken: held.length, needed }),
        lang: written === language ? undefined : written,
        disabled: held.length >= needed && !isMine,
      }))}
    />
  )
}
