import { raw } from 'hono/html'
import type { Child, PropsWithChildren } from 'hono/jsx'
import { expect, test } from 'vitest'
import { jsx } from './jsx-runtime.ts'

const Quoted = ({ by, children }: PropsWithChildren<{ by: string }>) => (
  <blockquote cite={by}>{children}</blockquote>
)
const Nothing = () => null

test.each<[string, Child, string]>([
  ['words are escaped', <p>{'<b> & "it\'s"'}</p>, '<p>&lt;b&gt; &amp; &quot;it&#39;s&quot;</p>'],
  ['so are values of attributes', <a href={'"><script>'}>x</a>, '<a href="&quot;&gt;&lt;script&gt;">x</a>'],
  ['what is HTML already stands as it is', <p>{raw('<i>x</i>')}</p>, '<p><i>x</i></p>'],
  [
    'elements and components nest',
    <Quoted by="Ada">
      <b>{1}</b>, 2
    </Quoted>,
    '<blockquote cite="Ada"><b>1</b>, 2</blockquote>',
  ],
  [
    'a list stands in its order',
    <ul>
      {['a', 'b'].map(one => (
        <li>{one}</li>
      ))}
    </ul>,
    '<ul><li>a</li><li>b</li></ul>',
  ],
  [
    'nothing is nothing',
    <p>
      {null}
      {undefined}
      {false}
      {''}
      <Nothing />
    </p>,
    '<p></p>',
  ],
  ['zero is a number to show', <p>{0}</p>, '<p>0</p>'],
  [
    'a fragment leaves no trace',
    <>
      {'<'}
      <hr />
    </>,
    '&lt;<hr>',
  ],
  ['what cannot have content is not closed', <input name="q" />, '<input name="q">'],
  ['a flag is there or not', <input checked disabled={false} />, '<input checked="">'],
  [
    'other attributes say true and false',
    <p aria-hidden="true" draggable={false} />,
    '<p aria-hidden="true" draggable="false"></p>',
  ],
  ['what is not given is left out', <p class={undefined} />, '<p></p>'],
])('%s', (_, element, html) => {
  expect(String(element)).toBe(html)
})

test('a name that could end the element is refused', () => {
  expect(() => jsx('p', { 'x onclick=alert(1)': '' })).toThrow('names no element')
  expect(() => jsx('p><script', {})).toThrow('names no element')
})

test('what nobody could read is refused: something still to come, or an object', () => {
  expect(() => <p>{Promise.resolve('later')}</p>).toThrow('cannot show')
  expect(() => <p>{{ a: 1 } as unknown as Child}</p>).toThrow('cannot show')
})
