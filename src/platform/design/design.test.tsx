import { load } from 'cheerio'
import type { Child } from 'hono/jsx'
import { expect, test } from 'vitest'
import {
  Button,
  CheckboxField,
  CountField,
  DataTable,
  ErrorSummary,
  Icon,
  Notice,
  PublicPage,
  RadioGroup,
  Steps,
  Tags,
  TextArea,
  TextField,
  TimeCard,
} from './index.ts'

test('a label, a hint and an error all belong to their field', () => {
  const page = render(<TextField name="email" label="E-Mail" hint="Nur bei Ausfall" error="Da fehlt das @" />)

  const field = page('input')
  expect(page(`label[for=${field.attr('id')}]`).text()).toBe('E-Mail')
  expect(described(page, field.attr('aria-describedby'))).toEqual(['Nur bei Ausfall', 'Da fehlt das @'])
  expect(field.attr('aria-invalid')).toBe('true')
})

test('a field without a fault says nothing about faults', () => {
  const field = render(<TextField name="email" label="E-Mail" />)('input')

  expect(field.attr('aria-invalid')).toBeUndefined()
  expect(field.attr('aria-describedby')).toBeUndefined()
})

test('a field that may be left out says so in words', () => {
  const page = render(<TextField name="note" label="Bemerkung" optional="freiwillig" />)

  expect(page('label').text()).toBe('Bemerkung (freiwillig)')
})

test('the error summary takes the focus and leads to each field', () => {
  const page = render(
    <form>
      <ErrorSummary title="Bitte schau noch einmal" faults={[{ field: 'contact', message: 'Bitte wähle' }]} />
      <RadioGroup
        name="contact"
        label="Wie erreichen wir dich?"
        error="Bitte wähle"
        options={[
          { value: 'email', label: 'E-Mail' },
          { value: 'phone', label: 'Telefon' },
        ]}
      />
    </form>,
  )

  expect(page('[role=alert]').attr()).toMatchObject({ tabindex: '-1', autofocus: '' })
  expect(page(page('[role=alert] a').attr('href')).attr('value')).toBe('email')
})

test('without a fault there is no error summary', () => {
  expect(render(<ErrorSummary title="Bitte schau noch einmal" faults={[]} />)('div')).toHaveLength(0)
})

test('the choices of a group have a legend and a label each', () => {
  const page = render(
    <RadioGroup
      name="language"
      label="Sprache"
      value="ar"
      options={[
        { value: 'de', label: 'Deutsch' },
        { value: 'ar', label: 'العربية', lang: 'ar' },
      ]}
    />,
  )

  expect(page('fieldset > legend').text()).toBe('Sprache')
  const arabic = page('input[value=ar]')
  expect(arabic.attr('checked')).toBeDefined()
  expect(page(`label[for=${arabic.attr('id')}]`).attr('lang')).toBe('ar')
})

test('a ticked box sends its value and a free one nothing', () => {
  expect(render(<CheckboxField name="wait" label="Warteliste" checked />)('input').attr()).toMatchObject({
    type: 'checkbox',
    value: 'yes',
    checked: '',
  })
  const free = render(<CheckboxField name="wait" label="Warteliste" />)('input')
  expect(free.attr('checked')).toBeUndefined()
})

test('pictograms are hidden from screen readers, and the words beside them are not', () => {
  const page = render(<Tags tags={[{ label: 'kostenlos', icon: 'free', tone: 'success' }]} />)

  expect(page('svg').attr('aria-hidden')).toBe('true')
  expect(page('li').text()).toBe('kostenlos')
})

test('arrows are mirrored from right to left, a clock is not', () => {
  expect(render(<Icon name="arrow-end" />)('svg').hasClass('mirrors')).toBe(true)
  expect(render(<Icon name="clock" />)('svg').hasClass('mirrors')).toBe(false)
})

test('a table has a caption, headings with a scope, and labels for its rows on a phone', () => {
  const page = render(
    <DataTable
      caption="Besuche je Angebot"
      columns={[
        { label: 'Angebot', cell: (row: { offer: string; visits: number }) => row.offer },
        { label: 'Besuche', cell: row => row.visits, numeric: true },
      ]}
      rows={[{ offer: 'Krabbelgruppe', visits: 12 }]}
      total={['Zusammen', 12]}
    />,
  )

  expect(page('caption').text()).toBe('Besuche je Angebot')
  expect(page('thead th[scope=col]')).toHaveLength(2)
  expect(page('tbody th[scope=row]').text()).toBe('Krabbelgruppe')
  expect(page('tbody td').attr('data-label')).toBe('Besuche')
  expect(page('tfoot td').text()).toBe('12')
})

test('what is cancelled stays visible, is struck through and said', () => {
  const page = render(
    <TimeCard
      time="15:00"
      until="entfällt"
      title="Eltern-Café"
      cancelled
      tags={[{ label: 'fällt heute aus', tone: 'danger' }]}
    />,
  )

  expect(page('li').hasClass('time-card--off')).toBe(true)
  expect(page('li').text()).toContain('entfällt')
  expect(page('.kern-badge--danger').text()).toBe('fällt heute aus')
})

test('a count can be typed in and sent without any script', () => {
  const page = render(
    <form>
      <CountField name="babies" label="Babys" value={6} less="Babys: eins weniger" more="Babys: eins mehr" />
    </form>,
  )

  expect(page('label[for=babies]').text()).toBe('Babys')
  expect(page('input#babies').attr()).toMatchObject({ type: 'number', name: 'babies', value: '6', min: '0' })
})

test('the step one is at and the steps that are done are said aloud', () => {
  const page = render(
    <Steps
      label="Schritte"
      done="fertig"
      steps={[
        { label: 'Was', state: 'done', href: '/was' },
        { label: 'Wann', state: 'current' },
      ]}
    />,
  )

  expect(page('[aria-current=step]').text()).toContain('Wann')
  expect(page('a[href="/was"]').text()).toContain('Was, fertig')
})

test('a page says its language and direction, and its switch stays on the page', () => {
  const page = render(anArabicPage('Inhalt'))

  expect(page('html').attr()).toMatchObject({ lang: 'ar', dir: 'rtl' })
  expect(page('a[hreflang=de]').attr('href')).toBe('/de/offers?free=yes')
  expect(page('a[hreflang=ar]').attr('aria-current')).toBe('true')
  expect(page('body > a').first().attr('href')).toBe('#main')
  expect(page('main').attr('id')).toBe('main')
})

test('no component needs a style attribute or a script inside the page', () => {
  const page = render(
    anArabicPage([
      <Notice title="Gespeichert" tone="success" announce />,
      <Button kind="primary">Platz nehmen</Button>,
      <TimeCard time="9:30" title="Krabbelgruppe" accent="kiez-westend" />,
    ]),
  )

  expect(page('[style], style, script:not([src]), [onclick]')).toHaveLength(0)
})

const render = (element: Child) => load(String(element))

const described = (page: ReturnType<typeof load>, ids: string | undefined) =>
  ids?.split(' ').map(id => page(`#${id}`).text())

const anArabicPage = (content: Child) => (
  <PublicPage
    language="ar"
    direction="rtl"
    title="العروض"
    brand="KiEZ"
    home="/ar"
    languages={[
      { code: 'de', name: 'Deutsch', href: '/de/offers?free=yes' },
      { code: 'ar', name: 'العربية', href: '/ar/offers?free=yes' },
    ]}
    navigation={[{ href: '/ar', label: 'اليوم', icon: 'today', current: true }]}
    leave={{ href: 'https://elsewhere.example/', label: 'خروج سريع' }}
    footer={[]}
    words={{ skip: 'انتقل إلى المحتوى', menu: 'القائمة', languages: 'اللغة' }}
  >
    {content}
  </PublicPage>
)

test.each([
  ['words as their letters do', <TextField name="name" label="Name" />, 'auto'],
  ['long words as their letters do', <TextArea name="words" label="Text" />, 'auto'],
  ['a telephone from left to right', <TextField name="phone" label="Telefon" type="tel" />, 'ltr'],
  ['an address from left to right', <TextField name="email" label="E-Mail" inputmode="email" />, 'ltr'],
])('what is typed runs in its own direction: %s', (_, field, direction) => {
  expect(render(field)('input, textarea').attr('dir')).toBe(direction)
})
