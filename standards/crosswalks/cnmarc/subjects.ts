import type { DataField } from '../../formats/marc.js'
import type { Subject } from '../../record/v1-draft.js'
import { addClass, credit, type Draft } from '../draft.js'
import { all, first, joined, type Step, sourceOf } from '../marc-steps.js'

type Part = NonNullable<Subject['parts']>[number]

/** CNMARC and UNIMARC: $y is the place and $z the period. MARC 21 has them the other way. */
const subdivisions: Record<string, Part['kind']> = { x: 'topic', j: 'form', y: 'place', z: 'period' }
const schemes: Record<string, string> = {
  lc: 'lcsh',
  cct: 'cct',
  ct: 'cct',
  mesh: 'mesh',
  CCT: 'cct',
  汉表: 'cct',
}

/** 600–608: the heading in `codes`, then its subdivisions. */
export const subject =
  (kind: Subject['kind'], codes: string, separator = ' '): Step =>
  (field, draft) => {
    const head = joined(field, codes, separator)
    const parts = partsOf(field)
    const value = [head, ...parts.map((part) => part.value)].filter(Boolean).join(' -- ')
    if (!value) return
    const found: Subject = { value, kind }
    const scheme = first(field, '2')
    if (scheme) found.scheme = schemes[scheme] ?? scheme
    if (parts.length) found.parts = parts
    const id = first(field, '3')
    if (id) found.authority = { scheme: found.scheme ?? 'cnmarc', id }
    draft.description.subjects.push(found)
    credit(draft, 'subjects', sourceOf(field, 'a'))
  }

function partsOf(field: DataField): Part[] {
  const parts: Part[] = []
  for (const { code, value } of field.subfields) {
    const kind = subdivisions[code]
    const text = kind ? value.trim() : ''
    if (kind && text) parts.push({ kind, value: text })
  }
  return parts
}

/** 610: words of no vocabulary, each $a one; several in one $a are told by semicolons. */
export const keywords: Step = (field, draft) => {
  for (const value of all(field, 'a').flatMap((text) => text.split(/\s*[;；]\s*/))) {
    if (!value) continue
    draft.description.subjects.push({ value, kind: 'keyword' })
    credit(draft, 'subjects', '610$a')
  }
}

/** 675, 676, 680, 690, 692: $a number, $v edition. 690 is 中图法, 692 科图法. */
export const classOf =
  (scheme: string): Step =>
  (field, draft) => {
    for (const value of all(field, 'a')) addNumber(draft, field, scheme, value)
  }

export const otherClass: Step = (field, draft) => {
  for (const value of all(field, 'a'))
    addNumber(draft, field, (first(field, '2') ?? 'other').toLowerCase(), value)
}

function addNumber(draft: Draft, field: DataField, scheme: string, value: string): void {
  const item = scheme === 'lcc' ? first(field, 'b') : undefined
  addClass(draft, scheme, item ? `${value} ${item}` : value, first(field, 'v'), sourceOf(field, 'a'))
}
