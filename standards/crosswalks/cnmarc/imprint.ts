import type { DataField } from '../../formats/marc.js'
import type { Publication } from '../../record/v1-draft.js'
import { dateStatements } from '../dates.js'
import { addDate, credit } from '../draft.js'
import { all, joined, type Step, sourceOf } from '../marc-steps.js'

/** 210 and 214: $a places, $c publishers, $d dates. $e $g $h are of the printer. */
export const imprint: Step = (field, draft) => {
  const dates = all(field, 'd')
  for (const date of dates)
    for (const statement of dateStatements(date)) addDate(draft, statement, sourceOf(field, 'd'))
  for (const publication of publicationsIn(field, dates[0])) {
    draft.description.publication.push(publication)
    credit(draft, 'publication', sourceOf(field, 'c'))
  }
}

function publicationsIn(field: DataField, date: string | undefined): Publication[] {
  const found: Publication[] = []
  let place = ''
  for (const { code, value } of field.subfields) {
    const text = value.trim()
    if (code === 'a' && text) place ||= text
    if (code !== 'c' || !text) continue
    found.push({ ...(place && { place }), publisher: text, ...(date && { date }) })
    place = ''
  }
  if (found.length === 0 && (place || date)) found.push({ ...(place && { place }), ...(date && { date }) })
  return found
}

/** 205 edition, 215 extent: the words of the card. */
export const words =
  (name: 'edition' | 'extent', codes: string, separator: string): Step =>
  (field, draft) => {
    const text = joined(field, codes, separator)
    if (!text || draft.description[name]) return
    draft.description[name] = text
    credit(draft, name, sourceOf(field, 'a'))
  }
