import { childrenOf, textOf, type XmlNode } from '../../formats/xml-tree.js'
import type { Draft } from '../draft.js'
import { languageCode } from '../languages.js'

/** What one top-level element adds to the draft. */
export type ModsStep = (node: XmlNode, draft: Draft) => void

/** The texts of the children of a name, empty ones left out. */
export const textsOf = (node: XmlNode, name: string): string[] =>
  childrenOf(node, name).flatMap(({ text }) => (text === '' ? [] : [text]))

/** `lang` (ISO 639-2) or `xml:lang` (BCP 47) as a code. */
export function languageOf(node: XmlNode): string | undefined {
  const stated = node.attributes.get('lang') ?? node.attributes.get('xml:lang')
  return stated ? languageCode(stated) : undefined
}

/** Title of a `titleInfo` inside another element, with its article and its subtitle. */
export function titleIn(node: XmlNode): string {
  const info = childrenOf(node, 'titleInfo')[0]
  if (!info) return ''
  const title = `${articleOf(info)}${textOf(info, 'title') ?? ''}`
  const subtitle = textOf(info, 'subTitle')
  return subtitle ? `${title} : ${subtitle}` : title
}

/** `nonSort` with the blank that parts it from the title, unless an apostrophe does or it opens a bracket. */
export function articleOf(info: XmlNode): string {
  const article = textOf(info, 'nonSort') ?? ''
  return article === '' || /['’([«„“-]$/.test(article) ? article : `${article} `
}
