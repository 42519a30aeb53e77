import type { PicaRecord } from '../../formats/pica/pica.js'
import type { RecordType } from '../../record/v1-draft.js'
import { all } from '../marc-steps.js'

/** 002@ $0, first letter: what kind of material it is. */
const materials: Record<string, RecordType> = {
  B: 'audio',
  G: 'audio',
  V: 'object',
  I: 'image',
  K: 'map',
  M: 'score',
  H: 'archive',
  L: 'archive',
}
/** Second letter: how it appears. */
const appearances: Record<string, RecordType> = {
  b: 'serial',
  d: 'serial',
  o: 'article',
  s: 'article',
  p: 'article',
}
const media: [form: RegExp, type: RecordType][] = [
  [/^(?:tdi|tdm)$|(?<!un)bewegtes Bild/, 'video'],
  [/^(?:spw|prm|snd)$|gesprochen|aufgef/i, 'audio'],
  [/^ntm$|^Noten/i, 'score'],
  [/^cr[idt]$|kartogr/i, 'map'],
]

/** Text printed or online is what its content (002C) and its appearance say; a thesis says so in 037C. */
export function readType(status: string, record: PicaRecord): RecordType {
  const [material = '', appearance = ''] = status
  if (appearances[appearance]) return appearances[appearance]
  if (materials[material]) return materials[material]
  const contents = record.fields
    .filter(({ tag }) => tag === '002C')
    .flatMap((field) => [...all(field, 'b'), ...all(field, 'a')])
  for (const [form, type] of media) if (contents.some((content) => form.test(content))) return type
  if (record.fields.some(({ tag }) => tag === '037C')) return 'thesis'
  return material === '' ? 'other' : 'book'
}
