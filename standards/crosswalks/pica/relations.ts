import type { PicaField } from '../../formats/pica/pica.js'
import type { Identifier, Relation } from '../../record/v1-draft.js'
import { addNote } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { readIsbn, readIssn } from '../identifiers.js'
import { all, first, sourceOf } from '../marc-steps.js'
import { addRelation } from '../relations.js'
import { filed, type PicaStep, targetOf } from './steps.js'
import { titleInWords } from './titles.js'

/** 036C: the set that the volume belongs to, in words. */
export const setTitle: PicaStep = (field, draft) =>
  addRelation(draft, inWords(field, 'set'), sourceOf(field, 'a'))

/** 036E: the series in words; 036F links to it. */
export const seriesTitle: PicaStep = (field, draft) =>
  addRelation(draft, inWords(field, 'series'), sourceOf(field, 'a'))

function inWords(field: PicaField, kind: Relation['kind']): Relation {
  const { value } = filed(first(field, 'a') ?? '')
  const number = first(field, 'l')
  return { kind, ...(value && { title: value }), ...(number && { number }) }
}

/**
 * A link to another record: 036D set, 036F series, 039B host, 039D other edition … $9 its PPN, $8 its heading, $t its
 * title, $l the number in it, $C and $6 a number of it. In 039E $b says whether it came before (f) or after (s).
 */
export const linked: StepOf<PicaStep> = (row) => {
  const kind = row.kind as Relation['kind']
  return (field, draft, { fields }) => {
    const target = targetOf(field)
    const { value: title } = filed(first(field, 't') ?? first(field, 'a') ?? titleInWords(target.text))
    const place = kind === 'host' ? fields.find(({ tag }) => tag === '031A') : undefined
    const number = first(field, 'l') ?? (place && placeOf(place))
    const identifiers = identifiersOf(field, target)
    addRelation(
      draft,
      {
        kind: kind === 'earlier' && first(field, 'b') === 's' ? 'later' : kind,
        ...(title && { title }),
        ...(number && { number }),
        ...(identifiers.length > 0 && { identifiers }),
      },
      sourceOf(field, '9'),
    )
  }
}

/** 031A: where an article stands in the host that 039B names: $d volume, $e issue, $j year, $h pages. */
export const article: PicaStep = (field, draft, { fields }) => {
  if (!fields.some(({ tag }) => tag === '039B'))
    addNote(draft, 'numbering', placeOf(field), sourceOf(field, 'h'))
}

function placeOf(field: PicaField): string {
  const [volume, issue, year, pages] = ['d', 'e', 'j', 'h'].map((code) => first(field, code))
  return (
    first(field, 'y') ??
    [volume, issue, year && `(${year})`, pages && `S. ${pages}`].filter(Boolean).join(', ')
  )
}

function identifiersOf(field: PicaField, { ppn, zdb }: { ppn?: string; zdb?: string }): Identifier[] {
  const found: (Identifier | undefined)[] = all(field, '6').map((text) =>
    numbered(first(field, 'C') ?? '', text),
  )
  if (zdb) found.push({ scheme: 'zdb', value: zdb, valid: true })
  if (ppn) found.push({ scheme: 'ppn', value: ppn, valid: true })
  return found.filter((one) => one !== undefined)
}

function numbered(scheme: string, text: string): Identifier | undefined {
  if (/^isbn$/i.test(scheme)) return readIsbn(text).identifier
  if (/^issn$/i.test(scheme)) return readIssn(text)
  return { scheme: scheme.toLowerCase() || 'other', value: text, valid: true }
}
