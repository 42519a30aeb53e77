import type { DataField } from '../../formats/marc.js'
import { dateStatement, toEdtf } from '../dates.js'
import { addAbstract, addDate, addLanguage, addLink, addNote, credit, type Draft } from '../draft.js'
import type { StepOf } from '../field-table.js'
import { all, first, joined, sourceOf } from '../marc-steps.js'
import { type MabStep, plain } from './steps.js'

/** 410 place and 412 publisher, 415 and 417 the second ones; 419 all in one ($a $b $c). */
export const place: MabStep = (field, draft) => {
  const value = plain(first(field, 'a') ?? '')
  if (value) push(draft, { place: value }, field)
}

export const publisher: MabStep = (field, draft) => {
  const value = plain(first(field, 'a') ?? '')
  const last = draft.description.publication.at(-1)
  if (value && last && !last.publisher) last.publisher = value
  else if (value) push(draft, { publisher: value }, field)
}

export const imprint: MabStep = (field, draft) => {
  const [where, who, when] = ['a', 'b', 'c'].map((code) => plain(first(field, code) ?? ''))
  const { publication } = draft.description
  if (who && publication.some(({ publisher }) => publisher === who)) return
  if (!where && !who) return
  push(
    draft,
    { ...(where && { place: where }), ...(who && { publisher: who }), ...(when && { date: when }) },
    field,
  )
}

function push(
  draft: Draft,
  publication: Draft['description']['publication'][number],
  field: DataField,
): void {
  draft.description.publication.push(publication)
  credit(draft, 'publication', sourceOf(field, 'a'))
}

/** 425: blank as on the item, a the normal form, b and c begin and end of a set, p phonogram, else other dates. */
export function readDates(fields: DataField[], draft: Draft): void {
  const one = (indicator: string): string | undefined =>
    fields.filter(({ tag, ind1 }) => tag === '425' && ind1 === indicator).map((field) => first(field, 'a'))[0]
  const [written, normal, from, to] = [' ', 'a', 'b', 'c'].map(one)
  const [text] = [written ?? normal ?? (from && `${from}-${to ?? ''}`)]
  const phonogram = one('p')
  if (text) {
    const range = from
      ? to
        ? toEdtf(`${from}-${to}`)
        : /^\d{4}$/.test(from)
          ? `${from}/..`
          : undefined
      : undefined
    addDate(draft, dateStatement(text, 'issued', range ?? toEdtf(normal ?? text) ?? toEdtf(text)), '425$a')
    for (const publication of draft.description.publication) publication.date ??= text
  }
  if (phonogram) addDate(draft, dateStatement(phonogram, 'copyright'), '425$a')
}

/** 433 pages, 434 illustrations, 435 size, 437 what goes with it. */
export const extent: MabStep = (field, draft) => {
  const text = plain(joined(field, 'a', ' ; '))
  if (!text) return
  const before = draft.description.extent
  draft.description.extent = before ? `${before} ; ${text}` : text
  credit(draft, 'extent', sourceOf(field, 'a'))
}

export const edition: MabStep = (field, draft) => {
  const text = plain(joined(field, 'a', ' ; '))
  if (!text || draft.description.edition) return
  draft.description.edition = text
  credit(draft, 'edition', sourceOf(field, 'a'))
}

/** 037: indicator a and b hold codes, one or several in a row (`gereng`); 038 the original language. */
export const language: StepOf<MabStep> =
  ({ kind: role }) =>
  (field, draft) => {
    for (const text of all(field, 'a')) {
      const codes = /^(?:[a-z]{3}){2,}$/.test(text) ? (text.match(/.{3}/g) ?? []) : text.split(/\s*[;,]\s*/)
      for (const code of codes) addLanguage(draft, code, role as 'text' | 'original', sourceOf(field, 'a'))
    }
  }

/** 655: $u address, $3 what is there, $z under which terms; indicator 2 = 9 is a note beside it. */
export const link: MabStep = (field, draft) => {
  const terms = first(field, 'z') ?? ''
  const access = /kostenfrei|frei zugänglich|free/i.test(terms) ? { kind: 'open' as const } : undefined
  for (const href of all(field, 'u'))
    addLink(draft, href, first(field, '3') ?? first(field, 'y'), access, '655$u')
}

export const abstract: MabStep = (field, draft) =>
  addAbstract(draft, plain(joined(field, 'a', '\n')), sourceOf(field, 'a'))

/** $p is the word before it: `Zugl.`, `Nebent.`. */
export const note: StepOf<MabStep> =
  ({ kind, reads }) =>
  (field, draft) => {
    const before = reads.includes('p') ? first(field, 'p') : undefined
    const words = [before, joined(field, reads.replace('p', ''))].filter(Boolean).join(' ')
    addNote(draft, kind, plain(words), sourceOf(field, 'a'))
  }
