import type { DataField } from '../../formats/marc.js'
import type { Subject } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { addClass, credit, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { unpack } from './relations.js'

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

/** 600–608: the heading in the row's subfields, then its subdivisions. Between name and title of 604 stands a point. */
export const subject: StepOf = ({ kind, reads, field: tag }) => {
  const codes = reads.replace(/[xyzj23]/g, '')
  const separator = tag === '604' ? '. ' : ' '
  return (field, draft) => {
    const own = field.subfields.some(({ code }) => code === '1') ? embedded(field) : field
    const head = joined(own, codes, separator)
    const parts = partsOf(field, reads)
    const value = [head, ...parts.map((part) => part.value)].filter(Boolean).join(' -- ')
    if (!value) return
    const found: Subject = { value, kind: kind as Subject['kind'] }
    const scheme = first(field, '2')
    if (scheme) found.scheme = schemes[scheme] ?? scheme
    if (parts.length) found.parts = parts
    const authority = authorityOf(all(field, '3'))
    if (authority) found.authority = authority
    draft.description.subjects.push(found)
    credit(draft, 'subjects', sourceOf(field, 'a'))
  }
}

/** 604 with whole fields after `$1`: 700 the name, 500 the title. */
function embedded(field: DataField): DataField {
  const parts = unpack(field)
  const of = (tag: string): string =>
    parts
      .filter((one) => one.tag.startsWith(tag))
      .map((one) => joined(one, 'ab', ', '))
      .join('. ')
  const [name, title] = [of('7').replace(/\.$/, ''), of('5')]
  return {
    ...field,
    subfields: [
      { code: 'a', value: name },
      { code: 't', value: title },
    ],
  }
}

function partsOf(field: DataField, reads: string): Part[] {
  const parts: Part[] = []
  for (const { code, value } of field.subfields) {
    const kind = reads.includes(code) ? subdivisions[code] : undefined
    const text = kind ? value.trim() : ''
    if (kind && text) parts.push({ kind, value: text })
  }
  return parts
}

/** 610: words of no vocabulary, each $a one; several in one $a are told by semicolons. */
export const keywords: StepOf = () => (field, draft) => {
  for (const value of all(field, 'a').flatMap((text) => text.split(/\s*[;；]\s*/))) {
    if (!value) continue
    draft.description.subjects.push({ value, kind: 'keyword' })
    credit(draft, 'subjects', '610$a')
  }
}

/** 675, 676, 680, 690, 692: $a number, $v edition. 690 is 中图法, 692 科图法. */
export const classNumber: StepOf =
  ({ kind }) =>
  (field, draft) => {
    for (const value of all(field, 'a')) addNumber(draft, field, kind, value)
  }

/** 686, 694, 696: the scheme in $2. */
export const otherClass: StepOf = () => (field, draft) => {
  for (const value of all(field, 'a'))
    addNumber(draft, field, (first(field, '2') ?? 'other').toLowerCase(), value)
}

/** In an authority the tag says the scheme of the class that belongs to the heading. */
const classSchemes: Record<string, string> = {
  '675': 'udc',
  '676': 'ddc',
  '680': 'lcc',
  '690': 'clc',
  '692': 'cas',
}
export const headingClass: StepOf = () => (field, draft) => {
  const scheme = classSchemes[field.tag]
  for (const value of scheme ? all(field, 'a') : [])
    addClass(draft, scheme as string, value, first(field, 'v'), sourceOf(field, 'a'))
}

function addNumber(draft: Draft, field: DataField, scheme: string, value: string): void {
  const item = scheme === 'lcc' ? first(field, 'b') : undefined
  addClass(draft, scheme, item ? `${value} ${item}` : value, first(field, 'v'), sourceOf(field, 'a'))
}
