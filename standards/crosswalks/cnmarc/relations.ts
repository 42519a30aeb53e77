import type { DataField } from '../../formats/marc.js'
import type { Relation } from '../../record/v1-draft.js'
import type { StepOf } from '../field-table.js'
import { stripIsbd, withoutMarks } from '../isbd.js'
import { all, fieldOf, first, joined, sourceOf } from '../marc-steps.js'
import { addRelation, identifiersOf, recordNumber, relationOf } from '../relations.js'

/** 225: $a series, $h $i its part, $v number, $x ISSN. */
export const series: StepOf = () => (field, draft) => {
  const number = [...all(field, 'v'), ...all(field, 'h')].join(', ')
  const title = stripIsbd(joined(field, 'ai', '. '))
  addRelation(draft, relationOf('series', title, number, identifiersOf(field, 'x', 'y')), '225$a')
}

/** 4XX: either $t title, $v number, $x ISSN, $y ISBN; or whole fields embedded after `$1`. */
export const linking: StepOf =
  ({ kind }) =>
  (field, draft, { leader }) => {
    const own = kind === 'part' && leader[7] === 'a' ? 'host' : (kind as Relation['kind'])
    for (const relation of relationsIn(field, own))
      addRelation(draft, relation, sourceOf(field, first(field, 't') ? 't' : '1'))
  }

function relationsIn(field: DataField, kind: Relation['kind']): Relation[] {
  const embedded = unpack(field)
  if (embedded.length) return [fromEmbedded(embedded, kind)]
  const title = [first(field, 't') ?? first(field, 'a'), first(field, 'i')].filter(Boolean).join('. ')
  const number = [...all(field, 'v'), ...all(field, 'h')].join(', ')
  const records = [...all(field, '3'), ...all(field, '0')].map(recordNumber)
  return [relationOf(kind, title, number, [...identifiersOf(field, 'x', 'y'), ...records])]
}

function fromEmbedded(fields: DataField[], kind: Relation['kind']): Relation {
  const of = (...tags: string[]): DataField | undefined => fields.find(({ tag }) => tags.includes(tag))
  const [titled, volume] = [of('200', '500', '225'), of('215')]
  const title = titled ? withoutMarks(joined(titled, 'ai', '. ')) : ''
  const number = [
    ...(titled ? [...all(titled, 'v'), ...all(titled, 'h')] : []),
    ...(volume ? all(volume, 'v') : []),
  ].join(', ')
  const numbers = fields.flatMap((field) =>
    field.tag === '011'
      ? identifiersOf(field, 'a', '')
      : field.tag === '010'
        ? identifiersOf(field, '', 'a')
        : [],
  )
  for (const field of fields) if (field.tag === '001') numbers.push(...all(field, 'a').map(recordNumber))
  return relationOf(kind, title, number, numbers)
}

/**
 * `$12001 $a题名$v第3册` : `$1` opens a field whose tag and indicators are its value; what follows belongs to it until
 * the next `$1`. Control fields (`$1001…`) hold their data there.
 */
export function unpack(field: DataField): DataField[] {
  const fields: DataField[] = []
  for (const subfield of field.subfields) {
    if (subfield.code === '1') fields.push(opened(subfield.value))
    else fields.at(-1)?.subfields.push(subfield)
  }
  return fields
}

function opened(value: string): DataField {
  const tag = value.slice(0, 3)
  if (tag.startsWith('00')) return fieldOf(tag, [{ code: 'a', value: value.slice(3) }])
  return fieldOf(tag, [], value[3] ?? ' ', value[4] ?? ' ')
}
