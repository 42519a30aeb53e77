import type { DataField } from '../formats/marc.js'
import type { Relation, Subject, Title } from '../record/v1-draft.js'
import { authorityOf, readAuthority } from './authorities.js'
import { addControlNumber, addTitle, credit, type Draft, titleOf } from './draft.js'
import type { StepOf } from './field-table.js'
import { stripIsbd } from './isbd.js'
import { all, first, joined, sourceOf } from './marc-steps.js'
import { addRelation } from './relations.js'
import { isHan, scriptOf } from './scripts.js'

/** Subdivisions stand after the heading with two hyphens: `Music -- Indonesia`. */
const subdivisions = 'vxyz'

/** A heading as it is filed: the parts of the name, then its subdivisions. */
export function headingOf(field: DataField, reads: string): string {
  const parts = [...reads].filter((code) => !subdivisions.includes(code) && !pinyinCodes.includes(code))
  const name = stripIsbd(joined(field, parts.join('')))
  const divided = [...reads].some((code) => subdivisions.includes(code))
    ? field.subfields.filter(({ code }) => subdivisions.includes(code) && reads.includes(code))
    : []
  return [name, ...divided.map(({ value }) => stripIsbd(value))].filter(Boolean).join(' -- ')
}
const pinyinCodes = 'A9'

/** Last two digits of the tag → what kind of thing the heading names (MARC 21; UNIMARC has them by tens). */
const kinds: Record<string, Subject['kind']> = {
  '00': 'person',
  '10': 'organisation',
  '11': 'organisation',
  '30': 'title',
  '47': 'topic',
  '48': 'period',
  '50': 'topic',
  '51': 'place',
  '55': 'genre',
}
const unimarcKinds: Record<string, Subject['kind']> = {
  ...kinds,
  '15': 'place',
  '20': 'person',
  '35': 'title',
  '40': 'title',
  '45': 'title',
  '60': 'place',
  '80': 'genre',
}

/**
 * The heading (MARC 21 1XX, UNIMARC 2XX) and the forms it is not entered under (4XX). The heading stands as the title and,
 * with the kind of thing it names, as the subject. A second heading is the same in another script.
 */
export const heading =
  (flavour: 'marc21' | 'unimarc'): StepOf =>
  ({ kind, reads }) =>
  (field, draft) => {
    const value = headingOf(field, reads)
    if (!value) return
    const { titles, subjects } = draft.description
    const known = titles.find((title) => title.kind === 'original')
    const isFirst = kind === 'original' && !known
    const own: Title['kind'] = isFirst ? 'original' : kind === 'original' ? 'parallel' : 'variant'
    addForm(draft, value, own, sourceOf(field, 'a'))
    const pinyin = first(field, 'A') ?? first(field, '9')
    if (flavour === 'unimarc' && pinyin && isHan(scriptOf(value)))
      addForm(draft, pinyin, 'pinyin', sourceOf(field, 'A'))
    if (!isFirst) return
    subjects.push({
      value,
      kind: (flavour === 'marc21' ? kinds : unimarcKinds)[field.tag.slice(1)] ?? 'topic',
    })
    credit(draft, 'subjects', sourceOf(field, 'a'))
  }

function addForm(draft: Draft, value: string, kind: Title['kind'], source: string): void {
  if (draft.description.titles.some((other) => other.value === value)) return
  addTitle(draft, titleOf(value, kind), source)
}

/** 880: the heading, or a form that leads to it, in another script. */
export function addOriginalForm(draft: Draft, field: DataField, reads: string): void {
  const value = headingOf(field, reads)
  if (value) addForm(draft, value, field.tag.startsWith('1') ? 'parallel' : 'variant', '880$a')
}

/** $w (MARC 21) and $5 (UNIMARC), first character: a earlier, b later. */
const ways: Record<string, Relation['kind']> = { a: 'earlier', b: 'later' }

/** 5XX: see also. Its number, where it has one, is that of the other heading’s record. */
export const seeAlso: StepOf =
  ({ reads }) =>
  (field, draft) => {
    const title = headingOf(field, reads.replace(/[w035]/g, ''))
    const way = first(field, 'w') ?? first(field, '5') ?? ''
    const found = authorityOf([...all(field, '0'), ...all(field, '3')])
    const relation: Relation = { kind: ways[way[0] ?? ''] ?? 'related' }
    if (title) relation.title = title
    if (found) relation.identifiers = [{ scheme: found.scheme, value: found.id, valid: true }]
    addRelation(draft, relation, sourceOf(field, 'a'))
  }

/** 7XX: the same heading in another language or another file, with its number there. */
export const linkedHeading: StepOf =
  ({ kind, reads }) =>
  (field, draft) => {
    const value = headingOf(field, reads.replace(/[023]/g, ''))
    if (value) addForm(draft, value, kind as Title['kind'], sourceOf(field, 'a'))
    const pinyin = reads.includes('9') ? (first(field, 'A') ?? first(field, '9')) : undefined
    if (pinyin && isHan(scriptOf(value))) addForm(draft, pinyin, 'pinyin', sourceOf(field, 'A'))
    for (const number of [...all(field, '0'), ...all(field, '3')]) {
      const found = readAuthority(number)
      if (found) addControlNumber(draft, found.scheme, found.id, sourceOf(field, '0'))
    }
  }

/** 024 and UNIMARC 010: the same heading in other authority files, the file in $2. */
export const fileNumber: StepOf = () => (field, draft) => {
  for (const value of [...all(field, 'a'), ...all(field, '0'), ...all(field, '1')]) {
    const found = readAuthority(value)
    const scheme = found?.scheme ?? first(field, '2') ?? (field.tag === '010' ? 'isni' : '')
    if (scheme && scheme !== 'uri') addControlNumber(draft, scheme, found?.id ?? value, sourceOf(field, 'a'))
  }
}

/** 010 of an authority: names begin with n, subjects with sh. */
export const libraryOfCongress: StepOf = () => (field, draft) => {
  const id = (first(field, 'a') ?? '').replace(/\s+/g, '')
  const found = readAuthority(`(DLC)${id}`)
  if (found) addControlNumber(draft, found.scheme === 'dlc' ? 'lccn' : found.scheme, found.id, '010$a')
}
