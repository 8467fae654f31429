import { createHash } from 'node:crypto'
import { withoutTags } from './without-tags.ts'

/** What a browser plays; the name it has on a telephone is not asked. */
export const audioTypes = [
  ...(['audio/mpeg', 'audio/mp4', 'audio/aac', 'audio/ogg', 'audio/webm', 'audio/wav'] as const),
] as const
export type AudioType = (typeof audioTypes)[number]

/** A voice as families hear it, and the name that changes with it. */
export type Recording = { type: AudioType; bytes: Buffer; mark: string }

/** Bytes; five minutes as a telephone records them. */
export const largestRecording = 5 * 1024 * 1024

/** Bytes for all recordings of one centre: a hundred offers with a minute each. */
export const mostOfACentre = 100 * 1024 * 1024

export type Unfit = 'missing' | 'not-a-recording' | 'too-large'

/**
 * Takes what a telephone recorded, without what it wrote beside the voice: the address of the place often is its title.
 */
export const recordingFrom = (sent: Uint8Array): Recording | { unfit: Unfit } => {
  if (sent.length === 0) return { unfit: 'missing' }
  if (sent.length > largestRecording) return { unfit: 'too-large' }
  const type = audioTypeOf(sent)
  if (!type) return { unfit: 'not-a-recording' }
  const bytes = withoutTags(Buffer.from(sent))
  if (bytes.length === 0) return { unfit: 'not-a-recording' }
  return { type, bytes, mark: createHash('sha256').update(bytes).digest('base64url').slice(0, 22) }
}

/** By its first bytes: what a browser calls it is not to be trusted. */
export const audioTypeOf = (sent: Uint8Array): AudioType | undefined => {
  const start = Buffer.from(sent.subarray(0, 12)).toString('hex')
  return starts.find(([, pattern]) => pattern.test(start))?.[0]
}

const starts: [AudioType, RegExp][] = [
  // ....ftyp
  ['audio/mp4', /^.{8}66747970/],
  // The head of EBML
  ['audio/webm', /^1a45dfa3/],
  // OggS
  ['audio/ogg', /^4f676753/],
  // RIFF....WAVE
  ['audio/wav', /^52494646.{8}57415645/],
  // ADTS has no layer where MPEG audio has its third
  ['audio/aac', /^fff[0189]/],
  // ID3, or a frame of the third layer
  ['audio/mpeg', /^(494433|ff(e[23]|f[23ab]))/],
]
