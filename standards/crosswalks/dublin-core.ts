import { scanXml } from '../formats/xml-scan.js'
import { withoutIllegal } from '../formats/xml-text.js'
import type { Finding } from '../record/change.js'
import { type Crosswalk, type Described, RecordUnreadable } from './crosswalk.js'
import { startDraft } from './draft.js'
import { elementSteps } from './dublin-core/elements.js'
import { readType } from './dublin-core/types.js'

/** One element of Dublin Core: its name without prefix, its text, its xml:lang. */
export interface Element {
  name: string
  value: string
  language?: string
}

/** The elements of one oai_dc or qualified Dublin Core description as a canonical description. */
export function describeDublinCore(elements: Element[]): Described {
  const draft = startDraft()
  draft.description.type = readType(elements)
  for (const element of elements) elementSteps[element.name]?.(element, draft)
  if (draft.description.titles.length > 1) draft.description.titles.sort(originalFirst)
  return { deleted: false, description: draft.description, findings: draft.findings }
}

const originalFirst = (a: { kind: string }, b: { kind: string }): number =>
  Number(b.kind === 'original') - Number(a.kind === 'original')

/** Wrappers of OAI-PMH and SRU around the elements: their own names are no Dublin Core. */
const outside = new Set(['header', 'about'])

/**
 * The leaves of an element, whatever namespace they are in: repositories bind `dc` wrongly, or not at all, and mean
 * the same. Nothing is fetched and no entity is expanded.
 * @throws RecordUnreadable XML_NOT_WELL_FORMED, XML_ENTITY, DC_EMPTY
 */
export function readElements(bytes: Uint8Array, findings: Finding[]): Element[] {
  const xml = withoutIllegal(new TextDecoder().decode(bytes), findings)
  const elements: Element[] = []
  let [text, language, skip, isLeaf] = ['', '' as string | undefined, '', false]
  scanXml(
    xml,
    {
      start(name, attributes) {
        if (!skip && outside.has(name)) skip = name
        ;[text, language, isLeaf] = ['', attributes.get('xml:lang'), true]
      },
      text(more) {
        text += more
      },
      end(name) {
        const value = isLeaf && !skip ? text.replace(/\s+/g, ' ').trim() : ''
        if (value && name in elementSteps)
          elements.push(language ? { name, value, language } : { name, value })
        if (skip === name) skip = ''
        isLeaf = false
        return true
      },
    },
    findings,
  )
  if (elements.length === 0) throw new RecordUnreadable(empty)
  return elements
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
  version: '1',
  describe(bytes) {
    const findings: Finding[] = []
    const described = describeDublinCore(readElements(bytes, findings))
    return { ...described, findings: [...findings, ...described.findings] }
  },
}
