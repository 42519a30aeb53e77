import type { DateStatement, Relation, Subject } from '../../record/v1-draft.js'
import { clcTopClass, isClcForm } from '../clc.js'
import { dateStatement } from '../dates.js'
import {
  addAbstract,
  addAgent,
  addClass,
  addDate,
  addIdentifier,
  addLanguage,
  addLink,
  addNote,
  addTitle,
  credit,
  type Draft,
  titleOf,
} from '../draft.js'
import type { Element } from '../dublin-core.js'
import { isWebAddress, readIdentifier } from '../identifiers.js'
import { languageCode } from '../languages.js'
import { agentType, nameOf, splitNames, statedName } from '../names.js'
import { addRelation } from '../relations.js'
import { isHan, scriptOf } from '../scripts.js'

type ElementStep = (element: Element, draft: Draft) => void

/** The first is the title; another in another script is parallel to it, else a variant. */
const title: ElementStep = ({ value, language }, draft) => {
  const { titles } = draft.description
  const code = language ? languageCode(language) : undefined
  const known = titles.find((other) => other.kind === 'original')
  const kind = !known ? 'original' : isHan(known.script) !== isHan(scriptOf(value)) ? 'parallel' : 'variant'
  if (!titles.some((other) => other.value === value))
    addTitle(draft, titleOf(value, kind, code ? { language: code } : {}), 'dc:title')
}

const alternative: ElementStep = ({ value }, draft) =>
  addTitle(draft, titleOf(value, 'variant'), 'dcterms:alternative')

const agents =
  (role: string, source: string): ElementStep =>
  ({ value }, draft) => {
    for (const text of splitNames(value)) {
      const { name, role: stated, roleText, dates } = statedName(text)
      const isMain = role === 'aut' && !draft.description.agents.some((agent) => agent.main)
      const more = { ...(roleText && { roleText }), ...(dates && { dates }) }
      addAgent(
        draft,
        { names: [nameOf(name)], type: agentType(name), role: stated ?? role, ...more, main: isMain },
        source,
      )
    }
  }

const date =
  (kind: DateStatement['kind'], source = 'dc:date'): ElementStep =>
  ({ value }, draft) =>
    addDate(draft, dateStatement(value, kind), source)

/** Repositories write the time of the upload as a second dc:date: with the clock's hour it is no date of issue. */
const plainDate: ElementStep = (element, draft) => {
  const isUpload = /T\d\d:\d\d/.test(element.value)
  date(isUpload ? 'modified' : 'issued')(element, draft)
}

const identifier: ElementStep = ({ value }, draft) => {
  const found = readIdentifier(value)
  if (found.scheme === 'uri') return addLink(draft, value, undefined, undefined, 'dc:identifier')
  addIdentifier(draft, found, 'dc:identifier')
  if (isWebAddress(value)) addLink(draft, value, undefined, undefined, 'dc:identifier')
}

const language: ElementStep = ({ value }, draft) => {
  for (const text of value.split(/\s*[;；,，]\s*/))
    if (text && !addLanguage(draft, text, 'text', 'dc:language')) unknown(draft, text)
}

const unknown = (draft: Draft, got: string): void => {
  draft.findings.push({
    code: 'LANGUAGE_UNKNOWN',
    detail: `dc:language "${got}" is no language of ISO 639. Write a code such as chi or eng.`,
    detailZh: `dc:language “${got}” 不是 ISO 639 语种，请写成 chi、eng 一类的代码。`,
    path: 'dc:language',
    expected: 'ISO 639',
    got,
  })
}

/** Several subjects in one element are told by semicolons; a number of 中图法 is a class. */
const subject =
  (kind: Subject['kind']): ElementStep =>
  ({ value }, draft) => {
    for (const text of value.split(/\s*[;；]\s*/)) {
      if (!text) continue
      if (/\d/.test(text) && isClcForm(text) && clcTopClass(text))
        addClass(draft, 'clc', text, undefined, 'dc:subject')
      else {
        draft.description.subjects.push({ value: text, kind })
        credit(draft, 'subjects', 'dc:subject')
      }
    }
  }

const publisher: ElementStep = ({ value }, draft) => {
  draft.description.publication.push({ publisher: value })
  credit(draft, 'publication', 'dc:publisher')
}

const rights: ElementStep = ({ value }, draft) => {
  const uri = isWebAddress(value) ? { uri: value } : { text: value }
  draft.description.licence = { ...uri, ...draft.description.licence }
  credit(draft, 'licence', 'dc:rights')
}

const relation =
  (kind: Relation['kind']): ElementStep =>
  ({ value }, draft) => {
    const found = readIdentifier(value)
    const isNumber = found.scheme !== 'other'
    addRelation(draft, isNumber ? { kind, identifiers: [found] } : { kind, title: value }, 'dc:relation')
  }

const note =
  (kind: string): ElementStep =>
  ({ name, value }, draft) =>
    addNote(draft, kind, value, `dc:${name}`)

const abstract: ElementStep = ({ name, value, language }, draft) =>
  addAbstract(draft, value, `dc:${name}`, language ? languageCode(language) : undefined)

const extent: ElementStep = ({ name, value }, draft) => {
  if (draft.description.extent) return addNote(draft, 'format', value, `dc:${name}`)
  draft.description.extent = value
  credit(draft, 'extent', `dc:${name}`)
}

/** dc:format is as often a media type as an extent. */
const format: ElementStep = (element, draft) =>
  /^[\w.+-]+\/[\w.+-]+$/.test(element.value)
    ? addNote(draft, 'format', element.value, 'dc:format')
    : extent(element, draft)

const nothing: ElementStep = () => {}

/** DCMI Metadata Terms by name; what is not here is passed over. */
export const elementSteps: Record<string, ElementStep> = {
  title,
  alternative,
  creator: agents('aut', 'dc:creator'),
  contributor: agents('ctb', 'dc:contributor'),
  advisor: agents('ths', 'uketdterms:advisor'),
  grantor: agents('dgg', 'thesis:grantor'),
  institution: agents('dgg', 'uketdterms:institution'),
  degree: note('thesis'),
  qualificationname: note('thesis'),
  qualificationlevel: note('thesis'),
  level: note('thesis'),
  discipline: note('thesis'),
  date: plainDate,
  issued: date('issued'),
  created: date('created'),
  available: date('issued'),
  modified: date('modified'),
  dateCopyrighted: date('copyright'),
  identifier,
  language,
  subject: subject('keyword'),
  type: nothing,
  publisher,
  rights,
  license: rights,
  accessRights: note('access'),
  relation: relation('related'),
  isPartOf: relation('host'),
  hasPart: relation('part'),
  isVersionOf: relation('other-edition'),
  replaces: relation('earlier'),
  isReplacedBy: relation('later'),
  source: note('source'),
  coverage: subject('place'),
  spatial: subject('place'),
  temporal: subject('period'),
  description: abstract,
  abstract,
  tableOfContents: note('contents'),
  bibliographicCitation: note('citation'),
  format,
  extent,
  medium: note('format'),
}
