import type { Words } from '../../requirements/requirement.js'
import type { XmlNode } from './xml.js'

/** Children in their order: name, then `?` at most one, `*` any number, `+` one or more, nothing for exactly one. */
const sequences: Record<string, readonly string[]> = {
  Identify: [
    'repositoryName',
    'baseURL',
    'protocolVersion',
    'adminEmail+',
    'earliestDatestamp',
    'deletedRecord',
    'granularity',
    'compression*',
    'description*',
  ],
  ListMetadataFormats: ['metadataFormat+'],
  metadataFormat: ['metadataPrefix', 'schema', 'metadataNamespace'],
  ListSets: ['set+', 'resumptionToken?'],
  set: ['setSpec', 'setName', 'setDescription*'],
  GetRecord: ['record'],
  ListRecords: ['record+', 'resumptionToken?'],
  ListIdentifiers: ['header+', 'resumptionToken?'],
  record: ['header', 'metadata?', 'about*'],
  header: ['identifier', 'datestamp', 'setSpec*'],
}

const verbs = new Set([
  'Identify',
  'ListMetadataFormats',
  'ListSets',
  'GetRecord',
  'ListRecords',
  'ListIdentifiers',
])

/**
 * OAI-PMH.xsd, what it says of elements, order and number. Types of values are requirements of their own
 * (OAI-04, OAI-07, OAI-10b, OAI-13a).
 */
export const schemaBreach = (root: XmlNode): Words | null => {
  const [date, request, ...rest] = root.children.map(({ name }) => name)
  if (date !== 'responseDate' || request !== 'request') return order(root)
  const isError = rest.length > 0 && rest.every((name) => name === 'error')
  const isAnswer = rest.length === 1 && verbs.has(rest[0] as string)
  if (!isError && !isAnswer) return order(root)
  return isError ? null : breachBelow(root.children[2] as XmlNode)
}

const breachBelow = (node: XmlNode): Words | null => {
  const sequence = sequences[node.name]
  if (!sequence) return null
  if (!follows(node, sequence)) return order(node)
  for (const child of node.children) {
    const breach = breachBelow(child)
    if (breach) return breach
  }
  return null
}

const follows = ({ children }: XmlNode, sequence: readonly string[]): boolean => {
  let at = 0
  for (const particle of sequence) {
    const name = particle.replace(/[?*+]$/, '')
    const start = at
    while (children[at]?.name === name) at++
    const count = at - start
    const isMany = /[*+]$/.test(particle)
    const isFree = /[?*]$/.test(particle)
    if ((count === 0 && !isFree) || (count > 1 && !isMany)) return false
  }
  return at === children.length
}

const order = ({ name, children }: XmlNode): Words => {
  const names = children.map((child) => child.name)
  const shown = names.slice(0, 12).join(', ') + (names.length > 12 ? ' …' : '')
  return {
    en: `${name} holds: ${shown || 'nothing'}.`,
    zh: `${name} 包含:${shown || '无'}。`,
  }
}
