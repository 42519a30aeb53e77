import type { DataField } from '../../formats/marc.js'
import type { Agent } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { addAgent } from '../draft.js'
import { germanRole } from '../german-roles.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { nameOf } from '../names.js'
import { type MabStep, plain } from './steps.js'

/**
 * Every fourth field from 100 on is a person, from 200 on a body. Indicator: blank the main heading, a an author beside
 * it, b who took part, c the same without a role, e and f an interpreter.
 */
const rolesOfIndicator: Record<string, string> = {
  ' ': 'aut',
  a: 'aut',
  b: 'ctb',
  c: 'ctb',
  e: 'prf',
  f: 'ctb',
}

/** `Haile, Harry G. [Hrsg.]` of plain MAB2; Aleph parts name ($p), dates ($d), title ($c) and role ($b, $4). */
export const person: MabStep = (field, draft) => {
  const raw = first(field, 'p') ?? first(field, 'a') ?? ''
  const role = /\s*\[([^\]]+)\]\s*$/.exec(raw)
  const value = plain(
    [raw.slice(0, role?.index), first(field, 'n'), first(field, 'c')].filter(Boolean).join(', '),
  )
  if (!value) return
  const roleText = first(field, 'b') ?? role?.[1]
  const dates = first(field, 'd')
  addAgent(
    draft,
    { ...agentOf(field, 'person', value, roleText), ...(dates && { dates }) },
    sourceOf(field, 'p'),
  )
}

/** $k body, $g place that is its head, $e meeting, $b its parts, $h its addition. */
export const body: MabStep = (field, draft) => {
  const isMeeting = first(field, 'e') !== undefined
  const name = joined(field, 'akge') ? joined(field, 'akgebh', ', ') : ''
  const value = plain(name)
  if (value)
    addAgent(
      draft,
      agentOf(field, isMeeting ? 'meeting' : 'organisation', value, undefined),
      sourceOf(field, 'k'),
    )
}

function agentOf(field: DataField, type: Agent['type'], value: string, roleText: string | undefined): Agent {
  const authority = authorityOf(all(field, '9'))
  const stated = [...all(field, '4'), ...(roleText ? [roleText] : [])].map(germanRole).find(Boolean)
  return {
    names: [nameOf(value)],
    type,
    role: stated ?? rolesOfIndicator[field.ind1] ?? 'ctb',
    ...(roleText && { roleText: roleText.replace(/^\[|\]$/g, '') }),
    main: field.ind1 === ' ' || field.ind1 === 'a',
    ...(authority && { authority }),
  }
}

/**
 * The third field of each four is the number of the heading's record, indicator a that of the German authority file: 102
 * of 100, 202 of 200. It goes into $9, where others have it.
 */
export const withNumbers = (fields: DataField[]): DataField[] =>
  fields.map((field, at) => {
    const heading = Number(field.tag)
    if (heading < 100 || heading >= 300 || heading % 4 !== 0 || all(field, '9').length > 0) return field
    const rest = fields.slice(at + 1, at + 4)
    const end = rest.findIndex(({ tag }) => Number(tag) <= heading || Number(tag) > heading + 2)
    const number = rest
      .slice(0, end === -1 ? undefined : end)
      .find((other) => Number(other.tag) === heading + 2 && other.ind1 === 'a')
    const id = number && first(number, 'a')
    return id ? { ...field, subfields: [...field.subfields, { code: '9', value: `(DE-588)${id}` }] } : field
  })
