/** A centre as it stands in a list and on the map. */
export type Centre = {
  id: string
  slug: string
  name: string
  street: string
  postalCode: string
  town: string
  phone: string
  email: string
  latitude: number | null
  longitude: number | null
  colour: string
  isStepFree: boolean
  /** Not a real centre: its real counterpart is not known to us. */
  isExample: boolean
  districtCode: string
  districtName: string
  /** Stands in the district that was asked for, or answers for one of its quarters. */
  isLocal: boolean
  /** From the middle of that district, in kilometres; null when no district was asked for. */
  distanceKm: number | null
}

export type District = { code: string; name: string }
