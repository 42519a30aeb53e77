import type { DataField } from '../../formats/marc.js'
import type { DateStatement, Publication } from '../../record/v1-draft.js'
import { dateStatements } from '../dates.js'
import { addAgent, addDate, credit, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { stripBrackets, stripIsbd } from '../isbd.js'
import { all, joined, sourceOf } from '../marc-steps.js'
import { nameOf } from '../names.js'

/** 264 indicator 2: production, publication, distribution, manufacture, copyright. */
const dateKinds: Record<string, DateStatement['kind']> = { '0': 'created', '4': 'copyright' }

/** 260 and 264: $a places, $b publishers, $c dates, each publisher with the place before it. */
export const imprint: StepOf = () => (field, draft) => {
  const role = field.tag === '264' ? field.ind2 : '1'
  const dates = all(field, 'c').map(tidy)
  for (const date of dates)
    for (const statement of dateStatements(date, dateKinds[role] ?? 'issued'))
      addDate(draft, statement, sourceOf(field, 'c'))
  if (role !== '1' && role !== ' ') return addProducers(field, draft, role)
  for (const publication of publicationsIn(field, dates[0])) {
    draft.description.publication.push(publication)
    credit(draft, 'publication', sourceOf(field, 'b'))
  }
}

function publicationsIn(field: DataField, date: string | undefined): Publication[] {
  const found: Publication[] = []
  let place = ''
  for (const { code, value } of field.subfields) {
    if (code === 'a') place ||= tidy(value)
    if (code !== 'b' || !tidy(value)) continue
    found.push({ ...(place && { place }), publisher: tidy(value), ...(date && { date }) })
    place = ''
  }
  if (found.length === 0 && (place || date)) found.push({ ...(place && { place }), ...(date && { date }) })
  return found
}

/** Distributors and manufacturers are agents, not publishers. */
function addProducers(field: DataField, draft: Draft, role: string): void {
  const code = ({ '2': 'dst', '3': 'mfr', '0': 'pro' } as Record<string, string>)[role]
  if (!code) return
  for (const value of all(field, 'b').map(tidy).filter(Boolean))
    addAgent(
      draft,
      { names: [nameOf(value)], type: 'organisation', role: code, main: false },
      sourceOf(field, 'b'),
    )
}

const tidy = (text: string): string => stripBrackets(stripIsbd(text))

export const edition: StepOf =
  ({ reads }) =>
  (field, draft, { linked }) => {
    const text = stripIsbd(joined(linked ?? field, reads))
    if (!text || draft.description.edition) return
    draft.description.edition = text
    credit(draft, 'edition', sourceOf(linked ?? field, 'a'))
  }

/** 300: extent, other details and size as one sentence of the card. */
export const extent: StepOf =
  ({ reads }) =>
  (field, draft) => {
    const text = stripIsbd(joined(field, reads))
    if (!text || draft.description.extent) return
    draft.description.extent = text
    credit(draft, 'extent', '300$a')
  }
