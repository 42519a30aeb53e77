import type { DataField } from '../../formats/marc.js'
import type { Subject } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { addClass, credit, type Draft } from '../draft.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { type MabStep, plain } from './steps.js'

/** 902, 907, 912 …: links of a subject chain. The subfield says what it is: s topic, g place, p person, k body … */
const kinds: [code: string, kind: Subject['kind']][] = [
  ['s', 'topic'],
  ['g', 'place'],
  ['p', 'person'],
  ['k', 'organisation'],
  ['e', 'organisation'],
  ['t', 'title'],
  ['z', 'period'],
  ['f', 'genre'],
  ['a', 'topic'],
]

/** Without subfields the indicator says what it is, behind the number of the heading: `4046704-1  Ornithologie`, `1|Karte`. */
const linkForm = /^\s*(?:(\d{3,}-?[\dXx])\s+|\d\|)?(.+)$/s

export const chainLink: MabStep = (field, draft) => {
  const [code, kind] = kinds.find(([code]) => first(field, code)) ?? []
  if (!kind) return
  const [, ofIndicator] = kinds.find(([code]) => code === field.ind1) ?? []
  if (code === 'a' && ofIndicator && field.subfields.length === 1) {
    const [, id, words = ''] = linkForm.exec(first(field, 'a') as string) ?? []
    const authority = id && { authority: { scheme: 'gnd', id } }
    push(draft, { value: plain(words), kind: ofIndicator, scheme: 'gnd', ...authority }, field)
    return
  }
  const value = plain(joined(field, 'agpkstezfchnx', ' '))
  const authority = authorityOf(all(field, '9'))
  push(draft, { value, kind, scheme: 'gnd', ...(authority && { authority }) }, field)
}

/** 064: a form of the authority file. */
export const genre: MabStep = (field, draft) => {
  const authority = authorityOf(all(field, '9'))
  const value = plain(first(field, 'a') ?? '')
  push(draft, { value, kind: 'genre', scheme: 'gnd', ...(authority && { authority }) }, field)
}

/** 710, 711, 720, 740: keywords of whatever origin, several in one field. */
export const keywords: MabStep = (field, draft) => {
  for (const text of all(field, 'a'))
    for (const value of text.split(/\s*[;,]\s+/))
      if (value && !/^https?:/.test(value)) push(draft, { value: plain(value), kind: 'keyword' }, field)
}

/** 700: a notation; indicator b DDC, c UDC, g RVK, z of the union catalogue. */
const schemes: Record<string, string> = { b: 'ddc', c: 'udc', g: 'rvk', e: 'lcc', r: 'rvk' }
export const notation: MabStep = (field, draft) => {
  const scheme = schemes[field.ind1]
  if (scheme)
    for (const value of all(field, 'a')) addClass(draft, scheme, value, undefined, sourceOf(field, 'a'))
}

/** 705: DDC by its elements, $a the whole number, $e the edition. */
export const dewey: MabStep = (field, draft) => {
  for (const value of all(field, 'a')) addClass(draft, 'ddc', value, first(field, 'e'), sourceOf(field, 'a'))
}

function push(draft: Draft, subject: Subject, field: DataField): void {
  const { subjects } = draft.description
  if (
    !subject.value ||
    subjects.some((other) => other.value === subject.value && other.kind === subject.kind)
  )
    return
  subjects.push(subject)
  credit(draft, 'subjects', sourceOf(field, 'a'))
}
