/** What an array may hold here: all else has ways of its own to be written. */
export type Plain = string | number | null

export const isPlain = (value: unknown): value is Plain =>
  typeof value === 'string' || value === null || Number.isSafeInteger(value)

/** As the server reads an array: https://www.postgresql.org/docs/current/arrays.html#ARRAYS-IO */
export const arrayOf = (values: readonly Plain[]): string => `{${values.map(element).join(',')}}`

const element = (value: Plain): string => {
  if (typeof value === 'number') return String(value)
  if (value === null) return 'NULL'
  // Most are identifiers.
  return asItIs.test(value) ? value : `"${value.replace(/["\\]/g, '\\$&')}"`
}

/** The word for a value that is none is quoted as well, where it is a text. */
const asItIs = /^(?!null$)[\w.-]+$/i
