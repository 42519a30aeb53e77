import type { DataField } from '../../formats/marc.js'
import type { RecordType } from '../../record/v1-draft.js'
import { joined } from '../marc-steps.js'

/** Words of 334 (kind of material), 064 (form) and 062 → type, the first that fits. */
const words: [form: RegExp, type: RecordType][] = [
  [/Bildtonträger|Film|Video|DVD|bewegtes Bild/i, 'video'],
  [/Tonträger|CD-Audio|Hörbuch|Schallplatte/i, 'audio'],
  [/Musikdruck|Partitur|Noten|Stimmen/i, 'score'],
  [/Karte|Atlas|Kartogr/i, 'map'],
  [/Hochschulschrift|Dissertation/i, 'thesis'],
  [/Bild|Foto|Graphik|Grafik/i, 'image'],
  [/Handschrift|Nachlass|Brief/i, 'archive'],
  [/Zeitschrift|Zeitung|Periodikum/i, 'serial'],
]

export function readType(fields: DataField[]): RecordType {
  const coded = (tag: string): string => {
    const field = fields.find((other) => other.tag === tag)
    return field ? joined(field, 'a') : ''
  }
  const has = (...tags: string[]): boolean => fields.some(({ tag }) => tags.includes(tag))
  if (/^[pzr]/.test(coded('052')) || (has('052') && !has('051'))) return 'serial'
  if (/^a/.test(coded('051')) || has('590', '525')) return 'article'
  const said = fields
    .filter(({ tag }) => ['334', '064', '653'].includes(tag))
    .map((field) => joined(field, 'ab'))
  for (const [form, type] of words) if (said.some((text) => form.test(text))) return type
  if (has('407')) return 'map'
  return has('519', '520') ? 'thesis' : 'book'
}
