import { scanXml } from '../formats/xml-scan.js'
import { readXmlText } from '../formats/xml-tree.js'
import type { Finding } from '../record/change.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { startDraft } from './draft.js'
import type { Element } from './dublin-core/element.js'
import { dublinCoreTable, isBeside, isInElement, nameOfLeaf } from './dublin-core/elements.js'
import { partStatements } from './dublin-core/stated.js'
import { readType } from './dublin-core/types.js'
import { unescaped } from './dublin-core/unescaped.js'

/** The elements of one oai_dc or qualified Dublin Core description as a canonical description. */
export function describeDublinCore(elements: Element[]): Described {
  const draft = startDraft()
  draft.description.type = readType(elements)
  for (const element of elements)
    for (const step of dublinCoreTable.stepsOf(element.name)) step(element, draft)
  partStatements(draft)
  if (draft.description.titles.length > 1) draft.description.titles.sort(originalFirst)
  return { deleted: false, description: draft.description, findings: draft.findings }
}

const originalFirst = (a: { kind: string }, b: { kind: string }): number =>
  Number(b.kind === 'original') - Number(a.kind === 'original')

/** Resources whose `rdf:about` names the record, unless they stand in an element: a subject has a number of its own. */
const described = new Set(['Description', 'ebook', 'ProvidedCHO', 'BibResource'])

export interface Reading {
  elements: Element[]
  /** Of the OAI-PMH header around it, else of `rdf:about`. */
  sourceId?: string
  deleted: boolean
}

/**
 * The leaves of an element, whatever namespace they are in: repositories bind `dc` wrongly, or not at all, and mean
 * the same. Nothing is fetched and no entity is expanded.
 * @throws RecordUnreadable XML_NOT_WELL_FORMED, XML_ENTITY, DC_EMPTY
 */
export function readElements(bytes: Uint8Array, findings: Finding[]): Reading {
  const read: Reading = { elements: [], deleted: false }
  const open: string[] = []
  let [text, language, skip, isLeaf] = ['', '' as string | undefined, '', false]
  scanXml(
    readXmlText(bytes, findings),
    {
      start(name, attributes) {
        if (!skip && isBeside(name, open)) skip = name
        if (skip === 'header' && attributes.get('status') === 'deleted') read.deleted = true
        const isRecord = described.has(name) && !isInElement(open)
        const about = isRecord ? attributes.get('rdf:about') : undefined
        if (about && !read.sourceId) read.sourceId = about
        open.push(name)
        ;[text, language, isLeaf] = ['', attributes.get('xml:lang'), true]
      },
      text(more) {
        text += more
      },
      end(name) {
        open.pop()
        const value = isLeaf ? unescaped(text).replace(/\s+/g, ' ').trim() : ''
        if (skip === 'header' && name === 'identifier' && value) read.sourceId = value
        const element = !value || skip ? undefined : nameOfLeaf(name, open)
        if (element)
          read.elements.push(language ? { name: element, value, language } : { name: element, value })
        if (skip === name) skip = ''
        isLeaf = false
        return true
      },
    },
    findings,
  )
  if (read.elements.length === 0 && !read.deleted) throw new RecordUnreadable(empty)
  return read
}

const empty: Finding = {
  code: 'DC_EMPTY',
  detail:
    'At least one element of Dublin Core (dc:title, dc:creator …) with text was expected, and none came.',
  detailZh: '应至少有一个带内容的都柏林核心元素（dc:title、dc:creator 等），但未见。',
  expected: 'dc:title',
}

export const dublinCore: Crosswalk = {
  format: 'dublin-core',
  version: '11',
  describe(bytes) {
    const findings: Finding[] = []
    const { elements, deleted, sourceId } = readElements(bytes, findings)
    const known = sourceId === undefined ? {} : { sourceId }
    if (deleted) return { ...known, deleted, findings }
    const described = describeDublinCore(elements)
    return { ...described, ...known, findings: [...findings, ...described.findings] }
  },
}
