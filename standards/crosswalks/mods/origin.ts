import { childrenOf, type XmlNode } from '../../formats/xml-tree.js'
import type { DateStatement } from '../../record/v1-draft.js'
import { dateStatement, toEdtf } from '../dates.js'
import { addDate, addLanguage, addNote, credit, type Draft, present } from '../draft.js'
import { type ModsStep, textsOf } from './steps.js'

const dateKinds: Record<string, DateStatement['kind']> = {
  dateIssued: 'issued',
  dateCreated: 'created',
  copyrightDate: 'copyright',
  dateOther: 'issued',
}

/** originInfo: places in words (codes of countries are none), publishers, dates, edition, frequency. */
export const originInfo: ModsStep = (node, draft) => {
  for (const [name, kind] of Object.entries(dateKinds)) readDates(childrenOf(node, name), kind, draft)
  const place = placesOf(node).join(' ; ')
  const publishers = textsOf(node, 'publisher')
  const date = childrenOf(node, 'dateIssued').find(({ attributes }) => !attributes.has('point'))?.text
  for (const publisher of publishers.length > 0 ? publishers : place ? [''] : []) {
    draft.description.publication.push(present({ place, publisher, date: date ?? '' }))
    credit(draft, 'publication', 'originInfo/publisher')
  }
  const edition = textsOf(node, 'edition').join(' ; ')
  if (edition && !draft.description.edition) {
    draft.description.edition = edition
    credit(draft, 'edition', 'originInfo/edition')
  }
  for (const frequency of textsOf(node, 'frequency'))
    addNote(draft, 'frequency', frequency, 'originInfo/frequency')
}

const placesOf = (node: XmlNode): string[] =>
  childrenOf(node, 'place').flatMap((place) =>
    childrenOf(place, 'placeTerm').flatMap(({ attributes, text }) =>
      attributes.get('type') === 'code' || text === '' ? [] : [text],
    ),
  )

/** Two dates of which one is the start and one the end are one; a qualifier makes a date `~` or `?`. */
function readDates(nodes: XmlNode[], kind: DateStatement['kind'], draft: Draft): void {
  const [start, end] = ['start', 'end'].map((point) =>
    nodes.find((node) => node.attributes.get('point') === point && node.text),
  )
  if (start) {
    const from = toEdtf(start.text)?.slice(0, 4)
    const to = end && toEdtf(end.text)?.slice(0, 4)
    const edtf = from && (to && to > from ? `${from}/${to}` : end ? from : `${from}/..`)
    addDate(
      draft,
      dateStatement(end ? `${start.text}-${end.text}` : `${start.text}-`, kind, edtf),
      'originInfo',
    )
  }
  for (const node of nodes)
    if (node.text && !node.attributes.has('point'))
      addDate(
        draft,
        dateStatement(node.text, kind, qualified(toEdtf(node.text), node)),
        `originInfo/${node.name}`,
      )
}

function qualified(edtf: string | undefined, node: XmlNode): string | undefined {
  if (!edtf || /[/?~]/.test(edtf)) return edtf
  const qualifier = node.attributes.get('qualifier')
  if (qualifier === 'approximate') return `${edtf}~`
  return qualifier === 'questionable' || qualifier === 'inferred' ? `${edtf}?` : edtf
}

/** language: by code or by name; `objectPart` says of what, if not of the text. */
export const language: ModsStep = (node, draft) => {
  const part = node.attributes.get('objectPart') ?? ''
  const role = /summary|abstract/i.test(part) ? 'summary' : /original/i.test(part) ? 'original' : 'text'
  const terms = childrenOf(node, 'languageTerm')
  for (const { text } of terms.length > 0 ? terms : [node])
    if (text) addLanguage(draft, text, role, 'language')
}
