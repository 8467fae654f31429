import { readFile } from 'node:fs/promises'
import { expect, test } from 'vitest'
import { audioTypeOf, largestRecording, recordingFrom } from './recording.ts'
import { withoutTags } from './without-tags.ts'

const bytes = (text: string) => Buffer.from(text, 'latin1')

test.each([
  ['M4A of an iPhone', '\0\0\0\x1cftypM4A ', 'audio/mp4'],
  ['WebM of a browser', '\x1a\x45\xdf\xa3\x9fB\x86\x81', 'audio/webm'],
  ['OGG with Opus', 'OggS\0\x02', 'audio/ogg'],
  ['WAV', 'RIFF\x24\x08\0\0WAVEfmt ', 'audio/wav'],
  ['AAC as it is sent', '\xff\xf1\x50\x80', 'audio/aac'],
  ['MP3 with a title', 'ID3\x04\0', 'audio/mpeg'],
  ['MP3 without one', '\xff\xfb\x90\x64', 'audio/mpeg'],
  ['AMR, which no browser plays', '#!AMR\n', undefined],
  ['a picture', '\xff\xd8\xff\xe0', undefined],
  ['a page', '<!doctype html>', undefined],
  ['another RIFF', 'RIFF\x24\x08\0\0WEBP', undefined],
])('by its first bytes, %s', (_, start, type) => {
  expect(audioTypeOf(bytes(start))).toBe(type)
})

test('what is empty, too large or none is told apart', () => {
  expect(recordingFrom(bytes(''))).toEqual({ unfit: 'missing' })
  expect(recordingFrom(bytes('Liebe Stadt'))).toEqual({ unfit: 'not-a-recording' })
  expect(recordingFrom(bytes(`OggS${'x'.repeat(largestRecording - 3)}`))).toEqual({ unfit: 'too-large' })
  expect(recordingFrom(bytes(`OggS${'x'.repeat(largestRecording - 4)}`))).toMatchObject({ type: 'audio/ogg' })
})

const box = (kind: string, content: Buffer | string = '') => {
  const size = Buffer.alloc(4)
  size.writeUInt32BE(8 + content.length)
  return Buffer.concat([size, bytes(kind), typeof content === 'string' ? bytes(content) : content])
}

test('an M4A keeps its voice and every place in it, and loses the street in its title', () => {
  const title = box('udta', box('meta', 'Memo: Westendstrasse 12'))
  const voice = box('mdat', 'voice')
  const file = Buffer.concat([
    box('ftyp', 'M4A '),
    box('moov', Buffer.concat([box('mvhd', 'x'), box('trak', title), title])),
    voice,
  ])
  const clean = withoutTags(file)
  expect(clean.length).toBe(file.length)
  expect(clean.indexOf(voice)).toBe(file.indexOf(voice))
  expect(clean.toString('latin1')).toContain('mvhd')
  expect(clean.toString('latin1')).not.toMatch(/udta|meta|Westend/)
})

test('an MP3 begins where its title ends', () => {
  const title = bytes('ID3\x04\0\0\0\0\x01\x02')
  const file = Buffer.concat([title, Buffer.alloc(130, 'x'), bytes('\xff\xfb voice')])
  expect(withoutTags(file)).toEqual(bytes('\xff\xfb voice'))
})

test('boxes that say a wrong length are left as they are', () => {
  const wrong = Buffer.concat([box('ftyp', 'M4A '), bytes('\0\0\0\x02moov')])
  expect(withoutTags(wrong)).toEqual(wrong)
  const longer = Buffer.concat([box('ftyp', 'M4A '), bytes('\0\0\xff\xffudta')])
  expect(withoutTags(longer)).toEqual(longer)
})

test('what a browser recorded stays byte for byte', async () => {
  const voice = await readFile('tests/media/voice.webm')
  expect(withoutTags(voice)).toEqual(voice)
})
