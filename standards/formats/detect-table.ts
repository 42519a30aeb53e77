import type { Guess } from './guess.js'
import { bufferOf } from './iso2709-bytes.js'
import { findHeader } from './kbart/header.js'
import { isStandardLabel } from './kbart/labels.js'
import { delimiters } from './table/rows.js'
import { findTableHeader, hasShelves, headOfTable } from './table/table.js'

/** Labels that only a list of what can be read online has; in a library's own list they do not occur. */
const offers = [
  'online_identifier',
  'date_first_issue_online',
  'date_last_issue_online',
  'num_first_vol_online',
  'title_url',
  'title_id',
  'embargo_info',
  'coverage_depth',
  'access_type',
  'package_name',
] as const

/**
 * A table whose labels are those of KBART, or what publishers and Chinese databases write instead; or a library's own
 * list of titles, which knows shelves, or neither addresses nor serials.
 */
export function guessTable(head: Uint8Array, fileName: string): Guess | null {
  if (/^\s*(?:--|INSERT INTO|CREATE TABLE|DROP TABLE|\/\*)/i.test(bufferOf(head).toString('latin1', 0, 200)))
    return null
  const list = findHeader(headOfTable(head))
  const own = findTableHeader(head)
  const known = list?.columns.filter((label) => label !== undefined) ?? []
  const isList = list !== null && known.length >= 2 && known.includes('publication_title')
  const isOffer =
    list?.cells.some(isStandardLabel) === true ||
    known.some((label) => offers.some((offer) => offer === label)) ||
    list?.cells.some((cell) => /issn/i.test(cell)) === true
  const isStated = list?.cells.some(isStandardStem) === true
  if (isList && (!own || isStated || (isOffer && !hasShelves(own))))
    return guessed('kbart', list, known, fileName)
  return (
    own &&
    guessed(
      'csv',
      own,
      own.columns.filter((label) => label !== undefined),
      fileName,
    )
  )
}

/** A label with an underscore is KBART’s own: `publication_title`, and no list of a library writes so. */
const isStandardStem = (cell: string): boolean => isStandardLabel(cell) && cell.includes('_')

function guessed(
  format: 'kbart' | 'csv',
  header: { layout: { delimiter: number } },
  labels: string[],
  fileName: string,
): Guess {
  const named = format === 'kbart' && /kbart/i.test(fileName) ? ', and the file name says KBART' : ''
  return {
    format,
    carrier: header.layout.delimiter === delimiters.tab ? 'tsv' : 'csv',
    reason: `header with ${labels.slice(0, 3).join(', ')}${named}`,
  }
}
