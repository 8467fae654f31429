import type { JSX } from 'hono/jsx/jsx-runtime'
import { Button, CheckboxField, Form, Icon, SelectField } from '../../platform/design/index.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import { days, type Filters, partsOfDay } from '../filters.ts'
import { paths } from '../paths.ts'
import { eases, kinds, topics } from '../vocabulary.ts'
import { wantedAgeInWords } from './facts.tsx'
import { dayInWords, type FilterChoices } from './filter-words.ts'

type Props = { wording: Wording; filters: Filters; choices: FilterChoices }

/** All filters as one form that asks for an address; folded away until somebody wants it. */
export const FilterForm = (props: Props) => {
  if (Object.keys(props.filters).length > 0) return <Choosing {...props} />

  const key = `${props.wording.language} ${JSON.stringify(props.choices)}`
  const form = untouched.get(key) ?? <Choosing {...props} />
  if (untouched.size >= mostForms) untouched.clear()
  untouched.set(key, form)
  return form
}

// Nearly everybody gets the form with nothing chosen, and its hundred options are a third of the page.
const untouched = new Map<string, JSX.Element>()
const mostForms = 300

const Choosing = ({ wording, filters, choices }: Props) => {
  const { t, language } = wording
  const chosen = Object.keys(filters).filter(name => name !== 'q').length
  const select = (
    name: 'day' | 'part' | 'age' | 'district' | 'centre' | 'language' | 'topic' | 'kind',
    options: Options,
  ) => (
    <SelectField
      name={name}
      label={t(`programme.filter.${name}`)}
      value={filters[name]}
      empty={t('programme.offers.any')}
      options={options}
    />
  )
  return (
    <details class="disclosure">
      <summary>
        <Icon name="settings" />
        {chosen > 0 ? t('programme.offers.filterCount', { count: chosen }) : t('programme.offers.filter')}
      </summary>
      <Form method="get" action={paths.offers(language)} carry={filters.q ? { q: filters.q } : {}}>
        <div class="fields">
          {select(
            'day',
            days.map(day => ({ value: day, label: dayInWords(day, wording) })),
          )}
          {select(
            'part',
            partsOfDay.map(part => ({ value: part, label: t(`programme.part.${part}`) })),
          )}
          {select(
            'age',
            agesToChoose(filters.age).map(age => ({ value: age, label: wantedAgeInWords(age, wording) })),
          )}
          {select(
            'district',
            choices.districts.map(({ code, name }) => ({ value: code, label: name })),
          )}
          {select(
            'centre',
            choices.centres.map(({ slug, name }) => ({ value: slug, label: name })),
          )}
          {select(
            'language',
            choices.languages.map(code => ({ value: code, label: nameOfLanguage(code), lang: code })),
          )}
          {select(
            'topic',
            topics.map(topic => ({ value: topic, label: t(`programme.topic.${topic}.name`) })),
          )}
          {select(
            'kind',
            kinds.map(kind => ({ value: kind, label: t(`programme.kind.${kind}`) })),
          )}
        </div>
        <div class="fields">
          {(['free', 'just-come', 'places', 'step-free', 'online', ...eases] as const).map(name => (
            <CheckboxField
              name={name}
              label={t(`programme.filter.${name}`)}
              checked={filters[name] === 'yes'}
            />
          ))}
        </div>
        <Button kind="primary">{t('programme.offers.show')}</Button>
      </Form>
    </details>
  )
}

type Options = Parameters<typeof SelectField>[0]['options']

/** From before birth month by month, from the first birthday year by year; an age of a link stays choosable. */
const agesToChoose = (chosen: string | undefined): string[] => {
  const ages = [
    'pregnant',
    ...Array.from({ length: 12 }, (_, month) => `${month}m`),
    ...Array.from({ length: 15 }, (_, year) => `${year + 1}y`),
  ]
  return chosen && !ages.includes(chosen) ? [...ages, chosen] : ages
}
