import type { PicaField } from '../../formats/pica/pica.js'
import type { Agent } from '../../record/v1-draft.js'
import { addAgent, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { germanRole } from '../german-roles.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { nameOf } from '../names.js'
import { filed, type PicaStep, targetOf } from './steps.js'

/** The row’s kind is the role where none is stated: authors are the main entry. */
const agent =
  (type: Agent['type']): StepOf<PicaStep> =>
  ({ kind: role }) =>
  (field, draft) =>
    add(field, draft, type, role)

/** $a surname, $d forename, $c prefix, $P a name of one part. */
export const person = agent('person')
export const organisation = agent('organisation')
export const meeting = agent('meeting')

function add(field: PicaField, draft: Draft, type: Agent['type'], role: string): void {
  const value = nameIn(field)
  if (!value) return
  const { text, authority } = targetOf(field)
  const [roleText] = all(field, 'B')
  const dates = first(field, 'h') ?? lifeIn(text)
  addAgent(
    draft,
    {
      names: [nameOf(value)],
      type,
      role: [...all(field, '4'), ...all(field, 'B')].map(germanRole).find(Boolean) ?? role,
      ...(roleText && { roleText }),
      main: role === 'aut',
      ...(type === 'person' && dates && { dates }),
      ...(authority && { authority }),
    },
    sourceOf(field, first(field, 'a') ? 'a' : '8'),
  )
}

/** `Saqib, Muhammad Amjad` of its parts, else of the words of the link without dates and numbers. */
export function nameIn(field: PicaField): string {
  const surname = [first(field, 'c'), first(field, 'a') ?? first(field, 'A')].filter(Boolean).join(' ')
  const forename = first(field, 'd') ?? first(field, 'D')
  const isPerson = field.tag.startsWith('028')
  if (isPerson && surname) return [surname, forename, first(field, 'n')].filter(Boolean).join(', ')
  if (isPerson && first(field, 'P')) return joined(field, 'Pnl')
  if (!isPerson && surname) return filed(joined(field, 'abgnjpk', ', ') || surname).value
  return targetOf(field).text.replace(/\s*\*[^*]*\*\s*$/, '')
}

/** `Akbar, Yusaf H. *1969-*` */
const lifeIn = (text: string): string | undefined => /\*([\d?X. -]+)\*$/.exec(text)?.[1]
