import type { DataField } from '../../formats/marc.js'
import type { Relation } from '../../record/v1-draft.js'
import type { StepOf } from '../field-table.js'
import { stripIsbd, unsorted } from '../isbd.js'
import { all, first, joined, sourceOf, splitPrefix } from '../marc-steps.js'
import { addHost, addRelation, identifiersOf, recordNumber, relationOf } from '../relations.js'

/** 440, 490, 800–830: a series with its number. 490 and 830 of the same series are one. */
export const series: StepOf =
  ({ reads }) =>
  (field, draft) => {
    const titles = reads.replace(/[vxzw]/g, '')
    const value = stripIsbd(joined(field, titles))
    const number = all(field, 'v').map(stripIsbd).join(', ')
    addRelation(draft, relationOf('series', value, number, numbersIn(field, reads)), sourceOf(field, 'a'))
  }

/** ISSN and ISBN, and $w: the number of the other's record. */
const numbersIn = (field: DataField, reads: string): NonNullable<Relation['identifiers']> => [
  ...identifiersOf(field, reads.includes('x') ? 'x' : '', reads.includes('z') ? 'z' : ''),
  ...(reads.includes('w') ? all(field, 'w').map(recordNumber) : []),
]

/** 76X–78X: $t title (or $s uniform, $a heading), $g and $q where in it, $x ISSN, $z ISBN, $w its record. */
export const linking: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    const title = unsorted(stripIsbd(first(field, 't') ?? first(field, 's') ?? first(field, 'a') ?? '')).text
    const number = [...all(field, 'g'), ...all(field, 'q')].map(stripIsbd).join(', ')
    addRelation(
      draft,
      relationOf(kind as Relation['kind'], title, number, numbersIn(field, reads)),
      sourceOf(field, 't'),
    )
  }

/** 7XX with $t: a work that this one contains (indicator 2 is 2) or touches. */
export const relatedWork: StepOf =
  ({ reads }) =>
  (field, draft) => {
    if (!first(field, 't')) return
    const title = stripIsbd(joined(field, reads))
    addRelation(
      draft,
      relationOf(field.ind2 === '2' ? 'part' : 'related', title, '', []),
      sourceOf(field, 't'),
    )
  }

/** 014 of holdings: number of the bibliographic record in the system that $b (or the number's prefix) names. */
export const linkageNumber: StepOf = () => (field, draft) => {
  const [agency, number] = splitPrefix(first(field, 'a') ?? '')
  const system = agency || first(field, 'b')
  addHost(draft, system ? `(${system})${number}` : number)
}
