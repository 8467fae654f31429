/** The code of a district from an address; what could not be one is nothing. */
export const readDistrict = (value: string | undefined): string | undefined =>
  value && /^[a-z0-9-]{1,20}$/i.test(value) ? value : undefined
