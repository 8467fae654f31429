import { Cluster, ErrorSummary, FieldGroup, LinkButton, TextField } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'
import type { Registration } from '../registration.ts'
import { ChildrenFields } from './children-fields.tsx'
import { glimpseOf } from './glimpse.ts'
import { SafeFields, type SafeValues } from './safe-fields.tsx'

/** What stands in the fields of a party, as typed or as stored. */
export type PartyValues = {
  called: string
  adults: string
  children: { firstName: string; month: string; year: string }[]
  email: string
  phone: string
  safe: SafeValues
  /** What it says of itself, where the rule of the offer asks for it. */
  comesFirst: boolean
  word: string
}

export type PartyState = {
  values: PartyValues
  /** What is wrong, by field, as sentences. */
  errors: Record<string, string>
  /** A row for a child was just asked for, and the page opens there. */
  hasNewRow?: boolean | undefined
  /** Age in months of a child for whom this is not the right offer. */
  misfitMonths?: number | undefined
}

type Props = PartyState & {
  wording: Wording
  /** An offer for adults alone does not ask for children. */
  asksForChildren: boolean
  /** In a change: what is known already and stays where nothing is typed. */
  stored?: Registration | undefined
}

/** Who comes, and how to reach the family: the same fields for registering and for changing. */
export const PartyFields = ({ wording, values, errors, hasNewRow, asksForChildren, stored }: Props) => {
  const { t } = wording
  return (
    <>
      {/* The first button of a form is the one that Enter presses; it must not be the one that adds a child. */}
      <span class="kern-sr-only" aria-hidden="true">
        <button type="submit" tabindex={-1}>
          {t('registration.join.send')}
        </button>
      </span>
      <TextField
        name="called"
        label={t('registration.form.called')}
        hint={t('registration.form.calledHint')}
        value={values.called}
        error={errors.called}
        autocomplete="given-name"
        maxlength={80}
      />
      {asksForChildren && (
        <ChildrenFields
          {...{ wording, errors, hasNewRow, children: values.children }}
          keepsMonths={stored !== undefined && stored.party.children.length > 0}
        />
      )}
      <TextField
        name="adults"
        label={t('registration.form.adults')}
        hint={asksForChildren ? t('registration.form.adultsHint') : undefined}
        value={values.adults}
        error={errors.adults}
        inputmode="numeric"
        autocomplete="off"
        maxlength={2}
        short
      />
      <ContactFields {...{ wording, values, errors, stored }} />
    </>
  )
}

const ContactFields = ({
  wording,
  values,
  errors,
  stored,
}: Pick<Props, 'wording' | 'values' | 'errors' | 'stored'>) => {
  const { t } = wording
  return (
    <FieldGroup
      name="contact"
      label={t('registration.form.contact')}
      hint={
        stored
          ? t(`registration.form.contactKeep.${stored.household.contact.kind}`, {
              contact: glimpseOf(stored.household.contact),
            })
          : t('registration.form.contactHint')
      }
    >
      <div class="stack stack--small">
        <TextField
          name="email"
          type="email"
          label={t('registration.form.email')}
          value={values.email}
          error={errors.email}
          autocomplete="email"
        />
        <TextField
          name="phone"
          type="tel"
          label={t('registration.form.phone')}
          value={values.phone}
          error={errors.phone}
          autocomplete="tel"
        />
        {!stored && (
          <details
            open={values.safe.neutral || values.safe.hoursFrom !== '' || errors.hoursFrom !== undefined}
          >
            <summary>{t('registration.safe.title')}</summary>
            <SafeFields values={values.safe} error={errors.hoursFrom} wording={wording} />
          </details>
        )}
      </div>
    </FieldGroup>
  )
}

/** Everything that needs mending, each with the question it belongs to, as links to the fields; and what fits instead. */
export const PartyFaults = ({
  wording,
  errors,
  misfitMonths,
}: Pick<Props, 'wording' | 'errors' | 'misfitMonths'>) => (
  <>
    <ErrorSummary
      title={wording.t('registration.join.mend')}
      faults={Object.entries(errors).map(([field, message]) => ({
        field: placeOf(field),
        message: [questionOf(field, wording), message].filter(Boolean).join(' '),
      }))}
    />
    {misfitMonths !== undefined && (
      <Cluster>
        <LinkButton icon="search" href={paths.offers(wording.language, misfitMonths)}>
          {wording.t('registration.join.whatFits')}
        </LinkButton>
      </Cluster>
    )}
  </>
)

/** Where on the page a problem is mended: that of all children at the first, one of the whole form at its beginning. */
const placeOf = (field: string) => {
  if (field === 'childName') return 'childName.0'
  return field === 'form' || field === 'renderingKey' ? 'main' : field
}

/** The words of the question; how to call the family is asked by the sentence itself. */
const questionOf = (field: string, { t }: Wording) => {
  const [name, row] = field.split('.')
  const number = Number(row ?? 0) + 1
  switch (name) {
    case 'childName':
      return row && `${t('registration.form.childName', { number })}:`
    case 'childMonth':
      return `${t('registration.form.childMonth', { number })}:`
    case 'adults':
      return t('registration.form.adults')
    case 'email':
    case 'phone':
      return `${t(`registration.form.${name}`)}:`
    case 'ownCode':
      return `${t('registration.code.label')}:`
    case 'hoursFrom':
      return `${t('registration.safe.hours')}:`
    default:
      return undefined
  }
}
