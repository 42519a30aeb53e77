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
import { type StepOf, tableOf } from '../field-table.js'
import { isWebAddress, readIdentifier } from '../identifiers.js'
import { languageCode } from '../languages.js'
import { agentType, nameOf, splitNames, statedNames } from '../names.js'
import { addRelation } from '../relations.js'
import { isHan, scriptOf } from '../scripts.js'
import type { Element } from './element.js'
import { dublinCoreElements } from './table.js'

type ElementStep = (element: Element, draft: Draft) => void
/** It knows the kind of what it adds, and credits the element. */
type ElementStepOf = StepOf<ElementStep>

/** The first is the title; another in another script is parallel to it, else a variant. */
const title: ElementStepOf =
  () =>
  ({ value, language }, draft) => {
    const { titles } = draft.description
    const code = language ? languageCode(language) : undefined
    const known = titles.find((other) => other.kind === 'original')
    const kind = !known ? 'original' : isHan(known.script) !== isHan(scriptOf(value)) ? 'parallel' : 'variant'
    if (!titles.some((other) => other.value === value))
      addTitle(draft, titleOf(value, kind, code ? { language: code } : {}), 'dc:title')
  }

const alternative: ElementStepOf =
  () =>
  ({ value }, draft) =>
    addTitle(draft, titleOf(value, 'variant'), 'dcterms:alternative')

const agents: ElementStepOf =
  ({ kind: role, field }) =>
  ({ value }, draft) => {
    for (const { name, role: stated, roleText, dates } of splitNames(value).flatMap(statedNames)) {
      const isMain = role === 'aut' && !draft.description.agents.some((agent) => agent.main)
      const more = { ...(roleText && { roleText }), ...(dates && { dates }) }
      addAgent(
        draft,
        { names: [nameOf(name)], type: agentType(name), role: stated ?? role, ...more, main: isMain },
        `dc:${field}`,
      )
    }
  }

const date: ElementStepOf =
  ({ kind }) =>
  ({ value }, draft) =>
    addDate(draft, dateStatement(value, kind as DateStatement['kind']), 'dc:date')

/** Repositories write the time of the upload as a second dc:date: with the clock's hour it is no date of issue. */
const plainDate: ElementStepOf = (row) => (element, draft) => {
  const isUpload = /T\d\d:\d\d/.test(element.value)
  date({ ...row, kind: isUpload ? 'modified' : 'issued' })(element, draft)
}

const identifier: ElementStepOf =
  () =>
  ({ value }, draft) => {
    const found = readIdentifier(value)
    if (found.scheme === 'uri') return addLink(draft, value, undefined, undefined, 'dc:identifier')
    addIdentifier(draft, found, 'dc:identifier')
    if (isWebAddress(value)) addLink(draft, value, undefined, undefined, 'dc:identifier')
  }

const link: ElementStepOf =
  () =>
  ({ name, value }, draft) =>
    addLink(draft, value, undefined, undefined, `dc:${name}`)

const language: ElementStepOf =
  () =>
  ({ value }, draft) => {
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
const subject: ElementStepOf =
  ({ kind }) =>
  ({ value }, draft) => {
    for (const text of value.split(/\s*[;；]\s*/)) {
      if (!text) continue
      if (/\d/.test(text) && isClcForm(text) && clcTopClass(text))
        addClass(draft, 'clc', text, undefined, 'dc:subject')
      else {
        draft.description.subjects.push({ value: text, kind: kind as Subject['kind'] })
        credit(draft, 'subjects', 'dc:subject')
      }
    }
  }

const publisher: ElementStepOf =
  () =>
  ({ value }, draft) => {
    draft.description.publication.push({ publisher: value })
    credit(draft, 'publication', 'dc:publisher')
  }

const rights: ElementStepOf =
  () =>
  ({ value }, draft) => {
    const uri = isWebAddress(value) ? { uri: value } : { text: value }
    draft.description.licence = { ...uri, ...draft.description.licence }
    credit(draft, 'licence', 'dc:rights')
  }

const relation: ElementStepOf = (row) => {
  const kind = row.kind as Relation['kind']
  return ({ value }, draft) => {
    const found = readIdentifier(value)
    const isNumber = found.scheme !== 'other'
    addRelation(draft, isNumber ? { kind, identifiers: [found] } : { kind, title: value }, 'dc:relation')
  }
}

const note: ElementStepOf =
  ({ kind }) =>
  ({ name, value }, draft) =>
    addNote(draft, kind, value, `dc:${name}`)

const abstract: ElementStepOf =
  () =>
  ({ name, value, language }, draft) =>
    addAbstract(draft, value, `dc:${name}`, language ? languageCode(language) : undefined)

const extent: ElementStepOf = () => addExtent

const addExtent: ElementStep = ({ name, value }, draft) => {
  if (draft.description.extent) return addNote(draft, 'format', value, `dc:${name}`)
  draft.description.extent = value
  credit(draft, 'extent', `dc:${name}`)
}

/** dc:format is as often a media type as an extent. */
const format: ElementStepOf = () => (element, draft) =>
  /^[\w.+-]+\/[\w.+-]+$/.test(element.value)
    ? addNote(draft, 'format', element.value, 'dc:format')
    : addExtent(element, draft)

const steps: Record<string, ElementStepOf> = {
  title,
  alternative,
  agents,
  plainDate,
  date,
  identifier,
  language,
  link,
  subject,
  publisher,
  rights,
  relation,
  note,
  abstract,
  extent,
  format,
}

export const dublinCoreTable = tableOf(dublinCoreElements, steps)

const { rows } = dublinCoreTable
const isElement = (name: string): boolean => elements.has(name)
const elements = new Set(rows.map(({ field }) => field))

/** Wrappers of OAI-PMH and SRU, and files of the thing: what stands in them is no description of it. */
const outside = new Set(['header', 'about', 'hasFormat'])
/** Europeana: things beside the described one, with titles and dates of their own, unless an element holds them. */
const beside = new Set(rows.flatMap(({ field }) => (field.endsWith('/*') ? [field.slice(0, -2)] : [])))
/** What holds the text of an element that RDF makes a resource: `dcterms:creator > foaf:Agent > foaf:name`. */
const labels = new Set(['value', 'name', 'label', 'prefLabel', 'li'])

/** Whether an element begins something else than the description; `open` are the elements around it. */
export const isBeside = (name: string, open: string[]): boolean =>
  outside.has(name) || (beside.has(name) && !isInElement(open))

export const isInElement = (open: string[]): boolean => open.some(isElement)

/** The element itself, or the nearest one around it whose label it is: so is the title of a chapter, or of a host. */
export function nameOfLeaf(name: string, open: string[]): string | undefined {
  if (name === 'title') return open.findLast(isElement) ?? name
  if (isElement(name)) return name
  return labels.has(name) ? open.findLast(isElement) : undefined
}
