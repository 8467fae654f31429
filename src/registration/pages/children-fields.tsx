import { Button, Cluster, FieldGroup, MonthField, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import type { PartyValues } from './party-fields.tsx'

type Props = {
  wording: Wording
  children: PartyValues['children']
  errors: Record<string, string>
  hasNewRow: boolean | undefined
  /** Children are stored, whose months are not shown and stay where nothing is typed. */
  keepsMonths: boolean
}

/** The children, one below the other; a row too many is simply left empty. */
export const ChildrenFields = ({ wording, children, errors, hasNewRow, keepsMonths }: Props) => {
  const { t } = wording
  const months = Array.from({ length: 12 }, (_, index) => ({
    value: String(index + 1),
    label: wording.monthName(index + 1),
  }))
  return (
    <FieldGroup
      name="childName"
      label={t('registration.form.children')}
      hint={t(keepsMonths ? 'registration.form.childrenKeep' : 'registration.form.childrenHint')}
      error={errors.childName}
    >
      <div class="stack">
        <div class="several">
          {children.map(({ firstName, month, year }, row) => (
            <div class="stack stack--small">
              <TextField
                name="childName[]"
                id={`childName.${row}`}
                label={t('registration.form.childName', { number: row + 1 })}
                hint={row > 0 ? t('registration.form.noChild') : undefined}
                value={firstName}
                error={errors[`childName.${row}`]}
                autocomplete="off"
                maxlength={80}
                autofocus={hasNewRow && row === children.length - 1}
              />
              <MonthField
                name={`childMonth.${row}`}
                label={t('registration.form.born')}
                error={errors[`childMonth.${row}`]}
                month={{ name: 'childMonth[]', label: t('registration.form.month'), value: month }}
                year={{
                  name: 'childYear[]',
                  id: `childYear.${row}`,
                  label: t('registration.form.year'),
                  value: year,
                }}
                months={months}
                empty={t('registration.form.chooseMonth')}
              />
            </div>
          ))}
        </div>
        <Cluster>
          <Button small icon="plus" name="do" value="add-child">
            {t('registration.form.addChild')}
          </Button>
        </Cluster>
      </div>
    </FieldGroup>
  )
}
