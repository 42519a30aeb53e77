import type { DataField } from '../../formats/marc.js'
import type { Description, Publication } from '../../record/v1-draft.js'
import { dateStatements } from '../dates.js'
import { addAbstract, addDate, addLanguage, credit } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { stripBrackets, stripMarks } from '../isbd.js'
import { all, joined, sourceOf } from '../marc-steps.js'
import { unpacked } from './coded.js'

/** 210 and 214: $a places, $c publishers, $d dates. $e $g $h are of the printer. */
export const imprint: StepOf = () => (field, draft) => {
  const dates = all(field, 'd')
  for (const date of dates)
    for (const statement of dateStatements(date)) addDate(draft, statement, sourceOf(field, 'd'))
  for (const publication of publicationsIn(field, dates[0])) {
    draft.description.publication.push(publication)
    credit(draft, 'publication', sourceOf(field, 'c'))
  }
}

/** Marks of ISBD that are typed although the subfields stand for them: `北京 :`, `人民文学出版社，`, `第2版. -`. */
const withoutMarks = (text: string): string =>
  stripMarks(text.trim().replace(/\.?\s*[-–—]{1,2}$/u, '')).replace(/\s*[，：；]+$/u, '')

function publicationsIn(field: DataField, date: string | undefined): Publication[] {
  const found: Publication[] = []
  let place = ''
  for (const { code, value } of field.subfields) {
    const text = stripBrackets(withoutMarks(value))
    if (code === 'a' && text) place ||= text
    if (code !== 'c' || !text) continue
    found.push({ ...(place && { place }), publisher: text, ...(date && { date }) })
    place = ''
  }
  if (found.length === 0 && (place || date)) found.push({ ...(place && { place }), ...(date && { date }) })
  return found
}

/** 205 edition, 215 extent: the words of the card, with the marks between them that ISBD has. */
const separators: Record<string, string> = { edition: ', ', extent: ' ; ' }
export const words: StepOf = ({ place, reads }) => {
  const name = place as 'edition' | 'extent'
  return (field, draft) => {
    const values = field.subfields
      .filter(({ code }) => reads.includes(code))
      .map(({ value }) => withoutMarks(value))
    const text = values.filter(Boolean).join(separators[name])
    if (!text || draft.description[name]) return
    draft.description[name] = text
    credit(draft, name, sourceOf(field, 'a'))
  }
}

export const abstract: StepOf = () => (field, draft) => addAbstract(draft, joined(field, 'a', '\n'), '330$a')

/** 101: $a text, $c original (only where indicator 1 says that it is a translation), $d summaries. */
export const language: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    if (kind === 'original' && field.ind1 === '0') return
    for (const value of all(field, reads))
      for (const code of unpacked(value))
        addLanguage(draft, code, kind as Description['languages'][number]['role'], sourceOf(field, reads))
  }
