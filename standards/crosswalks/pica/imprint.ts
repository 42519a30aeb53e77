import type { PicaField } from '../../formats/pica/pica.js'
import { dateStatement, toEdtf } from '../dates.js'
import { addAbstract, addDate, addLanguage, addLink, addNote, credit, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import type { PicaStep } from './steps.js'

/** 011@: $a first year, $b last one, $n the year in the words of the item. */
export const year: PicaStep = (field, draft) => {
  const [from, to] = [first(field, 'a'), first(field, 'b')]
  if (!from) return
  const isRunning = draft.description.type === 'serial' && !to && /^\d{4}$/.test(from)
  const edtf = isRunning ? `${from}/..` : toEdtf(to && to !== from ? `${from}-${to}` : from)
  const text = first(field, 'n') ?? (to ? `${from}-${to}` : isRunning ? `${from}-` : from)
  addDate(draft, dateStatement(text, 'issued', edtf), '011@$a')
  for (const publication of draft.description.publication) publication.date ??= text
}

/** 033A: $p places, $n publishers. */
export const imprint: PicaStep = (field, draft) => {
  const place = joined(field, 'p', ' ; ')
  const publishers = all(field, 'n')
  const date = draft.description.dates.find(({ kind }) => kind === 'issued')?.text
  if (!place && publishers.length === 0) return
  for (const publisher of publishers.length > 0 ? publishers : [''])
    draft.description.publication.push({
      ...(place && { place }),
      ...(publisher && { publisher }),
      ...(date && { date }),
    })
  credit(draft, 'publication', sourceOf(field, 'n'))
}

/** 034D pages, 034M illustrations, 034I size, 034K what goes with it. */
export const extent: PicaStep = (field, draft) => {
  const text = joined(field, 'a', ' ; ')
  if (!text) return
  const before = draft.description.extent
  draft.description.extent = before ? `${before} ; ${text}` : text
  credit(draft, 'extent', sourceOf(field, 'a'))
}

export const edition: PicaStep = (field, draft) => {
  const text = joined(field, 'ah', ' / ')
  if (!text || draft.description.edition) return
  draft.description.edition = text
  credit(draft, 'edition', sourceOf(field, 'a'))
}

/** 010@: $a of the text, $c of the original. Dutch catalogues write `ned`. */
export const language: StepOf<PicaStep> =
  ({ kind, reads }) =>
  (field, draft) =>
    addLanguages(field, draft, reads, kind as 'text' | 'original')

function addLanguages(field: PicaField, draft: Draft, code: string, role: 'text' | 'original'): void {
  for (const text of all(field, code)) addLanguage(draft, dutch[text] ?? text, role, sourceOf(field, code))
}

const dutch: Record<string, string> = { ned: 'dut', du: 'ger', en: 'eng', fr: 'fre', nl: 'dut' }

/** 009P, 009Q, 017C, 017G: $u address, $3 or $y what is there, $4 LF free of charge. */
export const link: PicaStep = (field, draft) => {
  const label = first(field, '3') ?? first(field, 'y')
  const access = first(field, '4') === 'LF' ? { kind: 'open' as const } : undefined
  for (const href of [...all(field, 'u'), ...all(field, 'a')])
    addLink(draft, href, label, access, sourceOf(field, 'u'))
}

export const abstract: PicaStep = (field, draft) =>
  addAbstract(draft, joined(field, 'a', '\n'), sourceOf(field, 'a'))

/** 011F: `© 2019`. */
export const copyright: PicaStep = (field, draft) => {
  const text = first(field, 'n') ?? first(field, 'a')
  if (text) addDate(draft, dateStatement(text, 'copyright'), sourceOf(field, 'n'))
}

export const note: StepOf<PicaStep> =
  ({ kind, reads }) =>
  (field, draft) =>
    addNote(draft, kind, joined(field, reads), sourceOf(field, reads.charAt(0)))
