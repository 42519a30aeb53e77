import type { XmlNode } from '../../formats/xml-tree.js'
import type { Subject } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { credit } from '../draft.js'
import { nameIn } from './names.js'
import { type ModsStep, titleIn } from './steps.js'

type Part = NonNullable<Subject['parts']>[number]

/** Child of subject → what it is as the heading, and as a subdivision of one. */
const kinds: Record<string, [kind: Subject['kind'], part: Part['kind']]> = {
  topic: ['topic', 'topic'],
  geographic: ['place', 'place'],
  hierarchicalGeographic: ['place', 'place'],
  temporal: ['period', 'period'],
  genre: ['genre', 'form'],
  occupation: ['topic', 'topic'],
  name: ['person', 'name'],
  titleInfo: ['title', 'name'],
}

/** subject: its first child is the heading, the others subdivide it. */
export const subject: ModsStep = (node, draft) => {
  const children = node.children.flatMap((child) => {
    const value = textIn(child)
    return value && kinds[child.name] ? [{ child, value }] : []
  })
  const [first, ...rest] = children
  const value = children.map((one) => one.value).join(' -- ') || node.text
  if (!value || draft.description.subjects.some((other) => other.value === value)) return
  const scheme = node.attributes.get('authority') || first?.child.attributes.get('authority')
  const authority = authorityOf([
    node.attributes.get('valueURI') ?? '',
    first?.child.attributes.get('valueURI') ?? '',
  ])
  const parts = rest.map(
    ({ child, value: text }): Part => ({ kind: kinds[child.name]?.[1] ?? 'topic', value: text }),
  )
  draft.description.subjects.push({
    value,
    kind: first ? kindOf(first.child) : 'topic',
    ...(scheme && { scheme }),
    ...(parts.length > 0 && { parts }),
    ...(authority && rest.length === 0 && { authority }),
  })
  credit(draft, 'subjects', 'subject')
}

function kindOf(child: XmlNode): Subject['kind'] {
  if (child.name === 'name' && /corporate|conference/.test(child.attributes.get('type') ?? ''))
    return 'organisation'
  return kinds[child.name]?.[0] ?? 'topic'
}

function textIn(child: XmlNode): string {
  if (child.name === 'name') return nameIn(child)
  if (child.name === 'titleInfo') return titleIn({ ...child, children: [child] })
  return (
    child.text ||
    child.children
      .map(({ text }) => text)
      .filter(Boolean)
      .join(', ')
  )
}
