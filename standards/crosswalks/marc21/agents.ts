import type { DataField } from '../../formats/marc.js'
import type { Name } from '../../record/names.js'
import type { Agent } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { addAgent } from '../draft.js'
import { stripBrackets, stripIsbd } from '../isbd.js'
import { all, first, joined, type Step, sourceOf } from '../marc-steps.js'
import { nameOf, romanKind } from '../names.js'
import { relatorCode } from '../relators.js'

/** Which subfields are the name; the rest of the field is dates, roles and titles. */
const nameCodes: Record<Agent['type'], string> = { person: 'abc', organisation: 'ab', meeting: 'aendc' }

/** 1XX and 7XX. A 7XX with $t is a work inside or beside this one: its author is no author of this one. */
export const agent =
  (type: Agent['type'], isMain: boolean): Step =>
  (field, draft, { linked }) => {
    if (!isMain && first(field, 't') && field.ind2 !== '2') return
    const names = namesOf(field, linked, type)
    if (names.length === 0) return
    const found: Agent = { names, type, ...roleOf(field, type, isMain), main: isMain }
    const dates = type === 'person' ? stripIsbd(first(field, 'd') ?? '') : ''
    if (dates) found.dates = dates
    const authority = authorityOf([...all(field, '0'), ...all(field, '1')])
    if (authority) found.authority = authority
    addAgent(draft, found, sourceOf(field, 'a'))
  }

function namesOf(field: DataField, linked: DataField | undefined, type: Agent['type']): Name[] {
  const roman = heading(field, type)
  const original = linked ? heading(linked, type) : ''
  if (!original) return roman ? [nameOf(roman)] : []
  return roman ? [nameOf(original), nameOf(roman, romanKind(original))] : [nameOf(original)]
}

const heading = (field: DataField, type: Agent['type']): string => stripIsbd(joined(field, nameCodes[type]))

/** $4 before $e (meetings: $j); without either the main entry is the author, others contribute. */
function roleOf(field: DataField, type: Agent['type'], isMain: boolean): { role: string; roleText?: string } {
  const words = all(field, type === 'meeting' ? 'j' : 'e').map((word) => stripBrackets(stripIsbd(word)))
  const role = [...all(field, '4'), ...words].map(relatorCode).find(Boolean) ?? (isMain ? 'aut' : 'ctb')
  return words[0] ? { role, roleText: words[0] } : { role }
}
