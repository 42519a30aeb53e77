import { childrenOf, textOf, type XmlNode } from '../../formats/xml-tree.js'
import type { Holding } from '../../record/holding.js'
import type { Identifier } from '../../record/v1-draft.js'
import { agencyName } from '../agencies.js'
import { addControlNumber, addIdentifier, addLink, present } from '../draft.js'
import { addHolding } from '../holdings.js'
import { isWebAddress, readDoi, readIdentifier, readIsbn, readIssn } from '../identifiers.js'
import { type ModsStep, textsOf } from './steps.js'

/** Types of identifiers that are numbers of descriptions, not of the thing described. */
const agencies: Record<string, string> = { lccn: 'lccn', oclc: 'oclc', 'oclc number': 'oclc' }

export const identifier: ModsStep = (node, draft) => {
  const type = (node.attributes.get('type') ?? '').toLowerCase()
  const agency = agencies[type]
  if (agency) return addControlNumber(draft, agency, node.text, 'identifier')
  const found = identifierOf(node)
  if (!found) return
  if (found.scheme === 'uri') return addLink(draft, found.value, undefined, undefined, 'identifier')
  addIdentifier(draft, found, 'identifier')
}

/** The type says what it is of; without one its form does. `invalid="yes"`: cancelled. */
export function identifierOf(node: XmlNode): Identifier | undefined {
  if (!node.text) return undefined
  const cancelled = node.attributes.get('invalid') === 'yes' ? { cancelled: true } : {}
  const type = (node.attributes.get('type') ?? '').toLowerCase()
  const read =
    type === 'isbn'
      ? readIsbn(node.text).identifier
      : /^issn/.test(type)
        ? readIssn(node.text)
        : type === 'doi'
          ? readDoi(node.text)
          : readIdentifier(node.text)
  return read && { ...read, ...cancelled }
}

/** location: a URL is a link, a place with its shelf mark a holding. */
export const location: ModsStep = (node, draft) => {
  for (const url of childrenOf(node, 'url'))
    addLink(draft, url.text, url.attributes.get('displayLabel'), undefined, 'location/url')
  const branch = textsOf(node, 'physicalLocation')
    .filter((text) => !isWebAddress(text))
    .join(' / ')
  const copies = childrenOf(node, 'holdingSimple').flatMap((simple) => childrenOf(simple, 'copyInformation'))
  for (const copy of copies.length > 0 ? copies : [node]) addCopy(copy, branch, node)

  function addCopy(copy: XmlNode, held: string, around: XmlNode): void {
    const mark = textOf(copy, 'shelfLocator') ?? textOf(around, 'shelfLocator')
    const organisation = present({ branch: held, location: textOf(copy, 'subLocation') })
    addHolding(
      draft,
      present<Holding>({
        id: textOf(copy, 'itemIdentifier'),
        organisation: Object.keys(organisation).length > 0 ? organisation : undefined,
        callNumber: mark ? { full: mark } : undefined,
        statement: textOf(copy, 'enumerationAndChronology'),
      }),
      'location',
    )
  }
}

/** recordInfo: the record's own identifier, and who gave it. */
export const recordInfo: ModsStep = (node, draft) => {
  const own = childrenOf(node, 'recordIdentifier').find(({ text }) => text !== '')
  if (!own) return
  draft.sourceId ??= own.text
  const source = own.attributes.get('source')
  if (source) addControlNumber(draft, agencyName(source), own.text, 'recordInfo/recordIdentifier')
}
