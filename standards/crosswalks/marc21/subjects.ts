import type { DataField } from '../../formats/marc.js'
import type { Subject } from '../../record/v1-draft.js'
import { authorityOf, numbersInSeven } from '../authorities.js'
import { addClass, credit } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { stripIsbd } from '../isbd.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'

type Part = NonNullable<Subject['parts']>[number]

/** MARC 21: $y is the period and $z the place. CNMARC has them the other way. */
const subdivisions: Record<string, Part['kind']> = { x: 'topic', v: 'form', y: 'period', z: 'place' }
/** Indicator 2 → scheme; 7 looks into $2, 4 says nothing. */
const schemes: Record<string, string> = {
  '0': 'lcsh',
  '1': 'lcshac',
  '2': 'mesh',
  '3': 'nal',
  '5': 'csh',
  '6': 'rvm',
}

/** 6XX: the heading proper in the row's subfields, then its subdivisions. */
export const subject: StepOf = ({ kind, reads }) => {
  const codes = reads.replace(/[vxyz027]/g, '')
  return (field, draft) => {
    const head = stripIsbd(joined(field, codes))
    const parts = partsOf(field, reads)
    const value = [head, ...parts.map((part) => part.value)].filter(Boolean).join(' -- ')
    if (!value) return
    const found: Subject = { value, kind: kind as Subject['kind'] }
    const scheme = field.ind2 === '7' && reads.includes('2') ? first(field, '2') : schemes[field.ind2]
    if (scheme) found.scheme = scheme
    if (parts.length) found.parts = parts
    const authority = authorityOf([...all(field, '0'), ...numbersInSeven(all(field, '7'))])
    if (authority) found.authority = authority
    draft.description.subjects.push(found)
    credit(draft, 'subjects', sourceOf(field, 'a'))
  }
}

function partsOf(field: DataField, reads: string): Part[] {
  const parts: Part[] = []
  for (const { code, value } of field.subfields) {
    const kind = reads.includes(code) ? subdivisions[code] : undefined
    const text = kind ? stripIsbd(value) : ''
    if (kind && text) parts.push({ kind, value: text })
  }
  return parts
}

/** 653: each $a is a keyword of its own. */
export const keywords: StepOf = () => (field, draft) => {
  for (const value of all(field, 'a').map(stripIsbd)) {
    if (!value) continue
    draft.description.subjects.push({ value, kind: 'keyword' })
    credit(draft, 'subjects', '653$a')
  }
}

/** 690 is a local subject in the West, and 中图法 in Chinese libraries' MARC 21: told by its form. */
export const localClass: StepOf = () => (field, draft) => {
  for (const value of all(field, 'a')) {
    if (/^[A-Z]{1,2}\d[\d.]*\S*$/.test(value)) addClass(draft, 'clc', value, first(field, 'v'), '690$a')
    else {
      draft.description.subjects.push({ value: stripIsbd(value), kind: 'topic', scheme: 'local' })
      credit(draft, 'subjects', '690$a')
    }
  }
}
