import type { DataField } from '../../formats/marc.js'
import type { Identifier, Relation } from '../../record/v1-draft.js'
import type { Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readIssn } from '../identifiers.js'
import { all, first, sourceOf } from '../marc-steps.js'
import { addRelation } from '../relations.js'
import { type MabStep, plain } from './steps.js'

/** 451, 461, 471, 481: `Classics in linguistics ; 3`, the series with its number; 453, 455 link it. */
export const series: MabStep = (field, draft) => {
  if (field.ind1 === 'b') return
  const [title = '', ...rest] = (first(field, 'a') ?? '').split(' ; ')
  const number = rest.join(' ; ')
  addRelation(
    draft,
    { kind: 'series', ...(plain(title) && { title: plain(title) }), ...(number && { number }) },
    sourceOf(field, 'a'),
  )
}

/** Indicator z: number of its record, words that introduce it, and its title: `590016-5  Beil. --->` ; `Der Bote`. */
const linkForm = /^\s*(\d[\d-]{3,}[\dXx])\s+(?:[^;]*; )?(.+)$/s

/** 527 to 533: $a the other title, $9 its number, ISSN or ISBN where the words hold one. */
export const linked: StepOf<MabStep> =
  ({ kind }) =>
  (field, draft) => {
    const content = first(field, 'a') ?? first(field, 't') ?? ''
    const [, id, words = content] = (field.ind1 === 'z' && linkForm.exec(content)) || []
    const title = plain(words).replace(/<([^>]+)>/g, '($1)')
    const identifiers = [...identifiersOf(field), ...(id ? [ownNumber(id)] : [])]
    addRelation(
      draft,
      {
        kind: kind as Relation['kind'],
        ...(title && { title }),
        ...(identifiers.length > 0 && { identifiers }),
      },
      sourceOf(field, 'a'),
    )
  }

const identifiersOf = (field: DataField): Identifier[] => {
  const issns = all(field, 'x')
    .map(readIssn)
    .filter((one) => one !== undefined)
  const ids = all(field, '9').filter((id) => !id.startsWith('(DE-588)'))
  return [...issns, ...ids.map(ownNumber)]
}

/** Of a record in the same file, whose number says no agency. */
const ownNumber = (value: string): Identifier => ({ scheme: 'record', value, valid: true })

/** 590 the host of an article, 595 its year, 596 where in it, 599 its number. 525 says the same in words. */
export function readHost(fields: DataField[], draft: Draft): void {
  const one = (tag: string): string | undefined => {
    const field = fields.find((other) => other.tag === tag)
    return field && first(field, 'a')
  }
  const [title, id] = [plain(one('590') ?? ''), one('599')]
  const number = [one('595'), one('596')].filter(Boolean).join(', ')
  if (title)
    addRelation(
      draft,
      {
        kind: 'host',
        title,
        ...(number && { number }),
        ...(id && { identifiers: [ownNumber(id)] }),
      },
      '590$a',
    )
  const source = fields.find(({ tag }) => tag === '525')
  const words = source && plain(first(source, 'a') ?? '')
  if (words && !title) {
    const [host = '', ...rest] = words.split('. - ')
    addRelation(
      draft,
      { kind: 'host', title: host, ...(rest.length > 0 && { number: rest.join('. - ') }) },
      '525$a',
    )
  }
}
