import { childrenOf, descendants, textOf, type XmlNode } from '../../formats/xml-tree.js'
import type { Identifier, Relation } from '../../record/v1-draft.js'
import { addNote } from '../draft.js'
import { addRelation } from '../relations.js'
import { identifierOf } from './numbers.js'
import { type ModsStep, textsOf, titleIn } from './steps.js'

/** relatedItem/@type → what it is to this one. Without a type it is related, and no more is known. */
const kinds: Record<string, Relation['kind']> = {
  host: 'host',
  series: 'series',
  constituent: 'part',
  preceding: 'earlier',
  succeeding: 'later',
  original: 'other-edition',
  otherVersion: 'other-edition',
  otherFormat: 'other-edition',
}

export const relatedItem: ModsStep = (node, draft) => {
  const title = titleIn(node)
  const info = childrenOf(node, 'titleInfo')[0]
  const number = placeOf(childrenOf(node, 'part')[0]) || (info ? textsOf(info, 'partNumber').join(', ') : '')
  const identifiers = childrenOf(node, 'identifier')
    .map(identifierOf)
    .filter((one): one is Identifier => one !== undefined)
  addRelation(
    draft,
    {
      kind: kinds[node.attributes.get('type') ?? ''] ?? 'related',
      ...(title && { title }),
      ...(number && { number }),
      ...(identifiers.length > 0 && { identifiers }),
    },
    'relatedItem',
  )
}

/** part at the top: where this one stands in its host, which may have come before. */
export const part: ModsStep = (node, draft) => {
  const number = placeOf(node)
  const host = draft.description.relations.find(({ kind }) => kind === 'host')
  if (host && number) host.number ??= number
  else addNote(draft, 'numbering', number, 'part')
}

/** `v. 3, no. 2, 2004, pp. 12-20` of the details, the date and the extent of a part. */
function placeOf(node: XmlNode | undefined): string {
  if (!node) return ''
  const details = childrenOf(node, 'detail').map(
    (detail) => textOf(detail, 'caption') ?? textOf(detail, 'number') ?? textOf(detail, 'title'),
  )
  const extents = [...descendants(node, 'extent')].map((extent) => {
    const [start, end] = [textOf(extent, 'start'), textOf(extent, 'end')]
    return textOf(extent, 'list') ?? (start && end ? `${start}-${end}` : start)
  })
  return [...details, textOf(node, 'date'), ...extents, textOf(node, 'text')].filter(Boolean).join(', ')
}
