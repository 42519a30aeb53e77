import { RecordUnreadable } from '../crosswalks/crosswalk.js'
import type { Finding } from '../record/change.js'
import { decoderFor } from './encoding/decoder.js'
import { decodeText } from './text/decode.js'
import { xmlEncodingOf } from './xml-encoding.js'
import { notWellFormed, scanXml } from './xml-scan.js'
import { withoutIllegal } from './xml-text.js'

/** An element without its prefix. `text` is what stands in it outside of its children, blanks drawn together. */
export interface XmlNode {
  name: string
  attributes: Map<string, string>
  children: XmlNode[]
  text: string
}

const MAX_NODES = 100_000

/**
 * One record of XML as a tree. Namespaces do not matter: repositories bind them wrongly, and mean the same.
 * @throws RecordUnreadable XML_NOT_WELL_FORMED, XML_ENTITY, XML_TOO_DEEP, XML_ATTRIBUTES, XML_TOO_LARGE
 */
export function readTree(bytes: Uint8Array, findings: Finding[]): XmlNode {
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  let count = 0
  scanXml(
    readXmlText(bytes, findings),
    {
      start(name, attributes) {
        if (++count > MAX_NODES) throw new RecordUnreadable(tooMany)
        const node = { name, attributes, children: [], text: '' }
        open.at(-1)?.children.push(node)
        open.push(node)
        root ??= node
      },
      text(more) {
        const node = open.at(-1)
        if (node) node.text += more
      },
      end() {
        const node = open.pop()
        if (node) node.text = node.text.replace(/\s+/g, ' ').trim()
        return open.length > 0
      },
    },
    findings,
  )
  if (!root) throw notWellFormed('it holds no element', 0)
  return root
}

/** The characters of one XML record, whatever its encoding, illegal ones made blanks. */
export function readXmlText(bytes: Uint8Array, findings: Finding[]): string {
  const encoding = xmlEncodingOf(bytes)
  const text = encoding === 'utf-8' ? decodeText(bytes, findings) : decoderFor(encoding).decode(bytes)
  return withoutIllegal(text, findings)
}

/** Every element of this name below the node, in the order of the document. */
export function* descendants(node: XmlNode, name: string): Generator<XmlNode> {
  for (const child of node.children) {
    if (child.name === name) yield child
    yield* descendants(child, name)
  }
}

export const childrenOf = (node: XmlNode, name: string): XmlNode[] =>
  node.children.filter((child) => child.name === name)

/** The text of the first child of this name that has one. */
export const textOf = (node: XmlNode, name: string): string | undefined =>
  node.children.find((child) => child.name === name && child.text !== '')?.text

/** What OAI-PMH says around a record in a saved list: its identifier, and whether it is deleted. */
export function harvestHeader(record: XmlNode): { sourceId?: string; deleted: boolean } {
  const header = record.name === 'record' ? record.children.find(({ name }) => name === 'header') : undefined
  const sourceId = header && textOf(header, 'identifier')
  return {
    ...(sourceId !== undefined && { sourceId }),
    deleted: header?.attributes.get('status') === 'deleted',
  }
}

const tooMany: Finding = {
  code: 'XML_TOO_LARGE',
  detail: `The record has more than ${MAX_NODES} elements: no description has.`,
  detailZh: `记录的元素超过 ${MAX_NODES} 个，不可能是一条著录。`,
  expected: `≤ ${MAX_NODES}`,
}
