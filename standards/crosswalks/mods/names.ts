import { childrenOf, textOf, type XmlNode } from '../../formats/xml-tree.js'
import type { Agent } from '../../record/v1-draft.js'
import { authorityOf } from '../authorities.js'
import { addAgent } from '../draft.js'
import { agentType, nameOf } from '../names.js'
import { relatorCode } from '../relators.js'
import type { ModsStep } from './steps.js'

const types: Record<string, Agent['type']> = {
  personal: 'person',
  family: 'person',
  corporate: 'organisation',
  conference: 'meeting',
}

/** name: its parts, its roles (a name with several is an agent in each), the authority that its URI names. */
export const name: ModsStep = (node, draft) => {
  const value = nameIn(node)
  if (!value) return
  const roles = rolesOf(node)
  const isMain =
    node.attributes.get('usage') === 'primary' || !draft.description.agents.some(({ main }) => main)
  const authority = authorityOf([
    node.attributes.get('valueURI') ?? '',
    ...childrenOf(node, 'nameIdentifier').map(({ text }) => text),
  ])
  const dates = partsOf(node, 'date').join(' ')
  for (const { role, roleText } of roles.length > 0
    ? roles
    : [{ role: isMain ? 'aut' : 'ctb', roleText: undefined }])
    addAgent(
      draft,
      {
        names: [nameOf(value)],
        type: types[node.attributes.get('type') ?? ''] ?? agentType(value),
        role,
        ...(roleText && { roleText }),
        main: isMain,
        ...(dates && { dates }),
        ...(authority && { authority }),
      },
      'name',
    )
}

/** `Family, Given` of its parts; a name of one part as it is. */
export function nameIn(node: XmlNode): string {
  const [family, given] = [partsOf(node, 'family').join(' '), partsOf(node, 'given').join(' ')]
  const terms = partsOf(node, 'termsOfAddress').join(', ')
  const parted = [family, given].filter(Boolean).join(', ')
  const whole = partsOf(node, undefined).join(', ') || parted || textOf(node, 'displayForm') || ''
  return [whole, terms].filter(Boolean).join(', ')
}

const partsOf = (node: XmlNode, type: string | undefined): string[] =>
  childrenOf(node, 'namePart').flatMap((part) =>
    part.attributes.get('type') === type && part.text !== '' ? [part.text] : [],
  )

/** A role is stated as a code, as a word, or as both: the code decides, the word is kept. */
function rolesOf(node: XmlNode): { role: string; roleText?: string | undefined }[] {
  return childrenOf(node, 'role').flatMap((role) => {
    const terms = childrenOf(role, 'roleTerm')
    const text = terms.find(({ attributes }) => attributes.get('type') !== 'code')?.text || role.text
    const code = [...terms.map((term) => term.text), role.text]
      .map((term) => term && relatorCode(term))
      .find(Boolean)
    return code || text ? [{ role: code || 'ctb', roleText: text || undefined }] : []
  })
}
