import type { DataField } from '../../formats/marc.js'
import type { Name } from '../../record/names.js'
import type { Agent } from '../../record/v1-draft.js'
import { authorityOf, numbersInSeven } from '../authorities.js'
import { addAgent } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { stripBrackets, stripIsbd } from '../isbd.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { agentRoles, nameOf, romanKind } from '../names.js'

/** Which subfields are the name; the rest of the field is dates, roles and titles. */
const nameCodes: Record<Agent['type'], string> = { person: 'abcq', organisation: 'abndc', meeting: 'aendcq' }

/** 1XX and 7XX. A 7XX with $t is a work inside or beside this one: its author is no author of this one. */
export const agent =
  (isMain: boolean): StepOf =>
  ({ kind }) =>
  (field, draft, { linked, language }) => {
    const type = kind as Agent['type']
    if (!isMain && first(field, 't') && field.ind2 !== '2') return
    const names = namesOf(field, linked, type, language)
    if (names.length === 0) return
    const dates = type === 'person' ? stripIsbd(first(field, 'd') ?? '') : ''
    const authority = authorityOf([
      ...all(field, '0'),
      ...all(field, '1'),
      ...numbersInSeven(all(field, '7')),
    ])
    for (const role of rolesOf(field, type, isMain))
      addAgent(
        draft,
        { names, type, ...role, main: isMain, ...(dates && { dates }), ...(authority && { authority }) },
        sourceOf(field, 'a'),
      )
  }

function namesOf(
  field: DataField,
  linked: DataField | undefined,
  type: Agent['type'],
  language: string | undefined,
): Name[] {
  const roman = heading(field, type)
  const original = linked ? heading(linked, type) : ''
  if (!original) return roman ? [nameOf(roman)] : []
  return roman ? [nameOf(original), nameOf(roman, romanKind(original, language))] : [nameOf(original)]
}

const heading = (field: DataField, type: Agent['type']): string => stripIsbd(joined(field, nameCodes[type]))

/** $4 and $e (meetings: $j); without either the main entry is the author, others contribute. */
function rolesOf(
  field: DataField,
  type: Agent['type'],
  isMain: boolean,
): { role: string; roleText?: string }[] {
  const words = all(field, type === 'meeting' ? 'j' : 'e').map((word) => stripBrackets(stripIsbd(word)))
  return agentRoles(all(field, '4'), words, isMain ? 'aut' : 'ctb')
}
