/**
 * An array for PostgreSQL as one text, of values that need no quotation marks: ids, numbers, days, moments.
 * The driver would look at every single value, which a million dates feel.
 */
export const arrayLiteral = (values: readonly (string | number | Temporal.PlainDate | null | undefined)[]) =>
  `{${values.map(value => value ?? 'null').join(',')}}`
