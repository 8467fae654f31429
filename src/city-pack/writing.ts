import type { Tx } from '../platform/database/connect.ts'
import type { StoredRecord } from './compare.ts'
import type { CityFile } from './read-city.ts'
import type { Pack } from './read-pack.ts'

/** A pack in which every check found nothing wrong. */
export type SoundPack = Pack & {
  city: CityFile
  providers: NonNullable<Pack['providers']>
  centres: NonNullable<Pack['centres']>
  /** The code of a district that is named by its code or by another name. */
  codeOf: (district: string) => string
}

export type Progress = {
  step: 'reading' | 'checking' | 'map' | 'offers' | 'dates'
  done: number
  total: number
}

/** One import at work. */
export type Writing = {
  tx: Tx
  cityId: string
  pack: SoundPack
  now: Temporal.Instant
  stored: readonly StoredRecord[]
  onProgress: (progress: Progress) => void
  /** Work for the end, such as removing what others still refer to until then; the last comes first. */
  afterwards: (work: () => Promise<unknown>) => void
}
