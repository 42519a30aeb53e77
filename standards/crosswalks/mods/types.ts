import { childrenOf, descendants, type XmlNode } from '../../formats/xml-tree.js'
import type { RecordType } from '../../record/v1-draft.js'
import { readType as readWords } from '../dublin-core/types.js'

/** typeOfResource, MODS 3 enumeration. Text is a book or a serial: issuance and genre say which. */
const types: [form: RegExp, type: RecordType][] = [
  [/cartographic/i, 'map'],
  [/notated music/i, 'score'],
  [/sound recording|audio/i, 'audio'],
  [/moving image|video/i, 'video'],
  [/still image/i, 'image'],
  [/three dimensional|artifact|object/i, 'object'],
  [/software|multimedia/i, 'software'],
  [/mixed material|collection|archiv/i, 'archive'],
]

export function readType(mods: XmlNode): RecordType {
  const stated = childrenOf(mods, 'typeOfResource')
  const genre = readWords(childrenOf(mods, 'genre').map(({ text }) => ({ name: 'type', value: text })))
  if (['thesis', 'dataset', 'article', 'serial', 'report', 'map', 'score'].includes(genre)) return genre
  const issuance = [...descendants(mods, 'issuance')].map(({ text }) => text)
  if (issuance.some((text) => /serial|continuing|integrating/.test(text))) return 'serial'
  if (stated.some(({ attributes }) => attributes.get('manuscript') === 'yes')) return 'archive'
  for (const [form, type] of types) if (stated.some(({ text }) => form.test(text))) return type
  if (stated.some(({ text }) => /text/i.test(text))) return genre === 'other' ? 'book' : genre
  return genre
}
