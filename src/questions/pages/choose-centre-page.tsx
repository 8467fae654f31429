import type { Centre } from '../../centres/index.ts'
import { Button, Form, LinkButton, SelectField, Stack } from '../../platform/design/index.ts'
import type { Wording } from '../../platform/wording/wording.ts'
import { paths } from '../paths.ts'

type Props = {
  centres: readonly Centre[]
  districts: readonly { code: string; name: string }[]
  district: string | undefined
  wording: Wording
}

/** Whom to ask: all centres, those near first once a family says where it lives. */
export const ChooseCentrePage = ({ centres, districts, district, wording }: Props) => {
  const { t, language } = wording
  return (
    <Stack>
      <h1>{t('questions.ask.title')}</h1>
      <p>{t('questions.ask.lead')}</p>
      <Form method="get" action={paths.ask(language)}>
        <SelectField
          name="district"
          label={t('questions.choose.district')}
          empty={t('questions.choose.anywhere')}
          value={district}
          options={districts.map(({ code, name }) => ({ value: code, label: name, lang: 'de' }))}
        />
        <Button>{t('questions.choose.near')}</Button>
      </Form>
      <h2>{t('questions.choose.title')}</h2>
      <Stack gap="small">
        {centres.map(({ slug, name, districtName }) => (
          <LinkButton href={paths.ask(language, slug)} block>
            <span>
              <bdi lang="de">{name}</bdi>
              <br />
              <small lang="de">{districtName}</small>
            </span>
          </LinkButton>
        ))}
      </Stack>
      <p>
        <a href={paths.byCode(language)}>{t('questions.code.have')}</a>
      </p>
    </Stack>
  )
}
