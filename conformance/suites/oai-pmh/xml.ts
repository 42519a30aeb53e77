import { SaxesParser, type SaxesTagNS } from 'saxes'

/** An element without its prefixes. Attributes are by local name; those of the schema instance begin with `xsi:`. */
export interface XmlNode {
  name: string
  uri: string
  attributes: ReadonlyMap<string, string>
  children: XmlNode[]
  text: string
}

const XSI = 'http://www.w3.org/2001/XMLSchema-instance'
const XMLNS = 'http://www.w3.org/2000/xmlns/'

/** Protocol elements lie above this; what a record or a description holds below is read for well-formedness only. */
const MAX_KEPT_DEPTH = 8
const MAX_DEPTH = 256
const MAX_KEPT_NODES = 200_000

/** @throws Error saying where the text is not well-formed, or goes beyond what is read */
export const parseXml = (text: string): XmlNode => {
  const parser = new SaxesParser({ xmlns: true })
  const open: XmlNode[] = []
  let root: XmlNode | undefined
  let depth = 0
  let kept = 0
  parser.on('error', (error) => {
    throw error
  })
  parser.on('opentag', (tag) => {
    if (++depth > MAX_DEPTH) throw new Error(`elements nest deeper than ${MAX_DEPTH}`)
    if (depth > MAX_KEPT_DEPTH) return
    if (++kept > MAX_KEPT_NODES) throw new Error(`more than ${MAX_KEPT_NODES} elements`)
    const node = nodeOf(tag)
    open.at(-1)?.children.push(node)
    root ??= node
    open.push(node)
  })
  parser.on('closetag', () => {
    if (depth-- <= MAX_KEPT_DEPTH) open.pop()
  })
  const addText = (more: string) => {
    const node = open.at(-1)
    if (node && depth === open.length) node.text += more
  }
  parser.on('text', addText)
  parser.on('cdata', addText)
  parser.write(text).close()
  if (!root) throw new Error('there is no element')
  return root
}

const nodeOf = (tag: SaxesTagNS): XmlNode => ({
  name: tag.local,
  uri: tag.uri,
  attributes: new Map(
    Object.values(tag.attributes)
      .filter(({ uri }) => uri !== XMLNS)
      .map(({ uri, local, value }) => [uri === XSI ? `xsi:${local}` : local, value]),
  ),
  children: [],
  text: '',
})

export const childOf = (node: XmlNode | undefined, name: string): XmlNode | undefined =>
  node?.children.find((child) => child.name === name)

export const childrenOf = (node: XmlNode | undefined, name: string): XmlNode[] =>
  node?.children.filter((child) => child.name === name) ?? []

/** Trimmed text of a child; undefined when there is no such child. */
export const textOf = (node: XmlNode | undefined, name: string): string | undefined =>
  childOf(node, name)?.text.trim()
