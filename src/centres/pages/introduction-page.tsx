import {
  Button,
  Card,
  Chips,
  ConfirmButton,
  ErrorSummary,
  Form,
  LoneLink,
  Notice,
  Stack,
  TextArea,
} from '../../platform/design/index.ts'
import type { FormProblems, FormValues } from '../../platform/web/form.ts'
import { nameOfLanguage, type Wording } from '../../platform/wording/wording.ts'
import type { Introduction, IntroductionNews } from '../introduction.ts'
import { paths } from '../paths.ts'
import { IntroductionFields } from './introduction-fields.tsx'
import { saidOf } from './introduction-said.ts'
import { PortraitForm } from './portrait-form.tsx'

export type IntroductionPageProps = {
  introduction: Introduction | undefined
  portrait: string | undefined
  whenClosed: Record<string, string>
  /** How one gets there, by language. */
  directions: Record<string, string>
  centre: { slug: string; name: string }
  centres: readonly { slug: string; name: string }[]
  ownName: string
  typed: FormValues | undefined
  problems: FormProblems
  languages: readonly string[]
  what: IntroductionNews | undefined
  wording: Wording
}

/** What families read of a lead on the page of her centre, and where they go when it is closed. */
export const IntroductionPage = (props: IntroductionPageProps) => {
  const { introduction, centre, centres, problems, what, wording } = props
  const { t, language } = wording
  const address = paths.introduction(language)
  const faults = Object.entries(problems).map(([field, code]) => ({ field, message: saidOf(code, wording) }))
  return (
    <Stack gap="large">
      {centres.length > 1 && (
        <Chips
          label={t('centres.introduction.centres')}
          chips={centres.map(({ slug, name }) => ({
            label: name,
            href: `${address}?${new URLSearchParams({ centre: slug })}`,
            current: slug === centre.slug,
          }))}
        />
      )}
      {what && <Notice announce tone="success" title={t(`centres.introduction.news.${what}`)} />}
      <ErrorSummary title={t('centres.introduction.mend')} faults={faults} />
      <LoneLink href={paths.centre(language, centre.slug)}>{t('centres.introduction.look')}</LoneLink>
      <Card title={t('centres.introduction.yours')}>
        <Stack>
          <p>{t('centres.introduction.lead')}</p>
          <IntroductionFields {...props} />
          {introduction && (
            <ConfirmButton
              action={paths.takeIntroductionDown(language)}
              fields={{ centre: centre.slug }}
              kind="quiet"
            >
              {t('centres.introduction.takeDown')}
            </ConfirmButton>
          )}
        </Stack>
      </Card>
      <Card title={t('centres.portrait.title')}>
        <PortraitForm {...props} />
      </Card>
      <Card title={t('centres.closed.title')}>
        <ClosedForm {...props} />
      </Card>
      <div id="directions">
        <Card title={t('centres.centre.directions')}>
          <DirectionsForm {...props} />
        </Card>
      </div>
    </Stack>
  )
}

const ClosedForm = ({ whenClosed, centre, languages, typed, problems, wording }: IntroductionPageProps) => {
  const { t, language } = wording
  return (
    <Form action={paths.sayWhereToGo(language)} carry={{ centre: centre.slug }}>
      <p>{t('centres.closed.hint')}</p>
      {languages.map(code => {
        const name = `words.${code}`
        const value = typed?.[name] ?? whenClosed[code]
        return (
          <TextArea
            name={name}
            label={t('centres.closed.words', { language: nameOfLanguage(code, language) })}
            value={typeof value === 'string' ? value : undefined}
            error={problems[name] && saidOf(problems[name], wording)}
            maxlength={600}
            rows={3}
          />
        )
      })}
      <Button>{t('centres.introduction.save')}</Button>
    </Form>
  )
}

/** The first language stands open; who has the words in others finds them below. */
const DirectionsForm = (props: IntroductionPageProps) => {
  const { centre, languages, problems, wording } = props
  const { t, language } = wording
  const [first = 'de', ...others] = languages
  return (
    <Form action={paths.sayHowToCome(language)} carry={{ centre: centre.slug }}>
      <p>{t('centres.directions.hint')}</p>
      <DirectionsField {...props} code={first} />
      <details open={others.some(code => problems[`directions.${code}`])}>
        <summary>{t('centres.directions.others')}</summary>
        <Stack>
          {others.map(code => (
            <DirectionsField {...props} code={code} />
          ))}
        </Stack>
      </details>
      <Button>{t('centres.introduction.save')}</Button>
    </Form>
  )
}

const DirectionsField = ({
  code,
  directions,
  typed,
  problems,
  wording,
}: IntroductionPageProps & { code: string }) => {
  const name = `directions.${code}`
  const value = typed?.[name] ?? directions[code]
  return (
    <TextArea
      name={name}
      label={wording.t('centres.closed.words', { language: nameOfLanguage(code, wording.language) })}
      value={typeof value === 'string' ? value : undefined}
      error={problems[name] && saidOf(problems[name], wording)}
      maxlength={600}
      rows={3}
    />
  )
}
