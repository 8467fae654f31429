import type { CityMap } from '../../centres/index.ts'
import type { IconName } from '../../platform/design/index.ts'

/** What a picture shows. It carries its numbers, so that it cannot say anything else than the sentence. */
export type Drawing =
  /** A sign for each thing, or for so many of them; the last ones `dashed`. */
  | { shape: 'row'; icon: IconName; signs: number; dashed?: number }
  /** The districts, those served filled, with a point for each centre. */
  | { shape: 'map'; map: CityMap; served: ReadonlySet<string> }
  /** A part of a whole. */
  | { shape: 'ring'; part: number; whole: number; icon: IconName }
  /** Bars below each other, each with its pictogram or its years. */
  | { shape: 'bars'; bars: { mark: { icon: IconName } | { text: string }; value: number }[] }
