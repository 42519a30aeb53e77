import { childrenOf } from '../../formats/xml-tree.js'
import { addAbstract, addClass, addNote, credit } from '../draft.js'
import { isWebAddress } from '../identifiers.js'
import { languageOf, type ModsStep, textsOf } from './steps.js'

export const abstract: ModsStep = (node, draft) => addAbstract(draft, node.text, 'abstract', languageOf(node))

/** The type of a note is its kind; a statement of responsibility is none. */
export const note =
  (kind: string | undefined): ModsStep =>
  (node, draft) => {
    const type = kind ?? node.attributes.get('type')
    if (type !== 'statement of responsibility') return addNote(draft, type, node.text, node.name)
    if (!node.text || draft.description.statement) return
    draft.description.statement = node.text
    credit(draft, 'statement', 'note')
  }

export const genre: ModsStep = (node, draft) => {
  if (!node.text || draft.description.subjects.some(({ value }) => value === node.text)) return
  const scheme = node.attributes.get('authority')
  draft.description.subjects.push({ value: node.text, kind: 'genre', ...(scheme && { scheme }) })
  credit(draft, 'subjects', 'genre')
}

const schemes: Record<string, string> = { clc: 'clc', nlmc: 'nlm' }

export const classification: ModsStep = (node, draft) => {
  const authority = (node.attributes.get('authority') ?? 'other').toLowerCase()
  addClass(
    draft,
    schemes[authority] ?? authority,
    node.text,
    node.attributes.get('edition'),
    'classification',
  )
}

export const physicalDescription: ModsStep = (node, draft) => {
  const extent = textsOf(node, 'extent').join(' ; ')
  if (extent && !draft.description.extent) {
    draft.description.extent = extent
    credit(draft, 'extent', 'physicalDescription/extent')
  }
  for (const name of ['form', 'internetMediaType', 'note'])
    for (const { text } of childrenOf(node, name))
      addNote(draft, 'format', text, `physicalDescription/${name}`)
}

/** accessCondition: rights of use make the licence, restrictions on access a note. */
export const accessCondition: ModsStep = (node, draft) => {
  const href = node.attributes.get('xlink:href') ?? ''
  if (/restriction/i.test(node.attributes.get('type') ?? ''))
    return addNote(draft, 'access', node.text, 'accessCondition')
  const uri = [href, node.text].find(isWebAddress)
  if (!uri && !node.text) return
  const text = node.text && node.text !== uri ? { text: node.text } : {}
  draft.description.licence = { ...(uri && { uri }), ...text, ...draft.description.licence }
  credit(draft, 'licence', 'accessCondition')
}
