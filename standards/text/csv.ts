/** RFC 4180, in UTF-8 with its mark: without it spreadsheets take Chinese for something else. */
export const csvHead = (labels: readonly string[]): string => `\ufeff${csvRow(labels)}`

export const csvRow = (cells: readonly (string | number | undefined)[]): string =>
  `${cells.map(cellOf).join(',')}\r\n`

/** A spreadsheet runs what begins like a formula: data from outside is shown, never run. */
const cellOf = (cell: string | number | undefined): string => {
  if (typeof cell === 'number') return String(cell)
  const text = cell ?? ''
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text
  return /[",\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
