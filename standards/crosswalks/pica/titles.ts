import type { PicaField, PicaRecord } from '../../formats/pica/pica.js'
import type { Title } from '../../record/v1-draft.js'
import { addTitle, credit, type Draft, titleOf } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { first, joined, sourceOf } from '../marc-steps.js'
import { filed, type PicaStep, targetOf } from './steps.js'

/** 021A: $a title, $d subtitle. */
export const properTitle: PicaStep = (field, draft) =>
  push(draft, field, 'original', first(field, 'a') ?? '', joined(field, 'd', ' : '))

/** 021A: $f parallel title, $g its subtitle. */
export const parallelTitle: PicaStep = (field, draft) =>
  push(draft, field, 'parallel', first(field, 'f') ?? '', joined(field, 'g', ' : '))

/** 021A: $h statement of responsibility. */
export const statement: PicaStep = (field, draft) => {
  const text = joined(field, 'h', ' ; ')
  if (!text || draft.description.statement) return
  draft.description.statement = text
  credit(draft, 'statement', sourceOf(field, 'h'))
}

export const variantTitle: StepOf<PicaStep> =
  ({ kind }) =>
  (field, draft) =>
    push(
      draft,
      field,
      kind as Title['kind'],
      first(field, 'a') ?? targetOf(field).text,
      joined(field, 'd', ' : '),
    )

/** 021C: the title of a section, behind that of the whole. */
export const section: PicaStep = (field, draft) => {
  const title = draft.description.titles.find(({ kind }) => kind === 'original')
  const name = filed(first(field, 'a') ?? '').value
  if (!name || !title) return
  title.part = { ...title.part, name }
  credit(draft, 'titles', sourceOf(field, 'a'))
}

/** 021B: $l number and $a title of a volume that has no title of its own: the set gives it one. */
export const partTitle: PicaStep = (field, draft) => push(draft, field, 'variant', first(field, 'a') ?? '')

function push(draft: Draft, field: PicaField, kind: Title['kind'], text: string, subtitle = ''): void {
  const { value, nonfiling } = filed(text)
  if (!value || draft.description.titles.some((other) => other.value === value)) return
  addTitle(
    draft,
    titleOf(value, kind, { ...(subtitle && { subtitle }), ...(nonfiling && { nonfiling }) }),
    sourceOf(field, 'a'),
  )
}

/**
 * A volume without 021A is named by its set (036C, 036D): title of the set, number and name of the part. An article or
 * volume that even lacks those keeps what 021B says.
 */
export function settleTitles(record: PicaRecord, draft: Draft): void {
  const { titles } = draft.description
  if (titles.some(({ kind }) => kind === 'original')) return
  const set =
    record.fields.find(({ tag }) => tag === '036C') ?? record.fields.find(({ tag }) => tag === '036D')
  const part = record.fields.find(({ tag }) => tag === '021B')
  const name = part && filed(first(part, 'a') ?? '').value
  const { value, nonfiling } = filed(set ? (first(set, 'a') ?? titleInWords(targetOf(set).text)) : '')
  const number = (part && first(part, 'l')) ?? (set && first(set, 'l'))
  if (value) {
    draft.description.titles = titles.filter((title) => title.value !== name)
    const more = { ...(number && { number }), ...(name && { name }), ...(nonfiling && { nonfiling }) }
    addTitle(draft, titleOf(value, 'original', more), set ? sourceOf(set, 'a') : '036C$a')
  } else if (name) titles[0] = { ...(titles[0] as Title), kind: 'original' }
}

/** `Discussion paper series / Forschungsinstitut …. - Bonn : IZA, 1998-` → its title. */
export const titleInWords = (words: string): string =>
  (words.split(/ \/ |\. - | ; ZDB-ID/, 1)[0] ?? '').trim()
