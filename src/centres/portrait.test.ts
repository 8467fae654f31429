import sharp from 'sharp'
import { describe, expect, test } from 'vitest'
import { portraitFrom } from './portrait.ts'

const photograph = (format: 'jpeg' | 'png' | 'webp' | 'gif' | 'tiff') =>
  sharp({ create: { width: 1_200, height: 800, channels: 3, background: '#b64' } })
    .withExif({ IFD0: { Make: 'Telefon', Copyright: 'Aylin' }, IFD3: { GPSLatitude: '50/1 4/1 0/1' } })
    .toFormat(format)
    .toBuffer()

describe('a portrait', () => {
  test.for(['jpeg', 'png', 'webp'] as const)('from %s is a small square JPEG', async format => {
    const portrait = await portraitFrom(await photograph(format))
    const { format: made, width, height } = await sharp(portrait?.bytes).metadata()
    expect({ made, width, height }).toEqual({ made: 'jpeg', width: 320, height: 320 })
    expect(portrait?.bytes.byteLength).toBeLessThan(60_000)
  })

  test('says nothing of where and with what it was taken', async () => {
    const sent = await photograph('jpeg')
    expect(sent.includes('Telefon')).toBe(true)
    const { exif, xmp, iptc } = await sharp((await portraitFrom(sent))?.bytes).metadata()
    expect({ exif, xmp, iptc }).toEqual({ exif: undefined, xmp: undefined, iptc: undefined })
  })

  test('stands upright, however the telephone was held', async () => {
    const halves = await sharp({ create: { width: 400, height: 800, channels: 3, background: '#fff' } })
      .composite([
        {
          input: { create: { width: 400, height: 400, channels: 3, background: '#000' } },
          gravity: 'north',
        },
      ])
      .withMetadata({ orientation: 6 })
      .jpeg()
      .toBuffer()
    const turned = await portraitFrom(halves)
    const { data, info } = await sharp(turned?.bytes).raw().toBuffer({ resolveWithObject: true })
    const right = data[(160 * info.width + 310) * info.channels] ?? 0
    const left = data[(160 * info.width + 10) * info.channels] ?? 0
    expect(left).toBeGreaterThan(right)
  })

  test('has another name when it is another picture', async () => {
    const [one, same] = await Promise.all([1, 2].map(async () => portraitFrom(await photograph('jpeg'))))
    expect(one?.mark).toBe(same?.mark)
    const other = await portraitFrom(
      await sharp({ create: { width: 400, height: 400, channels: 3, background: '#246' } })
        .png()
        .toBuffer(),
    )
    expect(other?.mark).not.toBe(one?.mark)
  })

  test.for<[string, () => Promise<Uint8Array> | Uint8Array]>([
    ['nothing', () => new Uint8Array()],
    ['a letter', () => Buffer.from('Liebe Stadt')],
    ['a drawing', () => Buffer.from('<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"/>')],
    ['an animation', () => photograph('gif')],
    ['a scan', () => photograph('tiff')],
    ['half a picture', async () => (await photograph('png')).subarray(0, 60)],
    ['a page that begins like a picture', () => Buffer.from('\xff\xd8\xff<script>', 'latin1')],
  ])('is not made of %s', async ([, file]) => {
    expect(await portraitFrom(await file())).toBeUndefined()
  })
})
